#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "intake/sha256.h"

struct evp_md_ctx_st;

namespace claimcheck {

/// MD5 (RFC 1321), which tells whether a file came over whole, and SHA-256 (FIPS 180-4), by which the library knows a
/// file, of bytes that come in pieces.
class FileDigests {
 public:
  FileDigests();
  void update(std::string_view bytes);

  struct Sums {
    std::string md5;     ///< lower-case hex digits
    std::string sha256;  ///< the same
  };
  /// Nothing may be added afterwards.
  Sums finish();

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const;
  };
  std::unique_ptr<evp_md_ctx_st, Free> md5_;
  Sha256 sha256_;
};

/// The sums of a file as it lies on the disk. Throws Error(input) when it cannot be read.
FileDigests::Sums digests_of_file(const std::string& path);

}  // namespace claimcheck
