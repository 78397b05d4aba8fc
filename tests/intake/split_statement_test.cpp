#include "intake/split_statement.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

std::vector<std::string> parts_of(std::string_view sentence) {
  std::vector<std::string> texts;
  for (const Draft& part : split_statement(Draft(sentence), builtin_vocabulary())) texts.push_back(part.text());
  return texts;
}

struct Case {
  std::string_view sentence;
  std::vector<std::string> parts;
};

TEST(SplitStatement, TakesApartWhatIsJoined) {
  const std::vector<Case> cases{
      {"Aspirin thins the blood, and ibuprofen relieves pain.", {"Aspirin thins the blood", "ibuprofen relieves pain"}},
      {"Exercise is safe; it improves sleep.", {"Exercise is safe", "it improves sleep"}},
      {"Studies show that aspirin prevents stroke, and that ibuprofen raises blood pressure.",
       {"Studies show that aspirin prevents stroke", "Studies show that ibuprofen raises blood pressure"}},
      {"Metformin may lower weight and reduce the risk of cancer.",
       {"Metformin may lower weight", "Metformin may reduce the risk of cancer"}},
      {"Yoga reduces stress and improves sleep in older adults.",
       {"Yoga reduces stress in older adults", "Yoga improves sleep in older adults"}},
      {"Yoga relieves pain and may improve sleep.", {"Yoga relieves pain", "Yoga may improve sleep"}},
      {"Dizziness and nausea are common.", {"Dizziness is common", "nausea is common"}},
      {"It is safe, effective and well tolerated.", {"It is safe", "It is effective", "It is well tolerated"}},
      {"The drug blocks histamine, reducing itching.", {"The drug blocks histamine", "The drug reduces itching"}},
      {"It works faster than other drugs, which often take weeks.",
       {"It works faster than other drugs", "other drugs often take weeks"}},
      {"It does not cause weight gain or fatigue when used correctly.",
       {"It does not cause weight gain when used correctly", "It does not cause fatigue when used correctly"}},
      {"It helps by easing pain, reducing stress, and improving sleep.",
       {"It helps by easing pain", "It helps by reducing stress", "It helps by improving sleep"}},
      {"Massage relaxes muscles and joints and eases the pain.",
       {"Massage relaxes muscles", "Massage relaxes joints", "Massage eases the pain"}},
      {"The therapy is both safe and effective.", {"The therapy is safe", "The therapy is effective"}},
  };
  for (const Case& test : cases) EXPECT_EQ(parts_of(test.sentence), test.parts) << test.sentence;
}

TEST(SplitStatement, KeepsTogetherWhatMightSaySomethingElse) {
  for (const std::string_view sentence : {
           "It eased symptoms after five or more flights",
           "Low doses cause little drowsiness, probably sparing attention, though driving or operating cranes is "
           "unwise",
           "A combination of exercise and diet lowers weight.",           // acts as one
           "It reduced the risk of stroke or heart attack by 20%.",       // one number
           "Sertraline is more effective than placebo or talk therapy.",  // one comparison
           "Metformin does not cause nausea and vomiting.",               // "and" denied
           "It helps patients with diabetes and obesity.",                // may have both
           "Patients who smoke, drink and eat poorly have more strokes.",
           "It raises increased pressure and pulse.",
           "It treats chronic and acute pain.",
           "It is not only safe but works fast.",
           "Drug A for pain and drug B for fever are common.",
           "The dose, the route and the rate can all be changed.",
           "Exercise—as used for pain and sleep—is cheap.",
           "Few ideas are as old as \"set\" and \"setting\".",
       }) {
    EXPECT_EQ(parts_of(sentence).size(), 1U) << sentence;
  }
}

TEST(SplitStatement, SharesWhatWouldTurnTheRestRound) {
  EXPECT_EQ(parts_of("The drug showed reduced pain and swelling."),
            (std::vector<std::string>{"The drug showed reduced pain", "The drug showed reduced swelling"}));
}

}  // namespace
}  // namespace claimcheck
