#include "library/brute_force.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "library/random_citations.h"
#include "text/tokens.h"

namespace claimcheck {
namespace {

using Words = std::vector<std::string>;

Words split_words(std::string_view text) {
  Words words(1);
  for (const char c : text) {
    const char lower = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) {
      words.back() += lower;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

/// The parts of a citation that a phrase may lie in, each by itself.
std::vector<Words> text_parts(const Citation& citation, QueryField field) {
  std::vector<Words> parts{split_words(citation.title)};
  if (field == QueryField::title) return parts;
  const auto add_sections = [&](const std::vector<AbstractSection>& sections) {
    for (const AbstractSection& section : sections) parts.push_back(split_words(section.label + " " + section.text));
  };
  add_sections(citation.abstract);
  for (const OtherAbstract& other : citation.other_abstracts) add_sections(other.sections);
  for (const std::string& keyword : citation.keywords) parts.push_back(split_words(keyword));
  return parts;
}

std::vector<Words> names(const Citation& citation, QueryField field) {
  std::vector<Words> found;
  const auto add = [&](const std::string& name) { found.push_back(split_words(name)); };
  for (const MeshHeading& heading : citation.mesh) {
    if (field == QueryField::mesh) add(heading.name);
    for (const MeshQualifier& qualifier : heading.qualifiers) {
      if (field == QueryField::mesh) add(heading.name + "/" + qualifier.name);
      if (field == QueryField::qualifier) add(qualifier.name);
    }
  }
  if (field == QueryField::publication_type) {
    for (const ControlledTerm& type : citation.publication_types) add(type.name);
  }
  if (field == QueryField::substance) {
    for (const ControlledTerm& substance : citation.substances) add(substance.name);
  }
  return found;
}

bool is_phrase_at(const Words& words, std::size_t at, const Words& phrase, bool truncated) {
  if (at + phrase.size() > words.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const bool last = truncated && i + 1 == phrase.size();
    if (last ? !words[at + i].starts_with(phrase[i]) : words[at + i] != phrase[i]) return false;
  }
  return true;
}

bool matches_term(const QueryNode& node, const Citation& citation) {
  const bool truncated = node.term.ends_with('*');
  const Words phrase = split_words(node.term);
  if (node.field == QueryField::title_abstract || node.field == QueryField::title) {
    for (const Words& part : text_parts(citation, node.field)) {
      for (std::size_t at = 0; at < part.size(); ++at) {
        if (is_phrase_at(part, at, phrase, truncated)) return true;
      }
    }
    return false;
  }
  for (const Words& name : names(citation, node.field)) {
    const bool sized = truncated ? name.size() >= phrase.size() : name.size() == phrase.size();
    if (sized && is_phrase_at(name, 0, phrase, truncated)) return true;
  }
  return false;
}

std::string stem(const std::string& word) {
  for (const StemmedWord& known : searchable_words()) {
    if (known.word == word) return std::string(known.stem);
  }
  return word;
}

/// Title and abstract as stems; the end of a section takes a place, as it does in the index.
Words stems_of(const Citation& citation) {
  Words stems = split_words(citation.title);
  for (const AbstractSection& section : citation.abstract) {
    const Words words = split_words(section.label + " " + section.text);
    stems.insert(stems.end(), words.begin(), words.end());
    stems.emplace_back();
  }
  for (std::string& word : stems) word = stem(word);
  return stems;
}

}  // namespace

bool brute_force_matches(const QueryNode& where, const Citation& citation) {
  const auto child = [&](const QueryNode& node) { return brute_force_matches(node, citation); };
  switch (where.kind) {
    case QueryNode::Kind::term:
      return matches_term(where, citation);
    case QueryNode::Kind::all_of:
      return std::all_of(where.children.begin(), where.children.end(), child);
    case QueryNode::Kind::any_of:
      return std::any_of(where.children.begin(), where.children.end(), child);
    case QueryNode::Kind::none_of:
      return std::none_of(where.children.begin(), where.children.end(), child);
  }
  return false;
}

std::vector<SearchHit> brute_force_search_text(std::string_view text, std::span<const Citation> citations) {
  Words asked;
  for (const std::string& word : split_words(text)) {
    if (!is_stop_word(word)) asked.push_back(stem(word));
  }
  if (asked.empty()) asked = split_words(text);
  for (std::string& word : asked) word = stem(word);

  std::vector<Words> documents;
  double length = 0;
  for (const Citation& citation : citations) {
    documents.push_back(stems_of(citation));
    length += static_cast<double>(documents.back().size());
  }
  const auto total = static_cast<double>(citations.size());
  std::vector<SearchHit> hits;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    SearchHit hit{citations[d].pmid, 0};
    bool found = false;
    for (const std::string& word : asked) {
      const auto having =
          static_cast<double>(std::count_if(documents.begin(), documents.end(), [&](const Words& words) {
            return std::find(words.begin(), words.end(), word) != words.end();
          }));
      const auto count = static_cast<double>(std::count(documents[d].begin(), documents[d].end(), word));
      const double norm = 0.9 * (1 - 0.4 + 0.4 * static_cast<double>(documents[d].size()) / (length / total));
      found = found || count > 0;
      hit.score += std::log(1 + (total - having + 0.5) / (having + 0.5)) * count / (count + norm);
    }
    if (found) hits.push_back(hit);
  }
  std::sort(hits.begin(), hits.end(), [](const SearchHit& a, const SearchHit& b) {
    return a.score != b.score ? a.score > b.score : a.pmid < b.pmid;
  });
  return hits;
}

}  // namespace claimcheck
