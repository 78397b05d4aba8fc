#include "library/library_check.h"

#include <chrono>

#include <gmock/gmock.h>

#include "core/error.h"
#include "library/pubmed_copy.h"
#include "library/random_citations.h"
#include "library/schema.h"
#include "library/scratch_library.h"

namespace claimcheck {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class LibraryCheckTest : public testing::Test {
 protected:
  LibraryCheckTest() {
    RandomCitations random(3);
    std::vector<Citation> citations;
    for (Pmid pmid = 1; pmid <= 40; ++pmid) {
      citations.push_back(pmid % 2 == 0 ? random.any_citation(pmid) : random.searchable_citation(pmid));
    }
    import_as(library_, "file", citations);
  }

  /// Changes the tables behind the library's back.
  void tamper(const std::string& sql) { open_library_writer(path_, std::chrono::seconds(1)).run(sql); }

  std::vector<std::string> findings() {
    unreadable_.clear();
    LibraryCheck check(library_);
    std::vector<std::string> all = check.file_damage();
    const auto add = [&](std::vector<std::string> more) { all.insert(all.end(), more.begin(), more.end()); };
    while (check.next()) {
      try {
        add(check.check_citation());
      } catch (const Error& error) {
        all.emplace_back(error.what());
        unreadable_.push_back(check.pmid());
      }
    }
    add(check.check_whole([](std::size_t) {}));
    return all;
  }
  void mend() {
    rebuild_index(library_, unreadable_, [](std::size_t) {});
  }

  TemporaryFolder folder_;
  std::filesystem::path path_ = folder_ / "library.db";
  Library library_ = Library::open(path_, true);
  std::vector<Pmid> unreadable_;
};

TEST_F(LibraryCheckTest, FindsNothingInASoundLibrary) {
  EXPECT_THAT(findings(), IsEmpty());
  import_as(library_, "replaced", {plain_citation(2, "another title"), plain_citation(50, "new")});
  Library::Import import = library_.begin_import();
  import.remove(3);
  import.commit("deleted", "deleted", "2031-02-03");
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(LibraryCheckTest, FindsNothingInAnEmptyLibrary) {
  library_ = Library::open(folder_ / "empty.db", true);
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(LibraryCheckTest, ChangesNothing) {
  const LibraryStatus before = library_.status();
  findings();
  EXPECT_EQ(library_.status().citations, before.citations);
  import_as(library_, "after", {plain_citation(60, "the check lets others write again")});
}

struct Damage {
  const char* what;
  const char* sql;
  const char* finding;
};

TEST_F(LibraryCheckTest, FindsEveryKindOfDamageAndMendsIt) {
  const Damage damages[] = {
      {"a count", "UPDATE library SET citations = citations + 1", "counts 42 citations, and has 41"},
      {"another count", "UPDATE library SET retracted = 7", "counts 7 retracted"},
      {"a citation that the index does not know", "INSERT INTO citation VALUES(99, '{\"pmid\":99,\"title\":\"a\"}')",
       "citation 99 is not in the search index"},
      {"an index entry without citation", "DELETE FROM citation WHERE pmid = 5",
       "has 1 citations that are not in the library"},
      {"a text that was changed",
       "UPDATE citation SET json = '{\"pmid\":4,\"title\":\"a b c d e f g\"}' WHERE pmid = 4",
       "citation 4 stands in the search index with other words"},
      {"as many words, but others", "UPDATE citation SET json = replace(json, 'Walnut', 'Almond') WHERE pmid = 70",
       "the search index is not what the citations say"},
      {"the totals of the index", "UPDATE citation_index_data SET block = x'0100' WHERE id = 1", "other words in all"},
  };
  import_as(library_, "walnut", {plain_citation(70, "Walnut")});
  for (const Damage& damage : damages) {
    tamper(damage.sql);
    EXPECT_THAT(findings(), Contains(HasSubstr(damage.finding))) << damage.what;
    mend();
    EXPECT_THAT(findings(), IsEmpty()) << damage.what;
  }
}

TEST_F(LibraryCheckTest, TakesOutWhatCannotBeReadAndAsksForItsFileAgain) {
  PubmedCopy copy(library_);
  Library::Import import = copy.begin({{2026, 1}, {}, "md5", "sha", "", 0});
  import.add(plain_citation(80, "from the copy"));
  import.commit("sha", "name", "2031-02-03");
  tamper("UPDATE citation SET json = '{\"pmid\":80,' WHERE pmid = 80");
  EXPECT_THAT(findings(), Contains(HasSubstr("citation 80")));
  EXPECT_THAT(unreadable_, ElementsAre(80));
  mend();
  EXPECT_THAT(copy.status()->to_apply_again, ElementsAre(PubmedFileId{2026, 1}));
  EXPECT_FALSE(library_.has_file("file")) << "by hand, every file may be imported again";
  EXPECT_THAT(findings(), ElementsAre(HasSubstr("1 citations of pubmed26n0001.xml.gz are missing (the first is 80)")));
}

TEST_F(LibraryCheckTest, NoticesARecordUnderAnotherPmid) {
  tamper("UPDATE citation SET json = '{\"pmid\":8,\"title\":\"x\"}' WHERE pmid = 7");
  EXPECT_THAT(findings(), Contains(HasSubstr("citation 7 holds the record of PMID 8")));
}

TEST_F(LibraryCheckTest, NoticesAnIndexThatDoesNotHangTogether) {
  tamper("UPDATE citation_index_data SET block = zeroblob(length(block)) WHERE id > 10");
  std::vector<std::string> found;
  try {
    found = findings();
  } catch (const Error& error) {
    found.emplace_back(error.what());
  }
  EXPECT_THAT(found, Not(IsEmpty()));
  mend();
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(LibraryCheckTest, ChecksALibraryThatMayOnlyBeRead) {
  library_ = Library::open(folder_ / "other.db", true);
  std::filesystem::permissions(path_, std::filesystem::perms::owner_read);
  library_ = Library::open(path_, false);
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(LibraryCheckTest, LeavesTheIndexAsItWasWhenARebuildFails) {
  tamper("UPDATE citation SET json = 'x' WHERE pmid = 40");
  EXPECT_THROW(mend(), Error);
  EXPECT_EQ(library_.status().citations, 40U);
  tamper("DELETE FROM citation WHERE pmid = 40");
  EXPECT_THAT(findings(), Contains(HasSubstr("has 1 citations that are not in the library")));
}

}  // namespace
}  // namespace claimcheck
