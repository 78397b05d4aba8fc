// A citation of any bytes, held against a claim of any bytes, yields findings that quote it verbatim. The input is the
// claim, the title and the sections of the abstract with a NUL after each; a section "LABEL|text" has a label. The
// claim is read by its words as well, whatever its form.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/section_label.h"
#include "verify/frame.h"
#include "verify/read.h"
#include "verify/read_by_words.h"

namespace {

using claimcheck::Citation;
using claimcheck::Finding;

void require(bool holds) {
  if (!holds) std::abort();
}

std::string_view take_field(std::string_view& input) {
  const std::string_view field = input.substr(0, input.find('\0'));
  input.remove_prefix(std::min(field.size() + 1, input.size()));
  return field;
}

Citation citation_of(std::string_view input) {
  Citation citation;
  citation.pmid = 1;
  citation.title = std::string(take_field(input));
  while (!input.empty()) {
    const std::string_view field = take_field(input);
    const std::size_t bar = field.find('|');
    const std::string label(bar == std::string_view::npos ? std::string_view() : field.substr(0, bar));
    const std::string text(bar == std::string_view::npos ? field : field.substr(bar + 1));
    citation.abstract.push_back({label, claimcheck::role_of_label(label), text});
  }
  return citation;
}

void check(const std::vector<Finding>& findings, const Citation& citation) {
  for (const Finding& finding : findings) {
    require(finding.quote.section < citation.abstract.size());
    const std::string& text = citation.abstract[finding.quote.section].text;
    require(finding.quote.span.begin <= finding.quote.span.end && finding.quote.span.end <= text.size());
    require(claimcheck::slice(text, finding.quote.span) == finding.quote.text);
    require(finding.reliability >= 0 && finding.reliability <= 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::string_view input(reinterpret_cast<const char*>(bytes), size);
  const std::string claim(take_field(input));
  const Citation citation = citation_of(input);
  const claimcheck::Vocabulary& vocabulary = claimcheck::builtin_vocabulary();
  const claimcheck::ClaimFrame frame = claimcheck::read_frame({"fuzz", claim, std::nullopt, {}}, vocabulary);
  check(claimcheck::read_whole(frame, citation, vocabulary).findings, citation);
  const std::vector<Finding> by_wording =
      claimcheck::read_by_words(frame, citation, vocabulary, claimcheck::analyse_sentence(citation.title, vocabulary),
                                claimcheck::analyse_abstract(citation, vocabulary));
  require(by_wording.size() <= 2);
  check(by_wording, citation);
  return 0;
}
