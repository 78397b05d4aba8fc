#pragma once

#include <string>
#include <vector>

namespace claimcheck {

/// A heading of MeSH, the thesaurus that PubMed indexes with, with its other names and its places in the trees.
struct MeshDescriptor {
  std::string ui;                        ///< "D007649"
  std::string name;                      ///< the heading: "Ketamine", "Colitis, Ulcerative"
  std::vector<std::string> entry_terms;  ///< other names in the order of the file, also permuted ones ("Bites, Dog")
  std::vector<std::string> trees;        ///< tree numbers ("D02.455.426.392.368.367.500"); few headings have none
  bool operator==(const MeshDescriptor&) const = default;
};

}  // namespace claimcheck
