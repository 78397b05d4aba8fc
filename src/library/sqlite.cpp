#include "library/sqlite.h"

#include <cassert>
#include <cstring>
#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include "core/error.h"

namespace claimcheck {
namespace {

/// `path` as an SQLite URI: everything but letters, digits and "/._-" is escaped.
std::string to_uri(const std::filesystem::path& path) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(path).string()) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
    if (plain || std::strchr("/._-", c) != nullptr) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", byte);
    }
  }
  return uri + "?immutable=1";
}

int open_flags(Database::Access access) {
  switch (access) {
    case Database::Access::read_write:
      return SQLITE_OPEN_READWRITE;
    case Database::Access::create:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Database::Access::read_unchanging:
      return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
  }
  return 0;
}

std::string_view noun(FileKind kind) {
  return kind == FileKind::library ? "library" : "project";
}

std::string_view explain_foreign(FileKind kind) {
  return kind == FileKind::library
             ? "is no claimcheck library (not an SQLite file); name another file with --library"
             : "is no claimcheck project (not an SQLite file); make one with: claimcheck check FILE --project PATH";
}

std::string_view way_out_of_damage(FileKind kind) {
  return kind == FileKind::library ? "restore a copy, or delete it and import its files again" : "restore a copy";
}

/// What went wrong and the way out, to follow "the library PATH ".
std::string explain(int code, const char* detail, FileKind kind) {
  if (code == SQLITE_READONLY_DBMOVED) {
    return "was moved, replaced or deleted while it was open, so nothing is written to it; put it back, or run again "
           "with "
           "the file that is there now";
  }
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "is being changed by another program; wait until that has finished, then run again";
    case SQLITE_NOTADB:
      return std::string(explain_foreign(kind));
    case SQLITE_CORRUPT:
      return fmt::format("is damaged ({}); {}", detail, way_out_of_damage(kind));
    case SQLITE_FULL:
      return "cannot grow: the disk is full; free some space, then run again";
    case SQLITE_READONLY:
      return "may not be written; check the permissions of the file and its folder";
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return fmt::format("cannot be opened ({}); check the path and the permissions of the file and its folder",
                         detail);
    case SQLITE_IOERR:
      return fmt::format("cannot be read or written ({}); check the disk", detail);
    default:
      return fmt::format("cannot be used ({})", detail);
  }
}

}  // namespace

Database::Database(std::filesystem::path path, Access access, std::chrono::milliseconds patience, FileKind kind)
    : path_(std::move(path)), kind_(kind) {
  const std::string name = access == Access::read_unchanging ? to_uri(path_) : path_.string();
  const int code = sqlite3_open_v2(name.c_str(), &handle_, open_flags(access) | SQLITE_OPEN_NOMUTEX, nullptr);
  if (code != SQLITE_OK) {
    const int system = handle_ == nullptr ? 0 : sqlite3_system_errno(handle_);
    sqlite3_close(handle_);
    handle_ = nullptr;
    const char* const detail = system == 0 ? sqlite3_errstr(code) : strerror(system);
    throw Error(ErrorKind::storage,
                fmt::format("the {} {} {}", noun(kind_), path_.string(), explain(code, detail, kind_)));
  }
  sqlite3_extended_result_codes(handle_, 1);
  sqlite3_busy_timeout(handle_, static_cast<int>(patience.count()));
}

Database::Database(Database&& other) noexcept
    : path_(std::move(other.path_)), kind_(other.kind_), handle_(std::exchange(other.handle_, nullptr)) {}

Database::~Database() {
  [[maybe_unused]] const int code = sqlite3_close(handle_);
  assert(code == SQLITE_OK);  // every statement was finalised before
}

bool Database::may_write() const {
  return sqlite3_db_readonly(handle_, "main") == 0;
}

void Database::fail(int code) {
  const char* const detail = handle_ == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle_);
  throw Error(ErrorKind::storage,
              fmt::format("the {} {} {}", noun(kind_), path_.string(), explain(code, detail, kind_)));
}

void Database::run(const std::string& sql) {
  const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::read_integer(std::string_view sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.integer(0) : 0;
}

Statement Database::prepare(std::string_view sql) {
  return {*this, sql};
}

std::int64_t Database::total_changes() const {
  return sqlite3_total_changes64(handle_);
}

Statement::Statement(Database& database, std::string_view sql) : database_(database) {
  const int code = sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &handle_, nullptr);
  if (code != SQLITE_OK) database.fail(code);
}

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_), handle_(std::exchange(other.handle_, nullptr)) {}

Statement::~Statement() {
  sqlite3_finalize(handle_);
}

void Statement::bind_one(int index, std::string_view value) {
  const char* data = value.data() == nullptr ? "" : value.data();
  const int code = sqlite3_bind_text64(handle_, index, data, value.size(), SQLITE_STATIC, SQLITE_UTF8);
  if (code != SQLITE_OK) database_.fail(code);
}

void Statement::bind_one(int index, BoundBlob value) {
  const char* data = value.bytes.data() == nullptr ? "" : value.bytes.data();
  const int code = sqlite3_bind_blob64(handle_, index, data, value.bytes.size(), SQLITE_STATIC);
  if (code != SQLITE_OK) database_.fail(code);
}

void Statement::bind_one(int index, BoundPointer value) {
  const int code = sqlite3_bind_pointer(handle_, index, value.pointer, value.type, nullptr);
  if (code != SQLITE_OK) database_.fail(code);
}

void Statement::bind_integer(int index, std::int64_t value) {
  const int code = sqlite3_bind_int64(handle_, index, value);
  if (code != SQLITE_OK) database_.fail(code);
}

bool Statement::step() {
  const int code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_.fail(code);
  return false;
}

void Statement::reset() {
  sqlite3_reset(handle_);
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(handle_, column);
}

double Statement::real(int column) const {
  return sqlite3_column_double(handle_, column);
}

std::string_view Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
  return data == nullptr ? std::string_view()
                         : std::string_view(data, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)));
}

std::string_view Statement::blob(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(handle_, column));
  return data == nullptr ? std::string_view()
                         : std::string_view(data, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)));
}

Snapshot::Snapshot(Database& database) : database_(database) {
  database_.run("BEGIN");
}

Snapshot::~Snapshot() {
  sqlite3_exec(database_.handle(), "COMMIT", nullptr, nullptr, nullptr);
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (open_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  database_.run("COMMIT");
  open_ = false;
}

}  // namespace claimcheck
