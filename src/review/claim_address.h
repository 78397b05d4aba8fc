#pragma once

#include <string>
#include <string_view>

#include "review/session.h"

namespace claimcheck {

/// The path of a claim's view, fit for an href: "/claim/C-01". An id that cannot stand in a path as one name (it has a
/// slash, or is "..") is written as "/claim/~" and letters of its own; two ids never share an address.
std::string claim_address(std::string_view id);

/// The claim whose address, percent-decoded, is `path`; nullptr when there is none. The rest of the path is compared
/// with the ids of the run and used for nothing else.
const Report* find_claim_at(const ReviewSession& session, std::string_view path);

}  // namespace claimcheck
