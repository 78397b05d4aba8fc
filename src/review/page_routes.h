#pragma once

#include <filesystem>
#include <string>

#include "review/http_exchange.h"
#include "review/session.h"

namespace claimcheck {

/// The review page of one session: what LoopbackServer asks.
///
/// `/` the list, `/claim/ID` a claim, `/summary` progress, agreement and finish, `/help`, `/download/NAME`
/// (page_downloads.h), `/assets/NAME`, and `/api/…` (page_api.h). A page shows what its seat may see and nothing else;
/// text from outside stands in it as text.
class ReviewPage {
 public:
  struct Options {
    std::string project;                  ///< the name shown: of the project file, without folders
    std::filesystem::path assets_folder;  ///< while developing: style sheets and scripts come from here; may be empty
  };

  /// `session` outlives the page.
  ReviewPage(ReviewSession& session, Options options);

  /// Where this seat begins, path and query: an adjudicator on the claims on which the reviewers differ, others on the
  /// list of all.
  [[nodiscard]] std::string start() const;

  /// Never throws an Error: what cannot be read or written is said in the answer.
  [[nodiscard]] HttpAnswer answer(const HttpQuestion& question) const;

 private:
  [[nodiscard]] HttpAnswer answer_page(const HttpQuestion& question) const;
  [[nodiscard]] HttpAnswer show_claim(const HttpQuestion& question) const;
  [[nodiscard]] HttpAnswer hand_out(const HttpQuestion& question) const;
  [[nodiscard]] HttpAnswer show_problem(int status, std::string_view title, std::string_view sentence) const;

  ReviewSession& session_;
  Options options_;
};

}  // namespace claimcheck
