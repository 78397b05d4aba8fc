#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/citation.h"
#include "core/verdict.h"

namespace claimcheck {

/// What a claim that a harm is absent or rare would have to be shown (verdict-method, sections 3 and 7): so many people
/// followed long enough without a case that the rule of three bounds the rate where the wording needs it (Hanley and
/// Lippman-Hand, JAMA 1983;249:1743: with no event in n people the rate is below 3/n with 95 % confidence).
struct Requirement {
  double highest_rate = 0;              ///< 0..1: the most that the wording allows
  int exposed_needed = 0;               ///< 3 / highest_rate, rounded up
  std::optional<int> exposed_shown;     ///< the most people that a weighed finding followed without a case
  std::optional<double> upper_bound;    ///< 3 / exposed_shown; none below 30 people
  std::optional<int> follow_up_needed;  ///< days; where the claim names or means a time
  std::optional<int> follow_up_shown;   ///< days; the longest of the weighed findings without a case
  bool operator==(const Requirement&) const = default;
};

/// A study family without which the tag would be another.
struct Flip {
  std::string family;
  std::vector<Pmid> pmids;  ///< of its findings, ascending
  Tag tag = Tag::unsupported;
  SubTag sub_tag = SubTag::none;
  bool operator==(const Flip&) const = default;
};

/// One value of a dimension of scope, such as the route "intravenous".
struct ScopeValue {
  std::string value;  ///< id of a vocabulary concept, or words; "not stated" for families that do not tell
  bool claimed = false;
  int families_for = 0;
  int families_against = 0;
  bool operator==(const ScopeValue&) const = default;
};

/// Where the evidence lies along one dimension, and whether the claim names a part of it. A claim that leaves a
/// dimension open covers all of it.
struct ScopeDimension {
  std::string name;  ///< population, setting, route, dose, course, follow_up
  bool open = true;  ///< the claim names no value
  std::vector<ScopeValue> values;
  bool operator==(const ScopeDimension&) const = default;
};

/// A record that was read and says nothing on the claim.
struct SilentCitation {
  Pmid pmid = 0;
  std::string title;
  int year = 0;
  std::string why;  ///< one phrase
  bool operator==(const SilentCitation&) const = default;
};

/// What surrounds a verdict: what it would take to show the claim, which single study family it hangs on, and whom the
/// evidence is about.
struct Appraisal {
  std::optional<Requirement> requirement;
  std::vector<Flip> flips;
  std::vector<ScopeDimension> scope;
  bool operator==(const Appraisal&) const = default;
};

}  // namespace claimcheck
