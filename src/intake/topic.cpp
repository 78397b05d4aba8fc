#include "intake/topic.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "intake/grammar.h"
#include "text/tokens.h"
#include "text/utf8.h"

namespace claimcheck {

namespace {

constexpr std::size_t kHeadingWeight = 3;
constexpr std::size_t kTitleWeight = 6;
/// Of all mentions, the share that makes a treatment the topic; headings and repeated names make this easy to reach.
constexpr double kTopicShare = 0.35;
constexpr std::size_t kFewestMentions = 3;
constexpr std::size_t kParagraph = 1000;  // bytes: so short a text that names a single treatment is about it

struct Named {
  std::size_t weight = 0;
  std::map<std::string, std::size_t> names;
};

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

std::string_view first_word(std::string_view words) {
  return words.substr(0, words.find_first_of(" -/,"));
}

// Adds the treatments that a block names.
void count_names(std::string_view text, std::size_t weight, const Vocabulary& vocabulary,
                 std::map<std::string, Named>& found) {
  for (const ConceptMention& mention : vocabulary.find_mentions(text, tokenize(text))) {
    if (mention.concept_ptr->kind != ConceptKind::intervention || is_unspecific(*mention.concept_ptr, vocabulary)) {
      continue;
    }
    Named& named = found[mention.concept_ptr->id];
    named.weight += weight;
    ++named.names[inside_sentence(slice(text, mention.span), vocabulary)];
  }
}

}  // namespace

bool is_unspecific(const Concept& intervention, const Vocabulary& vocabulary) {
  return intervention.id == "medication" || intervention.id == "screening" ||
         vocabulary.is_kind_of(intervention.id, "control_condition");
}

std::string inside_sentence(std::string_view words, const Vocabulary& vocabulary) {
  std::string text(words);
  if (text.empty() || !is_upper(text.front())) return text;
  const std::string_view first = first_word(text);
  if ((first.size() == 1 && first != "A") || std::count_if(first.begin(), first.end(), is_upper) > 1) return text;
  const std::vector<Token> tokens = tokenize(text);
  for (const ConceptMention& mention : vocabulary.find_mentions(text, tokens)) {
    if (mention.first != 0) break;
    const std::string folded = fold_case(slice(text, mention.span));
    const auto spelt = [&](const std::vector<std::string>& terms) {
      return std::any_of(terms.begin(), terms.end(),
                         [&](const std::string& term) { return is_upper(term.front()) && fold_case(term) == folded; });
    };
    if (spelt(mention.concept_ptr->terms) || spelt(mention.concept_ptr->entry_terms)) return text;
  }
  text.front() = static_cast<char>(text.front() - 'A' + 'a');
  for (std::size_t i = 1; i + 1 < text.size() && text[i] != ' '; ++i) {  // "Short-Term"
    const bool part = (text[i - 1] == '-' || text[i - 1] == '/') && is_upper(text[i]) && text[i + 1] >= 'a';
    if (part) text[i] = static_cast<char>(text[i] - 'A' + 'a');
  }
  return text;
}

std::string with_capital(std::string_view words) {
  std::string text(words);
  const bool small = !text.empty() && text.front() >= 'a' && text.front() <= 'z';
  if (small) text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

Topic find_topic(const Document& document, const Vocabulary& vocabulary) {
  std::map<std::string, Named> found;
  std::size_t length = 0;
  bool title = true;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::boilerplate || block.kind == BlockKind::reference) continue;
    const bool heading = block.kind == BlockKind::heading;
    count_names(block.text, heading ? (title ? kTitleWeight : kHeadingWeight) : 1, vocabulary, found);
    title = title && !heading;
    length += block.text.size();
  }
  const std::size_t total =
      std::accumulate(found.begin(), found.end(), std::size_t{0},
                      [](std::size_t sum, const auto& entry) { return sum + entry.second.weight; });
  const auto most = std::max_element(found.begin(), found.end(), [](const auto& left, const auto& right) {
    return left.second.weight < right.second.weight;
  });
  const bool alone = found.size() == 1 && length <= kParagraph;
  if (most == found.end() || most->second.weight < (alone ? 1 : kFewestMentions)) return {};
  if (static_cast<double>(most->second.weight) < kTopicShare * static_cast<double>(total)) return {};
  const auto& names = most->second.names;
  const auto name = std::max_element(names.begin(), names.end(),
                                     [](const auto& left, const auto& right) { return left.second < right.second; });
  const std::vector<Word> words = read_words(name->first);
  return {name->first, !words.empty() && words.back().plural, most->first,
          static_cast<double>(most->second.weight) / static_cast<double>(total)};
}

}  // namespace claimcheck
