#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>

#include "core/report.h"
#include "library/project.h"
#include "review/page_routes.h"
#include "review/session.h"
#include "support/temporary_folder.h"

namespace claimcheck {

/// A project file in a folder of its own, at which people sit down.
class ReviewedProject {
 public:
  /// `originals`: as Project::create takes them.
  explicit ReviewedProject(const Run& run, std::span<const std::string_view> originals = {});
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  TemporaryFolder folder_;
  std::filesystem::path path_;
};

/// One person's page, asked as the server asks it. The clock stands at 10:00 on 29 November 2026.
class SeatedPage {
 public:
  SeatedPage(const ReviewedProject& project, Seat seat, ReviewPage::Options options = {"may.project", {}});

  [[nodiscard]] const std::string& key() const { return session_.key(); }
  [[nodiscard]] std::string start() const { return page_.start(); }
  [[nodiscard]] HttpAnswer ask(const HttpQuestion& question) const { return page_.answer(question); }
  [[nodiscard]] HttpAnswer get(const std::string& path, HttpFields query = {}) const;
  [[nodiscard]] HttpAnswer post(const std::string& path, const std::string& body) const;
  /// The body of an answer that must have this status.
  [[nodiscard]] std::string page(const std::string& path, HttpFields query = {}, int status = 200) const;
  nlohmann::json call(const std::string& path, const nlohmann::json& body, int status = 200) const;
  [[nodiscard]] nlohmann::json changes(std::int64_t after) const;
  [[nodiscard]] ReviewSession& session() { return session_; }

 private:
  Project project_;
  ReviewSession session_;
  ReviewPage page_;
};

/// `text` without its tags and with the white space between words made one: what a reader sees, entities aside.
std::string visible_text(const std::string& html);

}  // namespace claimcheck
