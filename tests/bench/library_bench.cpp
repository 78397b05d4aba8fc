#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
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

/// Libraries of synthetic citations, one of each size, made when first asked for. They are removed at the end, unless
/// CLAIMCHECK_BENCH_FOLDER names a folder to keep them in: one of a million takes minutes to make.
class BenchLibraries {
 public:
  BenchLibraries() {
    const char* kept = std::getenv("CLAIMCHECK_BENCH_FOLDER");
    kept_ = kept != nullptr;
    folder_ = kept_ ? fs::path(kept) : fs::temp_directory_path() / ("claimcheck-bench-" + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  ~BenchLibraries() {
    libraries_.clear();
    std::error_code ignored;
    if (!kept_) fs::remove_all(folder_, ignored);
  }
  BenchLibraries(const BenchLibraries&) = delete;
  BenchLibraries& operator=(const BenchLibraries&) = delete;

  Library& of_size(std::int64_t citations) {
    auto& library = libraries_[citations];
    if (!library) {
      library = std::make_unique<Library>(Library::open(path(std::to_string(citations)), true));
      fill(*library, citations);
    }
    return *library;
  }

  /// A file of 30,000 citations at a time, those that are not there yet.
  static void fill(Library& library, std::int64_t citations) {
    if (library.status().citations == static_cast<std::size_t>(citations)) return;
    constexpr std::int64_t kFile = 30'000;
    SyntheticCitations source;
    for (std::int64_t from = 0; from < citations; from += kFile) {
      const std::string file = "file " + std::to_string(from);
      const bool there = library.has_file(file);
      std::optional<Library::Import> import;
      if (!there) import.emplace(library.begin_import());
      for (std::int64_t i = from; i < std::min(from + kFile, citations); ++i) {
        const Citation citation = source.next();
        if (import) import->add(citation);
      }
      if (import) import->commit(file, file, "2031-02-03");
    }
  }

  [[nodiscard]] fs::path path(const std::string& name) const { return folder_ / (name + ".db"); }

 private:
  fs::path folder_;
  bool kept_ = false;
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
    const fs::path path = libraries().path("import");
    state.ResumeTiming();
    {
      Library library = Library::open(path, true);
      Library::Import import = library.begin_import();
      for (const Citation& citation : citations) import.add(citation);
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

void search_query(benchmark::State& state, const Query& query) {
  const Library& library = libraries().of_size(state.range(0));
  std::size_t found = 0;
  for (auto _ : state) found = library.search(query).found;
  state.counters["found"] = static_cast<double>(found);
}

/// Two concepts as claims name them, each with synonyms as words and headings: a drug, named in one citation of 100
/// or of 500, and an outcome, named in one of 25 or of 130. Most drugs in PubMed are rarer.
void search_two_concepts(benchmark::State& state) {
  const auto synonyms = [](std::size_t rank) {
    return concept_of({synthetic_word(rank), synthetic_word(rank + 1), synthetic_word(rank + 2)});
  };
  Query query;
  query.where =
      all_of({synonyms(static_cast<std::size_t>(state.range(1))), synonyms(static_cast<std::size_t>(state.range(2)))});
  search_query(state, query);
}
BENCHMARK(search_two_concepts)
    ->ArgNames({"citations", "rank", "other_rank"})
    ->ArgsProduct({{10'000, 100'000, 1'000'000}, {4'000, 20'000}, {1'000, 5'000}})
    ->Unit(benchmark::kMillisecond);

/// A drug and a family of harms, as the plan of "causes no organ damage" asks: 300 words and as many headings.
void search_family(benchmark::State& state) {
  std::vector<std::string> harms;
  for (std::size_t rank = 1'000; harms.size() < 300; rank += 50) harms.push_back(synthetic_word(rank));
  Query query;
  query.where = all_of({concept_of({synthetic_word(4'000), synthetic_word(4'001)}), concept_of(harms)});
  search_query(state, query);
}
BENCHMARK(search_family)
    ->ArgName("citations")
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond);

/// Two concepts of the commonest words there are, each in one citation of four: a tenth of the library matches.
void search_common_words(benchmark::State& state) {
  Query query;
  query.where =
      all_of({concept_of({"ketamine", "infusion", "injection"}), concept_of({"bladder", "cystitis", "kidney"})});
  search_query(state, query);
}
BENCHMARK(search_common_words)
    ->ArgName("citations")
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond);

void search_free_text(benchmark::State& state) {
  const Library& library = libraries().of_size(state.range(0));
  for (auto _ : state) {
    benchmark::DoNotOptimize(library.search_text("Ketamine infusion reduced headache pain in women with asthma", 100));
  }
}
BENCHMARK(search_free_text)
    ->ArgName("citations")
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond);

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
