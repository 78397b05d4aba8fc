#include "verify/plan.h"

#include <algorithm>
#include <array>
#include <set>

#include "text/tokens.h"
#include "verify/certainty.h"
#include "verify/query_phrases.h"

namespace claimcheck {
namespace {

// About how many words one concept and its narrower ones may bring into a query.
constexpr std::size_t kMaxTerms = 200;

// Families with more members are asked by the headings of those that have kinds themselves: a heading that is searched
// includes those below it, and each member is asked by its words besides.
constexpr std::size_t kLargeFamily = 200;

// How many entry terms of MeSH the claim's own concept brings besides.
constexpr std::size_t kMaxEntryTerms = 20;

QueryNode any_phrase(std::span<const std::string_view> phrases, QueryField field) {
  std::vector<QueryNode> children;
  children.reserve(phrases.size());
  for (const std::string_view phrase : phrases) children.push_back(term(std::string(phrase), field));
  return any_of(std::move(children));
}

// The concept and those below it that a query names: headings of MeSH only where the claim is about one, because a
// heading that is searched includes those below it.
std::vector<const Concept*> named_family(std::string_view id, const Vocabulary& vocabulary) {
  std::vector<const Concept*> family = vocabulary.with_narrower(id);
  std::erase_if(family, [id](const Concept* meaning) { return meaning->from_mesh && meaning->id != id; });
  return family;
}

// One concept with what is narrower: its headings and its words. A large family gets fewer words for each member, the
// preferred ones first, so that no member is left out.
QueryNode concept_node(std::string_view id, const Vocabulary& vocabulary) {
  const std::vector<const Concept*> family = named_family(id, vocabulary);
  const std::size_t share = std::max<std::size_t>(2, kMaxTerms / std::max<std::size_t>(1, family.size()));
  const std::vector<std::vector<std::string>> phrases = choose_phrases(family, share);
  std::set<std::string_view> headings;
  std::vector<QueryNode> children;
  for (std::size_t member = 0; member < family.size(); ++member) {
    const Concept* meaning = family[member];
    const bool by_words = family.size() > kLargeFamily && vocabulary.with_narrower(meaning->id).size() == 1;
    for (const std::string& heading : meaning->mesh) {
      if (!by_words && headings.insert(heading).second) children.push_back(term(heading, QueryField::mesh));
    }
    for (const std::string& phrase : phrases[member]) children.push_back(term(phrase));
    if (meaning->id != id) continue;
    for (std::size_t i = 0; i < std::min(kMaxEntryTerms, meaning->entry_terms.size()); ++i)
      children.push_back(term(meaning->entry_terms[i]));
  }
  return any_of(std::move(children));
}

// The words of a slot that no concept names; all of them, as words in any order.
QueryNode words_node(const Slot& slot) {
  std::vector<QueryNode> children;
  for (const Token& token : tokenize(slot.text)) {
    if (token.kind != TokenKind::punctuation && !is_stop_word(token.norm)) children.push_back(term(token.norm));
  }
  return all_of(std::move(children));
}

QueryNode subject_node(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  if (frame.subject.concepts.empty()) return words_node(frame.subject);
  std::vector<QueryNode> parts;
  for (const std::string& id : frame.subject.concepts) parts.push_back(concept_node(id, vocabulary));
  return parts.size() == 1 ? parts.front() : all_of(std::move(parts));
}

QueryNode outcome_node(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  if (frame.outcome.concepts.empty()) return words_node(frame.outcome);
  std::vector<QueryNode> parts;
  for (const std::string& id : frame.outcome.concepts) parts.push_back(concept_node(id, vocabulary));
  return parts.size() == 1 ? parts.front() : any_of(std::move(parts));
}

// Words of records that find nothing, or the opposite.
QueryNode null_results_node() {
  static constexpr std::array<std::string_view, 16> phrases{"no significant difference",
                                                            "no difference",
                                                            "did not differ",
                                                            "not superior",
                                                            "no better than",
                                                            "not effective",
                                                            "ineffective",
                                                            "no effect",
                                                            "failed to",
                                                            "not associated",
                                                            "no benefit",
                                                            "not significant",
                                                            "did not improve",
                                                            "did not reduce",
                                                            "similar",
                                                            "worse"};
  return any_phrase(phrases, QueryField::title_abstract);
}

// Words of records that look for a harm and say how it came out.
QueryNode safety_node() {
  static constexpr std::array<std::string_view, 10> phrases{
      "safety",      "safe",           "tolerated", "tolerability", "long-term",
      "no evidence", "not associated", "follow-up", "risk",         "supervised"};
  return any_phrase(phrases, QueryField::title_abstract);
}

QueryNode harm_qualifiers_node() {
  static constexpr std::array<std::string_view, 4> qualifiers{"adverse effects", "chemically induced", "toxicity",
                                                              "poisoning"};
  return any_phrase(qualifiers, QueryField::qualifier);
}

QueryNode counter_node(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  const QueryNode subject = subject_node(frame, vocabulary);
  const QueryNode outcome = outcome_node(frame, vocabulary);
  // Claims that play a harm down are broken by the harm itself, all others by null and opposite results.
  if (plays_harm_down(frame)) {
    return all_of({subject, any_of({outcome, harm_qualifiers_node()})});
  }
  return all_of({subject, outcome, null_results_node()});
}

QueryNode claim_node(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  const QueryNode subject = subject_node(frame, vocabulary);
  const QueryNode outcome = outcome_node(frame, vocabulary);
  if (plays_harm_down(frame)) return all_of({subject, outcome, safety_node()});
  return all_of({subject, outcome});
}

}  // namespace

std::vector<Query> plan_queries(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  if (!frame.unresolved.empty()) return {};
  std::vector<Query> queries{{QuerySide::claim, claim_node(frame, vocabulary)},
                             {QuerySide::counter, counter_node(frame, vocabulary)}};
  if (frame.demand == Strength::absolute) std::reverse(queries.begin(), queries.end());
  return queries;
}

}  // namespace claimcheck
