#include "verify/null_result.h"

#include <algorithm>
#include <string>

#include <fmt/core.h>

#include "text/numbers.h"

namespace claimcheck {

std::string_view null_result_data();

namespace {

constexpr double kAlpha = 0.05;

void add_number(const NumberMention& number, bool of_ratio, Features& features) {
  if (number.kind == NumberKind::p_value) {
    const bool significant = number.value <= kAlpha && number.relation != NumberRelation::greater;
    features.emplace_back(significant ? "p significant" : "p not significant");
  }
  if (number.kind != NumberKind::interval || !number.low || !number.high) return;
  const double null_value = of_ratio ? 1 : 0;
  const bool excludes = *number.low > null_value || *number.high < null_value;
  features.push_back(
      fmt::format("interval of a {} {} null", of_ratio ? "ratio" : "difference", excludes ? "excludes" : "includes"));
}

void add_sentence(const Sentence& sentence, Features& features) {
  std::string before = "^";
  for (const Token& token : sentence.tokens) {
    std::string word = token.kind == TokenKind::number ? std::string("#") : token.stem;
    features.push_back(before + " " + word);
    features.push_back(word);
    before = std::move(word);
  }
  std::string_view last = "^";
  for (const Cue& cue : sentence.cues) {
    const std::string_view kind = to_string(cue.kind);
    features.push_back(fmt::format("cue {}", kind));
    features.push_back(fmt::format("cues {} {}", last, kind));
    last = kind;
  }
  const std::vector<NumberMention> numbers = find_numbers(sentence.text, sentence.tokens);
  const bool of_ratio = std::any_of(numbers.begin(), numbers.end(),
                                    [](const NumberMention& number) { return number.kind == NumberKind::ratio; });
  for (const NumberMention& number : numbers) add_number(number, of_ratio, features);
}

}  // namespace

Features null_result_features(std::span<const Sentence> passage) {
  Features features{"^"};
  for (const Sentence& sentence : passage) add_sentence(sentence, features);
  std::sort(features.begin(), features.end());
  features.erase(std::unique(features.begin(), features.end()), features.end());
  return features;
}

double null_result_score(const Sentence& sentence) {
  static const LinearModel model(null_result_data(), 2);
  const std::vector<int> scores = model.scores(null_result_features({&sentence, 1}));
  return (scores[1] - scores[0]) / 100.0;
}

}  // namespace claimcheck
