// Trains the model of verify/section_roles.h:
// train_section_roles TRIALS.jsonl DEV.jsonl > src/verify/data/section_roles.txt
//
// TRIALS.jsonl: lines {"abstract": [{"label", "text"}]}; the label tells the role (core/section_label.h). Multinomial
// logistic regression by stochastic gradient descent with AdaGrad (Duchi, Hazan and Singer, JMLR 2011;12:2121), in a
// fixed order. Sections whose label tells no role are left out but keep their place. Abstracts that share a section
// with DEV.jsonl (lines {"sections": [{"text"}]}) are left out, so that the model can be measured on it.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "cli/training.h"
#include "core/section_label.h"
#include "verify/section_roles.h"

namespace {

using namespace claimcheck;
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

std::vector<Example> load(const std::string& path, const Texts& left_out) {
  std::vector<Example> examples;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const nlohmann::json row = nlohmann::json::parse(line);
    const nlohmann::json& abstract = row.at("abstract");
    std::vector<std::string> texts;
    for (const auto& section : abstract) texts.push_back(section.at("text"));
    if (std::any_of(texts.begin(), texts.end(),
                    [&](const std::string& text) { return left_out.contains(opening(text)); })) {
      continue;
    }
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    for (std::size_t i = 0; i < views.size(); ++i) {
      const SectionRole role = role_of_label(abstract[i].at("label").get<std::string>());
      const auto* gold = std::find(kSectionRoles.begin(), kSectionRoles.end(), role);
      if (gold == kSectionRoles.end()) continue;
      examples.push_back({section_features(views, i), static_cast<std::size_t>(gold - kSectionRoles.begin()), 0});
    }
  }
  return examples;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 3) {
    std::fputs("usage: train_section_roles TRIALS.jsonl DEV.jsonl > section_roles.txt\n", stderr);
    return 2;
  }
  const std::vector<Example> examples = load(argv[1], held_out(argv[2]));
  TrainingOptions options;
  options.classes = kSectionRoles.size();
  std::puts("# Weights of the section-role model in hundredths, made by train_section_roles; see docs/models.md.");
  std::puts("# feature<TAB>background objective methods results conclusions");
  std::fputs(train(examples, options).c_str(), stdout);
  std::fprintf(stderr, "%zu sections\n", examples.size());
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "train_section_roles: %s\n", error.what());
  return 1;
}
