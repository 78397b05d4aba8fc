#include "library/library.h"

#include <cstdint>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "library/random_citations.h"
#include "library/scratch_library.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class LibraryTest : public testing::Test {
 protected:
  TemporaryFolder folder_;
  Library library_ = Library::open(folder_ / "library.db", true);

  std::string title_of(Pmid pmid) const {
    const auto found = library_.find(pmid);
    return found ? found->title : "none";
  }
};

TEST_F(LibraryTest, StartsEmpty) {
  const LibraryStatus status = library_.status();
  EXPECT_EQ(status.citations, 0U);
  EXPECT_EQ(status.files, 0U);
  EXPECT_EQ(status.last_change, "");
  EXPECT_GT(status.schema_version, 0);
  EXPECT_GT(status.bytes, 0U);
  EXPECT_EQ(library_.find(1), std::nullopt);
}

TEST_F(LibraryTest, GivesBackAnyCitationAsItWasAdded) {
  RandomCitations random(2);
  std::vector<Citation> citations;
  for (Pmid pmid = 1; pmid <= 300; ++pmid) {
    citations.push_back(random.any_citation(pmid));
  }
  EXPECT_EQ(import_as(library_, "file", citations).added, 300U);
  for (const Citation& citation : citations) EXPECT_EQ(library_.find(citation.pmid), citation);
}

TEST_F(LibraryTest, FindsManyInTheOrderAsked) {
  import_as(library_, "file", {plain_citation(3, "three"), plain_citation(1, "one"), plain_citation(2, "two")});
  std::vector<std::string> titles;
  for (const Citation& citation : library_.find(std::vector<Pmid>{2, 9, 3, 1})) titles.push_back(citation.title);
  EXPECT_THAT(titles, ElementsAre("two", "three", "one"));
}

TEST_F(LibraryTest, CountsWhatItHolds) {
  Citation retracted = plain_citation(1, "one", "text");
  retracted.publication_types = {{"D016441", "Retracted Publication"}};
  Citation digest = plain_citation(2, "two", "text");
  digest.digest = true;
  import_as(library_, "first", {retracted, digest, plain_citation(3, "three")}, "2031-02-03");
  import_as(library_, "second", {plain_citation(1, "one again"), plain_citation(2, "two", "published")}, "2031-01-01");

  Library::Import import = library_.begin_import();
  import.remove(3);
  EXPECT_EQ(import.commit("third", "third", "2031-02-01").deleted, 1U);

  const LibraryStatus status = library_.status();
  EXPECT_EQ(status.citations, 2U);
  EXPECT_EQ(status.with_abstract, 1U);
  EXPECT_EQ(status.digests, 0U);
  EXPECT_EQ(status.retracted, 0U);
  EXPECT_EQ(status.files, 3U);
  EXPECT_EQ(status.last_change, "2031-02-03");
}

TEST_F(LibraryTest, ImportsTheSameFileOnce) {
  const std::vector<Citation> citations{plain_citation(1, "one"), plain_citation(2, "two")};
  EXPECT_FALSE(library_.has_file("hash"));
  EXPECT_EQ(import_as(library_, "hash", citations).added, 2U);
  EXPECT_TRUE(library_.has_file("hash"));

  const ImportResult again = import_as(library_, "hash", {plain_citation(1, "changed"), plain_citation(7, "new")});
  EXPECT_TRUE(again.already_imported);
  EXPECT_EQ(again.added + again.replaced + again.unchanged, 0U);
  EXPECT_EQ(title_of(1), "one");
  EXPECT_EQ(library_.status().citations, 2U);
}

TEST_F(LibraryTest, LeavesTheSameRecordFromAnotherFileUnchanged) {
  const std::vector<Citation> citations{plain_citation(1, "one"), plain_citation(2, "two")};
  import_as(library_, "first", citations);
  const ImportResult again = import_as(library_, "second", citations);
  EXPECT_EQ(again.unchanged, 2U);
  EXPECT_EQ(again.added + again.replaced, 0U);
}

struct Offer {
  const char* what;
  int stored_version;
  PartialDate stored_revised;
  bool stored_digest;
  int version;
  PartialDate revised;
  bool digest;
  bool replaces;
};

TEST_F(LibraryTest, ReplacesByVersionThenByDateRevised) {
  const PartialDate early{2030, 12, 31, ""};
  const PartialDate late{2031, 1, 1, ""};
  const Offer offers[] = {
      {"later version, earlier date", 1, late, false, 2, early, false, true},
      {"earlier version, later date", 2, early, false, 1, late, false, false},
      {"same version, later date", 1, early, false, 1, late, false, true},
      {"same version, earlier date", 1, late, false, 1, early, false, false},
      {"the same again, changed", 1, late, false, 1, late, false, true},
      {"no dates", 1, {}, false, 1, {}, false, true},
      {"a date where there was none", 1, {}, false, 1, early, false, true},
      {"no date where there was one", 1, early, false, 1, {}, false, false},
      {"a digest of a published abstract", 1, early, false, 2, late, true, false},
      {"a published abstract of a digest", 2, late, true, 1, early, false, true},
  };
  Pmid pmid = 0;
  for (const Offer& offer : offers) {
    Citation stored = plain_citation(++pmid, "stored");
    stored.version = offer.stored_version;
    stored.revised = offer.stored_revised;
    stored.digest = offer.stored_digest;
    Citation offered = plain_citation(pmid, "offered");
    offered.version = offer.version;
    offered.revised = offer.revised;
    offered.digest = offer.digest;
    import_as(library_, std::string("stored ") + offer.what, {stored});
    const ImportResult result = import_as(library_, std::string("offered ") + offer.what, {offered});
    EXPECT_EQ(title_of(pmid), offer.replaces ? "offered" : "stored") << offer.what;
    EXPECT_EQ(result.replaced, offer.replaces ? 1U : 0U) << offer.what;
    EXPECT_EQ(result.unchanged, offer.replaces ? 0U : 1U) << offer.what;
  }
}

TEST_F(LibraryTest, TakesTheOperationsOfOneFileInOrder) {
  Library::Import import = library_.begin_import();
  import.add(plain_citation(5, "first"));
  import.add(plain_citation(4, "stays"));
  import.add(plain_citation(5, "second"));
  import.remove(5);
  import.remove(6);
  import.add(plain_citation(5, "third"));
  import.add(plain_citation(6, "added after its removal"));
  const ImportResult result = import.commit("file", "file", "2031-02-03");
  EXPECT_EQ(title_of(5), "third");
  EXPECT_EQ(title_of(6), "added after its removal");
  EXPECT_EQ(result.added, 4U);
  EXPECT_EQ(result.replaced, 1U);
  EXPECT_EQ(result.deleted, 1U);
  EXPECT_EQ(library_.status().citations, 3U);
}

TEST_F(LibraryTest, LeavesNoTraceOfAnImportWithoutCommit) {
  import_as(library_, "first", {plain_citation(1, "one")});
  {
    Library::Import import = library_.begin_import();
    import.remove(1);
    for (Pmid pmid = 2; pmid < 300; ++pmid) import.add(plain_citation(pmid, "other", std::string(20'000, 'x')));
  }
  EXPECT_EQ(library_.status().citations, 1U);
  EXPECT_EQ(title_of(1), "one");
  EXPECT_THAT(library_.search_text("other", 10), IsEmpty());
}

TEST_F(LibraryTest, RefusesACitationWithoutPmid) {
  Library::Import import = library_.begin_import();
  EXPECT_THROW(import.add(plain_citation(0, "nameless")), Error);
}

TEST_F(LibraryTest, KeepsTheHighestPmid) {
  import_as(library_, "file", {plain_citation(UINT32_MAX, "last")});
  EXPECT_EQ(title_of(UINT32_MAX), "last");
  EXPECT_THAT(pmids_of(library_.search_text("last", 10)), ElementsAre(UINT32_MAX));
}

TEST_F(LibraryTest, KeepsAnswersUnderTheirKeys) {
  EXPECT_EQ(library_.kept_answer("key"), std::nullopt);
  library_.keep_answer("key", "2031-02-03", "{}");
  library_.keep_answer("key", "2031-02-04", "[1]");
  library_.keep_answer("other", "2031-02-05", "[2]");
  const auto kept = library_.kept_answer("key");
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->date, "2031-02-04");
  EXPECT_EQ(kept->json, "[1]");
}

TEST_F(LibraryTest, IsTheSameAfterReopening) {
  import_as(library_, "file", {plain_citation(1, "one", "knees")});
  library_ = Library::open(folder_ / "library.db", false);
  EXPECT_EQ(title_of(1), "one");
  EXPECT_TRUE(library_.has_file("file"));
  EXPECT_THAT(pmids_of(library_.search_text("knee", 10)), ElementsAre(1U));
}

}  // namespace
}  // namespace claimcheck
