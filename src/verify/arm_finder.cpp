#include "verify/arm_finder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/abbreviations.h"
#include "text/word_set.h"

namespace claimcheck {
namespace {

bool is_group_word(const Token& token) {
  return token.stem == "group" || token.stem == "arm" || token.norm == "gp";
}

/// Who or what is in an arm: "treated patients", "the study group", "active drug".
bool is_member_word(const Token& token) {
  static const WordSet words{"group", "arm",      "patient", "subject", "particip", "women",
                             "men",   "children", "infant",  "eye",     "side",     "anim",
                             "mice",  "rat",      "practic", "site",    "limb",     "condit"};
  return words.contains(token.stem);
}

bool is_control_word(const Token& token) {
  static const WordSet words{"placebo", "control", "sham",     "usual",     "vehicl",
                             "untreat", "convent", "standard", "comparator"};
  return words.contains(token.stem);
}

bool is_intervention_word(const Token& token) {
  static const WordSet words{"intervent", "experiment"};
  return words.contains(token.stem);
}

/// Words that mean the treated arm only beside a group: "treatment group", "active arm", "study group".
bool is_treated_word(const Token& token) {
  static const WordSet words{"treatment",  "treated", "active", "study",           "case", "cases", "supplemented",
                             "vaccinated", "exposed", "test",   "investigational", "verum"};
  return words.contains(token.norm);
}

bool is_denial(const Token& token) {
  static const WordSet words{"no", "without", "non", "not", "off"};
  return words.contains(token.norm);
}

/// "A" of "group A" and of "(A)".
Stems group_labels(std::string_view text) {
  Stems labels;
  const std::vector<Token> tokens = tokenize(text);
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (tokens[i].kind == TokenKind::punctuation) continue;
    const bool bracketed = tokens[i - 1].norm == "(" && i + 1 < tokens.size() && tokens[i + 1].norm == ")" &&
                           tokens[i].kind == TokenKind::word && tokens[i].norm.size() == 1;
    const bool ahead = tokens[i - 1].norm == "(" && i + 1 < tokens.size() && is_group_word(tokens[i + 1]) &&
                       tokens[i].norm.size() <= 2;
    if (bracketed || ahead || (is_group_word(tokens[i - 1]) && tokens[i].norm.size() <= 3))
      labels.insert(tokens[i].norm);
  }
  return labels;
}

/// Words of a slot that tell no arm.
bool is_common(const std::string& stem) {
  static const WordSet words{"compar", "receiv", "use",    "daili",    "day",     "week",   "month", "hour",
                             "year",   "dose",   "follow", "administ", "given",   "plus",   "plu",   "onli",
                             "also",   "mg",     "ml",     "kg",       "amp",     "nbsp",   "first", "per",
                             "time",   "min",    "minut",  "data",     "were",    "agent",  "addit", "base",
                             "n",      "oral",   "h",      "d",        "therapi", "includ", "level"};
  return words.contains(stem);
}

Stems without(const Stems& stems, const Stems& others) {
  Stems rest;
  for (const std::string& stem : stems) {
    if (!others.contains(stem)) rest.insert(stem);
  }
  return rest;
}

bool has_letters(const std::string& word) {
  return std::any_of(word.begin(), word.end(), [](unsigned char c) { return c >= 'a' && c != 0xC2; });
}

/// The numbers in a slot tell arms apart only where its words do not: "4 mg" against "8 mg" of one drug, not "for 12
/// weeks".
void drop_numbers(Stems& stems) {
  if (std::none_of(stems.begin(), stems.end(),
                   [](const std::string& stem) { return stem.size() > 2 && has_letters(stem); }))
    return;
  for (auto stem = stems.begin(); stem != stems.end();) stem = has_letters(*stem) ? std::next(stem) : stems.erase(stem);
}

/// Initials of runs of two to five words: "ct" for "compression therapy".
Stems initials_of(std::string_view slot) {
  constexpr std::size_t longest = 5;
  std::string letters;
  Stems initials;
  for (const Token& token : tokenize(slot)) {
    if (token.kind == TokenKind::number || token.norm == "(" || token.norm == ",") letters.clear();
    if (token.kind != TokenKind::word || is_stop_word(token.norm)) continue;
    letters += token.norm.front();
    for (std::size_t size = 2; size <= std::min(longest, letters.size()); ++size)
      initials.insert(letters.substr(letters.size() - size));
  }
  return initials;
}

bool is_capitals(std::string_view raw) {
  return raw.size() >= 2 && raw.size() <= 5 &&
         std::all_of(raw.begin(), raw.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool denies(std::string_view slot) {
  const std::vector<Token> tokens = tokenize(slot);
  return std::any_of(tokens.begin(), tokens.end(), is_denial);
}

}  // namespace

Stems content_stems(std::string_view text) {
  Stems stems;
  for (const Token& token : tokenize(text)) {
    const bool label = token.norm.size() == 1 && token.kind == TokenKind::word && token.norm != "a";
    if (token.kind == TokenKind::punctuation || (is_stop_word(token.norm) && !label)) continue;
    if (token.norm == "group" || token.norm == "patients" || token.norm == "treatment") continue;
    stems.insert(token.stem);
  }
  return stems;
}

bool is_arm_mark(std::string_view word) {
  return word == kArmMark || word == kOtherMark;
}

std::string_view opposite(std::string_view arm) {
  return arm == kArmMark ? kOtherMark : kArmMark;
}

ArmFinder::ArmFinder(std::string_view passage, std::span<const Token> tokens, const ComparisonWords& words)
    : outcome_(content_stems(words.outcome)), marks_(tokens.size()) {
  split_shared(words);
  add_labels(words);
  add_short_forms(passage);
  read_labels(tokens);
  for (std::size_t i = 0; i < tokens.size(); ++i) marks_[i] = named_at(tokens, i, slice(passage, tokens[i].span));
}

void ArmFinder::split_shared(const ComparisonWords& words) {
  const Stems intervention = content_stems(words.intervention);
  const Stems comparator = content_stems(words.comparator);
  arm_.stems = without(intervention, comparator);
  other_.stems = without(comparator, intervention);
  shared_ = without(intervention, arm_.stems);
  arm_.denies = denies(words.intervention);
  other_.denies = denies(words.comparator);
  // What is denied is what the other arm gets: "with drain" against "without drain".
  if (other_.denies && !arm_.denies && other_.stems.empty()) arm_.stems.insert(shared_.begin(), shared_.end());
  if (arm_.denies && !other_.denies && arm_.stems.empty()) other_.stems.insert(shared_.begin(), shared_.end());
  // "The intervention" is never what "no intervention" gets.
  arm_.stems.erase("intervent");
  other_.stems.erase("intervent");
  tidy(arm_.stems);
  tidy(other_.stems);
  const Stems arm_initials = initials_of(words.intervention);
  const Stems other_initials = initials_of(words.comparator);
  arm_.initials = without(arm_initials, other_initials);
  other_.initials = without(other_initials, arm_initials);
}

/// Leaves out words that tell no arm, and those of the outcome where others remain.
void ArmFinder::tidy(Stems& stems) const {
  drop_numbers(stems);
  const auto drop = [&stems](const auto& is_idle) {
    if (std::all_of(stems.begin(), stems.end(), is_idle)) return;
    for (auto stem = stems.begin(); stem != stems.end();) stem = is_idle(*stem) ? stems.erase(stem) : std::next(stem);
  };
  drop(is_common);
  for (auto stem = stems.begin(); stem != stems.end();) stem = stem->size() == 1 ? stems.erase(stem) : std::next(stem);
  drop([this](const std::string& stem) { return outcome_.contains(stem); });
}

void ArmFinder::add_short_forms(std::string_view passage) {
  for (const Abbreviation& abbreviation : find_abbreviations(passage)) {
    const Stems meaning = content_stems(abbreviation.long_form);
    const Stems form = content_stems(abbreviation.short_form);
    const auto share = [&meaning](const Arm& arm) {
      return std::count_if(meaning.begin(), meaning.end(),
                           [&arm](const auto& stem) { return arm.stems.contains(stem); });
    };
    const auto arm = share(arm_);
    const auto other = share(other_);
    if (arm > other && other == 0) arm_.stems.insert(form.begin(), form.end());
    if (other > arm && arm == 0) other_.stems.insert(form.begin(), form.end());
  }
}

/// The groups that the slots name ("group A"), or, where neither does, those that authors mostly mean: the treated are
/// counted first.
void ArmFinder::add_labels(const ComparisonWords& words) {
  const Stems intervention = group_labels(words.intervention);
  const Stems comparator = group_labels(words.comparator);
  arm_.labels = without(intervention, comparator);
  other_.labels = without(comparator, intervention);
  if (!intervention.empty() || !comparator.empty()) return;
  arm_.labels = {"a", "1", "i"};
  other_.labels = {"b", "2", "ii"};
}

/// "Group A (control)": the passage itself says who is in a group.
void ArmFinder::read_labels(std::span<const Token> tokens) {
  for (std::size_t i = 1; i + 2 < tokens.size(); ++i) {
    if (!is_group_word(tokens[i - 1]) || tokens[i + 1].norm != "(" || tokens[i].norm.size() > 3) continue;
    const Token& inside = tokens[i + 2];
    const bool own = arm_.stems.contains(inside.stem);
    const bool other = other_.stems.contains(inside.stem) || is_control_word(inside);
    if (own == other) continue;
    (own ? other_ : arm_).labels.erase(tokens[i].norm);
    (own ? arm_ : other_).labels.insert(tokens[i].norm);
  }
}

std::string_view ArmFinder::labelled_at(std::span<const Token> tokens, std::size_t at) const {
  if (tokens[at].norm.size() > 3) return {};
  const bool behind_group = at > 0 && is_group_word(tokens[at - 1]);
  const bool behind_and = at > 2 && tokens[at - 1].norm == "and" && tokens[at - 3].norm == "groups";
  const bool ahead = at + 1 < tokens.size() && tokens[at + 1].norm == "group" && tokens[at].norm.size() <= 2 &&
                     tokens[at].kind == TokenKind::word && tokens[at].norm != "a";
  if (!behind_group && !behind_and && !ahead) return {};
  if (arm_.labels.contains(tokens[at].norm)) return kArmMark;
  if (other_.labels.contains(tokens[at].norm)) return kOtherMark;
  return {};
}

std::string_view ArmFinder::generic_at(std::span<const Token> tokens, std::size_t at) const {
  const Token& token = tokens[at];
  const std::string next = at + 1 < tokens.size() ? tokens[at + 1].stem : std::string();
  if (shared_.contains(token.stem) && (next == "alon" || next == "monotherapi")) {
    if (other_.stems.empty()) return kOtherMark;
    if (arm_.stems.empty()) return kArmMark;
  }
  if ((outcome_.contains(token.stem) && !(at + 1 < tokens.size() && is_member_word(tokens[at + 1]))) ||
      next == "deviat" || next == "error")
    return {};
  if (is_control_word(token)) return kOtherMark;
  if (is_intervention_word(token)) return kArmMark;
  if (!is_treated_word(token) || at + 1 >= tokens.size() || (at > 0 && tokens[at - 1].norm == "-")) return {};
  const bool beside_control = tokens[at + 1].norm == "and" && at + 2 < tokens.size() && is_control_word(tokens[at + 2]);
  const bool one = is_member_word(tokens[at + 1]) && tokens[at + 1].norm != "groups" && tokens[at + 1].norm != "arms";
  return beside_control || one ? kArmMark : std::string_view();
}

std::string_view ArmFinder::named_at(std::span<const Token> tokens, std::size_t at, std::string_view raw) const {
  if (const auto label = labelled_at(tokens, at); !label.empty()) return label;
  std::string_view mark = slot_word_at(tokens[at], raw);
  if (mark.empty()) mark = part_at(tokens, at);
  if (mark.empty()) mark = generic_at(tokens, at);
  return !mark.empty() && is_denied(tokens, at, mark) ? opposite(mark) : mark;
}

/// The arm whose slot has the word, or has it as its initials.
std::string_view ArmFinder::slot_word_at(const Token& token, std::string_view raw) const {
  if (other_.stems.contains(token.stem)) return kOtherMark;
  if (arm_.stems.contains(token.stem)) return kArmMark;
  if (!is_capitals(raw)) return {};
  if (other_.initials.contains(token.norm)) return kOtherMark;
  return arm_.initials.contains(token.norm) ? kArmMark : std::string_view();
}

/// "Without X", "non-X": those who did not get it.
bool ArmFinder::is_denied(std::span<const Token> tokens, std::size_t at, std::string_view mark) const {
  const Arm& own = mark == kArmMark ? arm_ : other_;
  const Arm& rest = mark == kArmMark ? other_ : arm_;
  if (own.denies || at == 0) return false;
  const bool hyphen = at > 1 && tokens[at - 1].norm == "-";
  const std::string& before = tokens[at - (hyphen ? 2 : 1)].norm;
  return before == "without" || before == "non" || (before == "no" && rest.denies);
}

/// Where all words of one slot are in the other ("X" against "X with Y"), they name it when nothing of the other's own
/// stands near.
std::string_view ArmFinder::part_at(std::span<const Token> tokens, std::size_t at) const {
  constexpr std::size_t reach = 4;
  if (!shared_.contains(tokens[at].stem) || is_common(tokens[at].stem) || outcome_.contains(tokens[at].stem)) return {};
  const bool other_is_part = other_.stems.empty() && !arm_.stems.empty();
  if (!other_is_part && !(arm_.stems.empty() && !other_.stems.empty())) return {};
  const Stems& own = other_is_part ? arm_.stems : other_.stems;
  for (std::size_t i = at < reach ? 0 : at - reach; i < std::min(at + reach + 1, tokens.size()); ++i) {
    if (own.contains(tokens[i].stem)) return {};
  }
  return other_is_part ? kOtherMark : kArmMark;
}

}  // namespace claimcheck
