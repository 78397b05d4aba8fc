#pragma once

#include <span>

#include "concepts/vocabulary.h"
#include "core/mesh_descriptor.h"

namespace claimcheck {

/// `base` with what MeSH knows besides. Where they differ `base` wins: its mentions in a text stay, or a more exact
/// name takes their place (Vocabulary::extended), and a heading that it names is no concept of its own.
///
/// - A heading whose name is a term of a concept of `base` is that concept, and so is one in the trees of place_of_tree
///   which the concept lists in `mesh` and shares any term with: its other names become entry terms of it.
/// - Any other heading in those trees becomes a concept "mesh_<ui>" of the kind of its place, below the nearest concept
/// of
///   that kind above it in each tree, and below one that lists it or the one that owns an entry term of it. It takes
///   over valence and harm of the first of them, or of its place. (Dobutamine stands below dopamine, which the data
///   knows as a measure: it is an intervention all the same.) A bad outcome that is no harm, or has one with patients
///   above it, gets "mesh_<ui>_patients" besides.
/// - Names are used as natural_term and matching_term say; an entry term of two headings is used for neither. A heading
///   without a usable name is left out.
/// Only interventions and outcomes are added to (populations beside the patients, routes and species are not: under
/// "Animals" MeSH has "Humans"). Linear in the number of names.
Vocabulary extend_with_mesh(const Vocabulary& base, std::span<const MeshDescriptor> descriptors);

}  // namespace claimcheck
