#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace claimcheck {

/// Supplies bytes: fills `buffer` from the front, returns how many were written, 0 at the end (and from then on).
/// Throws Error(input) when the bytes cannot be read.
using ByteReader = std::function<std::size_t(char* buffer, std::size_t size)>;

/// The bytes of `text`, which must outlive the reader.
ByteReader bytes_of(std::string_view text);

/// Opens FILE, or standard input for "-"; gzip is inflated as a stream (inflate_gzip). Throws Error(input) naming the
/// path: missing, a directory, unreadable.
ByteReader open_bytes(const std::string& path);

}  // namespace claimcheck
