#include "core/section_label.h"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

struct LabelCase {
  std::string_view label;
  SectionRole role;
};

class RoleOfLabel : public testing::TestWithParam<LabelCase> {};

TEST_P(RoleOfLabel, FollowsTheLabel) {
  EXPECT_EQ(role_of_label(GetParam().label), GetParam().role);
}

constexpr LabelCase kPlain[] = {
    {"METHODS", SectionRole::methods},
    {"Results", SectionRole::results},
    {"main outcome measures", SectionRole::methods},
    {"FINDINGS", SectionRole::results},
    {"Interpretation:", SectionRole::conclusions},
    {"CONCLUSION(S)", SectionRole::conclusions},
    {"Conclusion", SectionRole::conclusions},
    {"OBJECTIVE", SectionRole::objective},
    {"AIM(S)", SectionRole::objective},
    {"Aims", SectionRole::objective},
    {"BACKGROUND", SectionRole::background},
    {"Introduction", SectionRole::background},
    {"[Purpose]", SectionRole::objective},
    {"OUTCOMES", SectionRole::results},
    {"Discussion", SectionRole::conclusions},
};
INSTANTIATE_TEST_SUITE_P(Plain, RoleOfLabel, testing::ValuesIn(kPlain));

constexpr LabelCase kMixed[] = {
    {"METHODS AND RESULTS", SectionRole::results},
    {"Methodology/Principal Findings", SectionRole::results},
    {"MEASUREMENTS AND MAIN RESULTS", SectionRole::results},
    {"Results and Conclusions", SectionRole::results},
    {"Conclusions and Clinical Importance", SectionRole::conclusions},
    {"AUTHORS' CONCLUSIONS", SectionRole::conclusions},
    {"Background/Aims", SectionRole::objective},
    {"Objective and methods", SectionRole::methods},
    {"Design, setting, and participants", SectionRole::methods},
    {"Primary and secondary outcome measures", SectionRole::methods},
    {"SUMMARY OF BACKGROUND DATA", SectionRole::background},
    {"Wider implications of the findings", SectionRole::conclusions},
    {"Data synthesis", SectionRole::results},
    {"Data sources", SectionRole::methods},
};
INSTANTIATE_TEST_SUITE_P(Mixed, RoleOfLabel, testing::ValuesIn(kMixed));

constexpr LabelCase kUntold[] = {
    {"", SectionRole::unassigned},
    {"UNLABELLED", SectionRole::unassigned},
    {"Trial registration", SectionRole::unassigned},
    {"Funding", SectionRole::unassigned},
    {"Resultsandmore", SectionRole::unassigned},
    {"Méthodes", SectionRole::unassigned},
    {"...", SectionRole::unassigned},
};
INSTANTIATE_TEST_SUITE_P(Untold, RoleOfLabel, testing::ValuesIn(kUntold));

TEST(NamesMethodsAndResults, HoldsForLabelsThatNameBoth) {
  EXPECT_TRUE(names_methods_and_results("METHODS AND FINDINGS"));
  EXPECT_TRUE(names_methods_and_results("Methodology/Principal Findings"));
  EXPECT_FALSE(names_methods_and_results("METHODS"));
  EXPECT_FALSE(names_methods_and_results("RESULTS"));
  EXPECT_FALSE(names_methods_and_results(""));
}

}  // namespace
}  // namespace claimcheck
