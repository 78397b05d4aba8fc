#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/child_process.h"
#include "cli/fixtures.h"
#include "library/library.h"
#include "support/eutils_server.h"

namespace claimcheck {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr Pmid kTrial = 501;

/// The trial that carries the claim, with more elements in its Article and in its MedlineCitation.
std::string trial(const std::string& types = "", const std::string& corrections = "") {
  std::string xml =
      article_xml(kTrial, "Ketamine for depression: a randomised trial",
                  "Of 640 patients, those who were given ketamine had lower depression scores (p = 0.001).");
  const std::string type = "<PublicationType UI=\"D016449\">Randomized Controlled Trial</PublicationType>";
  xml.insert(xml.find("</Article>"), "<PublicationTypeList>" + type + types + "</PublicationTypeList>");
  xml.insert(xml.find("</MedlineCitation>"), "<CommentsCorrectionsList>" + corrections + "</CommentsCorrectionsList>");
  return article_set(xml);
}

std::string correction(const std::string& ref_type) {
  return "<CommentsCorrections RefType=\"" + ref_type +
         "\"><RefSource>Invented J. 2031;2:9</RefSource><PMID Version=\"1\">777</PMID></CommentsCorrections>";
}

/// One claim that one trial supports, checked on two days. The second day comes by taking the date of the last question
/// back, as the program's clock cannot be set.
class OnTheNextDay : public testing::Test {
 protected:
  OnTheNextDay() { server_.add(trial()); }

  [[nodiscard]] Outcome check(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments{"check", claims_, "--library", library_, "--eutils-url", server_.url()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_claimcheck(arguments, {.environment = {{"NCBI_API_KEY", "keyForThePaceAlone"}}});
  }

  json check_as_json(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments{"--json", "-"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Outcome outcome = check(arguments);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    return json::parse(outcome.out)["claims"][0];
  }

  void let_a_day_pass() const {
    Library library = Library::open(library_, false);
    const auto trial = library.find(std::vector<Pmid>{kTrial});
    library.keep_citations(trial, "2031-02-03");
  }

  TemporaryFolder folder_;
  EutilsServer server_;
  std::string library_ = folder_.file("library.db");
  std::string claims_ = folder_.file("claims.json", one_claim("Ketamine may reduce depression."));
};

TEST_F(OnTheNextDay, ARetractionChangesTheReport) {
  struct Case {
    std::string name;
    std::string types;
    std::string corrections;
  };
  const Case cases[] = {
      {"type", "<PublicationType UI=\"D016441\">Retracted Publication</PublicationType>", ""},
      {"notice alone", "", correction("RetractionIn")},
  };
  for (const Case& each : cases) {
    server_.add(trial());
    std::filesystem::remove(library_);
    EXPECT_EQ(check_as_json()["verdict"]["tag"], "supported") << each.name;
    server_.add(trial(each.types, each.corrections));
    EXPECT_EQ(check_as_json()["verdict"]["tag"], "supported") << "asked for once a day: " << each.name;
    let_a_day_pass();
    const json claim = check_as_json();
    EXPECT_EQ(claim["verdict"]["tag"], "unsupported") << each.name;
    EXPECT_EQ(claim["verdict"]["reasons"][0]["code"], "retracted_only") << each.name;
    EXPECT_TRUE(claim["citations"][0]["retracted"]) << each.name;
    EXPECT_THAT(claim["problems"], IsEmpty());
    // The library has it now, for use without a network too.
    EXPECT_EQ(check_as_json({"--offline"})["verdict"]["tag"], "unsupported") << each.name;
  }
}

TEST_F(OnTheNextDay, AnExpressionOfConcernIsShownAndAnErratumIsNoRetraction) {
  EXPECT_EQ(check_as_json()["findings"][0]["concern"], false);
  server_.add(trial("", correction("ExpressionOfConcernIn")));
  let_a_day_pass();
  const json concern = check_as_json();
  EXPECT_EQ(concern["findings"][0]["concern"], true);
  EXPECT_EQ(concern["findings"][0]["retracted"], false);

  server_.add(trial("", correction("ErratumIn")));
  let_a_day_pass();
  const json erratum = check_as_json();
  EXPECT_EQ(erratum["verdict"]["tag"], "supported");
  EXPECT_EQ(erratum["findings"][0]["retracted"], false);
  EXPECT_EQ(erratum["findings"][0]["concern"], false);
  EXPECT_EQ(erratum["citations"][0]["notices"][0]["kind"], "erratum_in");
  EXPECT_EQ(erratum["citations"][0]["notices"][0]["pmid"], 777);
  const Outcome html = check({"--html", "-"});
  EXPECT_THAT(html.out, AllOf(HasSubstr("<strong>Erratum</strong>: Invented J. 2031;2:9"),
                              HasSubstr("https://pubmed.ncbi.nlm.nih.gov/777/"), Not(HasSubstr("<strong>Retracted"))));
}

TEST_F(OnTheNextDay, AWithdrawnCitationIsSaidAndNoLongerRead) {
  check_as_json();
  server_.remove(kTrial);
  let_a_day_pass();
  const json claim = check_as_json();
  EXPECT_EQ(claim["verdict"]["tag"], "unsupported");
  EXPECT_THAT(claim["problems"].dump(), HasSubstr("PubMed has withdrawn PMID 501"));
  const Outcome show = run_claimcheck({"library", "show", "--library", library_, "501"});
  EXPECT_THAT(show.err, HasSubstr("PMID 501 is not in the library"));
}

TEST_F(OnTheNextDay, AStatusThatCannotBeAskedIsSaid) {
  check_as_json();
  let_a_day_pass();
  server_.inject(Fault::garble);
  const Outcome outcome = check();
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("1 supported"), HasSubstr("status last checked on 2031-02-03.")));
}

}  // namespace
}  // namespace claimcheck
