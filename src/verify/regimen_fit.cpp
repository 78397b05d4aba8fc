#include "verify/regimen_fit.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "text/numbers.h"
#include "text/one_of.h"
#include "verify/certainty.h"
#include "verify/concept_roots.h"
#include "verify/phrase_table.h"
#include "verify/study_scope.h"

namespace claimcheck {
namespace {

constexpr double kEndless = std::numeric_limits<double>::infinity();

SlotFit silent_on(const Slot& slot) {
  return {Fit::silent, fmt::format("the abstract does not name \"{}\"", slot.text)};
}

// A slot that holds neither a concept nor a number is looked for by its words.
SlotFit fit_words(const Slot& slot, const RecordText& record, const Vocabulary& vocabulary) {
  const SlotMatcher words(slot, vocabulary);
  return words.empty() || words.touches(record.title, record.sentences) ? SlotFit{} : silent_on(slot);
}

std::size_t distance(const TokenRange& a, const TokenRange& b) {
  if (a.last <= b.first) return b.first - a.last;
  return b.last <= a.first ? a.first - b.last : 0;
}

// The claim's subject is the treatment nearest to these tokens, or the sentence names none.
bool is_of_subject(const Sentence& sentence, const TokenRange& tokens, const SlotMatcher& subject) {
  const std::vector<SlotMatch> own = subject.find(sentence);
  std::size_t nearest = std::numeric_limits<std::size_t>::max();
  for (const SlotMatch& match : own) nearest = std::min(nearest, distance(tokens, match.tokens));
  return std::none_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    const Concept& meaning = *mention.concept_ptr;
    const bool other = meaning.kind == ConceptKind::intervention && !meaning.from_mesh && !subject.includes(meaning) &&
                       !subject.is_short_for(meaning);
    return other && distance(tokens, {mention.first, mention.last}) < nearest;
  });
}

TokenRange tokens_of(const Sentence& sentence, Span span) {
  TokenRange range{sentence.tokens.size(), 0};
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    if (!sentence.tokens[i].span.overlaps(span)) continue;
    range.first = std::min(range.first, i);
    range.last = i + 1;
  }
  return range;
}

bool is_any_kind(std::string_view id, const std::vector<std::string>& claimed, const Vocabulary& vocabulary) {
  return std::any_of(claimed.begin(), claimed.end(),
                     [&](const std::string& named) { return vocabulary.is_kind_of(id, named); });
}

bool is_above_any(std::string_view id, const std::vector<std::string>& claimed, const Vocabulary& vocabulary) {
  return std::any_of(claimed.begin(), claimed.end(),
                     [&](const std::string& named) { return vocabulary.is_kind_of(named, id); });
}

/// Numbers with a unit: from `low` to `high`.
struct Amount {
  double low = 0;
  double high = 0;
  std::string unit;
};

// The unit of mass or the like in which amounts of this one are compared, with the factor.
std::pair<std::string, double> base_unit(std::string_view unit) {
  static constexpr std::array<std::string_view, 3> grams{"g", "gram", "grams"};
  static constexpr std::array<std::string_view, 3> milligrams{"mg", "milligram", "milligrams"};
  static constexpr std::array<std::string_view, 6> micrograms{"mcg",     "ug",        "\u00b5g",
                                                              "\u03bcg", "microgram", "micrograms"};
  if (is_one_of(grams, unit)) return {"mg", 1000};
  if (is_one_of(milligrams, unit)) return {"mg", 1};
  if (is_one_of(micrograms, unit)) return {"mg", 0.001};
  if (unit == "ng") return {"mg", 1e-6};
  return {unit == "units" ? "unit" : std::string(unit), 1};
}

// A dose in a unit that it can be compared in; nothing for concentrations ("ng/ml"), which are measured, not given.
std::optional<Amount> read_amount(const NumberMention& number) {
  static constexpr std::array<std::string_view, 5> concentrations{"ml", "dl", "l", "litre", "liter"};
  static constexpr std::array<std::string_view, 3> each_time{"day", "d", "dose"};
  if (number.kind != NumberKind::dose) return std::nullopt;
  std::string_view rest = number.unit;
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  auto [unit, factor] = base_unit(rest.substr(0, slash));
  rest.remove_prefix(slash);
  while (!rest.empty()) {
    rest.remove_prefix(1);
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view per = rest.substr(0, end);
    if (is_one_of(concentrations, per)) return std::nullopt;
    if (!is_one_of(each_time, per)) unit += fmt::format("/{}", per);
    rest.remove_prefix(end);
  }
  return Amount{number.low.value_or(number.value) * factor, number.high.value_or(number.value) * factor, unit};
}

bool meet(const Amount& a, const Amount& b, double slack) {
  return std::max(a.low, b.low) <= std::min(a.high, b.high) * (1 + slack);
}

// "Up to 100 mg", "at least 12 weeks": one end is open.
void open_ends(std::span<const Token> words, Amount& amount) {
  if (claim_words().contains(words, "at_most")) amount.low = 0;
  if (claim_words().contains(words, "at_least")) amount.high = kEndless;
}

std::vector<Amount> claimed_doses(const Slot& slot) {
  std::vector<Amount> doses;
  const std::vector<Token> tokens = tokenize(slot.text);
  for (const NumberMention& number : find_numbers(slot.text, tokens)) {
    auto amount = read_amount(number);
    if (!amount) continue;
    open_ends(tokens, *amount);
    doses.push_back(std::move(*amount));
  }
  return doses;
}

struct GivenDose {
  Amount amount;
  std::string text;
};

// The doses of the claim's subject.
std::vector<GivenDose> find_given(const ClaimFrame& frame, const RecordText& record, const Vocabulary& vocabulary) {
  const SlotMatcher subject(frame.subject, vocabulary);
  std::vector<GivenDose> doses;
  for (const Sentence* sentence : own_sentences(record)) {
    for (const NumberMention& number : sentence->numbers) {
      auto amount = read_amount(number);
      if (!amount || !is_of_subject(*sentence, tokens_of(*sentence, number.span), subject)) continue;
      doses.push_back({std::move(*amount), std::string(slice(sentence->text, number.span))});
    }
  }
  return doses;
}

SlotFit fit_amounts(const ClaimFrame& frame, const std::vector<Amount>& claimed, const RecordText& record,
                    const Vocabulary& vocabulary) {
  constexpr double slack = 0.1;
  std::string other;
  for (const GivenDose& given : find_given(frame, record, vocabulary)) {
    for (const Amount& dose : claimed) {
      if (dose.unit != given.amount.unit) continue;
      if (meet(dose, given.amount, slack)) return {};
      if (other.empty()) other = given.text;
    }
  }
  if (other.empty()) return silent_on(frame.dose);
  return {Fit::other, fmt::format("the study gave {}, not {}", other, frame.dose.text)};
}

SlotFit fit_band(const ClaimFrame& frame, const RecordText& record, const Vocabulary& vocabulary) {
  const std::vector<std::string>& claimed = frame.dose.concepts;
  const SlotMatcher subject(frame.subject, vocabulary);
  std::string other;
  for (const Sentence* sentence : own_sentences(record)) {
    for (const ConceptMention& mention : sentence->mentions) {
      const Concept& meaning = *mention.concept_ptr;
      const bool same = is_any_kind(meaning.id, claimed, vocabulary);
      const bool apart = std::any_of(claimed.begin(), claimed.end(),
                                     [&](const std::string& named) { return vocabulary.are_apart(meaning.id, named); });
      if ((!same && !apart) || !is_of_subject(*sentence, {mention.first, mention.last}, subject)) continue;
      if (same) return {};
      other = meaning.terms.front();
    }
  }
  const std::string& name = vocabulary.find(claimed.front())->terms.front();
  if (other.empty()) return {Fit::silent, fmt::format("the abstract does not speak of a {}", name)};
  return {Fit::other, fmt::format("the study gave a {}, not a {}", other, name)};
}

struct Duration {
  Amount days;
  std::string text;
  bool of_treatment = false;  ///< "for 12 weeks", "a 12-week course": how long, not when
};

std::vector<Duration> find_durations(std::string_view text, std::span<const Token> tokens) {
  static constexpr std::array<std::string_view, 3> links{"for", "over", "during"};
  std::vector<Duration> durations;
  for (const NumberMention& number : find_numbers(text, tokens)) {
    if (number.kind != NumberKind::duration) continue;
    const double days = days_in(number.unit);
    Duration& duration = durations.emplace_back();
    duration.days = {number.low.value_or(number.value) * days, number.high.value_or(number.value) * days, "day"};
    duration.text = std::string(slice(text, number.span));
    const auto first = std::find_if(tokens.begin(), tokens.end(),
                                    [&](const Token& token) { return token.span.begin >= number.span.begin; });
    duration.of_treatment = duration.text.find('-') != std::string::npos ||
                            (first != tokens.begin() && is_one_of(links, std::prev(first)->norm));
  }
  return durations;
}

bool claims(const Slot& duration, std::string_view id, const Vocabulary& vocabulary) {
  return std::any_of(duration.concepts.begin(), duration.concepts.end(),
                     [&](const std::string& named) { return vocabulary.is_kind_of(named, id); });
}

// "Temporary" is what was seen within a week, "long-term" what was seen over a year or more, however worded.
bool gives_time(const ClaimFrame& frame, const RecordText& record, const Vocabulary& vocabulary) {
  constexpr double week = 7;
  constexpr double year = 365;
  const bool brief = claims(frame.duration, kShortTerm, vocabulary);
  const bool lasting = claims(frame.duration, kLongTerm, vocabulary) || frame.duration.concepts.empty();
  if (!brief && !lasting) return false;
  return std::any_of(record.sentences.begin(), record.sentences.end(), [&](const Sentence& sentence) {
    const std::vector<Duration> durations = find_durations(sentence.text, sentence.tokens);
    return std::any_of(durations.begin(), durations.end(), [&](const Duration& duration) {
      return brief ? duration.days.low > 0 && duration.days.low <= week : duration.days.high >= year;
    });
  });
}

SlotFit fit_time(const ClaimFrame& frame, const RecordText& record, Duration claimed) {
  constexpr double slack = 1.0 / 6;
  open_ends(tokenize(frame.duration.text), claimed.days);
  std::string other;
  for (const Sentence* sentence : own_sentences(record)) {
    for (const Duration& duration : find_durations(sentence->text, sentence->tokens)) {
      if (meet(claimed.days, duration.days, slack)) return {};
      if (duration.of_treatment && other.empty()) other = duration.text;
    }
  }
  if (other.empty()) return silent_on(frame.duration);
  return {Fit::other, fmt::format("the study lasted {}, not {}", other, frame.duration.text)};
}

// The duration in the record that excludes the claim's, by its name.
std::string find_apart(const Slot& duration, const RecordText& record, const Vocabulary& vocabulary) {
  for (const Sentence* sentence : own_sentences(record)) {
    for (const ConceptMention& mention : sentence->mentions) {
      const std::string& id = mention.concept_ptr->id;
      const bool apart = std::any_of(duration.concepts.begin(), duration.concepts.end(),
                                     [&](const std::string& named) { return vocabulary.are_apart(id, named); });
      if (apart) return mention.concept_ptr->terms.front();
    }
  }
  return {};
}

// "No evidence on maintenance treatment", "long-term data are lacking": what was not studied.
bool is_missing(const Sentence& sentence, const SlotMatch& match) {
  TokenRange part = match.tokens;
  while (part.first > 0 && sentence.tokens[part.first - 1].norm != ";") --part.first;
  while (part.last < sentence.tokens.size() && sentence.tokens[part.last].norm != ";") ++part.last;
  return has_cue(sentence, CueKind::gap, part.first, part.last) ||
         has_cue(sentence, CueKind::negation, part.first, match.tokens.first);
}

// Against a claim that plays a harm down any record on the long term may speak.
bool names_duration(const ClaimFrame& frame, const RecordText& record, const Vocabulary& vocabulary) {
  const SlotMatcher matcher(frame.duration, vocabulary);
  if (plays_harm_down(frame)) return matcher.touches(record.title, record.sentences);
  const auto named = [&](const Sentence& sentence) {
    const std::vector<SlotMatch> matches = matcher.find(sentence);
    return std::any_of(matches.begin(), matches.end(),
                       [&](const SlotMatch& match) { return !is_missing(sentence, match); });
  };
  return named(record.title) || std::any_of(record.sentences.begin(), record.sentences.end(), named);
}

bool names_long_term(const RecordText& record, const Vocabulary& vocabulary) {
  const auto named = [&](const Sentence& sentence) {
    return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
      return vocabulary.is_kind_of(mention.concept_ptr->id, kLongTerm);
    });
  };
  return named(record.title) || std::any_of(record.sentences.begin(), record.sentences.end(), named);
}

// "Only a short-term side effect": that it passes is claimed.
bool plays_down(std::string_view text) {
  static constexpr std::array<std::string_view, 4> words{"only", "just", "merely", "solely"};
  const std::vector<Token> tokens = tokenize(text);
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return is_one_of(words, token.norm); });
}

bool tells_lasting(const RecordText& record) {
  static constexpr std::array<std::string_view, 4> stems{"persist", "last", "perman", "irrevers"};
  const std::vector<const Sentence*> own = own_sentences(record);
  return std::any_of(own.begin(), own.end(), [](const Sentence* sentence) {
    return study_words().contains(sentence->tokens, "lasting") ||
           std::any_of(sentence->tokens.begin(), sentence->tokens.end(),
                       [](const Token& token) { return is_one_of(stems, token.stem); });
  });
}

}  // namespace

SlotFit fit_route(const ClaimFrame& frame, const RecordText& record, const Vocabulary& vocabulary) {
  const std::vector<std::string>& claimed = frame.route.concepts;
  if (claimed.empty()) return fit_words(frame.route, record, vocabulary);
  const SlotMatcher subject(frame.subject, vocabulary);
  const Concept* other = nullptr;
  for (const Sentence* sentence : own_sentences(record)) {
    for (const ConceptMention& mention : sentence->mentions) {
      const Concept& meaning = *mention.concept_ptr;
      if (meaning.kind != ConceptKind::route) continue;
      if (!is_of_subject(*sentence, {mention.first, mention.last}, subject)) continue;
      if (is_any_kind(meaning.id, claimed, vocabulary)) return {};
      if (!is_above_any(meaning.id, claimed, vocabulary)) other = &meaning;
    }
  }
  const std::string& name = vocabulary.find(claimed.front())->terms.front();
  // Injecting leaves open into what: a record that names no other route does not speak of another.
  if (other == nullptr && claimed.size() == 1 && claimed.front() == kInjected) return {};
  if (other == nullptr) return {Fit::silent, fmt::format("the abstract does not name \"{}\" as the route", name)};
  return {Fit::other, fmt::format("the route was {}, not {}", other->terms.front(), name)};
}

SlotFit fit_dose(const ClaimFrame& frame, const RecordText& record, const Vocabulary& vocabulary) {
  const std::vector<Amount> claimed = claimed_doses(frame.dose);
  if (!claimed.empty()) return fit_amounts(frame, claimed, record, vocabulary);
  return frame.dose.concepts.empty() ? fit_words(frame.dose, record, vocabulary) : fit_band(frame, record, vocabulary);
}

SlotFit fit_duration(const ClaimFrame& frame, const RecordText& record, const Vocabulary& vocabulary) {
  const Slot& slot = frame.duration;
  const std::vector<Duration> claimed = find_durations(slot.text, tokenize(slot.text));
  if (slot.concepts.empty() && !claimed.empty()) return fit_time(frame, record, claimed.front());
  if (slot.concepts.empty() && !frame.long_term) return fit_words(slot, record, vocabulary);
  if (gives_time(frame, record, vocabulary)) return {};
  if (slot.concepts.empty()) return names_long_term(record, vocabulary) ? SlotFit{} : silent_on(slot);
  if (names_duration(frame, record, vocabulary)) return {};
  const std::string apart = find_apart(slot, record, vocabulary);
  // A "short-term side effect" claims no more than that it comes; "relieves pain within hours" does.
  const bool only_short =
      is_about_harm(frame) && !plays_down(frame.text) && !tells_lasting(record) &&
      std::all_of(slot.concepts.begin(), slot.concepts.end(), [](const std::string& id) { return id == kShortTerm; });
  if (apart.empty()) return only_short && !names_long_term(record, vocabulary) ? SlotFit{} : silent_on(slot);
  return {Fit::other, fmt::format("the study is on {}, not on \"{}\"", apart, slot.text)};
}

}  // namespace claimcheck
