#pragma once

#include <optional>
#include <utility>

#include "core/error.h"

namespace claimcheck {

/// Runs one item of a batch: returns the Error that ended it, or nullopt, so that one bad item never ends the others.
template <typename Work>
std::optional<Error> attempt(Work&& work) {
  try {
    std::forward<Work>(work)();
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}

}  // namespace claimcheck
