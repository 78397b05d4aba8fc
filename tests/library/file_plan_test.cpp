#include "library/file_plan.h"

#include <gmock/gmock.h>

#include "core/error.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr auto kBaseline = PubmedFileKind::baseline;
constexpr auto kUpdate = PubmedFileKind::update;
constexpr auto kUnknown = PubmedFileKind::unknown;

class PlanFiles : public testing::Test {
 protected:
  void has(int year, int from, int to, PubmedFileKind kind = kUnknown) {
    for (int number = from; number <= to; ++number) available_.push_back({{year, number}, kind});
  }
  void applied(int year, int from, int to, PubmedFileKind kind = kUnknown) {
    for (int number = from; number <= to; ++number) applied_.push_back({{year, number}, kind, "sum", "", "", 0});
  }
  /// The numbers of the files to apply.
  std::vector<int> numbers() {
    plan_ = plan_files(available_, applied_, "SOURCE");
    std::vector<int> numbers;
    for (const std::size_t index : plan_.apply) {
      EXPECT_EQ(available_.at(index).id.year, plan_.year);
      numbers.push_back(available_.at(index).id.number);
    }
    return numbers;
  }
  std::string refusal() {
    try {
      numbers();
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input);
      EXPECT_THAT(error.what(), HasSubstr("pubmed"));
      return error.what();
    }
    ADD_FAILURE() << "no Error";
    return {};
  }

  std::vector<AvailableFile> available_;
  std::vector<CopiedFile> applied_;
  FilePlan plan_;
};

TEST_F(PlanFiles, TakesAllForANewCopy) {
  has(2026, 1, 4);
  EXPECT_THAT(numbers(), ElementsAre(1, 2, 3, 4));
  EXPECT_EQ(plan_.year, 2026);
}

TEST_F(PlanFiles, GoesOnAfterTheLastOneApplied) {
  has(2026, 1, 4);
  applied(2026, 1, 2);
  EXPECT_THAT(numbers(), ElementsAre(3, 4));
  EXPECT_EQ(plan_.applied_before, 2U);
}

TEST_F(PlanFiles, NeedsNotTheFilesThatWereApplied) {
  has(2026, 5, 6, kUpdate);
  applied(2026, 1, 4);
  EXPECT_THAT(numbers(), ElementsAre(5, 6));
}

TEST_F(PlanFiles, HasNothingToDoForAWholeCopy) {
  has(2026, 1, 4);
  applied(2026, 1, 5);
  EXPECT_THAT(numbers(), IsEmpty());
  EXPECT_EQ(plan_.applied_before, 4U);
}

TEST_F(PlanFiles, NamesTheFirstMissingFile) {
  has(2026, 1, 2);
  has(2026, 5, 6);
  has(2026, 8, 8);
  EXPECT_THAT(refusal(), HasSubstr("pubmed26n0003.xml.gz is missing, the first of 3 missing files"));
  available_.clear();
  has(2026, 7, 9);
  applied(2026, 1, 5);
  EXPECT_THAT(refusal(), HasSubstr("pubmed26n0006.xml.gz is missing."));
}

TEST_F(PlanFiles, DoesNotMindAGapAmongTheAppliedFiles) {
  has(2026, 2, 2);
  has(2026, 5, 6);
  applied(2026, 1, 5);
  EXPECT_THAT(numbers(), ElementsAre(6));
}

TEST_F(PlanFiles, BeginsANewYearWithItsBaseline) {
  has(2025, 3, 4);
  has(2026, 1, 2);
  applied(2025, 1, 2);
  EXPECT_THAT(numbers(), ElementsAre(1, 2));
  EXPECT_EQ(plan_.older, 2U);
  available_.clear();
  has(2026, 2, 3, kUpdate);
  EXPECT_THAT(refusal(), HasSubstr("pubmed26n0001.xml.gz is missing: the copy in the library is of 2025"));
  applied_.clear();
  EXPECT_THAT(refusal(), HasSubstr("pubmed26n0001.xml.gz is missing: the library has no copy"));
}

TEST_F(PlanFiles, PassesOverEarlierYears) {
  has(2025, 1, 3);
  applied(2025, 1, 2);
  applied(2026, 1, 1);
  EXPECT_THAT(numbers(), IsEmpty());
  EXPECT_EQ(plan_.older, 3U);
}

TEST_F(PlanFiles, AppliesAFileAgainThatChangedOrIsMarked) {
  has(2026, 1, 4);
  applied(2026, 1, 3);
  available_[0].md5 = "sum";
  available_[1].md5 = "another";
  applied_[2].md5 = "";
  EXPECT_THAT(numbers(), ElementsAre(2, 3, 4));
}

TEST_F(PlanFiles, TellsTheKindOfAFileByTheOthers) {
  has(2026, 1, 1, kUnknown);
  has(2026, 2, 2, kBaseline);
  has(2026, 3, 3, kUnknown);
  has(2026, 4, 4, kUpdate);
  has(2026, 5, 5, kUnknown);
  numbers();
  std::vector<PubmedFileKind> kinds;
  for (const AvailableFile& file : available_) kinds.push_back(file.kind);
  EXPECT_THAT(kinds, ElementsAre(kBaseline, kBaseline, kUnknown, kUpdate, kUpdate));
}

TEST_F(PlanFiles, RefusesABaselineFileBehindAnUpdate) {
  has(2026, 1, 1, kBaseline);
  has(2026, 2, 2, kUpdate);
  has(2026, 3, 3, kBaseline);
  EXPECT_THAT(refusal(), HasSubstr("pubmed26n0003.xml.gz is among the files of the baseline"));
}

TEST_F(PlanFiles, RefusesAYearThatWouldBeginWithAnUpdate) {
  has(2026, 1, 3, kUpdate);
  EXPECT_THAT(refusal(), HasSubstr("pubmed26n0001.xml.gz is among the updates"));
}

}  // namespace
}  // namespace claimcheck
