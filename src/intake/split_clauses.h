#pragma once

#include <vector>

#include "intake/draft.h"

namespace claimcheck {

/// A sentence of several clauses, one by one: parts that have a subject and a verb of their own, joined by "and",
/// "but", ";", a dash, ", while". What is only said to be shown stays said ("Studies show that A, and that B" gives
/// "Studies show that B"). The sentence itself where it is one clause, or where it is not clear what belongs together.
std::vector<Draft> split_clauses(const Draft& sentence);

/// One clause with several verbs, one by one: "X reduces pain and improves sleep" is "X reduces pain" and "X improves
/// sleep". What counts for all ("… in adults") is said of each. The clause itself where it has one.
std::vector<Draft> split_verbs(const Draft& clause);

/// What a clause adds to itself behind a comma, one by one: "…, reducing pain", "…, which often take weeks".
std::vector<Draft> split_additions(const Draft& clause);

}  // namespace claimcheck
