#include "library/index_ranking.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include <sqlite3.h>

#include "library/index_text.h"
#include "library/index_tokenizer.h"
#include "library/sqlite.h"

namespace claimcheck {
namespace {

constexpr double kK1 = 0.9;
constexpr double kB = 0.4;
constexpr int kTitle = static_cast<int>(IndexColumn::title);
constexpr int kAbstract = static_cast<int>(IndexColumn::abstract);

/// What stays the same for every row of one search.
struct Collection {
  double mean_length = 1;
  std::vector<double> weights;  ///< of each phrase: how often it counts times its idf
};

int count_row(const Fts5ExtensionApi*, Fts5Context*, void* count) {
  ++*static_cast<sqlite3_int64*>(count);
  return SQLITE_OK;
}

int count_citations(const Fts5ExtensionApi& api, Fts5Context* context, std::size_t phrase, RelevanceRequest& request,
                    std::int64_t& citations) {
  const std::string& written = request.phrases[phrase].written;
  if (const auto known = request.counts.find(written)) {
    citations = *known;
    return SQLITE_OK;
  }
  sqlite3_int64 counted = 0;
  const int code = api.xQueryPhrase(context, static_cast<int>(phrase), &counted, count_row);
  citations = counted;
  if (code == SQLITE_OK) request.counts.keep(written, citations);
  return code;
}

int read_collection(const Fts5ExtensionApi& api, Fts5Context* context, RelevanceRequest& request, Collection& to) {
  sqlite3_int64 rows = 0;
  sqlite3_int64 title = 0;
  sqlite3_int64 abstract = 0;
  int code = api.xRowCount(context, &rows);
  if (code == SQLITE_OK) code = api.xColumnTotalSize(context, kTitle, &title);
  if (code == SQLITE_OK) code = api.xColumnTotalSize(context, kAbstract, &abstract);
  if (rows > 0) to.mean_length = std::max(1.0, static_cast<double>(title + abstract) / static_cast<double>(rows));

  to.weights.assign(static_cast<std::size_t>(api.xPhraseCount(context)), 0);
  for (std::size_t i = 0; i < std::min(to.weights.size(), request.phrases.size()) && code == SQLITE_OK; ++i) {
    const unsigned char weight = request.phrases[i].weight;
    if (weight == 0) continue;
    std::int64_t with_phrase = 0;
    code = count_citations(api, context, i, request, with_phrase);
    const auto n = static_cast<double>(with_phrase);
    to.weights[i] = weight * std::log1p((static_cast<double>(rows) - n + 0.5) / (n + 0.5));
  }
  return code;
}

int count_phrase(const Fts5ExtensionApi& api, Fts5Context* context, int phrase, int& count) {
  Fts5PhraseIter iterator{};
  int column = -1;
  int offset = -1;
  int code = api.xPhraseFirst(context, phrase, &iterator, &column, &offset);
  for (count = 0; code == SQLITE_OK && column >= 0; api.xPhraseNext(context, &iterator, &column, &offset)) ++count;
  return code;
}

int score_row(const Fts5ExtensionApi& api, Fts5Context* context, const Collection& collection, double& score) {
  int title = 0;
  int abstract = 0;
  int code = api.xColumnSize(context, kTitle, &title);
  if (code == SQLITE_OK) code = api.xColumnSize(context, kAbstract, &abstract);
  const double norm = kK1 * (1 - kB + kB * (title + abstract) / collection.mean_length);
  score = 0;
  for (std::size_t i = 0; i < collection.weights.size() && code == SQLITE_OK; ++i) {
    if (collection.weights[i] == 0) continue;
    int count = 0;
    code = count_phrase(api, context, static_cast<int>(i), count);
    score += collection.weights[i] * count / (count + norm);
  }
  return code;
}

void relevance(const Fts5ExtensionApi* api, Fts5Context* context, sqlite3_context* result, int count,
               sqlite3_value** values) {
  int code = SQLITE_OK;
  double score = 0;
  auto* collection = static_cast<Collection*>(api->xGetAuxdata(context, 0));
  if (collection == nullptr) {
    auto fresh = std::make_unique<Collection>();
    void* request = count < 1 ? nullptr : sqlite3_value_pointer(values[0], kRelevanceType);
    if (request == nullptr) return sqlite3_result_error_code(result, SQLITE_MISUSE);
    code = read_collection(*api, context, *static_cast<RelevanceRequest*>(request), *fresh);
    collection = fresh.get();
    if (code == SQLITE_OK) {
      code = api->xSetAuxdata(context, fresh.release(), [](void* old) { delete static_cast<Collection*>(old); });
    }
  }
  if (code == SQLITE_OK) code = score_row(*api, context, *collection, score);
  if (code == SQLITE_OK) {
    sqlite3_result_double(result, score);
  } else {
    sqlite3_result_error_code(result, code);
  }
}

void relevance_for_fts5(const Fts5ExtensionApi* api, Fts5Context* context, sqlite3_context* result, int count,
                        sqlite3_value** values) {
  try {
    relevance(api, context, result, count, values);
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(result);
  }
}

}  // namespace

void register_index_ranking(Database& database) {
  fts5_api& api = fts5_of(database);
  const int code = api.xCreateFunction(&api, "relevance", nullptr, relevance_for_fts5, nullptr);
  if (code != SQLITE_OK) database.fail(code);
}

}  // namespace claimcheck
