#include "library/scratch_library.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <utility>

#include <gtest/gtest.h>

#include "core/error.h"

namespace claimcheck {

Citation plain_citation(Pmid pmid, std::string title, std::string abstract) {
  Citation citation;
  citation.pmid = pmid;
  citation.title = std::move(title);
  if (!abstract.empty()) citation.abstract.push_back({"", SectionRole::unassigned, std::move(abstract)});
  return citation;
}

ImportResult import_as(Library& library, const std::string& name, const std::vector<Citation>& citations,
                       const std::string& date) {
  Library::Import import = library.begin_import();
  for (const Citation& citation : citations) import.add(citation);
  return import.commit(name, name, date);
}

std::vector<Pmid> pmids_of(const std::vector<SearchHit>& hits) {
  std::vector<Pmid> pmids;
  for (const SearchHit& hit : hits) pmids.push_back(hit.pmid);
  return pmids;
}

std::vector<Pmid> matching(const Library& library, const QueryNode& where) {
  Query query;
  query.where = where;
  query.limit = 1'000'000;
  const SearchResult result = library.search(query);
  EXPECT_TRUE(result.complete) << result.problem;
  EXPECT_EQ(result.found, result.hits.size());
  std::vector<Pmid> pmids = pmids_of(result.hits);
  std::sort(pmids.begin(), pmids.end());
  return pmids;
}

std::string storage_error(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::storage) << error.what();
    return error.what();
  }
  ADD_FAILURE() << "no Error was thrown";
  return {};
}

}  // namespace claimcheck
