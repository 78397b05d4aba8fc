#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "cli/child_process.h"
#include "cli/fixtures.h"

namespace claimcheck {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

class LibraryCommands : public testing::Test {
 protected:
  LibraryCommands() {
    const std::string file =
        folder_.file("a.xml", article_set(article_xml(11, "Walnuts and sleep", "Walnuts did not change sleep.") +
                                          article_xml(12, "Almonds and sleep", "Almonds lengthened sleep &lt; 1 h.") +
                                          article_xml(13, "Rest", "Nothing of either kind was eaten.")));
    run_claimcheck({"library", "import", "-q", "--library", library_, file});
  }

  static std::vector<json> lines_of(const std::string& text) {
    std::vector<json> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(json::parse(line));
    return lines;
  }

  TemporaryFolder folder_;
  std::string library_ = folder_.file("library.db");
};

TEST_F(LibraryCommands, SearchAnswersJsonLinesInOrder) {
  const Outcome outcome = run_claimcheck({"library", "search", "--library", library_, "--limit", "2", "--jsonl"},
                                         {.input = R"({"id": "q1", "text": "almonds sleep"})"
                                                   "\n"
                                                   R"({"id": 2, "text": "xylophone"})"
                                                   "\n\n"
                                                   R"({"id": "q3", "text": "walnuts"})"});
  EXPECT_EQ(outcome.exit_code, 0);
  const std::vector<json> answers = lines_of(outcome.out);
  ASSERT_EQ(answers.size(), 3U);
  EXPECT_EQ(answers[0]["id"], "q1");
  ASSERT_EQ(answers[0]["hits"].size(), 2U);
  EXPECT_EQ(answers[0]["hits"][0]["pmid"], 12);
  EXPECT_GT(answers[0]["hits"][0]["score"], answers[0]["hits"][1]["score"]);
  EXPECT_EQ(answers[1], json({{"id", 2}, {"hits", json::array()}}));
  EXPECT_EQ(answers[2]["hits"][0]["pmid"], 11);
}

TEST_F(LibraryCommands, SearchAnswersABadLineByAnErrorAndGoesOn) {
  const Outcome outcome = run_claimcheck(
      {"library", "search", "--library", library_, "--jsonl"},
      {.input = "rubbish\n[1]\n{\"text\": \"a\"}\n{\"id\": \"b\"}\n{\"id\": \"ok\", \"text\": \"walnuts\"}\n"});
  EXPECT_EQ(outcome.exit_code, 2);
  const std::vector<json> answers = lines_of(outcome.out);
  ASSERT_EQ(answers.size(), 5U);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(answers[i]["line"], i + 1);
    EXPECT_TRUE(answers[i]["error"].is_string());
  }
  EXPECT_EQ(answers[4]["id"], "ok");
}

TEST_F(LibraryCommands, SearchTakesTheNamesOfCommandsAsWords) {
  for (const std::string word : {"check", "library", "status", "show"}) {
    const Outcome outcome = run_claimcheck({"library", "search", "--library", library_, "walnuts", word});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("Walnuts and sleep"));
  }
}

TEST_F(LibraryCommands, SearchSaysWhenItFoundNothing) {
  const Outcome outcome = run_claimcheck({"library", "search", "--library", library_, "xylophone"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("nothing found for: xylophone"));
}

TEST_F(LibraryCommands, ShowPrintsOneJsonObjectALine) {
  const Outcome outcome = run_claimcheck({"library", "show", "--library", library_, "--json", "13", "12"});
  EXPECT_EQ(outcome.exit_code, 0);
  const std::vector<json> citations = lines_of(outcome.out);
  ASSERT_EQ(citations.size(), 2U);
  EXPECT_EQ(citations[0]["pmid"], 13);
  EXPECT_EQ(citations[1]["title"], "Almonds and sleep");
  EXPECT_EQ(citations[1]["abstract"][0],
            json({{"label", "RESULTS"}, {"role", "results"}, {"text", "Almonds lengthened sleep < 1 h."}}));
}

TEST_F(LibraryCommands, ShowNamesUnknownPmidsAndPrintsTheOthers) {
  const Outcome outcome = run_claimcheck({"library", "show", "--library", library_, "--json", "99", "11"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.err, "claimcheck: PMID 99 is not in the library\n");
  EXPECT_EQ(lines_of(outcome.out).size(), 1U);
}

TEST_F(LibraryCommands, StatusCounts) {
  const Outcome outcome = run_claimcheck({"library", "status", "--library", library_, "--json"});
  EXPECT_EQ(outcome.exit_code, 0);
  const json status = json::parse(outcome.out);
  EXPECT_EQ(status["citations"], 3);
  EXPECT_EQ(status["with_abstract"], 3);
  EXPECT_EQ(status["files"], 1);
  EXPECT_THAT(run_claimcheck({"library", "status", "--library", library_}).out,
              HasSubstr("citations   3 (3 with abstract, 0 digests, 0 retracted)"));
}

TEST(LibraryOption, NamesTheImportWhenThereIsNoLibrary) {
  const TemporaryFolder folder;
  const std::string missing = folder.file("none.db");
  const std::string claims = folder.file("claims.json", one_claim(kClaim));
  const std::vector<std::vector<std::string>> commands{{"library", "status"},
                                                       {"library", "show", "1"},
                                                       {"library", "search", "walnuts"},
                                                       {"check", claims, "--offline"},
                                                       {"explain", claims, "C-01", "--offline"}};
  for (std::vector<std::string> command : commands) {
    command.insert(command.end(), {"--library", missing});
    const Outcome outcome = run_claimcheck(command);
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("claimcheck library import --library " + missing));
    EXPECT_FALSE(std::filesystem::exists(missing));
  }
}

TEST(LibraryOption, IsTheUsersOwnLibraryByDefault) {
  const TemporaryFolder data;
  const TemporaryFolder folder;
  const ChildOptions options{.environment = {{"XDG_DATA_HOME", data.path().string()}}};
  const std::string file = folder.file("a.xml", many_articles(2));
  EXPECT_EQ(run_claimcheck({"library", "import", file}, options).exit_code, 0);
  EXPECT_TRUE(std::filesystem::exists(data.path() / "claimcheck" / "library.db"));
  EXPECT_THAT(run_claimcheck({"library", "status"}, options).out, HasSubstr("citations   2 "));
}

}  // namespace
}  // namespace claimcheck
