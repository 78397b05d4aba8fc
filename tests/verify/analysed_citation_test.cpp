#include "verify/analysed_citation.h"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

Citation citation_of(Pmid pmid, std::string result) {
  Citation citation;
  citation.pmid = pmid;
  citation.title = "Ketamine for pain";
  citation.abstract = {{"RESULTS", SectionRole::results, std::move(result)}};
  return citation;
}

TEST(CitationAnalyser, AnalysesACitationOnce) {
  CitationAnalyser analyser(builtin_vocabulary());
  const Citation citation = citation_of(1, "Pain fell in 20 patients.");
  const AnalysedCitation* first = &analyser.analyse(citation);
  analyser.analyse(citation_of(2, "Pain rose."));
  EXPECT_EQ(&analyser.analyse(citation), first);
  EXPECT_EQ(analyser.kept(), 2);
}

TEST(CitationAnalyser, ReadsWhatItIsGivenAndNotWhatItKept) {
  CitationAnalyser analyser(builtin_vocabulary());
  EXPECT_EQ(analyser.analyse(citation_of(1, "Pain fell.")).sentences().front().text, "Pain fell.");
  EXPECT_EQ(analyser.analyse(citation_of(1, "Pain rose.")).sentences().front().text, "Pain rose.");
  EXPECT_EQ(analyser.kept(), 1);
}

TEST(CitationAnalyser, DropsWhatWasNotAskedForLongest) {
  constexpr std::size_t kRoomForTwo = 60;
  CitationAnalyser analyser(builtin_vocabulary(), kRoomForTwo);
  analyser.analyse(citation_of(1, "Pain fell."));
  const AnalysedCitation* second = &analyser.analyse(citation_of(2, "Pain fell."));
  analyser.analyse(citation_of(3, "Pain fell."));
  EXPECT_EQ(analyser.kept(), 2);
  EXPECT_EQ(&analyser.analyse(citation_of(2, "Pain fell.")), second);
}

TEST(CitationAnalyser, KeepsTheLastOneHoweverLong) {
  CitationAnalyser analyser(builtin_vocabulary(), 0);
  analyser.analyse(citation_of(1, "Pain fell."));
  EXPECT_EQ(analyser.analyse(citation_of(2, "Pain fell.")).citation().pmid, Pmid{2});
  EXPECT_EQ(analyser.kept(), 1);
}

}  // namespace
}  // namespace claimcheck
