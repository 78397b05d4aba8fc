#include "verify/change.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace claimcheck {
namespace {

constexpr std::size_t kClauseReach = 25;  // tokens
constexpr std::size_t kPhraseReach = 10;

const char* kind_of(CueKind kind) {
  switch (kind) {
    case CueKind::increase:
      return "up";
    case CueKind::decrease:
      return "down";
    case CueKind::improve:
      return "good";
    case CueKind::worsen:
      return "bad";
    default:
      return nullptr;
  }
}

const char* kind_of_word(const std::string& norm) {
  static const std::unordered_map<std::string, const char*> words{
      {"more", "up"},     {"most", "up"},     {"highest", "up"},    {"greatest", "up"},   {"largest", "up"},
      {"longest", "up"},  {"later", "up"},    {"slower", "up"},     {"less", "down"},     {"least", "down"},
      {"lowest", "down"}, {"fewest", "down"}, {"smallest", "down"}, {"shortest", "down"}, {"earlier", "down"},
      {"sooner", "down"}, {"faster", "down"}, {"quicker", "down"},  {"best", "good"},     {"worst", "bad"}};
  const auto found = words.find(norm);
  return found == words.end() ? nullptr : found->second;
}

/// Words that say how much of another change there was: "greater reduction", "improved more", "relief was greater".
bool is_amount(const Token& token) {
  static const Stems words{"more", "greater", "larger", "higher", "bigger", "less", "smaller", "lower", "fewer"};
  return words.contains(token.norm);
}

/// True if nothing between tokens `first` and `last` parts them.
bool is_together(const MarkedPassage& text, std::size_t first, std::size_t last) {
  constexpr std::size_t reach = 7;
  if (last - first > reach) return false;
  for (std::size_t i = first; i < last; ++i) {
    const std::string& norm = text.tokens()[i].norm;
    if (norm == "," || norm == ";" || norm == "and" || norm == "but" || norm == "." || norm == "than") return false;
  }
  return true;
}

/// An amount and the change it is of become one: less of a fall is a rise.
std::vector<Change> join_amounts(const MarkedPassage& text, const std::vector<Change>& changes) {
  std::vector<Change> joined;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const bool has_next = i + 1 < changes.size() && is_together(text, changes[i].last, changes[i + 1].first);
    const bool amount = is_amount(text.tokens()[changes[i].first]);
    const bool next_amount = has_next && is_amount(text.tokens()[changes[i + 1].first]);
    if (!has_next || amount == next_amount) {
      joined.push_back(changes[i]);
      continue;
    }
    const Change& size = amount ? changes[i] : changes[i + 1];
    Change change = amount ? changes[i + 1] : changes[i];
    if (size.kind == "down") change.kind = turned(change.kind);
    change.first = changes[i].first;
    change.last = changes[i + 1].last;
    joined.push_back(std::move(change));
    ++i;
  }
  return joined;
}

/// The arm named within `reach` tokens from `first` on, before the clause ends.
std::string_view arm_from(const MarkedPassage& text, std::size_t first, std::size_t reach) {
  const std::vector<Token>& tokens = text.tokens();
  for (std::size_t i = first; i < std::min(first + reach, tokens.size()); ++i) {
    if (const std::string_view arm = text.arm_at(i); !arm.empty()) return arm;
    if (tokens[i].norm == "," || tokens[i].norm == ";" || tokens[i].norm == ".") break;
  }
  return {};
}

bool is_comparing(const MarkedPassage& text, std::size_t at) {
  static const std::unordered_set<std::string> words{"than", "versus", "vs", "unlike", "over"};
  const std::vector<Token>& tokens = text.tokens();
  const std::string& norm = tokens[at].norm;
  if (words.contains(norm)) return true;
  if (norm != "with" && norm != "to") return false;
  if (at == 0) return false;
  const std::string& before = tokens[at - 1].stem;
  return before == "compar" || before == "relat" || before == "respect" || before == "contrast" ||
         before == "comparison";
}

std::string_view opposite(std::string_view arm) {
  return arm == kArmMark ? kOtherMark : kArmMark;
}

/// The arm that another is compared with: behind the change ("… than with C") or before it ("Compared with C, …").
std::string_view compared_with(const MarkedPassage& text, const Change& change) {
  const std::size_t end = std::min(change.first + kClauseReach, text.tokens().size());
  for (std::size_t i = change.first; i < end && text.tokens()[i].norm != ";"; ++i) {
    if (!is_comparing(text, i)) continue;
    if (const auto arm = arm_from(text, i + 1, kPhraseReach); !arm.empty()) return arm;
  }
  for (std::size_t i = 0; i < change.first; ++i) {
    if (!is_comparing(text, i)) continue;
    if (const auto arm = arm_from(text, i + 1, kPhraseReach); !arm.empty()) return arm;
  }
  return {};
}

/// The arm named last before token `at`.
std::string_view arm_before(const MarkedPassage& text, std::size_t at) {
  for (std::size_t i = at; i > 0 && at - i < kClauseReach; --i) {
    if (const auto arm = text.arm_at(i - 1); !arm.empty()) return arm;
  }
  return {};
}

/// The arm in the phrase behind token `at`: "in the I group", "with C".
std::string_view arm_in_phrase(const MarkedPassage& text, std::size_t at) {
  static const Stems openings{"in", "with", "for", "among", "by"};
  const std::size_t end = std::min(at + kPhraseReach, text.tokens().size());
  while (at < end && !openings.contains(text.tokens()[at].norm)) ++at;
  return arm_from(text, at, kPhraseReach - 2);
}

}  // namespace

std::string_view turned(std::string_view kind) {
  return kind == "up" ? "down" : kind == "down" ? "up" : kind == "good" ? "bad" : "good";
}

std::vector<Change> find_changes(const MarkedPassage& text) {
  std::vector<Change> changes;
  std::size_t covered = 0;
  auto cue = text.cues().begin();
  for (std::size_t i = 0; i < text.tokens().size(); ++i) {
    for (; cue != text.cues().end() && cue->first <= i; ++cue) {
      const char* kind = kind_of(cue->kind);
      if (kind == nullptr || cue->first < covered) continue;
      changes.push_back({cue->first, cue->last, kind});
      covered = std::max(covered, cue->last);
    }
    if (i < covered) continue;
    if (const char* kind = kind_of_word(text.tokens()[i].norm)) changes.push_back({i, i + 1, kind});
  }
  return join_amounts(text, changes);
}

Referent find_referent(const MarkedPassage& text, const Change& change) {
  if (const auto compared = compared_with(text, change); !compared.empty()) return {opposite(compared), "than"};
  const std::string_view before = arm_before(text, change.first);
  const std::string_view after = arm_in_phrase(text, change.last);
  if (before.empty() && after.empty()) return {kArmMark, "none"};
  if (after.empty()) return {before, "before"};
  if (before.empty()) return {after, "after"};
  return {after, before == after ? "both" : "in"};
}

}  // namespace claimcheck
