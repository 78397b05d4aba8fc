#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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

/// A meaning with the words that name it. `terms` are as a reader would write them, the preferred name first.
struct Concept {
  std::string id;  ///< snake_case, stable
  ConceptKind kind = ConceptKind::outcome;
  Valence valence = Valence::neutral;  ///< of outcomes: is more of it good or bad for the patient
  std::vector<std::string> terms;
  std::vector<std::string> mesh;     ///< MeSH descriptor names for searching
  std::vector<std::string> broader;  ///< ids of the concepts that this one is a kind of
  /// For outcomes: true when mentioning it at all is mentioning a harm (cystitis), as against a measure that may
  /// move either way (blood pressure).
  bool harm = false;
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
  /// an unknown field, a repeated id, a broader id that does not exist, or a cycle.
  static Vocabulary parse(std::string_view data, std::string_view name);

  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;
  Vocabulary(Vocabulary&&) = default;
  Vocabulary& operator=(Vocabulary&&) = default;
  ~Vocabulary() = default;

  /// The concept with this id, or nullptr.
  [[nodiscard]] const Concept* find(std::string_view id) const;

  /// The concepts named in `tokens`, longest term first, without overlaps within one kind. Terms match by stem, all
  /// words in order; short all-capital terms (up to 4 letters) match by their exact capital letters in `text`.
  [[nodiscard]] std::vector<ConceptMention> find_mentions(std::string_view text, std::span<const Token> tokens) const;

  /// True if `id` is `ancestor` or a kind of it, at any depth.
  [[nodiscard]] bool is_kind_of(std::string_view id, std::string_view ancestor) const;

  /// `id` and every concept below it, breadth first.
  [[nodiscard]] std::vector<const Concept*> with_narrower(std::string_view id) const;

  [[nodiscard]] std::span<const Concept> concepts() const { return concepts_; }

 private:
  Vocabulary() = default;
  std::vector<Concept> concepts_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::unordered_map<std::string, std::vector<std::size_t>> narrower_;
  struct Term {
    std::vector<std::string> stems;
    std::size_t concept_index = 0;
    std::string exact;  ///< non-empty: capital letters must match
  };
  std::unordered_map<std::string, std::vector<Term>> terms_by_first_stem_;
};

/// The vocabulary that ships with claimcheck (src/concepts/data), parsed once.
const Vocabulary& builtin_vocabulary();

template <>
struct EnumNames<ConceptKind> {
  static constexpr std::array<std::string_view, 7> values{"intervention", "outcome",  "population", "route",
                                                          "setting",      "duration", "species"};
};

}  // namespace claimcheck
