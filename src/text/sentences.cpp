#include "text/sentences.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/characters.h"
#include "text/word_set.h"

namespace claimcheck {
namespace {

/// Short forms that a sentence does not end with, whatever follows.
const WordSet& never_final() {
  static const WordSet words{"vs",   "al",     "e.g",  "eg",   "i.e",  "ie",   "cf",  "dr",   "mr",
                             "mrs",  "ms",     "prof", "fig",  "figs", "eq",   "eqs", "ref",  "refs",
                             "tab",  "approx", "ca",   "viz",  "vol",  "pp",   "st",  "resp", "suppl",
                             "chap", "ed",     "eds",  "sect", "n.b",  "incl", "spp", "subsp"};
  return words;
}

/// Short forms that may end a sentence: only before a word that seldom stands inside one (see is_opener).
const WordSet& seldom_final() {
  static const WordSet words{
      "i.v",  "i.m",  "i.p", "s.c", "p.o", "p.r", "i.n", "i.t", "q.d", "b.i.d", "t.i.d", "q.i.d", "b.d",  "a.m",  "p.m",
      "I.V",  "I.M",  "I.P", "S.C", "P.O", "A.M", "P.M", "U.S", "U.K", "U.S.A", "E.U",   "Inc",   "Ltd",  "Corp", "Co",
      "Jr",   "Sr",   "iv",  "im",  "sc",  "po",  "sp",  "var", "wt",  "avg",   "est",   "dept",  "Univ", "Ph.D", "M.D",
      "M.Sc", "B.Sc", "w/v", "w/w", "v/v", "etc", "Dec", "Jan", "Feb", "Aug",   "Sept",  "Oct",   "Nov"};
  return words;
}

/// Words that a number follows: "no. 5", "p. 12".
bool takes_number(std::string_view word) {
  return word == "no" || word == "nos" || word == "p" || word == "art";
}

/// Words that open a sentence far more often than they stand capitalised inside one.
bool is_opener(std::string_view word) {
  static const WordSet words{
      "A",       "An",         "The",         "This",       "That",      "These",        "Those",        "It",
      "There",   "We",         "Our",         "They",       "Their",     "He",           "She",          "In",
      "On",      "At",         "After",       "Before",     "During",    "For",          "From",         "To",
      "By",      "With",       "Without",     "Within",     "When",      "While",        "Whereas",      "Although",
      "Though",  "Because",    "Since",       "If",         "As",        "All",          "Both",         "Each",
      "Every",   "No",         "None",        "Not",        "Neither",   "Only",         "Some",         "Most",
      "Many",    "Few",        "Several",     "However",    "Moreover",  "Furthermore",  "Thus",         "Therefore",
      "Hence",   "Finally",    "Overall",     "Here",       "Patients",  "Participants", "Subjects",     "Results",
      "Methods", "Conclusion", "Conclusions", "Background", "Objective", "Further",      "Additionally", "One",
      "Two",     "Three",      "Four",        "Five",       "Six",       "Compared",     "Using",        "Data",
      "Adverse", "Mean",       "Median",      "Secondary",  "Primary"};
  return words.contains(word);
}

/// Nouns that a single capital letter qualifies, so that the letter is no initial: "vitamin D. Then …".
bool takes_letter(std::string_view word) {
  static const WordSet words{
      "vitamin", "hepatitis", "type",     "group",     "grade",          "class",    "arm",         "cohort",
      "factor",  "protein",   "part",     "panel",     "stage",          "phase",    "schedule",    "level",
      "figure",  "table",     "appendix", "influenza", "immunoglobulin", "coenzyme", "cyclosporin", "cyclosporine",
      "kinase",  "toxin",     "period",   "site",      "center",         "centre",   "subtype",     "domain"};
  return words.contains(word);
}

std::string lower(std::string_view ascii) {
  std::string result(ascii);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

bool is_closing(char32_t c) {
  return c == U')' || c == U']' || c == U'}' || c == U'"' || c == U'\'' || c == U'\u201D' || c == U'\u2019' ||
         c == U'\u00BB';
}

bool is_opening(char32_t c) {
  return c == U'(' || c == U'[' || c == U'{' || c == U'"' || c == U'\'' || c == U'\u201C' || c == U'\u2018' ||
         c == U'\u00AB' || c == U'\u201E';
}

bool is_terminal(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U'\u2026';
}

class SentenceSplitter {
 public:
  explicit SentenceSplitter(std::string_view text) : text_(text) {}

  std::vector<Span> split() {
    begin_ = skip_space(0);
    for (std::size_t at = begin_; at < text_.size();) {
      if (at > begin_ + kLongestUnbroken) close(at);
      if (is_small_letter(text_[at])) {  // most of a text
        ++at;
        continue;
      }
      const CodePoint point = decode_at(text_, at);
      if (is_space(point.value)) {
        at = pass_space(at);
      } else if (is_terminal(point.value)) {
        at = pass_terminal(at);
      } else {
        if (is_opening_bracket(point.value)) bracket_ = at;
        if (point.value == U')' || point.value == U']') bracket_ = kNoBracket;
        at += point.size;
      }
    }
    close(text_.size());
    return std::move(sentences_);
  }

 private:
  static constexpr std::size_t kNoBracket = static_cast<std::size_t>(-1);
  /// A sentence may not end inside brackets unless they reach further than this many bytes, or never close.
  static constexpr std::size_t kLongestAside = 300;
  static constexpr std::size_t kLongest = 4000;
  static constexpr std::size_t kLongestUnbroken = 8000;  // where no white space comes

  static bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }
  static bool is_opening_bracket(char32_t c) { return c == U'(' || c == U'['; }

  [[nodiscard]] std::size_t skip_space(std::size_t at) const {
    while (at < text_.size()) {
      const CodePoint point = decode_at(text_, at);
      if (!is_space(point.value)) break;
      at += point.size;
    }
    return at;
  }

  [[nodiscard]] std::size_t trim_end(std::size_t end) const {
    while (end > begin_) {
      const CodePoint point = decode_before(text_, end);
      if (!is_space(point.value)) break;
      end -= point.size;
    }
    return end;
  }

  /// Ends the sentence at byte `end`; the next one begins at the next byte that is no space.
  void close(std::size_t end) {
    const std::size_t trimmed = trim_end(end);
    if (trimmed > begin_) sentences_.push_back({begin_, trimmed});
    begin_ = skip_space(end);
    bracket_ = kNoBracket;
  }

  /// A blank line ends a sentence; other white space does not, unless it has gone on for too long to be one.
  std::size_t pass_space(std::size_t at) {
    const std::size_t next = skip_space(at);
    const auto lines = std::count(text_.begin() + static_cast<std::ptrdiff_t>(at),
                                  text_.begin() + static_cast<std::ptrdiff_t>(next), '\n');
    if (lines > 1 || at > begin_ + kLongest) close(at);
    return next;
  }

  std::size_t pass_terminal(std::size_t at) {
    std::size_t end = at;
    bool strong = false;  // "?" or "!": no abbreviation ends so
    while (end < text_.size()) {
      const CodePoint point = decode_at(text_, end);
      if (!is_terminal(point.value)) break;
      strong = strong || point.value == U'?' || point.value == U'!';
      end += point.size;
    }
    const bool ellipsis = !strong && end - at > 1;
    end = skip_marks(at, end);
    const std::size_t next = skip_space(end);
    if (next == text_.size()) return next;
    const bool split = next == end ? is_missing_space(at, next) : is_boundary(at, next, strong, ellipsis);
    if (!split || inside_brackets(at, end)) return end;
    close(end);
    return begin_;
  }

  /// Past closing quotes and brackets, and past a reference mark glued to the stop: "stopped.3,4", "stopped.[7]".
  [[nodiscard]] std::size_t skip_marks(std::size_t at, std::size_t end) const {
    const std::size_t from = end;
    while (end < text_.size() && is_closing(decode_at(text_, end).value)) end += decode_at(text_, end).size;
    if (at == 0 || !(is_letter(decode_before(text_, at).value) || is_closing(decode_before(text_, at).value))) {
      return end;
    }
    std::size_t mark = end;
    while (mark < text_.size()) {
      const CodePoint point = decode_at(text_, mark);
      const char32_t c = point.value;
      const bool part = is_digit(c) || is_other_numeral(c) || c == U',' || c == U'-' || c == U'\u2013' || c == U'[' ||
                        c == U']' || c == U'^' || c == U'{' || c == U'}';
      if (!part || mark - from > kLongestMark) break;
      mark += point.size;
    }
    const bool whole = mark == text_.size() || is_space(decode_at(text_, mark).value);
    return whole && word_before(at).size() > 1 && !is_short_form(at) ? mark : end;
  }
  static constexpr std::size_t kLongestMark = 24;

  /// The word that ends at byte `end`, inner full stops included ("i.v"), without what stands before it.
  [[nodiscard]] std::string_view word_before(std::size_t end) const {
    std::size_t from = end;
    while (from > begin_ && end - from < kLongestWord) {
      const CodePoint point = decode_before(text_, from);
      const char32_t c = point.value;
      if (!is_letter(c) && !is_digit(c) && c != U'.' && c != U'/' && c != kMiddleDot) break;
      from -= point.size;
    }
    return text_.substr(from, end - from);
  }
  static constexpr std::size_t kLongestWord = 48;

  [[nodiscard]] std::string_view word_at(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && end - at < kLongestWord) {
      const CodePoint point = decode_at(text_, end);
      if (!is_letter(point.value) && !is_digit(point.value)) break;
      end += point.size;
    }
    return text_.substr(at, end - at);
  }

  [[nodiscard]] bool is_short_form(std::size_t at) const {
    const std::string_view word = word_before(at);
    return never_final().contains(lower(word)) || seldom_final().contains(word);
  }

  /// A stop without space behind it ends a sentence where two sentences were run together: "the groups.Both were".
  [[nodiscard]] bool is_missing_space(std::size_t at, std::size_t next) const {
    const std::string_view before = word_before(at);
    const std::string_view after = word_at(next);
    if (before.size() < 3 || before.find_first_of("./") != std::string_view::npos || is_short_form(at)) return false;
    if (!is_lower_case(decode_before(text_, at).value) || after.empty()) return false;
    return is_opener(after) || (after.size() > 2 && is_upper_case(decode_at(after, 0).value) &&
                                is_lower_case(decode_before(after, after.size()).value) && before.size() > 3);
  }

  [[nodiscard]] bool inside_brackets(std::size_t at, std::size_t end) const {
    if (bracket_ == kNoBracket || bracket_ < begin_) return false;
    if (at - bracket_ > kLongestAside) return false;
    const auto closed = [this](std::size_t from, std::size_t to) {
      return text_.substr(from, to - from).find_first_of(")]") != std::string_view::npos;
    };
    if (closed(at, end)) return false;
    return closed(end, std::min(text_.size(), bracket_ + kLongestAside));
  }

  /// Whether the stop at `at`, with white space behind it and `next` the first byte after that, ends a sentence.
  [[nodiscard]] bool is_boundary(std::size_t at, std::size_t next, bool strong, bool ellipsis) const {
    std::size_t start = next;
    while (start < text_.size() && is_opening(decode_at(text_, start).value)) start += decode_at(text_, start).size;
    if (start == text_.size()) return true;
    const char32_t first = decode_at(text_, start).value;
    if (is_terminal(first) || is_closing(first)) return false;
    if (strong) return !is_lower_case(first);
    if (ellipsis) return is_upper_case(first);
    if (is_enumerator(at)) return false;

    const std::string_view before = word_before(at);
    const std::string word = lower(before);
    if (never_final().contains(word)) return false;
    if (takes_number(word) && is_digit(first)) return false;
    if (seldom_final().contains(before)) return is_opener(word_at(start));
    if (is_initial(before) && !takes_letter(word_before_last(at))) return is_opener(word_at(start));
    if (is_lower_case(first)) return starts_with_symbol_name(start) || is_list_mark(next);
    return true;
  }

  /// A lower-case word that a sentence can start with all the same: "p53", "mTOR", "α-synuclein".
  [[nodiscard]] bool starts_with_symbol_name(std::size_t start) const {
    const std::string_view word = word_at(start);
    const bool mixed =
        std::any_of(word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
    const CodePoint first = decode_at(text_, start);
    return mixed || (first.value > 0x7F && word.size() == first.size);
  }

  /// "(b) ": the next item of a list.
  [[nodiscard]] bool is_list_mark(std::size_t at) const {
    return at + 3 < text_.size() && text_[at] == '(' && text_[at + 2] == ')' && text_[at + 3] == ' ';
  }

  [[nodiscard]] static bool is_initial(std::string_view word) {
    const std::size_t dot = word.rfind('.');
    const std::string_view last = dot == std::string_view::npos ? word : word.substr(dot + 1);
    return last.size() == 1 && last[0] >= 'A' && last[0] <= 'Z';
  }

  [[nodiscard]] std::string word_before_last(std::size_t at) const {
    return lower(word_before(trim_end(at - word_before(at).size())));
  }

  /// The sentence so far is a list mark only: "2.", "(a).", "iv.".
  [[nodiscard]] bool is_enumerator(std::size_t at) const {
    if (at - begin_ > 4) return false;
    const std::string_view mark = text_.substr(begin_, at - begin_);
    const auto in = [mark](std::string_view allowed) {
      return mark.find_first_not_of(allowed) == std::string_view::npos;
    };
    return in("0123456789()[]") || in("ivxIVX()") || (mark.size() == 1 && decode_at(mark, 0).size == 1) ||
           (mark.size() == 3 && mark[0] == '(' && mark[2] == ')');
  }

  std::string_view text_;
  std::vector<Span> sentences_;
  std::size_t begin_ = 0;             ///< of the sentence being read
  std::size_t bracket_ = kNoBracket;  ///< the last opening bracket that is still open
};

}  // namespace

std::vector<Span> split_sentences(std::string_view text) {
  return SentenceSplitter(text).split();
}

}  // namespace claimcheck
