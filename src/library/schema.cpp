#include "library/schema.h"

#include <array>
#include <string>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/error.h"
#include "library/index_ranking.h"
#include "library/index_tokenizer.h"
#include "library/project_schema.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;

/// Each entry takes the schema from the version that is its index to the next; an entry that was released never
/// changes. A change in what the index holds (index_text, index_tokenizer) needs an entry that builds it anew.
///
/// citation.json is the whole record (citation_json.h). citation_index keeps no text: what a record has there is
/// computed again from citation.json when it is taken out. `library` holds one row. asked_citation tells when PubMed
/// itself was last asked for a citation.
///
/// pubmed_file and copied_citation are the local copy of PubMed (pubmed_copy.h): `file` is year * 1000000 + number, in
/// copied_citation that of the last file which had the citation or deleted it.
///
/// citation_doi serves searches for a DOI alone; DOIs are in lower case.
///
/// mesh_file holds one row, or none without MeSH. The lists of a mesh_descriptor have an item a line. mesh_name.name is
/// a heading or entry term as fold_mesh_name (mesh_store.h) writes it.
constexpr std::array<const char*, 5> kMigrations{R"sql(
CREATE TABLE citation(
  pmid INTEGER PRIMARY KEY,
  json TEXT NOT NULL
);
CREATE VIRTUAL TABLE citation_index USING fts5(
  title, abstract, other_abstract, keywords, mesh, qualifiers, publication_types, substances,
  content='', tokenize='claimcheck'
);
CREATE TABLE imported_file(
  sha256 TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  date TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE kept_answer(
  key TEXT PRIMARY KEY,
  date TEXT NOT NULL,
  json TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE library(
  citations INTEGER NOT NULL,
  with_abstract INTEGER NOT NULL,
  digests INTEGER NOT NULL,
  retracted INTEGER NOT NULL,
  last_change TEXT NOT NULL
);
INSERT INTO library VALUES(0, 0, 0, 0, '');
INSERT INTO citation_index(citation_index, rank) VALUES('hashsize', 8388608);  -- 8 MiB, for bulk imports
)sql",
                                                 R"sql(
CREATE TABLE asked_citation(
  pmid INTEGER PRIMARY KEY,
  date TEXT NOT NULL
);
)sql",
                                                 R"sql(
CREATE TABLE mesh_file(
  sha256 TEXT NOT NULL,
  name TEXT NOT NULL,
  year INTEGER NOT NULL,
  date TEXT NOT NULL,
  descriptors INTEGER NOT NULL,
  terms INTEGER NOT NULL
);
CREATE TABLE mesh_descriptor(
  id INTEGER PRIMARY KEY,
  ui TEXT NOT NULL,
  name TEXT NOT NULL,
  entry_terms TEXT NOT NULL,
  trees TEXT NOT NULL
);
CREATE TABLE mesh_name(
  name TEXT PRIMARY KEY,
  descriptor INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE mesh_tree(
  number TEXT PRIMARY KEY,
  descriptor INTEGER NOT NULL
) WITHOUT ROWID;
)sql",
                                                 R"sql(
CREATE TABLE pubmed_file(
  file INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  md5 TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  date TEXT NOT NULL,
  bad INTEGER NOT NULL
);
CREATE TABLE copied_citation(
  pmid INTEGER PRIMARY KEY,
  file INTEGER NOT NULL,
  deleted INTEGER NOT NULL
);
)sql",
                                                 R"sql(
CREATE TABLE citation_doi(
  doi TEXT NOT NULL,
  pmid INTEGER NOT NULL,
  PRIMARY KEY(doi, pmid)
) WITHOUT ROWID;
INSERT INTO citation_doi
  SELECT lower(json_extract(json, '$.doi')), pmid FROM citation
  WHERE CASE WHEN json_valid(json) THEN json_type(json, '$.doi') = 'text' END;
)sql"};

[[noreturn]] void refuse(const fs::path& path, std::string_view why) {
  throw Error(ErrorKind::storage, fmt::format("the library {} {}", path.string(), why));
}

/// What the file's header says. Reading it is also what tells whether the file is SQLite's at all.
struct Identity {
  std::int64_t application = 0;
  std::int64_t version = 0;
  std::int64_t tables = 0;
  [[nodiscard]] bool is_new() const { return application == 0 && version == 0 && tables == 0; }
};

Identity read_identity(Database& database) {
  return {database.read_integer("PRAGMA application_id"), database.read_integer("PRAGMA user_version"),
          database.read_integer("SELECT count(*) FROM sqlite_schema")};
}

/// Runs the migrations that are missing, as one transaction; another program may have run them meanwhile.
void migrate(Database& database) {
  Transaction transaction(database);
  auto version = static_cast<std::size_t>(read_identity(database).version);
  if (version >= kMigrations.size()) return;
  for (; version < kMigrations.size(); ++version) database.run(kMigrations[version]);
  database.run(
      fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kLibraryApplicationId, kMigrations.size()));
  transaction.commit();
}

/// For a new file. WAL (write-ahead log): readers see the last committed state while an import of minutes is under way,
/// which a rollback journal would shut out. Unlike a project, a library is no file to share through a synchronised
/// folder: it can be built anew.
void initialise(Database& database) {
  database.run("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL");
  migrate(database);
}

void check_path(const fs::path& path, bool create) {
  std::error_code code;
  if (fs::is_directory(path, code)) refuse(path, "is a directory; name a file with --library");
  if (!create && !fs::exists(path, code) && !code) {
    refuse(path, "does not exist; make it with: claimcheck library import --library PATH FILE");
  }
  if (create && path.has_parent_path()) {
    fs::create_directories(path.parent_path(), code);
    if (code) refuse(path, fmt::format("cannot be made: its folder cannot be made ({})", code.message()));
  }
}

/// One program at a time makes a library: SQLite does not wait for others when it switches a new file to WAL. The lock
/// is on the folder, because closing a second handle on the file itself would drop SQLite's own locks.
class CreationLock {
 public:
  CreationLock(const fs::path& path, bool wanted) {
    if (!wanted) return;
    folder_ = ::open(fs::absolute(path).parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder_ >= 0) flock(folder_, LOCK_EX);
  }
  CreationLock(const CreationLock&) = delete;
  CreationLock& operator=(const CreationLock&) = delete;
  ~CreationLock() {
    if (folder_ >= 0) close(folder_);
  }

 private:
  int folder_ = -1;
};

/// In a folder that may not be written SQLite cannot set up the shared memory that WAL needs; without a log beside the
/// file nobody is writing either.
bool is_unchanging(const fs::path& path) {
  const fs::path folder = fs::absolute(path).parent_path();
  std::error_code code;
  return access(folder.c_str(), W_OK) != 0 && !fs::exists(path.string() + "-wal", code) && fs::exists(path, code);
}

void prepare_connection(Database& database) {
  // A killed program loses nothing by `NORMAL`; a power cut may lose the last transactions, never part of one.
  database.run(
      "PRAGMA synchronous = NORMAL; PRAGMA secure_delete = OFF; PRAGMA cache_size = -16000;"
      "PRAGMA journal_size_limit = 67108864; PRAGMA trusted_schema = OFF");
  register_index_tokenizer(database);
  register_index_ranking(database);
}

}  // namespace

int current_schema_version() {
  return static_cast<int>(kMigrations.size());
}

Database open_library_file(const fs::path& path, bool create, std::chrono::milliseconds patience) {
  check_path(path, create);
  const auto access = is_unchanging(path) ? Database::Access::read_unchanging
                      : create            ? Database::Access::create
                                          : Database::Access::read_write;
  const CreationLock lock(path, create);
  Database database(path, access, patience);
  // In one transaction: another program may be writing the three.
  database.run("BEGIN");
  const Identity identity = read_identity(database);
  database.run("COMMIT");
  if (identity.is_new() && !create) {
    refuse(path, "is empty; fill it with: claimcheck library import --library PATH FILE");
  }
  if (identity.application == kProjectApplicationId) {
    refuse(path, "is a project, which holds a run and its review; name another file with --library");
  }
  if (!identity.is_new() && identity.application != kLibraryApplicationId) {
    refuse(path, "is an SQLite file of another program; name another file with --library");
  }
  if (identity.version > current_schema_version()) {
    refuse(path,
           fmt::format("was made by a newer claimcheck (schema {}, this one reads up to {}); update claimcheck, or "
                       "name another file with --library",
                       identity.version, current_schema_version()));
  }
  prepare_connection(database);
  if (identity.is_new()) {
    initialise(database);
  } else if (identity.version < current_schema_version()) {
    migrate(database);
  }
  return database;
}

Database open_library_writer(const fs::path& path, std::chrono::milliseconds patience) {
  Database database(path, Database::Access::read_write, patience);
  prepare_connection(database);
  return database;
}

}  // namespace claimcheck
