// Trains a model of verify/stance_model.h:
// train_stance FORM PAIRS.jsonl … > src/verify/data/stance_FORM.txt
// FORM: statement, question or comparison. PAIRS.jsonl: lines {"claim", "citation", "gold"}; pairs whose gold the form
// leaves open are left out. Prints the scores of a tenfold cross-validation, no claim (no treatment, for comparisons)
// in both parts, to standard error.
#include <cstdint>
#include <cstdio>
#include <exception>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/training.h"
#include "concepts/vocabulary.h"
#include "core/section_label.h"
#include "verify/stance_features.h"
#include "verify/stance_model.h"

namespace {

using namespace claimcheck;

/// FNV-1a, so that the parts are the same on every machine.
std::size_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash % 1000003;
}

/// A comparison that found nothing denies that there is a difference; a question left open has no answer.
std::optional<Answer> answer_of(const std::string& gold, ClaimForm form) {
  if (gold == "supports") return Answer::affirms;
  if (gold == "opposes") return Answer::denies;
  if (gold == "silent") return Answer::silent;
  return form == ClaimForm::comparison ? std::optional(Answer::denies) : std::nullopt;
}

Citation citation_of(const nlohmann::json& row) {
  Citation citation;
  citation.title = row.at("title");
  for (const auto& section : row.at("abstract")) {
    const std::string label = section.at("label");
    citation.abstract.push_back({label, role_of_label(label), section.at("text")});
  }
  return citation;
}

void load(const std::string& path, std::vector<Example>& examples) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const nlohmann::json row = nlohmann::json::parse(line);
    const std::string text = row.at("claim");
    const Sentence claim = analyse_sentence(text, builtin_vocabulary());
    const ClaimParts parts = read_claim_parts(claim);
    const auto answer = answer_of(row.at("gold"), parts.form);
    if (!answer) continue;
    const Citation citation = citation_of(row.at("citation"));
    const EvidenceView evidence = view_evidence(parts, citation, builtin_vocabulary());
    const bool compares = parts.form == ClaimForm::comparison;
    const std::size_t group = hash_of(compares ? claim.tokens.front().norm : text);
    examples.push_back({stance_features(parts, claim, evidence), static_cast<std::size_t>(*answer), group});
  }
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 3 || !parse_enum<ClaimForm>(argv[1])) {
    std::fputs("usage: train_stance statement|question|comparison PAIRS.jsonl ... > stance_FORM.txt\n", stderr);
    return 2;
  }
  std::vector<Example> examples;
  for (int i = 2; i < argc; ++i) load(argv[i], examples);
  TrainingOptions options;
  options.classes = kAnswers;
  options.epochs = 10;
  options.least_count = 8;
  options.least_weight = 1;
  options.shrink = 0.2;
  options.rate = 0.01;
  print_scores(examples, cross_validate(examples, options, 10), {"affirms", "denies", "silent"});
  std::printf("# Weights of the stance model for a claim that is a %s, in hundredths, made by train_stance;\n",
              argv[1]);
  std::puts("# see docs/models.md.");
  std::puts("# feature<TAB>affirms denies silent");
  std::fputs(train(examples, options).c_str(), stdout);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "train_stance: %s\n", error.what());
  return 1;
}
