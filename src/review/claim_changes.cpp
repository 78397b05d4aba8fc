#include "review/claim_changes.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "text/cues.h"
#include "text/numbers.h"
#include "text/tokens.h"

namespace claimcheck {
namespace {

/// A claim's words, taken apart once.
struct Words {
  explicit Words(const std::string& text) : tokens(tokenize(text)), numbers(find_numbers(text, tokens)) {
    for (const Token& token : tokens) {
      if (token.kind != TokenKind::punctuation) norms.push_back(token.norm);
    }
    for (const Token& token : tokens) exact.push_back(text.substr(token.span.begin, token.span.size()));
    cues = find_cues(tokens);
  }
  [[nodiscard]] std::vector<std::string> cues_of(std::initializer_list<CueKind> kinds) const {
    std::vector<std::string> found;
    for (const Cue& cue : cues) {
      if (std::find(kinds.begin(), kinds.end(), cue.kind) == kinds.end()) continue;
      std::string words;
      for (std::size_t i = cue.first; i < cue.last; ++i) words += tokens[i].norm + ' ';
      found.push_back(std::move(words));
    }
    return found;
  }

  std::vector<Token> tokens;
  std::vector<NumberMention> numbers;
  std::vector<Cue> cues;
  std::vector<std::string> norms;  // of words and numbers, folded
  std::vector<std::string> exact;  // of every token, as written
};

using Amount = std::tuple<double, double, double, int>;

// How much, without of what.
std::vector<Amount> amounts_of(const Words& words) {
  std::vector<Amount> amounts;
  for (const NumberMention& each : words.numbers) {
    amounts.emplace_back(each.value, each.low.value_or(each.value), each.high.value_or(each.value),
                         static_cast<int>(each.relation));
  }
  std::sort(amounts.begin(), amounts.end());
  return amounts;
}

std::vector<std::string> digits_of(const Words& words) {
  std::vector<std::string> digits;
  for (const Token& token : words.tokens) {
    if (token.kind == TokenKind::number) digits.push_back(token.norm);
  }
  std::sort(digits.begin(), digits.end());
  return digits;
}

std::vector<std::pair<int, std::string>> units_of(const Words& words) {
  std::vector<std::pair<int, std::string>> units;
  for (const NumberMention& each : words.numbers) units.emplace_back(static_cast<int>(each.kind), each.unit);
  std::sort(units.begin(), units.end());
  return units;
}

std::string fold(const std::string& text) {
  std::string folded;
  for (const Token& token : tokenize(text)) folded += token.norm + ' ';
  return folded;
}

bool same_slot(const Slot& a, const Slot& b) {
  return a.concepts == b.concepts && (!a.concepts.empty() || fold(a.text) == fold(b.text));
}

bool same_dose(const Words& a, const Words& b) {
  const auto doses = [](const Words& words) {
    std::vector<std::tuple<double, double, std::string>> found;
    for (const NumberMention& each : words.numbers) {
      if (each.kind == NumberKind::dose) found.emplace_back(each.value, each.high.value_or(each.value), each.unit);
    }
    return found;
  };
  return doses(a) == doses(b);
}

void list_material(const ClaimFrame& before, const ClaimFrame& after, std::vector<std::string>& changes) {
  const Words old_words(before.text);
  const Words new_words(after.text);
  const auto add = [&](bool changed, const char* what) {
    if (changed) changes.emplace_back(what);
  };
  const auto other_cues = [&](std::initializer_list<CueKind> kinds) {
    return old_words.cues_of(kinds) != new_words.cues_of(kinds);
  };
  add(amounts_of(old_words) != amounts_of(new_words) || digits_of(old_words) != digits_of(new_words), "number");
  add(units_of(old_words) != units_of(new_words), "unit");
  add(before.polarity != after.polarity || other_cues({CueKind::negation, CueKind::null_result}), "negation");
  add(!same_slot(before.subject, after.subject) || before.subject_is_lack != after.subject_is_lack, "drug or exposure");
  add(!same_dose(old_words, new_words) || !same_slot(before.dose, after.dose), "dose");
  add(!same_slot(before.population, after.population), "population");
  add(!same_slot(before.comparator, after.comparator) || before.lacks_comparator != after.lacks_comparator,
      "comparison");
  add(!same_slot(before.outcome, after.outcome), "outcome");
  add(before.direction != after.direction ||
          other_cues({CueKind::increase, CueKind::decrease, CueKind::improve, CueKind::worsen}),
      "direction");
  add(before.strength != after.strength || before.demand != after.demand ||
          other_cues({CueKind::hedge, CueKind::cause, CueKind::associate, CueKind::absolute}),
      "how strongly it is worded");
  add(!same_slot(before.quantifier, after.quantifier), "how much or how often");
  add(!same_slot(before.route, after.route), "route");
  add(!same_slot(before.duration, after.duration) || before.long_term != after.long_term, "duration");
  add(!same_slot(before.setting, after.setting), "setting");
  add(before.kind != after.kind, "kind of claim");
}

std::string describe_words(const std::string& before, const std::string& after) {
  const Words old_words(before);
  const Words new_words(after);
  const auto norms = [](const Words& words) {
    std::vector<std::string> all;
    for (const Token& token : words.tokens) all.push_back(token.norm);
    return all;
  };
  if (norms(old_words) == norms(new_words)) {
    return old_words.exact == new_words.exact ? "white space alone" : "letter case or signs alone";
  }
  if (old_words.norms == new_words.norms) return "punctuation alone";
  std::vector<std::string> old_sorted = old_words.norms;
  std::vector<std::string> new_sorted = new_words.norms;
  std::sort(old_sorted.begin(), old_sorted.end());
  std::sort(new_sorted.begin(), new_sorted.end());
  return old_sorted == new_sorted ? "the order of words" : "the wording";
}

std::string name_tag(const Report& report) {
  return std::string(report.verdict ? to_string(report.verdict->tag) : to_string(report.status));
}

}  // namespace

bool same_frame(const ClaimFrame& a, const ClaimFrame& b) {
  ClaimFrame renamed = a;
  renamed.claim_id = b.claim_id;
  return renamed == b;
}

std::vector<std::string> list_changes(const Report& before, const Report& after) {
  std::vector<std::string> changes;
  if (before.claim.text != after.claim.text) {
    list_material(before.frame, after.frame, changes);
    if (changes.empty()) changes.push_back(describe_words(before.claim.text, after.claim.text));
  } else if (!same_frame(before.frame, after.frame)) {
    list_material(before.frame, after.frame, changes);
    if (changes.empty()) changes.emplace_back("how the words are read");
  }
  if (name_tag(before) != name_tag(after)) {
    changes.push_back("the rules' tag, which was " + name_tag(before) + " and is " + name_tag(after));
  }
  return changes;
}

}  // namespace claimcheck
