#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/report.h"
#include "core/review.h"

namespace claimcheck {

inline constexpr std::size_t kJudgements = EnumNames<Judgement>::values.size();

/// The fewest claims for which an interval of kappa is given: 2 k² for k judgements, from where on its standard error
/// was found to hold in simulations (D. V. Cicchetti, Appl. Psychol. Meas. 5(1):101-104, 1981). Below that an interval
/// that is called 95 % holds the true value in anything from 83 to 99 of 100 cases.
inline constexpr std::size_t kFewestForInterval = 2 * kJudgements * kJudgements;

/// How often the first reviewer (row) and the second (column) gave which judgements.
using AgreementTable = std::array<std::array<std::size_t, kJudgements>, kJudgements>;

/// Cohen's kappa: agreement beyond what chance alone would give. 1 is full agreement, 0 that of chance.
struct Kappa {
  std::optional<double> value;  ///< unset where nothing was judged, or one judgement alone was used by both
  std::optional<double> low;    ///< of the 95 % interval; unset where the table gives none
  std::optional<double> high;
  std::string note;  ///< why a part is unset, one sentence; else empty
  bool operator==(const Kappa&) const = default;
};

/// J. Cohen, Educ. Psychol. Meas. 20(1):37-46, 1960; the interval is kappa ± 1.96 standard errors, within -1 and 1, by
/// the large-sample variance of J. L. Fleiss, J. Cohen and B. S. Everitt, Psychol. Bull. 72(5):323-327, 1969. Where
/// that variance is 0 (full agreement) it says nothing on what other claims would give: no interval, nor for fewer
/// claims than kFewestForInterval.
Kappa measure_kappa(const AgreementTable& table);

/// A claim that the two judged differently.
struct Difference {
  std::string claim;
  Judgement first = Judgement::supported;
  Judgement second = Judgement::supported;
  bool operator==(const Difference&) const = default;
};

/// How far two reviewers agree, over the claims that both judged.
struct Agreement {
  std::string first;   ///< names, in the order of joining
  std::string second;  ///< likewise
  std::size_t claims = 0;
  std::size_t same = 0;
  AgreementTable table{};
  Kappa kappa;
  std::vector<Difference> differences;  ///< in the order of the run
  bool operator==(const Agreement&) const = default;
};

/// nullopt unless two take part as reviewers.
std::optional<Agreement> measure_agreement(const Run& run, const ReviewState& state);

}  // namespace claimcheck
