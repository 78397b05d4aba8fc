#pragma once

#include <string>
#include <vector>

namespace claimcheck {

inline constexpr const char* kSharedDescriptors = CLAIMCHECK_SOURCE_DIR "/../shared/data/mesh/mesh.jsonl.gz";

/// A descriptor of the MeSH file that is kept beside the project; names are in lower case.
struct SharedDescriptor {
  std::string name;
  std::vector<std::string> entry_terms;
  std::vector<std::string> trees;
};

bool has_shared_descriptors();

std::vector<SharedDescriptor> read_shared_descriptors();

}  // namespace claimcheck
