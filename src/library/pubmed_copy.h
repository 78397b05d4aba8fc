#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/pubmed_file.h"
#include "library/library.h"

namespace claimcheck {

/// A PubMed file that was applied to the local copy.
struct CopiedFile {
  PubmedFileId id;
  PubmedFileKind kind = PubmedFileKind::unknown;
  std::string md5;  ///< of the file as it came; empty for one that is to be applied again
  std::string sha256;
  std::string date;     ///< ISO, when it was applied
  std::size_t bad = 0;  ///< records in it that could not be read
};

/// How far the copy is.
struct CopyStatus {
  int year = 0;           ///< the newest year of which a file was applied
  int last_number = 0;    ///< of that year
  int first_update = 0;   ///< number of the first update file of that year; 0 while none is known
  std::size_t files = 0;  ///< applied, of that year
  std::size_t bad = 0;    ///< records in them that could not be read
  std::string last_date;  ///< ISO, when one was applied last
  int replaced_year = 0;  ///< the year that is being replaced, until remove_leftovers() is through; 0: none
  std::vector<PubmedFileId> to_apply_again;
};

/// The local copy of PubMed in a library: the baseline of one year and its updates, applied in order. What a later file
/// says of a PMID counts, also when an earlier one is applied again afterwards. Between a citation that is there and
/// the one of a file the rules of Library::Import::add decide. What the copy does not know of (live answers, digests,
/// imports by hand) is kept until a file has a citation for it or deletes it.
class PubmedCopy {
 public:
  explicit PubmedCopy(Library& library) : library_(library) {}

  /// The applied files in order, those of a replaced year among them until it is gone.
  [[nodiscard]] std::vector<CopiedFile> files() const;
  /// nullopt when nothing was applied yet.
  [[nodiscard]] std::optional<CopyStatus> status() const;

  /// Begins to apply `file`, whose `bad` and `date` are not looked at. Its commit() records it and, when it changed
  /// anything, drops the kept answers: they describe an earlier PubMed.
  Library::Import begin(const CopiedFile& file);

  /// Takes out citations that the newest year's files do not have although an earlier year's had them, at most `limit`
  /// of them with a PMID above `*last`, which is moved on, as one transaction. True while there may be more; after the
  /// last ones the earlier years are forgotten. For a year of which all baseline files were applied.
  bool remove_leftovers(Pmid& last, std::size_t limit, std::size_t& removed);

 private:
  Library& library_;
};

}  // namespace claimcheck
