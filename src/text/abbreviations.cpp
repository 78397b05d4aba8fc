#include "text/abbreviations.h"

#include <algorithm>
#include <optional>

#include "text/characters.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

/// A short form has 2 to 10 characters and at most two words (Schwartz and Hearst, section 3.1).
constexpr std::size_t kLongestShortForm = 10;
/// No definition is longer than so many bytes.
constexpr std::size_t kFurthestBracket = 200;

bool is_alphanumeric(char c) {
  const CharacterClass kind = classify(static_cast<unsigned char>(c));
  return static_cast<unsigned char>(c) < 0x80 && (is_letter(kind) || kind == CharacterClass::digit);
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_short_form(std::string_view text) {
  if (text.size() < 2 || text.size() > kLongestShortForm || !is_alphanumeric(text.front()) || !is_ascii(text)) {
    return false;
  }
  const auto is_ascii_letter = [](char c) { return is_alphanumeric(c) && (c < '0' || c > '9'); };
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return std::any_of(text.begin(), text.end(), is_ascii_letter) && std::any_of(text.begin(), text.end(), is_capital) &&
         std::count(text.begin(), text.end(), ' ') <= 1 && text.find_first_of("=<>%;,") == std::string_view::npos;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != ' ' && (at == 0 || text[at - 1] == ' ')) ++words;
  }
  return words;
}

/// Where the words at the end of `before` begin whose initials are exactly the letters of `short_form`.
std::optional<std::size_t> find_initials(std::string_view short_form, std::string_view before) {
  std::size_t at = before.size();
  for (std::size_t s = short_form.size(); s-- > 0;) {
    if (!is_alphanumeric(short_form[s])) return std::nullopt;
    while (at > 0 && !is_alphanumeric(before[at - 1])) --at;
    if (at == 0) return std::nullopt;
    while (at > 0 && before[at - 1] != ' ' && before[at - 1] != '-') --at;
    if (lower(before[at]) != lower(short_form[s])) return std::nullopt;
  }
  return at;
}

/// Where the long form of `short_form` begins in `before`, the text to the left of the bracket: each letter is found
/// from the right, the first one at the start of a word (Schwartz and Hearst, figure 1).
std::optional<std::size_t> find_long_form(std::string_view short_form, std::string_view before) {
  if (const auto initials = find_initials(short_form, before)) return initials;
  std::size_t at = before.size();
  for (std::size_t s = short_form.size(); s-- > 0;) {
    if (!is_alphanumeric(short_form[s])) continue;
    const char wanted = lower(short_form[s]);
    const auto fits = [&](std::size_t i) {
      return lower(before[i]) == wanted && (s > 0 || i == 0 || !is_alphanumeric(before[i - 1]));
    };
    do {
      if (at == 0) return std::nullopt;
      --at;
    } while (!fits(at));
  }
  const std::size_t space = before.find_last_of(" (", at);
  return space == std::string_view::npos ? 0 : space + 1;
}

/// The words at the end of `before` among which the long form must be: min(|A| + 5, 2 |A|) words, within the clause.
std::string_view candidate_before(std::string_view text, Span before, std::size_t letters) {
  const std::size_t most = std::min(letters + 5, letters * 2);
  const std::size_t furthest = before.size() > kFurthestBracket ? before.end - kFurthestBracket : before.begin;
  std::size_t words = 0;
  std::size_t at = before.end;
  for (; at > furthest; --at) {
    const char c = text[at - 1];
    if (c == ';' || c == '(' || c == ')' || c == '\n') break;
    if (c == ' ' && at < before.end && text[at] != ' ' && ++words == most) break;
  }
  return text.substr(at, before.end - at);
}

bool is_definition(std::string_view short_form, std::string_view long_form) {
  if (long_form.size() <= short_form.size() || count_words(long_form) < 1) return false;
  // "A (B)" where the short form stands as a word in the long one defines nothing.
  for (std::size_t at = long_form.find(short_form); at != std::string_view::npos;
       at = long_form.find(short_form, at + 1)) {
    const std::size_t end = at + short_form.size();
    const bool whole = (at == 0 || !is_alphanumeric(long_form[at - 1])) &&
                       (end == long_form.size() || !is_alphanumeric(long_form[end]));
    if (whole) return false;
  }
  return true;
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

std::size_t offset(std::string_view text, std::string_view part) {
  return static_cast<std::size_t>(part.data() - text.data());
}

/// "complex regional pain syndrome (CRPS)"; what follows a comma or semicolon inside the brackets does not count.
std::optional<Abbreviation> read_short_in_brackets(std::string_view text, Span before, std::size_t open) {
  const std::string_view inside = text.substr(open + 1, kLongestShortForm + 2);
  const std::size_t end = inside.find_first_of("),;");
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view short_form = trim(inside.substr(0, end));
  if (!is_short_form(short_form)) return std::nullopt;
  const std::string_view words = candidate_before(text, before, short_form.size());
  const auto begin = find_long_form(short_form, words);
  if (!begin) return std::nullopt;
  const std::string_view long_form = trim(words.substr(*begin));
  if (!is_definition(short_form, long_form)) return std::nullopt;
  const std::size_t close = text.substr(open, kFurthestBracket).find(')');
  const std::size_t last = open + (close == std::string_view::npos ? 1 + end : close + 1);
  return Abbreviation{std::string(short_form), std::string(long_form), {offset(text, long_form), last}};
}

/// "CRPS (complex regional pain syndrome)".
std::optional<Abbreviation> read_long_in_brackets(std::string_view text, Span before, std::size_t open) {
  const std::string_view rest = text.substr(open + 1, kFurthestBracket);
  const std::size_t close = rest.find_first_of("();");
  if (close == std::string_view::npos || rest[close] != ')') return std::nullopt;
  const std::string_view long_form = trim(rest.substr(0, close));
  const std::string_view words = slice(text, before);
  const std::string_view short_form = words.substr(words.find_last_of(" (") + 1);  // npos + 1 is 0
  if (!is_short_form(short_form) || count_words(long_form) < 2) return std::nullopt;
  const auto begin = find_long_form(short_form, long_form);
  if (!begin || *begin != 0 || !is_definition(short_form, long_form)) return std::nullopt;
  return Abbreviation{std::string(short_form), std::string(long_form), {offset(text, short_form), open + close + 2}};
}

}  // namespace

std::vector<Abbreviation> find_abbreviations(std::string_view text) {
  std::vector<Abbreviation> found;
  std::size_t clause = 0;  // no long form reaches further back
  for (std::size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
    if (open == 0) continue;
    const std::size_t before = text.find_last_not_of(' ', open - 1) + 1;
    auto abbreviation = read_short_in_brackets(text, {clause, before}, open);
    if (!abbreviation) abbreviation = read_long_in_brackets(text, {clause, before}, open);
    if (!abbreviation) continue;
    found.push_back(std::move(*abbreviation));
    clause = open + 1;
  }
  return found;
}

}  // namespace claimcheck
