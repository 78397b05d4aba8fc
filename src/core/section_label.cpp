#include "core/section_label.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace claimcheck {
namespace {

struct LabelRule {
  std::string_view words;
  SectionRole role;
};

// Labels whose words, taken one by one, would say something else or nothing.
constexpr LabelRule kWholeLabels[] = {
    {"CLASSIFICATION OF EVIDENCE", SectionRole::conclusions},
    {"DATA SYNTHESIS", SectionRole::results},
    {"EVIDENCE SYNTHESIS", SectionRole::results},
    {"KEY MESSAGES", SectionRole::conclusions},
    {"KEY POINTS", SectionRole::conclusions},
    {"OBSERVATIONS", SectionRole::results},
    {"OPINION STATEMENT", SectionRole::conclusions},
    {"OUTCOME", SectionRole::results},
    {"OUTCOMES", SectionRole::results},
    {"PATIENT SUMMARY", SectionRole::conclusions},
    {"SUMMARY", SectionRole::conclusions},
    {"SUMMARY ANSWER", SectionRole::conclusions},
    {"WHAT IS KNOWN ALREADY", SectionRole::background},
    {"WHAT THIS STUDY ADDS", SectionRole::conclusions},
    {"WIDER IMPLICATIONS OF THE FINDINGS", SectionRole::conclusions},
};

// Sorted, singular and plural. Within one label the role that comes first in `kByWeight` wins.
constexpr LabelRule kWords[] = {
    {"ACQUISITION", SectionRole::methods},
    {"AIM", SectionRole::objective},
    {"AIMS", SectionRole::objective},
    {"ANALYSES", SectionRole::methods},
    {"ANALYSIS", SectionRole::methods},
    {"ANIMALS", SectionRole::methods},
    {"BACKGROUND", SectionRole::background},
    {"CASE", SectionRole::methods},
    {"CASES", SectionRole::methods},
    {"COLLECTION", SectionRole::methods},
    {"COMMENT", SectionRole::conclusions},
    {"CONCLUSION", SectionRole::conclusions},
    {"CONCLUSIONS", SectionRole::conclusions},
    {"CONTEXT", SectionRole::background},
    {"CRITERIA", SectionRole::methods},
    {"DESIGN", SectionRole::methods},
    {"DESIGNS", SectionRole::methods},
    {"DISCUSSION", SectionRole::conclusions},
    {"EVIDENCE", SectionRole::methods},
    {"EXPOSURE", SectionRole::methods},
    {"EXPOSURES", SectionRole::methods},
    {"EXTRACTION", SectionRole::methods},
    {"FINDING", SectionRole::results},
    {"FINDINGS", SectionRole::results},
    {"GOAL", SectionRole::objective},
    {"GOALS", SectionRole::objective},
    {"HYPOTHESES", SectionRole::objective},
    {"HYPOTHESIS", SectionRole::objective},
    {"IMPLICATION", SectionRole::conclusions},
    {"IMPLICATIONS", SectionRole::conclusions},
    {"IMPORTANCE", SectionRole::background},
    {"INTERPRETATION", SectionRole::conclusions},
    {"INTERPRETATIONS", SectionRole::conclusions},
    {"INTERVENTION", SectionRole::methods},
    {"INTERVENTIONS", SectionRole::methods},
    {"INTRODUCTION", SectionRole::background},
    {"LIMITATION", SectionRole::conclusions},
    {"LIMITATIONS", SectionRole::conclusions},
    {"MATERIAL", SectionRole::methods},
    {"MATERIALS", SectionRole::methods},
    {"MEASURE", SectionRole::methods},
    {"MEASUREMENT", SectionRole::methods},
    {"MEASUREMENTS", SectionRole::methods},
    {"MEASURES", SectionRole::methods},
    {"METHOD", SectionRole::methods},
    {"METHODOLOGY", SectionRole::methods},
    {"METHODS", SectionRole::methods},
    {"OBJECTIVE", SectionRole::objective},
    {"OBJECTIVES", SectionRole::objective},
    {"OUTCOME", SectionRole::methods},
    {"OUTCOMES", SectionRole::methods},
    {"PARTICIPANTS", SectionRole::methods},
    {"PATIENTS", SectionRole::methods},
    {"POPULATION", SectionRole::methods},
    {"PROBLEM", SectionRole::background},
    {"PROCEDURE", SectionRole::methods},
    {"PROCEDURES", SectionRole::methods},
    {"PURPOSE", SectionRole::objective},
    {"PURPOSES", SectionRole::objective},
    {"QUESTION", SectionRole::objective},
    {"QUESTIONS", SectionRole::objective},
    {"RANDOMISATION", SectionRole::methods},
    {"RANDOMIZATION", SectionRole::methods},
    {"RATIONALE", SectionRole::background},
    {"RECOMMENDATION", SectionRole::conclusions},
    {"RECOMMENDATIONS", SectionRole::conclusions},
    {"RELEVANCE", SectionRole::conclusions},
    {"RESULT", SectionRole::results},
    {"RESULTS", SectionRole::results},
    {"SAMPLE", SectionRole::methods},
    {"SEARCH", SectionRole::methods},
    {"SELECTION", SectionRole::methods},
    {"SETTING", SectionRole::methods},
    {"SETTINGS", SectionRole::methods},
    {"SIGNIFICANCE", SectionRole::conclusions},
    {"SOURCES", SectionRole::methods},
    {"STATISTICS", SectionRole::methods},
    {"SUBJECT", SectionRole::methods},
    {"SUBJECTS", SectionRole::methods},
};
static_assert(std::is_sorted(std::begin(kWords), std::end(kWords),
                             [](const LabelRule& a, const LabelRule& b) { return a.words < b.words; }));

constexpr std::array kByWeight = {SectionRole::results, SectionRole::conclusions, SectionRole::methods,
                                  SectionRole::objective, SectionRole::background};

// Upper-case words joined by single spaces; every other ASCII character separates.
std::string normal_form(std::string_view label) {
  std::string words;
  bool gap = false;
  for (char c : label) {
    const bool lower = c >= 'a' && c <= 'z';
    const bool word = lower || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<signed char>(c) < 0;
    if (word && gap && !words.empty()) words += ' ';
    gap = !word;
    if (word) words += lower ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return words;
}

SectionRole role_of_word(std::string_view word) {
  const auto* rule = std::lower_bound(std::begin(kWords), std::end(kWords), word,
                                      [](const LabelRule& a, std::string_view b) { return a.words < b; });
  return rule != std::end(kWords) && rule->words == word ? rule->role : SectionRole::unassigned;
}

// The roles that the words of a label in normal form name.
std::vector<SectionRole> list_named(std::string_view words) {
  std::vector<SectionRole> named;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    named.push_back(role_of_word(words.substr(begin, end - begin)));
    begin = end + 1;
  }
  return named;
}

}  // namespace

SectionRole role_of_label(std::string_view label) {
  const std::string words = normal_form(label);
  for (const LabelRule& rule : kWholeLabels) {
    if (rule.words == words) return rule.role;
  }
  const std::vector<SectionRole> named = list_named(words);
  for (SectionRole role : kByWeight) {
    if (std::find(named.begin(), named.end(), role) != named.end()) return role;
  }
  return SectionRole::unassigned;
}

bool names_methods_and_results(std::string_view label) {
  const std::vector<SectionRole> named = list_named(normal_form(label));
  const auto has = [&](SectionRole role) { return std::find(named.begin(), named.end(), role) != named.end(); };
  return has(SectionRole::methods) && has(SectionRole::results);
}

}  // namespace claimcheck
