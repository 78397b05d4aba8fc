#include "verify/plain_answer.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "verify/polarity.h"

namespace claimcheck {
namespace {

constexpr double kPlain = 0.85;  // how often a plain answer is right

// "although A did not differ": what is conceded there is not the point.
bool is_conceded(const Sentence& passage, TokenRange clause) {
  static constexpr std::array<std::string_view, 6> words{"although", "though", "despite", "while", "whereas", "which"};
  const std::size_t opener = clause.first > 0 ? clause.first - 1 : 0;
  return std::find(words.begin(), words.end(), passage.tokens[opener].norm) != words.end() ||
         std::find(words.begin(), words.end(), passage.tokens[clause.first].norm) != words.end();
}

// True if a cue of this kind begins in tokens [first, last).
bool begins_cue(const Sentence& sentence, CueKind kind, std::size_t first, std::size_t last) {
  return std::any_of(sentence.cues.begin(), sentence.cues.end(),
                     [&](const Cue& cue) { return cue.kind == kind && first <= cue.first && cue.first < last; });
}

bool is_denial(const Cue& cue) {
  return cue.kind == CueKind::negation || cue.kind == CueKind::null_result;
}

// True if tokens [first, last) deny what stands before them: "was not", "in neither"; not "without" or "with no".
bool denies_behind(const Sentence& passage, std::size_t first, std::size_t last) {
  return std::any_of(passage.cues.begin(), passage.cues.end(), [&](const Cue& cue) {
    const std::string_view word = passage.tokens[cue.first].norm;
    return is_denial(cue) && first <= cue.first && cue.last <= last && word != "without" && word != "no";
  });
}

// True if a clause is nothing but a denial of the one before it: "improved, but not significantly".
bool is_bare_denial(const Sentence& passage, TokenRange clause) {
  while (clause.first < clause.last && passage.tokens[clause.last - 1].kind == TokenKind::punctuation) --clause.last;
  return std::any_of(passage.cues.begin(), passage.cues.end(), [&](const Cue& cue) {
    return is_denial(cue) && cue.first == clause.first && cue.last == clause.last;
  });
}

}  // namespace

std::optional<AnswerReading> read_plain_answer(const Sentence& claim, const Sentence& passage) {
  const Benefit asked = find_benefit(claim, {0, claim.tokens.size()});
  if (!asked.good || asked.bad) return std::nullopt;
  bool affirmed = false;
  bool denied = false;
  for (const TokenRange clause : split_clauses(passage)) {
    if (is_conceded(passage, clause)) continue;
    const Benefit told = find_benefit(passage, clause);
    const bool tells = told.good || told.bad;
    // What is told first is not denied by what comes after: "fell without more visits".
    const std::size_t end = tells ? told.first + 1 : clause.last;
    const bool denies = has_cue(passage, CueKind::negation, clause.first, end) ||
                        begins_cue(passage, CueKind::null_result, clause.first, end);
    // "Better sleep was not seen": told and taken back. "Whether sleep improves is unknown": not told at all.
    const bool is_open =
        tells && !denies &&
        (denies_behind(passage, end, clause.last) || has_cue(passage, CueKind::gap, clause.first, clause.last));
    if (is_open) continue;
    affirmed = (affirmed && !is_bare_denial(passage, clause)) || (told.good && !told.bad && !denies);
    denied = denied || denies || told.bad;
  }
  if (affirmed) return AnswerReading{Answer::affirms, kPlain};
  return denied ? std::optional(AnswerReading{Answer::denies, kPlain}) : std::nullopt;
}

}  // namespace claimcheck
