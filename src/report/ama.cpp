#include "report/ama.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace claimcheck {
namespace {

constexpr std::size_t kMostAuthors = 6;
constexpr std::size_t kAuthorsBeforeEtAl = 3;
constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

bool ends_sentence(std::string_view text) {
  return !text.empty() && (text.back() == '.' || text.back() == '?' || text.back() == '!');
}

std::string as_sentence(std::string text) {
  if (!text.empty() && !ends_sentence(text)) text += '.';
  return text;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string name_person(const Author& author) {
  std::string name = author.last_name;
  if (!author.initials.empty()) name += ' ' + author.initials;
  if (!author.suffix.empty()) name += ' ' + author.suffix;
  return name;
}

std::string join(const std::vector<std::string>& names, std::size_t count, std::string_view separator) {
  std::string joined;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) joined += separator;
    joined += names[i];
  }
  return joined;
}

// Groups come after the people, set off by a semicolon (AMA 11th ed., 3.7).
std::string list_authors(const std::vector<Author>& authors) {
  std::vector<std::string> people;
  std::vector<std::string> groups;
  for (const Author& author : authors) {
    if (!author.collective_name.empty()) {
      groups.push_back(author.collective_name);
    } else if (!author.last_name.empty()) {
      people.push_back(name_person(author));
    }
  }
  const bool all = people.size() <= kMostAuthors;
  std::string list = join(people, all ? people.size() : kAuthorsBeforeEtAl, ", ");
  if (!all) list += ", et al";
  if (!list.empty() && !groups.empty()) list += "; ";
  return as_sentence(list + join(groups, groups.size(), "; "));
}

std::string write_title(const Citation& citation) {
  if (!citation.title_translated) return as_sentence(citation.title);
  std::string bare = citation.title;
  if (!bare.empty() && bare.back() == '.') bare.pop_back();
  const std::string translated = fmt::format("[{}].", bare);
  return citation.vernacular_title.empty() ? translated : as_sentence(citation.vernacular_title) + ' ' + translated;
}

std::string write_pages(const std::string& pages) {
  const PageRange range = split_pages(pages);
  return range.last.empty() ? range.first : range.first + '-' + range.last;
}

std::string write_date(const PartialDate& date) {
  if (date.year == 0) return date.text;
  if (date.month < 1 || date.month > 12) return std::to_string(date.year);
  const std::string_view month = kMonths[static_cast<std::size_t>(date.month - 1)];
  if (date.day == 0) return fmt::format("{} {}", month, date.year);
  return fmt::format("{} {}, {}", month, date.day, date.year);
}

// "2019;12(3):45-52." for an issue, "Published online May 4, 2019." before there is one.
std::string write_place(const Citation& citation) {
  const Journal& journal = citation.journal;
  const std::string year = citation.date.year > 0 ? std::to_string(citation.date.year) : citation.date.text;
  std::string place;
  if (!journal.volume.empty() || !journal.issue.empty() || !journal.pages.empty()) {
    place = year;
    if (!journal.volume.empty() || !journal.issue.empty()) place += ';' + journal.volume;
    if (!journal.issue.empty()) place += '(' + journal.issue + ')';
    if (!journal.pages.empty()) place += ':' + write_pages(journal.pages);
  } else {
    place = citation.date.day > 0 && !citation.book ? "Published online " + write_date(citation.date) : year;
  }
  return as_sentence(place);
}

std::string write_retraction(const Citation& citation) {
  if (!is_retracted(citation)) return {};
  for (const Notice& notice : citation.notices) {
    if (notice.kind == NoticeKind::retraction_in && !notice.source.empty()) {
      return as_sentence("Retracted in: " + notice.source);
    }
  }
  return "Retracted.";
}

void append_part(std::string& text, const std::string& part) {
  if (!part.empty()) text += ' ' + part;
}

}  // namespace

PageRange split_pages(const std::string& pages) {
  const std::size_t dash = pages.find('-');
  const bool is_range = dash != std::string::npos && dash > 0 && dash + 1 < pages.size() &&
                        pages.find_first_of(",;-", dash + 1) == std::string::npos;
  if (!is_range) return {pages, ""};
  const std::string first = pages.substr(0, dash);
  const std::string last = pages.substr(dash + 1);
  if (last.size() >= first.size() || !std::all_of(last.begin(), last.end(), is_digit)) return {first, last};
  const std::string_view replaced = std::string_view(first).substr(first.size() - last.size());
  if (!std::all_of(replaced.begin(), replaced.end(), is_digit)) return {first, last};
  return {first, first.substr(0, first.size() - last.size()) + last};
}

AmaReference format_ama(const Citation& citation) {
  AmaReference reference;
  reference.before = list_authors(citation.authors);
  if (!reference.before.empty()) reference.before += ' ';
  reference.before += write_title(citation);
  if (!reference.before.empty() && reference.before.back() != ' ') reference.before += ' ';
  reference.journal = citation.journal.abbreviation.empty() ? citation.journal.title : citation.journal.abbreviation;
  if (citation.book && !reference.journal.empty()) reference.before += "In: ";
  if (!reference.journal.empty() && !ends_sentence(reference.journal)) reference.after = ".";
  append_part(reference.after, write_place(citation));
  if (!citation.doi.empty()) append_part(reference.after, "doi:" + citation.doi);
  append_part(reference.after, write_retraction(citation));
  return reference;
}

}  // namespace claimcheck
