#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "bench/bare_loop.h"
#include "pubmed/citation_xml.h"

namespace claimcheck {
namespace {

const std::string kFile = CLAIMCHECK_SOURCE_DIR "/build/bench/citations.xml.gz";

bool has_input(benchmark::State& state) {
  const bool there = std::filesystem::exists(kFile);
  if (!there) state.SkipWithError("no input: run scripts/make_bench_xml build/bench/citations.xml.gz");
  return there;
}

void report(benchmark::State& state, std::size_t citations, std::size_t xml_bytes) {
  const auto runs = static_cast<std::size_t>(state.iterations());
  state.SetItemsProcessed(static_cast<std::int64_t>(citations * runs));
  state.SetBytesProcessed(static_cast<std::int64_t>(xml_bytes * runs));
}

void InflateOnly(benchmark::State& state) {
  if (!has_input(state)) return;
  std::vector<char> buffer(256 * 1024);
  std::size_t size = 0;
  for ([[maybe_unused]] auto run : state) {
    size = 0;
    const ByteReader bytes = open_bytes(kFile);
    while (const std::size_t count = bytes(buffer.data(), buffer.size())) size += count;
  }
  report(state, 0, size);
}

void BareInflateAndParse(benchmark::State& state) {
  if (!has_input(state)) return;
  const auto fields = state.range(0) == 0 ? bench::BareFields::three : bench::BareFields::all;
  bench::BareCounts counts;
  for ([[maybe_unused]] auto run : state) counts = bench::run_bare_loop(kFile, fields);
  report(state, counts.citations, counts.xml_bytes);
}

void GzipToCitations(benchmark::State& state) {
  if (!has_input(state)) return;
  std::size_t size = 0;
  CitationCounts counts;
  for ([[maybe_unused]] auto run : state) {
    size = 0;
    CitationHandler handler;
    handler.citation = [](Citation&& citation) { benchmark::DoNotOptimize(citation); };
    const ByteReader counted = [bytes = open_bytes(kFile), &size](char* buffer, std::size_t room) {
      const std::size_t count = bytes(buffer, room);
      size += count;
      return count;
    };
    counts = read_citations(counted, kFile, handler);
  }
  report(state, counts.citations, size);
}

BENCHMARK(InflateOnly)->Unit(benchmark::kMillisecond);
BENCHMARK(BareInflateAndParse)->ArgName("all_fields")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(GzipToCitations)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace claimcheck

BENCHMARK_MAIN();
