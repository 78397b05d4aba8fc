#pragma once

#include <optional>
#include <string>

namespace claimcheck {

/// Asks at the terminal whether whoever gave `name` is `other`, who takes part in the review already. nullopt where
/// there is no terminal to ask at, and no answer.
std::optional<bool> ask_whether_same(const std::string& name, const std::string& other);

}  // namespace claimcheck
