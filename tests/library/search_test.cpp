#include <cmath>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "library/library.h"
#include "library/scratch_library.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class SearchTest : public testing::Test {
 protected:
  void hold(const std::vector<Citation>& citations) { import_as(library_, "file", citations); }

  SearchResult search(QueryNode where, std::size_t limit = 10) const {
    Query query;
    query.where = std::move(where);
    query.limit = limit;
    return library_.search(query);
  }

  TemporaryFolder folder_;
  Library library_ = Library::open(folder_ / "library.db", true);
};

Citation tagged_citation() {
  Citation citation = plain_citation(1, "Knees after stepping", "A sore knee. Then calm, again.");
  citation.abstract.push_back({"RESULTS", SectionRole::results, "Steps did harm."});
  citation.other_abstracts = {{"plain-language-summary", "eng", {{"", SectionRole::unassigned, "Plainly sore."}}}};
  citation.keywords = {"walking speed", "gait"};
  citation.mesh = {{"D1", "Pain, Referred", true, {{"Q1", "drug therapy", false}}}};
  citation.publication_types = {{"", "Randomized Controlled Trial"}};
  citation.substances = {{"", "Stepine"}};
  return citation;
}

struct FieldCase {
  const char* term;
  QueryField field;
  bool found;
};

TEST_F(SearchTest, LooksInTheFieldThatIsAskedFor) {
  hold({tagged_citation(), plain_citation(2, "Other")});
  const FieldCase cases[] = {
      {"knees", QueryField::title, true},
      {"knees", QueryField::title_abstract, true},
      {"sore", QueryField::title, false},
      {"SORE KNEE", QueryField::title_abstract, true},
      {"knee sore", QueryField::title_abstract, false},
      {"results", QueryField::title_abstract, true},  // a label is part of the abstract
      {"plainly", QueryField::title_abstract, true},
      {"gait", QueryField::title_abstract, true},
      {"walking-speed", QueryField::title_abstract, true},
      {"speed gait", QueryField::title_abstract, false},     // two keywords
      {"again results", QueryField::title_abstract, false},  // two sections
      {"stepping a", QueryField::title_abstract, false},     // title and abstract
      {"knee then", QueryField::title_abstract, true},       // sentences do not part a phrase
      {"step", QueryField::title_abstract, false},           // no stems
      {"step*", QueryField::title_abstract, true},
      {"sore kn*", QueryField::title_abstract, true},
      {"pain referred", QueryField::mesh, true},
      {"Pain, Referred", QueryField::mesh, true},
      {"pain", QueryField::mesh, false},
      {"pain*", QueryField::mesh, true},
      {"Pain, Referred/drug therapy", QueryField::mesh, true},
      {"Pain, Referred/surgery", QueryField::mesh, false},
      {"pain", QueryField::title_abstract, false},
      {"drug therapy", QueryField::qualifier, true},
      {"therapy", QueryField::qualifier, false},
      {"drug therapy", QueryField::mesh, false},
      {"Randomized Controlled Trial", QueryField::publication_type, true},
      {"Controlled Trial", QueryField::publication_type, false},
      {"stepine", QueryField::substance, true},
      {"stepine", QueryField::title_abstract, false},
  };
  for (const FieldCase& c : cases) {
    const auto found = matching(library_, term(c.term, c.field));
    EXPECT_EQ(found, c.found ? std::vector<Pmid>{1} : std::vector<Pmid>{}) << c.term << " in " << to_string(c.field);
  }
}

TEST_F(SearchTest, CombinesGroups) {
  hold({plain_citation(1, "a"), plain_citation(2, "a b"), plain_citation(3, "a c"), plain_citation(4, "d")});
  const QueryNode a = term("a");
  const QueryNode b = term("b");
  const QueryNode c = term("c");
  EXPECT_THAT(matching(library_, all_of({a, b})), ElementsAre(2U));
  EXPECT_THAT(matching(library_, any_of({b, c})), ElementsAre(2U, 3U));
  EXPECT_THAT(matching(library_, all_of({a, any_of({b, c})})), ElementsAre(2U, 3U));
  EXPECT_THAT(matching(library_, all_of({a, none_of({b, c})})), ElementsAre(1U));
  EXPECT_THAT(matching(library_, all_of({none_of({b}), a, none_of({c})})), ElementsAre(1U));
  EXPECT_THAT(matching(library_, none_of({a})), ElementsAre(4U));
  EXPECT_THAT(matching(library_, any_of({b, none_of({a})})), ElementsAre(2U, 4U));
  EXPECT_THAT(matching(library_, none_of({none_of({a})})), ElementsAre(1U, 2U, 3U));
}

TEST_F(SearchTest, SaysWhatItRan) {
  hold({tagged_citation()});
  const SearchResult result = search(all_of({term("sore knee"), any_of({term("pain*", QueryField::mesh), term("x")}),
                                             none_of({term("say \"ah\"", QueryField::title)})}));
  EXPECT_EQ(result.as_run,
            "(({title abstract other_abstract keywords} : \"sore knee\" AND ({mesh} : \"pain\" * OR {title abstract "
            "other_abstract keywords} : \"x\")) NOT {title} : \"say \"\"ah\"\"\")");
  EXPECT_TRUE(result.complete);
  EXPECT_EQ(result.source, "local library");
  EXPECT_EQ(result.date, "2031-02-03");
  EXPECT_EQ(result.problem, "");
}

TEST_F(SearchTest, CountsAllAndGivesTheBest) {
  std::vector<Citation> citations;
  for (Pmid pmid = 50; pmid > 0; --pmid) citations.push_back(plain_citation(pmid, "knee"));
  citations.push_back(plain_citation(99, "knee knee"));
  hold(citations);
  const SearchResult result = search(term("knee"), 4);
  EXPECT_EQ(result.found, 51U);
  EXPECT_THAT(pmids_of(result.hits), ElementsAre(99U, 1U, 2U, 3U));  // ties by PMID
  EXPECT_GT(result.hits[0].score, result.hits[1].score);
  EXPECT_EQ(result.hits[1].score, result.hits[2].score);
  EXPECT_EQ(search(term("knee"), 0).found, 51U);
  EXPECT_THAT(pmids_of(library_.search_text("knee", 3)), ElementsAre(99U, 1U, 2U));
  EXPECT_THAT(library_.search_text("knee", 0), IsEmpty());
}

TEST_F(SearchTest, RanksByWhatIsWantedAlone) {
  hold({plain_citation(1, "knee", "harm of all sorts here and there and more"), plain_citation(2, "knee", "calm"),
        plain_citation(3, "hip", "x")});
  const auto with = search(all_of({term("knee"), none_of({all_of({term("harm"), term("absent")})})}));
  const auto without = search(term("knee"));
  EXPECT_EQ(with.hits, without.hits);
}

TEST_F(SearchTest, LeavesOutTermsWithoutLettersAndSaysSo) {
  hold({plain_citation(1, "knee")});
  const SearchResult result =
      search(all_of({term("knee"), term("--"), term("?*", QueryField::mesh), none_of({term("")})}));
  EXPECT_THAT(pmids_of(result.hits), ElementsAre(1U));
  EXPECT_EQ(result.warnings.size(), 3U);
  EXPECT_THAT(result.warnings[0], HasSubstr("\"--\""));
}

TEST_F(SearchTest, IsNotCompleteWhenItCannotLook) {
  const SearchResult empty = search(term("knee"));
  EXPECT_FALSE(empty.complete);
  EXPECT_THAT(empty.problem, HasSubstr("claimcheck library import"));
  hold({plain_citation(1, "knee")});
  for (const QueryNode& nothing : {QueryNode{}, term("?"), all_of({any_of({})}), none_of({term("-")})}) {
    const SearchResult result = search(nothing);
    EXPECT_FALSE(result.complete);
    EXPECT_THAT(result.problem, HasSubstr("no term"));
    EXPECT_THAT(result.hits, IsEmpty());
  }
}

QueryNode nested(std::size_t depth, QueryNode (*outer)(std::vector<QueryNode>),
                 QueryNode (*inner)(std::vector<QueryNode>)) {
  QueryNode node = term("knee");
  for (std::size_t i = 0; i < depth; ++i) node = (i % 2 == 0 ? inner : outer)({std::move(node), term("hip")});
  return node;
}

TEST_F(SearchTest, TakesGroupsTwentyDeep) {
  hold({plain_citation(1, "knee hip")});
  using Group = QueryNode (*)(std::vector<QueryNode>);
  for (const auto& [outer, inner] : std::initializer_list<std::pair<Group, Group>>{
           {all_of, any_of}, {any_of, all_of}, {all_of, none_of}, {none_of, all_of}, {none_of, none_of}}) {
    EXPECT_TRUE(search(nested(20, outer, inner)).complete);
    EXPECT_THROW(search(nested(50, outer, inner)), Error);
  }
}

TEST_F(SearchTest, TakesWideGroups) {
  hold({plain_citation(1, "knee")});
  std::vector<QueryNode> terms(2000, term("hip"));
  terms.push_back(term("knee"));
  EXPECT_EQ(search(any_of(terms)).found, 1U);
  EXPECT_EQ(search(all_of(terms)).found, 0U);
}

TEST_F(SearchTest, NeverTakesTermsForSyntax) {
  hold({plain_citation(1, "knee"), plain_citation(2, "hip and near the column title")});
  const std::vector<std::string> pieces{"\"",
                                        "*",
                                        "(",
                                        ")",
                                        "{",
                                        "}",
                                        ":",
                                        "^",
                                        "+",
                                        "-",
                                        ",",
                                        "AND",
                                        "OR",
                                        "NOT",
                                        "NEAR",
                                        "knee",
                                        "title",
                                        " ",
                                        std::string(1, '\0'),
                                        "\x1d",
                                        "\x1e",
                                        "\x1f",
                                        "'",
                                        "\\",
                                        "\xff",
                                        "é",
                                        "_{",
                                        "%",
                                        ";",
                                        "--"};
  std::mt19937 engine(4);
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (std::size_t n = engine() % 7; n > 0; --n) text += pieces[engine() % pieces.size()];
    const auto fields = enum_values<QueryField>();
    ASSERT_NO_THROW(search(any_of({term(text, fields[engine() % fields.size()]), term("none")}))) << text;
    ASSERT_NO_THROW((void)library_.search_text(text, 10)) << text;
  }
  EXPECT_THAT(matching(library_, term("knee\" OR \"hip")), IsEmpty());
  EXPECT_THAT(search(term("\x1f\x1f", QueryField::mesh)).hits, IsEmpty());
}

TEST_F(SearchTest, FindsADoiByItselfAlone) {
  Citation citation = plain_citation(1, "Knee");
  citation.doi = "10.1000/Knee(05)1";
  hold({citation, plain_citation(2, "Hip")});
  const SearchResult found = search(term("10.1000/kNEE(05)1", QueryField::doi));
  EXPECT_TRUE(found.complete);
  EXPECT_EQ(found.found, 1U);
  EXPECT_EQ(found.hits.at(0).pmid, 1U);
  EXPECT_EQ(search(term("10.1000/knee", QueryField::doi)).found, 0U);
  const SearchResult among = search(all_of({term("hip"), term("10.1000/knee", QueryField::doi)}));
  EXPECT_EQ(among.found, 1U);
  EXPECT_THAT(among.warnings, ElementsAre(HasSubstr("by itself")));
}

TEST_F(SearchTest, FindsAnyWordByItsStem) {
  hold({plain_citation(1, "Studies of knees"), plain_citation(2, "A study of calm"), plain_citation(3, "Of the")});
  EXPECT_THAT(pmids_of(library_.search_text("What did the studying of a knee show?", 10)), ElementsAre(1U, 2U));
  EXPECT_THAT(pmids_of(library_.search_text("of the", 10)), ElementsAre(3U, 1U, 2U));  // stop words alone do count
  EXPECT_THAT(library_.search_text("", 10), IsEmpty());
  EXPECT_THAT(library_.search_text("?!", 10), IsEmpty());
}

TEST_F(SearchTest, TakesTextsOfAnyLength) {
  hold({plain_citation(1, "knee")});
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += " w" + std::to_string(i);
  EXPECT_THAT(library_.search_text(text, 10), IsEmpty());
  EXPECT_THAT(pmids_of(library_.search_text("knee" + text, 10)), ElementsAre(1U));
}

TEST_F(SearchTest, ScoresAsTheFormulaSays) {
  hold({plain_citation(1, "knee knee", "hip"), plain_citation(2, "calm day here")});
  // Lengths: 2 + 1 + 1 (end of the section), and 3; k1 = 0.9, b = 0.4.
  const double idf = std::log(1 + (2 - 1 + 0.5) / (1 + 0.5));
  const double norm = 0.9 * (0.6 + 0.4 * 4 / 3.5);
  const auto hits = library_.search_text("knee hip hip", 10);
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_NEAR(hits[0].score, idf * 2 / (2 + norm) + 2 * idf * 1 / (1 + norm), 1e-12);
}

TEST_F(SearchTest, RanksByWhatTheLibraryHoldsNow) {
  const auto citations = [](Pmid first, std::string title) {
    return std::vector{plain_citation(first, title), plain_citation(first + 1, title)};
  };
  const auto scores_are_fresh = [this] {
    const QueryNode where = any_of({term("knee"), term("calm")});
    Library fresh = Library::open(folder_ / "library.db", false);
    Query query;
    query.where = where;
    return search(where).hits == fresh.search(query).hits;
  };
  hold(citations(1, "A sore knee"));
  EXPECT_TRUE(scores_are_fresh());
  library_.keep_citations(citations(3, "A sore knee"), "2031-02-03");
  EXPECT_TRUE(scores_are_fresh());
  Library other = Library::open(folder_ / "library.db", false);
  other.keep_citations(citations(5, "Knee, calm"), "2031-02-03");
  EXPECT_TRUE(scores_are_fresh());
}

}  // namespace
}  // namespace claimcheck
