#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/pubmed_file.h"
#include "library/pubmed_copy.h"

namespace claimcheck {

/// A PubMed file that could be applied to the local copy.
struct AvailableFile {
  PubmedFileId id;
  PubmedFileKind kind = PubmedFileKind::unknown;
  std::string md5 = {};  ///< as far as it is known beforehand; else empty
};

/// Which files to apply, and why not the others.
struct FilePlan {
  int year = 0;                    ///< of the files to apply
  std::vector<std::size_t> apply;  ///< indexes of the available files, in the order to apply them
  std::size_t applied_before = 0;
  std::size_t older = 0;  ///< of an earlier year than the copy is to be of
};

/// Plans how `available` files, in order, bring a copy with the files `applied` up to date:
/// - The newest year counts, files of earlier years are passed over. A year that the copy has nothing of must begin
///   with its file 1, because its baseline replaces everything.
/// - Files go on from the last one applied, without a gap: a later deletion or replacement means nothing, or does harm,
///   before the file that it is about.
/// - A file that was applied is applied again when its MD5 is another one now, or when it is marked so.
/// A file of unknown kind is an update when one before it is, and of the baseline when one after it is.
/// Throws Error(input) for a gap, a year without its first file, and a baseline file behind an update; `from` stands
/// for the source in messages.
FilePlan plan_files(std::span<AvailableFile> available, std::span<const CopiedFile> applied, const std::string& from);

}  // namespace claimcheck
