#include "verify/stance_model.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "verify/linear_model.h"
#include "verify/stance_features.h"

namespace claimcheck {

std::string_view stance_comparison_data();
std::string_view stance_question_data();
std::string_view stance_statement_data();

namespace {

const LinearModel& model_for(ClaimForm form) {
  static const LinearModel statement(stance_statement_data(), kAnswers);
  static const LinearModel question(stance_question_data(), kAnswers);
  static const LinearModel comparison(stance_comparison_data(), kAnswers);
  switch (form) {
    case ClaimForm::statement:
      return statement;
    case ClaimForm::question:
      return question;
    case ClaimForm::comparison:
      return comparison;
  }
  return statement;
}

}  // namespace

AnswerReading read_answer(const ClaimParts& parts, const Sentence& claim, const EvidenceView& evidence) {
  const std::vector<int> scores = model_for(parts.form).scores(stance_features(parts, claim, evidence));
  // A question is answered yes or no: whether a record speaks of it is told by what it names, not by how.
  const std::size_t answers = parts.form == ClaimForm::question ? kAnswers - 1 : kAnswers;
  const auto best = std::max_element(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(answers));
  double total = 0;
  for (std::size_t i = 0; i < answers; ++i) total += std::exp((scores[i] - *best) / 100.0);
  return {static_cast<Answer>(best - scores.begin()), 1 / total};
}

}  // namespace claimcheck
