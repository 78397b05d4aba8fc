#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <type_traits>

struct sqlite3;
struct sqlite3_stmt;

namespace claimcheck {

class Statement;

/// What a file is to people: errors name it so, and tell its way out.
enum class FileKind { library, project };

/// An open connection to one SQLite file. What SQLite reports as failure is thrown as Error(storage) that names the
/// file, says why and what to do. One thread at a time.
class Database {
 public:
  enum class Access {
    read_write,       ///< reading alone where the file may not be written
    create,           ///< read_write, and a new file where there is none
    read_unchanging,  ///< takes no lock and writes nothing beside the file: for a folder that may not be written
  };
  /// `patience`: how long to wait for another writer.
  Database(std::filesystem::path path, Access access, std::chrono::milliseconds patience,
           FileKind kind = FileKind::library);
  Database(Database&& other) noexcept;
  Database& operator=(Database&&) = delete;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  /// Statements that return nothing.
  void run(const std::string& sql);
  /// The integer in the first column of the first row; 0 without rows.
  std::int64_t read_integer(std::string_view sql);
  Statement prepare(std::string_view sql);
  /// How many rows this connection has changed so far.
  [[nodiscard]] std::int64_t total_changes() const;

  /// False where the file was opened for reading alone.
  [[nodiscard]] bool may_write() const;

  [[noreturn]] void fail(int code);
  [[nodiscard]] sqlite3* handle() const { return handle_; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  FileKind kind_;
  sqlite3* handle_ = nullptr;
};

/// Bytes that are no text.
struct BoundBlob {
  std::string_view bytes;
};

/// A value that SQL cannot read: only a function that asks for this type gets the pointer. What it points to must stay
/// alive until the next reset. `type` is a literal.
struct BoundPointer {
  void* pointer = nullptr;
  const char* type = "";
};

/// One prepared statement of a Database, which must outlive it. Parameters are bound in order and must stay alive
/// until the next reset; columns are read by index and stay valid until the next step.
class Statement {
 public:
  Statement(Database& database, std::string_view sql);
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  /// Starts anew with these parameters.
  template <typename... Values>
  Statement& bind(const Values&... values) {
    reset();
    int index = 0;
    (bind_one(++index, values), ...);
    return *this;
  }
  /// bind, and step to the end.
  template <typename... Values>
  void run(const Values&... values) {
    bind(values...);
    while (step()) {
    }
    reset();
  }
  /// True when there is a row to read.
  bool step();
  void reset();

  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string_view blob(int column) const;

 private:
  template <typename Integer>
  void bind_one(int index, Integer value) requires std::is_integral_v<Integer> {
    bind_integer(index, static_cast<std::int64_t>(value));
  }
  void bind_one(int index, std::string_view value);
  void bind_one(int index, BoundBlob value);
  void bind_one(int index, BoundPointer value);
  void bind_integer(int index, std::int64_t value);

  Database& database_;
  sqlite3_stmt* handle_ = nullptr;
};

/// Everything that is read while it lasts is of one committed state. Not to be nested, nor used in a Transaction.
class Snapshot {
 public:
  explicit Snapshot(Database& database);
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot();

 private:
  Database& database_;
};

/// A write transaction; undone unless committed. Waits as long as the connection's patience for another writer.
class Transaction {
 public:
  explicit Transaction(Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace claimcheck
