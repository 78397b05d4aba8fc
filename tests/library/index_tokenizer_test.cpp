#include "library/index_tokenizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "library/citation_json.h"
#include "library/index_text.h"
#include "library/library.h"
#include "library/random_citations.h"
#include "library/scratch_library.h"
#include "library/sqlite.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;

struct Cut {
  const char* text;
  std::vector<std::string> words;
};

TEST(IndexWords, AreRunsOfFoldedLettersAndDigits) {
  const TemporaryFolder folder;
  Database database(folder / "x.db", Database::Access::create, std::chrono::seconds(1));
  register_index_tokenizer(database);
  const Cut cuts[] = {
      {"", {}},
      {" -- ", {}},
      {"Knee PAIN, 6MP", {"knee", "pain", "6mp"}},
      {"short-term 0.5 mg/kg", {"short", "term", "0", "5", "mg", "kg"}},
      {"Ménière naïve", {"meniere", "naive"}},
      {"Me\u0301nie\u0300re", {"meniere"}},
      {"CO₂ and 10¹⁴", {"co2", "and", "1014"}},
      {"V_{max} x^{n+1} {a}", {"vmax", "xn", "1", "a"}},
      {"TNF-α, β2, Ω", {"tnf", "alpha", "beta2", "omega"}},
      {"12–15 ‘quoted’", {"12", "15", "quoted"}},
      {"Straße ﬁbre", {"strasse", "fibre"}},
      {"漢字", {"漢字"}},
      {"a\xff"
       "b",
       {"a", "b"}},
      {"a\x1f"
       "b\x1e"
       "c\x1d"
       "d",
       {"a", "b", "c", "d"}},
  };
  for (const Cut& cut : cuts) EXPECT_THAT(index_words(database, cut.text), ElementsAreArray(cut.words)) << cut.text;
}

struct Whole {
  const char* term;
  const char* appended;
};

TEST(AppendWholeTerm, FoldsCaseAndPunctuation) {
  const Whole wholes[] = {
      {"Pain, Referred", "\x1fpain referred\x1f"},
      {"  N-Methyl--D (aspartate) ", "\x1fn methyl d aspartate\x1f"},
      {"Knee / Adverse Effects", "\x1fknee/adverse effects\x1f"},
      {"ÉTUDE", "\x1fétude\x1f"},
      {"1,2-X",
       "\x1f"
       "1 2 x\x1f"},
      {"a\x1f"
       "b",
       "\x1f"
       "a b\x1f"},
      {"", ""},
      {" /-\x1f", ""},
  };
  for (const Whole& whole : wholes) {
    std::string to;
    EXPECT_EQ(append_whole_term(to, whole.term), whole.appended[0] != '\0');
    EXPECT_EQ(to, whole.appended);
  }
}

TEST(IndexText, IsTheSameForTheStoredCitation) {
  RandomCitations random(3);
  for (Pmid pmid = 1; pmid <= 500; ++pmid) {
    Citation citation = random.any_citation(pmid);
    citation.title += "\xff_{\xc3";  // ill-formed: stored as U+FFFD
    if (!citation.mesh.empty()) citation.mesh[0].name += "\xe2\x82";
    ASSERT_EQ(index_text(citation), index_text(citation_from_json(citation_to_json(citation))));
  }
}

}  // namespace
}  // namespace claimcheck
