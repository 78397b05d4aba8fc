#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "text/utf8.h"
#include "verify/frame.h"

namespace claimcheck {
namespace {

struct MinimalFrame {
  std::string claim;
  std::string kind;
  std::string direction;
  std::string demand;
  std::string polarity;
  std::string subject;
  std::string outcome;
  std::string marks;
};

std::vector<MinimalFrame> load() {
  std::ifstream file(CLAIMCHECK_SOURCE_DIR "/tests/verify/minimal_frames.tsv", std::ios::binary);
  std::vector<MinimalFrame> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream columns(line);
    MinimalFrame row;
    for (std::string* column :
         {&row.claim, &row.kind, &row.direction, &row.demand, &row.polarity, &row.subject, &row.outcome, &row.marks}) {
      std::getline(columns, *column, '\t');
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

template <typename E>
void expect_name(E value, const std::string& expected, const std::string& claim) {
  if (expected == "*") return;
  EXPECT_EQ(to_string(value), expected) << claim;
}

void expect_words(const Slot& slot, const std::string& expected, const std::string& claim) {
  if (expected == "*") return;
  EXPECT_NE(fold_case(slot.text).find(fold_case(expected)), std::string::npos) << claim << " | " << slot.text;
}

TEST(MinimalFrames, AreAllRead) {
  const std::vector<MinimalFrame> rows = load();
  EXPECT_GE(rows.size(), 160U);
  for (const MinimalFrame& row : rows) {
    const ClaimFrame frame = read_frame({"T", row.claim, std::nullopt, {}}, builtin_vocabulary());
    EXPECT_EQ(!frame.unresolved.empty(), row.kind == "not_assessed") << row.claim << " | " << frame.unresolved;
    if (row.kind == "not_assessed") continue;
    expect_name(frame.kind, row.kind, row.claim);
    expect_name(frame.direction, row.direction, row.claim);
    expect_name(frame.demand, row.demand, row.claim);
    expect_name(frame.polarity, row.polarity, row.claim);
    expect_words(frame.subject, row.subject, row.claim);
    expect_words(frame.outcome, row.outcome, row.claim);
    EXPECT_EQ(frame.lacks_comparator, row.marks == "alone") << row.claim;
    EXPECT_TRUE(row.marks != "lack" || frame.subject_is_lack || frame.subject.concepts.empty()) << row.claim;
  }
}

// Words that narrow nothing must not keep evidence from supporting a claim.
TEST(MinimalFrames, EverydayWordsAreNotLeftUnread) {
  for (const char* claim :
       {"People taking metformin have a lower risk of cancer.",
        "Given alongside other medicines, gabapentin eases nerve pain.",
        "Patients receiving exercise therapy report less back pain.",
        "Daily use of aspirin increases the chance of developing stomach ulcers.",
        "Research shows that exercise improves sleep.", "Melatonin carries a low risk of dependence."}) {
    EXPECT_TRUE(read_frame({"T", claim, std::nullopt, {}}, builtin_vocabulary()).unread.empty()) << claim;
  }
  const ClaimFrame narrowed =
      read_frame({"T", "Steroids calm inflammation in the left knee.", std::nullopt, {}}, builtin_vocabulary());
  EXPECT_FALSE(narrowed.unread.empty());
}

}  // namespace
}  // namespace claimcheck
