#pragma once

#include <functional>
#include <string>
#include <vector>

#include "library/library.h"

namespace claimcheck {

/// What became of one imported file.
struct ImportedFile {
  ImportResult result;
  std::size_t bad = 0;                ///< records that could not be read
  std::vector<std::string> problems;  ///< one sentence for each of the first of them
};

/// Told how many records were stored so far.
using ProgressFunction = std::function<void(std::size_t records)>;

/// Problems that are told in full; the others are only counted.
inline constexpr std::size_t kToldProblems = 20;

/// Imports a PubMed XML file, plain or gzip ("-": standard input), as one transaction. The same bytes again are known
/// by their SHA-256 (of the file; of the inflated bytes for standard input) and change nothing. Records are parsed on a
/// second thread while this one stores. Throws Error(input) on what is not PubMed XML, with the library as it was
/// before.
ImportedFile import_file(Library& library, const std::string& path, const ProgressFunction& on_progress);

}  // namespace claimcheck
