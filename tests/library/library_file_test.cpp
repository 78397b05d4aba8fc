#include <cstdlib>
#include <fstream>
#include <iostream>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/error.h"
#include "library/library.h"
#include "library/scratch_library.h"
#include "library/sqlite.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::chrono::milliseconds kImpatient{50};

void write_file(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string open_error(const fs::path& path, bool create) {
  const std::string message = storage_error([&] { Library::open(path, create); });
  EXPECT_THAT(message, HasSubstr(path.string()));
  return message;
}

/// Runs `action` in a child process that ends without any clean-up, and returns its exit code.
int in_child(const std::function<int()>& action) {
  const pid_t child = fork();
  if (child == 0) {
    int code = 99;
    try {
      code = action();
    } catch (const std::exception& error) {
      std::cerr << error.what() << '\n';
    }
    _exit(code);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(OpenLibrary, MakesTheFileAndItsFolders) {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "a" / "b" / "odd name?#%.db";
  EXPECT_EQ(Library::open(path, true).status().citations, 0U);
  EXPECT_EQ(Library::open(path, false).status().path, path.string());
}

TEST(OpenLibrary, SaysThatAMissingLibraryIsMissing) {
  const TemporaryFolder folder;
  EXPECT_THAT(open_error(folder / "none.db", false), HasSubstr("claimcheck library import"));
  EXPECT_FALSE(fs::exists(folder / "none.db"));
}

TEST(OpenLibrary, RefusesADirectory) {
  const TemporaryFolder folder;
  for (const bool create : {false, true}) {
    EXPECT_THAT(open_error(folder.path(), create), HasSubstr("is a directory"));
  }
}

TEST(OpenLibrary, RefusesAFolderThatIsAFile) {
  const TemporaryFolder folder;
  write_file(folder / "file", "x");
  open_error(folder.path() / "file" / "library.db", true);
}

TEST(OpenLibrary, RefusesAnyOtherFileAndLeavesItAlone) {
  const TemporaryFolder folder;
  for (const std::string& bytes : {std::string("<PubmedArticleSet/>"), std::string(100'000, 'x')}) {
    write_file(folder / "other", bytes);
    for (const bool create : {false, true}) {
      EXPECT_THAT(open_error(folder / "other", create), HasSubstr("no claimcheck library"));
    }
    EXPECT_EQ(fs::file_size(folder / "other"), bytes.size());
  }
}

TEST(OpenLibrary, RefusesAnEmptyFileUnlessItMayFillIt) {
  const TemporaryFolder folder;
  write_file(folder / "empty", "");
  EXPECT_THAT(open_error(folder / "empty", false), HasSubstr("is empty"));
  EXPECT_EQ(Library::open(folder / "empty", true).status().citations, 0U);
}

TEST(OpenLibrary, RefusesTheDatabaseOfAnotherProgram) {
  const TemporaryFolder folder;
  const fs::path path = folder / "other.db";
  Database(path, Database::Access::create, kImpatient).run("CREATE TABLE citation(pmid)");
  for (const bool create : {false, true}) EXPECT_THAT(open_error(path, create), HasSubstr("of another program"));
}

TEST(OpenLibrary, RefusesALibraryOfANewerClaimcheck) {
  const TemporaryFolder folder;
  const fs::path path = folder / "library.db";
  Library::open(path, true);
  Database(path, Database::Access::read_write, kImpatient).run("PRAGMA user_version = 99");
  for (const bool create : {false, true}) {
    EXPECT_THAT(open_error(path, create), AllOf(HasSubstr("newer claimcheck"), HasSubstr("schema 99")));
  }
}

TEST(OpenLibrary, LetsSeveralProgramsMakeItAtOnce) {
  const TemporaryFolder folder;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&, i] {
      Library library = Library::open(folder / "library.db", true);
      import_as(library, std::to_string(i), {plain_citation(static_cast<Pmid>(i + 1), "one")});
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(Library::open(folder / "library.db", false).status().citations, 4U);
}

TEST(DamagedLibrary, IsOneClearError) {
  const TemporaryFolder folder;
  const fs::path path = folder / "library.db";
  {
    Library library = Library::open(path, true);
    std::vector<Citation> citations;
    for (Pmid pmid = 1; pmid < 2000; ++pmid) citations.push_back(plain_citation(pmid, "knee", std::string(500, 'x')));
    import_as(library, "file", citations);
  }
  const auto size = fs::file_size(path);
  std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
  file.seekp(8192);  // all but the header page
  file << std::string(size - 8192, '\x5a');
  file.close();
  const std::string message = storage_error([&] { (void)Library::open(path, false).find(1000); });
  EXPECT_THAT(message, AllOf(HasSubstr(path.string()), HasSubstr("is damaged")));
}

TEST(DamagedLibrary, NamesACitationThatCannotBeRead) {
  const TemporaryFolder folder;
  const fs::path path = folder / "library.db";
  Library library = Library::open(path, true);
  import_as(library, "file", {plain_citation(7, "knee")});
  Database(path, Database::Access::read_write, kImpatient).run("UPDATE citation SET json = '{\"titel\":1}'");
  EXPECT_THAT(storage_error([&] { (void)library.find(7); }), HasSubstr("is damaged: citation 7 has an unknown field"));
}

TEST(KilledImport, LeavesNoTrace) {
  const TemporaryFolder folder;
  const fs::path path = folder / "library.db";
  {
    Library library = Library::open(path, true);
    import_as(library, "before", {plain_citation(1, "before")});
  }
  constexpr int kKilled = 7;
  EXPECT_EQ(kKilled, in_child([&] {
              Library library = Library::open(path, false);
              Library::Import import = library.begin_import();
              import.remove(1);
              for (Pmid pmid = 2; pmid < 1000; ++pmid) {  // enough to be written out while it lasts
                import.add(plain_citation(pmid, "during", std::string(30'000, 'x')));
              }
              return fs::file_size(path.string() + "-wal") > 1'000'000 ? kKilled : 1;
            }));
  Library library = Library::open(path, false);
  EXPECT_EQ(library.status().citations, 1U);
  EXPECT_EQ(library.status().files, 1U);
  EXPECT_THAT(pmids_of(library.search_text("before during", 10)), ElementsAre(1U));
  EXPECT_EQ(import_as(library, "again", {plain_citation(2, "after")}).added, 1U);
}

TEST(KilledProgram, KeepsWhatWasCommitted) {
  const TemporaryFolder folder;
  EXPECT_EQ(0, in_child([&] {
              Library library = Library::open(folder / "library.db", true);
              import_as(library, "file", {plain_citation(1, "one")});
              return 0;
            }));
  EXPECT_EQ(Library::open(folder / "library.db", false).status().citations, 1U);
}

TEST(SecondWriter, IsToldToWait) {
  const TemporaryFolder folder;
  Library first = Library::open(folder / "library.db", true);
  Library second = Library::open(folder / "library.db", false, kImpatient);
  {
    Library::Import import = first.begin_import();
    import.add(plain_citation(1, "one"));
    EXPECT_THAT(storage_error([&] { second.begin_import(); }), HasSubstr("changed by another program"));
    EXPECT_THAT(storage_error([&] { second.keep_answer("key", "2031-02-03", "{}"); }), HasSubstr("another program"));
    import.commit("file", "file", "2031-02-03");
  }
  EXPECT_EQ(import_as(second, "other", {plain_citation(2, "two")}).added, 1U);
}

TEST(Reader, SeesTheLastCommittedStateDuringAnImport) {
  const TemporaryFolder folder;
  Library writer = Library::open(folder / "library.db", true);
  import_as(writer, "before", {plain_citation(1, "knee")});
  Library reader = Library::open(folder / "library.db", false, kImpatient);
  Library::Import import = writer.begin_import();
  for (Pmid pmid = 2; pmid < 1000; ++pmid) {
    import.add(plain_citation(pmid, "knee", std::string(30'000, 'x')));
    if (pmid % 100 != 0) continue;
    for (const Library* library : {&reader, &writer}) {
      ASSERT_EQ(library->status().citations, 1U);
      ASSERT_THAT(pmids_of(library->search_text("knee", 10)), ElementsAre(1U));
    }
  }
  import.commit("file", "file", "2031-02-03");
  for (const Library* library : {&reader, &writer}) EXPECT_EQ(library->status().citations, 999U);
}

TEST(ReadOnlyFolder, CanBeReadAndNotWritten) {
  const TemporaryFolder folder;
  const fs::path path = folder / "library.db";
  {
    Library library = Library::open(path, true);
    import_as(library, "file", {plain_citation(1, "knee")});
  }
  fs::permissions(path, fs::perms(0444));
  fs::permissions(folder.path(), fs::perms(0555));
  EXPECT_EQ(0, in_child([&] {
              constexpr uid_t kNobody = 65534;
              if (geteuid() == 0 && setuid(kNobody) != 0) return 1;
              Library library = Library::open(path, false);
              if (pmids_of(library.search_text("knee", 10)) != std::vector<Pmid>{1}) return 2;
              try {
                library.begin_import();
                return 3;
              } catch (const Error& error) {
                return std::string(error.what()).find("may not be written") == std::string::npos ? 4 : 0;
              }
            }));
}

TEST(EmptyLibrary, GivesNoHits) {
  const TemporaryFolder folder;
  EXPECT_THAT(Library::open(folder / "library.db", true).search_text("knee", 10), IsEmpty());
}

}  // namespace
}  // namespace claimcheck
