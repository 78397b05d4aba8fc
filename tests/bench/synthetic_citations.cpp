#include "bench/synthetic_citations.h"

#include <array>
#include <cmath>

namespace claimcheck {
namespace {

constexpr std::array<std::string_view, 16> kSyllables{"ba", "cor", "di",  "fen", "gly", "hep", "ket", "lo",
                                                      "mi", "neu", "pro", "rin", "sta", "tox", "vas", "zol"};

std::string rare_word(std::size_t number) {
  std::string word;
  for (number += 16; number > 0; number /= kSyllables.size()) word += kSyllables[number % kSyllables.size()];
  return word;
}

constexpr std::size_t kRareWords = 200'000;

const std::vector<std::string_view>& common_words() {
  static const std::vector<std::string_view> words{
      "the",         "of",         "and",        "in",           "to",         "with",     "a",         "was",
      "were",        "for",        "patients",   "that",         "by",         "or",       "on",        "is",
      "from",        "treatment",  "as",         "at",           "this",       "study",    "we",        "group",
      "after",       "than",       "between",    "not",          "p",          "results",  "clinical",  "significantly",
      "compared",    "disease",    "using",      "associated",   "risk",       "effects",  "increased", "higher",
      "analysis",    "data",       "during",     "cells",        "levels",     "these",    "months",    "years",
      "trial",       "dose",       "pain",       "age",          "which",      "control",  "cancer",    "response",
      "had",         "health",     "may",        "reduced",      "mean",       "both",     "been",      "have",
      "significant", "expression", "lower",      "therapy",      "outcomes",   "groups",   "studies",   "score",
      "days",        "rate",       "blood",      "activity",     "surgery",    "women",    "children",  "placebo",
      "baseline",    "symptoms",   "depression", "included",     "methods",    "total",    "acute",     "chronic",
      "mice",        "protein",    "observed",   "care",         "randomized", "improved", "weeks",     "safety",
      "primary",     "infection",  "survival",   "receptor",     "events",     "adverse",  "brain",     "tumor",
      "induced",     "function",   "evidence",   "exposure",     "plasma",     "pressure", "anxiety",   "liver",
      "renal",       "cognitive",  "memory",     "sleep",        "insulin",    "weight",   "cardiac",   "stroke",
      "muscle",      "bladder",    "bone",       "knee",         "fracture",   "vaccine",  "antibody",  "fever",
      "cough",       "asthma",     "nausea",     "headache",     "opioid",     "infusion", "tablet",    "injection",
      "ketamine",    "cystitis",   "dependence", "hypertension", "diabetes",   "kidney",   "skin",      "retina",
      "hearing",     "pregnancy",  "infant",     "aging",        "exercise"};
  return words;
}

}  // namespace

std::string synthetic_word(std::size_t rank) {
  const auto& common = common_words();
  return rank < common.size() ? std::string(common[rank]) : rare_word(rank - common.size());
}

SyntheticCitations::SyntheticCitations() = default;

void SyntheticCitations::append_word(std::string& text) {
  const std::size_t all = common_words().size() + kRareWords;
  // Zipf's law: the rank is log-uniform.
  const auto rank = static_cast<std::size_t>(std::exp(uniform() * std::log(static_cast<double>(all)))) - 1;
  if (!text.empty()) text += ' ';
  text += synthetic_word(rank);
}

std::string SyntheticCitations::words(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    append_word(text);
    if (i % 21 == 20) text += '.';
  }
  return text;
}

void SyntheticCitations::add_people(Citation& citation) {
  for (std::size_t i = 2 + below(6); i > 0; --i) {
    Author author;
    author.last_name = rare_word(below(kRareWords));
    author.fore_name = rare_word(below(4000));
    author.initials = "A";
    author.affiliations.push_back(words(14));
    citation.authors.push_back(std::move(author));
  }
}

void SyntheticCitations::add_terms(Citation& citation) {
  const auto& common = common_words();
  const auto name = [&] { return std::string(common[40 + below(common.size() - 40)]) + ", " + rare_word(below(200)); };
  for (std::size_t i = 5 + below(10); i > 0; --i) {
    MeshHeading heading{"D000000", name(), false, {}};
    if (below(2) == 0) heading.qualifiers.push_back({"Q000000", std::string(common[17 + below(30)]), true});
    citation.mesh.push_back(std::move(heading));
  }
  citation.publication_types = {{"D016428", "Journal Article"}};
  if (below(8) == 0) citation.publication_types.push_back({"D016449", "Randomized Controlled Trial"});
  for (std::size_t i = below(4); i > 0; --i) citation.substances.push_back({"D000001", name()});
  for (std::size_t i = below(6); i > 0; --i) citation.keywords.push_back(words(2));
}

Citation SyntheticCitations::next() {
  Citation citation;
  citation.pmid = ++pmid_;
  citation.title = words(8 + below(9));
  if (below(10) > 1) {  // as in PubMed, some have no abstract
    citation.abstract = {{"BACKGROUND", SectionRole::background, words(30 + below(30))},
                         {"METHODS", SectionRole::methods, words(40 + below(40))},
                         {"RESULTS", SectionRole::results, words(50 + below(60))},
                         {"CONCLUSIONS", SectionRole::conclusions, words(20 + below(30))}};
  }
  citation.journal = {words(4), words(2), "0000-0000", "12", "3", "100-10"};
  citation.date = {2000 + static_cast<int>(below(30)), 1 + static_cast<int>(below(12)), 0, ""};
  citation.revised = {2031, 1, 1, ""};
  add_people(citation);
  add_terms(citation);
  citation.languages = {"eng"};
  citation.doi = "10.0000/" + std::to_string(pmid_);
  citation.status = "MEDLINE";
  return citation;
}

}  // namespace claimcheck
