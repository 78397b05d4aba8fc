#include <gmock/gmock.h>

#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/child_process.h"
#include "cli/fixtures.h"
#include "intake/sha256.h"
#include "library/capsule.h"

namespace claimcheck {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

/// A library of invented records, two claims, and the capsule of their check.
class CapsuleFile : public testing::Test {
 protected:
  CapsuleFile() {
    import(article_xml(1, "Bladder damage with ketamine", "Ketamine caused bladder damage in 9 of 40 users.") +
           article_xml(2, "Ketamine for depression", "Ketamine reduced depression scores (p = 0.001)."));
    check_ = check();
  }

  void import(const std::string& articles) const {
    run_claimcheck({"library", "import", "-q", "--library", library_, folder_.file("fill.xml", article_set(articles))});
  }

  [[nodiscard]] Outcome check(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments{"check",  claims_, "--offline", "--library", library_,
                                       "--json", json_,   "--capsule", capsule_};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_claimcheck(arguments);
  }

  [[nodiscard]] Outcome replay(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments{"replay", capsule_};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_claimcheck(arguments, {.no_sockets = true});
  }

  [[nodiscard]] Outcome recheck(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments{"recheck", capsule_, "--offline", "--library", library_};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_claimcheck(arguments, {.no_sockets = true});
  }

  [[nodiscard]] Capsule read() const { return read_capsule(read_whole_file(capsule_), capsule_, sha256_hex); }
  void write(const Capsule& capsule) const { folder_.file("march.capsule", write_capsule(capsule, sha256_hex)); }

  TemporaryFolder folder_;
  std::string library_ = folder_.file("library.db");
  std::string json_ = folder_.file("report.json");
  std::string capsule_ = folder_.file("march.capsule");
  std::string claims_ = folder_.file(
      "claims.json", R"({"schema_version": 1, "claims": [{"id": "A", "text": "Ketamine causes no bladder damage."},
                                                         {"id": "B", "text": "Ketamine reduces depression."}]})");
  Outcome check_;
};

TEST_F(CapsuleFile, IsWrittenBesideTheReportAndTellsItsSeal) {
  EXPECT_EQ(check_.exit_code, 0) << check_.err;
  const std::string bytes = read_whole_file(capsule_);
  EXPECT_THAT(check_.err, HasSubstr("capsule: " + capsule_ + ", seal " + std::string(seal_of_capsule(bytes)) + "\n"));
  EXPECT_EQ(read().report, read_whole_file(json_));
  EXPECT_EQ(read().inputs[0].text, read_whole_file(claims_));
  EXPECT_TRUE(json::accept(bytes)) << "other programs can read it";
  EXPECT_EQ(check().exit_code, 0);
  EXPECT_EQ(read_whole_file(capsule_), bytes) << "the same run, the same bytes";
}

TEST_F(CapsuleFile, TellsNoFolder) {
  EXPECT_THAT(read_whole_file(capsule_), Not(HasSubstr(folder_.path().string())));
  std::filesystem::remove(library_);
  import("");
  EXPECT_EQ(check().exit_code, 3);
  EXPECT_THAT(read_whole_file(capsule_),
              AllOf(Not(HasSubstr(folder_.path().string())), HasSubstr("The library library.db holds no citations")));
  EXPECT_EQ(replay().exit_code, 0) << "a failed search is replayed as it failed";
}

TEST_F(CapsuleFile, IsReplayedByteForByteWithoutLibraryAndSocket) {
  std::filesystem::remove(library_);
  std::filesystem::remove(claims_);
  const Outcome outcome = replay({"--json", folder_.file("again.json")});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out,
              AllOf(HasSubstr("reproduced, byte for byte"), HasSubstr(sha256_hex(read_whole_file(json_)))));
  EXPECT_EQ(read_whole_file(folder_.file("again.json")), read_whole_file(json_));
  const Outcome piped = run_claimcheck({"replay", "-", "--json", "-", "-q"}, {.input = read_whole_file(capsule_)});
  EXPECT_EQ(piped.out, read_whole_file(json_));
  EXPECT_THAT(piped.err, HasSubstr("standard input: reproduced"));
}

TEST_F(CapsuleFile, KeepsTheOptionsOfTheRun) {
  EXPECT_EQ(check({"--limit", "1"}).exit_code, 0);
  EXPECT_EQ(read().facts.limit, 1U);
  EXPECT_EQ(replay().exit_code, 0);
  EXPECT_EQ(check({"--expand"}).exit_code, 3) << "the library knows no links";
  EXPECT_TRUE(read().facts.expand);
  EXPECT_EQ(replay().exit_code, 0);
}

TEST_F(CapsuleFile, HoldsTheMeshThatItWasReadWith) {
  const std::string mesh =
      folder_.file("d2031.bin", "*NEWRECORD\nRECTYPE = D\nMH = Zorblaxin\nMN = D03.1\nUI = D990001\n");
  ASSERT_EQ(run_claimcheck({"library", "import-mesh", "-q", "--library", library_, mesh}).exit_code, 0);
  import(article_xml(3, "Zorblaxin for depression", "Zorblaxin reduced depression scores (p = 0.001)."));
  folder_.file("claims.json", one_claim("Zorblaxin reduces depression.", "Z"));
  EXPECT_EQ(check().exit_code, 0);
  EXPECT_EQ(read().mesh.size(), 1U);
  std::filesystem::remove(library_);
  EXPECT_EQ(replay().exit_code, 0);
  import(article_xml(3, "Zorblaxin for depression", "Zorblaxin reduced depression scores (p = 0.001)."));
  EXPECT_THAT(recheck().out, HasSubstr("although the library has no MeSH"));
}

TEST_F(CapsuleFile, WithAChangedByteIsRefusedByEveryCommand) {
  std::string bytes = read_whole_file(capsule_);
  bytes[bytes.find("9 of 40")] = '8';
  folder_.file("march.capsule", bytes);
  for (const Outcome& outcome :
       {replay(), recheck(), run_claimcheck({"explain", capsule_, "A"}, {.no_sockets = true})}) {
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, AllOf(StartsWith("claimcheck: " + capsule_), HasSubstr("part 'citations' was changed")));
  }
}

TEST_F(CapsuleFile, OfOtherRulesIsToldClaimByClaim) {
  Capsule capsule = read();
  json report = json::parse(capsule.report);
  report["provenance"]["rules_version"] = 0;
  report["provenance"]["tool_version"] = "0.0.9";
  report["claims"][1]["verdict"]["tag"] = "invented";
  report["claims"][1]["verdict"]["sub_tag"] = "none";
  capsule.report = report.dump(2) + "\n";
  capsule.facts.rules_version = 0;
  capsule.facts.tool_version = "0.0.9";
  write(capsule);
  const Outcome outcome = replay({"--json", folder_.file("again.json")});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.out,
              AllOf(HasSubstr("NOT reproduced"), HasSubstr("rules version 0 -> "), HasSubstr("tool version 0.0.9 -> "),
                    HasSubstr("1 of 2 claims differ."), HasSubstr("B: invented -> ")));
  EXPECT_EQ(json::parse(read_whole_file(folder_.file("again.json"))), json::parse(read_whole_file(json_)))
      << "what this program makes of it names this program";

  const Outcome explained = run_claimcheck({"explain", capsule_, "B"}, {.no_sockets = true});
  EXPECT_THAT(explained.err, HasSubstr("was made by rules 0, this explanation by rules "));
  const Outcome changed = recheck();
  EXPECT_EQ(changed.exit_code, 1);
  EXPECT_THAT(changed.out, AllOf(HasSubstr("B  invented -> "), HasSubstr("by this program's rules")));
}

TEST_F(CapsuleFile, ThatDoesNotHoldWhatTheseRulesAskForSaysSo) {
  Capsule capsule = read();
  for (ClaimAnswers& claim : capsule.recording.answers) claim.searches.clear();
  write(capsule);
  const Outcome outcome = replay();
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("-> could not check"), HasSubstr("holds no answer to a search")));
}

TEST_F(CapsuleFile, IsExplainedAsTheLiveRunIs) {
  for (const std::vector<std::string>& more : {std::vector<std::string>{}, std::vector<std::string>{"--json"}}) {
    std::vector<std::string> live{"explain", claims_, "A", "--offline", "--library", library_};
    std::vector<std::string> stored{"explain", capsule_, "A"};
    live.insert(live.end(), more.begin(), more.end());
    stored.insert(stored.end(), more.begin(), more.end());
    const Outcome outcome = run_claimcheck(stored, {.no_sockets = true});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(outcome.out, run_claimcheck(live).out);
  }
  EXPECT_THAT(run_claimcheck({"explain", capsule_, "C"}).err, HasSubstr("has no claim 'C'"));
  const Outcome refused = run_claimcheck({"explain", capsule_, "A", "--limit", "3"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("explained from what it holds; leave out"));
  EXPECT_EQ(run_claimcheck({"explain", capsule_, "A", "--library", library_}).out,
            run_claimcheck({"explain", capsule_, "A"}).out)
      << "who names the library at every command may go on";
  const Outcome swapped = run_claimcheck({"explain", "A", capsule_});
  EXPECT_EQ(swapped.exit_code, 2);
  EXPECT_THAT(swapped.err, HasSubstr("first the file, then the id: claimcheck explain " + capsule_ + " A"));
}

TEST_F(CapsuleFile, IsNoClaimsFileAndTheOtherWayRound) {
  EXPECT_EQ(run_claimcheck({"check", capsule_, "--offline", "--library", library_}).exit_code, 2);
  const Outcome outcome = run_claimcheck({"replay", claims_});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("claims.json: it is no capsule; make one with claimcheck check"));
}

TEST_F(CapsuleFile, IsNeverReplacedByTheRunThatReadsIt) {
  const std::string before = read_whole_file(capsule_);
  EXPECT_EQ(recheck({"--capsule", capsule_}).exit_code, 2);
  EXPECT_EQ(replay({"--json", capsule_}).exit_code, 2);
  EXPECT_EQ(check({"--html", capsule_}).exit_code, 2);
  EXPECT_EQ(read_whole_file(capsule_), before);
}

TEST_F(CapsuleFile, RecheckedAtOnceHasNotChanged) {
  const Outcome outcome = recheck({"--capsule", folder_.file("april.capsule")});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("2 claims: 0 changed"));
  EXPECT_EQ(read_whole_file(folder_.file("april.capsule")), read_whole_file(capsule_));
  const json changes = json::parse(recheck({"--json", "-"}).out);
  EXPECT_THAT(changes["claims"], IsEmpty());
  EXPECT_EQ(changes["counts"]["claims"], 2);
}

TEST_F(CapsuleFile, RecheckTellsNewEvidence) {
  import(article_xml(9, "Bladder damage with ketamine again", "Ketamine caused bladder damage in 8 of 30 users."));
  const json changes = json::parse(recheck({"--json", "-", "--capsule", folder_.file("april.capsule")}).out);
  ASSERT_EQ(changes["claims"].size(), 1U);
  EXPECT_EQ(changes["claims"][0]["id"], "A");
  EXPECT_EQ(changes["claims"][0]["found"][0]["pmid"], 9);
  EXPECT_EQ(changes["claims"][0]["found"][0]["title"], "Bladder damage with ketamine again");
  EXPECT_EQ(changes["claims"][0]["checked"], true);
  EXPECT_THAT(changes["claims"][0]["searches"], Not(IsEmpty()));
  const Outcome next = run_claimcheck(
      {"recheck", folder_.file("april.capsule"), "--offline", "--library", library_, "-q"}, {.no_sockets = true});
  EXPECT_EQ(next.exit_code, 0);
  EXPECT_THAT(next.out, HasSubstr("2 claims: 0 changed")) << "the new capsule is where the next recheck starts";
}

TEST_F(CapsuleFile, RecheckOpensASocketOnlyWithoutOffline) {
  const Outcome online = run_claimcheck(
      {"recheck", capsule_, "--library", library_, "--eutils-url", "http://127.0.0.1:1/"}, {.no_sockets = true});
  EXPECT_EQ(online.signal, SIGSYS);
}

}  // namespace
}  // namespace claimcheck
