#include "verify/null_result.h"
#include "verify/statistics.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/core.h>

#include "text/numbers.h"

namespace claimcheck {

std::string_view null_result_data();

namespace {

template <typename Add>
void add_number(const NumberMention& number, bool of_ratio, const Add& add) {
  if (number.kind == NumberKind::p_value) {
    const bool significant = number.value <= kAlpha && number.relation != NumberRelation::greater;
    add(significant ? "p significant" : "p not significant");
  }
  if (number.kind != NumberKind::interval || !number.low || !number.high) return;
  const double null_value = of_ratio ? 1 : 0;
  const bool excludes = *number.low > null_value || *number.high < null_value;
  add(fmt::format("interval of a {} {} null", of_ratio ? "ratio" : "difference", excludes ? "excludes" : "includes"));
}

template <typename Add>
void add_words(std::span<const Token> tokens, const Add& add) {
  std::string_view before = "^";
  std::string pair;
  for (const Token& token : tokens) {
    const std::string_view word = token.kind == TokenKind::number ? std::string_view("#") : token.stem;
    pair.assign(before).append(" ").append(word);
    add(pair);
    add(word);
    before = word;
  }
}

/// Calls `add` with each feature of a sentence, some more than once.
template <typename Add>
void add_sentence(const Sentence& sentence, const Add& add) {
  add_words(sentence.tokens, add);
  std::string_view last = "^";
  for (const Cue& cue : sentence.cues) {
    const std::string_view kind = to_string(cue.kind);
    add(fmt::format("cue {}", kind));
    add(fmt::format("cues {} {}", last, kind));
    last = kind;
  }
  const std::vector<NumberMention>& numbers = sentence.numbers;
  const bool of_ratio = std::any_of(numbers.begin(), numbers.end(),
                                    [](const NumberMention& number) { return number.kind == NumberKind::ratio; });
  for (const NumberMention& number : numbers) add_number(number, of_ratio, add);
}

}  // namespace

Features null_result_features(std::span<const Sentence> passage) {
  Features features{"^"};
  const auto add = [&](std::string_view feature) { features.emplace_back(std::string(feature)); };
  for (const Sentence& sentence : passage) add_sentence(sentence, add);
  std::sort(features.begin(), features.end());
  features.erase(std::unique(features.begin(), features.end()), features.end());
  return features;
}

double null_result_score(const Sentence& sentence) {
  static const LinearModel model(null_result_data(), 2);
  // Most features of a sentence are unknown to the model: only the known ones are kept.
  std::vector<std::size_t> rows;
  const auto add = [&](std::string_view feature) {
    if (const auto row = model.find(feature)) rows.push_back(*row);
  };
  add("^");
  add_sentence(sentence, add);
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  int sum = 0;
  for (const std::size_t row : rows) sum += model.weight(row, 1) - model.weight(row, 0);
  return sum / 100.0;
}

}  // namespace claimcheck
