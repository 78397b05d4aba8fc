#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "text/tokens.h"

namespace claimcheck {

enum class NumberKind {
  p_value,     ///< "P < .001", "p=0·92": value, and `less` / `greater` for the relation
  interval,    ///< "95% CI 1.9 to 7.3", "(95% CI, -9.48 to -4.07)", the range in "HR 0.66; 0.45-0.98": low and high;
               ///< value = the level, 95 if not said
  ratio,       ///< "OR 3.7", "odds ratio of 3.7", "RR", "HR", "IRR", "relative risk": null is 1
  difference,  ///< "mean difference -4.0", "SMD", "d = 0.52", "MD": null is 0
  percent,     ///< "26.6%", "12.3 to 41.0%" (low, high)
  fraction,    ///< "3 of 40", "25 (31.6%) of 79", "3/40", "none of the 50": value events, high = total
  count,       ///< "n = 26", "N=1285", "75 patients", "1285 respondents": value
  dose,        ///< "0.5 mg/kg", "84-mg": value and unit
  duration,    ///< "12 weeks", "24-hour", "two years", "week 12": value and unit (minute hour day week month year)
  plain,
};

enum class NumberRelation { equal, less, greater };

/// A number in a sentence, with what it measures. Number words up to "twenty" and tens count as numbers for count,
/// fraction and duration. Decimal points "." and "·" are read; thousands separators "," and thin space too.
struct NumberMention {
  NumberKind kind = NumberKind::plain;
  Span span;
  double value = 0;
  std::optional<double> low;
  std::optional<double> high;
  NumberRelation relation = NumberRelation::equal;
  std::string unit;  ///< of dose and duration; for count, the folded noun ("patients")
};

/// The numbers of one sentence, in order, without overlaps. Linear in its length. Of a range ("4 to 6 weeks") `value`
/// is the lower end, and low and high are set; "from 40% to 20%" is a change and gives two mentions. The spans hold the
/// words that tell the kind ("P < .001", "OR 3.7"). Ages ("45 years old", "aged 18 to 65 years") are plain numbers.
std::vector<NumberMention> find_numbers(std::string_view sentence);

/// The same for a sentence that has been tokenized already: `tokens` is tokenize(`sentence`).
std::vector<NumberMention> find_numbers(std::string_view sentence, std::span<const Token> tokens);

}  // namespace claimcheck
