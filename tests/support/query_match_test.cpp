#include "support/query_match.h"

#include <gtest/gtest.h>

#include "pubmed/pubmed_syntax.h"
#include "support/fake_source.h"
#include "support/pubmed_term.h"

namespace claimcheck {
namespace {

Citation make_indexed_citation() {
  Citation citation = make_citation(5, "Long-term Zorbamine: a trial", "Bladder pain (cystitis) was rare.");
  citation.mesh.push_back({"D1", "Receptors, N-Methyl-D-Aspartate", true, {{"Q1", "adverse effects", false}}});
  citation.publication_types.push_back({"D016449", "Randomized Controlled Trial"});
  citation.substances.push_back({"C1", "Zorbamine"});
  return citation;
}

TEST(Matches, ReadsEachFieldByItsOwnRule) {
  struct Case {
    QueryNode where;
    bool matched;
  };
  const Case cases[] = {
      {term("zorbamine"), true},
      {term("long-term zorbamine"), true},
      {term("zorbamine long-term"), false},
      {term("zorba"), false},
      {term("zorba*"), true},
      {term("bladder pai*"), true},
      {term("cystitis", QueryField::title), false},
      {term("trial cystitis"), false},
      {term("zorbamine a trial bladder"), false},  // a phrase does not run from the title into the abstract
      {term("receptors, n-methyl-d-aspartate", QueryField::mesh), true},
      {term("receptors", QueryField::mesh), false},
      {term("Receptors, N-Methyl-D-Aspartate/adverse effects", QueryField::mesh), true},
      {term("Receptors, N-Methyl-D-Aspartate/blood", QueryField::mesh), false},
      {term("adverse effects", QueryField::qualifier), true},
      {term("randomized controlled trial", QueryField::publication_type), true},
      {term("zorbamine", QueryField::substance), true},
      {all_of({}), true},
      {all_of({term("zorbamine"), none_of({term("cystitis")})}), false},
      {any_of({term("nothing"), none_of({term("nothing")})}), true},
  };
  const Citation citation = make_indexed_citation();
  for (const Case& each : cases) {
    EXPECT_EQ(matches(each.where, citation), each.matched) << to_pubmed_syntax(each.where);
    EXPECT_EQ(
        matches(parse_pubmed_term(to_pubmed_syntax(each.where).empty() ? "all[sb]" : to_pubmed_syntax(each.where)),
                citation),
        each.matched)
        << "after rendering: " << to_pubmed_syntax(each.where);
  }
}

TEST(ParsePubmedTerm, WorksFromLeftToRight) {
  const Citation citation = make_citation(1, "alpha");
  EXPECT_FALSE(matches(parse_pubmed_term("alpha[ti] OR beta[ti] AND gamma[ti]"), citation));
  EXPECT_TRUE(matches(parse_pubmed_term("alpha[ti] OR (beta[ti] AND gamma[ti])"), citation));
}

TEST(ParsePubmedTerm, RejectsWhatItCannotRead) {
  for (const char* text :
       {"", "alpha", "two words[tiab]", "(alpha[ti]", "alpha[ti])", "\"alpha", "alpha[ti] beta[ti]"}) {
    EXPECT_THROW(parse_pubmed_term(text), std::invalid_argument) << text;
  }
  EXPECT_THROW(parse_pubmed_term("alpha[xyz]"), UnknownField);
}

TEST(ParseSearchTerm, ReadsARangeOfPmidsAtTheEnd) {
  const SearchTerm term = parse_search_term("(alpha[ti] OR beta[ti]) AND 12:345[UID]");
  EXPECT_EQ(term.where, parse_pubmed_term("(alpha[ti] OR beta[ti])"));
  EXPECT_EQ(term.first, 12U);
  EXPECT_EQ(term.last, 345U);
  EXPECT_EQ(parse_search_term("alpha[ti] AND beta[ti]").first, 0U);
  EXPECT_THROW(parse_search_term("1:2[UID] OR alpha[ti]"), UnknownField);
}

}  // namespace
}  // namespace claimcheck
