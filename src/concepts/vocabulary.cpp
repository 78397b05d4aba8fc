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

/// For each token and kind, which accepted mention covers it.
using Cover = std::vector<std::array<std::size_t, kKinds>>;
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

bool overlaps_same_kind(const TermMatch& match, std::size_t kind, const Cover& cover) {
  for (std::size_t i = match.first; i < match.last; ++i) {
    if (cover[i][kind] != kNone) return true;
  }
  return false;
}

bool lies_in_longer(const TermMatch& match, const Cover& cover, const std::vector<TermMatch>& accepted) {
  return std::any_of(cover[match.first].begin(), cover[match.first].end(), [&](std::size_t index) {
    return index != kNone && !accepted[index].open && accepted[index].last >= match.last &&
           accepted[index].last - accepted[index].first > match.last - match.first;
  });
}

/// `term` without the marks that say how it is matched.
std::string readable(std::string_view term) {
  return std::string(term.substr(std::min(term.find_first_not_of("+="), term.size())));
}

/// The terms for readers and searches: without marks, British spellings followed by the American ones, each once.
std::vector<std::string> readable_terms(const std::vector<std::string>& written) {
  std::vector<std::string> terms;
  const auto add = [&terms](std::string term) {
    if (std::find(terms.begin(), terms.end(), term) == terms.end()) terms.push_back(std::move(term));
  };
  for (const std::string& term : written) {
    add(readable(term));
    add(american_spelling(readable(term)));
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

/// For each concept, the indices of those directly above it. Also checks the opposites.
std::vector<std::vector<std::size_t>> link_concepts(const std::vector<ConceptEntry>& entries, const IdIndex& ids,
                                                    const DataErrors& errors) {
  const auto index_of = [&](std::size_t from, std::string_view field, const std::string& id) {
    const auto found = ids.find(id);
    if (found == ids.end()) errors.fail(from, fmt::format("names an unknown {} '{}'", field, id));
    if (entries[found->second].entry.kind != entries[from].entry.kind) {
      errors.fail(from, fmt::format("names a {} '{}' of another kind", field, id));
    }
    return found->second;
  };
  std::vector<std::vector<std::size_t>> above(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    for (const std::string& id : entries[i].entry.broader) above[i].push_back(index_of(i, "broader", id));
    if (!entries[i].entry.opposite.empty()) index_of(i, "opposite", entries[i].entry.opposite);
  }
  return above;
}

TermIndex index_terms(const std::vector<ConceptEntry>& entries, const DataErrors& errors) {
  TermIndex terms;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto group = static_cast<std::size_t>(entries[i].entry.kind);
    for (const std::string& term : entries[i].entry.terms) {
      if (readable(term).empty()) errors.fail(i, fmt::format("has a term '{}' without words", term));
      for (const std::string& spelled : {term, american_spelling(term)}) {
        const auto owner = terms.add(spelled, i, group);
        if (owner) errors.fail(i, fmt::format("shares the term '{}' with '{}'", term, entries[*owner].entry.id));
      }
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

std::vector<ConceptMention> Vocabulary::find_mentions(std::string_view text, std::span<const Token> tokens) const {
  std::vector<TermMatch> matches = terms_.find(text, tokens);
  std::vector<TermMatch> added = find_added(text, tokens);
  Cover cover(matches.empty() && added.empty() ? 0 : tokens.size());
  for (auto& kinds : cover) kinds.fill(kNone);
  std::vector<TermMatch> accepted;
  for (std::vector<TermMatch>* layer : {&matches, &added}) {
    std::stable_sort(layer->begin(), layer->end(),
                     [](const TermMatch& a, const TermMatch& b) { return a.last - a.first > b.last - b.first; });
    for (const TermMatch& match : *layer) {
      const auto kind = static_cast<std::size_t>(concepts_[match.owner].kind);
      if (overlaps_same_kind(match, kind, cover) || lies_in_longer(match, cover, accepted)) continue;
      for (std::size_t i = match.first; i < match.last; ++i) cover[i][kind] = accepted.size();
      accepted.push_back(match);
    }
  }

  std::vector<ConceptMention> mentions;
  mentions.reserve(accepted.size());
  for (const TermMatch& match : accepted) {
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
