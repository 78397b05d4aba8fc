// Weighs words for verify/word_weights.h: train_word_weights ABSTRACTS.jsonl … > src/verify/data/word_weights.txt
// ABSTRACTS.jsonl: lines {"title", "abstract": [{"text"}]}.
#include <cmath>
#include <cstdio>
#include <exception>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "text/tokens.h"

namespace {

using namespace claimcheck;

/// Stems of fewer abstracts are all taken to be as rare.
constexpr int kLeastAbstracts = 12;

void add_stems(const std::string& text, std::set<std::string>& stems) {
  for (const Token& token : tokenize(text)) {
    if (token.kind != TokenKind::punctuation) stems.insert(token.stem);
  }
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 2) {
    std::fputs("usage: train_word_weights ABSTRACTS.jsonl ... > word_weights.txt\n", stderr);
    return 2;
  }
  std::map<std::string, int> abstracts;
  int total = 0;
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i]);
    for (std::string line; std::getline(file, line); ++total) {
      const nlohmann::json row = nlohmann::json::parse(line);
      std::set<std::string> stems;
      add_stems(row.at("title"), stems);
      for (const auto& section : row.at("abstract")) add_stems(section.at("text"), stems);
      for (const std::string& stem : stems) ++abstracts[stem];
    }
  }
  std::puts("# Inverse document frequency of stems in hundredths, made by train_word_weights; see docs/models.md.");
  const auto print = [total](const char* stem, int count) {
    std::printf("%s\t%ld\n", stem, std::lround(100 * std::log(static_cast<double>(total) / count)));
  };
  print("*", kLeastAbstracts);
  for (const auto& [stem, count] : abstracts) {
    if (count >= kLeastAbstracts) print(stem.c_str(), count);
  }
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "train_word_weights: %s\n", error.what());
  return 1;
}
