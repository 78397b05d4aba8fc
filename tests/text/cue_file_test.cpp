#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/error.h"
#include "text/cue_table.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> find(std::string_view table, std::string_view text) {
  std::vector<std::string> found;
  const CueTable cues = CueTable::parse(table, "test");
  for (const Cue& cue : cues.find(tokenize(text))) {
    found.push_back(std::string(to_string(cue.kind)) + ": " + std::string(slice(text, cue.span)));
  }
  return found;
}

std::string complaint(std::string_view table) {
  try {
    CueTable::parse(table, "my.txt");
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    return error.what();
  }
  return "";
}

TEST(CueTable, MatchesWordsAsWrittenOrByStem) {
  EXPECT_THAT(find("[cause]\nboil", "boil boils"), ElementsAre("cause: boil"));
  EXPECT_THAT(find("[cause]\nboil~", "Boil boils"), ElementsAre("cause: Boil", "cause: boils"));
}

TEST(CueTable, TakesAlternativesOptionsAndGaps) {
  constexpr std::string_view kTable = "[hedge]\nhot|cold very? … tea";
  EXPECT_THAT(find(kTable, "hot tea"), ElementsAre("hedge: hot tea"));
  EXPECT_THAT(find(kTable, "cold very good green tea"), ElementsAre("hedge: cold very good green tea"));
  EXPECT_THAT(find(kTable, "warm tea"), IsEmpty());
}

TEST(CueTable, TakesSetsAndNumbers) {
  constexpr std::string_view kTable = "<drink> = tea|milk\n<drink> = water\n[aim]\n<n> <drink>";
  EXPECT_THAT(find(kTable, "5 tea, 1.5 water, five milk"), ElementsAre("aim: 5 tea", "aim: 1.5 water"));
}

TEST(CueTable, KeepsTheLongestOfOneKindAtAPlace) {
  EXPECT_THAT(find("[gap]\ntea\ntea cup", "tea cup tea"), ElementsAre("gap: tea cup", "gap: tea"));
}

TEST(CueTable, HidesWhatAMaskCovers) {
  constexpr std::string_view kTable = "[increase]\nhigh\nhigh tea time\n[mask]\nhigh tea";
  EXPECT_THAT(find(kTable, "high high tea"), ElementsAre("increase: high"));
  EXPECT_THAT(find(kTable, "high tea time"), ElementsAre("increase: high tea time"));
}

TEST(CueTable, SkipsCommentsAndBlankLines) {
  EXPECT_THAT(find("# tea\n\n[aim]\n# milk\r\n cup \r\n", "tea milk cup"), ElementsAre("aim: cup"));
}

TEST(CueTable, TellsWhereAndWhyAFileIsWrong) {
  EXPECT_THAT(complaint("[aim]\ncup\n[tea]\n"), HasSubstr("my.txt:3: unknown kind \"tea\""));
  EXPECT_THAT(complaint("cup\n"), HasSubstr("my.txt:1: a phrase stands before the first [kind]"));
  EXPECT_THAT(complaint("[aim\n"), HasSubstr("closing bracket"));
  EXPECT_THAT(complaint("[aim]\ntea-cup\n"), HasSubstr("\"tea-cup\" is not one word"));
  EXPECT_THAT(complaint("[aim]\n<tea> cup\n"), HasSubstr("the set <tea> is not defined"));
  EXPECT_THAT(complaint("[aim]\ntea? cup?\n"), HasSubstr("not optional"));
  EXPECT_THAT(complaint("[aim]\n… cup\n"), HasSubstr("must begin and end with a word"));
  EXPECT_THAT(complaint("[aim]\n|\n"), HasSubstr("no word"));
}

}  // namespace
}  // namespace claimcheck
