// Trains the model of verify/null_result.h: train_null_result DIRECTION.jsonl > src/verify/data/null_result.txt
// DIRECTION.jsonl: lines {"pmcid", "citation": {"abstract": [{"text"}]}, "gold"}. Prints the scores of a tenfold
// cross-validation, no article in both parts, to standard error.
#include <cstdio>
#include <exception>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/training.h"
#include "concepts/vocabulary.h"
#include "core/citation.h"
#include "verify/null_result.h"

int main(int argc, char** argv) try {
  using namespace claimcheck;
  if (argc != 2) {
    std::fputs("usage: train_null_result DIRECTION.jsonl > null_result.txt\n", stderr);
    return 2;
  }
  std::vector<Example> examples;
  std::ifstream file(argv[1]);
  for (std::string line; std::getline(file, line);) {
    const nlohmann::json row = nlohmann::json::parse(line);
    Citation citation;
    for (const auto& section : row.at("citation").at("abstract")) {
      citation.abstract.push_back({"RESULTS", SectionRole::results, section.at("text")});
    }
    const std::vector<Sentence> passage = analyse_abstract(citation, builtin_vocabulary());
    const std::size_t article = std::stoul(row.at("pmcid").get<std::string>());
    examples.push_back({null_result_features(passage), row.at("gold") == "no_difference" ? 1U : 0U, article});
  }
  TrainingOptions options;
  options.epochs = 8;
  options.least_count = 5;
  options.shrink = 1e-3;
  options.rate = 0.01;
  print_scores(examples, cross_validate(examples, options, 10), {"difference", "no_difference"});
  std::puts("# Weights of the null-result model in hundredths, made by train_null_result; see docs/models.md.");
  std::puts("# feature<TAB>difference no_difference");
  std::fputs(train(examples, options).c_str(), stdout);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "train_null_result: %s\n", error.what());
  return 1;
}
