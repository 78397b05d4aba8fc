#include "verify/unmatched_words.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/one_of.h"
#include "text/word_at.h"
#include "verify/body_of_evidence.h"
#include "verify/certainty.h"
#include "verify/claim_direction.h"
#include "verify/claimed_amount.h"
#include "verify/concept_roots.h"
#include "verify/spare_changes.h"
#include "verify/unread_words.h"

namespace claimcheck {
namespace {

std::string words_at(const Sentence& sentence, std::size_t first, std::size_t last) {
  last = std::min(last, sentence.tokens.size());
  return std::string(slice(sentence.text, {sentence.tokens[first].span.begin, sentence.tokens[last - 1].span.end}));
}

// From `first` to the end of its clause, three content words at most.
std::string clause_at(const Sentence& sentence, std::size_t first) {
  std::size_t last = first + 1;
  for (std::size_t content = 0; last < sentence.tokens.size() && content < 3; ++last) {
    if (sentence.tokens[last].kind == TokenKind::punctuation) break;
    if (!is_stop_word(sentence.tokens[last].norm)) ++content;
  }
  return words_at(sentence, first, last);
}

bool is_named(const Sentence& sentence, Span span) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(),
                     [span](const ConceptMention& mention) { return mention.span.contains(span); });
}

bool is_denial(const ClaimFrame& frame) {
  return frame.polarity == Polarity::negated || frame.kind == ClaimKind::harm_absent;
}

// Where the claim denies, excepts or leaves out, by token; names and comparisons ("no better than") aside.
std::vector<std::size_t> find_denials(const ClaimWords& words) {
  static constexpr std::array<std::string_view, 5> excepting{"without", "except", "excluding", "besides", "excepting"};
  const Sentence& sentence = words.sentence;
  std::vector<std::size_t> denials;
  std::size_t last = 0;
  const auto add = [&](std::size_t first, std::size_t behind) {
    if (first < last || is_denied_denial(sentence, first) || is_named(sentence, sentence.tokens[first].span)) return;
    denials.push_back(first);
    last = behind;
  };
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    for (const Cue& cue : sentence.cues) {
      if (cue.first == i && (cue.kind == CueKind::negation || cue.kind == CueKind::null_result)) add(i, cue.last);
    }
    if (is_one_of(excepting, sentence.tokens[i].norm)) add(i, i + 1);
  }
  return denials;
}

// One denial is the claim's own.
void add_denials(const ClaimWords& words, const ClaimFrame& frame, std::vector<std::string>& unmatched) {
  std::vector<std::size_t> denials = find_denials(words);
  const bool own = is_denial(frame) || is_denied(words, frame) || claims_sameness(words.sentence);
  if (own && !denials.empty()) denials.erase(denials.begin());
  for (const std::size_t at : denials) {
    const Token& token = words.sentence.tokens[at];
    if (token.span.overlaps(frame.demand_cue.span) || token.span.overlaps(frame.quantifier.span)) continue;
    unmatched.push_back(clause_at(words.sentence, at));
  }
}

// "Within the first hour", "a week later": a time that no slot holds.
bool is_single_time(const Token& token) {
  static constexpr std::array<std::string_view, 8> units{"minute", "hour",  "day",  "week",
                                                         "month",  "night", "year", "decade"};
  return is_one_of(units, token.norm);
}

// "Every vaccine", "most complaints of pain": a share of what the claim is about.
bool is_share_of_slot(const ClaimWords& words, const PhraseMatch& phrase, const ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  // "Most side effects are mild" is held against what plays them down.
  if (phrase.category == "for_most") return !plays_harm_down(frame);
  if (phrase.category != "every" || is_denial(frame)) return false;
  // "From any cause" is what every death is of; "at any dose", "in all patients" widen the claim.
  if (phrase.last < sentence.tokens.size() && sentence.tokens[phrase.last].stem == "caus") return false;
  if (phrase.last >= sentence.tokens.size()) return false;
  // "Every day", "every six months": how often it is given.
  if (is_single_time(sentence.tokens[phrase.last])) return false;
  return sentence.tokens[phrase.last].kind != TokenKind::number;
}

// "If you have asthma, …": whom it is meant for, which the record has to name.
bool tells_for_whom(const ClaimWords& words, const PhraseMatch& phrase, const ClaimFrame& frame) {
  static constexpr std::array<std::string_view, 5> people{"you", "your", "they", "people", "patients"};
  constexpr std::size_t reach = 5;
  const std::vector<Token>& tokens = words.sentence.tokens;
  const std::size_t next = phrase.first + 1;
  if (tokens[phrase.first].norm != "if" || next >= tokens.size() || !is_one_of(people, tokens[next].norm)) return false;
  static constexpr std::array<std::string_view, 7> states{"have", "suffer", "take", "are", "get", "live", "use"};
  if (phrase.first == 0) {
    const bool stated = next + 1 < tokens.size() && is_one_of(states, tokens[next + 1].norm);
    return stated && word_at(tokens, next + 2) != "not";
  }
  // "More likely if you take the drug": only names it.
  const Token& last = tokens[std::min(next + reach, tokens.size()) - 1];
  return tokens[next].span.end <= frame.subject.span.begin && frame.subject.span.begin < last.span.end;
}

bool is_unheld(const ClaimWords& words, const PhraseMatch& phrase, const ClaimFrame& frame) {
  if (tells_for_whom(words, phrase, frame) || is_opening_time(words.sentence, phrase.first)) return false;
  if (phrase.category == "beyond" || phrase.category == "unheld" || phrase.category == "hedged") return true;
  // "For at most four hours": that it lasts so long shows nothing of when it ends.
  if (phrase.category == "at_most" && words.sentence.tokens[phrase.first].norm != "within") {
    const Span span{words.sentence.tokens[phrase.first].span.begin, words.sentence.tokens[phrase.last - 1].span.end};
    const Span duration = frame.duration.span;
    const bool before = span.end <= duration.begin && duration.begin <= span.end + 1;
    return !duration.empty() && (before || duration.contains(span));
  }
  if (phrase.category == "long_term") return phrase.value == "permanent" && !is_denial(frame);
  return is_share_of_slot(words, phrase, frame);
}

// "Once a week", "twice-a-day". What is done but once a month is rarely what was studied.
bool tells_how_often(const Sentence& sentence, std::size_t unit) {
  static constexpr std::array<std::string_view, 2> every{"every", "each"};
  if (unit > 0 && is_one_of(every, sentence.tokens[unit - 1].norm)) return true;
  static constexpr std::array<std::string_view, 3> rare{"month", "year", "decade"};
  if (is_one_of(rare, sentence.tokens[unit].norm)) return false;
  static constexpr std::array<std::string_view, 5> each{"a", "an", "per", "each", "-"};
  std::size_t at = unit;
  while (at > 0 && is_one_of(each, sentence.tokens[at - 1].norm)) --at;
  return at > 0 && at < unit && claim_words().contains({&sentence.tokens[at - 1], 1}, "how_often");
}

// "In dogs", "as well as drugs", and times: whom and what the findings on people and the treatment do not speak of.
void add_others(const ClaimWords& words, const ClaimFrame& frame, Span amount, std::vector<std::string>& unmatched) {
  const Sentence& sentence = words.sentence;
  for (const ConceptMention& mention : sentence.mentions) {
    const bool human = mention.concept_ptr->id == kHumans;
    if (mention.concept_ptr->kind == ConceptKind::species && !human) {
      unmatched.emplace_back(slice(sentence.text, mention.span));
    }
  }
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    // "Once a week": how often it is given.
    const bool by_day = i >= 2 && token.norm == "day" && sentence.tokens[i - 2].norm == "during";
    if (is_single_time(token) && !by_day && !amount.contains(token.span) && !tells_how_often(sentence, i) &&
        !is_named(sentence, token.span) && !fills_slot(sentence, frame, token.span)) {
      unmatched.push_back(words_at(sentence, i, i + 1));
    }
    const bool equals = i + 3 < sentence.tokens.size() && words_at(sentence, i, i + 3) == "as well as";
    const Span next = equals ? sentence.tokens[i + 3].span : Span{};
    const bool treatment =
        equals && (claim_words().contains({&sentence.tokens[i + 3], 1}, "treatments") ||
                   std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
                     return mention.concept_ptr->kind == ConceptKind::intervention && mention.span.contains(next);
                   }));
    if (treatment) unmatched.push_back(words_at(sentence, i, i + 4));
  }
}

// "Doubles the risk": nothing measures by how much. "10 points" alike.
void add_sizes(const ClaimWords& words, const ClaimFrame& frame, Span amount, std::vector<std::string>& unmatched) {
  const Sentence& sentence = words.sentence;
  for (const PhraseMatch& phrase : words.phrases) {
    if (!is_unheld(words, phrase, frame)) continue;
    const Span span{sentence.tokens[phrase.first].span.begin, sentence.tokens[phrase.last - 1].span.end};
    if (is_in_name(sentence, phrase.first, phrase.last) || span.overlaps(amount)) continue;
    // "Extremely rare": a rate that is held against the evidence.
    if ((goes_beyond_effect(frame) || frame.threshold) && span.overlaps(frame.quantifier.span)) continue;
    // "Unlike other drugs" is an aside.
    if (find_aside(sentence).contains(phrase.first)) continue;
    unmatched.push_back(words_at(sentence, phrase.first, phrase.last));
  }
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    if (token.kind != TokenKind::number || is_named(sentence, token.span) || fills_slot(sentence, frame, token.span))
      continue;
    if (amount.contains(token.span) || is_opening_time(sentence, i)) continue;
    unmatched.emplace_back(slice(sentence.text, token.span));
  }
}

// Where the first outcome that the slot names ends, or the slot; 0 without one.
std::size_t first_outcome_end(const Sentence& sentence, const ClaimFrame& frame) {
  for (const ConceptMention& mention : sentence.mentions) {
    const bool outcome = mention.concept_ptr->kind == ConceptKind::outcome;
    if (outcome && frame.outcome.span.contains(mention.span)) return mention.span.end;
  }
  return frame.outcome.span.end;
}

// "By a few minutes", "by a small amount": no more than that it changes.
bool is_vague_amount(const ClaimWords& words, std::size_t at) {
  static constexpr std::array<std::string_view, 10> vague{"a",      "some",   "few",      "several", "small",
                                                          "little", "modest", "moderate", "slight",  "certain"};
  const std::size_t first = at;
  while (at < words.sentence.tokens.size() && is_one_of(vague, words.sentence.tokens[at].norm)) ++at;
  return at > first && std::any_of(words.phrases.begin(), words.phrases.end(), [at](const PhraseMatch& phrase) {
           return phrase.first == at && (phrase.category == "unit" || phrase.category == "change_noun");
         });
}

// "By raising X", "through X": how it works, which no finding on the outcome shows.
void add_way(const ClaimWords& words, const ClaimFrame& frame, Span amount, std::vector<std::string>& unmatched) {
  static constexpr std::array<std::string_view, 5> links{"by", "through", "via", "because", "thanks"};
  const Sentence& sentence = words.sentence;
  const std::size_t outcome = first_outcome_end(sentence, frame);
  if (outcome == 0) return;
  for (std::size_t i = 0; i + 1 < sentence.tokens.size(); ++i) {
    if (!is_one_of(links, sentence.tokens[i].norm) || sentence.tokens[i].span.begin < outcome) continue;
    if (is_named(sentence, sentence.tokens[i].span) || sentence.tokens[i].span.overlaps(amount)) continue;
    std::size_t next = i + 1;
    while (next + 1 < sentence.tokens.size() && is_stop_word(sentence.tokens[next].norm)) ++next;
    // "Can be cut by using X" names what acts.
    static constexpr std::array<std::string_view, 5> uses{"using", "taking", "giving", "adding", "receiving"};
    const std::string& way = sentence.tokens[i + 1].norm;
    if (is_one_of(uses, way) && sentence.tokens[i + 1].span.end < frame.subject.span.begin) continue;
    if (is_vague_amount(words, i + 1)) continue;
    const bool acts = way.ends_with("ing") || way == "to";
    if (!acts && fills_slot(sentence, frame, sentence.tokens[next].span)) continue;
    unmatched.push_back(clause_at(sentence, i));
    return;
  }
}

bool is_active_effect(const Sentence& sentence, const Cue& cue) {
  const bool acts = cue.kind == CueKind::increase || cue.kind == CueKind::decrease || cue.kind == CueKind::improve ||
                    cue.kind == CueKind::worsen || cue.kind == CueKind::cause;
  static constexpr std::array<std::string_view, 7> passive{"is", "are", "was", "were", "be", "been", "being"};
  if (!acts) return false;
  return cue.first == 0 || !is_one_of(passive, sentence.tokens[cue.first - 1].norm);
}

// "Depression lessens the effect of X": the outcome acts, and the treatment is acted on. "Depression improves with X"
// and "Y is caused by X" have a word before the treatment that tells.
void add_swap(const ClaimWords& words, const ClaimFrame& frame, std::vector<std::string>& unmatched) {
  static constexpr std::array<std::string_view, 14> ties{"by",        "with",   "after", "from",      "in",
                                                         "during",    "on",     "under", "following", "among",
                                                         "receiving", "taking", "to",    "for"};
  const Sentence& sentence = words.sentence;
  if (frame.subject.span.empty() || frame.outcome.span.empty() || frame.outcome.span.end > frame.subject.span.begin) {
    return;
  }
  bool acts = false;
  for (const Cue& cue : sentence.cues) {
    const bool between = cue.span.begin >= frame.outcome.span.end && cue.span.end <= frame.subject.span.begin;
    acts = acts || (between && is_active_effect(sentence, cue));
  }
  const PhraseMatch* responsible = words.find("makes_happen");
  acts = acts || responsible != nullptr;
  if (!acts) return;
  for (const Token& token : sentence.tokens) {
    const bool between = token.span.begin >= frame.outcome.span.end && token.span.end <= frame.subject.span.begin;
    if (between && is_one_of(ties, token.norm) && responsible == nullptr) return;
  }
  unmatched.push_back(frame.subject.text + " as what is acted on");
}

// "X forestalls Y": a verb that no rule reads may turn a harm into its contrary.
void add_unread_verb(const ClaimWords& words, const ClaimFrame& frame, std::vector<std::string>& unmatched) {
  const Sentence& sentence = words.sentence;
  const bool told = !list_told_changes(words).empty() || has_cue(sentence, CueKind::cause) ||
                    has_cue(sentence, CueKind::associate) || words.has("reported") || words.has("associated");
  if (frame.kind != ClaimKind::harm_exists || told) return;
  const Span between{frame.subject.span.end, frame.outcome.span.begin};
  for (const Token& token : sentence.tokens) {
    if (between.begin > token.span.begin || token.span.end > between.end) continue;
    if (std::find(frame.unread.begin(), frame.unread.end(), token.stem) == frame.unread.end()) continue;
    unmatched.emplace_back(slice(sentence.text, token.span));
  }
}

}  // namespace

std::vector<std::string> find_unmatched(const ClaimWords& words, const ClaimFrame& frame) {
  std::vector<std::string> unmatched;
  const std::optional<ClaimedAmount> claimed = find_claimed_amount(words.sentence.text, words.sentence.tokens);
  const Span amount = claimed ? claimed->span : Span{};
  add_denials(words, frame, unmatched);
  add_sizes(words, frame, amount, unmatched);
  add_others(words, frame, amount, unmatched);
  add_way(words, frame, amount, unmatched);
  add_swap(words, frame, unmatched);
  add_unread_verb(words, frame, unmatched);
  // "Unlike the older drugs Y": what Y does is claimed as well, and no study of the one shows it of the other.
  const TokenRange aside = find_aside(words.sentence);
  if (!aside.empty() && !frame.comparator.concepts.empty()) {
    const bool ends = words.sentence.tokens[aside.last - 1].kind == TokenKind::punctuation;
    unmatched.push_back(words_at(words.sentence, aside.first, ends ? aside.last - 1 : aside.last));
  }
  const std::vector<std::string> spare = find_spare_changes(words, frame);
  unmatched.insert(unmatched.end(), spare.begin(), spare.end());
  return unmatched;
}

std::string find_turn(const ClaimWords& words, const ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  for (const PhraseMatch& phrase : words.phrases) {
    if (phrase.category != "turn" || is_in_name(sentence, phrase.first, phrase.last)) continue;
    return words_at(sentence, phrase.first, phrase.last);
  }
  // "Not without", "does not fail to".
  constexpr std::size_t near = 3;
  const std::vector<std::size_t> denials = find_denials(words);
  if (denials.size() < 2 || !is_denial(frame)) return {};
  return denials[1] - denials[0] <= near ? words_at(sentence, denials[0], denials[1] + 1) : std::string();
}

}  // namespace claimcheck
