#include "library/project_schema.h"

#include <array>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "core/error.h"
#include "library/capsule.h"
#include "library/schema.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;

/// Each entry takes the tables from the version that is its index to the next; an entry that was released never
/// changes.
///
/// The texts are JSON of the records in report_fields.h: run.facts has one row, a RunFacts; claim.report is a Report.
/// original has the bytes of author's files as they were read; the article of the same SHA-256 vouches for them.
/// log_entry.line is what write_log_entry writes without the hash, kept as it was hashed. log_head has one row: the
/// last line of the log and its hash, or 0 and the hash of the run, so that a line taken off the end is missed.
///
/// A row replaces another without any trigger being asked, so the guard of INSERT is also that against REPLACE.
constexpr std::array<const char*, 2> kMigrations{R"sql(
CREATE TABLE run(facts TEXT NOT NULL);
CREATE TABLE capsule(bytes BLOB NOT NULL);
CREATE TABLE article(
  place INTEGER PRIMARY KEY,
  json TEXT NOT NULL
);
CREATE TABLE claim(
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  report TEXT NOT NULL
);
CREATE TABLE log_entry(
  number INTEGER PRIMARY KEY,
  line TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE TABLE log_head(
  number INTEGER NOT NULL,
  hash TEXT NOT NULL
);
CREATE TRIGGER log_entry_next BEFORE INSERT ON log_entry
  WHEN NEW.number IS NOT (SELECT number + 1 FROM log_head)
  BEGIN SELECT RAISE(ABORT, 'a line of the log only comes behind the last'); END;
CREATE TRIGGER log_entry_head AFTER INSERT ON log_entry
  BEGIN UPDATE log_head SET number = NEW.number, hash = NEW.hash; END;
CREATE TRIGGER log_entry_unchanged BEFORE UPDATE ON log_entry
  BEGIN SELECT RAISE(ABORT, 'no line of the log is ever changed'); END;
CREATE TRIGGER log_entry_kept BEFORE DELETE ON log_entry
  BEGIN SELECT RAISE(ABORT, 'no line of the log is ever taken out'); END;
)sql",
                                                 R"sql(
CREATE TABLE original(
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
);
)sql"};

/// An SQLite file begins with these 16 bytes, and has its application id, big end first, at 68.
/// Source: https://www.sqlite.org/fileformat2.html#the_database_header
constexpr std::string_view kSqliteMagic("SQLite format 3\0", 16);
constexpr std::size_t kApplicationIdAt = 68;
constexpr std::size_t kSqliteHeader = 100;

[[noreturn]] void refuse(const fs::path& path, std::string_view why) {
  throw Error(ErrorKind::storage, fmt::format("{} {}", path.string(), why));
}

std::string first_bytes(const fs::path& path) {
  std::string bytes(kSqliteHeader, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

void check_path(const fs::path& path) {
  std::error_code code;
  if (fs::is_directory(path, code)) refuse(path, "is a folder; name the project's file");
  if (!fs::exists(path, code) && !code) {
    refuse(path, "does not exist; make one with: claimcheck check FILE --project PATH");
  }
}

struct Identity {
  std::int64_t application = 0;
  std::int64_t version = 0;
  std::int64_t tables = 0;
};

Identity read_identity(Database& database) {
  // In one transaction: another program may be bringing the file up to date.
  const Snapshot snapshot(database);
  return {database.read_integer("PRAGMA application_id"), database.read_integer("PRAGMA user_version"),
          database.read_integer("SELECT count(*) FROM sqlite_schema")};
}

/// As above; what is no SQLite file may be one that belongs elsewhere. It is looked into only then, because closing a
/// second handle on a database drops the locks that this program has on it.
Identity identify(Database& database) {
  try {
    return read_identity(database);
  } catch (const Error&) {
    if (!looks_like_capsule(first_bytes(database.path()))) throw;
    refuse(database.path(),
           "is a capsule, which explain, replay and recheck take; a project is made with: claimcheck check FILE "
           "--project PATH");
  }
}

void check_identity(const fs::path& path, const Identity& identity) {
  if (identity.application == 0 && identity.tables == 0) {
    refuse(path, "is empty; make one with: claimcheck check FILE --project PATH");
  }
  if (identity.application == kLibraryApplicationId) {
    refuse(path,
           "is a library of PubMed records, which goes with --library; a project is made with: claimcheck check FILE "
           "--project PATH");
  }
  if (identity.application != kProjectApplicationId) refuse(path, "is an SQLite file of another program");
  if (identity.version > current_project_version()) {
    refuse(path, fmt::format("was made by a newer claimcheck (version {}, this one reads up to {}); update claimcheck",
                             identity.version, current_project_version()));
  }
}

/// Runs the migrations that are missing, as one transaction; another program may have run them meanwhile.
void migrate(Database& database) {
  Transaction transaction(database);
  auto version = static_cast<std::size_t>(database.read_integer("PRAGMA user_version"));
  if (version >= kMigrations.size()) return;
  for (; version < kMigrations.size(); ++version) database.run(kMigrations[version]);
  database.run(
      fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kProjectApplicationId, kMigrations.size()));
  transaction.commit();
}

void prepare_connection(Database& database) {
  // EXTRA beside FULL syncs the folder too once the journal is gone: after a power cut the journal would come back, and
  // take back an entry that was confirmed. Files from elsewhere may hold any schema, so it is not trusted.
  database.run(
      "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = "
      "ON");
}

bool may_write(Database& database, const fs::path& path) {
  const fs::path folder = fs::absolute(path).parent_path();
  return database.may_write() && access(folder.c_str(), W_OK) == 0;
}

}  // namespace

int current_project_version() {
  return static_cast<int>(kMigrations.size());
}

bool looks_like_project(std::string_view bytes) {
  if (bytes.size() < kSqliteHeader || !bytes.starts_with(kSqliteMagic)) return false;
  std::int64_t application = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    application = application << 8 | static_cast<unsigned char>(bytes[kApplicationIdAt + i]);
  }
  return application == kProjectApplicationId;
}

Database make_project_tables(const fs::path& path) {
  Database database(path, Database::Access::read_write, std::chrono::milliseconds(0), FileKind::project);
  prepare_connection(database);
  migrate(database);
  return database;
}

Database open_project_file(const fs::path& path, Project::Access access, std::chrono::milliseconds patience) {
  check_path(path);
  // For reading too: what a killed program left half written is undone by whoever opens the file next.
  Database database(path, Database::Access::read_write, patience, FileKind::project);
  const Identity identity = identify(database);
  check_identity(path, identity);
  const bool writable = may_write(database, path);
  if (access == Project::Access::write && !writable) {
    refuse(path, "may not be written; check the permissions of the file and its folder");
  }
  prepare_connection(database);
  if (identity.version < current_project_version() && writable) migrate(database);
  return database;
}

}  // namespace claimcheck
