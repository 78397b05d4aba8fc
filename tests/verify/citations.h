#pragma once

#include <string>
#include <vector>

#include "core/citation.h"

namespace claimcheck {

/// A citation with one labelled results section and one conclusions section (left out when empty).
inline Citation make_citation(Pmid pmid, std::string title, std::string results, std::string conclusions = {}) {
  Citation citation;
  citation.pmid = pmid;
  citation.title = std::move(title);
  citation.date.year = 2020;
  if (!results.empty()) citation.abstract.push_back({"RESULTS", SectionRole::results, std::move(results)});
  if (!conclusions.empty())
    citation.abstract.push_back({"CONCLUSIONS", SectionRole::conclusions, std::move(conclusions)});
  return citation;
}

}  // namespace claimcheck
