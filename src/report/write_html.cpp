#include <fmt/core.h>

#include <string>

#include "report/assets.h"
#include "report/counts.h"
#include "report/html.h"
#include "report/html_article.h"
#include "report/html_claim.h"
#include "report/html_methods.h"
#include "report/html_picture.h"
#include "report/html_review.h"
#include "report/html_summary.h"
#include "report/words.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

std::string write_title(const Run& run) {
  const std::vector<InputDocument>& documents = run.provenance.documents;
  if (documents.empty()) return "Claim check";
  if (documents.size() == 1) return "Claim check: " + documents.front().name;
  return "Claim check: " + documents.front().name + " and " +
         count_words(documents.size() - 1, "more document", "more documents");
}

std::string write_lede(const Run& run) {
  const Provenance& provenance = run.provenance;
  std::string lede = count_words(run.reports.size(), "claim", "claims") + " held against PubMed abstracts";
  if (!provenance.evidence_source.empty()) lede += " (" + provenance.evidence_source + ")";
  if (!provenance.evidence_date.empty()) lede += ", as of " + provenance.evidence_date;
  return lede + ".";
}

Html write_details(const Run& run) {
  Html sections;
  std::size_t number = 0;
  for (const DocumentGroup& group : group_by_document(run)) {
    Html cards;
    for (const Report* report : group.reports) cards += write_claim_html(run, *report);
    sections += fill_line(R"(<section aria-labelledby="{{id}}">
<h2 id="{{id}}">{{name}}</h2>
{{cards}}</section>)",
                          {{"id", "document-" + std::to_string(++number)},
                           {"name", group.name.empty() ? "Claims in detail" : group.name + ": claims in detail"},
                           {"cards", cards}});
  }
  return sections;
}

Html write_styles(const Run& run) {
  return Html(fmt::format("{}{}{}{}{}{}", asset_report_css(), asset_appraisal_css(), asset_article_css(),
                          asset_flow_css(), run.review ? asset_decision_css() : "", asset_print_css()));
}

Html write_overview(const Run& run) {
  Html overview = write_summary_html(run);
  overview += write_review_html(run);
  return overview;
}

}  // namespace

std::string write_html(const Run& run) {
  return fill(asset_page_html(), {{"title", write_title(run)},
                                  {"version", run.provenance.tool_version},
                                  {"css", write_styles(run)},
                                  {"banners", write_banners_html(run)},
                                  {"lede", write_lede(run)},
                                  {"summary", write_overview(run)},
                                  {"picture", write_picture_html(run)},
                                  {"articles", write_articles_html(run)},
                                  {"index", write_index_html(run)},
                                  {"details", write_details(run)},
                                  {"methods", write_methods_html(run)},
                                  {"footer", write_provenance_html(run)}})
      .markup();
}

}  // namespace claimcheck
