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

constexpr const char* kKey = "keyThatNoCapsuleMayHold";

/// A trial, with more in its MedlineCitation.
std::string trial(int pmid, const std::string& corrections = "") {
  std::string xml =
      article_xml(pmid, "Ketamine for depression: a randomised trial",
                  "Of 640 patients, those who were given ketamine had lower depression scores (p = 0.001).");
  const std::string type = "<PublicationType UI=\"D016449\">Randomized Controlled Trial</PublicationType>";
  xml.insert(xml.find("</Article>"), "<PublicationTypeList>" + type + "</PublicationTypeList>");
  xml.insert(xml.find("</MedlineCitation>"), "<CommentsCorrectionsList>" + corrections + "</CommentsCorrectionsList>");
  return article_set(xml);
}

std::string correction(const std::string& ref_type) {
  return "<CommentsCorrections RefType=\"" + ref_type +
         "\"><RefSource>Invented J. 2031;2:9</RefSource><PMID Version=\"1\">777</PMID></CommentsCorrections>";
}

/// One claim that one trial supports, checked online into a capsule.
class OnlineRecheck : public testing::Test {
 protected:
  OnlineRecheck() {
    server_.add(trial(501));
    const Outcome outcome = run({"check", claims_, "--capsule", capsule_});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  }

  [[nodiscard]] Outcome run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--library", library_, "--eutils-url", server_.url()});
    return run_claimcheck(arguments, {.environment = {{"NCBI_API_KEY", kKey}}});
  }
  [[nodiscard]] Outcome recheck(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments{"recheck", capsule_};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
  }

  TemporaryFolder folder_;
  EutilsServer server_;
  std::string library_ = folder_.file("library.db");
  std::string capsule_ = folder_.file("march.capsule");
  std::string claims_ = folder_.file("claims.json", one_claim("Ketamine may reduce depression."));
};

TEST_F(OnlineRecheck, IsReplayedWithoutASocketAndHoldsNoKey) {
  const Outcome outcome = run_claimcheck({"replay", capsule_}, {.no_sockets = true});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.out;
  EXPECT_THAT(read_whole_file(capsule_), AllOf(Not(HasSubstr(kKey)), Not(HasSubstr(folder_.path().string()))));
}

TEST_F(OnlineRecheck, TellsARetractionOnTheSameDayAndTheTagThatItFlips) {
  server_.add(trial(501, correction("RetractionIn")));
  const Outcome outcome = recheck();
  EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("C-01  supported"), HasSubstr("-> unsupported"),
                                 HasSubstr("PMID 501 was retracted"), HasSubstr("Retracted: Invented J. 2031;2:9")));
}

TEST_F(OnlineRecheck, TellsAnErratumThatFlipsNothing) {
  server_.add(trial(501, correction("ErratumIn")));
  const Outcome outcome = recheck({"--json", "-"});
  EXPECT_EQ(outcome.exit_code, 1);
  const json claim = json::parse(outcome.out)["claims"][0];
  EXPECT_EQ(claim["flipped"], false);
  EXPECT_EQ(claim["notices"][0]["kind"], "erratum_in");
  EXPECT_EQ(claim["notices"][0]["notice_pmid"], 777);
}

TEST_F(OnlineRecheck, TellsNewEvidenceOnTheSameDayAndThatItChangesNothing) {
  server_.add(trial(502));
  const Outcome outcome = recheck();
  EXPECT_EQ(outcome.exit_code, 0) << outcome.out;
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("PMID 502, “Ketamine for depression: a randomised trial”, 2021: quoted"),
                                 HasSubstr("found for the claim, before 1")));
}

TEST_F(OnlineRecheck, TellsAWithdrawnRecord) {
  server_.remove(501);
  const Outcome outcome = recheck();
  EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("PMID 501 was withdrawn from PubMed"));
}

TEST_F(OnlineRecheck, NeverTakesAFailureForNoChange) {
  for (const Fault fault : {Fault::unavailable, Fault::garble, Fault::cut_xml}) {
    server_.inject(fault);
    const Outcome outcome = recheck({"--deadline", "3", "--json", folder_.file("changes.json")});
    EXPECT_EQ(outcome.exit_code, 3) << to_string(fault) << outcome.out;
    const json changes = json::parse(read_whole_file(folder_.file("changes.json")));
    ASSERT_EQ(changes["claims"].size(), 1U) << to_string(fault);
    EXPECT_EQ(changes["claims"][0]["checked"], false);
    EXPECT_THAT(changes["claims"][0]["problems"], Not(IsEmpty()));
    EXPECT_THAT(outcome.out, AllOf(HasSubstr("Could not check"), HasSubstr("1 could not check")));
    server_.inject(Fault::none);
  }
  EXPECT_EQ(recheck().exit_code, 0);
}

}  // namespace
}  // namespace claimcheck
