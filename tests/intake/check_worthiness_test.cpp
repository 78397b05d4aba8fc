#include "intake/check_worthiness.h"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

double score_of(std::string_view statement) {
  return score_check_worthiness(statement, false, {}, builtin_vocabulary()).score;
}

TEST(CheckWorthiness, KeepsWhatLiteratureCanSpeakTo) {
  for (const std::string_view statement : {
           "Metformin lowers blood sugar.",
           "Acupuncture is used for migraine.",
           "SSRIs block the reuptake of serotonin.",
           "The FDA has approved esketamine for depression.",
           "Guidelines recommend statins for people with diabetes.",
           "Aspirin was first developed in the 1890s.",
           "Nausea occurred in 12% of patients given metformin.",
           "The therapy improves outcomes.",
           "Pneumothorax occurs in 1 in 10,000 sessions of acupuncture.",
           "Maria and colleagues found that statins reduce stroke.",
           "Pain and stiffness decreased with exercise.",
           "Semaglutide cuts strokes by 20%.",
           "REM sleep behavior disorder improves with melatonin.",
           "Propofol is bound to plasma proteins.",
       }) {
    EXPECT_GE(score_of(statement), kLeastCheckWorthy) << statement;
  }
}

TEST(CheckWorthiness, LeavesOutTheRest) {
  for (const std::string_view statement : {
           "Does metformin cause nausea?",
           "Avoid alcohol and eat well.",
           "Talk to your doctor about metformin and nausea.",
           "Book a free consultation about depression today.",
           "In this article we explain how statins work.",
           "Our clinic treats depression with ketamine.",
           "Doctors review medication lists and follow strict protocols.",
           "She felt that ketamine changed her life and eased her pain.",
           "A session of ketamine costs 400 dollars.",
           "A new era of hope.",
           "Health insurance typically covers statins for people with diabetes.",
           "Some states have rules on how metformin is prescribed via telehealth.",
           "Practitioners monitor side effects of statins.",
           "Statins will continue to improve heart health.",
           "You'll feel calmer with metformin.",
           "Use the relief that acupuncture brings.",
           "Research suggests that music.",
           "Statins are available now.",
           "Marcus has eased his chronic pain with ketamine.",
           "Kayla reduces her pain with exercise.",
           "Serotonin elevated.",
           "Patients with depression deserve ketamine.",
           "Ketamine is not covered by most employers for depression.",
           "By 2040, statins will make strokes rare.",
           "Gene tests may eventually predict who responds to statins.",
           "Researchers are asking whether statins prevent dementia.",
           "Medicare covers statins for adults with diabetes.",
           "You're taking statins for diabetes.",
           "Careful documentation of side effects with statins protects patients.",
           "Acupuncture is part of a larger trend toward natural pain relief.",
       }) {
    EXPECT_LT(score_of(statement), kLeastCheckWorthy) << statement;
  }
}

TEST(CheckWorthiness, WeighsWhereAStatementStands) {
  const auto score = [](std::string_view statement, const PlaceInArticle& place) {
    return score_check_worthiness(statement, false, place, builtin_vocabulary()).score;
  };
  EXPECT_LT(score("The advantages of acupuncture include shared rooms.", {.business = true}), kLeastCheckWorthy);
  EXPECT_LT(score("The advantages of acupuncture include shared rooms.", {.business_article = true}),
            kLeastCheckWorthy);
  EXPECT_GE(score("Acupuncture reduces pain.", {.business_article = true}), kLeastCheckWorthy);
  EXPECT_LT(score("The pain faded with acupuncture.", {.story = true}), kLeastCheckWorthy);
  EXPECT_GE(score("Acupuncture reduces pain.", {.story = true}), kLeastCheckWorthy);
  EXPECT_GE(score("In a trial, acupuncture reduced pain.", {.story = true}), kLeastCheckWorthy);
}

TEST(CheckWorthiness, SaysWhy) {
  const CheckWorthiness worth = score_check_worthiness("Metformin lowers blood sugar.", true, {}, builtin_vocabulary());
  ASSERT_FALSE(worth.why.empty());
  EXPECT_EQ(worth.why.front(), "for: names a treatment or exposure (Metformin)");
  EXPECT_EQ(worth.why.back(), "against: leans on words that were not found");
}

}  // namespace
}  // namespace claimcheck
