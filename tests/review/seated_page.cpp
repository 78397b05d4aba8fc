#include "review/seated_page.h"

#include <gtest/gtest.h>

#include <utility>

#include "intake/sha256.h"
#include "review/page_api.h"

namespace claimcheck {
namespace {

std::string ten_o_clock() {
  return "2026-11-29T10:00:00Z";
}

}  // namespace

ReviewedProject::ReviewedProject(const Run& run, std::span<const std::string_view> originals)
    : path_(folder_ / "may.project") {
  Project::create(path_, run, "{}", sha256_hex, originals);
}

SeatedPage::SeatedPage(const ReviewedProject& project, Seat seat, ReviewPage::Options options)
    : project_(
          Project::open(project.path(), seat.read_only ? Project::Access::read : Project::Access::write, sha256_hex)),
      session_(project_, std::move(seat), ten_o_clock),
      page_(session_, std::move(options)) {}

HttpAnswer SeatedPage::get(const std::string& path, HttpFields query) const {
  HttpQuestion question;
  question.method = "GET";
  question.path = path;
  question.query = std::move(query);
  return page_.answer(question);
}

HttpAnswer SeatedPage::post(const std::string& path, const std::string& body) const {
  HttpQuestion question;
  question.method = "POST";
  question.path = path;
  question.body = body;
  question.headers = {{std::string(kSeatHeader), session_.key()}};
  return page_.answer(question);
}

std::string SeatedPage::page(const std::string& path, HttpFields query, int status) const {
  const HttpAnswer answer = get(path, std::move(query));
  EXPECT_EQ(answer.status, status) << path;
  EXPECT_EQ(answer.content_type, "text/html; charset=utf-8") << path;
  return answer.body;
}

nlohmann::json SeatedPage::call(const std::string& path, const nlohmann::json& body, int status) const {
  const HttpAnswer answer = post(path, body.dump());
  EXPECT_EQ(answer.status, status) << path << ' ' << answer.body;
  EXPECT_EQ(answer.content_type, "application/json; charset=utf-8") << path;
  return nlohmann::json::parse(answer.body);
}

nlohmann::json SeatedPage::changes(std::int64_t after) const {
  return nlohmann::json::parse(get("/api/changes", {{"after", std::to_string(after)}}).body);
}

std::string visible_text(const std::string& html) {
  std::string text;
  bool in_tag = false;
  for (const char c : html) {
    if (c == '<') in_tag = true;
    const bool is_space = c == ' ' || c == '\n';
    if (!in_tag && !(is_space && (text.empty() || text.back() == ' '))) text += is_space ? ' ' : c;
    if (c == '>') in_tag = false;
  }
  return text;
}

}  // namespace claimcheck
