#include <fmt/core.h>

#include <string>
#include <string_view>

#include "report/ama.h"
#include "report/references.h"
#include "report/text_layout.h"
#include "report/words.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

/// Lines of one reference: "TY  - JOUR".
class RisRecord {
 public:
  // A value is one line: what breaks lines in it becomes a space.
  void add(std::string_view tag, std::string_view value) {
    const std::string line = to_line(value);
    if (!line.empty()) text_ += fmt::format("{}  - {}\r\n", tag, line);
  }
  std::string finish() { return text_ + "ER  - \r\n\r\n"; }

 private:
  std::string text_;
};

// "Bø, K., Jr": the parts in the order that RIS wants; a name without a comma is a group.
std::string write_person(const Author& author) {
  const PersonName name = name_parts(author);
  std::string text = name.family;
  if (!name.given.empty() || !name.suffix.empty()) text += ", " + name.given;
  if (!name.suffix.empty()) text += ", " + name.suffix;
  return text;
}

// "2021/03//": year, month, day, each where it is known.
std::string write_date(const PartialDate& date) {
  if (date.year == 0) return {};
  std::string text = fmt::format("{:04}/", date.year);
  if (date.month > 0) text += fmt::format("{:02}", date.month);
  text += '/';
  if (date.month > 0 && date.day > 0) text += fmt::format("{:02}", date.day);
  return text + '/';
}

void add_pages(RisRecord& record, const std::string& pages) {
  const PageRange range = split_pages(pages);
  record.add("SP", range.first);
  record.add("EP", range.last);
}

void add_publication(RisRecord& record, const Citation& citation) {
  const Journal& journal = citation.journal;
  record.add("T2", journal.title.empty() ? journal.abbreviation : journal.title);
  if (!citation.book) record.add("JA", journal.abbreviation);
  if (citation.date.year > 0) record.add("PY", std::to_string(citation.date.year));
  record.add("DA", write_date(citation.date));
  record.add("VL", journal.volume);
  record.add("IS", journal.issue);
  add_pages(record, journal.pages);
  record.add("SN", journal.issn);
  record.add("DO", citation.doi);
}

std::string write_reference(const Reference& reference) {
  const Citation& citation = *reference.citation;
  RisRecord record;
  record.add("TY", citation.book ? "CHAP" : "JOUR");
  record.add("ID", fmt::format("pmid{}", citation.pmid));
  for (const Author& author : citation.authors) {
    record.add("AU", author.collective_name.empty() ? write_person(author) : author.collective_name);
  }
  record.add("TI", reference_title(citation));
  add_publication(record, citation);
  record.add("AN", std::to_string(citation.pmid));
  record.add("C2", citation.pmcid);
  record.add("UR", pubmed_address(citation.pmid));
  for (const std::string& language : citation.languages) record.add("LA", language);
  record.add("DB", "PubMed");
  for (const ReferenceUse& use : reference.uses) record.add("KW", tag_reference(use));
  if (is_retracted(citation)) record.add("KW", "claimcheck: RETRACTED");
  if (citation.digest) record.add("N1", "claimcheck quoted a digest of this record, not the published abstract.");
  return record.finish();
}

}  // namespace

std::string write_ris(const Run& run) {
  std::string text;
  for (const Reference& reference : weighed_references(run)) text += write_reference(reference);
  return text;
}

}  // namespace claimcheck
