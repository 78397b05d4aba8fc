#include "pubmed/record_fields.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstring>
#include <optional>
#include <utility>

#include <pugixml.hpp>

#include "core/section_label.h"
#include "pubmed/xml_text.h"

namespace claimcheck {
namespace {

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

int number_within(const pugi::xml_node& node, int low, int high) {
  const int number = parse_number<int>(text_of(node)).value_or(0);
  return number >= low && number <= high ? number : 0;
}

int read_month(const pugi::xml_node& node) {
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  std::string name = text_of(node).substr(0, 3);
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const std::size_t at = name.size() == 3 ? kMonths.find(name) : std::string_view::npos;
  if (at != std::string_view::npos && at % 3 == 0) return static_cast<int>(at / 3) + 1;
  return number_within(node, 1, 12);
}

// The first run of exactly four digits.
int first_year(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789";
  for (std::size_t begin = 0; (begin = text.find_first_of(kDigits, begin)) != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_not_of(kDigits, begin), text.size());
    if (end - begin == 4) return parse_number<int>(text.substr(begin, 4)).value_or(0);
    begin = end;
  }
  return 0;
}

// "https://orcid.org/0000-0002-1825-0097", "0000000218250097" → "0000-0002-1825-0097"; empty when it is no ORCID iD.
std::string read_orcid(const pugi::xml_node& identifier) {
  if (std::strcmp(identifier.attribute("Source").value(), "ORCID") != 0) return {};
  std::string digits;
  for (const char c : text_of(identifier)) {
    if ((c >= '0' && c <= '9') || (digits.size() == 15 && (c == 'X' || c == 'x'))) digits += c == 'x' ? 'X' : c;
  }
  if (digits.size() != 16) return {};
  for (const std::size_t at : {12U, 8U, 4U}) digits.insert(at, "-");
  return digits;
}

Author read_author(const pugi::xml_node& node) {
  Author author;
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    const std::string_view name = child.name();
    if (name.empty()) continue;  // white space
    if (name == "LastName") {
      author.last_name = text_of(child);
    } else if (name == "ForeName") {
      author.fore_name = text_of(child);
    } else if (name == "Initials") {
      author.initials = text_of(child);
    } else if (name == "Suffix") {
      author.suffix = text_of(child);
    } else if (name == "CollectiveName") {
      author.collective_name = text_of(child);
    } else if (name == "AffiliationInfo" || name == "Affiliation") {
      std::string affiliation = text_of(name == "Affiliation" ? child : child.child("Affiliation"));
      if (!affiliation.empty()) author.affiliations.push_back(std::move(affiliation));
    } else if (name == "Identifier" && author.orcid.empty()) {
      author.orcid = read_orcid(child);
    }
  }
  return author;
}

// "[Effect of x]." → "Effect of x."; nullopt when the brackets do not span the title.
std::optional<std::string> without_brackets(std::string_view title) {
  if (!title.starts_with('[')) return std::nullopt;
  const bool stop = title.ends_with("].");
  if (!stop && !title.ends_with(']')) return std::nullopt;
  const std::string_view inner = title.substr(1, title.size() - (stop ? 3 : 2));
  int depth = 0;
  for (const char c : inner) {
    depth += (c == '[' ? 1 : 0) - (c == ']' ? 1 : 0);
    if (depth < 0) return std::nullopt;
  }
  std::string bare(inner);
  if (stop && !bare.empty() && std::string_view(".?!").find(bare.back()) == std::string_view::npos) bare += '.';
  return bare;
}

}  // namespace

Pmid read_pmid(const pugi::xml_node& pmid) {
  return parse_number<Pmid>(text_of(pmid)).value_or(0);
}

std::vector<AbstractSection> read_sections(const pugi::xml_node& abstract) {
  std::vector<AbstractSection> sections;
  for (pugi::xml_node node = abstract.child("AbstractText"); node; node = node.next_sibling("AbstractText")) {
    AbstractSection section;
    section.text = text_of(node);
    if (section.text.empty()) continue;
    section.label = attribute_of(node, "Label");
    std::string category = attribute_of(node, "NlmCategory");
    std::transform(category.begin(), category.end(), category.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    section.role = parse_enum<SectionRole>(category).value_or(SectionRole::unassigned);
    if (section.role == SectionRole::unassigned) section.role = role_of_label(section.label);
    sections.push_back(std::move(section));
  }
  return sections;
}

void read_abstract(const pugi::xml_node& abstract, Citation& citation) {
  citation.abstract = read_sections(abstract);
  citation.copyright = text_of(abstract.child("CopyrightInformation"));
  citation.digest = citation.copyright.starts_with(kDigestMark);
}

std::vector<Author> read_authors(const pugi::xml_node& author_list) {
  std::vector<Author> authors;
  authors.reserve(8);  // of the usual list; an Author is costly to move
  for (pugi::xml_node node = author_list.child("Author"); node; node = node.next_sibling("Author")) {
    if (std::strcmp(node.attribute("ValidYN").value(), "N") != 0) authors.push_back(read_author(node));
  }
  return authors;
}

PartialDate read_date(const pugi::xml_node& date) {
  PartialDate read;
  if (const pugi::xml_node medline_date = date.child("MedlineDate")) {
    read.text = text_of(medline_date);
    read.year = first_year(read.text);
    return read;
  }
  read.year = number_within(date.child("Year"), 1, 9999);
  if (read.year == 0) return read;
  if (const pugi::xml_node season = date.child("Season")) {
    read.text = std::to_string(read.year) + ' ' + text_of(season);
    return read;
  }
  read.month = read_month(date.child("Month"));
  if (read.month != 0) read.day = number_within(date.child("Day"), 1, 31);
  return read;
}

void read_article_ids(const pugi::xml_node& article_id_list, Citation& citation) {
  for (pugi::xml_node id = article_id_list.child("ArticleId"); id; id = id.next_sibling("ArticleId")) {
    const std::string_view type = id.attribute("IdType").value();
    if (type == "doi" && citation.doi.empty()) citation.doi = text_of(id);
    if (type == "pmc" && citation.pmcid.empty()) citation.pmcid = text_of(id);
  }
}

std::vector<ControlledTerm> read_terms(const pugi::xml_node& parent, const char* element) {
  std::vector<ControlledTerm> terms;
  for (pugi::xml_node node = parent.child(element); node; node = node.next_sibling(element)) {
    terms.push_back({attribute_of(node, "UI"), text_of(node)});
  }
  return terms;
}

void read_keywords(const pugi::xml_node& keyword_list, Citation& citation) {
  for (std::string& keyword : read_texts(keyword_list, "Keyword")) citation.keywords.push_back(std::move(keyword));
}

std::vector<std::string> read_texts(const pugi::xml_node& parent, const char* element) {
  std::vector<std::string> texts;
  for (pugi::xml_node node = parent.child(element); node; node = node.next_sibling(element)) {
    if (std::string text = text_of(node); !text.empty()) texts.push_back(std::move(text));
  }
  return texts;
}

void settle_title(Citation& citation) {
  std::optional<std::string> bare = without_brackets(citation.title);
  const bool no_title = citation.title.empty() || bare == "Not Available." || bare == "Not Available";
  citation.title_translated = bare.has_value() && !no_title;
  if (citation.title_translated) {
    citation.title = std::move(*bare);
  } else if (no_title && !citation.vernacular_title.empty()) {
    citation.title = citation.vernacular_title;
  }
}

}  // namespace claimcheck
