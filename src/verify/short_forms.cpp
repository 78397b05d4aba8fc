#include "verify/short_forms.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/abbreviations.h"
#include "text/one_of.h"

namespace claimcheck {
namespace {

// "Return to heavy drinking (RR 0.82 …)" defines nothing.
bool is_statistic(std::string_view form) {
  static constexpr std::array<std::string_view, 22> names{"RR",  "OR",  "HR",  "CI",  "SD",  "SE",  "MD",  "SMD",
                                                          "WMD", "IRR", "ARR", "RRR", "NNT", "NNH", "IQR", "ITT",
                                                          "RD",  "ES",  "AUC", "SEM", "PR",  "SHR"};
  return is_one_of(names, form);
}

void add_definitions(std::string_view text, const Vocabulary& vocabulary, ShortForms& forms) {
  if (text.find('(') == std::string_view::npos) return;
  for (const Abbreviation& abbreviation : find_abbreviations(text)) {
    if (is_statistic(abbreviation.short_form)) continue;
    const std::vector<Token> tokens = tokenize(abbreviation.long_form);
    std::vector<const Concept*> meanings;
    for (const ConceptMention& mention : vocabulary.find_mentions(abbreviation.long_form, tokens)) {
      if (mention.first == 0 && mention.last == tokens.size()) meanings.push_back(mention.concept_ptr);
    }
    if (!meanings.empty()) forms.try_emplace(abbreviation.short_form, std::move(meanings));
  }
}

}  // namespace

ShortForms find_short_forms(const Citation& citation, const Vocabulary& vocabulary) {
  ShortForms forms;
  add_definitions(citation.title, vocabulary, forms);
  for (const AbstractSection& section : citation.abstract) add_definitions(section.text, vocabulary, forms);
  return forms;
}

void add_short_forms(const ShortForms& forms, Sentence& sentence) {
  if (forms.empty()) return;
  std::vector<bool> covered(sentence.tokens.size());
  for (const ConceptMention& mention : sentence.mentions) {
    std::fill(covered.begin() + static_cast<std::ptrdiff_t>(mention.first),
              covered.begin() + static_cast<std::ptrdiff_t>(mention.last), true);
  }
  std::vector<ConceptMention> added;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    if (covered[i]) continue;
    const Span span = sentence.tokens[i].span;
    const auto form = forms.find(std::string(slice(sentence.text, span)));
    if (form == forms.end()) continue;
    for (const Concept* meaning : form->second) added.push_back({meaning, i, i + 1, span});
  }
  if (added.empty()) return;
  sentence.mentions.insert(sentence.mentions.end(), added.begin(), added.end());
  std::stable_sort(sentence.mentions.begin(), sentence.mentions.end(),
                   [](const ConceptMention& a, const ConceptMention& b) { return a.first < b.first; });
}

}  // namespace claimcheck
