#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "verify/phrase_table.h"
#include "verify/sentence.h"

namespace claimcheck {

/// A claim's sentence with the phrases that tell its kind.
struct ClaimWords {
  Sentence sentence;
  std::vector<PhraseMatch> phrases;

  /// The first phrase of `category`, also inside a name; nullptr without one.
  [[nodiscard]] const PhraseMatch* find(std::string_view category) const;
  [[nodiscard]] bool has(std::string_view category) const { return find(category) != nullptr; }
  /// As find, but passes over phrases inside a name: the "high" of "high blood pressure".
  [[nodiscard]] const PhraseMatch* find_said(std::string_view category) const;
};

/// True if the token at `at` is the verb of what stands before it: "HbA1c falls", "scores fall".
bool is_falling(const Sentence& sentence, std::size_t at);

/// The claim as one sentence, with its phrases. What a verb seems to name ("HbA1c falls") is no mention.
ClaimWords read_claim_words(std::string_view text, const Vocabulary& vocabulary);

/// "Side effect", "adverse reaction": words for harm of any sort.
bool names_family(const Sentence& sentence, const ConceptMention& mention);

/// True if tokens [first, last) lie inside the name of a treatment or an outcome; "common side effect" is none.
bool is_in_name(const Sentence& sentence, std::size_t first, std::size_t last);

/// True if the "that" or "which" at `pronoun` opens a description of what stands before it, and neither what is said
/// ("evidence that …", "no evidence at all that …") nor what the claim calls its treatment ("X is a spice that …").
bool opens_description(const Sentence& sentence, std::size_t pronoun);

/// True if the token at `at` stands in a relative clause that describes something else ("damage that does not heal"),
/// unless that stands behind a word of reporting ("shows that it does not …") or tells who takes the treatment ("people
/// who take X do not …").
bool is_in_relative_clause(const Sentence& sentence, std::size_t at);

/// Where the claim's verb begins: a relation cue, an auxiliary, or a word that tells what the treatment does; the
/// number of tokens when nothing tells.
std::size_t find_verb(const ClaimWords& words);

/// Words that hold the subject against a treatment behind them, beside "than" and "as effective as": "beats", "on a par
/// with", "has the edge over". Their value says how the subject does: better, worse or same.
std::optional<PhraseMatch> find_versus(const Sentence& sentence);

/// The words of the comparison, from "than", "versus" or "as effective as" to the end of the claim, or to the comma
/// behind it where it opens the claim or stands between commas ("Compared with placebo, …"). Empty without one.
TokenRange find_comparison(const Sentence& sentence);

/// Where the words for the rival end in `comparison`: "as good as tablets | for depression".
std::size_t end_of_rival(const Sentence& sentence, const TokenRange& comparison);

/// The comparison where it is an aside on others ("…, unlike other drugs"; "In contrast to other drugs, …"), which says
/// something beside the claim: nobody needs to have compared them. Empty without one.
TokenRange find_aside(const Sentence& sentence);

/// "Sham acupuncture", "placebo tablets": the mention names what is imitated, not what is given.
bool is_imitated(const Sentence& sentence, const ConceptMention& mention);

/// True if the token at `at` is of a denial that is denied: "not without", "not free of".
bool is_denied_denial(const Sentence& sentence, std::size_t at);

/// "As effective as", "similar to": the comparison claims that two treatments do the same.
bool claims_sameness(const Sentence& sentence);

}  // namespace claimcheck
