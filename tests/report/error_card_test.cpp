#include "report/error_card.h"

#include <gtest/gtest.h>

#include "report/html_error_card.h"
#include "report/sample_run.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

TEST(ErrorCard, HoldsRatesForEachWayOfReading) {
  const ErrorCard& card = error_card();
  ASSERT_GE(card.stances.size(), 4U);
  for (const StanceRates& rates : card.stances) {
    EXPECT_GT(rates.items, 0U) << rates.set;
    EXPECT_LE(rates.supports.said + rates.opposes.said, rates.items) << rates.set;
    EXPECT_GE(rates.reversed, 0) << rates.set;
    EXPECT_LE(rates.supports.right, 1) << rates.set;
  }
  ASSERT_EQ(card.others.size(), 3U);
  EXPECT_TRUE(card.others[0].reversed);
  EXPECT_FALSE(card.others[1].reversed);
  EXPECT_GT(card.readings, 1000U);
}

TEST(ErrorCard, SaysWhatItWasMeasuredOn) {
  const ErrorCard& card = error_card();
  EXPECT_NE(card.note.find("development sets"), std::string::npos);
  EXPECT_NE(card.note.find("abstracts only"), std::string::npos);
  for (const StanceRates& rates : card.stances) {
    EXPECT_EQ(rates.trained_on, card.note.find(rates.set) != std::string::npos) << rates.set;
  }
}

TEST(DescribeRate, GivesTheShareAndOfHowMany) {
  EXPECT_EQ(describe_rate({30, 0.7667}), "77 % of 30");
  EXPECT_EQ(describe_rate({0, 0}), "never said");
  EXPECT_EQ(describe_rate({4, 0}), "0 % of 4");
  EXPECT_EQ(describe_share(0.0072), "0.7 %");
  EXPECT_EQ(describe_share(1), "100 %");
}

TEST(DescribeOthers, NamesReversalsOnlyWhereAnAnswerHasAnOpposite) {
  ErrorCard card;
  card.others = {{"way of a change", "A", 200, 0.9, 0.05, true}, {"parts", "B", 50, 0.8, {}, false}};
  EXPECT_EQ(describe_others(card), "way of a change 90 % of 200 (A), reversed 5 %; parts 80 % of 50 (B)");
}

TEST(WriteErrorCardHtml, EscapesWhatItIsGiven) {
  ErrorCard card;
  card.note = "a < b";
  card.stances = {{"<i>", "set", 10, {5, 0.8}, {0, 0}, 0.1, true}};
  const std::string html = write_error_card_html(card).markup();
  EXPECT_NE(html.find("&lt;i&gt;"), std::string::npos);
  EXPECT_NE(html.find("a &lt; b"), std::string::npos);
  EXPECT_NE(html.find("n = 10, trained on"), std::string::npos);
  EXPECT_NE(html.find("never said"), std::string::npos);
}

TEST(Reports, AllCarryTheErrorCard) {
  const claimcheck::Run run = sample_run();
  EXPECT_NE(write_html(run).find("<summary>How often the reader is right</summary>"), std::string::npos);
  EXPECT_NE(write_text(run, {}).find("How often the reader is right"), std::string::npos);
  EXPECT_NE(write_json(run).find("\"error_card\": {"), std::string::npos);
}

}  // namespace
}  // namespace claimcheck
