#include "library/project.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "library/scratch_project.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Project, KeepsTheRunAsItWasReported) {
  const ScratchProject scratch;
  const Project project = scratch.open(Project::Access::read);
  EXPECT_EQ(project.run(), sample_run());
  EXPECT_EQ(write_json(project.run()), write_json(sample_run()));
  EXPECT_EQ(project.claims(), sample_run().reports.size());
  EXPECT_EQ(project.report(2), sample_run().reports[2]);
  EXPECT_EQ(project.claim_ids()[2], sample_run().reports[2].claim.id);
  EXPECT_EQ(project.capsule(), ScratchProject::kCapsule);
  const claimcheck::Run one = project.run_on(2);
  EXPECT_THAT(one.reports, ElementsAre(sample_run().reports[2]));
  EXPECT_EQ(one.provenance, sample_run().provenance);
  EXPECT_EQ(one.articles, sample_run().articles);
}

TEST(Project, ThatNobodyReviewedHasNoReview) {
  const ScratchProject scratch;
  EXPECT_EQ(scratch.open().run().review, std::nullopt);
  scratch.append(1);
  EXPECT_THAT(scratch.open().run().review.value().opinions, SizeIs(1));
  EXPECT_EQ(scratch.open().run_on(0).review, std::nullopt);
}

TEST(Project, AddsSeveralEntriesAllOrNone) {
  const ScratchProject scratch;
  scratch.append(1);
  Project project = scratch.open();
  EXPECT_EQ(project.append_all({judgement_on("A"), judgement_on("B")}, 0), std::nullopt);
  EXPECT_EQ(project.last_entry(), 1);
  const auto added = project.append_all({judgement_on("A"), judgement_on("B")}, 1);
  ASSERT_TRUE(added);
  EXPECT_THAT(project.log(1), ElementsAreArray(*added));
  EXPECT_EQ(added->at(1).number, 3);
  EXPECT_EQ(added->at(1).previous, added->at(0).hash);
  EXPECT_THAT(project.append_all({}, 3).value(), IsEmpty());
  EXPECT_EQ(project.check_log().problem, "");
  EXPECT_EQ(project.check_log().entries, 3U);
}

TEST(Project, AddsNoneWhenOneCannotBeAdded) {
  const ScratchProject scratch;
  scratch.tamper(
      "CREATE TRIGGER refuse BEFORE INSERT ON log_entry WHEN NEW.number = 2 "
      "BEGIN SELECT RAISE(ABORT, 'no'); END;");
  Project project = scratch.open();
  EXPECT_THROW(project.append_all({judgement_on("A"), judgement_on("B")}, 0), Error);
  EXPECT_EQ(scratch.open().last_entry(), 0);
}

TEST(Project, NumbersAndLinksWhatIsAdded) {
  const ScratchProject scratch;
  Project project = scratch.open();
  EXPECT_EQ(project.last_entry(), 0);
  const LogEntry first = project.append(judgement_on("A"), 0).value();
  const LogEntry second = project.append(judgement_on("B", "Bea"), 1).value();
  EXPECT_EQ(first.number, 1);
  EXPECT_EQ(second.number, 2);
  EXPECT_EQ(second.previous, first.hash);
  EXPECT_THAT(first.previous, SizeIs(64));
  LogEntry as_given = second;
  as_given.number = 0;
  as_given.previous = "";
  as_given.hash = "";
  EXPECT_EQ(as_given, judgement_on("B", "Bea"));
  EXPECT_THAT(project.log(), ElementsAre(first, second));
  EXPECT_THAT(project.log(1), ElementsAre(second));
  EXPECT_THAT(project.log(2), IsEmpty());
  EXPECT_EQ(project.last_entry(), 2);
}

TEST(Project, AddsNothingBehindAnEntryThatWasNotSeen) {
  const ScratchProject scratch;
  Project one = scratch.open();
  Project other = scratch.open();
  EXPECT_TRUE(one.append(judgement_on("A"), 0));
  EXPECT_FALSE(other.append(judgement_on("B"), 0));
  EXPECT_FALSE(other.append(judgement_on("B"), 7));
  EXPECT_THAT(other.log(), SizeIs(1));
  EXPECT_TRUE(other.append(judgement_on("B"), 1)) << "what was refused left nothing locked";
}

TEST(Project, HashesTheLineThatIsExported) {
  const ScratchProject scratch;
  scratch.append(2);
  LogEntry entry = scratch.open().log()[1];
  const std::string line = write_log_entry(entry);
  EXPECT_THAT(line, HasSubstr(R"({"number":2,"date":"2031-02-03T04:05:06Z","reviewer":"Ada","role":"reviewer",)"
                              R"("action":"judged","claim":"C-2","judgement":"contested","reason":"other","text":)"));
  const std::string end = ",\"hash\":\"" + entry.hash + "\"}";
  ASSERT_TRUE(line.ends_with(end));
  EXPECT_EQ(sha256_hex(line.substr(0, line.size() - end.size()) + "}"), entry.hash);
}

TEST(Project, ReturnsWhatItWrote) {
  const ScratchProject scratch;
  Project project = scratch.open();
  LogEntry entry = judgement_on("A");
  entry.text = "cut \xC3 off";
  EXPECT_EQ(project.append(entry, 0).value().text, "cut \xEF\xBF\xBD off");
  EXPECT_EQ(project.log()[0].text, "cut \xEF\xBF\xBD off");
  EXPECT_EQ(project.check_log().problem, "");
}

TEST(Project, OfARunWithOneIdTwiceIsNotMade) {
  const TemporaryFolder folder;
  claimcheck::Run run = sample_run();
  run.reports[1].claim.id = run.reports[0].claim.id;
  try {
    Project::create(folder / "a.project", run, "", sha256_hex);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    EXPECT_THAT(error.what(), HasSubstr("two claims have the id " + run.reports[0].claim.id));
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Project, MayBeOfARunWithoutClaims) {
  const TemporaryFolder folder;
  Project::create(folder / "a.project", claimcheck::Run{}, "", sha256_hex);
  const Project project = Project::open(folder / "a.project", Project::Access::read, sha256_hex);
  EXPECT_EQ(project.run(), claimcheck::Run{});
  EXPECT_EQ(project.check_log().problem, "");
}

TEST(Project, WritesTheSameTablesForTheSameRun) {
  const ScratchProject one;
  const ScratchProject other;
  EXPECT_EQ(one.open().check_log(), other.open().check_log()) << "the hash of the run is that of what it holds";
}

}  // namespace
}  // namespace claimcheck
