#pragma once

#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/citation.h"
#include "core/enum_names.h"
#include "support/eutils_programs.h"
#include "support/loopback_http.h"

namespace claimcheck {

/// What the server does wrong.
enum class Fault {
  none,
  throttle,      ///< 429, the JSON body of NCBI, Retry-After: 1
  unavailable,   ///< 503 with an HTML page
  truncate,      ///< the connection closes after half of the body
  cut_xml,       ///< a whole HTTP answer whose XML stops half-way
  error_in_200,  ///< 200 and an ERROR element: the search backend failed
  not_found,     ///< 200 and an ERROR element: UID not found
  json_error,    ///< 200 and {"error": …}
  html_in_200,   ///< 200 and a web page
  exception,     ///< 200 and the text of a C++ exception
  empty,         ///< 200 and nothing
  drop,          ///< the connection closes without an answer
  slow,          ///< a right answer after kSlowAnswer
  hang,          ///< half an answer, then silence
  missing,       ///< EFetch leaves out the first record of each answer
  reorder,       ///< EFetch answers in reverse order
  garble,        ///< EFetch breaks the XML of the first record
};

inline constexpr std::chrono::milliseconds kSlowAnswer{300};

template <>
struct EnumNames<Fault> {
  static constexpr std::array<std::string_view, 17> values{
      "none",      "throttle",   "unavailable", "truncate",  "cut_xml", "error_in_200",
      "not_found", "json_error", "html_in_200", "exception", "empty",   "drop",
      "slow",      "hang",       "missing",     "reorder",   "garble"};
};

/// A loopback E-utilities server: esearch.fcgi, efetch.fcgi and elink.fcgi over the records it was given
/// (eutils_programs.h), einfo.fcgi that knows pubmed. One server for a test; thread-safe.
class EutilsServer {
 public:
  EutilsServer();

  /// Adds every PubmedArticle and PubmedBookArticle of a document, in place of a record with the same PMID. Throws
  /// Error(input) when one cannot be read.
  void add(const std::string& xml);

  /// The record is no longer known.
  void remove(Pmid pmid);

  /// From now on searches leave this term out and warn that they do.
  void ignore(std::string phrase);

  /// The next `count` requests meet `fault`; count 0: all from now on.
  void inject(Fault fault, std::size_t count = 0);

  /// Answers 429 to requests that start within a second after `count` others, as NCBI does; 0: no limit.
  void limit_per_second(std::size_t count);

  [[nodiscard]] std::string url() const { return http_.url(); }
  [[nodiscard]] std::vector<ServedRequest> requests() const { return http_.requests(); }
  [[nodiscard]] std::size_t most_at_once() const { return http_.most_at_once(); }
  [[nodiscard]] std::size_t throttled() const;  ///< requests refused by limit_per_second

 private:
  ServedResponse answer(const ServedRequest& request);
  [[nodiscard]] Fault next_fault();
  [[nodiscard]] bool is_over_limit(const ServedRequest& request);
  [[nodiscard]] ServedResponse fetch(const ServedRequest& request, Fault fault) const;

  mutable std::mutex mutex_;
  ServedRecords records_;
  std::vector<std::string> ignored_;
  Fault fault_ = Fault::none;
  std::optional<std::size_t> fault_left_;  ///< unset: for ever
  std::size_t limit_ = 0;
  std::size_t throttled_ = 0;
  std::deque<std::chrono::steady_clock::time_point> starts_;
  LoopbackHttp http_;  // last: its thread uses what stands above
};

}  // namespace claimcheck
