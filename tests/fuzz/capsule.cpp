// read_capsule gives a capsule that is written and read back as itself, or throws Error(input) with a message of one
// line that starts with the name it was given. With a digest that is always right, so that what a seal would refuse is
// read.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/error.h"
#include "library/capsule.h"
#include "text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::string no_digest(std::string_view /*bytes*/) {
  return std::string(64, '0');
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(data, data + size);
  try {
    const claimcheck::Capsule capsule = claimcheck::read_capsule(bytes, "fuzz", no_digest);
    const std::string written = claimcheck::write_capsule(capsule, no_digest);
    require(claimcheck::looks_like_capsule(written));
    require(claimcheck::read_capsule(written, "again", no_digest) == capsule);
    for (std::size_t claim = 0; claim < capsule.claims.size(); ++claim) {
      claimcheck::RecordedSource source(capsule.recording, claim);
      for (const claimcheck::Citation& citation : capsule.recording.citations) {
        const claimcheck::Pmid pmid = citation.pmid;
        require(!source.fetch({&pmid, 1}).citations.empty() || !capsule.recording.answers[claim].error.empty());
      }
    }
  } catch (const claimcheck::Error& error) {
    const std::string_view message = error.what();
    require(error.kind() == claimcheck::ErrorKind::input || error.kind() == claimcheck::ErrorKind::storage);
    if (error.kind() == claimcheck::ErrorKind::storage) return 0;  // of the source that was recorded
    require(message.starts_with("fuzz") && message.find('\n') == std::string_view::npos);
    require(claimcheck::is_valid_utf8(message) && message.size() < 2000);
  }
  return 0;
}
