#pragma once

#include <optional>
#include <string>

#include "core/finding.h"
#include "verify/match.h"
#include "verify/sentence.h"
#include "verify/statistics.h"

namespace claimcheck {

/// What numbers without a word of direction tell of an outcome with the treatment as against the comparator.
struct NumberReading {
  Reported reported = Reported::increase;  ///< increase or decrease
  std::string words;                       ///< the numbers that decided, as written
  std::optional<double> rate;              ///< that of the treatment, where shares were compared
};

/// Two shares of people, one an arm ("38 % with the drug and 12 % with placebo", "placebo vs the drug: 3/40 vs 9/41").
/// A share belongs to the arm that follows it, where each has one; else the shares stand in the order of the arms. With
/// only one arm named the other must be told by "versus". nullopt where the clause gives no such pair, or the shares
/// are not told apart by more than a third and no test tells them apart.
std::optional<NumberReading> compare_arms(const Sentence& sentence, const TokenRange& clause,
                                          const SlotMatcher& subject, const Statistics& statistics);

/// The treatment's share of people, of the two that the clause gives for an arm each; nullopt where it does not tell.
std::optional<double> treated_share(const Sentence& sentence, const TokenRange& clause, const SlotMatcher& subject);

/// True where of two bare counts of people, an arm each, the treatment's is the smaller one by more than a third.
bool are_fewer_treated(const Sentence& sentence, const TokenRange& clause, const SlotMatcher& subject);

/// Two shares of people or two bare counts, one the treatment's and one another arm's, that neither a test nor a third
/// of the larger one tells apart.
bool are_arms_alike(const Sentence& sentence, const TokenRange& clause, const SlotMatcher& subject,
                    const Statistics& statistics);

/// An estimate whose interval excludes the null: a ratio by the side of 1 on which it lies, a difference by its sign.
/// A difference written without a sign is not read: it may be that of an improvement. The treatment comes first unless
/// the clause names it behind the comparator.
std::optional<NumberReading> read_estimate(const Sentence& sentence, const TokenRange& clause,
                                           const SlotMatcher& subject, const Statistics& statistics);

/// How the change of an outcome with the treatment stands to that with the comparator.
enum class ChangeContrast { more, alike, less };

/// Two amounts of change, one an arm ("fell by 3 with the drug and by 1 with placebo", "from 7 to 4 with …"). They are
/// alike when neither a test nor a third of the larger one tells them apart. nullopt where the sentence gives no such
/// pair from the clause on.
std::optional<ChangeContrast> contrast_changes(const Sentence& sentence, const TokenRange& clause,
                                               const SlotMatcher& subject, const Statistics& statistics);

/// "The mean change was -14.1 with the drug and -9.9 with placebo (P < .001)": the larger fall, where a test tells the
/// arms apart.
std::optional<NumberReading> compare_signed_changes(const Sentence& sentence, const TokenRange& clause,
                                                    const SlotMatcher& subject, const Statistics& statistics);

/// "Median survival was 14 months with the drug and 7.6 with placebo (P = .003)": the longer time, where a test tells
/// the arms apart.
std::optional<NumberReading> compare_times(const Sentence& sentence, const TokenRange& clause,
                                           const SlotMatcher& subject, const Statistics& statistics);

/// "Effectiveness against X was 95 % (95 % CI 91 to 97)": there is less of X.
std::optional<NumberReading> read_efficacy(const Sentence& sentence, const TokenRange& clause,
                                           const Statistics& statistics);

}  // namespace claimcheck
