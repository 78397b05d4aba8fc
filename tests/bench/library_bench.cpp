#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>
#include <unistd.h>

#include "bench/synthetic_citations.h"
#include "library/citation_json.h"
#include "library/library.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;

/// Libraries of synthetic citations, one of each size, made when first asked for and removed at the end.
class BenchLibraries {
 public:
  BenchLibraries() { fs::create_directories(folder_); }
  ~BenchLibraries() {
    libraries_.clear();
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  BenchLibraries(const BenchLibraries&) = delete;
  BenchLibraries& operator=(const BenchLibraries&) = delete;

  Library& of_size(std::int64_t citations) {
    auto& library = libraries_[citations];
    if (!library) {
      library = std::make_unique<Library>(Library::open(path(std::to_string(citations)), true));
      SyntheticCitations source;
      for (std::int64_t done = 0; done < citations;) {
        Library::Import import = library->begin_import();
        for (int i = 0; i < 30'000 && done < citations; ++i, ++done) import.add(source.next());
        import.commit("file " + std::to_string(done), "file", "2031-02-03");
      }
    }
    return *library;
  }

  [[nodiscard]] fs::path path(const std::string& name) const { return folder_ / (name + ".db"); }

 private:
  fs::path folder_ = fs::temp_directory_path() / ("claimcheck-bench-" + std::to_string(getpid()));
  std::map<std::int64_t, std::unique_ptr<Library>> libraries_;
};

BenchLibraries& libraries() {
  static BenchLibraries all;
  return all;
}

std::vector<Citation> make_citations(std::int64_t count) {
  SyntheticCitations source;
  std::vector<Citation> citations;
  for (std::int64_t i = 0; i < count; ++i) citations.push_back(source.next());
  return citations;
}

void import_with_index(benchmark::State& state) {
  const std::vector<Citation> citations = make_citations(state.range(0));
  double bytes = 0;
  for (auto _ : state) {
    state.PauseTiming();
    std::vector<Citation> offered = citations;
    const fs::path path = libraries().path("import");
    state.ResumeTiming();
    {
      Library library = Library::open(path, true);
      Library::Import import = library.begin_import();
      for (Citation& citation : offered) import.add(std::move(citation));
      import.commit("file", "file", "2031-02-03");
    }
    state.PauseTiming();
    bytes = static_cast<double>(fs::file_size(path));
    fs::remove(path);
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.counters["bytes/citation"] = bytes / static_cast<double>(state.range(0));
}
BENCHMARK(import_with_index)->Arg(30'000)->Unit(benchmark::kMillisecond)->UseRealTime();

/// Importing again what is there already, revised: every citation is taken out of the index and put in anew.
void replace_with_index(benchmark::State& state) {
  std::vector<Citation> citations = make_citations(state.range(0));
  Library library = Library::open(libraries().path("replace"), true);
  library.keep_citations(citations, "2031-02-03");
  for (auto _ : state) {
    for (Citation& citation : citations) {
      ++citation.version;
      citation.title += " again";
    }
    library.keep_citations(citations, "2031-02-03");
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(replace_with_index)->Arg(10'000)->Unit(benchmark::kMillisecond)->UseRealTime();

QueryNode concept_of(const std::vector<std::string>& words) {
  std::vector<QueryNode> terms;
  for (const std::string& word : words) {
    terms.push_back(term(word));
    terms.push_back(term(word + ", procorba", QueryField::mesh));
  }
  return any_of(std::move(terms));
}

/// Two concepts, each with synonyms as words and headings: what a claim's plan asks.
void search_two_concepts(benchmark::State& state) {
  Library& library = libraries().of_size(state.range(0));
  Query query;
  query.where =
      all_of({concept_of({"ketamine", "infusion", "injection"}), concept_of({"bladder", "cystitis", "kidney"})});
  std::size_t found = 0;
  for (auto _ : state) found = library.search(query).found;
  state.counters["found"] = static_cast<double>(found);
}
BENCHMARK(search_two_concepts)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

void search_free_text(benchmark::State& state) {
  const Library& library = libraries().of_size(state.range(0));
  for (auto _ : state) {
    benchmark::DoNotOptimize(library.search_text("Ketamine infusion reduced headache pain in women with asthma", 100));
  }
}
BENCHMARK(search_free_text)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

void find_citation(benchmark::State& state) {
  const Library& library = libraries().of_size(state.range(0));
  Pmid pmid = 0;
  for (auto _ : state) {
    pmid = (pmid + 7919) % static_cast<Pmid>(state.range(0)) + 1;
    benchmark::DoNotOptimize(library.find(pmid));
  }
}
BENCHMARK(find_citation)->Arg(10'000)->Unit(benchmark::kMicrosecond);

void write_json(benchmark::State& state) {
  const std::vector<Citation> citations = make_citations(1000);
  std::size_t bytes = 0;
  for (auto _ : state) {
    for (const Citation& citation : citations) bytes += citation_to_json(citation).size();
  }
  state.SetItemsProcessed(state.iterations() * 1000);
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(write_json);

}  // namespace
}  // namespace claimcheck

BENCHMARK_MAIN();
