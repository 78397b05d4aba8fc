#include "report/references.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "report/evidence_rows.h"
#include "report/sides.h"
#include "report/text_layout.h"

namespace claimcheck {
namespace {

bool uses_on_side(const Report& report, Pmid pmid, Stance stance) {
  return std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
    return finding.pmid == pmid && finding.stance == stance && was_weighed(finding);
  });
}

std::string without_full_stop(std::string_view text) {
  std::string line = to_line(text);
  if (!line.empty() && line.back() == '.') line.pop_back();
  return line;
}

// "RT" as "R. T.", so that programs which split names at spaces see two initials.
std::string spell_initials(const std::string& initials) {
  if (!std::all_of(initials.begin(), initials.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return initials;
  std::string spelled;
  for (const char initial : initials) {
    if (!spelled.empty()) spelled += ' ';
    spelled += initial;
    spelled += '.';
  }
  return spelled;
}

}  // namespace

std::vector<Reference> list_references(const Run& run) {
  std::map<Pmid, Reference> references;
  for (const Report& report : run.reports) {
    for (const Citation& citation : report.citations) {
      Reference& reference = references[citation.pmid];
      if (reference.citation == nullptr) reference.citation = &citation;
      for (const Stance stance : {Stance::supports, Stance::opposes}) {
        if (uses_on_side(report, citation.pmid, stance)) reference.uses.push_back({&report, stance});
      }
    }
  }
  std::vector<Reference> list;
  list.reserve(references.size());
  for (auto& [pmid, reference] : references) list.push_back(std::move(reference));
  return list;
}

std::vector<Reference> weighed_references(const Run& run) {
  std::vector<Reference> list = list_references(run);
  std::erase_if(list, [](const Reference& reference) { return reference.uses.empty(); });
  return list;
}

std::string tag_reference(const ReferenceUse& use) {
  return fmt::format("claimcheck: {} {} ({})", to_line(use.report->claim.id), tag_name(*use.report),
                     to_string(use.stance));
}

std::string_view tag_name(const Report& report) {
  if (report.verdict) return to_string(report.verdict->tag);
  return report.status == ClaimStatus::not_assessed ? "not_assessed" : "could_not_check";
}

PersonName name_parts(const Author& author) {
  return {to_line(author.last_name),
          author.fore_name.empty() ? spell_initials(to_line(author.initials)) : to_line(author.fore_name),
          to_line(author.suffix)};
}

std::string reference_title(const Citation& citation) {
  std::string title = without_full_stop(citation.title);
  if (!citation.title_translated) return title;
  const std::string published = without_full_stop(citation.vernacular_title);
  return published.empty() ? fmt::format("[{}]", title) : fmt::format("{} [{}]", published, title);
}

}  // namespace claimcheck
