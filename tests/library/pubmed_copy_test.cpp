#include "library/pubmed_copy.h"

#include <algorithm>
#include <map>
#include <random>

#include <gmock/gmock.h>

#include "library/library_check.h"
#include "library/scratch_library.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// What stands in one file.
struct FileText {
  std::vector<Citation> citations = {};
  std::vector<Pmid> deleted = {};
};

Citation revised(Citation citation, int year) {
  citation.revised = {year, 1, 1, ""};
  return citation;
}

class PubmedCopyTest : public testing::Test {
 protected:
  ImportResult apply(PubmedFileId id, const FileText& text, PubmedFileKind kind = PubmedFileKind::unknown) {
    const std::string name = pubmed_file_name(id) + std::to_string(++applied_);
    Library::Import import = copy_.begin({id, kind, "md5 " + name, name, "", 0});
    for (const Citation& citation : text.citations) import.add(citation);
    for (const Pmid pmid : text.deleted) import.remove(pmid);
    return import.commit(name, name, "2031-02-03");
  }
  std::string title_of(Pmid pmid) const {
    const auto found = library_.find(pmid);
    return found ? found->title : "none";
  }
  /// What is wrong with the library by its own account.
  std::vector<std::string> findings() {
    LibraryCheck check(library_);
    std::vector<std::string> all = check.file_damage();
    const auto add = [&](std::vector<std::string> more) { all.insert(all.end(), more.begin(), more.end()); };
    while (check.next()) add(check.check_citation());
    add(check.check_whole([](std::size_t) {}));
    return all;
  }
  std::size_t remove_all_leftovers(std::size_t at_once) {
    Pmid last = 0;
    std::size_t removed = 0;
    while (copy_.remove_leftovers(last, at_once, removed)) {
    }
    return removed;
  }

  TemporaryFolder folder_;
  Library library_ = Library::open(folder_ / "library.db", true);
  PubmedCopy copy_{library_};
  int applied_ = 0;
};

TEST_F(PubmedCopyTest, RecordsTheFilesInOrder) {
  EXPECT_EQ(copy_.status(), std::nullopt);
  apply({2026, 1}, {{plain_citation(1, "one")}}, PubmedFileKind::baseline);
  apply({2026, 2}, {{plain_citation(2, "two")}, {1}});
  const std::vector<CopiedFile> files = copy_.files();
  ASSERT_THAT(files, SizeIs(2));
  EXPECT_EQ(files[0].id, (PubmedFileId{2026, 1}));
  EXPECT_EQ(files[0].kind, PubmedFileKind::baseline);
  EXPECT_EQ(files[1].kind, PubmedFileKind::update) << "only an update deletes";
  EXPECT_EQ(files[1].date, "2031-02-03");
  const CopyStatus status = copy_.status().value();
  EXPECT_EQ(status.year, 2026);
  EXPECT_EQ(status.last_number, 2);
  EXPECT_EQ(status.first_update, 2);
  EXPECT_EQ(status.replaced_year, 0);
  EXPECT_EQ(title_of(1), "none");
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(PubmedCopyTest, LetsTheLaterFileWinAmongEquals) {
  apply({2026, 1}, {{plain_citation(1, "first"), revised(plain_citation(2, "revised"), 2030)}});
  apply({2026, 2}, {{plain_citation(1, "second"), revised(plain_citation(2, "older"), 2029)}});
  EXPECT_EQ(title_of(1), "second");
  EXPECT_EQ(title_of(2), "revised");
}

TEST_F(PubmedCopyTest, AppliesAnEarlierFileAgainWithoutHarm) {
  apply({2026, 1}, {{plain_citation(1, "a"), plain_citation(2, "a"), plain_citation(3, "a")}});
  apply({2026, 2}, {{plain_citation(2, "b"), plain_citation(4, "b")}, {1}});
  apply({2026, 3}, {{plain_citation(5, "c")}});
  const ImportResult again =
      apply({2026, 1}, {{plain_citation(1, "A"), plain_citation(2, "A"), plain_citation(3, "A")}, {5}});
  EXPECT_EQ(title_of(1), "none") << "a later file deleted it";
  EXPECT_EQ(title_of(2), "b") << "a later file replaced it";
  EXPECT_EQ(title_of(3), "A") << "no other file spoke of it";
  EXPECT_EQ(title_of(5), "c") << "a later file brought it";
  EXPECT_EQ(again.replaced, 1U);
  EXPECT_EQ(again.unchanged, 2U);
  EXPECT_THAT(copy_.files(), SizeIs(3));
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(PubmedCopyTest, BringsBackWhatALaterFileHasAgain) {
  apply({2026, 1}, {{plain_citation(1, "a")}});
  apply({2026, 2}, {{}, {1}});
  apply({2026, 3}, {{plain_citation(1, "c")}});
  EXPECT_EQ(title_of(1), "c");
}

TEST_F(PubmedCopyTest, KeepsALaterRevisionThatCameFromElsewhere) {
  library_.keep_citations(std::vector<Citation>{revised(plain_citation(1, "live"), 2031)}, "2031-01-01");
  apply({2026, 1}, {{revised(plain_citation(1, "file"), 2030)}});
  EXPECT_EQ(title_of(1), "live");
  apply({2026, 2}, {{revised(plain_citation(1, "update"), 2032)}});
  EXPECT_EQ(title_of(1), "update");
  apply({2026, 3}, {{}, {1}});
  EXPECT_EQ(title_of(1), "none");
}

TEST_F(PubmedCopyTest, DropsKeptAnswersOnlyWhenItChangedAnything) {
  apply({2026, 1}, {{plain_citation(1, "a")}});
  library_.keep_answer("search", "2031-02-03", "{}");
  apply({2026, 2}, {{plain_citation(1, "a")}});
  EXPECT_TRUE(library_.kept_answer("search"));
  apply({2026, 3}, {{plain_citation(2, "b")}});
  EXPECT_FALSE(library_.kept_answer("search"));
}

TEST_F(PubmedCopyTest, LeavesNoTraceOfAFileWithoutCommit) {
  apply({2026, 1}, {{plain_citation(1, "a")}});
  {
    Library::Import import = copy_.begin({{2026, 2}, {}, "md5", "sha", "", 0});
    import.add(plain_citation(1, "b"));
    import.remove(1);
  }
  EXPECT_THAT(copy_.files(), SizeIs(1));
  EXPECT_EQ(title_of(1), "a");
  apply({2026, 1}, {{plain_citation(1, "again")}});
  EXPECT_EQ(title_of(1), "again") << "the undone file did not speak";
}

TEST_F(PubmedCopyTest, ReplacesAYearByTheNext) {
  apply({2025, 1}, {{plain_citation(1, "a"), plain_citation(2, "a"), plain_citation(3, "a"), plain_citation(4, "a")}});
  apply({2025, 2}, {{}, {4}}, PubmedFileKind::update);
  library_.keep_citations(std::vector<Citation>{plain_citation(9, "live")}, "2031-01-01");
  apply({2026, 1}, {{plain_citation(1, "b")}}, PubmedFileKind::baseline);
  EXPECT_EQ(copy_.status()->replaced_year, 2025);
  EXPECT_EQ(title_of(2), "a") << "the old copy is whole meanwhile";
  apply({2026, 2}, {{plain_citation(3, "b")}}, PubmedFileKind::update);
  library_.keep_answer("search", "2031-02-03", "{}");
  EXPECT_EQ(remove_all_leftovers(1), 1U) << "the PMID that the old year deleted is forgotten without a citation";
  EXPECT_EQ(title_of(1), "b");
  EXPECT_EQ(title_of(2), "none");
  EXPECT_EQ(title_of(3), "b");
  EXPECT_EQ(title_of(9), "live") << "the copy never had it";
  EXPECT_EQ(copy_.status()->replaced_year, 0);
  EXPECT_THAT(copy_.files(), SizeIs(2));
  EXPECT_FALSE(library_.kept_answer("search"));
  EXPECT_THAT(findings(), IsEmpty());
  EXPECT_EQ(remove_all_leftovers(1), 0U);
}

TEST_F(PubmedCopyTest, KnowsWhenAnImportByHandDeletes) {
  apply({2026, 1}, {{plain_citation(1, "a"), plain_citation(2, "a")}});
  Library::Import import = library_.begin_import();
  import.remove(1);
  import.commit("by hand", "by hand", "2031-02-03");
  EXPECT_EQ(title_of(1), "none");
  EXPECT_THAT(findings(), IsEmpty());
}

/// The copy after all files in order, by a slow and obvious account.
std::map<Pmid, std::string> reference(const std::map<PubmedFileId, FileText>& files) {
  std::map<Pmid, std::string> copy;
  for (const auto& [id, text] : files) {
    for (const Citation& citation : text.citations) copy[citation.pmid] = citation.title;
    for (const Pmid pmid : text.deleted) copy.erase(pmid);
  }
  return copy;
}

TEST_F(PubmedCopyTest, EndsTheSameInWhateverOrderFilesAreAppliedAgain) {
  std::mt19937 random(7);
  std::map<PubmedFileId, FileText> files;
  for (int number = 1; number <= 12; ++number) {
    FileText& text = files[{2026, number}];
    for (Pmid pmid = 1; pmid <= 20; ++pmid) {
      if (random() % 3 == 0) text.citations.push_back(plain_citation(pmid, "file " + std::to_string(number)));
      if (random() % 9 == 0) text.deleted.push_back(pmid);
    }
  }
  std::vector<PubmedFileId> order;
  for (const auto& [id, text] : files) order.push_back(id);
  for (int again = 0; again < 15; ++again) order.push_back({2026, static_cast<int>(random() % 12) + 1});
  for (const PubmedFileId id : order) apply(id, files[id]);
  const std::map<Pmid, std::string> expected = reference(files);
  for (Pmid pmid = 1; pmid <= 20; ++pmid) {
    const auto found = expected.find(pmid);
    EXPECT_EQ(title_of(pmid), found == expected.end() ? "none" : found->second) << pmid;
  }
  EXPECT_THAT(findings(), IsEmpty());
}

}  // namespace
}  // namespace claimcheck
