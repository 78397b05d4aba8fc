#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "core/enum_names.h"
#include "core/span.h"
#include "text/tokens.h"

namespace claimcheck {

/// What a word or phrase tells a reader. The phrases stand in src/text/data/cues.txt, one kind a block.
enum class CueKind {
  negation,         ///< "no", "not", "without", "never", "neither", "absence of"
  pseudo_negation,  ///< looks like negation and is none: "not only", "no longer", "not necessarily", "cannot exclude"
  scope_end,        ///< ends the reach of a negation or hedge: "but", "however", "whereas", "although", ";"
  null_result,      ///< "did not differ", "no significant difference", "not associated", "failed to", "comparable to"
  hedge,            ///< "may", "might", "could", "possibly", "suggests", "appears"
  increase,         ///< "increased", "rose", "higher", "greater", "elevated", "more frequent"
  decrease,         ///< "reduced", "fell", "lower", "fewer", "relieves", "alleviates"
  improve,          ///< "improved", "better", "beneficial", "effective", "superior": better for the patient
  worsen,           ///< "worsened", "worse", "impaired", "inferior", "deteriorated": worse for the patient
  cause,            ///< "causes", "leads to", "induces", "results in", "produces"
  associate,        ///< "associated with", "linked to", "correlated", "related to"
  occurrence,       ///< "developed", "reported", "occurred", "observed", "was found in", "had", "is common among"
  significance,     ///< "significant", "significantly", "statistically significant"
  gap,              ///< "data are lacking", "remains unknown", "further research", "poorly assessed", "few studies"
  absolute,         ///< "never", "completely", "proven", "does not cause", "no risk", "not … any", "safe"
  low_magnitude,    ///< "low", "rare", "minimal", "small", "negligible", "very low"
  high_magnitude,   ///< "high", "common", "frequent", "highly"
  comparison,       ///< "versus", "vs", "compared with", "than", "relative to", "unlike"
  aim,              ///< "to investigate", "aimed to", "we examined", "the objective"
  safe,             ///< "safe", "well tolerated", "safety profile"
  study_report,     ///< "has been reported", "is being studied", "researchers are exploring"
};

/// A phrase found in a token sequence: tokens [first, last), bytes `span` of the text that was tokenized.
struct Cue {
  CueKind kind = CueKind::negation;
  std::size_t first = 0;
  std::size_t last = 0;
  Span span;
};

/// Every cue in `tokens`, in order of position, the longer first at one place. Cues of different kinds may overlap; of
/// one kind none lies inside another. A shorter cue inside a longer null_result, pseudo_negation or gap cue is dropped
/// ("no significant difference" is null_result; the "no" in it is not reported as negation as well), and so is a
/// shorter direction or hedge inside a longer direction ("less effective" is worsen, neither decrease nor improve;
/// "more likely" is increase and no hedge). Directions are increase, decrease, improve, worsen and the magnitudes.
/// "No evidence of", "no sign of" and "failed to" are both null_result and negation, so that what they deny is_negated.
/// The words and phrases, and their format, stand in src/text/data/cues.txt. Linear in the number of tokens.
std::vector<Cue> find_cues(std::span<const Token> tokens);

/// Whether the token at `index` stands in the scope of a negation: a negation cue before it, in the same clause
/// (no scope_end or clause punctuation between), at most 8 words away (NegEx, Chapman et al. 2001, with clause stops).
bool is_negated(std::span<const Token> tokens, std::span<const Cue> cues, std::size_t index);

template <>
struct EnumNames<CueKind> {
  static constexpr std::array<std::string_view, 21> values{
      "negation", "pseudo_negation", "scope_end",      "null_result", "hedge",      "increase",     "decrease",
      "improve",  "worsen",          "cause",          "associate",   "occurrence", "significance", "gap",
      "absolute", "low_magnitude",   "high_magnitude", "comparison",  "aim",        "safe",         "study_report"};
};

}  // namespace claimcheck
