#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "pubmed/eutils_log.h"

namespace claimcheck {

/// How to talk to the E-utilities (NBK25497, NBK25499).
struct EutilsOptions {
  std::string base_url = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/";
  std::string api_key;  ///< never in a message, a log, a cache key or a report, and sent only where is_key_sent
  std::string tool = "claimcheck";
  std::string email = "claimcheck@example.org";      ///< of the developers, as NCBI asks
  std::optional<std::chrono::milliseconds> spacing;  ///< between request starts; unset: as NCBI allows
  std::chrono::seconds deadline{1800};               ///< from the first request on; then what is left counts as failed
  std::chrono::milliseconds request_timeout{60'000};
  int max_attempts = 5;           ///< for one request, first try included
  std::size_t batch = 200;        ///< PMIDs in one EFetch
  std::uint32_t jitter_seed = 0;  ///< of the waits between attempts; 0: a random one
  EutilsLog log;
};

/// The time between two starts: options.spacing, or what NCBI allows with the key that is sent, or without one.
std::chrono::milliseconds start_spacing(const EutilsOptions& options);

}  // namespace claimcheck
