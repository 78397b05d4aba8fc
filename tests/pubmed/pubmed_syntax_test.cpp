#include "pubmed/pubmed_syntax.h"

#include <gtest/gtest.h>

#include <string>

#include "support/pubmed_term.h"

namespace claimcheck {
namespace {

TEST(ToPubmedSyntax, TagsAndQuotesTerms) {
  struct Case {
    QueryNode node;
    const char* text;
  };
  const Case cases[] = {
      {term("zorbamine"), "zorbamine[tiab]"},
      {term("zorbamine", QueryField::title), "zorbamine[ti]"},
      {term("Substance-Related Disorders", QueryField::mesh), "\"Substance-Related Disorders\"[mh]"},
      {term("adverse effects", QueryField::qualifier), "\"adverse effects\"[sh]"},
      {term("Meta-Analysis", QueryField::publication_type), "\"Meta-Analysis\"[pt]"},
      {term("zorbamine", QueryField::substance), "zorbamine[nm]"},
      {term("zorba*"), "zorba*[tiab]"},
      {term("urinary sympt*"), "\"urinary sympt*\"[tiab]"},
      {term("  urinary   tract "), "\"urinary tract\"[tiab]"},
      {term("Depression/drug therapy", QueryField::mesh), "\"Depression/drug therapy\"[mh]"},
      {term("β-blocker"), "\"β-blocker\"[tiab]"},
  };
  for (const Case& each : cases) EXPECT_EQ(to_pubmed_syntax(each.node), each.text);
}

TEST(ToPubmedSyntax, TakesSyntaxOutOfTerms) {
  struct Case {
    const char* term;
    const char* text;
  };
  const Case cases[] = {
      {"bladder \"pain\"", "\"bladder pain\"[tiab]"},
      {"pain[ti] OR 1:9999[uid]", "\"pain ti OR 1 9999 uid\"[tiab]"},
      {"(pain)", "pain[tiab]"},
      {"pa*in", "\"pa in\"[tiab]"},
      {"“pain”", "pain[tiab]"},
      {"#1", "1[tiab]"},
      {"pain\n\tscore\x01", "\"pain score\"[tiab]"},
      {"or", "\"or\"[tiab]"},
      {"NOT", "\"NOT\"[tiab]"},
      {"wounds & injuries", "\"wounds injuries\"[tiab]"},
      {"***", ""},
      {"--", ""},
      {"", ""},
  };
  for (const Case& each : cases) EXPECT_EQ(to_pubmed_syntax(term(each.term)), each.text) << each.term;
}

TEST(ToPubmedSyntax, PutsEveryGroupInBrackets) {
  const QueryNode drug = any_of({term("Zorbamine", QueryField::mesh), term("zorbamine")});
  const QueryNode harm = any_of({term("cystitis"), term("bladder pain")});
  EXPECT_EQ(to_pubmed_syntax(all_of({drug, harm})),
            "((Zorbamine[mh] OR zorbamine[tiab]) AND (cystitis[tiab] OR \"bladder pain\"[tiab]))");
  EXPECT_EQ(to_pubmed_syntax(all_of({drug})), "(Zorbamine[mh] OR zorbamine[tiab])");
}

TEST(ToPubmedSyntax, RendersNoneOfAfterItsSiblings) {
  const QueryNode animals = none_of({term("rats"), term("mice")});
  EXPECT_EQ(to_pubmed_syntax(all_of({animals, term("zorbamine"), term("pain")})),
            "(zorbamine[tiab] AND pain[tiab] NOT (rats[tiab] OR mice[tiab]))");
  EXPECT_EQ(to_pubmed_syntax(all_of({none_of({term("rats")}), term("pain"), none_of({term("mice")})})),
            "(pain[tiab] NOT (rats[tiab] OR mice[tiab]))");
}

TEST(ToPubmedSyntax, NeverRendersAPureNegation) {
  EXPECT_EQ(to_pubmed_syntax(none_of({term("rats")})), "(all[sb] NOT rats[tiab])");
  EXPECT_EQ(to_pubmed_syntax(any_of({term("pain"), none_of({term("rats")})})),
            "(pain[tiab] OR (all[sb] NOT rats[tiab]))");
}

TEST(ToPubmedSyntax, LeavesEmptyNodesOut) {
  EXPECT_EQ(to_pubmed_syntax(all_of({})), "");
  EXPECT_EQ(to_pubmed_syntax(any_of({})), "");
  EXPECT_EQ(to_pubmed_syntax(none_of({})), "");
  EXPECT_EQ(to_pubmed_syntax(all_of({any_of({}), term("pain"), none_of({term("?")})})), "pain[tiab]");
  EXPECT_EQ(to_pubmed_syntax(all_of({all_of({any_of({term("\"")})})})), "");
}

TEST(ToPubmedSyntax, KeepsADoiWhole) {
  EXPECT_EQ(to_pubmed_syntax(term("10.1016/S0140-6736(05)66456-7", QueryField::doi)),
            R"("10.1016/S0140-6736(05)66456-7"[aid])");
}

/// Whatever stands in a term, what comes out is one term of this syntax and nothing else.
TEST(ToPubmedSyntax, CannotBeBrokenOutOf) {
  std::string every_byte = "x";
  for (int byte = 0; byte < 256; ++byte) every_byte += static_cast<char>(byte);
  for (const QueryField field : enum_values<QueryField>()) {
    for (std::size_t cut = 1; cut < every_byte.size(); ++cut) {
      const QueryNode parsed = parse_pubmed_term(to_pubmed_syntax(term(every_byte.substr(0, cut), field)));
      EXPECT_EQ(parsed.kind, QueryNode::Kind::term);
      EXPECT_EQ(parsed.field, field);
    }
  }
}

}  // namespace
}  // namespace claimcheck
