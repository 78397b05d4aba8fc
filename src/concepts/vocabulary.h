#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "concepts/term_index.h"
#include "core/claim_frame.h"
#include "core/enum_names.h"
#include "core/span.h"
#include "text/tokens.h"

namespace claimcheck {

/// What a concept is, and so which slot of a frame it can fill.
enum class ConceptKind {
  intervention,  ///< drug, procedure, exposure
  outcome,       ///< symptom, disease, harm, score, benefit; its valence tells which
  population,
  route,
  setting,
  duration,
  species,
};

/// Years of life, from `low` to `high`.
struct AgeRange {
  double low = 0;
  double high = 0;
  bool operator==(const AgeRange&) const = default;
};

/// A meaning with the words that name it.
struct Concept {
  std::string id;  ///< snake_case, stable
  ConceptKind kind = ConceptKind::outcome;
  Valence valence = Valence::neutral;  ///< of outcomes: is more of it good or bad for the patient
  /// As a reader would write them, the preferred name first; British spellings are followed by the American ones.
  std::vector<std::string> terms;
  /// More names, from MeSH (extend_with_mesh); terms in every way, but for a search of this very concept only.
  std::vector<std::string> entry_terms;
  std::vector<std::string> mesh;     ///< MeSH descriptor names for searching
  std::vector<std::string> broader;  ///< ids of the concepts that this one is a kind of
  /// Id of the outcome that there is less of when there is more of this one ("survival": mortality; "safety":
  /// adverse_effects), or empty. Not a kind-of relation: is_kind_of and with_narrower do not follow it.
  std::string opposite;
  std::optional<AgeRange> ages;  ///< of a population that is told from others by age alone
  /// Ids of the outcomes that this one stands in for where they are not measured (bone density: fracture). Taken over
  /// by narrower concepts.
  std::vector<std::string>
      prevents;  ///< of interventions: ids of the outcomes that they are given against ("flu vaccine")
  std::vector<std::string> surrogate_of;
  std::vector<std::string> apart;  ///< ids of what nothing can be that is this ("men": women); read both ways
  /// For outcomes: true when mentioning it at all is mentioning a harm (cystitis), as against a measure that may
  /// move either way (blood pressure).
  bool harm = false;
  bool from_mesh = false;  ///< not of the data: a MeSH heading (extend_with_mesh)
};

/// What Vocabulary::extended adds. Concepts are referred to by their place: in concepts() first, then in `concepts`.
struct VocabularyExtension {
  struct Term {
    std::string text;  ///< as TermIndex::add reads it; joins the entry_terms of its concept
    std::size_t concept_index = 0;
  };
  std::vector<Concept> concepts;  ///< with new ids; `broader` names concepts of the same kind, without a cycle
  std::vector<Term> terms;        ///< where two of one kind are alike, the first counts
  /// Pairs of an outcome and the population that has it: each added term of the first names the second too.
  std::vector<std::pair<std::size_t, std::size_t>> patients;
};

/// A concept named in a text: tokens [first, last), bytes `span`.
struct ConceptMention {
  const Concept* concept_ptr = nullptr;
  std::size_t first = 0;
  std::size_t last = 0;
  Span span;
};

/// The words claimcheck knows, with their hierarchy. Immutable once built; safe to share between threads.
class Vocabulary {
 public:
  /// Reads the text format described in src/concepts/data/README.md. Throws Error(input) naming `name` and the line on
  /// a line that is neither concept nor field, an unknown field or value, a repeated id, a broader, opposite or
  /// apart id that does not exist or is of another kind, ages that are no range, a cycle, a concept without terms, or a
  /// term that two concepts of one kind share.
  static Vocabulary parse(std::string_view data, std::string_view name);

  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;
  Vocabulary(Vocabulary&&) = default;
  Vocabulary& operator=(Vocabulary&&) = default;
  ~Vocabulary() = default;

  /// This vocabulary and more. What it knows goes first: an added term is found only where it overlaps no mention of
  /// its kind, unless it says the same more exactly: it is longer than mentions inside it, and its concept is a kind of
  /// each of theirs, none of them a harm ("Whipple disease" for "disease").
  [[nodiscard]] Vocabulary extended(VocabularyExtension extension) const;

  /// The concept with this id, or nullptr.
  [[nodiscard]] const Concept* find(std::string_view id) const;

  /// The concepts named in `tokens`, the tokens of `text`, in order of position and then of kind. Longest term first:
  /// mentions of one kind never overlap, and a mention inside a longer one of any kind is left out ("cancer" in "cancer
  /// patients"); a term shared by concepts of different kinds gives a mention of each. How words match: see TermIndex.
  /// Added terms (extended) come after all others. Linear in the number of tokens.
  [[nodiscard]] std::vector<ConceptMention> find_mentions(std::string_view text, std::span<const Token> tokens) const;

  /// The places in concepts() of those that `tokens`, the tokens of `text`, name as a whole.
  [[nodiscard]] std::vector<std::size_t> named_by(std::string_view text, std::span<const Token> tokens) const;

  /// True if `id` is `ancestor` or a kind of it, at any depth. An unknown id is a kind of itself only.
  [[nodiscard]] bool is_kind_of(std::string_view id, std::string_view ancestor) const;

  /// True if nothing can be both: one of them, or of what they are kinds of, is said to be apart from the other's.
  [[nodiscard]] bool are_apart(std::string_view id, std::string_view other) const;

  /// The concept `id` and every concept below it, breadth first, each once; empty when `id` is unknown.
  [[nodiscard]] std::vector<const Concept*> with_narrower(std::string_view id) const;

  /// Every concept, in the order of the data.
  [[nodiscard]] std::span<const Concept> concepts() const { return concepts_; }

 private:
  class MentionPicker;

  Vocabulary() = default;
  Vocabulary(const Vocabulary&, std::vector<Concept> more);

  std::vector<Concept> concepts_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
  std::vector<std::vector<std::size_t>> narrower_;   ///< by index of the concept
  std::vector<std::vector<std::size_t>> ancestors_;  ///< by index of the concept: itself and all above, sorted
  TermIndex terms_;
  TermIndex added_terms_;                                     ///< of `extended`
  std::unordered_map<std::size_t, std::size_t> patients_of_;  ///< for added terms: populations by outcome
};

/// The vocabulary that ships with claimcheck (src/concepts/data), parsed once.
const Vocabulary& builtin_vocabulary();

template <>
struct EnumNames<ConceptKind> {
  static constexpr std::array<std::string_view, 7> values{"intervention", "outcome",  "population", "route",
                                                          "setting",      "duration", "species"};
};

}  // namespace claimcheck
