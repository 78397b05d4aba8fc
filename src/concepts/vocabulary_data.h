#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "concepts/vocabulary.h"

namespace claimcheck {

/// A concept as the data writes it.
struct ConceptEntry {
  Concept entry;                   ///< its terms are as written, with the leading `=`
  std::vector<std::string> signs;  ///< terms of the concept itself only, not of the people who have it
  std::optional<std::vector<std::string>> patients;  ///< set: the people who have it are a concept too; more terms
  bool has_kind = false;                             ///< said or inherited
  std::size_t line = 0;
};

/// Reads the lines of the format in src/concepts/data/README.md and adds the populations that `.patients` asks for.
/// Checks what can be told from one line and the concepts above it; Vocabulary::parse checks the whole. Throws
/// Error(input) naming `name` and the line.
std::vector<ConceptEntry> parse_concepts(std::string_view data, std::string_view name);

}  // namespace claimcheck
