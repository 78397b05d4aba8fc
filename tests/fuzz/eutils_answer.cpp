// Whatever a server sends, the readers of E-utilities answers give a value that can be shown: an assessment, and data
// only when the answer is usable. First byte: HTTP status and how the exchange ended; the rest: the body.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "core/citation_source.h"
#include "pubmed/eutils_answer.h"
#include "text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void require_line(std::string_view text) {
  require(claimcheck::is_valid_utf8(text));
  for (const char c : text) require(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
}

void check_search(const claimcheck::HttpResponse& response) {
  const claimcheck::SearchAnswer answer = claimcheck::read_search_answer(response);
  require_line(answer.status.reason);
  require(answer.status.reason.size() < 400);
  require_line(answer.translation);
  for (const std::string& warning : answer.warnings) require_line(warning);
  for (const claimcheck::Pmid pmid : answer.pmids) require(pmid != 0);
  if (answer.status.kind == claimcheck::AnswerKind::usable) {
    require(response.status == 200 && response.failure == claimcheck::HttpFailure::none);
  } else {
    require(answer.found == 0 && answer.pmids.empty() && answer.warnings.empty() && answer.translation.empty());
  }
}

void check_fetch(const claimcheck::HttpResponse& response) {
  const claimcheck::FetchAnswer answer = claimcheck::read_fetch_answer(response);
  require_line(answer.status.reason);
  require(answer.status.reason.size() < 400);
  for (const std::string& problem : answer.bad_records) require_line(problem);
  for (const claimcheck::Citation& citation : answer.citations) require(citation.pmid != 0);
  if (answer.status.kind != claimcheck::AnswerKind::usable) {
    require(answer.citations.empty() && answer.bad_records.empty());
  }
}

void check_links(const claimcheck::HttpResponse& response) {
  for (const claimcheck::LinkKind kind : claimcheck::enum_values<claimcheck::LinkKind>()) {
    const claimcheck::LinkAnswer answer = claimcheck::read_link_answer(response, claimcheck::elink_name(kind));
    require_line(answer.status.reason);
    require(answer.status.reason.size() < 400);
    require(answer.status.kind == claimcheck::AnswerKind::usable || answer.links.empty());
    for (const auto& [from, linked] : answer.links) {
      require(from != 0);
      const std::set<claimcheck::Pmid> once(linked.begin(), linked.end());
      require(once.size() == linked.size() && !once.contains(0) && !once.contains(from));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr std::array<int, 8> statuses{200, 200, 200, 400, 429, 503, 302, 0};
  if (size == 0) return 0;
  claimcheck::HttpResponse response;
  response.status = statuses[data[0] % statuses.size()];
  if (data[0] >= 0xC0) response.failure = claimcheck::HttpFailure::dropped;
  if (response.status == 0 && data[0] < 0x80) response.failure = claimcheck::HttpFailure::unreachable;
  response.body.assign(data + 1, data + size);
  check_search(response);
  check_fetch(response);
  check_links(response);
  return 0;
}
