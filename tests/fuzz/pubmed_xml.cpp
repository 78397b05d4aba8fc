// Whatever the bytes, read_citations hands over valid citations or throws Error(input), and where the chunks of the
// stream end changes nothing. First byte: the chunk size; the rest: the stream.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/error.h"
#include "pubmed/citation_xml.h"
#include "text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

struct Outcome {
  std::vector<claimcheck::Citation> citations;
  std::vector<claimcheck::Pmid> deleted;
  std::vector<std::string> messages;
  bool operator==(const Outcome&) const = default;
};

bool is_clean(std::string_view text) {
  return claimcheck::is_valid_utf8(text) && text.find_first_of("\t\r\n") == std::string_view::npos &&
         !text.starts_with(' ') && !text.ends_with(' ') && text.find("  ") == std::string_view::npos;
}

void check_message(std::string_view message) {
  require(claimcheck::is_valid_utf8(message) && message.starts_with("fuzz.xml: ") && message.size() < 2000);
  require(message.find('\n') == std::string_view::npos);
}

void check_citation(const claimcheck::Citation& citation) {
  require(citation.pmid != 0 && is_clean(citation.title) && is_clean(citation.journal.title));
  for (const auto& section : citation.abstract) {
    require(!section.text.empty() && is_clean(section.text) && is_clean(section.label));
  }
  for (const auto& author : citation.authors) {
    require(is_clean(author.last_name) && (author.orcid.empty() || author.orcid.size() == 19));
  }
  require(citation.date.month >= 0 && citation.date.month <= 12 && citation.date.day >= 0 && citation.date.day <= 31);
}

Outcome read(std::string_view xml, std::size_t chunk) {
  Outcome outcome;
  claimcheck::CitationHandler handler;
  handler.citation = [&](claimcheck::Citation&& citation) { outcome.citations.push_back(std::move(citation)); };
  handler.deleted = [&](claimcheck::Pmid pmid) { outcome.deleted.push_back(pmid); };
  handler.bad_record = [&](std::string problem) { outcome.messages.push_back(std::move(problem)); };
  const claimcheck::ByteReader bytes = [whole = claimcheck::bytes_of(xml), chunk](char* buffer, std::size_t size) {
    return whole(buffer, std::min(size, chunk));
  };
  try {
    claimcheck::read_citations(bytes, "fuzz.xml", handler);
  } catch (const claimcheck::Error& error) {
    require(error.kind() == claimcheck::ErrorKind::input);
    outcome.messages.emplace_back(error.what());
  }
  return outcome;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string xml(data + 1, data + size);
  const Outcome whole = read(xml, xml.size() + 1);
  for (const auto& citation : whole.citations) check_citation(citation);
  for (const std::string& message : whole.messages) check_message(message);
  require(read(xml, data[0] + std::size_t{1}) == whole);
  return 0;
}
