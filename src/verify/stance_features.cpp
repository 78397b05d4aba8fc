#include "verify/stance_features.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <fmt/core.h>

#include "text/numbers.h"
#include "verify/null_result.h"
#include "verify/polarity.h"
#include "verify/statistics.h"

namespace claimcheck {
namespace {

constexpr std::array<double, 10> kShares{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0};
constexpr std::array<double, 8> kMissing{1, 3, 6, 10, 15, 20, 30, 40};
constexpr std::array<double, 6> kCounts{1, 2, 3, 4, 6, 8};
constexpr std::array<double, 3> kLeads{0.1, 0.2, 0.4};
constexpr std::array<double, 9> kNullMeans{-4.5, -3, -1.8, -0.9, 0, 0.9, 1.8, 3, 4.5};
constexpr std::array<double, 6> kNullEnds{-6, -4, -2, 0, 2, 4};
constexpr std::array<double, 4> kNullShares{0.01, 0.2, 0.4, 0.6};
constexpr double kArmNamed = 0.4;

/// Gathers the features of one claim and one record.
class Gatherer {
 public:
  Gatherer(const ClaimParts& parts, const Sentence& claim, const EvidenceView& evidence)
      : parts_(parts), claim_(claim), evidence_(evidence) {
    for (std::size_t i = 0; i < evidence.sentences.size(); ++i) {
      if (is_evidence_role(evidence.sentences[i].role)) telling_.push_back(i);
    }
    if (telling_.empty()) {
      // Nothing in the record is known to report: all of it is read.
      telling_.resize(evidence.sentences.size());
      std::iota(telling_.begin(), telling_.end(), 0);
    }
    nulls_.resize(evidence.sentences.size());
    std::set<std::size_t> looked_at(telling_.begin(), telling_.end());
    if (!evidence.sentences.empty()) looked_at.insert({evidence.order.front(), evidence.sentences.size() - 1});
    for (const std::size_t i : looked_at) nulls_[i] = null_result_score(evidence.sentences[i]);
  }

  Features gather() && {
    features_.emplace_back("^");
    add_coverage();
    if (parts_.form == ClaimForm::comparison) add_slots();
    if (evidence_.sentences.empty()) return std::move(features_);
    const std::size_t best = evidence_.order.front();
    const std::size_t last = evidence_.sentences.size() - 1;
    add_best(best);
    add_claim();
    add_sentence("best", evidence_.sentences[best]);
    if (last != best) add_sentence("last", evidence_.sentences[last]);
    add_nulls(best, last);
    add_polarity(last);
    add_claim_numbers(best);
    return std::move(features_);
  }

 private:
  using Indices = std::vector<std::size_t>;

  template <typename... Parts>
  void add(fmt::format_string<Parts...> format, Parts&&... parts) {
    features_.push_back(fmt::format(format, std::forward<Parts>(parts)...));
  }

  void add_coverage() {
    add_levels("record names", coverage(parts_.words, evidence_.all), kShares, features_);
    add_levels("title names", coverage(parts_.words, evidence_.title_stems), kShares, features_);
    add_levels("record lacks", missing_weight(parts_.words, evidence_.all), kMissing, features_);
  }

  void add_slot(std::string_view name, const std::vector<std::string>& words) {
    add_levels(fmt::format("record names {}", name), coverage(words, evidence_.all), kShares, features_);
    add_levels(fmt::format("title names {}", name), coverage(words, evidence_.title_stems), kShares, features_);
    add_levels(fmt::format("record lacks of {}", name), missing_weight(words, evidence_.all), kMissing, features_);
    const auto named = std::count_if(words.begin(), words.end(),
                                     [&](const std::string& word) { return evidence_.all.contains(word); });
    add_levels(fmt::format("words named of {}", name), static_cast<double>(named), kCounts, features_);
  }

  void add_slots() {
    add("asks no worse {:d}", parts_.asks_no_worse);
    add_slot("intervention", parts_.intervention);
    add_slot("comparator", parts_.comparator);
    add_slot("outcome", parts_.outcome);
    const double arm = coverage(parts_.intervention, evidence_.all);
    const double outcome = coverage(parts_.outcome, evidence_.all);
    add_levels("names both", arm * outcome, kShares, features_);
    add_levels("names less of", std::min(arm, outcome), kShares, features_);
    double together = 0;
    double primary = 0;
    for (const Stems& stems : evidence_.stems) {
      together = std::max(together, coverage(parts_.words, stems));
      if (stems.contains(kPrimaryStem)) primary = std::max(primary, coverage(parts_.outcome, stems));
    }
    add_levels("one sentence names", together, kShares, features_);
    add_levels("primary outcome", primary, kShares, features_);
    if (evidence_.all.contains(kPrimaryStem)) add("tells its primary outcome");
    if (evidence_.all.contains(kRandomStem)) add("random");
    if (!evidence_.direction) {
      add("no direction");
      return;
    }
    const bool same = evidence_.direction->reported == Reported::no_difference;
    add("direction {}{}", to_string(evidence_.direction->reported), parts_.asks_no_worse ? " no worse" : "");
    add_levels(fmt::format("direction {}", same ? "same" : "differs"), evidence_.direction->probability, kShares,
               features_);
  }

  void add_best(std::size_t best) {
    const double share = evidence_.shares[best];
    add_levels("best names", share, kShares, features_);
    const double next = evidence_.order.size() > 1 ? evidence_.shares[evidence_.order[1]] : 0;
    add_levels("best leads by", share - next, kLeads, features_);
    add("best is {}", to_string(evidence_.sentences[best].role));
    if (best + 1 == evidence_.sentences.size()) add("best is last");
  }

  void add_claim() {
    for (const std::string& way : ways_of(claim_)) add("claims {}", way);
    add("claim negated {:d}", is_negative(claim_));
  }

  static bool is_negative(const Sentence& sentence) {
    return has_cue(sentence, CueKind::negation) || has_cue(sentence, CueKind::null_result);
  }

  /// What a sentence says happens, as its cues tell.
  static std::set<std::string> ways_of(const Sentence& sentence) {
    static constexpr std::array<CueKind, 8> kinds{CueKind::increase,       CueKind::decrease,     CueKind::improve,
                                                  CueKind::worsen,         CueKind::cause,        CueKind::associate,
                                                  CueKind::high_magnitude, CueKind::low_magnitude};
    std::set<std::string> ways;
    for (const Cue& cue : sentence.cues) {
      if (std::find(kinds.begin(), kinds.end(), cue.kind) != kinds.end()) ways.emplace(to_string(cue.kind));
    }
    return ways;
  }

  void add_sentence(std::string_view tag, const Sentence& sentence) {
    std::set<std::string_view> kinds;
    for (const Cue& cue : sentence.cues) kinds.insert(to_string(cue.kind));
    for (const std::string_view kind : kinds) add("{} cue {}", tag, kind);
    add("{} negated {:d} for {:d}", tag, is_negative(sentence), is_negative(claim_));
    const Benefit claimed = find_benefit(claim_, {0, claim_.tokens.size()});
    const Benefit told = find_benefit(sentence, {0, sentence.tokens.size()});
    add("{} benefit {:d}{:d} for {:d}{:d}", tag, told.good, told.bad, claimed.good, claimed.bad);
    add_numbers(tag, sentence);
  }

  void add_numbers(std::string_view tag, const Sentence& sentence) {
    std::optional<bool> significant;
    for (const NumberMention& number : sentence.numbers) {
      if (number.kind == NumberKind::p_value) {
        const bool is_below = number.value <= kAlpha && number.relation != NumberRelation::greater;
        significant = significant.value_or(false) || is_below;
      }
      if (number.kind != NumberKind::interval || !number.low || !number.high) continue;
      const bool excludes = (*number.low > 1 || *number.high < 1) && (*number.low > 0 || *number.high < 0);
      add("{} interval {} null", tag, excludes ? "excludes" : "includes");
    }
    if (significant) add("{} p {}", tag, *significant ? "significant" : "not significant");
  }

  /// Whether these sentences report null results, those the most that name most of the target.
  void add_null(std::string_view tag, const Indices& sentences) {
    if (sentences.empty()) {
      add("no {}", tag);
      return;
    }
    double sum = 0;
    double weights = 0;
    double least = nulls_[sentences.front()];
    double most = least;
    for (const std::size_t i : sentences) {
      const double share = evidence_.shares[i];
      const double weight = 0.05 + share * share;
      sum += weight * nulls_[i];
      weights += weight;
      least = std::min(least, nulls_[i]);
      most = std::max(most, nulls_[i]);
    }
    const std::string_view goal = parts_.asks_no_worse ? " no worse" : "";
    add_levels(fmt::format("null in {}", tag), sum / weights, kNullMeans, features_);
    if (parts_.asks_no_worse) add_levels(fmt::format("null in {}{}", tag, goal), sum / weights, kNullMeans, features_);
    add_levels(fmt::format("least null in {}", tag), least, kNullEnds, features_);
    add_levels(fmt::format("most null in {}", tag), most, kNullEnds, features_);
  }

  template <typename Keep>
  Indices telling_where(Keep keep) const {
    Indices kept;
    std::copy_if(telling_.begin(), telling_.end(), std::back_inserter(kept), keep);
    return kept;
  }

  void add_nulls(std::size_t best, std::size_t last) {
    const auto is_role = [&](SectionRole role) {
      return [this, role](std::size_t i) { return evidence_.sentences[i].role == role; };
    };
    add_null("all", telling_);
    add_null("conclusions", telling_where(is_role(SectionRole::conclusions)));
    add_null("results", telling_where(is_role(SectionRole::results)));
    add_null("best", {best});
    add_null("last", {last});
    add_null("primary", telling_where([&](std::size_t i) { return evidence_.stems[i].contains(kPrimaryStem); }));
    if (parts_.form == ClaimForm::comparison) {
      add_null("arm", telling_where([&](std::size_t i) {
                 return coverage(parts_.intervention, evidence_.stems[i]) > kArmNamed;
               }));
    }
    const auto denying = std::count_if(telling_.begin(), telling_.end(), [&](std::size_t i) {
      return has_cue(evidence_.sentences[i], CueKind::null_result);
    });
    add_levels("share of null results", static_cast<double>(denying) / static_cast<double>(telling_.size()),
               kNullShares, features_);
  }

  void add_polarity(std::size_t last) {
    add_polarity_features("best", claim_, evidence_.sentences[evidence_.order.front()], features_);
    add_polarity_features("last", claim_, evidence_.sentences[last], features_);
    add_polarity_features("title", claim_, evidence_.title, features_);
    for (std::size_t i = 1; i < std::min<std::size_t>(3, evidence_.order.size()); ++i) {
      add_polarity_features("next", claim_, evidence_.sentences[evidence_.order[i]], features_);
    }
  }

  /// Whether the record gives the numbers that the claim gives.
  void add_claim_numbers(std::size_t best) {
    const std::vector<std::string>& numbers = parts_.numbers;
    if (numbers.empty()) return;
    const auto count = [&](const Stems& stems) {
      return std::count_if(numbers.begin(), numbers.end(),
                           [&](const std::string& number) { return stems.contains(number); });
    };
    const auto in_record = static_cast<std::size_t>(count(evidence_.all));
    add("best gives a number {:d}", count(evidence_.stems[best]) > 0);
    add("record gives numbers {}", in_record == numbers.size() ? "all" : in_record > 0 ? "some" : "none");
  }

  const ClaimParts& parts_;
  const Sentence& claim_;
  const EvidenceView& evidence_;
  std::vector<double> nulls_;  ///< of each sentence
  Indices telling_;            ///< the sentences that may carry evidence
  Features features_;
};

}  // namespace

Features stance_features(const ClaimParts& parts, const Sentence& claim, const EvidenceView& evidence) {
  Features features = Gatherer(parts, claim, evidence).gather();
  std::sort(features.begin(), features.end());
  features.erase(std::unique(features.begin(), features.end()), features.end());
  return features;
}

}  // namespace claimcheck
