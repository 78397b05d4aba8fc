#include "library/phrase_counts.h"

#include "library/sqlite.h"

namespace claimcheck {

void PhraseCounts::follow(Database& database) {
  const std::int64_t data_version = database.read_integer("PRAGMA data_version");
  const std::int64_t total_changes = database.total_changes();
  if (data_version != data_version_ || total_changes != total_changes_) counts_.clear();
  data_version_ = data_version;
  total_changes_ = total_changes;
}

std::optional<std::int64_t> PhraseCounts::find(const std::string& written) const {
  const auto found = counts_.find(written);
  return found == counts_.end() ? std::nullopt : std::optional(found->second);
}

void PhraseCounts::keep(const std::string& written, std::int64_t citations) {
  if (counts_.size() >= kMostPhrases) counts_.clear();
  counts_.emplace(written, citations);
}

}  // namespace claimcheck
