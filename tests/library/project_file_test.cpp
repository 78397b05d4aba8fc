#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/error.h"
#include "library/library.h"
#include "library/project.h"
#include "library/project_schema.h"
#include "library/scratch_library.h"
#include "library/scratch_project.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

std::string open_error(const fs::path& path, Project::Access access = Project::Access::read) {
  std::string message = storage_error([&] { Project::open(path, access, sha256_hex, kImpatient); });
  EXPECT_THAT(message, HasSubstr(path.string()));
  return message;
}

std::string usage_error(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    return error.what();
  }
  ADD_FAILURE() << "no error";
  return "";
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& each : fs::directory_iterator(folder)) names.push_back(each.path().filename().string());
  return names;
}

TEST(ProjectFile, IsOneFileThatSaysWhatItIs) {
  const ScratchProject scratch;
  scratch.append(2);
  EXPECT_THAT(names_in(scratch.folder().path()), ElementsAre("march.project")) << "no journal or log is left beside it";
  const std::string bytes = bytes_of(scratch.path());
  EXPECT_TRUE(looks_like_project(bytes));
  EXPECT_TRUE(looks_like_project(bytes.substr(0, 100)));
  EXPECT_FALSE(looks_like_project(bytes.substr(0, 99)));
  EXPECT_FALSE(looks_like_project(""));
  Database database(scratch.path(), Database::Access::read_write, kImpatient);
  EXPECT_EQ(database.prepare("PRAGMA journal_mode").step(), true);
  Statement mode = database.prepare("PRAGMA journal_mode");
  mode.step();
  EXPECT_EQ(mode.text(0), "delete");
  EXPECT_EQ(database.read_integer("PRAGMA user_version"), current_project_version());
}

TEST(ProjectFile, NeverReplacesAnother) {
  const ScratchProject scratch;
  const std::string before = bytes_of(scratch.path());
  const auto create = [&](const fs::path& path) { Project::create(path, sample_run(), "", sha256_hex); };
  EXPECT_THAT(usage_error([&] { create(scratch.path()); }), HasSubstr("march.project is there already"));
  EXPECT_THAT(usage_error([&] { scratch.open().copy_to(scratch.path()); }), HasSubstr("is there already"));
  EXPECT_EQ(bytes_of(scratch.path()), before);
  const fs::path link = scratch.folder() / "link.project";
  fs::create_symlink("nowhere", link);
  EXPECT_THAT(usage_error([&] { create(link); }), HasSubstr("is there already"));
  EXPECT_THAT(storage_error([&] { create(scratch.folder() / "no" / "a.project"); }), HasSubstr("cannot be made"));
}

/// 0: made; 1: refused because it was there; 2: anything else.
int try_to_make(const fs::path& path, const std::string& capsule) {
  try {
    Project::create(path, sample_run(), capsule, sha256_hex);
    return 0;
  } catch (const Error& error) {
    return error.kind() == ErrorKind::usage ? 1 : 2;
  }
}

TEST(ProjectFile, MadeBySeveralAtOnceIsMadeByOne) {
  const TemporaryFolder folder;
  constexpr int kChildren = 4;
  for (int i = 0; i < kChildren; ++i) {
    if (fork() == 0) _exit(try_to_make(folder / "a.project", std::to_string(i)));
  }
  std::vector<int> codes;
  for (int i = 0; i < kChildren; ++i) {
    int status = 0;
    wait(&status);
    codes.push_back(WEXITSTATUS(status));
  }
  EXPECT_THAT(codes, testing::UnorderedElementsAre(0, 1, 1, 1));
  EXPECT_THAT(names_in(folder.path()), ElementsAre("a.project"));
  EXPECT_EQ(Project::open(folder / "a.project", Project::Access::read, sha256_hex).check_log().problem, "");
}

TEST(ProjectFile, IsHandedOverAsACopy) {
  const ScratchProject scratch;
  scratch.append(3);
  const fs::path copy = scratch.folder() / "copy.project";
  scratch.open(Project::Access::read).copy_to(copy);
  Project copied = Project::open(copy, Project::Access::write, sha256_hex);
  EXPECT_EQ(copied.run(), scratch.open().run());
  EXPECT_EQ(copied.log(), scratch.open().log());
  EXPECT_EQ(copied.check_log(), scratch.open().check_log());
  EXPECT_TRUE(copied.append(judgement_on("A"), 3)) << "and goes on by itself";
  EXPECT_THAT(scratch.open().log(), SizeIs(3));
  EXPECT_THAT(storage_error([&] { scratch.open().copy_to(scratch.folder() / "no" / "a"); }),
              HasSubstr("cannot be made"));
  EXPECT_THAT(names_in(scratch.folder().path()), SizeIs(2));
}

TEST(ProjectFile, ThatIsSomethingElseIsRefusedWithTheWayOut) {
  const TemporaryFolder folder;
  const std::string make = "claimcheck check FILE --project PATH";
  EXPECT_THAT(open_error(folder / "none.project"), AllOf(HasSubstr("does not exist"), HasSubstr(make)));
  EXPECT_THAT(open_error(folder.path()), HasSubstr("is a folder"));
  EXPECT_THAT(open_error(folder.file("empty", "")), AllOf(HasSubstr("is empty"), HasSubstr(make)));
  EXPECT_THAT(open_error(folder.file("claims.json", R"({"schema_version": 1, "claims": []})")),
              AllOf(HasSubstr("is no claimcheck project"), HasSubstr(make)));
  EXPECT_THAT(open_error(folder.file("a.capsule", R"({"claimcheck_capsule":2,)")),
              AllOf(HasSubstr("is a capsule"), HasSubstr(make)));
  Library::open(folder / "library.db", true);
  EXPECT_THAT(open_error(folder / "library.db"), AllOf(HasSubstr("is a library of PubMed records"), HasSubstr(make)));
  Database(folder / "other.db", Database::Access::create, kImpatient).run("CREATE TABLE claim(id)");
  EXPECT_THAT(open_error(folder / "other.db"), HasSubstr("is an SQLite file of another program"));
}

TEST(ProjectFile, IsNoLibrary) {
  const ScratchProject scratch;
  EXPECT_THAT(storage_error([&] { Library::open(scratch.path(), true); }),
              HasSubstr("is a project, which holds a run and its review; name another file with --library"));
}

TEST(ProjectFile, OfANewerProgramIsRefused) {
  const ScratchProject scratch;
  scratch.tamper("PRAGMA user_version = 99");
  EXPECT_THAT(open_error(scratch.path()),
              AllOf(HasSubstr("was made by a newer claimcheck (version 99"), HasSubstr("update claimcheck")));
}

/// A project as the first version of its tables has it.
void make_old(const ScratchProject& scratch) {
  scratch.tamper("DROP TABLE original; PRAGMA user_version = 1");
}

TEST(ProjectFile, OfAnOlderProgramIsBroughtUpToDate) {
  const ScratchProject scratch;
  scratch.append(2);
  const LogCheck before = scratch.open().check_log();
  make_old(scratch);
  const Project project = scratch.open(Project::Access::read);
  EXPECT_EQ(project.run().reports, sample_run().reports);
  EXPECT_EQ(project.check_log(), before) << "what the log began with is as it was";
  EXPECT_EQ(project.original(std::string(64, 'a')), std::nullopt);
  EXPECT_EQ(Database(scratch.path(), Database::Access::read_write, kImpatient).read_integer("PRAGMA user_version"),
            current_project_version());
}

TEST(ProjectFile, KeepsTheAuthorsFilesAndMissesNoChangeOfThem) {
  const TemporaryFolder folder;
  const fs::path path = folder / "a.project";
  const std::string bytes("PK\x03\x04\0 any bytes", 14);
  const std::vector<std::string_view> originals{bytes};
  Project::create(path, sample_run(), "", sha256_hex, originals);
  Project::open(path, Project::Access::read, sha256_hex).copy_to(folder / "copy.project");
  const Project copy = Project::open(folder / "copy.project", Project::Access::read, sha256_hex);
  EXPECT_EQ(copy.original(sha256_hex(bytes)), bytes);
  EXPECT_EQ(copy.original(sha256_hex("another")), std::nullopt);
  EXPECT_EQ(copy.check_log().problem, "");
  Database(path, Database::Access::read_write, kImpatient).run("UPDATE original SET bytes = x'00'");
  const Project changed = Project::open(path, Project::Access::read, sha256_hex);
  EXPECT_THAT(changed.check_log().problem, HasSubstr("the author's file was changed after the project was made"));
  EXPECT_THAT(storage_error([&] { static_cast<void>(changed.original(sha256_hex(bytes))); }),
              AllOf(HasSubstr("is damaged (the author's file in it was changed)"), HasSubstr("restore a copy")));
}

TEST(ProjectFile, ThatIsDamagedSaysSo) {
  const ScratchProject scratch;
  scratch.tamper("UPDATE claim SET report = '{\"claim\":{}}' WHERE place = 1");
  EXPECT_THAT(storage_error([&] { static_cast<void>(scratch.open().run()); }),
              AllOf(HasSubstr(scratch.path().string() + " is damaged (report on "), HasSubstr("restore a copy")));
  EXPECT_NO_THROW(static_cast<void>(scratch.open().report(0)));
  const std::string bytes = bytes_of(scratch.path());
  const fs::path cut = scratch.folder().file("cut.project", bytes.substr(0, bytes.size() / 2));
  EXPECT_THAT(storage_error([&] {
                const Project project = Project::open(cut, Project::Access::read, sha256_hex);
                static_cast<void>(project.check_log());
                static_cast<void>(project.run());
              }),
              AllOf(HasSubstr("the project " + cut.string() + " is damaged"), HasSubstr("restore a copy")));
}

/// What became of it: 0 is as it should be.
int read_and_try_to_write(const fs::path& path) {
  constexpr uid_t kNobody = 65534;
  if (geteuid() == 0 && setuid(kNobody) != 0) return 1;
  const Project project = Project::open(path, Project::Access::read, sha256_hex);
  if (project.log().size() != 1 || project.original("")) return 2;
  try {
    Project::open(path, Project::Access::write, sha256_hex);
    return 3;
  } catch (const Error& error) {
    return std::string(error.what()).find("may not be written; check the permissions") == std::string::npos ? 4 : 0;
  }
}

void expect_read_alone(const ScratchProject& scratch) {
  fs::permissions(scratch.path(), fs::perms(0444));
  fs::permissions(scratch.folder().path(), fs::perms(0555));
  const pid_t child = fork();
  if (child == 0) {
    int code = 9;
    try {
      code = read_and_try_to_write(scratch.path());
    } catch (const std::exception&) {
    }
    _exit(code);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(ProjectFile, ThatMayNotBeWrittenIsReadAlone) {
  const ScratchProject scratch;
  scratch.append(1);
  expect_read_alone(scratch);
}

TEST(ProjectFile, OfAnOlderProgramThatMayNotBeWrittenIsReadAsItIs) {
  const ScratchProject scratch;
  scratch.append(1);
  make_old(scratch);
  expect_read_alone(scratch);
}

TEST(ProjectFile, ForReadingIsNeverWritten) {
  const ScratchProject scratch;
  Project project = scratch.open(Project::Access::read);
  EXPECT_THROW(project.append(judgement_on("A"), 0), Error);
  EXPECT_EQ(project.last_entry(), 0);
}

TEST(ProjectFile, WaitsForAnotherWriterThenSaysWhoHoldsIt) {
  const ScratchProject scratch;
  Project project = scratch.open();
  {
    Database other(scratch.path(), Database::Access::read_write, kImpatient);
    const Transaction transaction(other);
    EXPECT_THAT(storage_error([&] { project.append(judgement_on("A"), 0); }),
                HasSubstr("is being changed by another program; wait until that has finished"));
  }
  EXPECT_TRUE(project.append(judgement_on("A"), 0));
}

TEST(ProjectFile, TakesTheEntriesOfTwoWritersAtOnce) {
  const ScratchProject scratch;
  constexpr int kEach = 40;
  const auto write = [&](const std::string& name) {
    Project project = Project::open(scratch.path(), Project::Access::write, sha256_hex);
    for (int written = 0; written < kEach;) {
      if (project.append(judgement_on("C-1", name), project.last_entry())) ++written;
    }
  };
  std::thread ada(write, "Ada");
  std::thread bea(write, "Bea");
  ada.join();
  bea.join();
  const Project project = scratch.open();
  EXPECT_EQ(project.last_entry(), 2 * kEach);
  EXPECT_EQ(project.check_log().problem, "");
  std::int64_t of_ada = 0;
  for (const LogEntry& entry : project.log()) of_ada += entry.reviewer == "Ada" ? 1 : 0;
  EXPECT_EQ(of_ada, kEach);
}

TEST(ProjectFile, ThatWasMovedOrReplacedMeanwhileIsNotWritten) {
  const ScratchProject scratch;
  Project project = scratch.open();
  const fs::path moved = scratch.folder() / "moved.project";
  fs::rename(scratch.path(), moved);
  const auto append = [&] { return storage_error([&] { project.append(judgement_on("C-1"), 0); }); };
  EXPECT_THAT(append(), HasSubstr("was moved, replaced or deleted while it was open"));
  fs::copy_file(moved, scratch.path());
  EXPECT_THAT(append(), HasSubstr("was moved, replaced or deleted while it was open"));
  EXPECT_EQ(scratch.open().last_entry(), 0);
}

}  // namespace
}  // namespace claimcheck
