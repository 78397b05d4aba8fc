#include "support/query_match.h"

#include <algorithm>

namespace claimcheck {
namespace {

using Words = std::vector<std::string>;

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

Words split_words(std::string_view text) {
  Words words(1);
  for (const char raw : text) {
    const char c = lower(raw);
    if (is_word_byte(c)) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool is_phrase_at(const Words& text, std::size_t begin, const Words& phrase, bool truncated) {
  if (phrase.size() > text.size() - begin) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const bool last = i + 1 == phrase.size();
    if (last && truncated ? !text[begin + i].starts_with(phrase[i]) : text[begin + i] != phrase[i]) return false;
  }
  return true;
}

struct Phrase {
  Words words;
  bool truncated = false;
};

bool stands_in(const Phrase& phrase, std::string_view text) {
  const Words words = split_words(text);
  for (std::size_t begin = 0; begin < words.size() && !phrase.words.empty(); ++begin) {
    if (is_phrase_at(words, begin, phrase.words, phrase.truncated)) return true;
  }
  return false;
}

bool is_name(const Phrase& phrase, std::string_view name) {
  const Words words = split_words(name);
  if (phrase.words.empty() || words.size() < phrase.words.size()) return false;
  return (phrase.truncated || words.size() == phrase.words.size()) &&
         is_phrase_at(words, 0, phrase.words, phrase.truncated);
}

Phrase phrase_of(std::string_view term) {
  return {split_words(term), term.ends_with('*')};
}

bool has_qualifier(const MeshHeading& heading, const Phrase& phrase) {
  return std::any_of(heading.qualifiers.begin(), heading.qualifiers.end(),
                     [&phrase](const MeshQualifier& qualifier) { return is_name(phrase, qualifier.name); });
}

bool has_heading(const Citation& citation, std::string_view term) {
  const std::size_t slash = term.find('/');
  const Phrase name = phrase_of(term.substr(0, slash));
  return std::any_of(citation.mesh.begin(), citation.mesh.end(), [&](const MeshHeading& heading) {
    return is_name(name, heading.name) &&
           (slash == std::string_view::npos || has_qualifier(heading, phrase_of(term.substr(slash + 1))));
  });
}

bool has_name(const std::vector<ControlledTerm>& terms, const Phrase& phrase) {
  return std::any_of(terms.begin(), terms.end(),
                     [&phrase](const ControlledTerm& term) { return is_name(phrase, term.name); });
}

bool stands_in_sections(const Phrase& phrase, const std::vector<AbstractSection>& sections) {
  return std::any_of(sections.begin(), sections.end(), [&phrase](const AbstractSection& section) {
    return stands_in(phrase, section.label + ' ' + section.text);
  });
}

/// PubMed's [tiab]: title, abstract with its labels, other abstracts and authors' keywords.
bool stands_in_title_or_abstract(const Phrase& phrase, const Citation& citation) {
  return stands_in(phrase, citation.title) || stands_in_sections(phrase, citation.abstract) ||
         std::any_of(citation.other_abstracts.begin(), citation.other_abstracts.end(),
                     [&phrase](const OtherAbstract& other) { return stands_in_sections(phrase, other.sections); }) ||
         std::any_of(citation.keywords.begin(), citation.keywords.end(),
                     [&phrase](const std::string& keyword) { return stands_in(phrase, keyword); });
}

bool matches_term(const QueryNode& node, const Citation& citation) {
  const Phrase phrase = phrase_of(node.term);
  switch (node.field) {
    case QueryField::title_abstract:
      return stands_in_title_or_abstract(phrase, citation);
    case QueryField::title:
      return stands_in(phrase, citation.title);
    case QueryField::mesh:
      return has_heading(citation, node.term);
    case QueryField::qualifier:
      return std::any_of(citation.mesh.begin(), citation.mesh.end(),
                         [&phrase](const MeshHeading& heading) { return has_qualifier(heading, phrase); });
    case QueryField::publication_type:
      return has_name(citation.publication_types, phrase);
    case QueryField::substance:
      return has_name(citation.substances, phrase);
    case QueryField::doi:
      return std::equal(citation.doi.begin(), citation.doi.end(), node.term.begin(), node.term.end(),
                        [](char a, char b) { return lower(a) == lower(b); });
  }
  return false;
}

}  // namespace

bool matches(const QueryNode& node, const Citation& citation) {
  const auto child_matches = [&citation](const QueryNode& child) { return matches(child, citation); };
  switch (node.kind) {
    case QueryNode::Kind::term:
      return matches_term(node, citation);
    case QueryNode::Kind::all_of:
      return std::all_of(node.children.begin(), node.children.end(), child_matches);
    case QueryNode::Kind::any_of:
      return node.children.empty() || std::any_of(node.children.begin(), node.children.end(), child_matches);
    case QueryNode::Kind::none_of:
      return std::none_of(node.children.begin(), node.children.end(), child_matches);
  }
  return false;
}

std::size_t count_matching_terms(const QueryNode& node, const Citation& citation) {
  if (node.kind == QueryNode::Kind::term) return matches_term(node, citation) ? 1 : 0;
  if (node.kind == QueryNode::Kind::none_of) return 0;
  std::size_t count = 0;
  for (const QueryNode& child : node.children) count += count_matching_terms(child, citation);
  return count;
}

}  // namespace claimcheck
