#include "span_properties.h"

#include <vector>

#include "text/abbreviations.h"
#include "text/characters.h"
#include "text/cues.h"
#include "text/numbers.h"
#include "text/sentences.h"
#include "text/tokens.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

/// For each byte whether a character begins there; the end counts too.
std::vector<bool> character_starts(std::string_view text) {
  std::vector<bool> starts(text.size() + 1, false);
  for (std::size_t at = 0; at < text.size(); at += decode_at(text, at).size) starts[at] = true;
  starts[text.size()] = true;
  return starts;
}

class SpanChecker {
 public:
  explicit SpanChecker(std::string_view text) : text_(text), starts_(character_starts(text)) {}

  /// Non-empty, in bounds, on boundaries, and not before the end of the last span checked with the same `name`.
  void check(const std::string& name, Span span, std::size_t& from) {
    if (span.empty() || span.end > text_.size()) return fail(name + ": span empty or out of bounds");
    if (!starts_[span.begin] || !starts_[span.end]) return fail(name + ": span cuts a character");
    if (span.begin < from) return fail(name + ": spans overlap or are out of order");
    from = span.end;
  }

  void check_gap(Span gap) {
    for (std::size_t at = gap.begin; at < gap.end; at += decode_at(text_, at).size) {
      if (!is_space(decode_at(text_, at).value)) return fail("split_sentences: a byte that is no space is left out");
    }
  }

  void fail(const std::string& what) {
    if (broken_.empty()) broken_ = what;
  }

  [[nodiscard]] const std::string& broken() const { return broken_; }

 private:
  std::string_view text_;
  std::vector<bool> starts_;
  std::string broken_;
};

void check_cues(SpanChecker& checker, const std::vector<Token>& tokens) {
  const std::vector<Cue> cues = find_cues(tokens);
  std::size_t first = 0;
  for (const Cue& cue : cues) {
    if (cue.first < first) checker.fail("find_cues: out of order");
    first = cue.first;
    if (cue.first >= cue.last || cue.last > tokens.size()) return checker.fail("find_cues: tokens out of bounds");
    if (cue.span != Span{tokens[cue.first].span.begin, tokens[cue.last - 1].span.end}) {
      checker.fail("find_cues: span and tokens differ");
    }
  }
  for (std::size_t at = 0; at < tokens.size(); ++at) static_cast<void>(is_negated(tokens, cues, at));
}

void check_utf8(SpanChecker& checker, std::string_view text) {
  const std::string repaired = repair_utf8(text);
  if (!is_valid_utf8(repaired)) checker.fail("repair_utf8: the result is ill-formed");
  if (is_valid_utf8(text) && repaired != text) checker.fail("repair_utf8: changed a valid text");
  if (!is_valid_utf8(fold_case(text))) checker.fail("fold_case: the result is ill-formed");
  const std::size_t points = count_code_points(repaired);
  const Span middle{points / 3, points - points / 3};
  if (to_code_points(repaired, to_bytes(repaired, middle)) != middle) checker.fail("to_bytes: no round trip");
}

}  // namespace

std::string broken_span_property(std::string_view text) {
  SpanChecker checker(text);
  std::size_t sentence_end = 0;
  for (const Span sentence : split_sentences(text)) {
    checker.check_gap({sentence_end, sentence.begin});
    checker.check("split_sentences", sentence, sentence_end);
  }
  checker.check_gap({sentence_end, text.size()});

  const std::vector<Token> tokens = tokenize(text);
  std::size_t token_end = 0;
  for (const Token& token : tokens) {
    checker.check("tokenize", token.span, token_end);
    if (token.norm.empty() || !is_valid_utf8(token.norm)) checker.fail("tokenize: norm empty or ill-formed");
  }
  std::size_t number_end = 0;
  for (const NumberMention& number : find_numbers(text, tokens)) checker.check("find_numbers", number.span, number_end);
  for (const Abbreviation& abbreviation : find_abbreviations(text)) {
    std::size_t definition_end = 0;
    checker.check("find_abbreviations", abbreviation.definition, definition_end);
  }
  check_cues(checker, tokens);
  check_utf8(checker, text);
  return checker.broken();
}

}  // namespace claimcheck
