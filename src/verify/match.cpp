#include "verify/match.h"

#include <algorithm>

#include "text/one_of.h"
#include "verify/concept_roots.h"
#include "verify/people.h"

namespace claimcheck {
namespace {

constexpr double kWordShare = 0.6;

bool names_any(const std::unordered_set<const Concept*>& group, const Sentence& sentence) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(),
                     [&](const ConceptMention& mention) { return group.contains(mention.concept_ptr); });
}

// The head of a name: "vaccine" of "influenza vaccine".
std::string last_stem(const Concept& meaning) {
  const std::vector<Token> tokens = tokenize(meaning.terms.front());
  return tokens.empty() ? std::string() : tokens.back().stem;
}

// "Remission of suicidal ideas": of something that is not the outcome, which the sentence would name itself.
bool is_of_another(const Sentence& sentence, const ConceptMention& measure) {
  if (measure.last >= sentence.tokens.size() || sentence.tokens[measure.last].norm != "of") return false;
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && mention.first == measure.last + 1;
  });
}

// "Magnesium levels" are told of as magnesium.
bool is_measure(const Token& token) {
  static constexpr std::array<std::string_view, 16> words{
      "level", "levels", "concentration", "concentrations", "number", "numbers", "amount", "amounts",
      "mean",  "median", "rate",          "rates",          "score",  "scores",  "serum",  "plasma"};
  return is_one_of(words, token.norm);
}

// The words of a slot that a record has to use, but for words of measure where there are others.
std::vector<std::string> list_stems(std::string_view text) {
  std::vector<std::string> all;
  std::vector<std::string> named;
  for (const Token& token : tokenize(text)) {
    if (token.kind == TokenKind::punctuation || is_stop_word(token.norm)) continue;
    all.push_back(token.stem);
    if (!is_measure(token)) named.push_back(token.stem);
  }
  return named.empty() ? all : named;
}

}  // namespace

SlotMatcher::SlotMatcher(const Slot& slot, const Vocabulary& vocabulary) {
  for (const std::string& id : slot.concepts) {
    const std::vector<const Concept*> narrower = vocabulary.with_narrower(id);
    if (narrower.empty()) continue;
    ConceptSet group(narrower.begin(), narrower.end());
    // A family of harms has diseases below it that are treated as often as they are caused: those count by their own
    // name only.
    if (narrower.front()->harm) std::erase_if(group, [](const Concept* meaning) { return !meaning->harm; });
    for (const std::string& id_above : narrower.front()->broader) {
      const Concept* above = vocabulary.find(id_above);
      if (above != nullptr && last_stem(*above) == last_stem(*narrower.front())) short_forms_.insert(above);
    }
    groups_.push_back(std::move(group));
  }
  if (groups_.empty()) stems_ = list_stems(slot.text);
}

void SlotMatcher::leave_out(const Slot& other, const Vocabulary& vocabulary) {
  for (const std::string& id : other.concepts) {
    const std::vector<const Concept*> named = vocabulary.with_narrower(id);
    for (ConceptSet& group : groups_) {
      const bool all = std::all_of(group.begin(), group.end(), [&](const Concept* meaning) {
        return std::find(named.begin(), named.end(), meaning) != named.end();
      });
      if (all) continue;
      for (const Concept* meaning : named) group.erase(meaning);
    }
  }
}

bool SlotMatcher::includes(const Concept& meaning) const {
  return std::any_of(groups_.begin(), groups_.end(), [&](const ConceptSet& group) { return group.contains(&meaning); });
}

std::vector<SlotMatch> SlotMatcher::find(const Sentence& sentence) const {
  std::vector<SlotMatch> matches;
  for (const ConceptMention& mention : sentence.mentions) {
    if (includes(*mention.concept_ptr)) matches.push_back({{mention.first, mention.last}, mention.concept_ptr});
  }
  if (groups_.empty()) {
    if (const auto words = find_words(sentence)) matches.push_back(*words);
  }
  return matches;
}

std::optional<SlotMatch> SlotMatcher::find_words(const Sentence& sentence) const {
  if (stems_.empty()) return std::nullopt;
  SlotMatch match{{sentence.tokens.size(), 0}, nullptr};
  std::size_t found = 0;
  bool has_head = false;
  for (std::size_t i = 0; i < stems_.size(); ++i) {
    const auto at = std::find_if(sentence.tokens.begin(), sentence.tokens.end(),
                                 [&](const Token& token) { return token.stem == stems_[i]; });
    if (at == sentence.tokens.end()) continue;
    const auto index = static_cast<std::size_t>(at - sentence.tokens.begin());
    match.tokens.first = std::min(match.tokens.first, index);
    match.tokens.last = std::max(match.tokens.last, index + 1);
    ++found;
    has_head = has_head || i + 1 == stems_.size();
  }
  const double share = static_cast<double>(found) / static_cast<double>(stems_.size());
  const bool enough = stems_.size() <= 2 ? found == stems_.size() : has_head && share >= kWordShare;
  constexpr std::size_t gaps = 3;  // words between them: they are one name
  const bool together = enough && match.tokens.last - match.tokens.first <= found + gaps;
  return together ? std::optional(match) : std::nullopt;
}

bool SlotMatcher::covers(const Sentence& title, const std::vector<Sentence>& sentences) const {
  if (groups_.empty()) return touches(title, sentences);
  return std::all_of(groups_.begin(), groups_.end(), [&](const ConceptSet& group) {
    const auto named = [&](const Sentence& sentence) { return names_any(group, sentence); };
    return named(title) || std::any_of(sentences.begin(), sentences.end(), named);
  });
}

bool SlotMatcher::touches(const Sentence& title, const std::vector<Sentence>& sentences) const {
  return matches(title) ||
         std::any_of(sentences.begin(), sentences.end(), [&](const Sentence& sentence) { return matches(sentence); });
}

bool is_short_name(const Concept& broader, const Concept& narrower) {
  const std::string head = last_stem(broader);
  return std::any_of(narrower.terms.begin(), narrower.terms.end(), [&](const std::string& term) {
    const std::vector<Token> tokens = tokenize(term);
    return !tokens.empty() && tokens.back().stem == head;
  });
}

OutcomeMatcher::OutcomeMatcher(const ClaimFrame& frame, const Vocabulary& vocabulary)
    : exact_(frame.outcome, vocabulary) {
  if (exact_.is_raw()) return;
  add_generic(frame, vocabulary);
  add_inverse(vocabulary);
}

void OutcomeMatcher::add_inverse(const Vocabulary& vocabulary) {
  for (const Concept& meaning : vocabulary.concepts()) {
    if (meaning.opposite.empty()) continue;
    if (exact_.includes(meaning)) {
      for (const Concept* opposite : vocabulary.with_narrower(meaning.opposite)) others_[opposite] = MatchKind::inverse;
    } else if (const Concept* opposite = vocabulary.find(meaning.opposite)) {
      if (exact_.includes(*opposite)) others_[&meaning] = MatchKind::inverse;
    }
  }
}

void OutcomeMatcher::add_other(std::string_view id, MatchKind kind, const Vocabulary& vocabulary) {
  if (const Concept* meaning = vocabulary.find(id)) others_[meaning] = kind;
}

void OutcomeMatcher::add_broader(const Concept& meaning, const Vocabulary& vocabulary) {
  for (const std::string& broader : meaning.broader) {
    add_other(broader, MatchKind::generic, vocabulary);
    for (const Concept& inverse : vocabulary.concepts()) {
      if (inverse.opposite == broader) others_[&inverse] = MatchKind::generic;
    }
    // "Pain" for low back pain, a kind of back pain: the same head.
    const Concept* above = vocabulary.find(broader);
    if (above != nullptr && last_stem(*above) == last_stem(meaning)) add_broader(*above, vocabulary);
  }
}

void OutcomeMatcher::add_heads(const Concept& meaning, const Vocabulary& vocabulary) {
  constexpr std::size_t largest = 10;  // "infection" and "cancer" are families, and short for none of their kinds
  for (const std::string& term : meaning.terms) {
    const std::vector<Token> tokens = tokenize(term);
    if (tokens.size() < 2) continue;
    const std::string_view head = slice(term, tokens.back().span);
    for (const ConceptMention& mention : vocabulary.find_mentions(head, tokenize(head))) {
      const Concept& named = *mention.concept_ptr;
      const bool family = vocabulary.with_narrower(named.id).size() > largest;
      if (named.kind == ConceptKind::outcome && named.valence == meaning.valence && !family && !exact_.includes(named))
        others_.emplace(&named, MatchKind::generic);
    }
  }
}

void OutcomeMatcher::add_short_names(const Concept& meaning, const Vocabulary& vocabulary) {
  for (const std::string& broader : meaning.broader) {
    const Concept* above = vocabulary.find(broader);
    if (above != nullptr && last_stem(*above) == last_stem(meaning)) add_other(broader, MatchKind::generic, vocabulary);
  }
}

void OutcomeMatcher::add_generic(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  const bool is_effect = frame.kind == ClaimKind::benefit || frame.kind == ClaimKind::comparative;
  for (const std::string& id : frame.outcome.concepts) {
    const Concept* meaning = vocabulary.find(id);
    if (meaning == nullptr) continue;
    const bool family = meaning->id == kAdverseEffects || meaning->id == kSeriousHarm;
    if (meaning->harm && (family || !is_effect)) {
      // Statements on safety as a whole bear on every single harm, if only as gaps.
      add_other(kSafety, MatchKind::inverse, vocabulary);
      add_short_names(*meaning, vocabulary);
      continue;
    }
    add_broader(*meaning, vocabulary);
    add_heads(*meaning, vocabulary);
    // People respond and relapse in a disease, not in a measure.
    if (!is_effect || (meaning->valence != Valence::bad && meaning->opposite.empty())) continue;
    add_other(kTreatmentResponse, MatchKind::generic, vocabulary);
    add_other(kRemission, MatchKind::generic, vocabulary);
    if (!exact_.includes(*vocabulary.find(kRelapse))) add_other(kRelapse, MatchKind::generic, vocabulary);
  }
}

std::vector<SlotMatch> OutcomeMatcher::find(const Sentence& sentence, bool about_outcome) const {
  std::vector<SlotMatch> matches = exact_.find(sentence);
  // Where the outcome itself is named, other names beside it only describe patients and end points; "pain fell in
  // patients with low back pain" names it as what they have.
  const bool of_people = std::all_of(matches.begin(), matches.end(),
                                     [&](const SlotMatch& match) { return describes_people(sentence, match.tokens); });
  if (!matches.empty() && !of_people) return matches;
  for (const ConceptMention& mention : sentence.mentions) {
    const auto other = others_.find(mention.concept_ptr);
    if (other == others_.end()) continue;
    if (other->second == MatchKind::generic && (!about_outcome || is_of_another(sentence, mention))) continue;
    matches.push_back({{mention.first, mention.last}, mention.concept_ptr, other->second});
  }
  return matches;
}

}  // namespace claimcheck
