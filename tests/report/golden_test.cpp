#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "report/sample_run.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

// Compares with tests/golden/report/<name>; with CLAIMCHECK_UPDATE_GOLDEN=1 in the environment writes it instead.
void expect_golden(const std::string& name, const std::string& text) {
  const std::string path = CLAIMCHECK_SOURCE_DIR "/tests/golden/report/" + name;
  const char* update = std::getenv("CLAIMCHECK_UPDATE_GOLDEN");
  if (update != nullptr && std::string(update) == "1") {
    std::ofstream(path, std::ios::binary) << text;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << path << " is missing; CLAIMCHECK_UPDATE_GOLDEN=1 writes it";
  std::ostringstream golden;
  golden << file.rdbuf();
  EXPECT_TRUE(golden.str() == text) << name << " differs; run again with CLAIMCHECK_UPDATE_GOLDEN=1 and read the diff";
}

TEST(GoldenReport, JsonIsAsBefore) {
  expect_golden("sample.json", write_json(sample_run()));
}

TEST(GoldenReport, HtmlIsAsBefore) {
  expect_golden("sample.html", write_html(sample_run()));
}

TEST(GoldenReport, TextIsAsBefore) {
  expect_golden("sample.txt", write_text(sample_run(), {}));
}

TEST(GoldenReport, NarrowColouredTextIsAsBefore) {
  expect_golden("sample-60-colour.txt", write_text(sample_run(), {true, 60}));
}

TEST(GoldenReport, ExplanationIsAsBefore) {
  std::string text;
  for (const Report& report : sample_run().reports) text += write_explanation(report, {}) + "\n----\n\n";
  expect_golden("explanation.txt", text);
}

TEST(GoldenReport, SameRunGivesTheSameBytes) {
  EXPECT_EQ(write_json(sample_run()), write_json(sample_run()));
  EXPECT_EQ(write_html(sample_run()), write_html(sample_run()));
  EXPECT_EQ(write_text(sample_run(), {}), write_text(sample_run(), {}));
}

}  // namespace
}  // namespace claimcheck
