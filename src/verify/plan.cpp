#include "verify/plan.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "text/noun_number.h"
#include "text/tokens.h"
#include "text/utf8.h"
#include "verify/certainty.h"
#include "verify/query_phrases.h"

namespace claimcheck {
namespace {

// About how many words one concept and its narrower ones may bring into a query.
constexpr std::size_t kMaxTerms = 200;

// How many queries the members of one family of harms are searched with at most, beside that for the whole.
constexpr std::size_t kMaxMembers = 12;

// Families with more members are asked by those that have kinds themselves: the others are asked with the part of the
// family that they stand in (member_nodes), for no search engine takes thousands of words at once.
constexpr std::size_t kLargeFamily = 200;

// How many entry terms of MeSH the claim's own concept brings besides.
constexpr std::size_t kMaxEntryTerms = 20;

QueryNode any_phrase(std::span<const std::string_view> phrases, QueryField field) {
  std::vector<QueryNode> children;
  children.reserve(phrases.size());
  for (const std::string_view phrase : phrases) children.push_back(term(std::string(phrase), field));
  return any_of(std::move(children));
}

// A term and its head in the other number: neither PubMed's [tiab] nor the library's index takes one for the other.
void add_phrase(const std::string& phrase, std::vector<QueryNode>& children) {
  children.push_back(term(phrase));
  for (std::string& other : other_numbers_of_phrase(phrase)) children.push_back(term(std::move(other)));
}

// Terms that differ in the letter case of a word, or are another's plural, ask for the same.
void drop_repeated(std::vector<QueryNode>& children) {
  std::set<std::pair<QueryField, std::string>> asked;
  std::erase_if(children,
                [&](const QueryNode& node) { return !asked.emplace(node.field, fold_case(node.term)).second; });
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
    if (family.size() > kLargeFamily && vocabulary.with_narrower(meaning->id).size() == 1) continue;
    for (const std::string& heading : meaning->mesh) {
      if (headings.insert(heading).second) children.push_back(term(heading, QueryField::mesh));
    }
    for (const std::string& phrase : phrases[member]) add_phrase(phrase, children);
    if (meaning->id != id) continue;
    for (std::size_t i = 0; i < std::min(kMaxEntryTerms, meaning->entry_terms.size()); ++i)
      add_phrase(meaning->entry_terms[i], children);
  }
  drop_repeated(children);
  return any_of(std::move(children));
}

QueryNode word_node(const Token& token) {
  std::vector<QueryNode> numbers{term(token.norm)};
  if (token.kind == TokenKind::word) {
    for (std::string& other : other_numbers(token.norm)) numbers.push_back(term(std::move(other)));
  }
  return numbers.size() == 1 ? numbers.front() : any_of(std::move(numbers));
}

// The words of a slot that no concept names; all of them, as words in any order and either number.
QueryNode words_node(const Slot& slot) {
  std::vector<QueryNode> children;
  for (const Token& token : tokenize(slot.text)) {
    if (token.kind != TokenKind::punctuation && !is_stop_word(token.norm)) children.push_back(word_node(token));
  }
  return all_of(std::move(children));
}

QueryNode subject_node(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  if (frame.subject.concepts.empty()) return words_node(frame.subject);
  std::vector<QueryNode> parts;
  for (const std::string& id : frame.subject.concepts) parts.push_back(concept_node(id, vocabulary));
  return parts.size() == 1 ? parts.front() : all_of(std::move(parts));
}

// What the claim holds its subject against; without children where it compares nothing or names no treatment.
QueryNode comparator_node(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  std::vector<QueryNode> parts;
  if (frame.kind != ClaimKind::comparative) return all_of(std::move(parts));
  for (const std::string& id : frame.comparator.concepts) parts.push_back(concept_node(id, vocabulary));
  return all_of(std::move(parts));
}

QueryNode outcome_node(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  if (frame.outcome.concepts.empty()) return words_node(frame.outcome);
  std::vector<QueryNode> parts;
  for (const std::string& id : frame.outcome.concepts) {
    parts.push_back(concept_node(id, vocabulary));
    // Records on weight loss may only tell of weight.
    const Concept* meaning = vocabulary.find(id);
    const bool turned = meaning != nullptr && !meaning->opposite.empty() && !is_about_harm(frame);
    if (turned) parts.push_back(concept_node(meaning->opposite, vocabulary));
  }
  return parts.size() == 1 ? parts.front() : any_of(std::move(parts));
}

// Words of records that find nothing, or the opposite.
QueryNode null_results_node() {
  static constexpr std::array<std::string_view, 20> phrases{"no significant difference",
                                                            "no significant differences",
                                                            "no difference",
                                                            "no differences",
                                                            "did not differ",
                                                            "not superior",
                                                            "no better than",
                                                            "not effective",
                                                            "ineffective",
                                                            "no effect",
                                                            "no effects",
                                                            "failed to",
                                                            "not associated",
                                                            "no benefit",
                                                            "no benefits",
                                                            "not significant",
                                                            "did not improve",
                                                            "did not reduce",
                                                            "similar",
                                                            "worse"};
  return any_phrase(phrases, QueryField::title_abstract);
}

// Words of records that look for a harm and say how it came out.
QueryNode safety_node() {
  static constexpr std::array<std::string_view, 11> phrases{
      "safety",         "safe",      "tolerated", "tolerability", "long-term", "no evidence",
      "not associated", "follow-up", "risk",      "risks",        "supervised"};
  return any_phrase(phrases, QueryField::title_abstract);
}

QueryNode harm_qualifiers_node() {
  static constexpr std::array<std::string_view, 4> qualifiers{"adverse effects", "chemically induced", "toxicity",
                                                              "poisoning"};
  return any_phrase(qualifiers, QueryField::qualifier);
}

// The members of a family of harms, in at most kMaxMembers parts of about the same size: direct kinds of it, each with
// its own narrower ones. None for a harm that has no more than one kind.
std::vector<QueryNode> member_nodes(std::string_view id, const Vocabulary& vocabulary) {
  std::vector<std::string_view> members;
  for (const Concept* meaning : vocabulary.with_narrower(id)) {
    const bool direct = std::find(meaning->broader.begin(), meaning->broader.end(), id) != meaning->broader.end();
    if (direct && !meaning->from_mesh) members.push_back(meaning->id);
  }
  if (members.size() < 2) return {};
  const std::size_t parts = std::min(members.size(), kMaxMembers);
  std::vector<QueryNode> nodes(parts, any_of({}));
  for (std::size_t i = 0; i < members.size(); ++i) {
    nodes[i * parts / members.size()].children.push_back(concept_node(members[i], vocabulary));
  }
  return nodes;
}

// Words of records that tell of a change for the worse, or the other way than the claim says.
QueryNode opposite_node(Direction claimed) {
  static constexpr std::array<std::string_view, 8> more{"increased", "increase",     "higher",    "greater",
                                                        "worsened",  "exacerbation", "worsening", "induced"};
  static constexpr std::array<std::string_view, 8> less{"decreased", "decrease", "lower",     "reduced",
                                                        "worsened",  "impaired", "worsening", "decline"};
  return any_phrase(claimed == Direction::decrease ? more : less, QueryField::title_abstract);
}

// Claims that play a harm down are broken by the harm itself, member by member so that none of a large family is
// crowded out of what is taken, and by what MeSH files under harm; all others by null results and by the opposite.
std::vector<QueryNode> counter_nodes(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  const QueryNode subject = subject_node(frame, vocabulary);
  const QueryNode outcome = outcome_node(frame, vocabulary);
  std::vector<QueryNode> nodes;
  if (plays_harm_down(frame)) {
    nodes.push_back(all_of({subject, any_of({outcome, harm_qualifiers_node()})}));
    for (const std::string& id : frame.outcome.concepts) {
      for (QueryNode& member : member_nodes(id, vocabulary)) nodes.push_back(all_of({subject, std::move(member)}));
    }
    return nodes;
  }
  nodes.push_back(all_of({subject, outcome, null_results_node()}));
  const bool directed = frame.direction == Direction::increase || frame.direction == Direction::decrease;
  if (directed && !is_about_harm(frame)) nodes.push_back(all_of({subject, outcome, opposite_node(frame.direction)}));
  return nodes;
}

// A harm that is affirmed is looked for in every part of a large family.
std::vector<QueryNode> claim_parts(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  std::vector<QueryNode> nodes;
  if (!is_about_harm(frame) || plays_harm_down(frame)) return nodes;
  for (const std::string& id : frame.outcome.concepts) {
    if (vocabulary.with_narrower(id).size() <= kLargeFamily) continue;
    for (QueryNode& member : member_nodes(id, vocabulary)) {
      nodes.push_back(all_of({subject_node(frame, vocabulary), std::move(member)}));
    }
  }
  return nodes;
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
  std::vector<Query> queries{{QuerySide::claim, claim_node(frame, vocabulary)}};
  for (QueryNode& node : claim_parts(frame, vocabulary)) queries.push_back({QuerySide::claim, std::move(node)});
  // Records that compare the two are few among those on either.
  QueryNode comparator = comparator_node(frame, vocabulary);
  if (!comparator.children.empty()) {
    queries.push_back({QuerySide::claim, all_of({subject_node(frame, vocabulary), std::move(comparator),
                                                 outcome_node(frame, vocabulary)})});
  }
  const std::size_t claim_side = queries.size();
  for (QueryNode& node : counter_nodes(frame, vocabulary)) queries.push_back({QuerySide::counter, std::move(node)});
  // The counter-example first: it alone may decide.
  if (frame.demand == Strength::absolute)
    std::rotate(queries.begin(), queries.begin() + static_cast<std::ptrdiff_t>(claim_side), queries.end());
  return queries;
}

}  // namespace claimcheck
