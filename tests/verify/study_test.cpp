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

TEST(ReadStudy, CountsWhatIsDoneToOnePersonEachAndThePeopleOfTheTitle) {
  EXPECT_EQ(read("Zinc and knees", "Among 15,300 procedures two failed.").sample_size, 15300);
  EXPECT_EQ(read("Harms of zinc in 22,000 patients", "Two patients were ill.").sample_size, 22000);
}

Study read_unlabelled(const char* title, const char* abstract, const char* type) {
  const Vocabulary& vocabulary = builtin_vocabulary();
  Citation citation;
  citation.pmid = 1;
  citation.title = title;
  citation.abstract.push_back({"", SectionRole::unassigned, abstract});
  citation.publication_types.push_back({"", type});
  const std::vector<Sentence> sentences = analyse_abstract(citation, vocabulary);
  return read_study(citation, analyse_sentence(citation.title, vocabulary), sentences, vocabulary);
}

TEST(ReadStudy, TakesNationalRegistersForRegistriesAndPlainTrialsForUncontrolled) {
  EXPECT_EQ(read_unlabelled("Zinc", "Zinc users of a national register were compared with others.", "").design,
            Design::registry);
  EXPECT_EQ(read_unlabelled("Zinc", "Diaries of 90 women were looked through.", "Clinical Trial, Phase III").design,
            Design::uncontrolled);
  EXPECT_EQ(read_unlabelled("Zinc", "Women were randomly assigned to zinc.", "Clinical Trial, Phase III").design,
            Design::rct);
  EXPECT_EQ(read_unlabelled("Zinc", "Diaries of 90 women were looked through.", "Journal Article").design,
            Design::other);
}

TEST(ReadStudy, TakesTheUnitOfARateForNoSample) {
  EXPECT_EQ(read("Zinc and harm", "Harm was seen in 1.4 per 10,000 patients, in 320 patients.").sample_size, 320);
  EXPECT_EQ(read("Zinc and harm", "In 90 patients, one in every 220 persons was ill.").sample_size, 90);
}

}  // namespace
}  // namespace claimcheck
