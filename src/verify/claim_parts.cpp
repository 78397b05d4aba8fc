#include "verify/claim_parts.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace claimcheck {
namespace {

/// The time frame behind an outcome is long, and names nothing of it.
constexpr std::size_t kOutcomeWords = 14;

/// Words that stand in most claims about treatments and tell none of them apart.
bool is_generic(const Token& token) {
  static constexpr std::array<std::string_view, 4> words{"patient", "treatment", "group", "compar"};
  return std::find(words.begin(), words.end(), token.stem) != words.end();
}

std::vector<std::string> content_of(std::span<const Token> tokens, std::size_t most = std::string::npos) {
  std::vector<std::string> stems;
  for (const Token& token : tokens) {
    if (stems.size() == most) break;
    if (token.kind == TokenKind::punctuation || token.norm.size() < 2 || is_stop_word(token.norm)) continue;
    const bool known = std::find(stems.begin(), stems.end(), token.stem) != stems.end();
    if (!known) stems.push_back(token.stem);
  }
  return stems;
}

/// Where the words of `phrase` first stand, from `from` on; the number of tokens when they do not.
std::size_t find_phrase(std::span<const Token> tokens, std::span<const std::string_view> phrase, std::size_t from) {
  const auto same = [](const Token& token, std::string_view word) { return token.norm == word; };
  const auto at = std::search(tokens.begin() + static_cast<std::ptrdiff_t>(std::min(from, tokens.size())), tokens.end(),
                              phrase.begin(), phrase.end(), same);
  return static_cast<std::size_t>(at - tokens.begin());
}

/// "non-inferior", "not inferior", "equivalent"; "inferior" alone asks for the worse.
bool says_no_worse(std::span<const Token> kind) {
  bool denied = false;
  for (const Token& token : kind) {
    if (token.stem == "noninferior" || token.stem == "equival" || (denied && token.stem == "inferior")) return true;
    if (token.kind != TokenKind::punctuation) denied = token.norm == "non" || token.norm == "not";
  }
  return false;
}

std::string text_of(std::string_view text, std::span<const Token> tokens) {
  if (tokens.empty()) return {};
  return std::string(slice(text, {tokens.front().span.begin, tokens.back().span.end}));
}

/// "X is superior or other to Y in terms of Z": fills the arms and the outcome.
bool read_comparison_parts(std::string_view text, std::span<const Token> tokens, ClaimParts& parts) {
  static constexpr std::array<std::string_view, 3> kTerms{"in", "terms", "of"};
  static constexpr std::array<std::string_view, 1> kIs{"is"};
  static constexpr std::array<std::string_view, 1> kTo{"to"};
  const std::size_t terms = find_phrase(tokens, kTerms, 0);
  if (terms == tokens.size()) return false;
  const std::size_t verb = find_phrase(tokens.first(terms), kIs, 0);
  const std::size_t to = find_phrase(tokens.first(terms), kTo, verb);
  if (verb == terms || to == terms) return false;
  const auto kind = tokens.subspan(verb, to - verb);
  parts.form = ClaimForm::comparison;
  parts.asks_no_worse = says_no_worse(kind);
  parts.intervention = content_of(tokens.first(verb));
  parts.comparator = content_of(tokens.subspan(to + 1, terms - to - 1));
  parts.outcome = content_of(tokens.subspan(terms + kTerms.size()), kOutcomeWords);
  parts.intervention_text = text_of(text, tokens.first(verb));
  parts.comparator_text = text_of(text, tokens.subspan(to + 1, terms - to - 1));
  const auto measured = tokens.subspan(terms + kTerms.size());
  parts.outcome_text = text_of(text, measured.first(std::min(measured.size(), kOutcomeWords)));
  parts.words = parts.intervention;
  for (const std::string& stem : parts.outcome) {
    const bool known = std::find(parts.words.begin(), parts.words.end(), stem) != parts.words.end();
    if (!known) parts.words.push_back(stem);
  }
  return true;
}

/// "Is X …?", "X: does it …", "In patients with P, does X …": a question mark, or a clause that opens as one.
bool is_question(std::span<const Token> tokens) {
  static constexpr std::array<std::string_view, 9> openers{"does", "do",  "did",  "is",    "are",
                                                           "can",  "was", "were", "should"};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].norm == "?") return true;
    const bool opens = i == 0 || tokens[i - 1].norm == "," || tokens[i - 1].norm == ":";
    const bool asks = std::find(openers.begin(), openers.end(), tokens[i].norm) != openers.end();
    // "Ketamine, when given slowly, is safe" asks nothing; "In adults, is ketamine safe" does.
    const bool is_inverted = i == 0 || tokens[i - 1].norm == ":" || tokens.front().norm == "in";
    if (opens && asks && is_inverted) return true;
  }
  return false;
}

}  // namespace

ClaimParts read_claim_parts(const Sentence& claim) {
  ClaimParts parts;
  for (const Token& token : claim.tokens) {
    if (token.kind == TokenKind::number) parts.numbers.push_back(token.stem);
  }
  if (read_comparison_parts(claim.text, claim.tokens, parts)) return parts;
  if (is_question(claim.tokens)) parts.form = ClaimForm::question;
  std::vector<Token> tokens;
  std::copy_if(claim.tokens.begin(), claim.tokens.end(), std::back_inserter(tokens),
               [](const Token& token) { return !is_generic(token); });
  parts.words = content_of(tokens);
  return parts;
}

}  // namespace claimcheck
