#include "verify/compliance_rules.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "core/compliance.h"
#include "core/error.h"

namespace claimcheck {
namespace {

std::string failure_of(const std::string& data) {
  try {
    ComplianceRules::parse(data, "rules.txt");
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::internal);
    return error.what();
  }
  return {};
}

const std::string kRule =
    "[rule a]\nname = N\nclause = 1\nedition = E\njurisdiction = J\nsource = https://example.org\nwhy = W.\n";

TEST(ComplianceRules, ReadsRulesWordingsAndWords) {
  const ComplianceRules rules = ComplianceRules::parse(
      "# comment\n" + kRule +
          "looks_at = b, c\n\n[wording b]\nreading = denied\nkind = harm_absent\nunless = d, e\nside effect~  # why\n"
          "[wording c]\nreading = said\nonly = comparative\nvalued = yes\nbeside = d\nsafe\n[words d]\nmay\n[words e]\n"
          "might\n",
      "rules.txt");
  ASSERT_EQ(rules.rules.size(), 1U);
  EXPECT_EQ(rules.rules[0].source, "https://example.org");
  EXPECT_EQ(rules.rules[0].looks_at, (std::vector<std::string>{"b", "c"}));
  ASSERT_EQ(rules.wordings.size(), 2U);
  EXPECT_TRUE(rules.wordings[0].denied);
  EXPECT_EQ(rules.wordings[0].kind, ClaimKind::harm_absent);
  EXPECT_EQ(rules.wordings[0].unless, (std::vector<std::string>{"d", "e"}));
  EXPECT_FALSE(rules.wordings[1].denied);
  EXPECT_EQ(rules.wordings[1].only, ClaimKind::comparative);
  EXPECT_TRUE(rules.wordings[1].valued);
  EXPECT_EQ(rules.wordings[1].beside, "d");
  EXPECT_TRUE(rules.phrases.contains(tokenize("Side effects"), rules.wordings[0].category));
  EXPECT_TRUE(rules.phrases.contains(tokenize("It may"), "d"));
}

TEST(ComplianceRules, SaysWhatIsWrongWithADataFile) {
  EXPECT_EQ(failure_of(kRule), "rules.txt: rule a looks at nothing");
  EXPECT_EQ(failure_of(kRule + "looks_at = b\n"), "rules.txt: rule a looks at b, which is no wording");
  EXPECT_EQ(failure_of("[rule a]\nname = N\n"), "rules.txt: rule a has no clause");
  EXPECT_EQ(failure_of("[rule a]\nnames = N\n"), "rules.txt: \"names = N\" is not known there");
  EXPECT_EQ(failure_of("[rule a]\nsafe\n"), "rules.txt: \"safe\" stands outside [wording] and [words]");
  EXPECT_EQ(failure_of("safe\n"), "rules.txt: \"safe\" stands outside [wording] and [words]");
  EXPECT_EQ(failure_of("[wording b]\nreading = heard\n"), "rules.txt: \"reading = heard\" is not known there");
  EXPECT_EQ(failure_of("[wording b]\nkind = odd\n"), "rules.txt: \"kind = odd\" is not known there");
  EXPECT_EQ(failure_of("[wording b]\nunless = d\n"), "rules.txt: wording b refers to d, which are no words");
  EXPECT_EQ(failure_of("[wording b]\nbeside = d\n"), "rules.txt: wording b refers to d, which are no words");
  EXPECT_EQ(failure_of("[wording]\n"), "rules.txt: [wording] has no name");
  EXPECT_EQ(failure_of("[odd a]\n"), "rules.txt: [odd a] is neither a rule, nor a wording, nor words");
}

// Nothing in the file is dead, and each rule can be looked up.
TEST(ComplianceRules, TheCompiledInRulesAreComplete) {
  const ComplianceRules& rules = compliance_rules();
  std::set<std::string> ids;
  std::set<std::string> looked_at;
  for (const ComplianceRule& rule : rules.rules) {
    EXPECT_TRUE(ids.insert(rule.id).second) << rule.id;
    EXPECT_EQ(rule.source.substr(0, 8), "https://") << rule.id;
    EXPECT_NE(rule.why.find(" may "), std::string::npos) << rule.id << " sounds certain";
    EXPECT_EQ(rule.why.back(), '.') << rule.id;
    looked_at.insert(rule.looks_at.begin(), rule.looks_at.end());
  }
  for (const ComplianceWording& wording : rules.wordings) EXPECT_TRUE(looked_at.contains(wording.id)) << wording.id;
  EXPECT_NE(kComplianceMeaning.find("Not legal advice."), std::string_view::npos);
}

}  // namespace
}  // namespace claimcheck
