#pragma once

#include <optional>
#include <string_view>

#include "concepts/vocabulary.h"

namespace claimcheck {

/// What a heading is by its place in the trees of MeSH, where no concept stands above it.
struct MeshPlace {
  ConceptKind kind = ConceptKind::outcome;
  Valence valence = Valence::neutral;
  std::string_view broader;  ///< id of a concept of the data, or empty
  bool can_be_harm = true;   ///< below a harm it is one too
};

/// The meaning of a tree number: chemicals and drugs (D) and therapies (E02, E04) are interventions, diseases and
/// mental disorders (C, F03) are bad outcomes below `disease`; nullopt for all others, and for what stands in these
/// trees without being one:
/// - animal diseases (C22), attributes of diseases (C23.550.291);
/// - enzymes (D08), proteins (D12.776) and nucleic acids (D13.444), which are measured more often than given, but for
///   monoclonal antibodies (D12.776.124.486.485.114) and recombinant proteins (D12.776.828);
/// - dosage forms (D26.255), ways of giving drugs (E02.319), care as such (E02.760).
/// Infections (C01 to C03) are no harms of what is given, even below one: they are treated.
/// See the outline at https://www.nlm.nih.gov/mesh/intro_trees.html.
std::optional<MeshPlace> place_of_tree(std::string_view tree);

}  // namespace claimcheck
