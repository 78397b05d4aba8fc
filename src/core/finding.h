#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/certainty.h"
#include "core/citation.h"
#include "core/enum_names.h"
#include "core/span.h"

namespace claimcheck {

/// What an abstract does for a claim. `silent` abstracts yield no finding.
enum class Stance { supports, opposes, inconclusive, silent };

/// What a sentence reports about the outcome.
enum class Reported { increase, decrease, no_difference, bound, rate, event, gap_stated };

/// Study design, read from publication types first, then title and abstract.
enum class Design {
  meta_analysis,
  systematic_review,
  rct,
  controlled_trial,
  cohort,
  case_control,
  registry,
  cross_sectional,
  pharmacovigilance,
  uncontrolled,
  case_series,
  case_report,
  narrative_review,
  animal,
  in_vitro,
  other,
};

enum class Setting { unspecified, medical, recreational, mixed };

/// How closely a finding answers the claim: `direct`, one minor mismatch, far (two or more, or another species,
/// or non-medical use against therapy, or a surrogate), or off target.
enum class Directness { direct, minor, far, off_target };

/// Verbatim words of an abstract. `text` equals the bytes of section `section` at `span`.
struct Quote {
  std::size_t section = 0;  ///< index in Citation::abstract
  Span span;
  std::string text;
  bool operator==(const Quote&) const = default;
};

/// Numbers read from a quoted sentence; absent where the sentence gives none.
struct FindingNumbers {
  std::optional<double> p_value;
  std::optional<double> estimate;
  std::optional<double> ci_low;
  std::optional<double> ci_high;
  double null_value = 0;           ///< 1 for ratios, 0 for differences
  std::optional<double> rate;      ///< 0..1
  std::optional<double> rate_low;  ///< the interval of `rate`, 0..1; ci_low and ci_high are those of the estimate
  std::optional<double> rate_high;
  std::optional<int> events;
  std::optional<int> exposed;
  bool operator==(const FindingNumbers&) const = default;
};

/// Words that made the reader decide, with the rule that used them.
struct FindingCue {
  std::string rule;
  std::string text;
  bool operator==(const FindingCue&) const = default;
};

/// A claim's slot that the study does not match, and why.
struct SlotMismatch {
  std::string slot;
  std::string why;
  bool operator==(const SlotMismatch&) const = default;
};

/// Whom a study is about and how the treatment was given, as ids of vocabulary concepts in alphabetical order; empty
/// where the title, the aim and the methods do not tell.
struct StudyScope {
  std::vector<std::string> populations;
  std::vector<std::string> routes;
  std::vector<std::string> doses;     ///< bands: low_dose, high_dose
  std::vector<std::string> courses;   ///< single_dose, repeated_doses, maintenance
  std::optional<int> follow_up_days;  ///< the longest time that the record names
  bool operator==(const StudyScope&) const = default;
};

/// What one citation reports on a claim's outcome, as quoted.
struct Finding {
  Pmid pmid = 0;
  Stance stance = Stance::inconclusive;
  Reported reported = Reported::event;
  Quote quote;
  std::string outcome;  ///< concept id, or the words matched
  FindingNumbers numbers;
  Design design = Design::other;
  bool randomised_evidence = false;  ///< a randomised trial, or a review of such trials
  std::optional<int> sample_size;    ///< participants
  Setting setting = Setting::unspecified;
  StudyScope scope;
  Directness directness = Directness::direct;
  std::vector<SlotMismatch> mismatches;
  std::vector<FindingCue> cues;
  double reliability = 0;    ///< 0..1: how often such a reading is right; below kWeighedReliability it is listed only
  bool significant = false;  ///< a p-value below 0.05, an interval that excludes the null, or so worded
  bool reviewed_conclusion = false;  ///< the sentence stands in the conclusions
  int year = 0;                      ///< of publication; 0 unknown
  std::string family;                ///< study family: a registration number, else the PMID
  bool retracted = false;            ///< shown struck through, never weighed
  bool concern = false;              ///< expression of concern
  bool preprint = false;
  bool erratum = false;               ///< the record was corrected
  bool risk_of_bias = false;          ///< open label, uncontrolled, attrition
  bool dose_response = false;         ///< the record reports that more of the exposure goes with more of the effect
  bool mixed_designs = false;         ///< a review that pooled other studies with randomised trials
  bool heterogeneous = false;         ///< a review that says that its studies disagree
  bool own_baseline = false;          ///< an effect told against the people's own start, and against nobody else
  Certainty rated = Certainty::none;  ///< the authors' own rating of the evidence (GRADE); none where they give none
  bool looked_for = false;            ///< the record says that it looked for the outcome: it is no chance remark
  bool spin = false;      ///< the conclusions claim what the results of the same record do not show on this outcome
  bool by_words = false;  ///< read by its words alone, by a model: listed, never weighed
  std::string excluded;   ///< why the finding is not weighed; empty when it is
  bool operator==(const Finding&) const = default;
};

/// Findings read less reliably than this are listed but not weighed.
inline constexpr double kWeighedReliability = 0.5;

template <>
struct EnumNames<Stance> {
  static constexpr std::array<std::string_view, 4> values{"supports", "opposes", "inconclusive", "silent"};
};
template <>
struct EnumNames<Reported> {
  static constexpr std::array<std::string_view, 7> values{"increase", "decrease", "no_difference", "bound",
                                                          "rate",     "event",    "gap_stated"};
};
template <>
struct EnumNames<Design> {
  static constexpr std::array<std::string_view, 16> values{"meta_analysis",
                                                           "systematic_review",
                                                           "rct",
                                                           "controlled_trial",
                                                           "cohort",
                                                           "case_control",
                                                           "registry",
                                                           "cross_sectional",
                                                           "pharmacovigilance",
                                                           "uncontrolled",
                                                           "case_series",
                                                           "case_report",
                                                           "narrative_review",
                                                           "animal",
                                                           "in_vitro",
                                                           "other"};
};
template <>
struct EnumNames<Setting> {
  static constexpr std::array<std::string_view, 4> values{"unspecified", "medical", "recreational", "mixed"};
};
template <>
struct EnumNames<Directness> {
  static constexpr std::array<std::string_view, 4> values{"direct", "minor", "far", "off_target"};
};

}  // namespace claimcheck
