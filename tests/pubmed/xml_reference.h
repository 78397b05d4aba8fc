#pragma once

#include <string>
#include <vector>

namespace claimcheck::test {

/// A record as a slow, obvious walk over the parsed whole document reads it.
struct ReferenceRecord {
  unsigned long pmid = 0;
  std::string title;                  ///< brackets and all
  std::vector<std::string> sections;  ///< the texts of the abstract; empty ones left out
  bool math = false;                  ///< title or abstract hold MathML, of which only the characters are comparable
};

struct ReferenceDocument {
  bool pubmed = false;       ///< the root is a set of records or a record
  bool well_formed = false;  ///< as a whole
  std::vector<ReferenceRecord> records;
};

ReferenceDocument read_reference(const std::string& xml);

}  // namespace claimcheck::test
