#include <fcntl.h>
#include <gmock/gmock.h>
#include <stdlib.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/child_process.h"
#include "cli/fixtures.h"
#include "support/shell.h"

namespace claimcheck {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class ReportFiles : public testing::Test {
 protected:
  ReportFiles() {
    const std::string file =
        folder_.file("fill.xml", article_set(article_xml(1, "Ketamine and the bladder: a cohort study",
                                                         "Bladder damage occurred in 12 of 40 ketamine users.")));
    run_claimcheck({"library", "import", "-q", "--library", library_, file});
  }

  [[nodiscard]] std::vector<std::string> arguments(std::vector<std::string> more) const {
    more.insert(more.begin(), {"check", claims_, "--offline", "--library", library_});
    return more;
  }

  TemporaryFolder folder_;
  std::string library_ = folder_.file("library.db");
  std::string claims_ = folder_.file("claims.json", one_claim(kClaim));
};

TEST_F(ReportFiles, AreAllWrittenByOneRun) {
  std::vector<std::string> options;
  for (const char* format : {"json", "html", "md", "xlsx", "csv", "sarif", "ris", "nbib", "csl", "methods", "flow"}) {
    options.push_back(std::string("--") + format);
    options.push_back(folder_.file(std::string("report.") + format));
  }
  const Outcome outcome = run_claimcheck(arguments(options));
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("C-01"));  // the report for people is printed beside them
  const auto text = [this](const char* format) {
    return read_whole_file(folder_.file(std::string("report.") + format));
  };
  EXPECT_EQ(json::parse(text("json"))["claims"].size(), 1U);
  EXPECT_THAT(text("html"), StartsWith("<!DOCTYPE html>"));
  EXPECT_THAT(text("md"), StartsWith("# Claim check\n"));
  EXPECT_THAT(text("xlsx"), StartsWith("PK"));
  EXPECT_THAT(text("csv"), AllOf(StartsWith("Claim ID,Tag,"), HasSubstr("\r\nC-01,")));
  EXPECT_EQ(json::parse(text("sarif"))["runs"][0]["results"].size(), 1U);
  EXPECT_THAT(text("ris"), AllOf(StartsWith("TY  - JOUR\r\n"), HasSubstr("KW  - claimcheck: C-01 ")));
  EXPECT_THAT(text("nbib"), StartsWith("PMID- 1\n"));
  EXPECT_EQ(json::parse(text("csl"))[0]["PMID"], "1");
  EXPECT_THAT(text("methods"), StartsWith("# Methods\n"));
  EXPECT_THAT(text("flow"), HasSubstr("<svg "));
}

TEST_F(ReportFiles, TakeStandardOutputForThemselves) {
  EXPECT_TRUE(json::accept(run_claimcheck(arguments({"--sarif", "-"})).out));
  EXPECT_THAT(run_claimcheck(arguments({"--md", "-"})).out, StartsWith("# Claim check\n"));
  EXPECT_THAT(run_claimcheck(arguments({"--xlsx", "-"})).out, StartsWith("PK"));
  EXPECT_EQ(run_claimcheck(arguments({"--md", "-", "--csv", "-"})).exit_code, 2);
}

TEST_F(ReportFiles, FitTheirPublishedSchema) {
  if (run_shell("python3 -c 'import jsonschema'").status != 0) GTEST_SKIP() << "python3-jsonschema is not installed";
  const std::string records = CLAIMCHECK_SOURCE_DIR "/claims/sample-library/digests.xml";
  ASSERT_EQ(run_claimcheck({"library", "import", "-q", "--library", library_, records}).exit_code, 0);
  json claims = json::parse(read_whole_file(CLAIMCHECK_SOURCE_DIR "/claims/ketamine.json"));
  claims["claims"].erase(claims["claims"].begin() + 8, claims["claims"].end());
  const std::string file = folder_.file("some.json", claims.dump());
  const std::string report = folder_.file("report.json");
  EXPECT_EQ(run_claimcheck({"check", file, "-q", "--offline", "--library", library_, "--json", report}).exit_code, 0);
  const ShellOutcome outcome = run_shell(
      "python3 -c 'import json, jsonschema, sys\n"
      "jsonschema.validate(json.load(open(sys.argv[1])), json.load(open(sys.argv[2])))' " +
      report + " " CLAIMCHECK_SOURCE_DIR "/docs/report.schema.json");
  EXPECT_EQ(outcome.status, 0) << outcome.out;
}

TEST_F(ReportFiles, BeginTheCsvWithAByteOrderMarkWhereAsked) {
  EXPECT_THAT(run_claimcheck(arguments({"--csv", "-", "--csv-bom"})).out, StartsWith("\xEF\xBB\xBF"
                                                                                     "Claim ID"));
  const Outcome alone = run_claimcheck(arguments({"--csv-bom"}));
  EXPECT_EQ(alone.exit_code, 2);
  EXPECT_THAT(alone.err, HasSubstr("--csv"));
}

TEST_F(ReportFiles, KeepAWorkbookOffATerminal) {
  const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
  ASSERT_GE(terminal, 0);
  ASSERT_EQ(grantpt(terminal), 0);
  ASSERT_EQ(unlockpt(terminal), 0);
  const Outcome outcome = run_claimcheck(arguments({"--xlsx", "-"}), {.output = ptsname(terminal)});
  close(terminal);
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("name a file for --xlsx"));
}

}  // namespace
}  // namespace claimcheck
