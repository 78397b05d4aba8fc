#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "cli/child_process.h"
#include "cli/fixtures.h"
#include "support/eutils_server.h"

namespace claimcheck {

using nlohmann::json;

inline constexpr const char* kKey = "k3yThatNobodyMaySee";

/// `check` of two claims against a loopback E-utilities server that holds twelve records.
class OnlineFixture : public testing::Test {
 protected:
  OnlineFixture() { server_.add(records_); }

  static std::string records() {
    std::string articles;
    for (int pmid = 1; pmid <= 6; ++pmid) {
      articles += article_xml(pmid, "Bladder damage with ketamine", "Ketamine caused bladder damage in 9 of 40 users.");
    }
    for (int pmid = 7; pmid <= 12; ++pmid) {
      articles += article_xml(pmid, "Ketamine for depression", "Ketamine reduced depression scores (p = 0.001).");
    }
    return article_set(articles);
  }

  [[nodiscard]] std::vector<std::string> arguments(const std::string& library,
                                                   std::vector<std::string> more = {}) const {
    more.insert(more.begin(),
                {"check", claims_, "--json", "-", "--library", folder_.file(library), "--eutils-url", server_.url()});
    return more;
  }

  [[nodiscard]] Outcome check(const std::string& library, const std::vector<std::string>& more = {}) const {
    return run_claimcheck(arguments(library, more), with_key_);
  }

  /// False when the server was not asked so often within a minute.
  [[nodiscard]] bool is_asked(std::size_t requests) const {
    for (int i = 0; i < 6000 && server_.requests().size() < requests; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return server_.requests().size() >= requests;
  }

  /// What a report says, whatever the source was: tags, findings and reasons.
  static json judgement(const Outcome& outcome) {
    json claims = json::parse(outcome.out)["claims"];
    for (json& claim : claims) claim.erase("queries");
    return claims;
  }

  std::string records_ = records();
  EutilsServer server_;
  TemporaryFolder folder_;
  std::string claims_ = folder_.file(
      "claims.json", R"({"schema_version": 1, "claims": [{"id": "A", "text": "Ketamine causes no bladder damage."},
                                                         {"id": "B", "text": "Ketamine reduces depression."}]})");
  /// A key makes requests start every 110 ms instead of every 370.
  ChildOptions with_key_{.environment = {{"NCBI_API_KEY", kKey}}};
};

}  // namespace claimcheck
