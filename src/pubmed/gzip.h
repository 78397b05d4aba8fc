#pragma once

#include <string>

#include "pubmed/byte_reader.h"

namespace claimcheck {

/// The inflated bytes of a gzip stream (RFC 1952) of one or more members, checksums verified; zero bytes after the last
/// member (padding) are skipped. Bytes that do not begin like gzip (1f 8b) pass through unchanged. `name` stands for
/// the stream in messages. The reader throws Error(input) where a member is cut short, damaged, or followed by
/// something that is no gzip.
ByteReader inflate_gzip(ByteReader bytes, std::string name);

}  // namespace claimcheck
