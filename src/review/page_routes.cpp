#include "review/page_routes.h"

#include <string_view>
#include <utility>

#include "core/error.h"
#include "report/html.h"
#include "report/words.h"
#include "review/claim_address.h"
#include "review/claim_progress.h"
#include "review/list_filter.h"
#include "review/page_api.h"
#include "review/page_assets.h"
#include "review/page_claim.h"
#include "review/page_downloads.h"
#include "review/page_frame.h"
#include "review/page_list.h"
#include "review/page_summary.h"

namespace claimcheck {
namespace {

constexpr std::string_view kAssets = "/assets/";
constexpr std::string_view kClaims = "/claim/";
constexpr std::string_view kDownloads = "/download/";
constexpr std::string_view kApi = "/api/";

HttpAnswer html_answer(std::string page, int status = 200) {
  HttpAnswer answer;
  answer.status = status;
  answer.body = std::move(page);
  return answer;
}

/// When the project itself cannot be read, so that no page of it can be made.
HttpAnswer bare_problem(std::string_view sentence) {
  return html_answer(fill(R"(<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>The project cannot be read</title></head>
<body><h1>The project cannot be read</h1>
<p>{{sentence}}</p>
<p><a href="/">Try again</a></p></body>
</html>
)",
                          {{"sentence", sentence}})
                         .markup(),
                     503);
}

}  // namespace

ReviewPage::ReviewPage(ReviewSession& session, Options options) : session_(session), options_(std::move(options)) {}

std::string ReviewPage::start() const {
  const bool decides_between = session_.seat().role == ReviewRole::adjudicator && !session_.seat().read_only;
  return decides_between && count_differing(session_.visible(), session_.run()) > 0 ? "/?between=disagree" : "/";
}

HttpAnswer ReviewPage::answer(const HttpQuestion& question) const {
  const bool is_api = question.path.starts_with(kApi);
  try {
    return is_api ? answer_api(session_, question) : answer_page(question);
  } catch (const Error& error) {
    return is_api ? api_problem(503, error.what()) : bare_problem(error.what());
  }
}

HttpAnswer ReviewPage::answer_page(const HttpQuestion& question) const {
  if (question.method != "GET") {
    HttpAnswer answer = show_problem(405, "Not here", "This address answers GET.");
    answer.headers.emplace_back("Allow", "GET");
    return answer;
  }
  const std::string& project = options_.project;
  if (question.path == "/") {
    return html_answer(
        write_page(session_, project,
                   {.page = "list", .title = "Claims", .main = write_list_html(session_, ListFilter(question.query))}));
  }
  if (question.path == "/summary") {
    return html_answer(write_page(
        session_, project,
        {.page = "summary", .title = "Progress and finish", .main = write_summary_page_html(session_, project)}));
  }
  if (question.path == "/help") {
    return html_answer(write_page(
        session_, project, {.page = "help", .title = "Help", .main = Html(std::string(asset_help_page_html()))}));
  }
  if (question.path.starts_with(kClaims)) return show_claim(question);
  if (question.path.starts_with(kDownloads)) return hand_out(question);
  if (question.path.starts_with(kAssets)) {
    auto asset = find_asset(std::string_view(question.path).substr(kAssets.size()), options_.assets_folder);
    if (asset) return *std::move(asset);
  }
  return show_problem(404, "Nothing here", "There is no page at this address.");
}

HttpAnswer ReviewPage::show_claim(const HttpQuestion& question) const {
  const Report* const report = find_claim_at(session_, question.path);
  if (report == nullptr) return show_problem(404, "No such claim", "There is no claim of this name in the project.");
  ClaimPage view = write_claim_page(session_, *report, ListFilter(question.query));
  return html_answer(write_page(session_, options_.project,
                                {.page = "claim",
                                 .title = view.title,
                                 .main = std::move(view.main),
                                 .attributes = std::move(view.attributes),
                                 .decides = true}));
}

HttpAnswer ReviewPage::hand_out(const HttpQuestion& question) const {
  const std::string_view name = std::string_view(question.path).substr(kDownloads.size());
  try {
    const Download download = write_download(session_, options_.project, name);
    if (download.file) return *download.file;
    if (download.is_hidden) {
      return show_problem(403, "Not yet", "The reports can be downloaded here when both reviewers have finished.");
    }
  } catch (const Error& error) {
    return show_problem(503, "This report cannot be written", capitalise(error.what()) + '.');
  }
  return show_problem(404, "Nothing here", "There is no report of this name.");
}

HttpAnswer ReviewPage::show_problem(int status, std::string_view title, std::string_view sentence) const {
  Html main = fill_line("<h1>{{title}}</h1>\n<p>{{sentence}} <a href=\"/\">Go to the list of claims</a></p>",
                        {{"title", title}, {"sentence", sentence}});
  return html_answer(
      write_page(session_, options_.project, {.page = "problem", .title = std::string(title), .main = std::move(main)}),
      status);
}

}  // namespace claimcheck
