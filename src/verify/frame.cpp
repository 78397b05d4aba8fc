#include "verify/frame.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/core.h>

#include "core/error.h"
#include "text/one_of.h"
#include "verify/ages.h"
#include "verify/certainty.h"
#include "verify/claim_demand.h"
#include "verify/claim_turns.h"
#include "verify/compared_arms.h"
#include "verify/concept_roots.h"
#include "verify/frame_kind.h"
#include "verify/frame_slots.h"
#include "verify/unmatched_words.h"
#include "verify/unread_words.h"
#include "verify/ways.h"

namespace claimcheck {
namespace {

template <typename E>
void override_enum(const Claim& claim, std::string_view slot, E& value) {
  const auto set = claim.frame.find(std::string(slot));
  if (set == claim.frame.end()) return;
  const std::optional<E> parsed = parse_enum<E>(set->second);
  if (!parsed) {
    throw Error(ErrorKind::input,
                fmt::format("claim {}: frame.{} cannot be \"{}\"; see claims/README.md for its values", claim.id, slot,
                            set->second));
  }
  value = *parsed;
}

struct SlotName {
  std::string_view name;
  Slot ClaimFrame::*slot;
};
constexpr std::array<SlotName, 9> kSlots{{{"subject", &ClaimFrame::subject},
                                          {"comparator", &ClaimFrame::comparator},
                                          {"outcome", &ClaimFrame::outcome},
                                          {"population", &ClaimFrame::population},
                                          {"route", &ClaimFrame::route},
                                          {"dose", &ClaimFrame::dose},
                                          {"duration", &ClaimFrame::duration},
                                          {"setting", &ClaimFrame::setting},
                                          {"quantifier", &ClaimFrame::quantifier}}};

void override_slots(const Claim& claim, const Vocabulary& vocabulary, ClaimFrame& frame) {
  for (const SlotName& entry : kSlots) {
    const auto set = claim.frame.find(std::string(entry.name));
    if (set != claim.frame.end()) frame.*entry.slot = read_slot(set->second, vocabulary);
  }
  if (claim.frame.contains("outcome")) frame.valence = outcome_valence(frame.outcome, vocabulary);
}

void override_judgements(const Claim& claim, ClaimFrame& frame) {
  override_enum(claim, "kind", frame.kind);
  override_enum(claim, "strength", frame.strength);
  override_enum(claim, "strength", frame.demand);
  override_enum(claim, "polarity", frame.polarity);
  override_enum(claim, "direction", frame.direction);
  if (claim.frame.contains("kind")) frame.unresolved.clear();
}

// A claim that opens with a pronoun has lost its subject.
bool opens_with_pronoun(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 8> pronouns{"it",   "they",  "this", "these",
                                                            "that", "those", "he",   "she"};
  if (sentence.tokens.empty()) return false;
  return std::find(pronouns.begin(), pronouns.end(), sentence.tokens.front().norm) != pronouns.end();
}

// Of an English sentence's words a quarter at least are function words, cues or phrases that the reader knows, or a
// third at least are those and names.
bool reads_as_english(const ClaimWords& claim) {
  const Sentence& sentence = claim.sentence;
  std::size_t words = 0;
  std::size_t english = 0;
  std::size_t names = 0;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    if (token.kind != TokenKind::word) continue;
    ++words;
    const auto holds = [i](const auto& part) { return part.first <= i && i < part.last; };
    if (is_stop_word(token.norm) || std::any_of(sentence.cues.begin(), sentence.cues.end(), holds) ||
        std::any_of(claim.phrases.begin(), claim.phrases.end(), holds)) {
      ++english;
    } else if (std::any_of(sentence.mentions.begin(), sentence.mentions.end(), holds)) {
      ++names;
    }
  }
  return words < 3 || 4 * english >= words || (english > 0 && 3 * (english + names) >= words) || 3 * names > words;
}

// "Ketamine causes seizures": who comes to have them had none, and no study need be on patients with seizures. Alike
// where a benefit is that fewer come to have it.
void drop_own_patients(const ClaimWords& words, ClaimFrame& frame) {
  const bool fewer = frame.kind == ClaimKind::benefit &&
                     (words.has("risk_word") || words.has("prevents") || words.has("fewer") || words.has("frequency"));
  const bool rate_of_harm =
      frame.kind == ClaimKind::numeric && frame.valence == Valence::bad && frame.direction == Direction::increase;
  if (!is_about_harm(frame) && !fewer && !rate_of_harm) return;
  const std::size_t before = frame.population.concepts.size();
  std::erase_if(frame.population.concepts, [&](const std::string& people) {
    return std::any_of(frame.outcome.concepts.begin(), frame.outcome.concepts.end(),
                       [&](const std::string& outcome) { return people == outcome + "_patients"; });
  });
  if (before > 0 && frame.population.concepts.empty() && find_ages(words.sentence.tokens).empty())
    frame.population = {};
}

// "Omeprazole users", "users of omeprazole" take it; of drugs of abuse they are the setting too.
void drop_own_users(const ClaimWords& words, ClaimFrame& frame) {
  const bool abused = std::find(frame.setting.concepts.begin(), frame.setting.concepts.end(), kRecreationalUse) !=
                      frame.setting.concepts.end();
  if (abused) return;
  const std::vector<ConceptMention>& mentions = words.sentence.mentions;
  const bool own = std::any_of(mentions.begin(), mentions.end(), [&](const ConceptMention& users) {
    return users.concept_ptr->id == kDrugUsers && std::any_of(mentions.begin(), mentions.end(), [&](const auto& taken) {
             const bool next = taken.last == users.first || taken.first == users.last + 1;
             return taken.concept_ptr->kind == ConceptKind::intervention && next;
           });
  });
  if (!own) return;
  std::erase(frame.population.concepts, kDrugUsers);
  if (frame.population.concepts.empty() && find_ages(words.sentence.tokens).empty()) frame.population = {};
}

// How bad a harm is called, each finding is held to by itself.
void drop_grades(ClaimFrame& frame) {
  if (!is_about_harm(frame)) return;
  const std::vector<Token> tokens = tokenize(frame.text);
  std::erase_if(frame.unread, [&](const std::string& stem) {
    const auto token = std::find_if(tokens.begin(), tokens.end(), [&](const Token& each) { return each.stem == stem; });
    return token != tokens.end() && token->span.end <= frame.outcome.span.begin &&
           claim_words().contains({&*token, 1}, "grade");
  });
}

// "Works better in mild than in severe depression": who are compared all have the treatment. "Than in those who do not
// take it", "than in the general population" are compared with it.
bool compares_people_treated(const ClaimWords& words, const ClaimFrame& frame) {
  static constexpr std::array<std::string_view, 3> links{"in", "among", "for"};
  static constexpr std::array<std::string_view, 11> others{
      "those", "others", "other", "non", "never", "controls", "nobody", "anyone", "nonusers", "general", "not"};
  const TokenRange comparison = find_comparison(words.sentence);
  const std::vector<Token>& tokens = words.sentence.tokens;
  if (comparison.empty() || comparison.first + 1 >= tokens.size() || !frame.comparator.concepts.empty()) return false;
  if (tokens[comparison.first].norm != "than" || !is_one_of(links, tokens[comparison.first + 1].norm)) return false;
  if (comparison.first + 2 < tokens.size() && tokens[comparison.first + 2].norm == "people") return false;
  return std::none_of(tokens.begin() + static_cast<std::ptrdiff_t>(comparison.first), tokens.end(),
                      [](const Token& token) { return is_one_of(others, token.norm); });
}

void resolve(const Claim& claim, const ClaimWords& words, ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  if (!frame.unresolved.empty()) return;
  if (frame.subject.empty() || (frame.subject.concepts.empty() && opens_with_pronoun(sentence))) {
    frame.unresolved = "the claim does not name what it is about; put the treatment or exposure into its text";
  } else if (frame.outcome.empty()) {
    frame.unresolved = "the claim names no outcome that a study could report";
  } else if (const std::string turn = find_turn(words, frame); !turn.empty() && claim.frame.empty()) {
    frame.unresolved =
        fmt::format("claimcheck does not read what “{}” does to the claim; say plainly what is claimed", turn);
  } else if (std::string other = find_other_question(words, frame); !other.empty() && claim.frame.empty()) {
    frame.unresolved = std::move(other);
  } else if (claim.frame.empty() && compares_people_treated(words, frame)) {
    frame.unresolved = "the claim compares people who all have the treatment, which claimcheck does not tell apart";
  } else if (compares_with_itself(words, frame) && !find_ways(words, frame)) {
    frame.unresolved =
        "the claim compares ways of giving one treatment, which claimcheck cannot tell apart in abstracts";
  }
}

}  // namespace

ClaimFrame read_frame(const Claim& claim, const Vocabulary& vocabulary) {
  ClaimFrame frame;
  frame.claim_id = claim.id;
  frame.text = claim.text;
  const ClaimWords words = read_claim_words(claim.text, vocabulary);
  if (claim.frame.empty() && !reads_as_english(words)) {
    frame.unresolved = "the claim does not read as English, the only language that claimcheck reads; translate it";
    return frame;
  }
  fill_slots(words, vocabulary, frame);
  override_slots(claim, vocabulary, frame);
  classify_claim(words, vocabulary, frame);
  if (!claim.frame.contains("population")) {
    drop_own_patients(words, frame);
    drop_own_users(words, frame);
  }
  grade_demand(words, frame);
  grade_strength(words, frame);
  override_judgements(claim, frame);
  frame.unread = find_unread(words, frame);
  drop_grades(frame);
  if (const auto ways = find_ways(words, frame)) {
    std::erase_if(frame.unread, [&](const std::string& stem) { return is_of_ways(*ways, stem); });
  }
  frame.unmatched = find_unmatched(words, frame);
  frame.lacks_comparator = lacks_comparator(words, frame, vocabulary);
  resolve(claim, words, frame);
  return frame;
}

}  // namespace claimcheck
