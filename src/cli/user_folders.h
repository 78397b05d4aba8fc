#pragma once

#include <filesystem>
#include <string>

namespace claimcheck {

/// $XDG_DATA_HOME/claimcheck/library.db, or ~/.local/share/claimcheck/library.db.
std::filesystem::path default_library_path();

/// $XDG_CACHE_HOME/claimcheck, or ~/.cache/claimcheck.
std::filesystem::path cache_folder();

/// The user's NCBI API key and where it comes from; both empty when there is none.
struct ApiKey {
  std::string key;     ///< never printed
  std::string origin;  ///< "NCBI_API_KEY", or the path of the key file
};

/// NCBI_API_KEY, else the file claimcheck/ncbi-key in $XDG_CONFIG_HOME or ~/.config. Throws Error(usage), without the
/// key, when the file may be read by others, or when what stands there cannot be a key.
ApiKey read_api_key();

}  // namespace claimcheck
