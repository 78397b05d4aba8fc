#include "intake/citation_marks.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/characters.h"
#include "text/utf8.h"

namespace claimcheck {

namespace {

constexpr std::size_t kLongestRange = 30;    // "[1-400]" cites nothing
constexpr std::size_t kLongestNames = 160;   // of "(Smith et al., 2020; Jones, 2019)"
constexpr std::size_t kHighestNumber = 999;  // of a reference list

bool is_figure(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}

std::string lower(std::string_view text) {
  std::string folded(text);
  for (char& c : folded) {
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

/// Figures of `text` from `at` on; moves `at` behind them. 0 where there are none or too many.
std::size_t read_number(std::string_view text, std::size_t& at) {
  std::size_t value = 0;
  const std::size_t begin = at;
  while (at < text.size() && is_figure(text[at]))
    value = std::min<std::size_t>(value * 10 + static_cast<std::size_t>(text[at++] - '0'), 1000000);
  return at == begin ? 0 : value;
}

/// The numbers of "3", "1, 4-6", "2–4"; empty where `text` is anything else.
std::vector<std::size_t> read_numbers(std::string_view text) {
  std::vector<std::size_t> numbers;
  bool range = false;
  for (std::size_t at = 0; at < text.size();) {
    if (is_figure(text[at])) {
      const std::size_t number = read_number(text, at);
      if (number == 0 || number > kHighestNumber) return {};
      if (range && !numbers.empty() && number > numbers.back() && number - numbers.back() < kLongestRange) {
        for (std::size_t next = numbers.back() + 1; next < number; ++next) numbers.push_back(next);
      }
      range = false;
      numbers.push_back(number);
      continue;
    }
    const CodePoint c = decode_at(text, at);
    if (is_hyphen(c.value) || c.value == U'–') {
      range = true;
    } else if (c.value != U',' && c.value != U';' && !is_space(c.value)) {
      return {};
    }
    at += c.size;
  }
  return numbers;
}

/// The value of a superscript figure, or -1.
int superscript_value(char32_t c) {
  if (c == U'¹') return 1;
  if (c == U'²') return 2;
  if (c == U'³') return 3;
  if (c == U'⁰') return 0;
  return c >= U'⁴' && c <= U'⁹' ? static_cast<int>(c - U'⁴') + 4 : -1;
}

/// Without the "see" that may open a mark.
std::string_view without_opening(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  for (const std::string_view opening : {"see also ", "see ", "e.g., ", "e.g. "}) {
    if (text.starts_with(opening)) text.remove_prefix(opening.size());
  }
  return text;
}

/// Where the last year of `text` begins; npos where it has none.
std::size_t find_year(std::string_view text) {
  std::size_t year = std::string_view::npos;
  for (std::size_t at = 1; at + 4 <= text.size(); ++at) {
    const bool century = text.substr(at, 2) == "19" || text.substr(at, 2) == "20";
    const bool apart = text[at - 1] == ' ' || text[at - 1] == ',';
    if (century && apart && is_figure(text[at + 2]) && is_figure(text[at + 3])) year = at;
  }
  return year;
}

/// True for names, with no word in small letters but those that stand between and before names.
bool is_name_list(std::string_view names) {
  constexpr std::array<std::string_view, 12> kBetween{"et",  "al",  "and", "de",  "van", "von",
                                                      "der", "den", "di",  "del", "la",  "le"};
  for (std::size_t at = 0; at < names.size(); ++at) {
    const bool begins = is_small(names[at]) && (at == 0 || names[at - 1] == ' ');
    if (!begins) continue;
    const std::string_view word = names.substr(at, names.substr(at).find_first_of(" .,"));
    if (std::find(kBetween.begin(), kBetween.end(), word) == kBetween.end()) return false;
  }
  return names.find(',') != std::string_view::npos || names.find(" et al") != std::string_view::npos ||
         std::count(names.begin(), names.end(), ' ') <= 1;
}

/// "Smith et al., 2020" gives Smith and 2020; nullopt for anything else.
std::optional<CitationMark::AuthorYear> read_author_year(std::string_view text) {
  text = without_opening(text);
  if (text.empty() || !(is_upper(text.front()) || static_cast<unsigned char>(text.front()) >= 0x80))
    return std::nullopt;
  const std::size_t year = find_year(text);
  if (year == std::string_view::npos) return std::nullopt;
  const std::string_view rest = text.substr(year + 4);
  if (rest.size() > 1 || (rest.size() == 1 && !is_small(rest.front()))) return std::nullopt;
  const std::string_view names = text.substr(0, year);
  if (!is_name_list(names)) return std::nullopt;
  const std::string_view author = names.substr(0, names.find_first_of(" ,"));
  return CitationMark::AuthorYear{fold_case(author), std::string(text.substr(year, 4))};
}

std::vector<CitationMark::AuthorYear> read_author_years(std::string_view text) {
  std::vector<CitationMark::AuthorYear> names;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    const std::optional<CitationMark::AuthorYear> name = read_author_year(text.substr(0, end));
    if (!name) return {};
    names.push_back(*name);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return names;
}

/// A mark that says what it cites by address or identifier.
bool add_source(CitationMark& mark, std::string_view text) {
  CitedSource source;
  source.label = mark.label;
  source.pmid = find_pmid(text);
  source.doi = find_doi(text);
  if (!source.pmid && source.doi.empty()) return false;
  mark.sources.push_back(std::move(source));
  return true;
}

/// Finds the marks that stand in the words of a block.
class MarkScanner {
 public:
  MarkScanner(std::string_view text, std::size_t references) : text_(text), references_(references) {}

  std::vector<CitationMark> scan() {
    for (std::size_t at = 0; at < text_.size();) at = scan_at(at);
    return std::move(marks_);
  }

 private:
  std::size_t scan_at(std::size_t at) {
    const char c = text_[at];
    if (c == '[' || c == '(') return scan_bracket(at);
    if (c == 'P' || c == 'p' || c == 'd' || c == 'D' || c == 'h') return scan_identifier(at);
    if (static_cast<unsigned char>(c) >= 0x80) return scan_superscript(at);
    return at + 1;
  }

  void add(CitationMark mark, Span span, bool cut) {
    mark.span = span;
    mark.cut = cut;
    mark.label = std::string(slice(text_, span));
    for (CitedSource& source : mark.sources) source.label = mark.label;
    marks_.push_back(std::move(mark));
  }

  std::size_t scan_bracket(std::size_t at) {
    const bool square = text_[at] == '[';
    const std::size_t close = text_.substr(at, kLongestNames).find(square ? ']' : ')');
    if (close == std::string_view::npos) return at + 1;
    const Span span{at, at + close + 1};
    const std::string_view inside = text_.substr(at + 1, close - 1);
    CitationMark mark;
    mark.numbers = read_numbers(inside);
    const bool listed = std::all_of(mark.numbers.begin(), mark.numbers.end(),
                                    [&](std::size_t number) { return number <= references_; });
    if (!mark.numbers.empty() && (square || listed)) {
      add(std::move(mark), span, true);
      return span.end;
    }
    mark.numbers.clear();
    mark.names = read_author_years(inside);
    if (!mark.names.empty()) {
      add(std::move(mark), span, true);
      return span.end;
    }
    if (add_source(mark, inside) && is_identifier_only(inside)) {
      add(std::move(mark), span, true);
      return span.end;
    }
    if (!square && add_narrative(at, inside, span)) return span.end;
    return at + 1;
  }

  static bool is_identifier_only(std::string_view inside) {
    const std::string folded = lower(inside);
    return folded.starts_with("pmid") || folded.starts_with("doi") || folded.starts_with("http");
  }

  /// "Smith et al. (2020)"
  bool add_narrative(std::size_t at, std::string_view inside, Span span) {
    if (inside.size() != 4 || !std::all_of(inside.begin(), inside.end(), is_figure)) return false;
    const std::string_view before = text_.substr(0, at);
    constexpr std::string_view kEtAl = " et al. ";
    if (!before.ends_with(kEtAl)) return false;
    const std::string_view names = before.substr(0, before.size() - kEtAl.size());
    const std::size_t begin = names.find_last_of(" \t\n(");
    CitationMark mark;
    mark.names.push_back(
        {fold_case(names.substr(begin == std::string_view::npos ? 0 : begin + 1)), std::string(inside)});
    add(std::move(mark), span, false);
    return true;
  }

  std::size_t scan_identifier(std::size_t at) {
    if (at > 0 && (is_small(text_[at - 1]) || is_upper(text_[at - 1]))) return at + 1;
    const std::string opening = lower(text_.substr(at, 8));
    std::size_t end = at;
    if (opening.starts_with("http://") || opening.starts_with("https://") || opening.starts_with("doi:")) {
      end = std::min(text_.find_first_of(" \n\t<>\"", opening.starts_with("doi:") ? at + 5 : at), text_.size());
    } else if (opening.starts_with("pmid")) {
      end = at + 4;
      while (end < text_.size() && (text_[end] == ':' || text_[end] == ' ')) ++end;
      while (end < text_.size() && is_figure(text_[end])) ++end;
    } else {
      return at + 1;
    }
    while (end > at && std::string_view(".,;:)]").find(text_[end - 1]) != std::string_view::npos) --end;
    CitationMark mark;
    if (!add_source(mark, text_.substr(at, end - at))) return at + 1;
    add(std::move(mark), {at, end}, true);
    return end;
  }

  std::size_t scan_superscript(std::size_t at) {
    std::string figures;
    std::size_t end = at;
    while (end < text_.size()) {
      const CodePoint c = decode_at(text_, end);
      const int value = superscript_value(c.value);
      const bool joined =
          !figures.empty() && (c.value == U',' || c.value == U'⁻' || c.value == U'˒' || c.value == U'⁃');
      if (value < 0 && !joined) break;
      figures += value >= 0 ? std::to_string(value) : c.value == U'⁻' ? "-" : ",";
      end += c.size;
    }
    if (figures.empty()) return at + decode_at(text_, at).size;
    if (figures.ends_with(',')) {
      figures.pop_back();
      --end;
    }
    if (follows_word(at)) {
      CitationMark mark;
      mark.numbers = read_numbers(figures);
      if (!mark.numbers.empty()) add(std::move(mark), {at, end}, true);
    }
    return end;
  }
  /// Not behind figures or a unit ("10⁹", "m²").
  bool follows_word(std::size_t at) const {
    if (at == 0) return false;
    if (std::string_view(".,;:)\"%").find(text_[at - 1]) != std::string_view::npos) return true;
    std::size_t letters = 0;
    while (letters < at && (is_small(text_[at - 1 - letters]) || is_upper(text_[at - 1 - letters]))) ++letters;
    return letters > 2;
  }

  std::string_view text_;
  std::size_t references_ = 0;
  std::vector<CitationMark> marks_;
};

/// The words of a mark without the brackets round them.
std::string_view without_brackets(std::string_view words) {
  const bool bracketed = words.size() > 2 && (words.front() == '[' || words.front() == '(');
  return bracketed ? words.substr(1, words.size() - 2) : words;
}

/// True for words that only cite, which a claim leaves out.
bool only_cites(std::string_view words, bool superscript, bool numbered) {
  if (superscript) return numbered;
  const std::string_view inside = without_brackets(words);
  const bool address = words.starts_with("http") || words.starts_with("doi") || words.starts_with("www.");
  return (numbered && inside != words) || address || (words.starts_with("(") && !read_author_years(inside).empty());
}

/// A mark of the reader's; nullopt for a link that cites nothing.
std::optional<CitationMark> read_reference_mark(const ReferenceMark& given, std::string_view text) {
  CitationMark mark;
  mark.span = given.span;
  const std::string_view words = slice(text, given.span);
  mark.label = std::string(words.empty() ? std::string_view(given.url) : words);
  const std::vector<std::size_t> numbers = read_numbers(without_brackets(words));
  mark.cut = only_cites(words, given.superscript, !numbers.empty());
  if (!given.sources.empty()) {
    mark.sources = given.sources;
    mark.cut = mark.cut || !numbers.empty();
    return mark;
  }
  if (given.url.starts_with('#')) {
    mark.anchor = given.url.substr(1);
    if (!numbers.empty()) mark.numbers = numbers;
    const bool cites = mark.cut || !numbers.empty();
    mark.cut = cites;
    return cites ? std::optional(mark) : std::nullopt;
  }
  if (!given.url.empty() && add_source(mark, given.url)) {
    mark.cut = mark.cut || !numbers.empty();
    return mark;
  }
  if (given.superscript && !numbers.empty()) {
    mark.numbers = numbers;
    return mark;
  }
  return std::nullopt;
}

/// A link inside "(Lee 2007)" is the whole of it.
void take_brackets(CitationMark& link, const CitationMark& bracket) {
  const bool inside = bracket.span.begin < link.span.begin && link.span.end < bracket.span.end;
  if (!inside || !bracket.cut) return;
  link.span = bracket.span;
  link.cut = true;
}

}  // namespace

std::optional<Pmid> find_pmid(std::string_view text) {
  const std::string folded = lower(text);
  for (const std::string_view opening : {"pubmed.ncbi.nlm.nih.gov/", "ncbi.nlm.nih.gov/pubmed/", "pmid"}) {
    std::size_t at = folded.find(opening);
    if (at == std::string::npos) continue;
    at += opening.size();
    while (at < folded.size() && (folded[at] == ':' || folded[at] == ' ')) ++at;
    std::uint64_t value = 0;
    const std::size_t begin = at;
    while (at < folded.size() && is_figure(folded[at]) && at - begin < 9) {
      value = value * 10 + static_cast<std::uint64_t>(folded[at++] - '0');
    }
    const bool whole = at > begin && (at == folded.size() || !is_figure(folded[at]));
    if (whole && value > 0) return static_cast<Pmid>(value);
  }
  return std::nullopt;
}

std::string find_doi(std::string_view text) {
  for (std::size_t at = text.find("10."); at != std::string_view::npos; at = text.find("10.", at + 3)) {
    if (at > 0 && is_figure(text[at - 1])) continue;
    std::size_t slash = at + 3;
    while (slash < text.size() && is_figure(text[slash])) ++slash;
    if (slash < at + 7 || slash >= text.size() || text[slash] != '/') continue;
    std::size_t end = std::min(text.find_first_of(" \n\t<>\"'?#", slash), text.size());
    while (end > slash + 1 && std::string_view(".,;:)]").find(text[end - 1]) != std::string_view::npos) --end;
    if (end > slash + 1) return lower(text.substr(at, end - at));
  }
  return {};
}

std::vector<CitationMark> find_citation_marks(const Block& block, std::size_t references) {
  std::vector<CitationMark> marks;
  for (const ReferenceMark& given : block.marks) {
    if (std::optional<CitationMark> mark = read_reference_mark(given, block.text)) marks.push_back(std::move(*mark));
  }
  const std::size_t given_end = marks.size();
  std::size_t given = 0;  // both are in order
  for (CitationMark& mark : MarkScanner(block.text, references).scan()) {
    while (given < given_end && marks[given].span.end <= mark.span.begin) ++given;
    const bool known = given < given_end && marks[given].span.overlaps(mark.span);
    if (!known) {
      marks.push_back(std::move(mark));
      continue;
    }
    const bool next = given + 1 < given_end && marks[given + 1].span.overlaps(mark.span);
    if (!next) take_brackets(marks[given], mark);
  }
  std::stable_sort(marks.begin(), marks.end(), [](const CitationMark& left, const CitationMark& right) {
    return left.span.begin < right.span.begin;
  });
  return marks;
}

}  // namespace claimcheck
