#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>

#include "library/project.h"
#include "library/sqlite.h"

namespace claimcheck {

/// Says that an SQLite file is a claimcheck project: "clmp".
inline constexpr std::int64_t kProjectApplicationId = 0x636C6D70;

/// The version of the project's tables that this program reads and writes (PRAGMA user_version).
int current_project_version();

/// Gives the empty file `path`, which nobody else has open, the tables of a project.
Database make_project_tables(const std::filesystem::path& path);

/// Opens a project as Project::open promises.
Database open_project_file(const std::filesystem::path& path, Project::Access access,
                           std::chrono::milliseconds patience);

}  // namespace claimcheck
