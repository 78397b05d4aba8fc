#include "pubmed/eutils_advice.h"

namespace claimcheck {

std::string_view advice_on(AnswerKind kind, bool has_key) {
  switch (kind) {
    case AnswerKind::throttled:
      return has_key ? "Run again to continue; other programs may be using the same NCBI key."
                     : "Run again to continue, or add an NCBI key (claimcheck help ncbi-key).";
    case AnswerKind::key_refused:
      return "Correct or remove the NCBI key (claimcheck help ncbi-key).";
    case AnswerKind::transient:
    case AnswerKind::incomplete:
      return "Run again in a few minutes to continue.";
    case AnswerKind::unreachable:
      return "Check the network and the proxy settings and run again, or use --offline with a local library.";
    case AnswerKind::out_of_time:
      return "Run again to continue.";
    case AnswerKind::usable:
    case AnswerKind::no_such_record:
    case AnswerKind::permanent:
    case AnswerKind::malformed:
      break;
  }
  return "Run again; if it stays so, a proxy may be answering in place of PubMed, or the query is at fault "
         "(--show-queries).";
}

}  // namespace claimcheck
