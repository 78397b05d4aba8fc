#include "verify/people.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

struct Named {
  Sentence sentence;
  TokenRange outcome;
};

// The last outcome that the text names.
Named last_outcome(const std::string& text) {
  Named named{analyse_sentence(text, builtin_vocabulary()), {}};
  for (const ConceptMention& mention : named.sentence.mentions) {
    if (mention.concept_ptr->kind == ConceptKind::outcome) named.outcome = {mention.first, mention.last};
  }
  return named;
}

TEST(DescribesPeople, TellsWhoWasStudiedFromWhatHappened) {
  const struct {
    const char* text;
    bool people;
  } rows[] = {
      {"in patients with depression", true},
      {"adults suffering from severe depression", true},
      {"patients whose depression had lasted years", true},
      {"fell in the depression group", true},
      {"adults with a history of depression", true},
      {"higher baseline depression scores", true},
      {"patients who are at elevated risk for suicide", true},
      {"ketamine reduced depression", false},
      {"patients on ketamine had less depression", false},
      {"patients with ketamine were at lower risk of relapse", false},
      {"two cases of cystitis were seen", false},
      {"nausea was reported", false},
  };
  for (const auto& row : rows) {
    const std::string text = row.text;
    const Named named = last_outcome(text);
    ASSERT_LT(named.outcome.first, named.outcome.last) << text;
    EXPECT_EQ(describes_people(named.sentence, named.outcome), row.people) << text;
  }
}

TEST(IsIndication, KnowsWhatATreatmentIsGivenFor) {
  const struct {
    const char* text;
    bool indication;
  } rows[] = {
      {"modafinil in the treatment of cocaine addiction", true},
      {"buprenorphine was given for opioid addiction", true},
      {"treating depression", true},
      {"mannitol was used to control raised intracranial pressure", true},
      {"the risk of addiction", false},
      {"modafinil caused addiction", false},
  };
  for (const auto& row : rows) {
    const std::string text = row.text;
    const Named named = last_outcome(text);
    ASSERT_LT(named.outcome.first, named.outcome.last) << text;
    EXPECT_EQ(is_indication(named.sentence, named.outcome), row.indication) << text;
  }
}

}  // namespace
}  // namespace claimcheck
