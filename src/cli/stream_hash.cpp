#include "cli/stream_hash.h"

#include <fmt/core.h>
#include <openssl/evp.h>

#include <array>

#include "core/error.h"

namespace claimcheck {
namespace {

void check(int done) {
  if (done != 1) throw Error(ErrorKind::internal, "OpenSSL could not compute a SHA-256");
}

}  // namespace

void StreamHash::Free::operator()(evp_md_ctx_st* context) const {
  EVP_MD_CTX_free(context);
}

StreamHash::StreamHash() : context_(EVP_MD_CTX_new()) {
  check(EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr));
}

void StreamHash::update(std::string_view bytes) {
  check(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()));
}

std::string StreamHash::hex() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  check(EVP_DigestFinal_ex(context_.get(), digest.data(), &size));
  std::string text;
  for (unsigned int i = 0; i < size; ++i) text += fmt::format("{:02x}", digest[i]);
  return text;
}

}  // namespace claimcheck
