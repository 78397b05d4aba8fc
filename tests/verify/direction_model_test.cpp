#include "verify/direction_model.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <string>
#include <vector>

#include "concepts/vocabulary.h"
#include "verify/frame_slots.h"

namespace claimcheck {
namespace {

constexpr ComparisonWords kPain{"almorin", "placebo", "pain", Valence::bad};

/// A row of minimal_comparisons.tsv.
struct Minimal {
  std::string family, intervention, comparator, outcome, reported, passage;
};

std::vector<Minimal> minimal_comparisons() {
  std::vector<Minimal> rows;
  std::ifstream file(CLAIMCHECK_SOURCE_DIR "/tests/verify/minimal_comparisons.tsv");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::array<std::string, 6> cells;
    std::size_t at = 0;
    for (std::string& cell : cells) {
      const std::size_t end = std::min(line.find('\t', at), line.size());
      cell = line.substr(at, end - at);
      at = std::min(end + 1, line.size());
    }
    rows.push_back({cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]});
  }
  return rows;
}

DirectionReading read_row(const Minimal& row, bool swapped) {
  const Vocabulary& vocabulary = builtin_vocabulary();
  const Valence valence = outcome_valence(read_slot(row.outcome, vocabulary), vocabulary);
  const std::string& intervention = swapped ? row.comparator : row.intervention;
  const std::string& comparator = swapped ? row.intervention : row.comparator;
  return read_direction(row.passage, {intervention, comparator, row.outcome, valence});
}

TEST(ReadDirection, TellsMinimalPairsApart) {
  const std::vector<Minimal> rows = minimal_comparisons();
  ASSERT_GE(rows.size(), 160U);
  for (const Minimal& row : rows)
    EXPECT_EQ(to_string(read_row(row, false).reported), row.reported) << row.family << ": " << row.passage;
}

TEST(ReadDirection, SaysTheOppositeWhenTheArmsChangePlaces) {
  for (const Minimal& row : minimal_comparisons()) {
    if (row.family != "than" && row.family != "comparator first" && row.family != "amount") continue;
    if (row.passage.find("almorin") == std::string::npos || row.passage.find("placebo") == std::string::npos) continue;
    const std::string expected = row.reported == "increase"   ? "decrease"
                                 : row.reported == "decrease" ? "increase"
                                                              : row.reported;
    EXPECT_EQ(to_string(read_row(row, true).reported), expected) << row.passage;
  }
}

TEST(ReadDirection, GivesAProbability) {
  const DirectionReading clear = read_direction("There was no significant difference in pain (P = 0.4).", kPain);
  EXPECT_GT(clear.probability, 0.7);
  EXPECT_LE(clear.probability, 1.0);
  const DirectionReading empty = read_direction("", kPain);
  EXPECT_GT(empty.probability, 0.0);
  EXPECT_LE(empty.probability, 1.0);
}

TEST(ReadDirection, TakesSlotsWithoutWords) {
  for (const char* passage : {"", ".", "()", "Pain was lower.", "12 vs 20", "1 2 3\n4\n0.05"}) {
    EXPECT_LE(read_direction(passage, {"", "", "", Valence::neutral}).probability, 1.0) << passage;
    EXPECT_LE(read_direction(passage, {"a", "a", "a", Valence::good}).probability, 1.0) << passage;
  }
}

}  // namespace
}  // namespace claimcheck
