#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>

#include "library/sqlite.h"

namespace claimcheck {

/// Says that an SQLite file is a claimcheck library: "clmc".
inline constexpr std::int64_t kLibraryApplicationId = 0x636C6D63;

/// The version of the library's tables that this program reads and writes (PRAGMA user_version).
int current_schema_version();

/// Opens a library as Library::open promises: an older schema is brought up to date, a new file gets its tables, and
/// anything else is an Error(storage) that says what the file is. The search index's functions are registered.
Database open_library_file(const std::filesystem::path& path, bool create, std::chrono::milliseconds patience);

/// A further connection to a library that is open already, for writing.
Database open_library_writer(const std::filesystem::path& path, std::chrono::milliseconds patience);

}  // namespace claimcheck
