#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "concepts/vocabulary.h"
#include "intake/claims_file.h"
#include "library/library.h"
#include "library/random_citations.h"
#include "library/scratch_library.h"
#include "pubmed/byte_reader.h"
#include "pubmed/citation_xml.h"
#include "pubmed/pubmed_syntax.h"
#include "support/pubmed_term.h"
#include "support/query_match.h"
#include "verify/frame.h"
#include "verify/plan.h"

namespace claimcheck {
namespace {

/// The PMIDs of `citations` that the query finds once it has been written as PubMed reads it.
std::vector<Pmid> matching_as_pubmed(const std::vector<Citation>& citations, const QueryNode& where) {
  const std::string written = to_pubmed_syntax(where);
  const QueryNode read = parse_pubmed_term(written);
  std::vector<Pmid> found;
  for (const Citation& citation : citations) {
    if (matches(read, citation)) found.push_back(citation.pmid);
  }
  std::sort(found.begin(), found.end());
  return found;
}

void remove_slash(std::string& name) {
  std::replace(name.begin(), name.end(), '/', ' ');
}

/// As in MeSH, no name holds the slash that stands between heading and qualifier.
void remove_slashes(Citation& citation) {
  for (MeshHeading& heading : citation.mesh) {
    remove_slash(heading.name);
    for (MeshQualifier& qualifier : heading.qualifiers) remove_slash(qualifier.name);
  }
  for (ControlledTerm& type : citation.publication_types) remove_slash(type.name);
  for (ControlledTerm& substance : citation.substances) remove_slash(substance.name);
}

void remove_slashes(QueryNode& node) {
  if (node.field != QueryField::mesh) remove_slash(node.term);
  for (QueryNode& child : node.children) remove_slashes(child);
}

TEST(BothRenderings, FindTheSameRecordsForRandomQueries) {
  RandomCitations random(11);
  std::vector<Citation> citations;
  for (Pmid pmid = 1; pmid <= 60; ++pmid) {
    citations.push_back(random.searchable_citation(pmid));
    remove_slashes(citations.back());
  }
  TemporaryFolder folder;
  Library library = Library::open(folder / "library.db", true);
  library.keep_citations(citations, "2031-02-03");
  std::size_t compared = 0;
  std::size_t found = 0;
  for (int i = 0; i < 3000; ++i) {
    QueryNode where = random.query(3);
    remove_slashes(where);
    if (to_pubmed_syntax(where).empty()) continue;
    const std::vector<Pmid> expected = matching_as_pubmed(citations, where);
    ASSERT_EQ(matching(library, where), expected) << to_pubmed_syntax(where);
    ++compared;
    found += expected.size();
  }
  EXPECT_GT(compared, 2500U);
  EXPECT_GT(found, 3000U);
}

Citation titled(Pmid pmid, std::string title) {
  Citation citation;
  citation.pmid = pmid;
  citation.title = std::move(title);
  return citation;
}

TEST(BothRenderings, FindANounInEitherNumberAndNoWordMadeOfIt) {
  const std::vector<Citation> citations{
      titled(1, "Zorblaxins and frobulin ions in adults: worsened, no differences"),
      titled(2, "Zorblaxin and the frobulin ion in adults: worsened, no difference"),
      titled(3, "Zorblaxin and ionised frobulin, or ionic frobulin: worsened, no difference"),
      titled(4, "Zorblaxinate and frobulin ions: worsened, no difference"),
  };
  TemporaryFolder folder;
  Library library = Library::open(folder / "library.db", true);
  library.keep_citations(citations, "2031-02-03");
  for (const char* text : {"Zorblaxin lowers frobulin ions.", "Zorblaxins lower the frobulin ion."}) {
    const ClaimFrame frame = read_frame({"T", text, std::nullopt, {}}, builtin_vocabulary());
    for (const Query& query : plan_queries(frame, builtin_vocabulary())) {
      EXPECT_EQ(matching_as_pubmed(citations, query.where), (std::vector<Pmid>{1, 2})) << text;
      EXPECT_EQ(matching(library, query.where), (std::vector<Pmid>{1, 2})) << text;
    }
  }
}

TEST(BothRenderings, FindTheSameRecordsForThePlansOfTheShippedClaims) {
  const std::string records = CLAIMCHECK_SOURCE_DIR "/claims/sample-library/digests.xml";
  std::vector<Citation> citations;
  CitationHandler handler;
  handler.citation = [&](Citation&& citation) { citations.push_back(std::move(citation)); };
  read_citations(open_bytes(records), records, handler);
  TemporaryFolder folder;
  Library library = Library::open(folder / "library.db", true);
  library.keep_citations(citations, "2031-02-03");

  const std::string claims = CLAIMCHECK_SOURCE_DIR "/claims/ketamine.json";
  std::ostringstream text;
  text << std::ifstream(claims, std::ios::binary).rdbuf();
  std::size_t found = 0;
  int taken = 0;
  for (const Claim& claim : parse_claims(text.str(), claims)) {
    if (taken++ % 9 != 0) continue;
    for (const Query& query : plan_queries(read_frame(claim, builtin_vocabulary()), builtin_vocabulary())) {
      const std::vector<Pmid> expected = matching_as_pubmed(citations, query.where);
      ASSERT_EQ(matching(library, query.where), expected) << claim.id << ": " << to_pubmed_syntax(query.where);
      found += expected.size();
    }
  }
  EXPECT_GT(found, 100U);
}

}  // namespace
}  // namespace claimcheck
