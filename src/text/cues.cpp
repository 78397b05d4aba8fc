#include "text/cues.h"

#include <algorithm>

#include "text/cue_table.h"

namespace claimcheck {
namespace {

/// NegEx lets a negation reach so many words; with the marks between them, so many tokens at the very most.
constexpr std::size_t kReach = 8;
constexpr std::size_t kFurthest = 64;

bool ends_clause(std::span<const Token> tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (token.kind != TokenKind::punctuation) return false;
  if (token.norm == ";" || token.norm == ":" || token.norm == "—" || token.norm == "?" || token.norm == "!")
    return true;
  if (token.norm != "." || at == 0 || at + 1 >= tokens.size()) return false;
  // A full stop inside the text: the end of a sentence, unless it belongs to a short form ("vs.").
  return tokens[at - 1].norm.size() > 2 && tokens[at + 1].span.begin > token.span.end;
}

/// "A stone without obstruction was seen": what "without" denies ends before the verb.
bool is_finite_verb(const Token& token) {
  return token.norm == "was" || token.norm == "were" || token.norm == "is" || token.norm == "are";
}

/// True if a negation whose words end before `from` still holds at `index`.
bool reaches(std::span<const Token> tokens, std::size_t from, std::size_t index) {
  const bool without = tokens[from - 1].norm == "without";
  if (without && is_finite_verb(tokens[index])) return false;
  std::size_t words = 0;
  int depth = 0;
  for (std::size_t at = from; at < index; ++at) {
    const Token& token = tokens[at];
    if (ends_clause(tokens, at) || (without && is_finite_verb(token))) return false;
    if (token.kind != TokenKind::punctuation && ++words >= kReach) return false;
    if (token.norm == "(" || token.norm == "[") ++depth;
    if ((token.norm == ")" || token.norm == "]") && --depth < 0) return false;
  }
  return true;
}

}  // namespace

std::vector<Cue> find_cues(std::span<const Token> tokens) {
  return CueTable::builtin().find(tokens);
}

bool is_negated(std::span<const Token> tokens, std::span<const Cue> cues, std::size_t index) {
  const auto behind =
      std::upper_bound(cues.begin(), cues.end(), index, [](std::size_t at, const Cue& cue) { return at < cue.first; });
  for (auto cue = behind; cue != cues.begin();) {
    --cue;
    if (index - cue->first > kFurthest || cue->kind == CueKind::scope_end) return false;
    if (cue->kind == CueKind::negation && cue->last <= index) return reaches(tokens, cue->last, index);
  }
  return false;
}

}  // namespace claimcheck
