#pragma once

#include <string>

#include "core/certainty.h"
#include "core/finding.h"

namespace claimcheck {

/// "PMID 31109201 (randomised trial, 2019)".
std::string name_source(const Finding& finding);

/// "1 independent study", "3 independent studies".
std::string count_families(int families);

/// An identifier as words: "high_dose" as "high dose".
std::string in_words(std::string value);
std::string in_words(Certainty certainty);

}  // namespace claimcheck
