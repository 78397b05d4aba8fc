#include "cli/file_digests.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <vector>

#include "core/error.h"

namespace claimcheck {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 20;

void check(int done) {
  if (done != 1) throw Error(ErrorKind::internal, "OpenSSL could not compute a checksum");
}

std::string hex_of(evp_md_ctx_st& context) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  check(EVP_DigestFinal_ex(&context, digest.data(), &size));
  std::string text;
  for (unsigned int i = 0; i < size; ++i) text += fmt::format("{:02x}", digest.at(i));
  return text;
}

[[noreturn]] void fail_reading(const std::string& path, int code) {
  throw Error(ErrorKind::input, fmt::format("{}: cannot be read: {}", path, std::generic_category().message(code)));
}

}  // namespace

void FileDigests::Free::operator()(evp_md_ctx_st* context) const {
  EVP_MD_CTX_free(context);
}

FileDigests::FileDigests() : md5_(EVP_MD_CTX_new()) {
  check(EVP_DigestInit_ex(md5_.get(), EVP_md5(), nullptr));
}

void FileDigests::update(std::string_view bytes) {
  check(EVP_DigestUpdate(md5_.get(), bytes.data(), bytes.size()));
  sha256_.update(bytes);
}

FileDigests::Sums FileDigests::finish() {
  return {hex_of(*md5_), sha256_.hex()};
}

FileDigests::Sums digests_of_file(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail_reading(path, errno);
  FileDigests digests;
  std::vector<char> block(kBlock);
  ssize_t count = 0;
  while ((count = read(file, block.data(), block.size())) > 0 || (count < 0 && errno == EINTR)) {
    if (count > 0) digests.update({block.data(), static_cast<std::size_t>(count)});
  }
  const int code = errno;
  close(file);
  if (count < 0) fail_reading(path, code);
  return digests.finish();
}

}  // namespace claimcheck
