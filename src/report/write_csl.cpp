#include <fmt/core.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "report/ama.h"
#include "report/references.h"
#include "report/text_layout.h"
#include "report/words.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

using Json = nlohmann::ordered_json;

// Values of CSL-JSON are shown: one line each, and none where there is nothing.
void add(Json& item, const char* key, std::string_view value) {
  const std::string line = to_line(value);
  if (!line.empty()) item[key] = line;
}

Json write_author(const Author& author) {
  if (!author.collective_name.empty()) return {{"literal", to_line(author.collective_name)}};
  const PersonName name = name_parts(author);
  Json person = {{"family", name.family}};
  add(person, "given", name.given);
  add(person, "suffix", name.suffix);
  return person;
}

Json write_date(const PartialDate& date) {
  if (date.year == 0) return {{"literal", to_line(date.text)}};
  Json parts = {date.year};
  if (date.month > 0) parts.push_back(date.month);
  if (date.month > 0 && date.day > 0) parts.push_back(date.day);
  return {{"date-parts", Json::array({parts})}};
}

void add_publication(Json& item, const Citation& citation) {
  const Journal& journal = citation.journal;
  add(item, "container-title", journal.title.empty() ? journal.abbreviation : journal.title);
  if (!citation.book) add(item, "container-title-short", journal.abbreviation);
  if (citation.date.year > 0 || !citation.date.text.empty()) item["issued"] = write_date(citation.date);
  add(item, "volume", journal.volume);
  add(item, "issue", journal.issue);
  const PageRange pages = split_pages(journal.pages);
  add(item, "page", pages.last.empty() ? pages.first : pages.first + '-' + pages.last);
  add(item, "ISSN", journal.issn);
  add(item, "DOI", citation.doi);
}

Json write_uses(const Reference& reference) {
  Json uses = Json::array();
  for (const ReferenceUse& use : reference.uses) {
    uses.push_back(
        {{"claim", to_line(use.report->claim.id)}, {"tag", tag_name(*use.report)}, {"stance", to_string(use.stance)}});
  }
  return uses;
}

Json write_reference(const Reference& reference) {
  const Citation& citation = *reference.citation;
  Json item = {{"id", fmt::format("pmid{}", citation.pmid)}, {"type", citation.book ? "chapter" : "article-journal"}};
  add(item, "title", reference_title(citation));
  for (const Author& author : citation.authors) item["author"].push_back(write_author(author));
  add_publication(item, citation);
  item["PMID"] = std::to_string(citation.pmid);
  add(item, "PMCID", citation.pmcid);
  item["URL"] = pubmed_address(citation.pmid);
  std::string tags;
  for (const ReferenceUse& use : reference.uses) tags += (tags.empty() ? "" : "; ") + tag_reference(use);
  add(item, "keyword", tags);
  item["custom"] = {
      {"claimcheck",
       {{"claims", write_uses(reference)}, {"retracted", is_retracted(citation)}, {"digest", citation.digest}}}};
  return item;
}

}  // namespace

std::string write_csl(const Run& run) {
  Json items = Json::array();
  for (const Reference& reference : weighed_references(run)) items.push_back(write_reference(reference));
  return items.dump(2) + '\n';
}

}  // namespace claimcheck
