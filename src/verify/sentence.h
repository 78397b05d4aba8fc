#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "concepts/vocabulary.h"
#include "core/citation.h"
#include "core/span.h"
#include "text/cues.h"
#include "text/numbers.h"
#include "text/tokens.h"
#include "verify/phrase_table.h"

namespace claimcheck {

/// One sentence of a text with everything that readers look at. `text` views the string it was made from, which must
/// outlive it; the spans of tokens, cues and mentions are relative to `text`.
struct Sentence {
  std::size_t section = 0;  ///< index in Citation::abstract; 0 for a claim
  SectionRole role = SectionRole::unassigned;
  Span span;  ///< in the section's text
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<Cue> cues;
  std::vector<ConceptMention> mentions;
  std::vector<NumberMention> numbers;
  std::vector<PhraseMatch> phrases;  ///< of study_words()
};

/// `text` as one sentence.
Sentence analyse_sentence(std::string_view text, const Vocabulary& vocabulary);

/// The sentences of an abstract, in order, each with its role: that of its labelled section, else what its place and
/// its wording tell (aim and method sentences first, conclusions last).
std::vector<Sentence> analyse_abstract(const Citation& citation, const Vocabulary& vocabulary);

/// True for sentences that may carry evidence: results and conclusions, never background, aim or method.
bool is_evidence_role(SectionRole role);

/// True if a cue of this kind lies in tokens [first, last).
/// The first token that begins at byte `byte` or behind it; the number of tokens where there is none.
std::size_t token_at(const Sentence& sentence, std::size_t byte);

bool has_cue(const Sentence& sentence, CueKind kind, std::size_t first, std::size_t last);
bool has_cue(const Sentence& sentence, CueKind kind);

/// True if the sentence holds a phrase of this category of study_words().
bool has_phrase(const Sentence& sentence, std::string_view category);

/// The clause around token `index`: tokens [first, last) between scope ends (but, whereas, semicolons).
struct TokenRange {
  std::size_t first = 0;
  std::size_t last = 0;
  [[nodiscard]] bool contains(std::size_t index) const { return first <= index && index < last; }
  [[nodiscard]] bool empty() const { return first >= last; }
};
TokenRange clause_around(const Sentence& sentence, std::size_t index);

/// The parts of a sentence between scope ends, commas and semicolons, in order; none is empty.
std::vector<TokenRange> split_clauses(const Sentence& sentence);

/// The words that "but not …" takes out of what a sentence tells, and leaves the rest as it is: "10 mg" of "25 mg, but
/// not 10 mg, reduced pain".
struct Exception {
  TokenRange words;
  bool inside = false;  ///< a comma follows it, and the sentence goes on
};
std::optional<Exception> find_exception(const Sentence& sentence);

}  // namespace claimcheck
