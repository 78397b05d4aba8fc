#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/report.h"

namespace claimcheck {

/// What the attempt to break a claim came to.
struct SearchBox {
  std::size_t counter_queries = 0;
  std::size_t unanswered = 0;       ///< of these queries
  std::size_t counter_found = 0;    ///< by all of them
  std::size_t counter_taken = 0;    ///< by all of them
  std::size_t counter_records = 0;  ///< read; one that two queries found counts twice, but never more than were read
  std::size_t hits = 0;             ///< findings against the claim, whichever query brought their record
  std::size_t hits_weighed = 0;     ///< of these, the ones that may be weighed
  bool operator==(const SearchBox&) const = default;
};

SearchBox count_search(const Report& report);

/// "tried to break it: 2 queries, up to 212 records read, 3 hits"; empty where no query against the claim was run.
std::string describe_search_box(const SearchBox& box);

/// How many records were read on the claim.
std::size_t count_read(const Report& report);

/// What a query failed to bring: that it was not answered, found nothing, or nothing on the subject; empty where
/// records that it found were read.
std::string describe_shortfall(const QueryRecord& query);

/// What was looked for and not found, one sentence each, only what holds: nothing on the claim, nothing for it, nothing
/// against it. Where a search did not complete, the one sentence that nothing follows from what is missing.
std::vector<std::string> state_absences(const Report& report);

}  // namespace claimcheck
