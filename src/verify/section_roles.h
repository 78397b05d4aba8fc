#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "core/citation.h"
#include "verify/linear_model.h"

namespace claimcheck {

/// The roles that the model tells apart, in the order of its weights.
inline constexpr std::array<SectionRole, 5> kSectionRoles{SectionRole::background, SectionRole::objective,
                                                          SectionRole::methods, SectionRole::results,
                                                          SectionRole::conclusions};

/// The role of each section of one abstract, told from the words and the order of the sections alone, never from a
/// label. A linear model trained on labelled abstracts of randomised trials (docs/models.md).
std::vector<SectionRole> read_section_roles(std::span<const std::string_view> sections);

/// What the model looks at in section `index`: stems, pairs of stems at the start, numbers, place.
Features section_features(std::span<const std::string_view> sections, std::size_t index);

}  // namespace claimcheck
