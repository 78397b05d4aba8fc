#include "verify/compliance.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/claim.h"
#include "verify/frame.h"

namespace claimcheck {
namespace {

// What the rules make of one way of wording, in the order of the notes.
constexpr std::string_view kNone;
constexpr std::string_view kDenied = "abpi-6.4-reactions eu-90-b-reactions cfr-202.1-e-6-i ftc-absolute cap-12.9";
constexpr std::string_view kSafe = "abpi-6.4-safe";
constexpr std::string_view kSafest = "abpi-6.4-safe eu-90-b-reactions cfr-202.1-e-6-i ftc-absolute cap-12.9";
constexpr std::string_view kRiskFree =
    "abpi-6.4-reactions abpi-6.4-safe eu-90-b-reactions cfr-202.1-e-6-i ftc-absolute cap-12.9";
constexpr std::string_view kSure = "abpi-6.1 eu-90-b-guaranteed ftc-absolute cap-12.9";
constexpr std::string_view kCure = "abpi-6.1 eu-90-j ftc-absolute cap-12.1";
constexpr std::string_view kBetter = "eu-90-b-better cfr-202.1-e-6-ii cap-12.1";
constexpr std::string_view kBest = "abpi-6.1 cfr-202.1-e-6-i cap-12.1";
constexpr std::string_view kProven = "ftc-level-of-support cap-12.1";
constexpr std::string_view kEndorsed = "eu-90-f ftc-testimonials cap-12.18";
constexpr std::string_view kNoDoctor = "eu-90-a cap-12.2";

struct Row {
  std::string_view claim;
  std::string_view rules;  ///< ids of the notes
  std::string_view words;  ///< of the first
};

const std::vector<Row> kNoted{
    {"Ketamine has no side effects.", kDenied, "no side effects"},
    {"Ketamine relieves pain without side effects.", kDenied, "without side effects"},
    {"Ketamine never causes adverse reactions.", kDenied, "never causes adverse reactions"},
    {"Ketamine stands out by its lack of side effects.", kDenied, "lack of side effects"},
    {"Ketamine is not addictive.", kDenied, "not addictive"},
    {"Ketamine is non-addictive.", kDenied, "non-addictive"},
    {"Ketamine carries no risk of dependence.", kDenied, "no risk"},
    {"Medically supervised ketamine does not cause addiction.", kDenied, "not cause addiction"},
    {"Ketamine causes no long-term organ damage.", kDenied, "no long-term organ damage"},
    {"Ketamine does not cause cystitis.", kDenied, "not cause cystitis"},
    {"Ketamine is not associated with liver injury.", kDenied, "not associated with liver injury"},
    {"Ketamine does not increase the risk of addiction.", kDenied, "not increase the risk"},
    {"Ketamine is nontoxic.", kDenied, "nontoxic"},
    {"Side-effect-free relief of depression with ketamine.", kDenied, "Side-effect-free"},
    {"Ketamine is harmless.", kDenied, "harmless"},
    {"Ketamine is risk-free.", kRiskFree, "risk-free"},
    {"Ketamine is safe.", kSafe, "safe"},
    {"Ketamine is safe and effective for depression.", kSafe, "safe"},
    {"Ketamine is safe in the long term.", kSafe, "safe"},
    {"Ketamine can be used safely.", kSafe, "safely"},
    {"Ketamine has been used safely in surgery for decades.", kSafe, "safely"},
    {"Ketamine is not only safe but also cheap.", kSafe, "safe"},
    {"Ketamine is completely safe.", kSafest, "completely safe"},
    {"Ketamine is 100% safe.", kSafest, "100% safe"},
    {"Ketamine is safe for everyone.", kSafest, "safe for everyone"},
    {"Ketamine is completely safe for adults.", kSafest, "completely safe"},
    {"Ketamine guarantees relief from depression.", kSure, "guarantees"},
    {"Relief is guaranteed with ketamine.", kSure, "guaranteed"},
    {"Ketamine works for everyone with depression.", kSure, "works for everyone"},
    {"Ketamine is 100 % effective.", kSure, "100 % effective"},
    {"Ketamine cures depression.", kCure, "cures"},
    {"Ketamine can cure chronic pain.", kCure, "cure"},
    {"Ketamine is a miracle for people with depression.", "abpi-6.1 eu-90-j cfr-202.1-e-6-i ftc-absolute cap-12.1",
     "miracle"},
    {"Ketamine is better than electroconvulsive therapy for depression.", kBetter, "better than"},
    {"Ketamine relieves depression faster than traditional antidepressants.", kBetter, "faster than"},
    {"Ketamine is superior to midazolam for depression.", kBetter, "superior to"},
    {"Ketamine is safer than morphine.", "eu-90-b-better cfr-202.1-e-6-i cfr-202.1-e-6-ii cap-12.1", "safer than"},
    {"Ketamine is as effective as electroconvulsive therapy.", "eu-90-b-better", "as effective as"},
    {"Ketamine has fewer side effects.", "cfr-202.1-e-6-i cfr-202.1-e-6-ii", "fewer side effects"},
    {"Ketamine has virtually no side effects.", "cfr-202.1-e-6-i", "virtually no side effects"},
    {"Ketamine has no known side effects.", "cfr-202.1-e-6-i", "no known side effects"},
    {"Ketamine has a low addiction risk.", "cfr-202.1-e-6-i", "low addiction risk"},
    {"Ketamine is the most effective treatment for depression.", kBest, "most effective"},
    {"Intravenous ketamine is the gold standard of ketamine therapy.", kBest, "gold standard"},
    {"Ketamine is a breakthrough for depression.", kBest, "breakthrough"},
    {"Ketamine is clinically proven to relieve depression.", kProven, "clinically proven"},
    {"Studies prove that ketamine relieves depression.", kProven, "Studies prove"},
    {"Ketamine has been proven to work in depression.", kProven, "been proven"},
    {"Doctors recommend ketamine for depression.", kEndorsed, "Doctors recommend"},
    {"Ketamine is recommended by leading psychiatrists.", kEndorsed, "recommended by leading"},
    {"Many patients say that they feel mentally reset after a ketamine session.", "ftc-testimonials", "patients say"},
    {"Melatonin is natural and therefore safe.", "abpi-6.4-safe eu-90-h cap-12.10", "safe"},
    {"Because it is natural, melatonin has no side effects.",
     "abpi-6.4-reactions eu-90-b-reactions eu-90-h cfr-202.1-e-6-i ftc-absolute cap-12.9 cap-12.10", "no side effects"},
    {"Melatonin is a natural and effective sleep aid.", "eu-90-h cap-12.10", "natural and effective"},
    {"With ketamine there is no need to see a doctor.", kNoDoctor, "no need to see a doctor"},
    {"Glucosamine makes surgery unnecessary in arthritis.", kNoDoctor, "makes surgery unnecessary"},
    {"Vitamin C boosts your health.", "eu-90-c", "boosts your health"},
    {"Without it your health suffers, so take vitamin D.", "eu-90-d", "Without it your health"},
};

const std::vector<Row> kNotNoted{
    {"No serious adverse events were reported in a trial of 99 patients.", kNone, ""},
    {"No side effects have been reported with ketamine.", kNone, ""},
    {"No adverse reactions occurred in 99 adults.", kNone, ""},
    {"Ketamine caused no side effects in this trial.", kNone, ""},
    {"Patients had no side effects after ketamine.", kNone, ""},
    {"Ketamine was safe.", kNone, ""},
    {"Ketamine was well tolerated and safe in 40 adults.", kNone, ""},
    {"Ketamine may be safe.", kNone, ""},
    {"Ketamine appears safe in adults with depression.", kNone, ""},
    {"Limited evidence suggests that ketamine is safe.", kNone, ""},
    {"It is unknown whether ketamine is safe.", kNone, ""},
    {"Is ketamine safe?", kNone, ""},
    {"Does ketamine cure depression?", kNone, ""},
    {"Ketamine is not safe.", kNone, ""},
    {"Ketamine has not been shown to be completely safe.", kNone, ""},
    {"Ketamine is unsafe in people with psychosis.", kNone, ""},
    {"Ketamine is safe when trained providers follow protocols.", kNone, ""},
    {"Ketamine is safe in adults for up to eight weeks.", kNone, ""},
    {"Ketamine is generally safe.", kNone, ""},
    {"Ketamine is not the only cause of liver injury.", kNone, ""},
    {"This study shows that ketamine is safe and effective.", kNone, ""},
    {"In the absence of any adverse effects, ketamine remains an option.", kNone, ""},
    {"Ketamine has no role in sensing DNA damage.", kNone, ""},
    {"Ketamine is not predictive of liver injury.", kNone, ""},
    {"There is no increased risk of cystitis with ketamine.", kNone, ""},
    {"Ketamine is not risk-free.", kNone, ""},
    {"Radioiodine shrinks non-toxic multinodular goitre.", kNone, ""},
    {"Scientists recommend against ketamine in psychosis.", kNone, ""},
    {"Ketamine has proven to be difficult to store.", kNone, ""},
    {"Long-term ketamine treatment remains safe under medical supervision.", kNone, ""},
    {"Lack of medical oversight increases the risk of ketamine abuse.", kNone, ""},
    {"Safety was assessed at every visit.", kNone, ""},
    {"The safety of ketamine is under investigation.", kNone, ""},
    {"Ketamine must be safely stored.", kNone, ""},
    {"Ketamine is kept safe in a locked cabinet.", kNone, ""},
    {"Ketamine is less safe at high doses.", kNone, ""},
    {"Patients with no risk factors respond to ketamine.", kNone, ""},
    {"Obesity is a risk factor for diabetes.", kNone, ""},
    {"Ketamine does not reduce side effects.", kNone, ""},
    {"Ketamine does not treat addiction.", kNone, ""},
    {"There is no evidence of harm from ketamine.", kNone, ""},
    {"Ketamine does not cause more side effects than placebo.", kNone, ""},
    {"Ketamine causes side effects.", kNone, ""},
    {"Ketamine does not work and causes side effects.", kNone, ""},
    {"Long-term ketamine use damages the bladder.", kNone, ""},
    {"Relief from ketamine is not guaranteed.", kNone, ""},
    {"Ketamine does not always work.", kNone, ""},
    {"There is no cure for depression.", kNone, ""},
    {"Ketamine does not cure depression.", kNone, ""},
    {"The cure rate was 40 % with penicillin.", kNone, ""},
    {"Ketamine cured depression in 12 of 40 adults.", kNone, ""},
    {"Ketamine is better than placebo for depression.", kNone, ""},
    {"Ketamine is no better than midazolam for depression.", kNone, ""},
    {"Ketamine may be better than midazolam for depression.", kNone, ""},
    {"Ketamine was superior to midazolam in a trial of 60 adults.", kNone, ""},
    {"Women are better than men at recognising faces.", kNone, ""},
    {"Ketamine is eliminated faster than midazolam.", kNone, ""},
    {"Morphine treats breakthrough pain.", kNone, ""},
    {"Magnetic resonance is a gold standard test.", kNone, ""},
    {"Glasses improve best corrected visual acuity.", kNone, ""},
    {"Ketamine is not clinically proven.", kNone, ""},
    {"Ketamine relieves pain in biopsy-proven cancer.", kNone, ""},
    {"Ketamine has not been proven to cure depression.", kNone, ""},
    {"Ketamine is not recommended by doctors.", kNone, ""},
    {"Natural killer cells are safe from ketamine.", kSafe, "safe"},
    {"The natural history of depression is long.", kNone, ""},
    {"Natural does not mean safe.", kNone, ""},
    {"Ketamine reduces the need for surgery.", kNone, ""},
    {"Ketamine relieves depression.", kNone, ""},
    {"Most side effects of ketamine therapy are mild.", kNone, ""},
    {"The risk of ketamine addiction is very low in medical settings.", kNone, ""},
    {"Ketamine may cause headaches in some patients.", kNone, ""},
    {"Nausea is a common side effect of ketamine.", kNone, ""},
    {"", kNone, ""},
};

std::vector<ComplianceNote> notes_on(std::string_view text) {
  const Claim claim{"C1", std::string(text), std::nullopt, {}};
  return note_compliance(read_frame(claim, builtin_vocabulary()));
}

std::string ids_of(const std::vector<ComplianceNote>& notes) {
  std::string ids;
  for (const ComplianceNote& note : notes) ids += (ids.empty() ? "" : " ") + note.id;
  return ids;
}

TEST(NoteCompliance, NamesTheRulesThatAWordingMayFallUnder) {
  for (const Row& row : kNoted) {
    const std::vector<ComplianceNote> notes = notes_on(row.claim);
    EXPECT_EQ(ids_of(notes), row.rules) << row.claim;
    ASSERT_FALSE(notes.empty()) << row.claim;
    EXPECT_EQ(notes.front().words, row.words) << row.claim;
  }
}

TEST(NoteCompliance, LeavesHedgedQualifiedAndFactualWordingsAlone) {
  for (const Row& row : kNotNoted) EXPECT_EQ(ids_of(notes_on(row.claim)), row.rules) << row.claim;
}

TEST(NoteCompliance, QuotesTheClaimAtTheSpan) {
  for (const Row& row : kNoted) {
    for (const ComplianceNote& note : notes_on(row.claim)) {
      EXPECT_EQ(note.words, slice(row.claim, note.span)) << row.claim;
      EXPECT_FALSE(note.words.empty()) << row.claim;
    }
  }
}

TEST(NoteCompliance, ReadsTheFrameThatAPersonSet) {
  ClaimFrame frame;
  frame.text = "Testol leaves nobody with gripes.";
  EXPECT_EQ(ids_of(note_compliance(frame)), "");
  frame.kind = ClaimKind::harm_absent;
  frame.demand = Strength::absolute;
  frame.outcome = {"gripes", {26, 32}, {}};
  EXPECT_EQ(ids_of(note_compliance(frame)), "");  // as far as is known, testol is a disease
  frame.subject = {"Testol", {0, 6}, {"testol"}};
  EXPECT_EQ(ids_of(note_compliance(frame)), kDenied);
  EXPECT_EQ(note_compliance(frame).front().words, "nobody with gripes");
}

TEST(NoteCompliance, ReadsAHarmAsPlayedDownByWordsCloseToItOnly) {
  ClaimFrame frame;
  frame.text = "Small is the dose of Testol that leads to gripes; small gripes.";
  frame.kind = ClaimKind::harm_magnitude;
  frame.direction = Direction::decrease;
  frame.subject = {"Testol", {21, 27}, {"testol"}};
  frame.outcome = {"gripes", {56, 62}, {}};
  frame.quantifier = {"small", {50, 55}, {}};
  EXPECT_EQ(ids_of(note_compliance(frame)), "cfr-202.1-e-6-i");
  EXPECT_EQ(note_compliance(frame).front().words, "small gripes");
  frame.quantifier.span = {0, 5};
  EXPECT_EQ(ids_of(note_compliance(frame)), "");
}

TEST(NoteCompliance, TakesASettingADoseARouteOrADurationForAQualification) {
  ClaimFrame frame;
  frame.text = "Testol is safe.";
  EXPECT_EQ(ids_of(note_compliance(frame)), kSafe);
  for (Slot ClaimFrame::*slot : {&ClaimFrame::setting, &ClaimFrame::dose, &ClaimFrame::route, &ClaimFrame::duration}) {
    ClaimFrame qualified = frame;
    (qualified.*slot).text = "as set";
    EXPECT_EQ(ids_of(note_compliance(qualified)), "");
  }
  frame.duration.text = "long-term";
  frame.long_term = true;
  EXPECT_EQ(ids_of(note_compliance(frame)), kSafe);
}

TEST(NoteCompliance, TakesAnyBytes) {
  for (const std::string text : {"\xFF safe", "no \xC3 side effects", "\xE2\x80 100 % safe", "?", " "}) {
    ClaimFrame frame;
    frame.text = text;
    for (const ComplianceNote& note : note_compliance(frame)) EXPECT_EQ(note.words, slice(text, note.span));
  }
}

TEST(NoteCompliance, TakesALongHostileClaimInReasonableTime) {
  ClaimFrame frame;
  while (frame.text.size() < 60000) frame.text += "may be safe, no side effects than ";
  EXPECT_EQ(ids_of(note_compliance(frame)), "");
}

}  // namespace
}  // namespace claimcheck
