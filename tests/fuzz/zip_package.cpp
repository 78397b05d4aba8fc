// Whatever the bytes, ZipPackage reads parts within its limits or throws Error(input); what it writes again holds what
// was changed, and all else as before.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

#include "core/error.h"
#include "ooxml/zip_package.h"
#include "text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::map<std::string, std::string> read_all(const claimcheck::ZipPackage& package) {
  std::map<std::string, std::string> parts;
  std::size_t total = 0;
  for (const std::string& part : package.parts()) {
    require(package.find(part) == part);
    parts[part] = package.read(part);
    total += parts[part].size();
    require(total <= claimcheck::kMaxZipTotalBytes);
  }
  return parts;
}

void write_again(const claimcheck::ZipPackage& package, std::map<std::string, std::string> parts) {
  std::string bytes;
  try {
    bytes = package.write({{"claimcheck/new.xml", "new"}});
  } catch (const claimcheck::Error& error) {
    require(error.kind() == claimcheck::ErrorKind::storage);
    return;
  }
  const claimcheck::ZipPackage again(bytes, "fuzz.zip");
  parts["claimcheck/new.xml"] = "new";
  for (const auto& [part, content] : parts) require(again.read(part) == content);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(data, data + size);
  try {
    const claimcheck::ZipPackage package(bytes, "fuzz.zip");
    const std::map<std::string, std::string> parts = read_all(package);
    write_again(package, parts);
  } catch (const claimcheck::Error& error) {
    const std::string_view message = error.what();
    require(error.kind() == claimcheck::ErrorKind::input && message.starts_with("fuzz.zip: "));
    require(claimcheck::is_valid_utf8(message) && message.find('\n') == std::string_view::npos);
  }
  return 0;
}
