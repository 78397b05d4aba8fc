#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/citation.h"
#include "core/enum_names.h"
#include "pubmed/http.h"

namespace claimcheck {

/// What an E-utilities answer is worth. An HTTP status of 200 tells little: errors come inside it too.
enum class AnswerKind {
  usable,
  no_such_record,  ///< the server looked and does not know the PMID
  key_refused,     ///< the API key is not accepted
  permanent,       ///< the same request will always fail
  transient,       ///< the server could not answer this time
  throttled,       ///< too many requests
  malformed,       ///< whole, but not what was asked for
  incomplete,      ///< stopped early
  unreachable,     ///< no connection
  out_of_time,     ///< the run's deadline has passed; set by the caller, never by an answer
};

template <>
struct EnumNames<AnswerKind> {
  static constexpr std::array<std::string_view, 10> values{"usable",      "no_such_record", "key_refused", "permanent",
                                                           "transient",   "throttled",      "malformed",   "incomplete",
                                                           "unreachable", "out_of_time"};
};

/// True if asking again may help: transient, throttled, incomplete, unreachable.
bool is_worth_retrying(AnswerKind kind);

/// `reason` is a few words, often the server's own, on one line of about 200 bytes at most.
struct Assessment {
  AnswerKind kind = AnswerKind::usable;
  std::string reason;
};

/// An ESearch answer (retmode=xml, NBK25499). All but `status` is empty unless that is usable. Texts are of one line.
struct SearchAnswer {
  Assessment status;
  std::size_t found = 0;  ///< Count
  std::vector<Pmid> pmids;
  std::string translation;            ///< QueryTranslation
  std::vector<std::string> warnings;  ///< ErrorList and WarningList, one sentence each
};

/// An EFetch answer (db=pubmed, retmode=xml). Citations are there only when it is usable.
struct FetchAnswer {
  Assessment status;
  std::vector<Citation> citations;
  std::vector<std::string> bad_records;  ///< one problem for each record that could not be read
};

/// An ELink answer within PubMed (cmd=neighbor or neighbor_score, NBK25499). Empty unless it is usable.
struct LinkAnswer {
  Assessment status;
  /// Of each citation that has a LinkSet of its own, the citations linked to it, each once and never itself: as they
  /// stand, or by falling Score where there are scores.
  std::map<Pmid, std::vector<Pmid>> links;
};

/// None of them throws on account of what the server sent.
SearchAnswer read_search_answer(const HttpResponse& response);
FetchAnswer read_fetch_answer(const HttpResponse& response);
/// Links of another name than `link_name` are passed over. A LinkSet of several citations makes the answer malformed:
/// it does not tell which link belongs to which.
LinkAnswer read_link_answer(const HttpResponse& response, std::string_view link_name);

}  // namespace claimcheck
