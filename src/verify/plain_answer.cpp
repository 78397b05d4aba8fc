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

}  // namespace

std::optional<AnswerReading> read_plain_answer(const Sentence& claim, const Sentence& passage) {
  const Benefit asked = find_benefit(claim, {0, claim.tokens.size()});
  if (!asked.good || asked.bad) return std::nullopt;
  bool denied = false;
  for (const TokenRange clause : split_clauses(passage)) {
    if (is_conceded(passage, clause)) continue;
    const Benefit told = find_benefit(passage, clause);
    const bool tells = told.good || told.bad;
    // What is told first is not denied by what comes after: "fell without more visits".
    const std::size_t end = tells ? told.first + 1 : clause.last;
    const bool denies = has_cue(passage, CueKind::negation, clause.first, end) ||
                        begins_cue(passage, CueKind::null_result, clause.first, end);
    if (told.good && !told.bad && !denies) return AnswerReading{Answer::affirms, kPlain};
    denied = denied || denies || told.bad;
  }
  return denied ? std::optional(AnswerReading{Answer::denies, kPlain}) : std::nullopt;
}

}  // namespace claimcheck
