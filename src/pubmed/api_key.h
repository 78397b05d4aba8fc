#pragma once

#include <string>

#include "pubmed/eutils_options.h"

namespace claimcheck {

/// True if the key of `options` goes with the requests: there is one, and the server is NCBI's (a host of
/// ncbi.nlm.nih.gov, over https) or this machine. Nobody else is given the key.
bool is_key_sent(const EutilsOptions& options);

/// `text` with *** in place of the key, as it is or in any mixture of the forms in which servers repeat what they were
/// sent: letters of either case, percent-encoded (twice too), as JSON, C or HTML escapes. A "key" of fewer than 8
/// letters is left alone: it would be found in ordinary words (NCBI's have 36).
std::string without_key(std::string text, const std::string& api_key);

}  // namespace claimcheck
