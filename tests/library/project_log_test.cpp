#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "library/project.h"
#include "library/scratch_library.h"
#include "library/scratch_project.h"

namespace claimcheck {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

/// What is found in a project of six entries after `sql`.
LogCheck check_after(const std::string& sql) {
  const ScratchProject scratch;
  scratch.append(6);
  scratch.tamper(sql);
  return scratch.open(Project::Access::read).check_log();
}

/// SQL that gives line `number` a text in which `from` is `to`.
std::string reworded(int number, const std::string& from, const std::string& to) {
  return "UPDATE log_entry SET line = replace(line, '" + from + "', '" + to +
         "') WHERE number = " + std::to_string(number);
}

TEST(ProjectLog, HoldsAsItWasWritten) {
  const ScratchProject scratch;
  const LogCheck empty = scratch.open().check_log();
  EXPECT_EQ(empty.problem, "");
  EXPECT_EQ(empty.entries, 0U);
  scratch.append(6);
  const Project project = scratch.open(Project::Access::read);
  const LogCheck check = project.check_log();
  EXPECT_EQ(check.problem, "");
  EXPECT_EQ(check.entries, 6U);
  EXPECT_EQ(check.last_hash, project.log().back().hash);
  EXPECT_EQ(project.log().front().previous, empty.last_hash);
}

TEST(ProjectLog, KeepsTheHashOfTheRunFromItsBeginning) {
  const ScratchProject scratch;
  const std::string hash = scratch.open().check_log().last_hash;
  EXPECT_EQ(scratch.open().run_hash(), hash);
  scratch.append(2);
  EXPECT_EQ(scratch.open().run_hash(), hash);
}

TEST(ProjectLog, TellsTheFirstLineThatDoesNotHold) {
  const std::string swap =
      "UPDATE log_entry SET number = -2 WHERE number = 2; UPDATE log_entry SET number = 2 WHERE number = 4;"
      "UPDATE log_entry SET number = 4 WHERE number = -2";
  const std::vector<std::pair<std::string, std::string>> cases{
      {reworded(3, "contested", "supported"), "line 3 of the log was changed after it was written"},
      {"UPDATE log_entry SET hash = upper(hash) WHERE number = 4", "line 4 of the log was changed"},
      {"DELETE FROM log_entry WHERE number = 2", "line 2 of the log is missing"},
      {"DELETE FROM log_entry WHERE number = 1", "line 1 of the log is missing"},
      {"DELETE FROM log_entry WHERE number = 6", "line 6 of the log is missing"},
      {"DELETE FROM log_entry", "line 1 of the log is missing"},
      {swap, "line 2 of the log was moved: it was written as line 4"},
      {"UPDATE log_entry SET number = 0 WHERE number = 1", "line 1 of the log is missing"},
  };
  for (const auto& [sql, problem] : cases) {
    EXPECT_THAT(check_after(sql).problem, StartsWith(problem)) << sql;
  }
  EXPECT_EQ(check_after(reworded(3, "contested", "supported")).entries, 2U) << "those before it hold";
}

TEST(ProjectLog, TellsALineThatWasReplacedWithItsHash) {
  const ScratchProject scratch;
  scratch.append(6);
  LogEntry entry = scratch.open().log()[2];
  entry.judgement = Judgement::supported;
  entry.hash.clear();
  const std::string line = write_log_entry(entry);
  scratch.tamper("UPDATE log_entry SET hash = '" + sha256_hex(line) + "', line = '" + line + "' WHERE number = 3");
  const LogCheck check = scratch.open().check_log();
  EXPECT_EQ(check.problem, "line 4 of the log does not follow line 3: one of them was replaced");
  EXPECT_EQ(check.entries, 3U);
}

TEST(ProjectLog, TellsThatWhatWasJudgedIsNotWhatWasReported) {
  for (const std::string sql : {"UPDATE claim SET report = replace(report, 'veldoxine', 'Veldoxine') WHERE place = 0",
                                "UPDATE claim SET id = 'X' WHERE place = 0", "UPDATE capsule SET bytes = x'00'",
                                "DELETE FROM article", "UPDATE run SET facts = facts || ' '"}) {
    EXPECT_THAT(check_after(sql).problem, StartsWith("line 1 of the log does not follow from the run")) << sql;
    const ScratchProject empty;
    empty.tamper(sql);
    EXPECT_EQ(empty.open().check_log().problem,
              "a report, an article or the capsule was changed after the project was made")
        << sql;
  }
}

TEST(ProjectLog, TakesNoChangeThroughTheFile) {
  const ScratchProject scratch;
  scratch.append(3);
  for (const std::string sql :
       {"UPDATE log_entry SET line = '{}' WHERE number = 1", "DELETE FROM log_entry WHERE number = 3",
        "DELETE FROM log_entry", "INSERT INTO log_entry VALUES(2, '{}', '')",
        "INSERT OR REPLACE INTO log_entry VALUES(2, '{}', '')", "INSERT INTO log_entry VALUES(9, '{}', '')",
        "INSERT INTO log_entry(line, hash) VALUES('{}', '')"}) {
    EXPECT_THAT(storage_error([&] { Database(scratch.path(), Database::Access::read_write, kImpatient).run(sql); }),
                HasSubstr("of the log"))
        << sql;
  }
  EXPECT_EQ(scratch.open().check_log().problem, "");
}

TEST(ProjectLog, WhoseEndWasTakenOffIsNotWrittenOn) {
  const ScratchProject scratch;
  scratch.append(3);
  scratch.tamper("DELETE FROM log_entry WHERE number = 3");
  Project project = scratch.open();
  EXPECT_THAT(storage_error([&] { project.append(judgement_on("A"), project.last_entry()); }),
              AllOf(HasSubstr(scratch.path().string()), HasSubstr("the end of its log was changed")));
}

TEST(ProjectLog, WithALineThatCannotBeReadSaysWhich) {
  const ScratchProject scratch;
  scratch.append(3);
  for (const std::string line : {"{}", "[", R"({"number":2,"fate":1})", "[[[[[[[[[[[[[[[[[[[["}) {
    scratch.tamper("UPDATE log_entry SET line = '" + line + "', hash = '" + sha256_hex(line) + "' WHERE number = 2");
    EXPECT_THAT(scratch.open().check_log().problem, StartsWith("line 2 of the log")) << line;
    EXPECT_THAT(storage_error([&] { static_cast<void>(scratch.open().log()); }),
                AllOf(HasSubstr("is damaged (line 2 of the log"), HasSubstr("restore a copy")));
  }
}

}  // namespace
}  // namespace claimcheck
