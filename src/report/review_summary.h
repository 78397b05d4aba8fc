#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "core/report.h"
#include "core/review.h"
#include "report/agreement.h"

namespace claimcheck {

/// How one claim stands, in words. All empty for a run without a review.
struct Decision {
  ReviewOutcome outcome;
  std::string words;   ///< "contested, as both judged"; "open" while somebody has not judged
  std::string reason;  ///< that of the outcome (describe_reason); empty where those who agree give several
  std::vector<std::string> comments;  ///< one line each, oldest first; with the name before it where several take part
};

Decision decide(const Run& run, const Report& report);

/// A comment as it stands in a table: on one line, and with the name of who wrote it.
std::string name_comment(std::string_view name, std::string_view text);

/// What one person holds of a claim: "Ada: contested (evidence misread: see table 2), 2026-11-29, from claims.xlsx".
struct NamedOpinion {
  const Reviewer* reviewer = nullptr;
  const Opinion* opinion = nullptr;
};
/// Of everybody who judged, put off or commented, in the order of joining. Points into `run.review`, which must be set.
std::vector<NamedOpinion> list_opinions(const Run& run, const std::string& claim);

/// "contested", "put off", "no judgement".
std::string describe_stand(const Opinion& opinion);
/// "contested (evidence misread: see table 2)".
std::string describe_opinion(const Opinion& opinion);
/// When and from where: "29 Nov 2026, 10:00 UTC, from claims.xlsx"; empty where nothing was judged or put off.
std::string describe_entry(const Opinion& opinion);

/// How many claims have which outcome, by OutcomeKind.
std::array<std::size_t, 5> count_outcomes(const Run& run);

/// The review of a run in sentences: how far it is, who takes part and how far each is, how far two reviewers agree.
/// Empty for a run without a review.
std::vector<std::string> describe_review(const Run& run);

/// How often two agree, with Cohen's kappa, in one or two sentences.
std::string describe_agreement(const Agreement& agreement);

/// "Ada: contested, Ben: supported" for each claim on which the two differ; empty where there are not two.
std::vector<std::string> describe_differences(const Run& run);

}  // namespace claimcheck
