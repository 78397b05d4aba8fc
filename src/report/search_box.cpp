#include "report/search_box.h"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "report/sides.h"
#include "report/words.h"

namespace claimcheck {
namespace {

bool has_stance(const Report& report, Stance stance) {
  return std::any_of(report.findings.begin(), report.findings.end(),
                     [stance](const Finding& finding) { return finding.stance == stance; });
}

bool all_complete(const Report& report) {
  return std::all_of(report.queries.begin(), report.queries.end(),
                     [](const QueryRecord& query) { return query.complete; });
}

}  // namespace

SearchBox count_search(const Report& report) {
  SearchBox box;
  for (const QueryRecord& query : report.queries) {
    if (query.aim != QueryAim::counter) continue;
    ++box.counter_queries;
    box.unanswered += query.complete ? 0 : 1;
    box.counter_found += query.found;
    box.counter_taken += query.taken;
    box.counter_records += query.read;
  }
  box.counter_records = std::min(box.counter_records, count_read(report));
  for (const Finding& finding : report.findings) {
    if (finding.stance != Stance::opposes) continue;
    ++box.hits;
    box.hits_weighed += why_not_weighed(finding).empty() ? 1 : 0;
  }
  return box;
}

std::string describe_search_box(const SearchBox& box) {
  if (box.counter_queries == 0) return {};
  std::string text = "tried to break it: " + count_words(box.counter_queries, "further query", "further queries");
  if (box.unanswered > 0) text += fmt::format(" ({} NOT ANSWERED)", box.unanswered);
  if (box.counter_taken < box.counter_found) {
    text += fmt::format(", top {} of {} found", box.counter_taken, box.counter_found);
  }
  const bool may_overlap = box.counter_queries > 1 && box.counter_records > 0;
  text += fmt::format(", {}{} read, {}", may_overlap ? "up to " : "",
                      count_words(box.counter_records, "record", "records"), count_words(box.hits, "hit", "hits"));
  if (box.hits_weighed < box.hits) text += fmt::format(" ({} weighed)", box.hits_weighed);
  return text;
}

std::size_t count_read(const Report& report) {
  std::set<Pmid> read;
  for (const Finding& finding : report.findings) read.insert(finding.pmid);
  for (const SilentCitation& citation : report.silent) read.insert(citation.pmid);
  return read.size();
}

std::string describe_shortfall(const QueryRecord& query) {
  if (!query.complete) return "not answered in full";
  if (query.found == 0) return "came to nothing: no record found";
  if (query.read == 0) return "came to nothing: no record that it found bears on the subject";
  return {};
}

std::vector<std::string> state_absences(const Report& report) {
  if (report.queries.empty()) return {};
  if (!all_complete(report)) {
    return {"A search did not complete: nothing follows from what was not found."};
  }
  const std::size_t read = count_read(report);
  if (read == 0) return {"No record was read: the searches found none that bears on the claim's subject."};
  const auto state = [&](std::string_view one, std::string_view many) {
    return read == 1 ? fmt::format("The one record that was read {}.", one)
                     : fmt::format("None of the {} records that were read {}.", read, many);
  };
  if (report.findings.empty()) {
    return {state("reports no result on this claim", "reports a result on this claim")};
  }
  std::vector<std::string> sentences;
  if (!has_stance(report, Stance::supports)) {
    sentences.push_back(state("does not speak for the claim", "speaks for the claim"));
  }
  if (!has_stance(report, Stance::opposes)) {
    sentences.push_back(state("does not speak against the claim", "speaks against the claim"));
  }
  return sentences;
}

}  // namespace claimcheck
