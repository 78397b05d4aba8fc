// Abstracts per second through read_whole, the whole path of `claimcheck read` but for the JSON: real abstracts of
// ../shared, skipped where it is not there. The bar is 2,000 a second on one core.
#include <benchmark/benchmark.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "concepts/vocabulary.h"
#include "core/section_label.h"
#include "verify/frame.h"
#include "verify/read.h"
#include "verify/read_comparison.h"

namespace claimcheck {
namespace {

constexpr std::size_t kCitations = 1000;
constexpr const char* kTrials = CLAIMCHECK_SOURCE_DIR "/../shared/data/eval/trials.jsonl";
constexpr const char* kKetamine = CLAIMCHECK_SOURCE_DIR "/../shared/data/pubmed/ketamine.jsonl";

std::vector<Citation> load_citations(const char* path) {
  std::vector<Citation> citations;
  std::ifstream file(path);
  for (std::string line; citations.size() < kCitations && std::getline(file, line);) {
    const nlohmann::json row = nlohmann::json::parse(line);
    Citation& citation = citations.emplace_back();
    citation.pmid = row.at("pmid");
    citation.title = row.at("title");
    for (const auto& section : row.at("abstract")) {
      const std::string label = section.value("label", "");
      citation.abstract.push_back({label, role_of_label(label), section.at("text")});
    }
  }
  return citations;
}

template <typename Read>
void read_all(benchmark::State& state, const char* path, Read read) {
  const std::vector<Citation> citations = load_citations(path);
  if (citations.empty()) {
    state.SkipWithError("../shared is not there");
    return;
  }
  for (auto _ : state) {
    for (const Citation& citation : citations) benchmark::DoNotOptimize(read(citation));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(citations.size()));
}

void read_claim(benchmark::State& state, const char* path, const std::string& text) {
  Claim claim;
  claim.text = text;
  // As in `claimcheck read`, where each line brings its own claim.
  read_all(state, path, [&](const Citation& citation) {
    return read_whole(read_frame(claim, builtin_vocabulary()), citation, builtin_vocabulary());
  });
}
BENCHMARK_CAPTURE(read_claim, known_drug_and_outcome, kKetamine,
                  std::string("Ketamine reduces the symptoms of depression."))
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_claim, statement_by_its_words, kTrials,
                  std::string("Walking every day lowers the blood pressure of older adults."))
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_claim, question, kTrials,
                  std::string("Does walking every day lower the blood pressure of older adults?"))
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_claim, comparison, kTrials,
                  std::string("Walking is superior to stretching in terms of blood pressure."))
    ->Unit(benchmark::kMillisecond);

void read_direction_of_a_comparison(benchmark::State& state) {
  const ComparisonWords words{"walking", "stretching", "blood pressure", Valence::neutral};
  read_all(state, kTrials,
           [&](const Citation& citation) { return read_comparison(words, citation, builtin_vocabulary()); });
}
BENCHMARK(read_direction_of_a_comparison)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace claimcheck

BENCHMARK_MAIN();
