#include <gmock/gmock.h>

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "cli/online_fixture.h"

namespace claimcheck {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

using Network = OnlineFixture;

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST_F(Network, IsShownByDebugHttpWithoutTheKey) {
  const Outcome outcome = check("library.db", {"--debug-http"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(count(outcome.err, "\n> POST "), server_.requests().size());
  EXPECT_EQ(count(outcome.err, "\n< 200, "), server_.requests().size());
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("efetch.fcgi db=pubmed retmode=xml id="), HasSubstr("api_key=***"),
                                 HasSubstr(" ms, usable\n"), Not(HasSubstr(kKey))));
  EXPECT_TRUE(json::accept(outcome.out)) << "standard output is the report's";
  const Outcome cached = check("library.db", {"--debug-http"});
  EXPECT_EQ(count(cached.err, "> "), 0U) << "nothing is asked for what the library holds";
}

TEST_F(Network, IsShownForEveryCommandThatAsksPubMed) {
  const Outcome doctor = run_claimcheck({"doctor", "--debug-http", "--eutils-url", server_.url()}, with_key_);
  EXPECT_THAT(doctor.err, AllOf(HasSubstr("> POST " + server_.url() + "einfo.fcgi"), HasSubstr("usable\n")));
  EXPECT_THAT(doctor.out, HasSubstr(server_.url() + " reachable"));
  const Outcome explain = run_claimcheck(
      {"explain", claims_, "A", "--debug-http", "--library", folder_.file("l.db"), "--eutils-url", server_.url()},
      with_key_);
  EXPECT_THAT(explain.err, AllOf(HasSubstr("esearch.fcgi"), HasSubstr("usable\n")));
}

TEST_F(Network, IsNotTouchedOfflineWhichDebugHttpSays) {
  const std::string file = folder_.file("records.xml", records_);
  run_claimcheck({"library", "import", "-q", "--library", folder_.file("offline.db"), file});
  const Outcome check = run_claimcheck(
      {"check", claims_, "--offline", "--debug-http", "--library", folder_.file("offline.db")}, {.no_sockets = true});
  EXPECT_EQ(check.exit_code, 0);
  EXPECT_THAT(check.err, HasSubstr("--offline: nothing is sent.\n"));
  const Outcome doctor = run_claimcheck({"doctor", "--offline", "--debug-http"}, {.no_sockets = true});
  EXPECT_EQ(doctor.err, "--offline: nothing is sent.\n");
}

TEST_F(Network, FailuresTellWhatPubMedSaid) {
  const std::map<Fault, std::pair<std::string, std::string>> told{
      {Fault::throttle, {"429 Too Many Requests: API rate limit exceeded", "throttled: 429"}},
      {Fault::unavailable, {"503 Service Unavailable", "transient: 503"}},
      {Fault::cut_xml, {"the answer stops before its end", "incomplete: the answer"}},
  };
  for (const auto& [fault, words] : told) {
    server_.inject(fault);
    const Outcome outcome = check(std::string(to_string(fault)) + ".db", {"--deadline", "1", "--debug-http"});
    EXPECT_EQ(outcome.exit_code, 3);
    const std::string problem = json::parse(outcome.out)["claims"][0]["problems"][0];
    EXPECT_THAT(problem, AllOf(HasSubstr(words.first), HasSubstr("limit of 1 s"), HasSubstr("Run again to continue")));
    EXPECT_THAT(outcome.err, HasSubstr(words.second));
  }
}

TEST_F(Network, ThatIsAwayCostsTimeOnceAndIsToldOnce) {
  const Outcome outcome = run_claimcheck({"check", claims_, "--library", folder_.file("l.db"), "--eutils-url",
                                          "http://127.0.0.1:1/", "--debug-http", "--color", "never"},
                                         with_key_);
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_EQ(count(outcome.err, "> POST "), 5U) << "one query was tried, and then no other";
  EXPECT_EQ(count(outcome.out, "did not answer the search"), 1U) << outcome.out;
  EXPECT_THAT(outcome.out, HasSubstr("A, B: PubMed did not answer the search"));
}

TEST_F(Network, EndsAtTheDeadline) {
  server_.inject(Fault::hang);
  const Outcome outcome = check("library.db", {"--deadline", "1"});
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_THAT(outcome.out, HasSubstr("waiting any longer would pass the limit of 1 s"));
  server_.inject(Fault::none);
  EXPECT_EQ(check("library.db", {"--deadline", "60"}).exit_code, 0);
}

TEST_F(Network, OfAnotherServerIsNotGivenTheKey) {
  const Outcome outcome = run_claimcheck({"check", claims_, "--library", folder_.file("l.db"), "--deadline", "1",
                                          "--debug-http", "--eutils-url", "http://me:pa55w0rd@mirror.invalid/"},
                                         with_key_);
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("The NCBI key is not sent to http://***@mirror.invalid/"),
                                 Not(HasSubstr("api_key")), Not(HasSubstr("pa55w0rd"))));
  const Outcome doctor =
      run_claimcheck({"doctor", "--offline", "--json", "--eutils-url", "https://mirror.invalid/"}, with_key_);
  EXPECT_EQ(json::parse(doctor.out)["ncbi_key"]["sent"], false);
  EXPECT_EQ(json::parse(run_claimcheck({"doctor", "--offline", "--json"}, with_key_).out)["ncbi_key"]["sent"], true);
}

TEST_F(Network, WaitsAreSharedThroughAFileThatTellsNoKey) {
  const auto doctor = [this](const std::string& url, const std::string& key) {
    ChildOptions options{.environment = {{"XDG_CACHE_HOME", folder_.file("cache")}}};
    if (!key.empty()) options.environment["NCBI_API_KEY"] = key;
    return json::parse(run_claimcheck({"doctor", "--offline", "--json", "--eutils-url", url}, options).out)["waits"];
  };
  const json mine = doctor(server_.url(), kKey);
  EXPECT_EQ(mine["shared"], true);
  EXPECT_THAT(std::string(mine["path"]),
              AllOf(HasSubstr(folder_.file("cache/claimcheck/starts-")), Not(HasSubstr(kKey))));
  EXPECT_EQ(doctor(server_.url() + "eutils", kKey), mine) << "one server";
  EXPECT_NE(doctor(server_.url(), ""), mine) << "another key";
  EXPECT_NE(doctor("http://127.0.0.1:1/", kKey), mine) << "another server";
  EXPECT_EQ(doctor("https://mirror.invalid/", kKey), doctor("https://mirror.invalid/", "")) << "it gets no key";
}

TEST_F(Network, WorksWhereWaitsCannotBeShared) {
  with_key_.environment["XDG_CACHE_HOME"] = "/proc";
  EXPECT_EQ(check("library.db").exit_code, 0);
  const Outcome doctor = run_claimcheck({"doctor", "--eutils-url", server_.url()}, with_key_);
  EXPECT_EQ(doctor.exit_code, 0);
  EXPECT_THAT(doctor.out, HasSubstr("waits      of each program by itself: /proc/claimcheck/starts-"));
}

}  // namespace
}  // namespace claimcheck
