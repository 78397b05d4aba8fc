#include <algorithm>
#include <cassert>
#include <utility>

#include "concepts/vocabulary.h"

namespace claimcheck {

/// A copy of `base` with `more` behind its concepts.
Vocabulary::Vocabulary(const Vocabulary& base, std::vector<Concept> more)
    : concepts_(base.concepts_),
      by_id_(base.by_id_),
      narrower_(base.narrower_),
      ancestors_(base.ancestors_),
      terms_(base.terms_),
      added_terms_(base.added_terms_),
      patients_of_(base.patients_of_) {
  const std::size_t first = concepts_.size();
  concepts_.reserve(first + more.size());
  for (Concept& added : more) {
    by_id_.emplace(added.id, concepts_.size());
    concepts_.push_back(std::move(added));
  }
  assert(by_id_.size() == concepts_.size());
  narrower_.resize(concepts_.size());
  ancestors_.resize(concepts_.size());
  // Ancestors from the top down: a concept waits in the stack for those above it.
  std::vector<std::size_t> stack;
  for (std::size_t i = first; i < concepts_.size(); ++i) {
    for (const std::string& id : concepts_[i].broader) narrower_[by_id_.find(id)->second].push_back(i);
    stack.push_back(i);
    while (!stack.empty()) {
      const std::size_t index = stack.back();
      if (!ancestors_[index].empty()) {
        stack.pop_back();
        continue;
      }
      std::vector<std::size_t> all{index};
      const std::size_t waiting = stack.size();
      for (const std::string& id : concepts_[index].broader) {
        const std::size_t above = by_id_.find(id)->second;
        if (ancestors_[above].empty()) stack.push_back(above);
        all.insert(all.end(), ancestors_[above].begin(), ancestors_[above].end());
      }
      if (stack.size() > waiting) continue;
      std::sort(all.begin(), all.end());
      all.erase(std::unique(all.begin(), all.end()), all.end());
      ancestors_[index] = std::move(all);
      stack.pop_back();
    }
  }
}

Vocabulary Vocabulary::extended(VocabularyExtension extension) const {
  Vocabulary vocabulary(*this, std::move(extension.concepts));
  for (const VocabularyExtension::Term& term : extension.terms) {
    Concept& meaning = vocabulary.concepts_[term.concept_index];
    if (vocabulary.added_terms_.add(term.text, term.concept_index, static_cast<std::size_t>(meaning.kind))) continue;
    std::string readable = term.text.substr(std::min(term.text.find_first_not_of("+="), term.text.size()));
    if (readable != meaning.terms.front()) meaning.entry_terms.push_back(std::move(readable));
  }
  vocabulary.patients_of_.insert(extension.patients.begin(), extension.patients.end());
  return vocabulary;
}

std::vector<std::size_t> Vocabulary::named_by(std::string_view text, std::span<const Token> tokens) const {
  const auto is_word = [](const Token& token) { return token.kind != TokenKind::punctuation; };
  const auto first = static_cast<std::size_t>(std::find_if(tokens.begin(), tokens.end(), is_word) - tokens.begin());
  const auto after = static_cast<std::size_t>(tokens.rend() - std::find_if(tokens.rbegin(), tokens.rend(), is_word));
  std::vector<std::size_t> named;
  for (const TermMatch& match : terms_.find(text, tokens)) {
    const bool whole = match.first == first && match.last == after;
    if (whole && std::find(named.begin(), named.end(), match.owner) == named.end()) named.push_back(match.owner);
  }
  return named;
}

}  // namespace claimcheck
