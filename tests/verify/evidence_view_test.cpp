#include "verify/evidence_view.h"

#include <gtest/gtest.h>

#include "verify/citations.h"
#include "verify/word_weights.h"

namespace claimcheck {
namespace {

ClaimParts parts_of(std::string_view claim) {
  return read_claim_parts(analyse_sentence(claim, builtin_vocabulary()));
}

EvidenceView view(std::string_view claim, const Citation& citation) {
  return view_evidence(parts_of(claim), citation, builtin_vocabulary());
}

// The sentences of a view in its order.
std::vector<std::string_view> ordered(const EvidenceView& evidence) {
  std::vector<std::string_view> texts;
  for (const std::size_t i : evidence.order) texts.push_back(evidence.sentences[i].text);
  return texts;
}

Citation unlabelled(std::string text) {
  Citation citation;
  citation.abstract = {{"", SectionRole::unassigned, std::move(text)}};
  return citation;
}

TEST(Coverage, IsTheShareOfTheWeightThatIsNamed) {
  EXPECT_DOUBLE_EQ(coverage({"gribble", "flimflamol"}, {"gribble", "flimflamol", "other"}), 1);
  EXPECT_DOUBLE_EQ(coverage({"gribble", "flimflamol"}, {"gribble"}), 0.5) << "unknown words weigh the same";
  EXPECT_DOUBLE_EQ(coverage({"gribble"}, {"other"}), 0);
  EXPECT_DOUBLE_EQ(coverage({"gribble"}, {}), 0);
  EXPECT_DOUBLE_EQ(coverage({}, {"gribble"}), 0);
  const double rare = word_weight("gribble");
  const double common = word_weight("patient");
  EXPECT_DOUBLE_EQ(coverage({"gribble", "patient"}, {"patient"}), common / (rare + common));
}

TEST(MissingWeight, IsTheWeightOfWhatIsNotNamed) {
  const double rare = word_weight("gribble");
  EXPECT_DOUBLE_EQ(missing_weight({"gribble", "flimflamol", "pain"}, {"pain"}), 2 * rare);
  EXPECT_DOUBLE_EQ(missing_weight({"gribble"}, {"gribble"}), 0);
  EXPECT_DOUBLE_EQ(missing_weight({}, {"gribble"}), 0);
  EXPECT_DOUBLE_EQ(missing_weight({"gribble"}, {}), rare);
}

TEST(ViewEvidence, PutsFirstWhatNamesMostOfTheClaim) {
  const Citation citation = make_citation(
      1, "Gribble", "Weight was stable. Flimflamol lowers gribble counts. Flimflamol was cheap. No one was harmed.");
  const EvidenceView evidence = view("Flimflamol lowers gribble.", citation);
  ASSERT_EQ(evidence.order.size(), 4U);
  EXPECT_EQ(ordered(evidence)[0], "Flimflamol lowers gribble counts.");
  EXPECT_EQ(ordered(evidence)[1], "Flimflamol was cheap.");
  EXPECT_TRUE(evidence.title_stems.contains("gribbl"));
  EXPECT_TRUE(evidence.all.contains("gribbl") && evidence.all.contains("flimflamol"));
  EXPECT_TRUE(evidence.stems[2].contains("flimflamol"));
  EXPECT_FALSE(evidence.all.contains("cheap")) << "no word of the claim";
  EXPECT_FALSE(evidence.stems[2].contains("gribbl"));
}

TEST(ViewEvidence, PutsTheLaterOfEqualsFirst) {
  const EvidenceView evidence =
      view("Flimflamol lowers gribble.",
           make_citation(1, "", "Rest helped. Flimflamol lowers gribble. Flimflamol lowers gribble. Sleep helped."));
  EXPECT_EQ(evidence.order, (std::vector<std::size_t>{2, 1, 3, 0}));
}

TEST(ViewEvidence, PutsConclusionsBeforeResultsBeforeAims) {
  Citation citation = make_citation(1, "", "Flimflamol lowers gribble.", "Flimflamol lowers gribble.");
  citation.abstract.push_back({"OBJECTIVE", SectionRole::objective, "Flimflamol lowers gribble."});
  EXPECT_EQ(view("Flimflamol lowers gribble.", citation).order, (std::vector<std::size_t>{1, 0, 2}));
}

TEST(ViewEvidence, LooksForTheOutcomeOfAComparisonBeforeItsArm) {
  const EvidenceView evidence =
      view("Flimflamol is superior to placebo in terms of gribble.",
           make_citation(1, "", "Flimflamol was cheap. Gribble was stable. Flimflamol changed gribble. Rest helped."));
  EXPECT_EQ(evidence.order, (std::vector<std::size_t>{2, 1, 0, 3}));
}

TEST(ViewEvidence, TellsTheRolesOfTextWithoutLabels) {
  const Citation citation = unlabelled(
      "Heartburn is common. Ninety adults were randomly assigned to almorin or placebo. The mean score was 4.1 with "
      "almorin and 6.3 with placebo (P = 0.003). These findings suggest that almorin may be an option.");
  const EvidenceView evidence = view("Almorin relieves heartburn.", citation);
  std::vector<SectionRole> roles;
  for (const Sentence& sentence : evidence.sentences) roles.push_back(sentence.role);
  EXPECT_EQ(roles, (std::vector<SectionRole>{SectionRole::background, SectionRole::methods, SectionRole::results,
                                             SectionRole::conclusions}));
}

TEST(ViewEvidence, KeepsTheRolesThatLabelsTell) {
  const EvidenceView labelled =
      view("Almorin helps.", make_citation(1, "", "The aim was sleep. We asked 40 adults. It was hot."));
  for (const Sentence& sentence : labelled.sentences) EXPECT_EQ(sentence.role, SectionRole::results) << sentence.text;
  const Citation citation = unlabelled("FINDINGS: We aimed to sleep. The aim was rest. We asked 40 adults.");
  const EvidenceView opened = view("Almorin helps.", citation);
  for (const Sentence& sentence : opened.sentences) EXPECT_EQ(sentence.role, SectionRole::results) << sentence.text;
}

TEST(ViewEvidence, TakesACitationWithoutText) {
  const Citation citation;
  const EvidenceView evidence = view("Almorin helps.", citation);
  EXPECT_TRUE(evidence.sentences.empty());
  EXPECT_TRUE(evidence.order.empty());
  EXPECT_TRUE(evidence.all.empty());
}

}  // namespace
}  // namespace claimcheck
