#pragma once

#include <string>

#include "cli/evidence.h"
#include "pubmed/eutils_options.h"
#include "pubmed/limiter.h"

namespace claimcheck {

/// How this user's programs ask PubMed.
struct PubmedAccess {
  EutilsOptions eutils;
  std::string starts_path;  ///< the file through which they share their limiter; its name tells neither server nor key
  std::string key_note;     ///< where the key is not sent, a sentence that says so
};

/// What `options` ask for, with the key, which may be empty. --debug-http writes to standard error. Throws Error(usage)
/// on a wrong --eutils-url.
PubmedAccess pubmed_access(const EvidenceOptions& options, const std::string& api_key);

/// The limiter that all programs of the user share for this server and this key (without one: for this machine).
Limiter shared_limiter(const PubmedAccess& access);

}  // namespace claimcheck
