#pragma once

#include "library/capsule.h"

namespace claimcheck {

/// A capsule in which every field is filled; all invented.
inline Capsule sample_capsule() {
  Capsule capsule;
  capsule.facts = {.tool_version = "0.9.1",
                   .rules_version = 7,
                   .report_schema_version = 1,
                   .limit = kAllHits,
                   .expand = true,
                   .offline = true,
                   .evidence_source = "local library l.db",
                   .library_citations = 12,
                   .mesh = MeshFile{"00ff", "desc2031.xml", 2031, "2031-01-02", 1, 2}};
  capsule.inputs = {{{"claims.json", "", 2}, "{\"claims\": \"\xC3\xA9\\n\"}\n"}};
  capsule.claims = {{"A", "Walnuts improve sleep.", ClaimOrigin{"a.md", "aa", "Sleep", {3, 9}}, {{"kind", "benefit"}}},
                    {"B", "Walnuts cause \"dreams\".", std::nullopt, {}}};
  capsule.mesh = {{"D1", "Juglans", {"Walnut", "Walnuts"}, {"B01.1", "B01.2"}}};
  Citation first;
  first.pmid = 11;
  first.title = "Walnuts and sleep";
  first.abstract = {{"RESULTS", SectionRole::results, "Walnuts did not change sleep."}};
  Citation second;
  second.pmid = 12;
  second.title = "Walnuts and dreams";
  second.notices = {{NoticeKind::erratum_in, 13, "Nut J. 2031;1:2", ""}};
  capsule.recording.citations = {first, second};
  SearchResult found{true,         1, {{11, 0.1}}, "walnuts[tiab]", "walnuts", {"a phrase was ignored"}, "PubMed",
                     "2031-02-03", ""};
  SearchResult failed{false, 0, {}, "", "", {}, "", "", "PubMed did not answer."};
  RecordedFetch fetch{{11, 12, 13, 14, 15}, {0, 1}, {{}, {13}, {14}, {15}, {12}, {"one problem"}}};
  RecordedLinks links{LinkKind::cited_by, {11}, true, {{11, {12}}}, "PubMed", "2031-02-03", "none"};
  capsule.recording.answers = {{{{"{\"limit\":1}", found}}, {fetch}, {links}, ""},
                               {{{"{\"limit\":2}", failed}}, {}, {}, "the library l.db is damaged"}};
  capsule.report = "{\n  \"claims\": []\n}\n";
  return capsule;
}

}  // namespace claimcheck
