#include "verify/study.h"

#include <gtest/gtest.h>

#include "verify/citations.h"

namespace claimcheck {
namespace {

Study read(const char* title, const char* results) {
  const Vocabulary& vocabulary = builtin_vocabulary();
  Citation citation = make_citation(1, title, results);
  citation.publication_types.push_back({"D017418", "Meta-Analysis"});
  const std::vector<Sentence> sentences = analyse_abstract(citation, vocabulary);
  return read_study(citation, analyse_sentence(citation.title, vocabulary), sentences, vocabulary);
}

TEST(ReadStudy, AReviewThatCountsTrialsAloneReviewedRandomisedOnes) {
  EXPECT_TRUE(read("Zinc for colds", "Nine trials with 900 participants were pooled.").randomised_evidence);
  EXPECT_FALSE(read("Zinc for colds", "Nine trials and four cohort studies were pooled.").randomised_evidence);
  EXPECT_FALSE(read("Zinc for colds", "Nine studies with 900 participants were pooled.").randomised_evidence);
}

TEST(ReadStudy, CountsPeopleByWhateverTheyAreCalled) {
  EXPECT_EQ(read("Zinc and birth", "We followed 58,000 births.").sample_size, 58000);
  EXPECT_EQ(read("Zinc and the heart", "Among 2,400 vaccinees two were ill.").sample_size, 2400);
}

TEST(ReadStudy, TakesTheUnitOfARateForNoSample) {
  EXPECT_EQ(read("Zinc and harm", "Harm was seen in 1.4 per 10,000 patients, in 320 patients.").sample_size, 320);
  EXPECT_EQ(read("Zinc and harm", "In 90 patients, one in every 220 persons was ill.").sample_size, 90);
}

}  // namespace
}  // namespace claimcheck
