#pragma once

#include <memory>
#include <string>

#include "cli/check_run.h"
#include "cli/claims_input.h"
#include "cli/evidence.h"
#include "cli/shared_options.h"
#include "concepts/vocabulary.h"
#include "library/capsule.h"

namespace claimcheck {

/// The largest capsule that is read, unpacked.
inline constexpr std::size_t kLargestCapsule = std::size_t{512} << 20;

/// What a recording must not tell: the folders of the library and of the user.
Recorder::Hidden private_paths(const EvidenceOptions& options);

/// The bytes of a capsule that is to be written to `path`. Throws Error(storage) that names it when they are too many
/// to be read again.
std::string pack_capsule(const Capsule& capsule, const std::string& path);

/// Writes them to the file `path` ("-": standard output), and tells their seal on standard error.
void write_capsule_file(const std::string& path, const std::string& bytes, Progress& progress);

/// The capsule of a run that check_claims made with a recorder.
Capsule make_capsule(const ClaimsInput& input, const Evidence& evidence, const ReachOptions& reach,
                     const Recorder& recorder, const Run& run);

/// Reads a capsule, be it that of a project; "-" is standard input. Throws Error(input) that names the file and, where
/// its seal is broken, the part that was changed.
Capsule read_capsule_file(const std::string& path);
Capsule capsule_from(const std::string& bytes, const std::string& path);

/// The words that the claims of a capsule were read with: the built-in ones, and those of its MeSH.
std::shared_ptr<const Vocabulary> vocabulary_of(const Capsule& capsule);

}  // namespace claimcheck
