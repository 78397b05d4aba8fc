#include "report/compare_reports.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "report/text_layout.h"
#include "report/words.h"

namespace claimcheck {
namespace {

using nlohmann::json;

/// Deeper than any report.
constexpr int kMaxDepth = 32;

json parse_report(std::string_view text, std::string_view name) {
  const auto refuse = [&] {
    throw Error(
        ErrorKind::input,
        fmt::format("{}: the report in it is no report of claimcheck check --json; take an unchanged copy", name));
  };
  json report = json::parse(
      text,
      [&](int depth, json::parse_event_t, const json&) {
        if (depth > kMaxDepth) refuse();
        return true;
      },
      /*allow_exceptions=*/false);
  if (!report.is_object() || !report.contains("claims") || !report["claims"].is_array()) refuse();
  return report;
}

/// The member, or null where there is none.
const json& member(const json& object, const char* name) {
  static const json kNull;
  if (!object.is_object()) return kNull;
  const auto found = object.find(name);
  return found == object.end() ? kNull : *found;
}

std::string text_of(const json& value) {
  return to_line(value.is_string() ? value.get<std::string>()
                                   : value.dump(-1, ' ', false, json::error_handler_t::replace));
}

std::string id_of(const json& claim) {
  return text_of(member(claim, "id"));
}

std::string spaced(std::string words) {
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

ClaimStanding make_standing(std::string id, std::string status, std::string tag, const std::string& sub_tag) {
  std::string words = tag;
  if (tag.empty()) words = status == to_string(ClaimStatus::incomplete) ? "could not check" : spaced(status);
  if (!tag.empty() && sub_tag != to_string(SubTag::none)) words += ", " + spaced(sub_tag);
  return {std::move(id), std::move(status), std::move(tag), std::move(words), {}};
}

ClaimStanding standing_of(const json& claim) {
  const json& verdict = member(claim, "verdict");
  const bool tagged = !verdict.is_null();
  ClaimStanding standing =
      make_standing(id_of(claim), text_of(member(claim, "status")), tagged ? text_of(member(verdict, "tag")) : "",
                    tagged ? text_of(member(verdict, "sub_tag")) : "");
  std::set<Pmid> quoted;
  for (const json& finding : member(claim, "findings")) {
    const json& pmid = member(finding, "pmid");
    if (pmid.is_number_unsigned()) quoted.insert(pmid.get<Pmid>());
  }
  standing.quoted.assign(quoted.begin(), quoted.end());
  return standing;
}

std::vector<std::string> reasons_of(const json& claim) {
  std::vector<std::string> texts;
  for (const json* list : {&member(claim, "status_reasons"), &member(member(claim, "verdict"), "reasons")}) {
    for (const json& reason : *list) texts.push_back(text_of(member(reason, "text")));
  }
  return texts;
}

std::vector<std::string> problems_of(const json& claim) {
  std::vector<std::string> texts;
  for (const json& problem : member(claim, "problems")) texts.push_back(text_of(problem));
  return texts;
}

void compare_texts(const char* word, const std::vector<std::string>& before, const std::vector<std::string>& after,
                   std::vector<std::string>& lines) {
  const auto tell = [&](const auto& texts, const auto& others, const char* when) {
    for (const std::string& text : texts) {
      if (std::find(others.begin(), others.end(), text) != others.end()) continue;
      lines.push_back(fmt::format("{} {}: {}", word, when, text));
    }
  };
  tell(before, after, "before");
  tell(after, before, "now");
}

/// Of each PMID that is quoted, its findings.
std::map<std::string, std::vector<const json*>> findings_of(const json& claim) {
  std::map<std::string, std::vector<const json*>> findings;
  for (const json& finding : member(claim, "findings")) findings[text_of(member(finding, "pmid"))].push_back(&finding);
  return findings;
}

/// "supports", or "supports and opposes" of a citation that is quoted twice.
std::string stances_of(const std::vector<const json*>& findings) {
  std::set<std::string> stances;
  for (const json* finding : findings) stances.insert(text_of(member(*finding, "stance")));
  return fmt::format("{}", fmt::join(stances, " and "));
}

bool same_findings(const std::vector<const json*>& a, const std::vector<const json*>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const json* x, const json* y) { return *x == *y; });
}

void compare_findings(const json& before, const json& after, std::vector<std::string>& lines) {
  const auto old_findings = findings_of(before);
  const auto new_findings = findings_of(after);
  for (const auto& [pmid, findings] : old_findings) {
    const auto found = new_findings.find(pmid);
    if (found == new_findings.end()) {
      lines.push_back(fmt::format("PMID {}: {} before, and is not quoted now", pmid, stances_of(findings)));
    } else if (!same_findings(findings, found->second)) {
      lines.push_back(fmt::format("PMID {}: {} before, and is read as {} now", pmid, stances_of(findings),
                                  stances_of(found->second)));
    }
  }
  for (const auto& [pmid, findings] : new_findings) {
    if (!old_findings.contains(pmid))
      lines.push_back(fmt::format("PMID {}: {} now, and was not quoted before", pmid, stances_of(findings)));
  }
}

/// The members that differ, but for `told`, by name.
std::vector<std::string> other_differences(const json& before, const json& after, const std::set<std::string>& told) {
  std::set<std::string> names;
  for (const json* object : {&before, &after}) {
    for (const auto& item : object->items()) names.insert(item.key());
  }
  std::vector<std::string> differ;
  for (const std::string& name : names) {
    if (!told.contains(name) && member(before, name.c_str()) != member(after, name.c_str())) {
      differ.push_back(spaced(to_line(name)));
    }
  }
  return differ;
}

ClaimDifference compare_claims(const json& before, const json& after) {
  ClaimDifference difference;
  difference.id = id_of(before.is_null() ? after : before);
  if (!before.is_null()) difference.before = standing_of(before).words;
  if (!after.is_null()) difference.after = standing_of(after).words;
  if (before.is_null() || after.is_null()) return difference;
  compare_texts("reason", reasons_of(before), reasons_of(after), difference.lines);
  compare_texts("problem", problems_of(before), problems_of(after), difference.lines);
  compare_findings(before, after, difference.lines);
  std::vector<std::string> others =
      other_differences(before, after, {"id", "status", "status_reasons", "verdict", "problems", "findings"});
  for (const std::string& name :
       other_differences(member(before, "verdict"), member(after, "verdict"), {"tag", "sub_tag", "reasons"})) {
    others.push_back("verdict's " + name);
  }
  if (!others.empty()) difference.lines.push_back(fmt::format("other parts: {}", fmt::join(others, ", ")));
  return difference;
}

std::string indented_standing(const ClaimDifference& claim) {
  if (claim.before == claim.after) return claim.after + " as before";
  const auto shown = [](const std::string& words) { return words.empty() ? std::string("not there") : words; };
  return fmt::format("{} -> {}", shown(claim.before), shown(claim.after));
}

}  // namespace

ReportDifference compare_reports(std::string_view before, std::string_view after, std::string_view name) {
  const json old_report = parse_report(before, name);
  const json new_report = parse_report(after, name);
  ReportDifference difference;
  constexpr std::array<std::pair<const char*, const char*>, 3> kVersions{
      {{"rules_version", "rules version"}, {"tool_version", "tool version"}, {"schema_version", "report schema"}}};
  const json& old_provenance = member(old_report, "provenance");
  const json& new_provenance = member(new_report, "provenance");
  for (const auto& [key, words] : kVersions) {
    const json& was = member(old_provenance, key);
    const json& is = member(new_provenance, key);
    if (was != is) difference.versions.push_back(fmt::format("{} {} -> {}", words, text_of(was), text_of(is)));
  }
  const json& old_claims = old_report["claims"];
  const json& new_claims = new_report["claims"];
  difference.claims_in_all = std::max(old_claims.size(), new_claims.size());
  for (std::size_t i = 0; i < difference.claims_in_all; ++i) {
    const json was = i < old_claims.size() ? old_claims[i] : json();
    const json is = i < new_claims.size() ? new_claims[i] : json();
    if (was != is) difference.claims.push_back(compare_claims(was, is));
  }
  difference.others = other_differences(old_report, new_report, {"schema_version", "counts", "claims", "provenance"});
  for (const std::string& other :
       other_differences(old_provenance, new_provenance, {"rules_version", "tool_version", "schema_version"})) {
    difference.others.push_back("provenance: " + other);
  }
  return difference;
}

std::string write_difference(const ReportDifference& difference, const TextStyle& style) {
  std::string text;
  if (difference.versions.empty()) {
    text += lay_out({{"Why: neither the rules nor the program have another version number; this program was built from "
                      "other sources than the one that made the report."}},
                    {0, 2}, style);
  } else {
    text += lay_out({{fmt::format("Why: {}.", fmt::join(difference.versions, ", "))}}, {0, 2}, style);
  }
  text += lay_out({{fmt::format("{} of {} differ.", difference.claims.size(),
                                count_words(difference.claims_in_all, "claim", "claims"))}},
                  {0, 2}, style);
  for (const ClaimDifference& claim : difference.claims) {
    text += lay_out({{claim.id + ": " + indented_standing(claim), Ink::bold}}, {2, 4}, style);
    for (const std::string& line : claim.lines) text += lay_out({{line}}, {4, 6}, style);
  }
  if (!difference.others.empty()) {
    text += lay_out({{fmt::format("Beside the claims: {}.", fmt::join(difference.others, ", "))}}, {0, 2}, style);
  }
  return text;
}

ClaimStanding standing_of(const Report& report) {
  const auto& verdict = report.verdict;
  ClaimStanding standing = make_standing(report.claim.id, std::string(to_string(report.status)),
                                         verdict ? std::string(to_string(verdict->tag)) : "",
                                         verdict ? std::string(to_string(verdict->sub_tag)) : "");
  std::set<Pmid> quoted;
  for (const Finding& finding : report.findings) quoted.insert(finding.pmid);
  standing.quoted.assign(quoted.begin(), quoted.end());
  return standing;
}

std::vector<ClaimStanding> read_standings(std::string_view report, std::string_view name) {
  const json document = parse_report(report, name);
  std::vector<ClaimStanding> standings;
  for (const json& claim : document["claims"]) standings.push_back(standing_of(claim));
  return standings;
}

}  // namespace claimcheck
