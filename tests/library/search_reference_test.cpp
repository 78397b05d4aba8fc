#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "library/brute_force.h"
#include "library/library.h"
#include "library/random_citations.h"
#include "library/schema.h"
#include "library/scratch_library.h"

namespace claimcheck {
namespace {

/// A library and what it must hold, after imports that add, replace and remove at random.
class ChangedLibrary : public testing::Test {
 protected:
  void SetUp() override {
    for (int file = 0; file < 8; ++file) {
      Library::Import import = library_.begin_import();
      for (int i = 0; i < 40; ++i) {
        const auto pmid = static_cast<Pmid>(1 + random_.below(60));
        if (random_.chance(25)) {
          import.remove(pmid);
          held_.erase(pmid);
        } else {
          held_[pmid] = random_.searchable_citation(pmid);
          import.add(held_[pmid]);
        }
      }
      import.commit(std::to_string(file), "file", "2031-02-03");
    }
    for (const auto& [pmid, citation] : held_) citations_.push_back(citation);
  }

  RandomCitations random_{5};
  TemporaryFolder folder_;
  Library library_ = Library::open(folder_ / "library.db", true);
  std::map<Pmid, Citation> held_;
  std::vector<Citation> citations_;
};

TEST_F(ChangedLibrary, HoldsWhatWasLeft) {
  EXPECT_EQ(library_.status().citations, held_.size());
  for (Pmid pmid = 1; pmid <= 60; ++pmid) {
    const auto citation = library_.find(pmid);
    EXPECT_EQ(citation.has_value(), held_.count(pmid) == 1);
    if (citation) {
      EXPECT_EQ(*citation, held_[pmid]);
    }
  }
}

TEST_F(ChangedLibrary, FindsWhatALookAtEveryCitationFinds) {
  std::size_t found = 0;
  for (int i = 0; i < 3000; ++i) {
    const QueryNode where = random_.query(3);
    std::vector<Pmid> expected;
    for (const Citation& citation : citations_) {
      if (brute_force_matches(where, citation)) expected.push_back(citation.pmid);
    }
    Query query;
    query.where = where;
    ASSERT_EQ(matching(library_, where), expected) << library_.search(query).as_run;
    found += expected.size();
  }
  EXPECT_GT(found, 3000U);  // the queries are no empty exercise
}

TEST_F(ChangedLibrary, RanksAsALookAtEveryCitationRanks) {
  for (int i = 0; i < 500; ++i) {
    const std::string text = random_.free_text();
    const auto expected = brute_force_search_text(text, citations_);
    const auto hits = library_.search_text(text, 1000);
    ASSERT_EQ(hits.size(), expected.size()) << text;
    for (std::size_t n = 0; n < hits.size(); ++n) {
      ASSERT_NEAR(hits[n].score, expected[n].score, 1e-9) << text;
      const bool tied = (n > 0 && expected[n].score - expected[n - 1].score > -1e-9) ||
                        (n + 1 < hits.size() && expected[n].score - expected[n + 1].score < 1e-9);
      if (!tied) {
        ASSERT_EQ(hits[n].pmid, expected[n].pmid) << text;
      }
    }
    const auto best = library_.search_text(text, 3);
    ASSERT_EQ(best, std::vector<SearchHit>(hits.begin(), hits.begin() + static_cast<long>(best.size()))) << text;
  }
}

TEST_F(ChangedLibrary, HasAnIndexThatIsWholeAndEmptiesWithIt) {
  Database database = open_library_writer(folder_ / "library.db", std::chrono::seconds(1));
  database.run("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, citation_index, row)");
  const auto check = [&] { database.run("INSERT INTO citation_index(citation_index) VALUES('integrity-check')"); };
  EXPECT_GT(database.read_integer("SELECT count(*) FROM words"), 0);
  check();
  Library::Import import = library_.begin_import();
  for (const auto& [pmid, citation] : held_) import.remove(pmid);
  import.commit("emptied", "emptied", "2031-02-05");
  EXPECT_EQ(library_.status().citations, 0U);
  EXPECT_EQ(database.read_integer("SELECT count(*) FROM words"), 0);
  check();
}

TEST(SameImports, GiveTheSameAnswers) {
  const TemporaryFolder folder;
  std::vector<std::vector<SearchHit>> answers;
  for (const char* name : {"one.db", "two.db"}) {
    RandomCitations random(6);
    Library library = Library::open(folder / name, true);
    std::vector<Citation> citations;
    for (Pmid pmid = 1; pmid < 200; ++pmid) citations.push_back(random.searchable_citation(pmid));
    if (answers.size() == 1) std::reverse(citations.begin(), citations.end());  // in another order
    import_as(library, "file", citations);
    answers.push_back(library.search_text("pain of the knee", 50));
  }
  EXPECT_EQ(answers[0], answers[1]);
}

}  // namespace
}  // namespace claimcheck
