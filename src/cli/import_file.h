#pragma once

#include <functional>
#include <string>
#include <vector>

#include "library/library.h"
#include "library/pubmed_copy.h"

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

/// A file on this machine, and what it is called in messages and in the library.
struct NamedFile {
  std::string path;
  std::string name;
};

/// The same for a file of the local copy of PubMed (PubmedCopy::begin), whose sums are known; also when it was imported
/// before.
ImportedFile import_copied_file(Library& library, const NamedFile& file, const CopiedFile& copied,
                                const ProgressFunction& on_progress);

}  // namespace claimcheck
