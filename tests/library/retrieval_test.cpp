#include <cmath>
#include <fstream>
#include <map>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "library/library.h"
#include "library/scratch_library.h"

namespace claimcheck {
namespace {

using nlohmann::json;

std::vector<json> read_lines(const std::string& path) {
  std::vector<json> rows;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) rows.push_back(json::parse(line));
  return rows;
}

double gain_at(std::size_t rank) {
  return 1 / std::log2(static_cast<double>(rank) + 2);
}

/// BEIR SciFact (Wadden et al. 2020; Thakur et al. 2021): Lucene's BM25 has nDCG@10 0.679 and recall@100 0.925 on the
/// sibling set; issue 2 wants 0.66 and 0.90.
TEST(SearchText, FindsTheAbstractsOfScientificClaims) {
  const std::string folder = CLAIMCHECK_SOURCE_DIR "/../shared/data/eval/retrieval/";
  const std::vector<json> corpus = read_lines(folder + "scifact_corpus.jsonl");
  const std::vector<json> claims = read_lines(folder + "scifact_dev.jsonl");
  if (corpus.empty() || claims.empty()) GTEST_SKIP() << "no data in " << folder;

  std::vector<Citation> citations;
  for (const json& row : corpus) {
    citations.push_back(plain_citation(row["pmid"].get<Pmid>(), row["title"].get<std::string>()));
    for (const json& section : row["abstract"]) {
      citations.back().abstract.push_back({"", SectionRole::unassigned, section["text"].get<std::string>()});
    }
  }
  const TemporaryFolder scratch;
  Library library = Library::open(scratch / "library.db", true);
  import_as(library, "corpus", citations);

  double ndcg = 0;
  double recall = 0;
  std::size_t asked = 0;
  for (std::size_t i = 0; i < claims.size(); i += 4) {  // every fourth is enough to see a loss
    ++asked;
    const json& gold = claims[i]["gold"];
    const auto hits = library.search_text(claims[i]["text"].get<std::string>(), 100);
    double gain = 0;
    double ideal = 0;
    double found = 0;
    for (std::size_t rank = 0; rank < hits.size(); ++rank) {
      if (!gold.contains(std::to_string(hits[rank].pmid))) continue;
      if (rank < 10) gain += gain_at(rank);
      ++found;
    }
    for (std::size_t rank = 0; rank < std::min<std::size_t>(gold.size(), 10); ++rank) ideal += gain_at(rank);
    ndcg += gain / ideal;
    recall += found / static_cast<double>(gold.size());
  }
  EXPECT_GE(ndcg / static_cast<double>(asked), 0.66);
  EXPECT_GE(recall / static_cast<double>(asked), 0.90);
}

}  // namespace
}  // namespace claimcheck
