#pragma once

#include <string>
#include <vector>

#include "core/report.h"

namespace claimcheck {

/// How the run was done, as paragraphs for the methods section of a manuscript: plain sentences, only what holds of
/// this run.
std::vector<std::string> methods_paragraphs(const Run& run);

/// One item of PRISMA-S, the reporting guideline for searches (Rethlefsen et al., Syst Rev 2021;10:39).
struct SearchItem {
  int number = 0;
  std::string name;
  std::string text;
};

/// All sixteen items, what was not done included.
std::vector<SearchItem> search_items(const Run& run);

}  // namespace claimcheck
