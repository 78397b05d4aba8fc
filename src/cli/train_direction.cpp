// Trains the models of verify/direction_model.h: train_direction DIRECTION.jsonl src/verify/data
// DIRECTION.jsonl: lines {"pmcid", "frame": {"intervention", "comparator", "outcome"}, "citation", "gold"}. Writes
// difference.txt and orientation.txt to the folder, and the scores of a tenfold cross-validation, no article in both
// parts, to standard error.
#include <cstdio>
#include <exception>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/core.h>

#include "cli/training.h"
#include "concepts/vocabulary.h"
#include "verify/direction_model.h"
#include "verify/frame_slots.h"

namespace claimcheck {
namespace {

constexpr std::size_t kFolds = 10;

struct Row {
  std::shared_ptr<const ReadPassage> passage;
  Example difference;   ///< class 0: a difference; 1: none
  Example orientation;  ///< class 0: increase; 1: decrease
  Reported gold = Reported::no_difference;
};

std::vector<Row> read_rows(const char* path) {
  std::vector<Row> rows;
  std::ifstream file(path);
  const Vocabulary& vocabulary = builtin_vocabulary();
  for (std::string line; std::getline(file, line);) {
    const nlohmann::json json = nlohmann::json::parse(line);
    const nlohmann::json& frame = json.at("frame");
    const std::string intervention = frame.at("intervention");
    const std::string comparator = frame.at("comparator");
    const std::string outcome = frame.at("outcome");
    const std::string text = json.at("citation").at("abstract").at(0).at("text");
    const Valence valence = outcome_valence(read_slot(outcome, vocabulary), vocabulary);
    const auto passage =
        std::make_shared<const ReadPassage>(text, ComparisonWords{intervention, comparator, outcome, valence});
    const std::size_t article = std::stoul(json.at("pmcid").get<std::string>());
    const Reported gold = parse_enum<Reported>(json.at("gold").get<std::string>()).value();
    const std::size_t null = gold == Reported::no_difference ? 1 : 0;
    rows.push_back({passage,
                    {difference_features(*passage), null, article},
                    {comparison_signs(*passage), gold == Reported::increase ? 0U : 1U, article},
                    gold});
  }
  return rows;
}

TrainingOptions options_for(double ridge, int least_count) {
  TrainingOptions options;
  options.epochs = 400;
  options.ridge = ridge;
  options.least_count = least_count;
  options.least_weight = 1;
  return options;
}

const TrainingOptions kDifferenceOptions = options_for(10, 3);
const TrainingOptions kOrientationOptions = options_for(10, 3);

std::vector<Example> differences(const std::vector<Row>& rows) {
  std::vector<Example> examples;
  examples.reserve(rows.size());
  for (const Row& row : rows) examples.push_back(row.difference);
  return examples;
}

std::vector<Example> orientations(const std::vector<Row>& rows) {
  std::vector<Example> examples;
  for (const Row& row : rows) {
    if (row.gold != Reported::no_difference) examples.push_back(row.orientation);
  }
  return examples;
}

/// What models trained on the other articles say of each row.
std::vector<DirectionReading> cross_validate(const std::vector<Row>& rows) {
  std::vector<DirectionReading> readings(rows.size());
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<Row> others;
    for (const Row& row : rows) {
      if (row.difference.group % kFolds != fold) others.push_back(row);
    }
    const std::string difference_data = train(differences(others), kDifferenceOptions);
    const std::string orientation_data = train(orientations(others), kOrientationOptions);
    const LinearModel difference(difference_data, 2);
    const LinearModel orientation(orientation_data, 2);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].difference.group % kFolds != fold) continue;
      readings[i] = decide_direction(*rows[i].passage, difference.probability(rows[i].difference.features, 0),
                                     orientation.probability(rows[i].orientation.features, 0));
    }
  }
  return readings;
}

void print_direction_scores(const std::vector<Row>& rows, const std::vector<DirectionReading>& readings) {
  std::vector<Example> examples;
  std::vector<LinearModel::Prediction> predictions;
  std::size_t reversed = 0;
  const auto number = [](Reported reported) -> std::size_t {
    return reported == Reported::increase ? 0 : reported == Reported::decrease ? 1 : 2;
  };
  for (std::size_t i = 0; i < rows.size(); ++i) {
    examples.push_back({{}, number(rows[i].gold), 0});
    predictions.push_back({number(readings[i].reported), readings[i].probability});
    reversed += examples[i].gold + predictions[i].winner == 1 ? 1 : 0;
  }
  print_scores(examples, predictions, {"increase", "decrease", "no_difference"});
  fmt::print(stderr, "reversed {:.4f}\n", static_cast<double>(reversed) / static_cast<double>(rows.size()));
}

void write_model(const std::string& path, std::string_view classes, const std::string& data) {
  std::ofstream file(path);
  file << "# Weights in hundredths, made by train_direction; see docs/models.md.\n# feature<TAB>" << classes << '\n'
       << data;
}

}  // namespace
}  // namespace claimcheck

int main(int argc, char** argv) try {
  using namespace claimcheck;
  if (argc != 3) {
    std::fputs("usage: train_direction DIRECTION.jsonl FOLDER\n", stderr);
    return 2;
  }
  const std::vector<Row> rows = read_rows(argv[1]);
  print_direction_scores(rows, cross_validate(rows));
  const std::string folder = argv[2];
  write_model(folder + "/difference.txt", "difference none", train(differences(rows), kDifferenceOptions));
  write_model(folder + "/orientation.txt", "increase decrease", train(orientations(rows), kOrientationOptions));
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "train_direction: %s\n", error.what());
  return 1;
}
