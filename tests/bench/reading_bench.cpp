// Abstracts per second through read_whole, the whole path of `claimcheck read` but for the JSON: real abstracts of
// ../shared, skipped where it is not there. The bar is 2,000 a second on one core.
#include <benchmark/benchmark.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
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

/// A megabyte in one section, each word of which is a number, a cue or a name: what an abstract could be at worst.
Citation dense_citation(std::string_view words) {
  Citation citation;
  citation.title = "Ketamine for depression: walking and blood pressure";
  std::string text;
  while (text.size() < 1'000'000) text += words;
  citation.abstract = {{"RESULTS", SectionRole::results, std::move(text)}};
  return citation;
}

void read_dense_megabyte(benchmark::State& state, const std::string& text, const std::string& words) {
  Claim claim;
  claim.text = text;
  const Citation citation = dense_citation(words);
  const ClaimFrame frame = read_frame(claim, builtin_vocabulary());
  for (auto _ : state) benchmark::DoNotOptimize(read_whole(frame, citation, builtin_vocabulary()));
}
BENCHMARK_CAPTURE(read_dense_megabyte, harm, std::string("Ketamine causes nausea."),
                  std::string("nausea, headache (12%) occurred, caused by ketamine (3/40) and vomiting "))
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_dense_megabyte, comparison,
                  std::string("Walking is superior to stretching in terms of blood pressure."),
                  std::string("walking greater reduced pressure 12 vs 20, lower than stretching improved as twice "))
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_dense_megabyte, comparison_without_space,
                  std::string("Walking is superior to stretching in terms of blood pressure."),
                  std::string("pressure,walking;reduced(12/40)"))
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
