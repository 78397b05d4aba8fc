#include "verify/no_more_often.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "text/one_of.h"
#include "text/word_at.h"
#include "verify/effect_barrier.h"

namespace claimcheck {
namespace {

// "Seen in below 1 %; the odds ratio was 1.24 (0.40 to 3.84)".
bool has_no_excess(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 6> ratios{"ratio", "or", "rr", "hr", "odds", "hazard"};
  const bool compared = std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) {
    const bool capitals = token.norm.size() > 2 || slice(sentence.text, token.span) != token.norm;
    return capitals && is_one_of(ratios, token.norm);
  });
  const bool excess = std::any_of(sentence.numbers.begin(), sentence.numbers.end(), [](const NumberMention& number) {
    return number.low && number.kind == NumberKind::interval && *number.low > 1;
  });
  return compared && !excess &&
         std::any_of(sentence.numbers.begin(), sentence.numbers.end(), [](const NumberMention& number) {
           return number.kind == NumberKind::interval && number.low && number.high && 0 < *number.low &&
                  *number.low <= 1 && 1 <= *number.high;
         });
}

// "Cough (2% vs 4%)" with the treatment and a control.
bool has_no_larger_share(const RecordView& record, const Sentence& sentence, const SlotMatch& match) {
  static constexpr std::array<std::string_view, 5> against{"vs", "versus", "v", "compared", "and"};
  const std::vector<Token>& tokens = sentence.tokens;
  if (word_at(tokens, match.tokens.last) != "(") return false;
  const auto opening = tokens.begin() + static_cast<std::ptrdiff_t>(match.tokens.last);
  const auto closing = std::find_if(opening, tokens.end(), [](const Token& token) { return token.norm == ")"; });
  if (closing == tokens.end()) return false;
  const bool compared =
      std::any_of(opening, closing, [](const Token& token) { return is_one_of(against, token.norm); });
  std::vector<double> shares;
  for (const NumberMention& number : sentence.numbers) {
    const bool inside = opening->span.begin < number.span.begin && number.span.end <= closing->span.begin;
    if (inside && number.kind == NumberKind::percent && !number.low) shares.push_back(number.value);
  }
  const std::vector<SlotMatch> named = record.subject.find(sentence);
  if (!compared || shares.size() != 2 || named.empty()) return false;
  const std::size_t subject = named.front().tokens.first;
  if (names_control(sentence, {0, subject})) return shares[1] <= shares[0];
  return names_control(sentence, {subject, tokens.size()}) && shares[0] <= shares[1];
}

}  // namespace

bool is_no_more_often(const RecordView& record, const Sentence& sentence, const SlotMatch& match,
                      const Reading& reading) {
  const bool happened = reading.reported == Reported::rate || reading.reported == Reported::event;
  return happened && (has_no_excess(sentence) || has_no_larger_share(record, sentence, match));
}

}  // namespace claimcheck
