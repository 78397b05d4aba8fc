#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/appraisal.h"
#include "core/citation.h"
#include "core/claim.h"
#include "core/claim_frame.h"
#include "core/compliance.h"
#include "core/document.h"
#include "core/finding.h"
#include "core/query.h"
#include "core/review.h"
#include "core/verdict.h"

namespace claimcheck {

/// Version of the JSON report's shape.
inline constexpr int kReportSchemaVersion = 1;

/// `tagged`: there is a verdict. `not_assessed`: the claim is outside what PubMed can tell, or cannot be resolved.
/// `incomplete`: a search or a fetch failed; never the same as unsupported.
enum class ClaimStatus { tagged, not_assessed, incomplete };

/// What a query was after: evidence for the claim, evidence against it, or the citations that PubMed links to the
/// strongest evidence of both sides, or what has replaced a record that was found.
enum class QueryAim { claim, counter, similar, cited_by, republished };

/// One search as it was run.
struct QueryRecord {
  QueryAim aim = QueryAim::claim;
  std::string text;
  std::size_t found = 0;
  std::size_t taken = 0;  ///< the top of the found records, as many as were wanted
  std::size_t read = 0;   ///< how many of the taken records bear on the claim's subject and were read
  bool complete = false;
  std::string source;
  std::string date;
  std::string translation;
  std::vector<std::string> warnings;
  bool operator==(const QueryRecord&) const = default;
};

/// What a source that the text cites for a claim does for it. `not_found`: looked for, and there is no such record;
/// `unidentified`: the text does not say enough to look for it; `not_looked_up`: the look-up failed.
enum class CitedStanding { supports, opposes, inconclusive, silent, not_found, unidentified, not_looked_up };

/// One source that the text cites for a claim, read for that claim. It has no part in the claim's own tag, for which
/// the source counts only when the searches found it.
struct CitedReading {
  CitedSource source;
  CitedStanding standing = CitedStanding::unidentified;
  Pmid pmid = 0;                   ///< of the record that was read; 0 when there is none
  std::string title;               ///< of that record
  bool retracted = false;          ///< its standing is then that of a retracted paper: never support
  std::optional<Finding> finding;  ///< what the standing rests on
  std::string why;                 ///< one plain sentence
  bool operator==(const CitedReading&) const = default;
};

/// Everything about one claim.
struct Report {
  Claim claim;
  ClaimFrame frame;
  ClaimStatus status = ClaimStatus::incomplete;
  std::vector<Reason> status_reasons;  ///< why there is no verdict; empty when tagged
  std::optional<Verdict> verdict;
  Appraisal appraisal;  ///< of the verdict; empty without one
  std::vector<QueryRecord> queries;
  std::vector<Finding> findings;           ///< strongest first, both sides
  std::vector<Citation> citations;         ///< those that a finding refers to, by PMID
  std::vector<SilentCitation> silent;      ///< read, and said nothing on the claim; by PMID
  std::vector<CitedReading> cited;         ///< what the text cites for the claim
  std::vector<std::string> problems;       ///< what went wrong, one sentence each
  std::vector<ComplianceNote> compliance;  ///< apart from the verdict: advertising rules to look at; not legal advice
  bool operator==(const Report&) const = default;
};

/// A file that claims were read from.
struct InputDocument {
  std::string name;
  std::string sha256;
  std::size_t claims = 0;
  bool operator==(const InputDocument&) const = default;
};

/// What every output carries, so that a run can be repeated.
struct Provenance {
  std::string tool_version;
  int rules_version = kRulesVersion;
  int schema_version = kReportSchemaVersion;
  std::vector<InputDocument> documents;
  std::string evidence_source;  ///< "PubMed" or "local library NAME"
  std::string evidence_date;    ///< ISO date; of the newest search
  std::size_t library_citations = 0;
  std::size_t digest_citations = 0;  ///< cited records whose abstract is a digest: every output then carries a banner
  bool offline = false;
  bool operator==(const Provenance&) const = default;
};

/// One run over one or more files: what the writers in report/ take.
struct Run {
  std::vector<Report> reports;     ///< in the order of the claims
  std::vector<Document> articles;  ///< those that claims were extracted from; Provenance::documents has all files
  Provenance provenance;
  std::vector<std::string> problems;  ///< of the run as a whole
  std::optional<ReviewState> review;  ///< what people decided, where the run is one of a project that was reviewed
  bool operator==(const Run&) const = default;
};

template <>
struct EnumNames<QueryAim> {
  static constexpr std::array<std::string_view, 5> values{"claim", "counter", "similar", "cited_by", "republished"};
};

template <>
struct EnumNames<CitedStanding> {
  static constexpr std::array<std::string_view, 7> values{"supports",  "opposes",      "inconclusive", "silent",
                                                          "not_found", "unidentified", "not_looked_up"};
};

template <>
struct EnumNames<ClaimStatus> {
  static constexpr std::array<std::string_view, 3> values{"tagged", "not_assessed", "incomplete"};
};

}  // namespace claimcheck
