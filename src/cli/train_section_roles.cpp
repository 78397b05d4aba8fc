// Trains the model of verify/section_roles.h:
// train_section_roles TRIALS.jsonl DEV.jsonl > src/verify/data/section_roles.txt
//
// TRIALS.jsonl: lines {"abstract": [{"label", "text"}]}; the label tells the role (core/section_label.h). Multinomial
// logistic regression by stochastic gradient descent with AdaGrad (Duchi, Hazan and Singer, JMLR 2011;12:2121), in a
// fixed order. Sections whose label tells no role are left out but keep their place. Abstracts that share a section
// with DEV.jsonl (lines {"sections": [{"text"}]}) are left out, so that the model can be measured on it.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/section_label.h"
#include "verify/section_roles.h"

namespace {

using namespace claimcheck;

constexpr std::size_t kClasses = kSectionRoles.size();
constexpr int kEpochs = 6;
constexpr double kRate = 0.3;
constexpr double kShrink = 2e-6;
constexpr int kLeastCount = 20;  // sections that a feature must stand in

struct Example {
  std::vector<std::uint32_t> features;
  std::size_t gold = 0;
};

struct TrainingSet {
  std::map<std::string, std::uint32_t> numbers;  ///< of the features
  std::vector<Example> examples;
};

using Visit = std::function<void(std::size_t gold, const Features&)>;
using Texts = std::set<std::string>;

/// Two data sets may cut one section at different places, but begin it alike.
std::string opening(const std::string& text) {
  return text.substr(0, 60);
}

Texts held_out(const std::string& path) {
  Texts texts;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const nlohmann::json row = nlohmann::json::parse(line);
    for (const auto& section : row.at("sections")) texts.insert(opening(section.at("text")));
  }
  return texts;
}

void visit_sections(const std::string& path, const Texts& left_out, const Visit& visit) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const nlohmann::json row = nlohmann::json::parse(line);
    const nlohmann::json& abstract = row.at("abstract");
    std::vector<std::string> texts;
    for (const auto& section : abstract) texts.push_back(section.at("text"));
    if (std::any_of(texts.begin(), texts.end(),
                    [&](const std::string& text) { return left_out.count(opening(text)) > 0; })) {
      continue;
    }
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    for (std::size_t i = 0; i < views.size(); ++i) {
      const SectionRole role = role_of_label(abstract[i].at("label").get<std::string>());
      const auto* gold = std::find(kSectionRoles.begin(), kSectionRoles.end(), role);
      if (gold != kSectionRoles.end()) {
        visit(static_cast<std::size_t>(gold - kSectionRoles.begin()), section_features(views, i));
      }
    }
  }
}

TrainingSet load(const std::string& path, const Texts& left_out) {
  std::map<std::string, int> counts;
  visit_sections(path, left_out, [&](std::size_t, const Features& features) {
    for (const std::string& feature : features) ++counts[feature];
  });
  TrainingSet set;
  for (const auto& [feature, count] : counts) {
    if (count >= kLeastCount) set.numbers.emplace(feature, static_cast<std::uint32_t>(set.numbers.size()));
  }
  visit_sections(path, left_out, [&](std::size_t gold, const Features& features) {
    Example example{{}, gold};
    for (const std::string& feature : features) {
      if (const auto known = set.numbers.find(feature); known != set.numbers.end()) {
        example.features.push_back(known->second);
      }
    }
    set.examples.push_back(std::move(example));
  });
  return set;
}

class Trainer {
 public:
  explicit Trainer(std::size_t features) : weights_(features * kClasses), squares_(features * kClasses, 1e-6) {}

  void learn(const Example& example) {
    std::array<double, kClasses> share{};
    for (const std::uint32_t feature : example.features) {
      for (std::size_t c = 0; c < kClasses; ++c) share[c] += weights_[feature * kClasses + c];
    }
    const double top = *std::max_element(share.begin(), share.end());
    double total = 0;
    for (double& s : share) total += s = std::exp(s - top);
    for (std::size_t c = 0; c < kClasses; ++c) {
      const double error = share[c] / total - (c == example.gold ? 1 : 0);
      for (const std::uint32_t feature : example.features) step(feature * kClasses + c, error);
    }
  }

  [[nodiscard]] long hundredths(std::size_t feature, std::size_t c) const {
    return std::lround(weights_[feature * kClasses + c] * 100);
  }

 private:
  void step(std::size_t at, double error) {
    const double gradient = error + kShrink * weights_[at];
    squares_[at] += gradient * gradient;
    weights_[at] -= kRate * 0.1 * gradient / std::sqrt(squares_[at]);
  }

  std::vector<double> weights_;
  std::vector<double> squares_;
};

void write(const TrainingSet& set, const Trainer& trainer) {
  std::puts("# Weights of the section-role model in hundredths, made by train_section_roles; see docs/models.md.");
  std::puts("# feature<TAB>background objective methods results conclusions");
  for (const auto& [feature, number] : set.numbers) {
    std::string row;
    bool speaks = false;
    for (std::size_t c = 0; c < kClasses; ++c) {
      const long weight = trainer.hundredths(number, c);
      speaks = speaks || std::abs(weight) >= 4;
      row += (c == 0 ? "" : " ") + std::to_string(weight);
    }
    if (speaks) std::printf("%s\t%s\n", feature.c_str(), row.c_str());
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: train_section_roles TRIALS.jsonl DEV.jsonl > section_roles.txt\n", stderr);
    return 2;
  }
  const TrainingSet set = load(argv[1], held_out(argv[2]));
  Trainer trainer(set.numbers.size());
  std::vector<std::size_t> order(set.examples.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::minstd_rand random(20310203);
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    for (std::size_t i = order.size() - 1; i > 0; --i) std::swap(order[i], order[random() % (i + 1)]);
    for (const std::size_t i : order) trainer.learn(set.examples[i]);
  }
  write(set, trainer);
  std::fprintf(stderr, "%zu sections, %zu features\n", set.examples.size(), set.numbers.size());
  return 0;
}
