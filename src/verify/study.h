#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/citation.h"
#include "core/finding.h"
#include "verify/sentence.h"

namespace claimcheck {

/// What a record tells of its study as a whole; every finding of the record carries it.
struct Study {
  Design design = Design::other;
  bool randomised_evidence = false;  ///< a randomised trial, or a review that names such trials
  std::optional<int> sample_size;    ///< the largest group of people counted in the abstract
  Setting setting = Setting::unspecified;
  StudyScope scope;
  std::string family;  ///< registration number, else "PMID n"
  bool preprint = false;
  bool concern = false;
  bool risk_of_bias = false;
  bool dose_response = false;
  bool mixed_designs = false;  ///< a review that pooled other studies with randomised trials
};

/// Reads the study from publication types first (by MeSH UI), then title, then abstract; "Review" never outranks what
/// the text says (verdict-method, section 4). `title` and `sentences` are those of `citation`.
Study read_study(const Citation& citation, const Sentence& title, std::span<const Sentence> sentences,
                 const Vocabulary& vocabulary);

/// True for the number of a registered trial or review (NCT…, ISRCTN…, CRD…), false for that of a data set.
bool is_trial_registration(std::string_view number);

/// Why a record can never be evidence (no abstract, editorial, comment, letter, news, protocol, notice); empty when it
/// can.
std::string ineligible_because(const Citation& citation);

}  // namespace claimcheck
