#pragma once

#include <string>
#include <string_view>

#include "core/span.h"

namespace claimcheck {

/// A rule on advertising that the wording of a claim may fall under. Never a finding that it does: whether it does
/// depends on the product, the medium, the audience and the rest of the material, none of which is known here. Not
/// legal advice. It bears neither on the tag of the claim nor on its evidence.
struct ComplianceNote {
  std::string id;            ///< of the rule, stable: "abpi-6.4-safe"
  std::string rule;          ///< name of the code, law or guidance
  std::string clause;        ///< as it is cited: "6.4", "Article 90(b)"
  std::string edition;       ///< edition or date of the text that was looked at
  std::string jurisdiction;  ///< where it holds, and for what
  std::string source;        ///< address of the rule's text
  std::string why;           ///< one plain sentence
  std::string words;         ///< of the claim: its bytes at `span`
  Span span;                 ///< in the claim
  bool operator==(const ComplianceNote&) const = default;
};

/// What compliance notes mean and do not mean; in every report that shows them.
inline constexpr std::string_view kComplianceMeaning =
    "Advertising rules that this wording may fall under. They are found by its words alone, say nothing on the "
    "evidence "
    "and do not enter the tag. No note does not mean that no rule applies. Not legal advice.";

}  // namespace claimcheck
