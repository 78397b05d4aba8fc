#include <gmock/gmock.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/child_process.h"
#include "cli/fixtures.h"
#include "cli/pubmed_mirror.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

constexpr const char* kFirst = "baseline/pubmed26n0001.xml.gz";
constexpr const char* kSecond = "updatefiles/pubmed26n0002.xml.gz";

class SyncUrl : public testing::Test {
 protected:
  SyncUrl() {
    server_.add(kFirst, many_articles(30));
    server_.add(kSecond, article_set(article_xml(31, "Brazil nut", "Nobody ate it.")));
  }
  Outcome sync(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments{"library", "sync", "-q", "--library", library_, "--from", server_.url()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_claimcheck(arguments, {.environment = {{"no_proxy", "127.0.0.1"}}});
  }
  std::size_t citations() const {
    const std::string status = run_claimcheck({"library", "status", "--json", "--library", library_}).out;
    return nlohmann::json::parse(status)["citations"].get<std::size_t>();
  }

  TemporaryFolder folder_;
  std::string library_ = folder_.file("library.db");
  PubmedMirrorServer server_;
};

TEST_F(SyncUrl, DownloadsChecksAndRemovesEachFile) {
  const Outcome outcome = sync();
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(citations(), 31U);
  EXPECT_FALSE(fs::exists(library_ + ".download"));
  EXPECT_EQ(sync().exit_code, 0);
  EXPECT_EQ(server_.asked(kFirst), 1) << "what was applied is not downloaded again";
}

TEST_F(SyncUrl, NeverAsksForWhatLeadsOutOfTheFolder) {
  server_.say("",
              "<a href=\"../baseline/\"></a><a href=\"/x/pubmed26n0001.xml.gz\"></a>"
              "<a href=\"../../pubmed26n0001.xml.gz\"></a><a href=\"http://127.0.0.1:1/pubmed26n0001.xml.gz\">");
  const Outcome outcome = sync();
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("there are no PubMed files here"));
  EXPECT_EQ(server_.asked(""), 1);
  EXPECT_FALSE(fs::exists(library_));
}

TEST_F(SyncUrl, KeepsWhatItDownloadedWhenAsked) {
  const std::string kept = folder_.file("kept");
  EXPECT_EQ(sync({"--keep", kept}).exit_code, 2) << "there is no such folder";
  fs::create_directories(kept);
  EXPECT_EQ(sync({"--keep", kept}).exit_code, 0);
  EXPECT_EQ(read_whole_file(fs::path(kept) / "pubmed26n0001.xml.gz"), many_articles(30));

  const std::string other = folder_.file("other.db");
  EXPECT_EQ(run_claimcheck({"library", "sync", "-q", "--library", other, "--from", kept}).err, "");
  fs::remove(library_);
  fs::remove(library_ + "-wal");
  EXPECT_EQ(sync({"--keep", kept}).exit_code, 0);
  EXPECT_EQ(server_.asked(kFirst), 1) << "it is in the folder already, and its MD5 is right";
}

TEST_F(SyncUrl, TakesUpADownloadThatBrokeOff) {
  ServedResponse half;
  half.body = many_articles(30);
  half.send_only = 1000;
  half.ending = ServedResponse::Ending::close;
  server_.answer_first(kFirst, half, 1);
  EXPECT_EQ(sync().exit_code, 0);
  EXPECT_EQ(citations(), 31U);
  EXPECT_EQ(server_.asked(kFirst), 2);
}

TEST_F(SyncUrl, AsksOnceMoreWhenTheMd5IsWrongThenGivesUp) {
  ServedResponse other;
  other.body = many_articles(29);
  server_.answer_first(kFirst, other, 1);
  EXPECT_EQ(sync().exit_code, 0);
  EXPECT_EQ(citations(), 31U);

  library_ = folder_.file("second.db");
  server_.answer_first(kSecond, other, 9);
  const Outcome outcome = sync();
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("pubmed26n0002.xml.gz is damaged"));
  EXPECT_EQ(citations(), 30U);
  EXPECT_FALSE(fs::exists(library_ + ".download"));
}

TEST_F(SyncUrl, SaysWhatIsNotThere) {
  server_.lose(kSecond);
  const Outcome outcome = sync();
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr(server_.url() + kSecond + ": answered 404"));
  EXPECT_EQ(citations(), 30U);
}

TEST_F(SyncUrl, FollowsARedirectOnTheSameServerOnly) {
  ServedResponse moved;
  moved.status = 301;
  moved.headers.emplace_back("Location", "/" + std::string(kFirst) + "?copy");
  server_.answer_first(kFirst, moved, 1);
  EXPECT_EQ(sync().exit_code, 0);

  library_ = folder_.file("second.db");
  moved.headers[0].second = "http://localhost:1/pubmed26n0001.xml.gz";
  server_.answer_first(kFirst, moved, 1);
  const Outcome outcome = sync();
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("redirected to another server"));
}

TEST_F(SyncUrl, WantsAnMd5UnlessToldOtherwise) {
  server_.say("baseline/", "<a href=\"pubmed26n0001.xml.gz\"></a>");
  const Outcome outcome = sync();
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--without-md5"));
  EXPECT_EQ(sync({"--without-md5"}).exit_code, 0);
  EXPECT_EQ(citations(), 31U);

  library_ = folder_.file("second.db");
  server_.say("updatefiles/pubmed26n0002.xml.gz.md5", "<h1>Sorry</h1>");
  EXPECT_THAT(sync({"--without-md5"}).err, HasSubstr("there is no MD5 of pubmed26n0002.xml.gz in it"));
}

TEST_F(SyncUrl, EndsWith3WhenNobodyAnswers) {
  const Outcome outcome =
      run_claimcheck({"library", "sync", "-q", "--library", library_, "--from", "http://127.0.0.1:1/"},
                     {.environment = {{"no_proxy", "127.0.0.1"}}});
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("http://127.0.0.1:1/"));
  EXPECT_FALSE(fs::exists(library_));
}

}  // namespace
}  // namespace claimcheck
