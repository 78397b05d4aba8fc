#include "report/changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "report/schema_check.h"

namespace claimcheck {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// Contested as soon as anything weighed opposes, supported when something supports: enough to see causes by.
Verdict weigh_simply(const ClaimFrame&, std::span<const Finding> findings) {
  Verdict verdict;
  for (const Finding& finding : findings) {
    if (finding.retracted) continue;
    if (finding.stance == Stance::opposes) verdict.tag = Tag::contested;
    if (finding.stance == Stance::supports && verdict.tag == Tag::unsupported) verdict.tag = Tag::supported;
  }
  return verdict;
}

Citation record(Pmid pmid) {
  Citation citation;
  citation.pmid = pmid;
  citation.title = "Walnut trial " + std::to_string(pmid);
  citation.date.year = 2030;
  citation.abstract = {{"", SectionRole::unassigned, "Walnuts were eaten."}};
  return citation;
}

Finding finding(Pmid pmid, Stance stance) {
  Finding made;
  made.pmid = pmid;
  made.stance = stance;
  return made;
}

/// One claim, then and now, to be changed by a test.
struct ThenAndNow {
  Report before;
  Report after;
  std::map<Pmid, Citation> then;
  std::map<Pmid, Citation> now;
  std::vector<Pmid> unchecked;
  std::vector<Pmid> withdrawn;
  std::vector<std::string> asked;

  ThenAndNow() {
    before.claim = {"K12", "Walnuts improve sleep.", std::nullopt, {}};
    before.status = ClaimStatus::tagged;
    QueryRecord& query = before.queries.emplace_back();
    query.found = 10;
    query.complete = true;
    after = before;
  }

  static void quote(Report& report, std::map<Pmid, Citation>& records, Pmid pmid, Stance stance) {
    records.emplace(pmid, record(pmid));
    report.findings.push_back(finding(pmid, stance));
    report.findings.back().retracted = is_retracted(records.at(pmid));
    report.citations.push_back(records.at(pmid));
  }
  void quote_then(Pmid pmid, Stance stance) { quote(before, then, pmid, stance); }
  void quote_now(Pmid pmid, Stance stance) { quote(after, now, pmid, stance); }
  void quote_always(Pmid pmid, Stance stance) {
    quote_then(pmid, stance);
    quote_now(pmid, stance);
  }

  ClaimChanges compare() {
    weigh(before);
    return compare_with(standing_of(before));
  }
  ClaimChanges compare_with(const ClaimStanding& reported) {
    weigh(after);
    const auto find = [](const std::map<Pmid, Citation>& records) {
      return [&records](Pmid pmid) {
        const auto found = records.find(pmid);
        return found == records.end() ? nullptr : &found->second;
      };
    };
    return compare_claim({reported, before, after, unchecked, withdrawn, asked, find(then), find(now)}, weigh_simply);
  }
  static void weigh(Report& report) {
    if (report.status == ClaimStatus::tagged) report.verdict = weigh_simply(report.frame, report.findings);
  }
};

Notice retraction() {
  return {NoticeKind::retraction_in, 777, "Nut J. 2031;2:9", ""};
}

TEST(CompareClaim, FindsNothingWhereNothingChanged) {
  ThenAndNow sides;
  sides.quote_always(1, Stance::supports);
  const ClaimChanges changes = sides.compare();
  EXPECT_FALSE(changes.any());
  EXPECT_FALSE(changes.matters());
  EXPECT_TRUE(changes.checked);
}

TEST(CompareClaim, NamesTheNewCitationThatFlipsTheTagAndNoOther) {
  ThenAndNow sides;
  sides.quote_always(1, Stance::supports);
  sides.quote_now(2, Stance::opposes);
  sides.quote_now(3, Stance::supports);
  sides.after.silent = {{4, "A silent record", 2020, "no abstract"}};
  sides.now.emplace(4, record(4));
  const ClaimChanges changes = sides.compare();
  EXPECT_TRUE(changes.flipped);
  EXPECT_EQ(changes.before, "supported");
  EXPECT_EQ(changes.after, "contested");
  EXPECT_THAT(changes.causes, ElementsAre(FlipCause{ChangeCause::new_evidence, 2, "new evidence, PMID 2"}));
  EXPECT_THAT(changes.found, ElementsAre(CitationChange{2, "Walnut trial 2", 2030, true, false},
                                         CitationChange{3, "Walnut trial 3", 2030, true, false},
                                         CitationChange{4, "Walnut trial 4", 2030, false, false}));
}

TEST(CompareClaim, NamesARetractionByNoticeOrByType) {
  for (const bool by_type : {false, true}) {
    ThenAndNow sides;
    sides.quote_then(1, Stance::supports);
    Citation retracted = record(1);
    if (by_type) retracted.publication_types = {{"D016441", "Retracted Publication"}};
    if (!by_type) retracted.notices = {retraction()};
    sides.now.emplace(1, retracted);
    sides.quote_now(1, Stance::supports);
    const ClaimChanges changes = sides.compare();
    EXPECT_TRUE(changes.flipped);
    EXPECT_THAT(changes.causes, ElementsAre(FlipCause{ChangeCause::retraction, 1, "PMID 1 was retracted"}));
    ASSERT_EQ(changes.notices.size(), 1U);
    EXPECT_EQ(changes.notices[0].notice.kind, NoticeKind::retraction_in);
    EXPECT_TRUE(changes.notices[0].warning);
    EXPECT_THAT(changes.records, IsEmpty()) << "the mark is told as a notice";
  }
}

TEST(CompareClaim, TellsAWarningThatFlipsNothingAndACommentThatDoesNotMatter) {
  ThenAndNow sides;
  sides.quote_always(1, Stance::supports);
  sides.now.at(1).notices = {{NoticeKind::comment_in, 5, "Nut J. 2031;1:1", ""}};
  EXPECT_TRUE(sides.compare().any());
  EXPECT_FALSE(sides.compare().matters());
  for (const NoticeKind kind : {NoticeKind::expression_of_concern_in, NoticeKind::erratum_in}) {
    sides.now.at(1).notices = {{kind, 6, "Nut J. 2031;1:2", ""}};
    EXPECT_TRUE(sides.compare().matters());
    EXPECT_FALSE(sides.compare().flipped);
  }
  sides.then.at(1).notices = {{NoticeKind::erratum_in, 6, "", ""}};
  EXPECT_FALSE(sides.compare().any()) << "known, now with its reference";
  sides.now.at(1).notices = {{NoticeKind::cites, 8, "", ""}};
  EXPECT_FALSE(sides.compare().any()) << "a reference list is no notice";
}

TEST(CompareClaim, SeesARecordThatIsNoLongerFound) {
  ThenAndNow sides;
  sides.quote_then(1, Stance::supports);
  Citation retracted = record(1);
  retracted.notices = {retraction()};
  sides.now.emplace(1, retracted);
  EXPECT_EQ(sides.compare().notices.size(), 1U);
  EXPECT_THAT(sides.compare().gone, ElementsAre(CitationChange{1, "Walnut trial 1", 2030, true, false}));
  sides.now.clear();
  EXPECT_EQ(sides.compare().causes[0].kind, ChangeCause::gone);
  sides.withdrawn = {1};
  EXPECT_EQ(sides.compare().causes[0].kind, ChangeCause::withdrawn);
  EXPECT_TRUE(sides.compare().gone[0].withdrawn);
  EXPECT_TRUE(sides.compare().matters());
}

TEST(CompareClaim, LooksAtRecordsThatTheReportQuotesAndTheseRulesDoNot) {
  ThenAndNow sides;
  sides.then.emplace(1, record(1));
  sides.now.emplace(1, record(1));
  sides.now.at(1).notices = {retraction()};
  ClaimStanding reported = standing_of(sides.before);
  reported.quoted = {1};
  EXPECT_EQ(sides.compare_with(reported).notices.size(), 1U);
}

TEST(CompareClaim, TellsOtherWordsAndCountsOfSearches) {
  ThenAndNow sides;
  sides.quote_then(1, Stance::supports);
  Citation other = record(1);
  other.abstract[0].text = "Walnuts were not eaten.";
  sides.now.emplace(1, other);
  sides.quote_now(1, Stance::opposes);
  sides.after.queries[0].found = 12;
  const ClaimChanges changes = sides.compare();
  EXPECT_THAT(changes.records, ElementsAre(RecordChange{1, "Walnut trial 1", {"abstract"}}));
  EXPECT_THAT(changes.searches, ElementsAre(SearchChange{QueryAim::claim, 10, 12}));
  EXPECT_THAT(changes.causes, ElementsAre(FlipCause{ChangeCause::record, 1, "the record of PMID 1 was changed"}));
}

TEST(CompareClaim, TellsTheRulesFromTheEvidence) {
  ThenAndNow sides;
  sides.quote_always(1, Stance::opposes);
  ClaimStanding reported = standing_of(sides.before);
  reported.status = "tagged";
  reported.tag = "supported";
  reported.words = "supported";
  sides.weigh(sides.before);
  const ClaimChanges by_rules = sides.compare_with(reported);
  ASSERT_EQ(by_rules.causes.size(), 1U);
  EXPECT_EQ(by_rules.causes[0].kind, ChangeCause::rules);
  EXPECT_THAT(by_rules.causes[0].text, HasSubstr("contested"));
  sides.before.status = ClaimStatus::incomplete;
  sides.before.verdict.reset();
  EXPECT_THAT(sides.compare_with(reported).causes[0].text, HasSubstr("searches that the capsule does not hold"));
}

TEST(CompareClaim, NeverTakesAFailureForNoChange) {
  ThenAndNow sides;
  sides.quote_then(1, Stance::supports);
  sides.after.status = ClaimStatus::incomplete;
  sides.after.problems = {"PubMed did not answer."};
  const ClaimChanges failed = sides.compare();
  EXPECT_FALSE(failed.checked);
  EXPECT_FALSE(failed.flipped);
  EXPECT_TRUE(failed.any());
  EXPECT_EQ(failed.after, "could not check");
  EXPECT_THAT(failed.gone, IsEmpty());

  ThenAndNow stale;
  stale.quote_always(1, Stance::supports);
  EXPECT_TRUE(stale.compare().checked);
  stale.unchecked = {1};
  EXPECT_FALSE(stale.compare().checked);
  stale.unchecked.clear();
  stale.asked = {"Whether PMID 1 was retracted could not be asked."};
  EXPECT_FALSE(stale.compare().checked);
}

TEST(CompareClaim, TellsThatAFailedSearchWasAnswered) {
  ThenAndNow sides;
  sides.before.status = ClaimStatus::incomplete;
  sides.quote_now(1, Stance::supports);
  const ClaimChanges changes = sides.compare();
  EXPECT_TRUE(changes.flipped);
  EXPECT_EQ(changes.before, "could not check");
  EXPECT_EQ(changes.causes[0].kind, ChangeCause::search);
  EXPECT_THAT(changes.found, IsEmpty());
}

/// Claims that between them have every sort of change.
RunChanges all_changes() {
  ThenAndNow sides;
  sides.quote_always(1, Stance::supports);
  sides.quote_then(2, Stance::supports);
  sides.quote_now(3, Stance::opposes);
  sides.now.at(1).notices = {retraction()};
  sides.now.at(1).title += " corrected";
  sides.after.queries[0].found = 9;
  sides.unchecked = {1};
  sides.after.problems = {"The line was down."};
  RunChanges changes;
  changes.before.evidence_source = "PubMed";
  changes.before.evidence_date = "2031-02-03";
  changes.notes = {"Other rules."};
  changes.claims = {sides.compare(), ThenAndNow().compare()};
  return changes;
}

TEST(WriteChanges, PutsWhatMattersFirstAndCountsLast) {
  const std::string text = write_changes(all_changes(), {});
  EXPECT_THAT(text, HasSubstr("! Other rules."));
  EXPECT_LT(text.find("Could not check"), text.find("Tags that flipped (1)"));
  EXPECT_LT(text.find("Tags that flipped (1)"), text.find("New notices on quoted records (1)"));
  EXPECT_THAT(text, HasSubstr("K12  supported -> contested"));
  EXPECT_THAT(text, HasSubstr("Retracted: Nut J. 2031;2:9"));
  EXPECT_THAT(text, HasSubstr("2 claims: 1 changed, 1 flipped, 1 notice, 1 citation new and 1 gone, 1 record changed, "
                              "1 could not check\n"));
  EXPECT_EQ(write_changes(all_changes(), {}), text);
}

TEST(WriteChanges, CapsLongListsAndSaysSo) {
  RunChanges changes = all_changes();
  for (Pmid pmid = 10; pmid < 40; ++pmid) changes.claims[0].found.push_back({pmid, "Trial", 2031, false, false});
  EXPECT_THAT(write_changes(changes, {}), HasSubstr("showing 8 of 31; the JSON has all"));
}

TEST(WriteChanges, LeavesNoControlCharacterToTheTerminal) {
  RunChanges changes = all_changes();
  changes.claims[0].found[0].title = "\x1b[2Jwiped";
  EXPECT_THAT(write_changes(changes, {}), Not(HasSubstr("\x1b")));
}

TEST(ChangesSchema, HoldsAndDeclaresNoMoreThanIsWritten) {
  std::ifstream file(CLAIMCHECK_SOURCE_DIR "/docs/changes.schema.json");
  SchemaCheck schema(json::parse(file));
  EXPECT_EQ(schema.check(json::parse(write_changes_json(all_changes()))), std::vector<std::string>{});
  std::vector<std::string> never_written;
  const std::set<std::string> declared = schema.declared_properties();
  std::set_difference(declared.begin(), declared.end(), schema.seen_properties().begin(),
                      schema.seen_properties().end(), std::back_inserter(never_written));
  EXPECT_EQ(never_written, std::vector<std::string>{});
  EXPECT_EQ(json::parse(write_changes_json(all_changes()))["claims"].size(), 1U) << "none without changes";
}

TEST(ChangesSchema, ListsTheValuesOfEachEnum) {
  std::ifstream file(CLAIMCHECK_SOURCE_DIR "/docs/changes.schema.json");
  const json defs = json::parse(file)["$defs"];
  const auto names = [](const auto& values) { return json(std::vector<std::string>(values.begin(), values.end())); };
  EXPECT_EQ(defs["cause"]["properties"]["kind"]["enum"], names(EnumNames<ChangeCause>::values));
  EXPECT_EQ(defs["notice"]["properties"]["kind"]["enum"], names(EnumNames<NoticeKind>::values));
  EXPECT_EQ(defs["search"]["properties"]["aim"]["enum"], names(EnumNames<QueryAim>::values));
}

}  // namespace
}  // namespace claimcheck
