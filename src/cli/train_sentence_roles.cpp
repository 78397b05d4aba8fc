// Trains the model of verify/sentence_roles.h:
// train_sentence_roles TRIALS.jsonl > src/verify/data/sentence_roles.txt
// TRIALS.jsonl: lines {"abstract": [{"label", "text"}]}; the label tells the role of each sentence
// (core/section_label.h). Prints the scores of a fivefold cross-validation, each sentence by itself, to standard error.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <exception>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/training.h"
#include "concepts/vocabulary.h"
#include "core/section_label.h"
#include "verify/section_roles.h"
#include "verify/sentence_roles.h"

namespace {

using namespace claimcheck;
constexpr std::size_t kRoles = kSectionRoles.size();

/// How often each role follows each.
using Transitions = std::array<std::array<double, kRoles>, kRoles>;

Citation citation_of(const nlohmann::json& row) {
  Citation citation;
  for (const auto& section : row.at("abstract")) {
    const std::string label = section.at("label");
    citation.abstract.push_back({label, role_of_label(label), section.at("text")});
  }
  return citation;
}

void add_examples(const Citation& citation, std::size_t group, std::vector<Example>& examples, Transitions& counts) {
  const std::vector<Sentence> sentences = analyse_abstract(citation, builtin_vocabulary());
  std::size_t before = kRoles;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const bool is_labelled = citation.abstract[sentences[i].section].role != SectionRole::unassigned;
    const auto* gold = std::find(kSectionRoles.begin(), kSectionRoles.end(), sentences[i].role);
    if (!is_labelled || gold == kSectionRoles.end()) continue;
    const auto role = static_cast<std::size_t>(gold - kSectionRoles.begin());
    examples.push_back({sentence_features(sentences, i), role, group});
    if (before < kRoles) ++counts[before][role];
    before = role;
  }
}

/// A line for each role: the logarithm of the share that each role has of what follows it, in hundredths.
std::string rows_of(const Transitions& counts) {
  std::string rows;
  for (std::size_t role = 0; role < kRoles; ++role) {
    double total = kRoles;
    for (const double count : counts[role]) total += count;
    rows += role_before(role);
    for (std::size_t next = 0; next < kRoles; ++next) {
      rows += next == 0 ? '\t' : ' ';
      rows += std::to_string(std::lround(100 * std::log((counts[role][next] + 1) / total)));
    }
    rows += '\n';
  }
  return rows;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 2) {
    std::fputs("usage: train_sentence_roles TRIALS.jsonl > sentence_roles.txt\n", stderr);
    return 2;
  }
  std::vector<Example> examples;
  Transitions counts{};
  std::ifstream file(argv[1]);
  std::size_t group = 0;
  for (std::string line; std::getline(file, line);) {
    add_examples(citation_of(nlohmann::json::parse(line)), group++, examples, counts);
  }
  TrainingOptions options;
  options.classes = kRoles;
  options.epochs = 4;
  options.least_count = 30;
  options.least_weight = 12;
  options.shrink = 1e-5;
  print_scores(examples, cross_validate(examples, options, 5),
               {"background", "objective", "methods", "results", "conclusions"});
  std::puts("# Weights of the sentence-role model in hundredths, made by train_sentence_roles; see docs/models.md.");
  std::puts("# feature<TAB>background objective methods results conclusions");
  std::fputs((rows_of(counts) + train(examples, options)).c_str(), stdout);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "train_sentence_roles: %s\n", error.what());
  return 1;
}
