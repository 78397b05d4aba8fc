#include "report/references.h"

#include <gtest/gtest.h>

#include "report/sample_run.h"

namespace claimcheck {
namespace {

TEST(WeighedReferences, HoldEachPaperOnceWithTheClaimsThatRestOnIt) {
  const claimcheck::Run run = sample_run();
  const std::vector<Reference> references = weighed_references(run);
  std::vector<Pmid> pmids;
  for (const Reference& reference : references) pmids.push_back(reference.citation->pmid);
  // Neither the retracted paper (…04), nor the one of a case that was read too unreliably (…15).
  EXPECT_EQ(pmids, (std::vector<Pmid>{90000001, 90000002, 90000003, 90000005, 90000011, 90000012, 90000013, 90000014}));
  const Reference& trial = references[1];
  ASSERT_EQ(trial.uses.size(), 3U);
  EXPECT_EQ(tag_reference(trial.uses[0]), "claimcheck: C-01 contested (supports)");
  EXPECT_EQ(tag_reference(trial.uses[1]), "claimcheck: C-02 supported (supports)");
  EXPECT_EQ(list_references(run).size(), 10U);
}

TEST(TagName, TellsTheTwoWaysOfHavingNoTagApart) {
  const claimcheck::Run run = sample_run();
  EXPECT_EQ(tag_name(run.reports[2]), "unsupported");
  EXPECT_EQ(tag_name(run.reports[3]), "not_assessed");
  EXPECT_EQ(tag_name(run.reports[4]), "could_not_check");
}

TEST(NameParts, SpellInitialsWhereThereIsNoForeName) {
  EXPECT_EQ(name_parts({"Aldane", "", "RT", "Jr", "", "", {}}).given, "R. T.");
  EXPECT_EQ(name_parts({"Aldane", "", "RT", "Jr", "", "", {}}).suffix, "Jr");
  EXPECT_EQ(name_parts({"Aldane", "", "Y-L", "", "", "", {}}).given, "Y-L");
  EXPECT_EQ(name_parts({"Aldane", "Rita T", "RT", "", "", "", {}}).given, "Rita T");
}

TEST(ReferenceTitle, HasNoFullStopAndBothTitlesOfATranslation) {
  Citation citation = make_citation(1, "Is it\nsafe? A review.", "");
  EXPECT_EQ(reference_title(citation), "Is it safe? A review");
  citation.title_translated = true;
  EXPECT_EQ(reference_title(citation), "[Is it safe? A review]");
  citation.vernacular_title = "Ist es sicher.";
  EXPECT_EQ(reference_title(citation), "Ist es sicher [Is it safe? A review]");
}

}  // namespace
}  // namespace claimcheck
