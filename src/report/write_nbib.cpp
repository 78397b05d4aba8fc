#include <fmt/core.h>

#include <array>
#include <string>
#include <string_view>

#include "report/references.h"
#include "report/text_layout.h"
#include "report/words.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

constexpr std::size_t kLineColumns = 80;  // of the value; tag and hyphen take six more
constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// Lines of one reference in the PubMed format (https://pubmed.ncbi.nlm.nih.gov/help/#pubmed-format): a tag of four
/// columns, a hyphen, a space; a value that goes on stands on lines that begin with six spaces.
class NbibRecord {
 public:
  void add(std::string_view tag, std::string_view value) {
    std::string rest = to_line(value);
    if (rest.empty()) return;
    std::string head = fmt::format("{:<4}- ", tag);
    while (!rest.empty()) {
      const std::string line = take_line(rest);
      text_ += head + line + '\n';
      head = "      ";
    }
  }
  std::string finish() { return text_ + '\n'; }

 private:
  // Cut at a space; a word that is longer than a line stays whole, for a reader that joins lines puts a space there.
  static std::string take_line(std::string& rest) {
    std::size_t end = rest.size();
    if (count_columns(rest) > kLineColumns) {
      std::size_t space = rest.find(' ');
      for (std::size_t next = space; next != std::string::npos; next = rest.find(' ', next + 1)) {
        if (count_columns(std::string_view(rest).substr(0, next)) > kLineColumns) break;
        space = next;
      }
      end = space == std::string::npos ? rest.size() : space;
    }
    std::string line = rest.substr(0, end);
    rest.erase(0, end < rest.size() ? end + 1 : end);
    return line;
  }

  std::string text_;
};

// "2021 Mar 4", or as PubMed wrote it.
std::string write_date(const PartialDate& date) {
  if (date.year == 0) return date.text;
  std::string text = std::to_string(date.year);
  if (date.month < 1 || date.month > 12) return text;
  text += fmt::format(" {}", kMonths[static_cast<std::size_t>(date.month - 1)]);
  return date.day > 0 ? text + fmt::format(" {}", date.day) : text;
}

std::string initials_of(const Author& author) {
  std::string name = author.last_name;
  if (!author.initials.empty()) name += ' ' + author.initials;
  if (!author.suffix.empty()) name += ' ' + author.suffix;
  return name;
}

std::string full_name(const Author& author) {
  const PersonName name = name_parts(author);
  std::string text = name.family;
  std::string given = name.given;
  if (author.fore_name.empty()) std::erase(given, '.');  // "R T"
  if (!given.empty()) text += ", " + given;
  if (!name.suffix.empty()) text += ", " + name.suffix;
  return text;
}

void add_authors(NbibRecord& record, const Citation& citation) {
  for (const Author& author : citation.authors) {
    if (!author.collective_name.empty()) {
      record.add("CN", author.collective_name);
    } else {
      record.add("FAU", full_name(author));
      record.add("AU", initials_of(author));
    }
  }
}

// A chapter has its book in BTI; CTI would be the collection that the book is part of.
void add_titles(NbibRecord& record, const Citation& citation) {
  const std::string title = citation.title_translated ? fmt::format("[{}]", citation.title) : citation.title;
  record.add("TI", title);
  record.add("TT", citation.vernacular_title);
  if (citation.book) record.add("BTI", citation.journal.title);
}

std::string write_reference(const Reference& reference) {
  const Citation& citation = *reference.citation;
  const Journal& journal = citation.journal;
  NbibRecord record;
  record.add("PMID", std::to_string(citation.pmid));
  record.add("STAT", citation.status);
  record.add("IS", journal.issn);
  record.add("VI", journal.volume);
  record.add("IP", journal.issue);
  record.add("DP", write_date(citation.date));
  add_titles(record, citation);
  record.add("PG", journal.pages);
  if (!citation.doi.empty()) record.add("LID", citation.doi + " [doi]");
  add_authors(record, citation);
  for (const std::string& language : citation.languages) record.add("LA", language);
  for (const ControlledTerm& type : citation.publication_types) record.add("PT", type.name);
  if (!citation.book) {
    record.add("TA", journal.abbreviation);
    record.add("JT", journal.title);
  }
  record.add("PMC", citation.pmcid);
  record.add("OTO", "NOTNLM");
  for (const ReferenceUse& use : reference.uses) record.add("OT", tag_reference(use));
  if (is_retracted(citation)) record.add("OT", "claimcheck: RETRACTED");
  if (citation.digest) record.add("OT", "claimcheck: quoted from a digest");
  if (!citation.doi.empty()) record.add("AID", citation.doi + " [doi]");
  return record.finish();
}

}  // namespace

std::string write_nbib(const Run& run) {
  std::string text;
  for (const Reference& reference : weighed_references(run)) text += write_reference(reference);
  return text;
}

}  // namespace claimcheck
