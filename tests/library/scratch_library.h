#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "library/library.h"
#include "support/temporary_folder.h"

namespace claimcheck {

/// A record with a title and an abstract of one section (none when empty).
Citation plain_citation(Pmid pmid, std::string title, std::string abstract = "");

/// Imports `citations` as one file whose hash and name are `name`.
ImportResult import_as(Library& library, const std::string& name, const std::vector<Citation>& citations,
                       const std::string& date = "2031-02-03");

/// The PMIDs of hits, in order.
std::vector<Pmid> pmids_of(const std::vector<SearchHit>& hits);

/// The same, of a search for `where` without limit, in the order of PMIDs.
std::vector<Pmid> matching(const Library& library, const QueryNode& where);

/// The message of the Error(storage) that `action` throws; a failed expectation, and "", when it does not.
std::string storage_error(const std::function<void()>& action);

}  // namespace claimcheck
