#include "cli/user_folders.h"

#include <fmt/core.h>
#include <sys/stat.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string_view>

#include "core/error.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// The folder that `variable` names, or `fallback` in the home folder (XDG Base Directory Specification 0.8: relative
/// paths are ignored).
fs::path user_folder(const char* variable, const char* fallback) {
  const fs::path named = environment(variable);
  return (named.is_absolute() ? named : fs::path(environment("HOME")) / fallback) / "claimcheck";
}

std::string trimmed(std::string text) {
  const auto is_blank = [](unsigned char c) { return std::isspace(c) != 0; };
  text.erase(std::find_if_not(text.rbegin(), text.rend(), is_blank).base(), text.end());
  text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), is_blank));
  return text;
}

constexpr std::size_t kLongestKey = 100;

ApiKey checked(ApiKey key) {
  const auto is_word = [](unsigned char c) { return std::isalnum(c) != 0; };
  key.key = trimmed(std::move(key.key));
  if (key.key.empty() || key.key.size() > kLongestKey || !std::all_of(key.key.begin(), key.key.end(), is_word)) {
    throw Error(ErrorKind::usage, fmt::format("{} holds no NCBI API key: it must be letters and digits alone "
                                              "(claimcheck help ncbi-key)",
                                              key.origin));
  }
  return key;
}

}  // namespace

fs::path default_library_path() {
  return user_folder("XDG_DATA_HOME", ".local/share") / "library.db";
}

fs::path cache_folder() {
  return user_folder("XDG_CACHE_HOME", ".cache");
}

ApiKey read_api_key() {
  if (std::string key = environment("NCBI_API_KEY"); !key.empty()) return checked({std::move(key), "NCBI_API_KEY"});
  const fs::path path = user_folder("XDG_CONFIG_HOME", ".config") / "ncbi-key";
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return {};
  if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    throw Error(ErrorKind::usage,
                fmt::format("{} may be read by others; run: chmod 600 {}", path.string(), path.string()));
  }
  std::ifstream file(path, std::ios::binary);
  std::string key(kLongestKey + 1, '\0');
  file.read(key.data(), static_cast<std::streamsize>(key.size()));
  key.resize(static_cast<std::size_t>(file.gcount()));
  return checked({std::move(key), path.string()});
}

}  // namespace claimcheck
