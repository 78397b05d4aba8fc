#include "verify/change.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "text/word_set.h"
#include "verify/phrase_table.h"

namespace claimcheck {
namespace {

constexpr std::size_t kPhraseReach = 12;  // tokens

std::optional<ChangeKind> kind_of(std::string_view category) {
  if (category == "up") return ChangeKind::up;
  if (category == "down") return ChangeKind::down;
  if (category == "good") return ChangeKind::good;
  if (category == "bad") return ChangeKind::bad;
  return std::nullopt;
}

bool is_number(const MarkedPassage& text, std::size_t at) {
  return at < text.tokens().size() && text.number_at(at) != text.numbers().size();
}

/// "Delayed-treatment group", "more than 20%", "P less than 0.05": no comparison of arms. "Only" is little only before
/// a number.
bool is_measure(const MarkedPassage& text, const PhraseMatch& match) {
  const std::vector<Token>& tokens = text.tokens();
  if (is_number(text, match.first)) return true;
  if (match.last < tokens.size() && tokens[match.last].norm == "-" &&
      tokens[match.last].span.begin == tokens[match.last - 1].span.end)
    return true;  // "delayed-treatment group"
  const bool than =
      match.last < tokens.size() && (tokens[match.last].norm == "than" || tokens[match.last].norm == "or");
  static const WordSet multiples{"twice", "half", "double", "triple", "one", "once", "normal", "expected"};
  if (than && (is_number(text, match.last + 1) ||
               (match.last + 1 < tokens.size() && multiples.contains(tokens[match.last + 1].norm))))
    return true;
  if (tokens[match.first].norm == "only") return !is_number(text, match.last);
  if (tokens[match.first].norm == "least") return match.first > 0 && tokens[match.first - 1].norm == "at";
  return false;
}

/// The changes that the table knows, the longest at each place.
std::vector<Change> known_changes(const MarkedPassage& text) {
  std::vector<Change> changes;
  for (const PhraseMatch& match : comparison_words().find(text.tokens())) {
    const auto kind = kind_of(match.category);
    if (!kind || !text.arm_at(match.first).empty() || is_measure(text, match)) continue;
    Change change;
    change.first = match.first;
    change.last = match.last;
    change.kind = *kind;
    change.said = *kind;
    change.amount = match.value == "amount";
    if (!changes.empty() && changes.back().last > match.first) {
      if (changes.back().last >= match.last) continue;
      changes.pop_back();
    }
    changes.push_back(change);
  }
  return changes;
}

/// True if nothing between tokens `first` and `last` parts them.
bool is_together(const MarkedPassage& text, std::size_t first, std::size_t last) {
  constexpr std::size_t reach = 14;
  static const WordSet breaks{",", ";", "and", "but",   ".",       "than",   "with",
                              "(", "[", "by",  "while", "whereas", "versus", "vs"};
  if (last - first > reach) return false;
  for (std::size_t i = first; i < last; ++i) {
    if (breaks.contains(text.tokens()[i].norm) || !text.arm_at(i).empty()) return false;
  }
  return true;
}

/// "Relief … was greater": an amount that is said of a noun, however much stands between.
bool is_predicate(const MarkedPassage& text, const Change& noun, const Change& amount) {
  constexpr std::size_t reach = 24;
  if (!amount.amount || noun.amount || amount.first - noun.last > reach) return false;
  if (text.clause_of(noun.first) != text.clause_of(amount.first)) return false;
  static const WordSet verbs{"was", "were", "is", "are"};
  static const WordSet adverbs{"significantly", "statistically", "also",    "much",
                               "slightly",      "markedly",      "clearly", "even"};
  std::size_t at = amount.first;
  while (at > noun.last && adverbs.contains(text.tokens()[at - 1].norm)) --at;
  if (at == noun.last || !verbs.contains(text.tokens()[at - 1].norm)) return false;
  const auto stops = [](const Token& token) { return token.norm == "," || token.norm == "." || token.norm == ")"; };
  const auto begin = text.tokens().begin();
  return std::none_of(begin + static_cast<std::ptrdiff_t>(noun.last), begin + static_cast<std::ptrdiff_t>(at), stops);
}

bool is_less(ChangeKind kind) {
  return kind == ChangeKind::down || kind == ChangeKind::bad;
}

/// True if the sentence of token `at` names the change that the outcome is.
bool names_root(const MarkedPassage& text, std::size_t at, const OutcomeSort& outcome) {
  const auto [begin, end] = text.sentence_range(text.sentence_of(at));
  for (std::size_t i = begin; i < end; ++i) {
    if (outcome.roots.contains(std::string(root_of(text.tokens()[i].stem)))) return true;
  }
  return false;
}

/// What a change says of an outcome that is a change itself: a greater reduction is more of "reduction in pain".
void relate(Change& change, const Change* amount, const MarkedPassage& text, const OutcomeSort& outcome) {
  for (std::size_t i = change.first; i < change.last; ++i)
    change.named = change.named || outcome.roots.contains(std::string(root_of(text.tokens()[i].stem)));
  if (change.named) {
    change.kind = amount != nullptr && is_less(amount->kind) ? ChangeKind::down : ChangeKind::up;
    return;
  }
  if (amount != nullptr && is_less(amount->kind)) change.kind = turned(change.kind);
  const bool flips = outcome.fall && !outcome.time && !names_root(text, change.first, outcome);
  if (flips && (change.kind == ChangeKind::up || change.kind == ChangeKind::down) && !change.amount)
    change.kind = turned(change.kind);
}

/// An amount and the change it is of become one: less of a fall is a rise.
std::vector<Change> join_amounts(const MarkedPassage& text, const std::vector<Change>& changes,
                                 const OutcomeSort& outcome) {
  std::vector<Change> joined;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const bool has_next = i + 1 < changes.size() && (is_together(text, changes[i].last, changes[i + 1].first) ||
                                                     is_predicate(text, changes[i], changes[i + 1]));
    if (!has_next || changes[i].amount == changes[i + 1].amount) {
      joined.push_back(changes[i]);
      relate(joined.back(), nullptr, text, outcome);
      continue;
    }
    const Change& amount = changes[i].amount ? changes[i] : changes[i + 1];
    Change change = changes[i].amount ? changes[i + 1] : changes[i];
    relate(change, &amount, text, outcome);
    change.first = changes[i].first;
    change.last = changes[i + 1].last;
    change.joined = true;
    joined.push_back(change);
    ++i;
  }
  return joined;
}

/// The arm named within `reach` tokens from `first` on, before the clause ends.
std::string_view arm_from(const MarkedPassage& text, std::size_t first, std::size_t reach) {
  const std::vector<Token>& tokens = text.tokens();
  for (std::size_t i = first; i < std::min(first + reach, tokens.size()); ++i) {
    if (text.clause_of(i) != text.clause_of(first)) break;
    if (const std::string_view arm = text.arm_at(i); !arm.empty()) return arm;
    if (tokens[i].norm == ",") break;
  }
  return {};
}

/// What arms are compared with before and after treatment: no arm.
bool is_baseline(const Token& token) {
  static const WordSet words{"baselin", "befor", "pre", "pretreat", "preoper", "initi", "predos"};
  return words.contains(token.stem);
}

/// "Twice as likely … as": the second "as".
bool is_second_as(const MarkedPassage& text, std::size_t at) {
  constexpr std::size_t reach = 14;
  static const WordSet multiples{"twice", "times", "half", "fold"};
  const std::vector<Token>& tokens = text.tokens();
  if (tokens[at].norm != "as") return false;
  for (std::size_t i = at; i > 1 && i + reach > at; --i) {
    if (tokens[i - 1].norm == "as" && multiples.contains(tokens[i - 2].norm)) return i - 1 != at;
  }
  return false;
}

/// True if what follows token `at` is what something is compared with: "than", "versus", "compared to".
bool is_comparing(const MarkedPassage& text, std::size_t at) {
  static const WordSet words{"than", "versus", "vs", "unlike"};
  static const WordSet openings{"compar", "comparison", "relat",    "contrast", "respect",
                                "oppos",  "superior",   "inferior", "prefer"};
  const std::vector<Token>& tokens = text.tokens();
  const std::string& norm = tokens[at].norm;
  if (is_number(text, at + 1) && (norm == "vs" || norm == "versus" || norm == "than")) return false;
  const bool alone = at + 2 >= tokens.size() || tokens[at + 2].norm != "and";  // not "than baseline and placebo"
  if (at + 1 < tokens.size() && is_baseline(tokens[at + 1]) && text.arm_at(at + 1).empty() && alone) return false;
  if (words.contains(norm) || is_second_as(text, at)) return true;
  if (norm == "over" || norm == "against") return !arm_from(text, at + 1, 3).empty();
  return at > 0 && (norm == "with" || norm == "to") && openings.contains(tokens[at - 1].stem);
}

/// The arm in the phrase behind token `at`: "in the I group", "with C", "in favour of I".
std::string_view arm_in_phrase(const MarkedPassage& text, std::size_t at, std::size_t end, std::size_t reach) {
  static const WordSet openings{"in",    "with",   "for", "among", "by", "of",    "from",
                                "after", "during", "on",  "to",    "at", "favor", "favour"};
  for (std::size_t i = at; i < end && i < at + reach; ++i) {
    if (text.clause_of(i) != text.clause_of(at)) break;
    if (is_comparing(text, i)) break;
    if (!text.arm_at(i).empty() && i > 0) {
      std::size_t back = i;
      while (back > at && back + 4 > i && !openings.contains(text.tokens()[back - 1].norm)) --back;
      if (back > at || openings.contains(text.tokens()[at - (at > 0 ? 1 : 0)].norm)) return text.arm_at(i);
      return {};
    }
  }
  return {};
}

bool is_denial(const Token& token) {
  static const WordSet words{"no", "not", "without", "free", "lack", "absence"};
  return words.contains(token.norm);
}

int sign_of(Valence valence) {
  return valence == Valence::good ? 1 : valence == Valence::bad ? -1 : 0;
}

/// How an outcome counts that names something good, bad or both; `known` is what else is known of it.
Valence valence_of(const OutcomeSort& sort, bool good, bool bad, Valence known) {
  int sign = good ? 1 : bad ? -1 : sign_of(known);
  if (sort.fall) sign = good && bad ? 1 : -sign;  // "pain relief" is good and bad by its words
  if (sort.rise) sign = 1;
  if (sort.time) sign = -sign;
  return sign > 0 ? Valence::good : sign < 0 ? Valence::bad : Valence::neutral;
}

}  // namespace

std::string_view root_of(std::string_view stem) {
  static const std::unordered_map<std::string_view, std::string_view> roots{
      {"reduct", "reduc"}, {"relief", "reliev"}, {"loss", "lose"}, {"lost", "lose"}};
  const auto root = roots.find(stem);
  return root == roots.end() ? stem : root->second;
}

OutcomeSort sort_outcome(const ComparisonWords& words) {
  static const WordSet changes{"fall", "rise", "up", "down", "good", "bad"};
  OutcomeSort sort;
  const std::vector<Token> tokens = tokenize(words.outcome);
  bool good = false;
  bool bad = false;
  sort.denied = std::any_of(tokens.begin(), tokens.end(), is_denial);
  for (const PhraseMatch& match : comparison_words().find(tokens)) {
    sort.fall = sort.fall || match.category == "fall";
    sort.rise = sort.rise || match.category == "rise";
    sort.time = sort.time || match.category == "time_to";
    good = good || match.category == "good_outcome";
    bad = bad || match.category == "bad_outcome";
    if (!changes.contains(match.category)) continue;
    for (std::size_t i = match.first; i < match.last; ++i) sort.roots.insert(std::string(root_of(tokens[i].stem)));
  }
  sort.valence = valence_of(sort, good, bad, words.valence);
  return sort;
}

ChangeKind turned(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::up:
      return ChangeKind::down;
    case ChangeKind::down:
      return ChangeKind::up;
    case ChangeKind::good:
      return ChangeKind::bad;
    case ChangeKind::bad:
      break;
  }
  return ChangeKind::good;
}

std::vector<Change> find_changes(const MarkedPassage& text, const OutcomeSort& outcome) {
  std::vector<Change> changes = join_amounts(text, known_changes(text), outcome);
  for (Change& change : changes)
    change.negated = !outcome.denied && is_negated(text.tokens(), text.cues(), change.first);
  return changes;
}

std::string_view compared_arm(const MarkedPassage& text, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    if (!is_comparing(text, i)) continue;
    if (const auto arm = arm_from(text, i + 1, kPhraseReach); !arm.empty()) return arm;
  }
  return {};
}

Referent find_referent(const MarkedPassage& text, const Change& change) {
  if (text.tokens()[change.first].norm == "only") {  // "… compared with only 3 of 13 in the control group"
    if (const auto arm = arm_from(text, change.last, kPhraseReach); !arm.empty()) return {arm, "only"};
  }
  const auto [begin, end] = text.sentence_range(text.sentence_of(change.first));
  std::string_view before;
  for (std::size_t i = change.first; i > begin && before.empty(); --i) {
    if (text.clause_of(i - 1) == text.clause_of(change.first)) before = text.arm_at(i - 1);
  }
  const auto than = [&, begin = begin](std::string_view arm, std::string_view how) -> Referent {
    // "The X 2 group had more than the X 1 group" names one arm twice: the first is spoken of.
    const bool only = before == arm && text.arm_order(begin, change.first).size() == 1;
    return only ? Referent{arm, "twice"} : Referent{opposite(arm), how};
  };
  if (const auto arm = compared_arm(text, change.first, end); !arm.empty()) return than(arm, "than");
  if (const auto arm = compared_arm(text, begin, change.first); !arm.empty()) return {opposite(arm), "than before"};
  std::string_view after = arm_in_phrase(text, change.last, end, kPhraseReach);
  if (before.empty() && after.empty()) after = arm_in_phrase(text, change.last, end, end);
  if (before.empty() && after.empty()) return {kArmMark, "none"};
  if (after.empty()) return {before, "before"};
  if (before.empty()) return {after, "after"};
  return {after, before == after ? "both" : "in"};
}

}  // namespace claimcheck
