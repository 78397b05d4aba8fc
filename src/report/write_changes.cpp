#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "report/changes.h"
#include "report/counts.h"
#include "report/text_layout.h"
#include "report/words.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

using Json = nlohmann::ordered_json;

/// How many lines of one kind are shown for a claim; the JSON has all.
constexpr std::size_t kShown = 8;

constexpr std::size_t kClaimColumns = 240;

struct Totals {
  std::size_t changed = 0;
  std::size_t flipped = 0;
  std::size_t notices = 0;
  std::size_t found = 0;
  std::size_t gone = 0;
  std::size_t records = 0;
  std::size_t not_checked = 0;
};

/// Each citation, notice and record once, however many claims it bears on.
Totals count(const RunChanges& changes) {
  Totals totals;
  std::set<Pmid> found;
  std::set<Pmid> gone;
  std::set<Pmid> records;
  std::set<std::tuple<Pmid, NoticeKind, Pmid, std::string>> notices;
  for (const ClaimChanges& claim : changes.claims) {
    totals.changed += claim.any() ? 1 : 0;
    totals.flipped += claim.flipped ? 1 : 0;
    totals.not_checked += claim.checked ? 0 : 1;
    for (const CitationChange& change : claim.found) found.insert(change.pmid);
    for (const CitationChange& change : claim.gone) gone.insert(change.pmid);
    for (const RecordChange& change : claim.records) records.insert(change.pmid);
    for (const NoticeChange& change : claim.notices) {
      notices.emplace(change.pmid, change.notice.kind, change.notice.pmid, change.notice.source);
    }
  }
  totals.found = found.size();
  totals.gone = gone.size();
  totals.records = records.size();
  totals.notices = notices.size();
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

std::string describe_new(const CitationChange& change) {
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

/// A claim with what changed for it alone.
std::string write_claim(const ClaimChanges& claim, const TextStyle& style) {
  const std::string standing =
      claim.before == claim.after ? claim.after : fmt::format("{} -> {}", claim.before, claim.after);
  std::string text = lay_out({{to_line(claim.id), Ink::bold, true},
                              {standing, claim.flipped ? Ink::bold : Ink::plain, true},
                              {in_quotes(shorten(to_line(claim.text), kClaimColumns))}},
                             {2, 6}, style);
  text += write_block("cause", claim.causes, style, [](const FlipCause& cause) { return cause.text; });
  text += write_block("gone", claim.gone, style, describe_gone);
  text += write_block("new", claim.found, style, describe_new);
  return text + write_block("search", claim.searches, style, describe_search) + '\n';
}

template <typename Is>
std::string write_claims(std::string_view title, const RunChanges& changes, const TextStyle& style, Is is) {
  std::string text;
  std::size_t count = 0;
  for (const ClaimChanges& claim : changes.claims) {
    if (!is(claim)) continue;
    ++count;
    text += write_claim(claim, style);
  }
  if (count == 0) return text;
  return lay_out({{fmt::format("{} ({})", title, count), Ink::bold}}, {}, style) + text;
}

/// What several claims share, once each, with the claims that it befell. `list`: the lines of a claim.
template <typename List>
std::string write_shared(std::string_view title, const RunChanges& changes, const TextStyle& style, List list) {
  std::vector<ProblemLine> lines;
  for (const ClaimChanges& claim : changes.claims) {
    for (const std::string& each : list(claim)) {
      const auto known =
          std::find_if(lines.begin(), lines.end(), [&](const ProblemLine& line) { return line.text == each; });
      ProblemLine& line = known == lines.end() ? lines.emplace_back(ProblemLine{each, {}}) : *known;
      line.claim_ids.push_back(claim.id);
    }
  }
  if (lines.empty()) return {};
  std::string text = lay_out({{fmt::format("{} ({})", title, lines.size()), Ink::bold}}, {}, style);
  for (const ProblemLine& line : lines) {
    text +=
        lay_out({{to_line(line.text)}, {fmt::format("[{}]", to_line(name_claims(line))), Ink::faint}}, {2, 6}, style);
  }
  return text + '\n';
}

template <typename Item, typename Describe>
std::vector<std::string> describe_all(const std::vector<Item>& items, Describe describe) {
  std::vector<std::string> lines;
  lines.reserve(items.size());
  for (const Item& item : items) lines.push_back(describe(item));
  return lines;
}

std::string write_body(const RunChanges& changes, const TextStyle& style) {
  const auto problems_of = [](bool checked) {
    return [checked](const ClaimChanges& claim) {
      return claim.checked == checked ? claim.problems : std::vector<std::string>{};
    };
  };
  const auto has_other_evidence = [](const ClaimChanges& claim) {
    return !claim.flipped &&
           (claim.before != claim.after || !claim.found.empty() || !claim.gone.empty() || !claim.searches.empty());
  };
  return write_shared("Could not check: what is not told below may have changed too", changes, style,
                      problems_of(false)) +
         write_claims("Tags that flipped", changes, style, [](const ClaimChanges& claim) { return claim.flipped; }) +
         write_shared("New notices on quoted records", changes, style,
                      [](const ClaimChanges& claim) { return describe_all(claim.notices, describe_new_notice); }) +
         write_shared("Quoted records with other words", changes, style,
                      [](const ClaimChanges& claim) { return describe_all(claim.records, describe_record); }) +
         write_claims("Other evidence, same tag", changes, style, has_other_evidence) +
         write_shared("Told by the source", changes, style, problems_of(true));
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
  text += '\n' + write_body(changes, style);
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
