#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "report/changes.h"
#include "report/text_layout.h"
#include "report/words.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

using Json = nlohmann::ordered_json;

/// How many lines of one kind are shown for a claim; the JSON has all.
constexpr std::size_t kShown = 8;

struct Totals {
  std::size_t changed = 0;
  std::size_t flipped = 0;
  std::size_t notices = 0;
  std::size_t found = 0;
  std::size_t gone = 0;
  std::size_t records = 0;
  std::size_t not_checked = 0;
};

Totals count(const RunChanges& changes) {
  Totals totals;
  for (const ClaimChanges& claim : changes.claims) {
    totals.changed += claim.any() ? 1 : 0;
    totals.flipped += claim.flipped ? 1 : 0;
    totals.notices += claim.notices.size();
    totals.found += claim.found.size();
    totals.gone += claim.gone.size();
    totals.records += claim.records.size();
    totals.not_checked += claim.checked ? 0 : 1;
  }
  return totals;
}

/// A block of lines "word  text", of which the first kShown are written.
template <typename Item, typename Describe>
std::string write_block(std::string_view word, const std::vector<Item>& items, const TextStyle& style,
                        Describe describe) {
  constexpr std::size_t kIndent = 15;
  const std::string head = fmt::format("{:<7}", word);
  std::string text;
  for (std::size_t i = 0; i < std::min(kShown, items.size()); ++i) {
    text += lay_out({{head, Ink::faint, true}, {to_line(describe(items[i]))}}, {6, kIndent}, style);
  }
  if (items.size() <= kShown) return text;
  const std::string more = fmt::format("showing {} of {}; the JSON has all", kShown, items.size());
  return text + lay_out({{head, Ink::faint, true}, {more, Ink::faint}}, {6, kIndent}, style);
}

std::string name_citation(Pmid pmid, const std::string& title, int year) {
  return fmt::format("PMID {}{}{}", pmid, title.empty() ? "" : ", " + in_quotes(title),
                     year > 0 ? fmt::format(", {}", year) : "");
}

std::string describe_found(const CitationChange& change) {
  return name_citation(change.pmid, change.title, change.year) + (change.quoted ? ": quoted" : ": says nothing on it");
}

std::string describe_gone(const CitationChange& change) {
  return name_citation(change.pmid, change.title, change.year) +
         (change.withdrawn ? ": withdrawn from PubMed" : ": no longer found") + (change.quoted ? ", was quoted" : "");
}

std::string describe_new_notice(const NoticeChange& change) {
  std::string text = describe_notice(change.notice);
  if (!change.notice.note.empty()) text += ", " + change.notice.note;
  return fmt::format("{}: {}", name_citation(change.pmid, change.title, 0), text);
}

std::string describe_record(const RecordChange& change) {
  return fmt::format("{}: {} changed", name_citation(change.pmid, change.title, 0), fmt::join(change.parts, ", "));
}

std::string describe_search(const SearchChange& change) {
  return fmt::format("{} found {}, before {}", change.found_after, word_for(change.aim), change.found_before);
}

std::string write_claim(const ClaimChanges& claim, const TextStyle& style) {
  const std::string standing =
      claim.before == claim.after ? claim.after : fmt::format("{} -> {}", claim.before, claim.after);
  std::string text = lay_out({{to_line(claim.id), Ink::bold, true},
                              {standing, claim.flipped ? Ink::bold : Ink::plain, true},
                              {in_quotes(shorten(to_line(claim.text), 240))}},
                             {2, 6}, style);
  text += write_block("cause", claim.causes, style, [](const FlipCause& cause) { return cause.text; });
  text += write_block("notice", claim.notices, style, describe_new_notice);
  text += write_block("gone", claim.gone, style, describe_gone);
  text += write_block("new", claim.found, style, [](const CitationChange& each) { return describe_found(each); });
  text += write_block("record", claim.records, style, describe_record);
  text += write_block("search", claim.searches, style, describe_search);
  const std::string_view problem = claim.checked ? "note" : "failed";
  return text + write_block(problem, claim.problems, style, [](const std::string& each) { return each; });
}

std::string describe_evidence(const Provenance& provenance) {
  std::string text = to_line(provenance.evidence_source);
  if (!provenance.evidence_date.empty()) text += " as of " + to_line(provenance.evidence_date);
  return text;
}

template <typename Item, typename Write>
Json write_list(const std::vector<Item>& items, Write write) {
  Json list = Json::array();
  for (const Item& item : items) list.push_back(write(item));
  return list;
}

Json to_json(const CitationChange& change) {
  return {{"pmid", change.pmid},
          {"title", repair_utf8(change.title)},
          {"year", change.year},
          {"quoted", change.quoted},
          {"withdrawn", change.withdrawn}};
}

Json to_json(const NoticeChange& change) {
  return {{"pmid", change.pmid},
          {"title", repair_utf8(change.title)},
          {"kind", to_string(change.notice.kind)},
          {"notice_pmid", change.notice.pmid},
          {"source", repair_utf8(change.notice.source)},
          {"note", repair_utf8(change.notice.note)},
          {"warning", change.warning}};
}

Json to_json(const ClaimChanges& claim) {
  const auto cause = [](const FlipCause& value) -> Json {
    return {{"kind", to_string(value.kind)}, {"pmid", value.pmid}, {"text", repair_utf8(value.text)}};
  };
  const auto citation = [](const CitationChange& value) { return to_json(value); };
  const auto notice = [](const NoticeChange& value) { return to_json(value); };
  const auto record = [](const RecordChange& value) -> Json {
    return {{"pmid", value.pmid}, {"title", repair_utf8(value.title)}, {"parts", value.parts}};
  };
  const auto search = [](const SearchChange& value) -> Json {
    return {{"aim", to_string(value.aim)}, {"found_before", value.found_before}, {"found_after", value.found_after}};
  };
  return {{"id", repair_utf8(claim.id)},
          {"text", repair_utf8(claim.text)},
          {"before", claim.before},
          {"after", claim.after},
          {"checked", claim.checked},
          {"flipped", claim.flipped},
          {"causes", write_list(claim.causes, cause)},
          {"found", write_list(claim.found, citation)},
          {"gone", write_list(claim.gone, citation)},
          {"notices", write_list(claim.notices, notice)},
          {"records", write_list(claim.records, record)},
          {"searches", write_list(claim.searches, search)},
          {"problems", write_list(claim.problems, [](const std::string& each) { return repair_utf8(each); })}};
}

Json to_json(const Provenance& provenance) {
  return {{"tool_version", repair_utf8(provenance.tool_version)},
          {"rules_version", provenance.rules_version},
          {"evidence_source", repair_utf8(provenance.evidence_source)},
          {"evidence_date", repair_utf8(provenance.evidence_date)}};
}

}  // namespace

std::string write_changes(const RunChanges& changes, const TextStyle& style) {
  const Totals totals = count(changes);
  std::string text =
      lay_out({{fmt::format("Then: {}; now: {}.", describe_evidence(changes.before), describe_evidence(changes.after)),
                Ink::faint}},
              {0, 2}, style);
  for (const std::string& note : changes.notes) text += lay_out({{"! " + to_line(note)}}, {0, 2}, style);
  if (totals.changed > 0) text += '\n';
  for (const ClaimChanges& claim : changes.claims) {
    if (claim.any()) text += write_claim(claim, style) + '\n';
  }
  const std::string line =
      fmt::format("{}: {} changed, {} flipped, {}, {} new and {} gone, {} changed, {} could not check",
                  count_words(changes.claims.size(), "claim", "claims"), totals.changed, totals.flipped,
                  count_words(totals.notices, "notice", "notices"), count_words(totals.found, "citation", "citations"),
                  totals.gone, count_words(totals.records, "record", "records"), totals.not_checked);
  return text + lay_out({{line, Ink::bold}}, {}, {style.color, std::max(style.width, line.size())});
}

std::string write_changes_json(const RunChanges& changes) {
  const Totals totals = count(changes);
  Json claims = Json::array();
  for (const ClaimChanges& claim : changes.claims) {
    if (claim.any()) claims.push_back(to_json(claim));
  }
  const Json document = {
      {"schema_version", kChangesSchemaVersion},
      {"before", to_json(changes.before)},
      {"after", to_json(changes.after)},
      {"notes", write_list(changes.notes, [](const std::string& each) { return repair_utf8(each); })},
      {"counts",
       {{"claims", changes.claims.size()},
        {"changed", totals.changed},
        {"flipped", totals.flipped},
        {"notices", totals.notices},
        {"found", totals.found},
        {"gone", totals.gone},
        {"records", totals.records},
        {"could_not_check", totals.not_checked}}},
      {"claims", std::move(claims)}};
  return document.dump(2) + '\n';
}

}  // namespace claimcheck
