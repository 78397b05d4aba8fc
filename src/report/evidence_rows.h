#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/report.h"

namespace claimcheck {

/// One paper that says something on one claim.
struct EvidenceRow {
  const Report* report = nullptr;
  const Citation* citation = nullptr;    ///< null when the report does not hold it
  std::vector<const Finding*> findings;  ///< never empty; the one that speaks for the paper first
};

/// The papers of a report: those for the claim, those against it, those that speak neither way; on each side what was
/// weighed first. A paper with findings on both sides stands where its first weighed one does. Points into `report`.
std::vector<EvidenceRow> list_evidence(const Report& report);

/// True when the finding was weighed for or against its claim.
bool was_weighed(const Finding& finding);

/// "PMID 12, J Invent, 2021, cohort study, n = 812"; says so where the quote is of a digest.
std::string describe_source(const Finding& finding, const Citation* citation);

/// "p = 0.002; estimate 4.1; interval 1.5 to 6.7 (no effect at 0)"; empty when the sentence gives none.
std::string describe_numbers(const FindingNumbers& numbers);

/// "RESULTS, characters 35–140": the section of the abstract, as labelled there, and code points in it.
std::string describe_quote_place(const Finding& finding, const Citation* citation);

/// "abstract", or that it is a digest. Nothing else is read: claimcheck asks PubMed, which has no full texts.
std::string_view source_level(const Citation* citation);

/// "one minor mismatch; duration: eight weeks, while the claim says long-term".
std::string describe_directness(const Finding& finding);

}  // namespace claimcheck
