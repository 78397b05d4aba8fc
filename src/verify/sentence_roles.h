#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/citation.h"
#include "verify/linear_model.h"
#include "verify/sentence.h"

namespace claimcheck {

/// The role of each sentence of a text that carries no labels, told from its words and its place. A linear model
/// trained on the sentences of labelled abstracts of randomised trials, and the likeliest path through them: results
/// seldom precede methods (Viterbi, IEEE Trans Inf Theory 1967;13:260; docs/models.md). Roles are those of
/// kSectionRoles (verify/section_roles.h).
std::vector<SectionRole> read_sentence_roles(std::span<const Sentence> sentences);

/// What the model looks at in sentence `index`: stems, pairs of stems, the first words, numbers, place.
Features sentence_features(std::span<const Sentence> sentences, std::size_t index);

/// The feature whose weights tell what follows a sentence of role number `role`.
std::string role_before(std::size_t role);

/// The label that a sentence opens with, as PubMed keeps it where an abstract was not taken apart: "RESULTS: Of 40 …",
/// "METHODS We asked …". Empty when its words name no role (core/section_label.h).
std::string_view opening_label(std::string_view sentence);

}  // namespace claimcheck
