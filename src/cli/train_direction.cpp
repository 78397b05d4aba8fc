// Trains the model of verify/direction_model.h: train_direction DIRECTION.jsonl > src/verify/data/direction.txt
// DIRECTION.jsonl: lines {"pmcid", "frame": {"intervention", "comparator", "outcome"}, "citation", "gold"}. Prints the
// scores of a tenfold cross-validation, no article in both parts, to standard error.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/training.h"
#include "concepts/vocabulary.h"
#include "verify/direction_model.h"
#include "verify/frame_slots.h"

int main(int argc, char** argv) try {
  using namespace claimcheck;
  if (argc != 2) {
    std::fputs("usage: train_direction DIRECTION.jsonl > direction.txt\n", stderr);
    return 2;
  }
  std::vector<Example> examples;
  std::ifstream file(argv[1]);
  for (std::string line; std::getline(file, line);) {
    const nlohmann::json row = nlohmann::json::parse(line);
    const std::string intervention = row.at("frame").at("intervention");
    const std::string comparator = row.at("frame").at("comparator");
    const std::string outcome = row.at("frame").at("outcome");
    const std::string passage = row.at("citation").at("abstract").at(0).at("text");
    const auto gold = parse_enum<Reported>(row.at("gold").get<std::string>());
    const auto* place = std::find(kDirections.begin(), kDirections.end(), gold.value());
    const std::size_t article = std::stoul(row.at("pmcid").get<std::string>());
    const auto& vocabulary = builtin_vocabulary();
    const Valence valence = outcome_valence(read_slot(outcome, vocabulary), vocabulary);
    const auto number = static_cast<std::size_t>(place - kDirections.begin());
    examples.push_back({direction_features(passage, {intervention, comparator, outcome, valence}), number, article});
  }
  TrainingOptions options;
  options.classes = kDirections.size();
  options.epochs = 8;
  options.least_count = 6;
  options.shrink = 1e-3;
  options.rate = 0.01;
  const auto predictions = cross_validate(examples, options, 10);
  print_scores(examples, predictions, {"increase", "decrease", "no_difference"});
  std::puts("# Weights of the direction model in hundredths, made by train_direction; see docs/models.md.");
  std::puts("# feature<TAB>increase decrease no_difference");
  std::fputs(train(examples, options).c_str(), stdout);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "train_direction: %s\n", error.what());
  return 1;
}
