#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// SHA-256 as 64 lower-case hex digits. Handed in, because `intake` owns it.
using Digest = std::string (*)(std::string_view bytes);

/// A named part of a sealed file, a JSON value.
struct SealedPart {
  std::string_view name;  ///< letters and "_"
  std::string_view json;
  bool operator==(const SealedPart&) const = default;
};

/// The file
///
///     {"claimcheck_capsule":1,
///     "seal":"…",
///     "parts":[{"name":"facts","bytes":120,"sha256":"…"},…],
///     "facts":{…},
///     "report":{…}
///     }
///
/// The seal is the SHA-256 of the first and the third line, so it stands for the version, the names, sizes and digests
/// of all parts, and through them for every byte of the file. It shows that a file was changed; it is no signature, as
/// whoever changes a file can seal it anew: to prove which one was meant, keep the seal elsewhere.
std::string seal_parts(int version, std::span<const SealedPart> parts, Digest digest);

/// A sealed file whose seal and digests are right. The parts point into the bytes that were opened.
struct OpenedParts {
  std::string_view seal;
  std::vector<SealedPart> parts;
};

/// Opens what seal_parts wrote with this version and parts of these names. Throws Error(input), one line that starts
/// with `name` and says what to do: no capsule, another version, cut short, a changed byte (which part), anything
/// before or behind the parts.
OpenedParts open_sealed_parts(std::string_view bytes, std::string_view name, int version,
                              std::span<const std::string_view> part_names, Digest digest);

}  // namespace claimcheck
