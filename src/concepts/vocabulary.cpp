#include "concepts/vocabulary.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <limits>
#include <utility>

#include "concepts/spelling.h"
#include "concepts/vocabulary_data.h"
#include "core/error.h"

namespace claimcheck {
namespace {

constexpr std::size_t kKinds = EnumNames<ConceptKind>::values.size();

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// `term` without the marks that say how it is matched.
std::string readable(std::string_view term) {
  return std::string(term.substr(std::min(term.find_first_not_of("+="), term.size())));
}

/// The terms for readers and searches: without marks, British spellings followed by the American ones, each once.
std::vector<std::string> readable_terms(const std::vector<std::string>& written) {
  std::vector<std::string> terms;
  terms.reserve(written.size() + written.size() / 4);
  const auto add = [&terms](std::string term) {
    if (std::find(terms.begin(), terms.end(), term) == terms.end()) terms.push_back(std::move(term));
  };
  for (const std::string& term : written) {
    std::string plain = readable(term);
    std::string american = american_spelling(plain);
    const bool alike = american == plain;
    add(std::move(plain));
    if (!alike) add(std::move(american));
  }
  return terms;
}

/// Throws Error(input) for a line of the data.
class DataErrors {
 public:
  DataErrors(std::string_view name, const std::vector<ConceptEntry>& entries) : name_(name), entries_(entries) {}

  [[noreturn]] void fail(std::size_t index, const std::string& why) const {
    throw Error(ErrorKind::input,
                fmt::format("{}:{}: concept '{}' {}", name_, entries_[index].line, entries_[index].entry.id, why));
  }

 private:
  std::string_view name_;
  const std::vector<ConceptEntry>& entries_;
};

/// The index of each concept with all indices above it, sorted; `above` lists the direct ones.
class AncestorFinder {
 public:
  AncestorFinder(const std::vector<std::vector<std::size_t>>& above, const DataErrors& errors)
      : above_(above), errors_(errors), ancestors_(above.size()), state_(above.size(), State::unseen) {}

  std::vector<std::vector<std::size_t>> find_all() {
    for (std::size_t i = 0; i < above_.size(); ++i) visit(i);
    return std::move(ancestors_);
  }

 private:
  enum class State { unseen, open, done };

  void visit(std::size_t index) {
    if (state_[index] == State::done) return;
    if (state_[index] == State::open) errors_.fail(index, "is broader than itself: break the cycle of '.broader'");
    state_[index] = State::open;
    std::vector<std::size_t>& all = ancestors_[index];
    all.push_back(index);
    for (const std::size_t parent : above_[index]) {
      visit(parent);
      all.insert(all.end(), ancestors_[parent].begin(), ancestors_[parent].end());
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    state_[index] = State::done;
  }

  const std::vector<std::vector<std::size_t>>& above_;
  const DataErrors& errors_;
  std::vector<std::vector<std::size_t>> ancestors_;
  std::vector<State> state_;
};

using IdIndex = std::map<std::string, std::size_t, std::less<>>;

IdIndex index_ids(const std::vector<ConceptEntry>& entries, const DataErrors& errors) {
  IdIndex ids;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].entry.terms.empty()) errors.fail(i, "has no terms");
    if (!ids.emplace(entries[i].entry.id, i).second) errors.fail(i, "is defined twice");
  }
  return ids;
}

/// For each concept, the indices of those directly above it. Also checks what else names a concept.
std::vector<std::vector<std::size_t>> link_concepts(const std::vector<ConceptEntry>& entries, const IdIndex& ids,
                                                    const DataErrors& errors) {
  const auto index_of = [&](std::size_t from, std::string_view field, const std::string& id) {
    const auto found = ids.find(id);
    if (found == ids.end()) errors.fail(from, fmt::format("names an unknown {} '{}'", field, id));
    const ConceptKind kind = field == "prevents" ? ConceptKind::outcome : entries[from].entry.kind;
    if (entries[found->second].entry.kind != kind) {
      errors.fail(from, fmt::format("names a {} '{}' of another kind", field, id));
    }
    return found->second;
  };
  std::vector<std::vector<std::size_t>> above(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    for (const std::string& id : entries[i].entry.broader) above[i].push_back(index_of(i, "broader", id));
    if (!entries[i].entry.opposite.empty()) index_of(i, "opposite", entries[i].entry.opposite);
    for (const std::string& id : entries[i].entry.apart) index_of(i, "apart", id);
    for (const std::string& id : entries[i].entry.surrogate_of) index_of(i, "surrogate_of", id);
    for (const std::string& id : entries[i].entry.prevents) index_of(i, "prevents", id);
  }
  return above;
}

TermIndex index_terms(const std::vector<ConceptEntry>& entries, const DataErrors& errors) {
  TermIndex terms;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto group = static_cast<std::size_t>(entries[i].entry.kind);
    for (const std::string& term : entries[i].entry.terms) {
      if (readable(term).empty()) errors.fail(i, fmt::format("has a term '{}' without words", term));
      auto owner = terms.add(term, i, group);
      if (const std::string american = american_spelling(term); !owner && american != term) {
        owner = terms.add(american, i, group);
      }
      if (owner) errors.fail(i, fmt::format("shares the term '{}' with '{}'", term, entries[*owner].entry.id));
    }
  }
  return terms;
}

}  // namespace

Vocabulary Vocabulary::parse(std::string_view data, std::string_view name) {
  std::vector<ConceptEntry> entries = parse_concepts(data, name);
  const DataErrors errors(name, entries);
  Vocabulary vocabulary;
  vocabulary.by_id_ = index_ids(entries, errors);
  const std::vector<std::vector<std::size_t>> above = link_concepts(entries, vocabulary.by_id_, errors);
  vocabulary.ancestors_ = AncestorFinder(above, errors).find_all();
  vocabulary.narrower_.resize(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    for (const std::size_t parent : above[i]) vocabulary.narrower_[parent].push_back(i);
  }
  vocabulary.terms_ = index_terms(entries, errors);
  for (ConceptEntry& written : entries) {
    written.entry.terms = readable_terms(written.entry.terms);
    vocabulary.concepts_.push_back(std::move(written.entry));
  }
  return vocabulary;
}

const Concept* Vocabulary::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &concepts_[found->second];
}

/// Picks mentions from matches that overlap. For each token and kind it knows which picked match covers it.
class Vocabulary::MentionPicker {
 public:
  MentionPicker(const Vocabulary& vocabulary, std::size_t tokens) : vocabulary_(vocabulary), cover_(tokens) {
    for (auto& kinds : cover_) kinds.fill(kNone);
  }

  /// Takes those of `matches` that may stand beside what was picked, the longest first.
  void pick(std::vector<TermMatch> matches, bool added) {
    std::stable_sort(matches.begin(), matches.end(),
                     [](const TermMatch& a, const TermMatch& b) { return a.last - a.first > b.last - b.first; });
    for (const TermMatch& match : matches) {
      if (!take(match, added) || !added) continue;
      const auto people = vocabulary_.patients_of_.find(match.owner);
      if (people == vocabulary_.patients_of_.end()) continue;
      TermMatch population = match;
      population.owner = people->second;
      take(population, added);
    }
  }

  [[nodiscard]] std::vector<TermMatch> picked() const {
    std::vector<TermMatch> kept;
    for (std::size_t i = 0; i < picked_.size(); ++i) {
      if (!replaced_[i]) kept.push_back(picked_[i]);
    }
    return kept;
  }

 private:
  bool take(const TermMatch& match, bool added) {
    const auto kind = static_cast<std::size_t>(vocabulary_.concepts_[match.owner].kind);
    std::vector<std::size_t> covered;
    for (std::size_t i = match.first; i < match.last; ++i) {
      if (cover_[i][kind] != kNone) covered.push_back(cover_[i][kind]);
    }
    const auto gives_way = [&](std::size_t index) { return added && is_made_exact(picked_[index], match); };
    if (!std::all_of(covered.begin(), covered.end(), gives_way) || lies_in_longer(match)) return false;
    for (const std::size_t index : covered) replaced_[index] = true;
    for (std::size_t i = match.first; i < match.last; ++i) cover_[i][kind] = picked_.size();
    picked_.push_back(match);
    replaced_.push_back(false);
    return true;
  }

  /// Whether `match` says more exactly what `shorter`, inside it, says. A harm is read as broadly as it is written.
  [[nodiscard]] bool is_made_exact(const TermMatch& shorter, const TermMatch& match) const {
    const bool inside = match.first <= shorter.first && shorter.last <= match.last;
    const bool longer = match.last - match.first > shorter.last - shorter.first;
    const std::vector<std::size_t>& above = vocabulary_.ancestors_[match.owner];
    return inside && longer && !vocabulary_.concepts_[shorter.owner].harm &&
           std::binary_search(above.begin(), above.end(), shorter.owner);
  }

  [[nodiscard]] bool lies_in_longer(const TermMatch& match) const {
    const auto& kinds = cover_[match.first];
    return std::any_of(kinds.begin(), kinds.end(), [&](std::size_t index) {
      return index != kNone && !picked_[index].open && picked_[index].last >= match.last &&
             picked_[index].last - picked_[index].first > match.last - match.first;
    });
  }

  const Vocabulary& vocabulary_;
  std::vector<std::array<std::size_t, kKinds>> cover_;
  std::vector<TermMatch> picked_;
  std::vector<bool> replaced_;
};

namespace {

// "Non-opioid medicines", "non depressed": what it is not.
bool is_excluded(std::span<const Token> tokens, std::size_t first) {
  if (first > 1 && tokens[first - 1].norm == "-") --first;
  return first > 0 && tokens[first - 1].norm == "non";
}

}  // namespace

std::vector<ConceptMention> Vocabulary::find_mentions(std::string_view text, std::span<const Token> tokens) const {
  std::vector<TermMatch> known = terms_.find(text, tokens);
  std::vector<TermMatch> added = added_terms_.find(text, tokens);
  if (known.empty() && added.empty()) return {};
  MentionPicker picker(*this, tokens.size());
  picker.pick(std::move(known), false);
  picker.pick(std::move(added), true);

  std::vector<ConceptMention> mentions;
  for (const TermMatch& match : picker.picked()) {
    if (is_excluded(tokens, match.first)) continue;
    const Span span{tokens[match.first].span.begin, tokens[match.last - 1].span.end};
    mentions.push_back({&concepts_[match.owner], match.first, match.last, span});
  }
  std::sort(mentions.begin(), mentions.end(), [](const ConceptMention& a, const ConceptMention& b) {
    return std::pair(a.first, a.concept_ptr->kind) < std::pair(b.first, b.concept_ptr->kind);
  });
  return mentions;
}

bool Vocabulary::is_kind_of(std::string_view id, std::string_view ancestor) const {
  if (id == ancestor) return true;
  const auto found = by_id_.find(id);
  const auto above = by_id_.find(ancestor);
  if (found == by_id_.end() || above == by_id_.end()) return false;
  const std::vector<std::size_t>& all = ancestors_[found->second];
  return std::binary_search(all.begin(), all.end(), above->second);
}

bool Vocabulary::are_apart(std::string_view id, std::string_view other) const {
  const auto is_said = [this](std::string_view one, std::string_view another) {
    const auto found = by_id_.find(one);
    if (found == by_id_.end()) return false;
    const std::vector<std::size_t>& all = ancestors_[found->second];
    return std::any_of(all.begin(), all.end(), [&](std::size_t index) {
      const std::vector<std::string>& apart = concepts_[index].apart;
      return std::any_of(apart.begin(), apart.end(),
                         [&](const std::string& from) { return is_kind_of(another, from); });
    });
  };
  return is_said(id, other) || is_said(other, id);
}

std::vector<const Concept*> Vocabulary::with_narrower(std::string_view id) const {
  std::vector<const Concept*> found;
  const auto root = by_id_.find(id);
  if (root == by_id_.end()) return found;
  std::vector<bool> seen(concepts_.size(), false);
  std::deque<std::size_t> waiting{root->second};
  seen[root->second] = true;
  while (!waiting.empty()) {
    const std::size_t index = waiting.front();
    waiting.pop_front();
    found.push_back(&concepts_[index]);
    for (const std::size_t below : narrower_[index]) {
      if (!seen[below]) waiting.push_back(below);
      seen[below] = true;
    }
  }
  return found;
}

}  // namespace claimcheck
