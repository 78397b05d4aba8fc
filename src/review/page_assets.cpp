#include "review/page_assets.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string>

#include "report/assets.h"

namespace claimcheck {

std::string_view asset_review_css();
std::string_view asset_claim_view_css();
std::string_view asset_main_js();
std::string_view asset_announce_js();
std::string_view asset_changes_js();
std::string_view asset_claim_line_js();
std::string_view asset_claim_page_js();
std::string_view asset_comment_js();
std::string_view asset_decide_js();
std::string_view asset_drafts_js();
std::string_view asset_evidence_js();
std::string_view asset_key_bindings_js();
std::string_view asset_key_dialog_js();
std::string_view asset_keys_js();
std::string_view asset_list_page_js();
std::string_view asset_name_question_js();
std::string_view asset_outbox_js();
std::string_view asset_outbox_view_js();
std::string_view asset_override_js();
std::string_view asset_pages_js();
std::string_view asset_settings_js();
std::string_view asset_summary_page_js();

namespace {

struct PageAsset {
  std::string_view name;
  std::string_view (*text)();
};

constexpr std::array<std::string_view, 5> kStyles{"report.css", "appraisal.css", "article.css", "review.css",
                                                  "claim_view.css"};

constexpr std::array<PageAsset, 25> kAssets{{{"report.css", asset_report_css},
                                             {"appraisal.css", asset_appraisal_css},
                                             {"article.css", asset_article_css},
                                             {"review.css", asset_review_css},
                                             {"claim_view.css", asset_claim_view_css},
                                             {"main.js", asset_main_js},
                                             {"announce.js", asset_announce_js},
                                             {"changes.js", asset_changes_js},
                                             {"claim_line.js", asset_claim_line_js},
                                             {"claim_page.js", asset_claim_page_js},
                                             {"comment.js", asset_comment_js},
                                             {"decide.js", asset_decide_js},
                                             {"drafts.js", asset_drafts_js},
                                             {"evidence.js", asset_evidence_js},
                                             {"key_bindings.js", asset_key_bindings_js},
                                             {"key_dialog.js", asset_key_dialog_js},
                                             {"keys.js", asset_keys_js},
                                             {"list_page.js", asset_list_page_js},
                                             {"name_question.js", asset_name_question_js},
                                             {"outbox.js", asset_outbox_js},
                                             {"outbox_view.js", asset_outbox_view_js},
                                             {"override.js", asset_override_js},
                                             {"pages.js", asset_pages_js},
                                             {"settings.js", asset_settings_js},
                                             {"summary_page.js", asset_summary_page_js}}};

std::optional<std::string> read_from(const std::filesystem::path& folder, std::string_view name) {
  if (folder.empty()) return std::nullopt;
  std::ifstream file(folder / name, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

std::span<const std::string_view> list_styles() {
  return kStyles;
}

std::optional<HttpAnswer> find_asset(std::string_view name, const std::filesystem::path& folder) {
  const auto* const asset =
      std::find_if(kAssets.begin(), kAssets.end(), [name](const PageAsset& each) { return each.name == name; });
  if (asset == kAssets.end()) return std::nullopt;
  HttpAnswer answer;
  answer.body = read_from(folder, name).value_or(std::string(asset->text()));
  answer.content_type = name.ends_with(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
  return answer;
}

}  // namespace claimcheck
