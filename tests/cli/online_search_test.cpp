#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/child_process.h"
#include "cli/fixtures.h"
#include "support/eutils_server.h"

namespace claimcheck {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// `check` of one claim against a loopback E-utilities server.
class OnlineSearch : public testing::Test {
 protected:
  [[nodiscard]] Outcome run(const std::string& command, const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments{command, claims_};
    if (command == "explain") arguments.emplace_back("C-01");
    arguments.insert(arguments.end(), {"--library", library_, "--eutils-url", server_.url()});
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_claimcheck(arguments, {.environment = {{"NCBI_API_KEY", "keyForThePaceAlone"}}});
  }

  json check_as_json(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"--json", "-"});
    const Outcome outcome = run("check", more);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    return json::parse(outcome.out)["claims"][0];
  }

  void serve(int from, int to, const std::string& title, const std::string& abstract) {
    std::string articles;
    for (int pmid = from; pmid <= to; ++pmid) articles += article_xml(pmid, title, abstract);
    server_.add(article_set(articles));
  }

  TemporaryFolder folder_;
  EutilsServer server_;
  std::string library_ = folder_.file("library.db");
  std::string claims_ = folder_.file("claims.json", one_claim(kClaim));
};

TEST_F(OnlineSearch, TellsInEveryReportWhatPubmedIgnored) {
  serve(1, 2, "Bladder damage with ketamine", "Ketamine caused bladder damage in 9 of 40 users.");
  server_.ignore("safety");
  const std::string sentence = "PubMed ignored the phrase \"safety\".";
  EXPECT_THAT(run("check").out, AllOf(HasSubstr("Searches not answered as asked (1)"), HasSubstr(sentence)));
  EXPECT_THAT(run("check", {"--html", "-"}).out, HasSubstr("PubMed ignored the phrase &quot;safety&quot;."));
  EXPECT_THAT(run("explain").out, HasSubstr("! " + sentence));
  std::vector<std::string> warnings;
  const json claim = check_as_json();
  for (const json& query : claim["queries"]) {
    for (const json& warning : query["warnings"]) warnings.push_back(warning);
  }
  EXPECT_THAT(warnings, testing::ElementsAre(sentence));
}

TEST_F(OnlineSearch, SaysWhenItTookOnlyTheTop) {
  serve(1, 130, "Bladder damage with ketamine", "Ketamine caused bladder damage in 9 of 40 users.");
  EXPECT_THAT(run("check").out, HasSubstr("tried to break it: 1 further query, top 100 of 130 found"));
  EXPECT_THAT(run("explain").out, HasSubstr("against the claim: top 100 of 130 found, 100 read"));
  EXPECT_THAT(run("check", {"--html", "-"}).out, HasSubstr("data-label=\"Taken\">top 100</td>"));
  EXPECT_THAT(run("check", {"--show-queries"}).out, HasSubstr("top 100 of 130 found, 100 read"));
  const json query = check_as_json()["queries"][0];
  EXPECT_EQ(query["found"], 130);
  EXPECT_EQ(query["taken"], 100);

  const json all = check_as_json({"--limit", "all"})["queries"][0];
  EXPECT_EQ(all["taken"], 130);
  EXPECT_EQ(all["read"], 130);
  EXPECT_THAT(run("check", {"--limit", "all"}).out,
              AllOf(HasSubstr("tried to break it: 1 further query, 130 records"), Not(HasSubstr("top 1"))));
}

/// Evidence on the claim, a record that is similar, and one that cites the evidence; no search finds the latter two.
std::string linked_records() {
  std::string citing = article_xml(12, "Ketamine users: what became of them", "Few came back.");
  citing.insert(citing.find("</MedlineCitation>"),
                "<CommentsCorrectionsList><CommentsCorrections RefType=\"Cites\"><RefSource>J</RefSource><PMID "
                "Version=\"1\">10</PMID></CommentsCorrections></CommentsCorrectionsList>");
  return article_set(
      article_xml(10, "Bladder damage with ketamine", "Ketamine caused bladder damage in 9 of 40 users.") +
      article_xml(11, "Ketamine with music: another story", "Songs were sung.") + citing);
}

TEST_F(OnlineSearch, FollowsLinksFromTheEvidenceWhenTold) {
  server_.add(linked_records());
  const json without = check_as_json();
  EXPECT_EQ(without["queries"].size(), 2U);
  const std::size_t asked = server_.requests().size();

  const json with = check_as_json({"--expand"});
  ASSERT_EQ(with["queries"].size(), 4U);
  EXPECT_EQ(with["queries"][2]["aim"], "similar");
  EXPECT_EQ(with["queries"][2]["complete"], true);
  EXPECT_GE(with["queries"][2]["found"], 1);
  EXPECT_EQ(with["queries"][3]["aim"], "cited_by");
  EXPECT_EQ(with["queries"][3]["found"], 1);
  EXPECT_EQ(with["queries"][3]["read"], 1);
  EXPECT_GT(server_.requests().size(), asked);

  EXPECT_THAT(run("explain", {"--expand"}).out, HasSubstr("ELink pubmed_pubmed_citedin of PMID 10"));
  EXPECT_THAT(run("check", {"--expand"}).out, HasSubstr("2 found similar to the evidence"));
  EXPECT_THAT(run("check", {"--expand", "--html", "-"}).out, HasSubstr("data-label=\"Aim\">citing the evidence</td>"));
}

TEST_F(OnlineSearch, WeighsWhatLinksLeadTo) {
  serve(1, 3, "Bladder damage with ketamine", "Ketamine caused bladder damage in 9 of 40 users.");
  EXPECT_EQ(check_as_json({"--limit", "1"})["verdict"]["families_against"], 1);
  EXPECT_EQ(check_as_json({"--limit", "1", "--expand"})["verdict"]["families_against"], 3);
}

TEST_F(OnlineSearch, NeverTakesUnknownLinksForNone) {
  server_.add(linked_records());
  check_as_json();
  const Outcome unknown = run("check", {"--offline", "--expand", "--json", "-"});
  EXPECT_EQ(unknown.exit_code, 3);
  const json claim = json::parse(unknown.out)["claims"][0];
  EXPECT_EQ(claim["status"], "incomplete");
  EXPECT_THAT(claim["problems"].dump(), HasSubstr("leave --expand out"));

  const json online = check_as_json({"--expand"});
  const json offline = check_as_json({"--expand", "--offline"});
  EXPECT_EQ(offline["verdict"], online["verdict"]);
  EXPECT_EQ(offline["queries"][3], online["queries"][3]) << "kept links are answered as PubMed gave them";
}

TEST_F(OnlineSearch, MarksTranslatedTitlesAndLinksComments) {
  std::string xml =
      article_xml(21, "[Bladder damage with ketamine].", "Ketamine caused bladder damage in 9 of 40 users.");
  xml.insert(xml.find("</Article>"), "<VernacularTitle>Blasenschaden durch Ketamin.</VernacularTitle>");
  xml.insert(xml.find("</MedlineCitation>"),
             "<CommentsCorrectionsList><CommentsCorrections RefType=\"CommentIn\"><RefSource>Letters. 2030</RefSource>"
             "<PMID Version=\"1\">888</PMID></CommentsCorrections></CommentsCorrectionsList>");
  server_.add(article_set(xml));
  const json claim = check_as_json();
  ASSERT_THAT(claim["citations"], Not(IsEmpty()));
  EXPECT_EQ(claim["citations"][0]["title_translated"], true);
  EXPECT_EQ(claim["citations"][0]["vernacular_title"], "Blasenschaden durch Ketamin.");
  EXPECT_EQ(claim["citations"][0]["notices"][0]["kind"], "comment_in");
  EXPECT_THAT(
      run("check", {"--html", "-"}).out,
      AllOf(HasSubstr("Title translated"), HasSubstr("[Bladder damage with ketamine]."),
            HasSubstr("<strong>Comment in</strong>: Letters. 2030 <a href=\"https://pubmed.ncbi.nlm.nih.gov/888/\"")));
  EXPECT_THAT(run("explain").out, HasSubstr("Comment in: Letters. 2030 (PMID 888)"));
}

}  // namespace
}  // namespace claimcheck
