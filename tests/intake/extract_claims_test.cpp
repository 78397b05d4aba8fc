#include "intake/extract_claims.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/claims_of.h"
#include "intake/read_document.h"

namespace claimcheck {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(ExtractClaims, TakesSentencesIntoSingleStatements) {
  EXPECT_THAT(claims_of("# Statins\n\nStatins lower LDL cholesterol and reduce the risk of heart attack and stroke.\n"),
              ElementsAre("Statins lower LDL cholesterol.", "Statins reduce the risk of heart attack.",
                          "Statins reduce the risk of stroke."));
}

TEST(ExtractClaims, SpansTheClauseUpToTheItemOfAList) {
  const std::vector<Claim> claims = extract_checked("# SSRIs\n\nSSRIs can cause nausea, insomnia or headaches.\n");
  ASSERT_EQ(claims.size(), 3U);
  EXPECT_EQ(claims[0].passage->text, "SSRIs can cause nausea");
  EXPECT_EQ(claims[1].passage->text, "SSRIs can cause nausea, insomnia");
  EXPECT_TRUE(claims[0].passage->compound);
}

TEST(ExtractClaims, PutsItemsBehindWhatLeadsThemIn) {
  EXPECT_THAT(claims_of("# Acupuncture\n\nAcupuncture is used for:\n\n- Migraine\n- Chronic low back pain\n"),
              ElementsAre("Acupuncture is used for migraine.", "Acupuncture is used for chronic low back pain."));
}

TEST(ExtractClaims, ReadsAListThatWasTypedIntoOneParagraph) {
  const std::vector<Claim> claims = extract_checked(
      "# Statins\n\nStatins may cause: - Muscle pain - Headache\n\nStatins may not be right for you if: - You have "
      "liver "
      "disease - You take ciclosporin for depression\n");
  ASSERT_EQ(claims.size(), 2U);
  EXPECT_EQ(claims[0].text, "Statins may cause muscle pain.");
  EXPECT_EQ(claims[1].text, "Statins may cause headache.");
  EXPECT_EQ(claims[1].passage->text, "Headache");
}

TEST(ExtractClaims, PutsItemsBelowAHeadingThatSaysWhatTheyAre) {
  EXPECT_THAT(
      claims_of("# Statins\n\nStatins are used by many.\n\n## Common side effects\n\n- Muscle pain\n- Nausea\n"),
      ElementsAre("The common side effects of statins include muscle pain.",
                  "The common side effects of statins include nausea."));
}

TEST(ExtractClaims, PutsACellBetweenItsHeaders) {
  EXPECT_THAT(claims_of("# Sleep\n\n| | Melatonin | Placebo |\n|---|---|---|\n| Onset | 20 minutes | 40 minutes |\n"),
              Contains("For melatonin, the onset is 20 minutes."));
}

TEST(ExtractClaims, ReadsATableWhoseRowsAreDrugsWithTheirDose) {
  EXPECT_THAT(claims_of("# Shots\n\n| Drug | Weight loss |\n|---|---|\n| Semaglutide 2.4 mg weekly | 15% |\n"
                        "| Liraglutide 3 mg | 8% |\n"),
              ElementsAre("For semaglutide 2.4 mg weekly, the weight loss is 15%.",
                          "For liraglutide 3 mg, the weight loss is 8%."));
}

TEST(ExtractClaims, PutsACellThatSaysWhatItDoesBehindItsTreatment) {
  EXPECT_THAT(claims_of("# Drugs\n\n| Drug | Effect |\n|---|---|\n| Aspirin 75 mg | reduces stroke by 20% |\n"),
              ElementsAre("Aspirin 75 mg reduces stroke by 20%."));
}

TEST(ExtractClaims, TakesNoAnswerOfATableForAValue) {
  EXPECT_THAT(claims_of("# Magnets\n\n| | Melatonin | Placebo |\n|---|---|---|\n| Side effects | No | None |\n"),
              IsEmpty());
}

TEST(ExtractClaims, WritesOutWhatPronounsStandFor) {
  const std::vector<std::string> claims = claims_of(
      "# Metformin\n\nMetformin lowers blood sugar. It can cause nausea. This drug does not cause weight gain.\n");
  EXPECT_THAT(claims, ElementsAre("Metformin lowers blood sugar.", "Metformin can cause nausea.",
                                  "Metformin does not cause weight gain."));
}

TEST(ExtractClaims, LeavesWhatIsUnclearAndSaysSo) {
  const std::vector<Claim> claims = extract_checked(
      "# Metformin\n\nMetformin lowers blood sugar. By targeting this system, metformin reduces the risk of stroke.\n");
  ASSERT_EQ(claims.size(), 2U);
  EXPECT_EQ(claims[1].text, "By targeting this system, metformin reduces the risk of stroke.");
  EXPECT_TRUE(claims[1].passage->needs_context);
}

TEST(ExtractClaims, DoesNotTakeThePronounForTheTopicWhereSomethingElseCameLast) {
  EXPECT_THAT(
      claims_of("# Yoga\n\nYoga relieves pain. Almost everyone feels some anxiety. It does not cause nausea.\n"),
      Not(Contains("Yoga does not cause nausea.")));
  EXPECT_THAT(claims_of("# Statins\n\nStatins can cause muscle pain, but serious cases are rare. They do not cause "
                        "dementia.\n"),
              Not(Contains("Serious cases do not cause dementia.")));
}

TEST(ExtractClaims, NamesTheTopicWhereItsRisksAreSpokenOf) {
  EXPECT_THAT(claims_of("# Acupuncture\n\nAcupuncture relieves pain. The risk of infection is very low.\n"),
              Contains("The risk of infection with acupuncture is very low."));
}

TEST(ExtractClaims, TakesTheOneTreatmentOfAParagraphForItsTopic) {
  EXPECT_THAT(claims_of("Tramadol does not damage the liver. Addiction risk stays very low.\n"),
              Contains("Addiction risk with tramadol stays very low."));
  EXPECT_THAT(claims_of("Tramadol is milder than morphine. Addiction risk stays very low.\n"),
              Not(Contains(HasSubstr("risk with"))));
}

TEST(ExtractClaims, DoesNotNameTheTopicWhereAnotherTreatmentIsSpokenOf) {
  EXPECT_THAT(claims_of("# Ibuprofen or aspirin\n\nIbuprofen relieves pain. Aspirin causes bleeding. Paracetamol is "
                        "gentle. The risk of stomach ulcers is low.\n"),
              Not(Contains(HasSubstr("ulcers with ibuprofen"))));
}

TEST(ExtractClaims, TakesNoObjectForItsOwnSubject) {
  EXPECT_THAT(claims_of("# Melatonin\n\nMelatonin improves sleep. Bright light in the evening suppresses it.\n"),
              Contains("Bright light in the evening suppresses melatonin."));
  const std::vector<Claim> claims = extract_checked(
      "# Statins\n\nStatins do not cause dementia. Some studies suggest statins reduce stroke and protect against "
      "it.\n");
  ASSERT_EQ(claims.size(), 3U);
  EXPECT_TRUE(claims[2].passage->needs_context);
}

TEST(ExtractClaims, TakesNoTreatmentFromBehindAPreposition) {
  const std::vector<std::string> claims = claims_of(
      "# Acupuncture\n\nAcupuncture reduces back pain. Acupuncture eases stress.\n\n## Nausea\n\n"
      "A press on the wrist prevents nausea after an operation. It may also ease migraine.\n");
  EXPECT_THAT(claims, Contains("Acupuncture may also ease migraine."));
}

TEST(ExtractClaims, DropsWhatWasSpokenOfWhereASentenceWasNotRead) {
  const std::vector<std::string> claims = claims_of(
      "# Acupuncture\n\nAcupuncture reduces back pain, and the benefit of acupuncture lasts for a year. Compared with "
      "sham needling, though, a small gap. A college of physicians recommends it for pain.\n");
  EXPECT_THAT(claims, Contains("A college of physicians recommends acupuncture for pain."));
}

TEST(ExtractClaims, TakesNoPurposeForATreatment) {
  const std::vector<std::string> claims = claims_of(
      "# Acupuncture\n\nAcupuncture reduces back pain. Acupuncture eases stress.\n\n## Migraine prevention\n\n"
      "Six sessions reduce headaches by 40%.\n");
  EXPECT_THAT(claims, Contains("Six sessions of acupuncture reduce headaches by 40%."));
}

TEST(ExtractClaims, NamesTheTopicOnlyWhereNothingElseIsMeant) {
  const std::vector<std::string> claims = claims_of(
      "# Naltrexone\n\nNaltrexone reduces relapse. Active substance abuse is a contraindication of naltrexone. Alcohol "
      "use raises blood pressure. In primary prevention the benefit is smaller in adults.\n");
  EXPECT_THAT(claims, Contains("Alcohol use raises blood pressure."));
  EXPECT_THAT(claims, Contains("In primary prevention the benefit of naltrexone is smaller in adults."));
}

TEST(ExtractClaims, LeavesOutConditionsThatMayHoldOfTheReader) {
  EXPECT_THAT(claims_of("# Statins\n\nStatins might not be right for you if:\n\n- You have liver disease\n"
                        "- Side effects have prevented statins before\n"),
              IsEmpty());
  EXPECT_THAT(claims_of("# Statins\n\nSigns you might need statins:\n\n- Statins reduce your cholesterol\n"),
              IsEmpty());
}

TEST(ExtractClaims, TurnsAMythRound) {
  EXPECT_THAT(claims_of("# Vaccines\n\nMyth: The HPV vaccine causes infertility.\n"),
              ElementsAre("The HPV vaccine does not cause infertility."));
}

TEST(ExtractClaims, LeavesOutWhatLiteratureCannotSpeakTo) {
  EXPECT_THAT(claims_of("# Statins\n\nAre statins right for you? Talk to your doctor before you start. Book a free "
                        "consultation today. In this article we will explore statins. Our team offers statins.\n"),
              IsEmpty());
}

TEST(ExtractClaims, LeavesOutNotesAndWordsToBeSpoken) {
  EXPECT_THAT(
      claims_of("# Statins\n\nStatins lower cholesterol.\n\n- Statin treatment administered (mg)\n- \"Statins are "
                "safe.\"\n- Statins can cause nausea\n"),
      ElementsAre("Statins lower cholesterol.", "Statins can cause nausea."));
}

TEST(ExtractClaims, KeepsVerbsWithTheObjectTheyShare) {
  EXPECT_THAT(claims_of("# Yoga\n\nYoga helps to sustain and extend the benefits of exercise.\n"),
              ElementsAre("Yoga helps to sustain and extend the benefits of exercise."));
}

TEST(ExtractClaims, TakesNoListForTheEndOfAWholeSentence) {
  EXPECT_THAT(claims_of("# Statins\n\nStatins are prescribed:\n\n- Brief muscle pain\n"), IsEmpty());
}

TEST(ExtractClaims, TakesNoAgencyForTheTreatmentItApproved) {
  EXPECT_THAT(claims_of("# Depression\n\nThe FDA has approved esketamine for depression. It can cause nausea.\n"),
              Contains("Esketamine can cause nausea."));
}

TEST(ExtractClaims, TakesNoCellBelowAHeaderThatOnlyMentionsATreatment) {
  EXPECT_THAT(claims_of("# Statins\n\n| Topic | Duration |\n|---|---|\n| Statin pharmacology | 2 hours |\n"),
              IsEmpty());
  EXPECT_THAT(claims_of("# Sleep\n\n| | Melatonin (oral) |\n|---|---|\n| Onset | 20 minutes |\n"),
              Contains("For melatonin (oral), the onset is 20 minutes."));
}

TEST(ExtractClaims, LeavesOutWhatHappenedToAPerson) {
  EXPECT_THAT(claims_of("# A year with statins\n\nShe was tired. The pain faded with statins. He saw her doctor. "
                        "The statins were stopped. Statins can cause muscle pain.\n"),
              ElementsAre("Statins can cause muscle pain."));
}

TEST(ExtractClaims, MarksWhatTheAuthorLeavesUnchecked) {
  Document document = read_document("# Statins\n\nStatins reduce the risk of stroke.\n", "a.md");
  ASSERT_EQ(document.blocks.size(), 2U);
  document.blocks[1].suppressed = "checked by legal";
  const std::vector<Claim> claims = extract_claims(document, builtin_vocabulary());
  ASSERT_EQ(claims.size(), 1U);
  EXPECT_EQ(claims[0].passage->suppressed, "checked by legal");
}

TEST(ExtractClaims, ListsWhatIsSaidTwiceOnce) {
  EXPECT_THAT(claims_of("# Statins\n\nStatins reduce the risk of stroke.\n\nStatins reduce the risk of stroke.\n"),
              ElementsAre("Statins reduce the risk of stroke."));
}

TEST(ExtractClaims, PairsClaimsWithWhatTheTextCites) {
  const std::vector<Claim> claims = extract_checked(
      "# Statins\n\nStatins reduce the risk of stroke.[1] Statins can cause muscle pain (Miller et al., 2019).\n\n## "
      "References\n\n1. Doe J. Statins and stroke in practice. J Hearts. 2018. PMID: 12345678\n2. Miller A. Pain of "
      "muscles with statins. Heart Care. 2019. doi:10.1234/HC.5\n");
  ASSERT_EQ(claims.size(), 2U);
  EXPECT_EQ(claims[0].text, "Statins reduce the risk of stroke.");
  ASSERT_EQ(claims[0].passage->cited.size(), 1U);
  EXPECT_EQ(claims[0].passage->cited[0].pmid, 12345678U);
  EXPECT_EQ(claims[1].text, "Statins can cause muscle pain.");
  EXPECT_THAT(claims[1].passage->cited, ElementsAre(Field(&CitedSource::doi, "10.1234/hc.5")));
}

TEST(ExtractClaims, FindsNoneInNothing) {
  EXPECT_THAT(extract_claims(Document{}, builtin_vocabulary()), IsEmpty());
  EXPECT_THAT(claims_of("# \n\n- \n\n|||\n"), IsEmpty());
}

}  // namespace
}  // namespace claimcheck
