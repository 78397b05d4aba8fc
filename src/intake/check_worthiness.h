#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "concepts/vocabulary.h"
#include "intake/article_parts.h"

namespace claimcheck {

/// How far a statement is one that literature can speak to, and what speaks for and against it.
struct CheckWorthiness {
  double score = 0;              ///< 0 to 1
  std::vector<std::string> why;  ///< one reason each, in words
};

/// Statements of at least this score are claims.
inline constexpr double kLeastCheckWorthy = 0.5;

/// Scores a self-contained statement by what it names and says. For: a treatment, a condition or outcome, a mechanism,
/// an effect, a number, a study or guideline; approval and history count as said, though PubMed cannot settle them.
/// Against: questions, advice, calls to action, contact data, what clinics do, prices, insurance, forecasts, praise,
/// stories of a person, words about the article itself; and where it stands: below a heading about business or law, or,
/// where it speaks of the past, in a person's story. `needs_context` is one against too. Linear in the length.
CheckWorthiness score_check_worthiness(std::string_view statement, bool needs_context, const PlaceInArticle& place,
                                       const Vocabulary& vocabulary);

}  // namespace claimcheck
