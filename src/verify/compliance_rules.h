#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/claim_frame.h"
#include "verify/phrase_table.h"

namespace claimcheck {

/// A way of wording a claim that advertising rules look at; the keys of the data file, which explains them.
struct ComplianceWording {
  std::string id;
  std::string category;  ///< of its phrases in the table
  bool denied = false;
  bool valued = false;
  std::optional<ClaimKind> kind;
  std::optional<ClaimKind> only;
  std::string beside;  ///< may be empty
  std::vector<std::string> unless;
};

/// A rule on advertising. No field is empty.
struct ComplianceRule {
  std::string id;
  std::string name;
  std::string clause;
  std::string edition;
  std::string jurisdiction;
  std::string source;
  std::string why;
  std::vector<std::string> looks_at;  ///< ids of wordings
};

/// The rules of a data file in the format of src/verify/data/compliance_rules.txt. Immutable; safe to share.
struct ComplianceRules {
  std::vector<ComplianceRule> rules;
  std::vector<ComplianceWording> wordings;
  PhraseTable phrases;  ///< of the wordings, by category, and of the [words] blocks, by name

  /// Throws Error(internal) naming `name` and what is wrong: an unknown block, key, value or reference, or a rule that
  /// lacks a field.
  static ComplianceRules parse(std::string_view data, std::string_view name);
};

/// The rules that are compiled in.
const ComplianceRules& compliance_rules();

}  // namespace claimcheck
