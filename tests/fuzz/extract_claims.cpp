// extract_claims gives claims of one line whose passages are what stands in the document, on any text or Markdown.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/error.h"
#include "intake/check_worthiness.h"
#include "intake/claims_file.h"
#include "intake/extract_claims.h"
#include "intake/read_document.h"
#include "text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check_claims(const claimcheck::Document& document) {
  for (const claimcheck::Claim& claim : claimcheck::extract_claims(document, claimcheck::builtin_vocabulary())) {
    require(!claim.id.empty() && !claim.text.empty() && claimcheck::is_valid_utf8(claim.text));
    require(claimcheck::count_code_points(claim.text) <= claimcheck::kMaxClaimLength);
    require(claim.text.find('\n') == std::string::npos);
    require(claim.origin && claim.passage && !claim.passage->text.empty());
    const claimcheck::Passage& passage = *claim.passage;
    require(passage.text == claimcheck::slice(document.text, passage.span) && claimcheck::is_valid_utf8(passage.text));
    require(claim.origin->span == claimcheck::to_code_points(document.text, passage.span));
    require(passage.block < document.blocks.size());
    require(passage.words.end <= document.blocks[passage.block].text.size() && !passage.words.empty());
    require(passage.check_worthiness >= claimcheck::kLeastCheckWorthy && passage.check_worthiness <= 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(data, data + size);
  for (const char* name : {"fuzz.md", "fuzz.txt"}) {
    try {
      check_claims(claimcheck::read_document(bytes, name));
    } catch (const claimcheck::Error& error) {
      require(error.kind() == claimcheck::ErrorKind::input);
    }
  }
  return 0;
}
