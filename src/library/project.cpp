#include "library/project.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "core/error.h"
#include "library/field_reader.h"
#include "library/field_writer.h"
#include "library/new_file.h"
#include "library/project_log.h"
#include "library/project_schema.h"
#include "library/report_fields.h"
#include "library/sqlite.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;

template <typename Record>
std::string to_json(const Record& record) {
  std::string json;
  FieldWriter(json).write_record(record);
  return json;
}

[[noreturn]] void fail_damaged(const Database& database, const std::string& what) {
  throw Error(ErrorKind::storage,
              fmt::format("the project {} is damaged ({}); restore a copy", database.path().string(), what));
}

/// `name`: what it is, for an error.
template <typename Record>
Record from_json(const Database& database, std::string_view json, const std::string& name) {
  try {
    check_nesting(json, name, ErrorKind::storage);
    return record_from_json<Record>(json, name, ErrorKind::storage);
  } catch (const Error& error) {
    fail_damaged(database, error.what());
  }
}

void check_ids(const Run& run) {
  std::set<std::string_view> ids;
  for (const Report& report : run.reports) {
    if (ids.insert(report.claim.id).second) continue;
    throw Error(ErrorKind::usage,
                fmt::format("two claims have the id {}, and in a project each needs its own", report.claim.id));
  }
}

/// Stands for all of the run. Each part has its place in the text that is hashed, so none can stand in for another.
std::string hash_run(Database& database, Digest digest) {
  std::string parts;
  const auto add = [&](const char* name, std::string_view sql) {
    Statement rows = database.prepare(sql);
    while (rows.step()) parts += fmt::format("{} {} {}\n", name, rows.integer(0), digest(rows.blob(1)));
  };
  add("run", "SELECT 0, facts FROM run");
  add("capsule", "SELECT 0, bytes FROM capsule");
  add("article", "SELECT place, json FROM article ORDER BY place");
  add("id", "SELECT place, id FROM claim ORDER BY place");
  add("report", "SELECT place, report FROM claim ORDER BY place");
  return digest(parts);
}

void write_run(Database& database, const Run& run, std::string_view capsule) {
  database.prepare("INSERT INTO run VALUES(?)").run(to_json(RunFacts{run.provenance, run.problems}));
  database.prepare("INSERT INTO capsule VALUES(?)").run(BoundBlob{capsule});
  Statement article = database.prepare("INSERT INTO article VALUES(?, ?)");
  for (std::size_t i = 0; i < run.articles.size(); ++i) article.run(i, to_json(run.articles[i]));
  Statement claim = database.prepare("INSERT INTO claim VALUES(?, ?, ?)");
  for (std::size_t i = 0; i < run.reports.size(); ++i) claim.run(i, run.reports[i].claim.id, to_json(run.reports[i]));
}

void write_originals(Database& database, std::span<const std::string_view> originals, Digest digest) {
  Statement original = database.prepare("INSERT INTO original VALUES(?, ?)");
  for (const std::string_view bytes : originals) original.run(digest(bytes), BoundBlob{bytes});
}

/// One of an older claimcheck that may not be written has no such table.
bool keeps_originals(Database& database) {
  return database.read_integer("SELECT count(*) FROM sqlite_schema WHERE name = 'original'") > 0;
}

/// What is wrong with the author's files, one sentence; empty when nothing is.
std::string check_originals(Database& database, Digest digest) {
  if (!keeps_originals(database)) return {};
  Statement rows = database.prepare("SELECT sha256, bytes FROM original ORDER BY sha256");
  while (rows.step()) {
    if (digest(rows.blob(1)) != rows.text(0)) return "the author's file was changed after the project was made";
  }
  return {};
}

/// The last line of a log: its number and hash, 0 and the hash of the run before there is one.
struct LogHead {
  std::int64_t number = 0;
  std::string hash;
  bool operator==(const LogHead&) const = default;
};

LogHead read_head(Database& database, std::string_view sql) {
  Statement row = database.prepare(sql);
  return row.step() ? LogHead{row.integer(0), std::string(row.text(1))} : LogHead{};
}

LogHead noted_head(Database& database) {
  return read_head(database, "SELECT number, hash FROM log_head");
}

}  // namespace

struct Project::State {
  State(Database opened, Access with_access, Digest with_digest)
      : database(std::move(opened)), access(with_access), digest(with_digest) {}

  Database database;
  Access access;
  Digest digest;

  RunFacts facts() {
    Statement row = database.prepare("SELECT facts FROM run");
    if (!row.step()) fail_damaged(database, "it holds no run");
    return from_json<RunFacts>(database, row.text(0), "run");
  }

  Run run_without_reports() {
    RunFacts facts = this->facts();
    Run run;
    run.provenance = std::move(facts.provenance);
    run.problems = std::move(facts.problems);
    Statement rows = database.prepare("SELECT place, json FROM article ORDER BY place");
    while (rows.step()) {
      run.articles.push_back(from_json<Document>(database, rows.text(1), fmt::format("article {}", rows.integer(0))));
    }
    return run;
  }

  std::vector<LogEntry> log(std::int64_t after) {
    std::vector<LogEntry> entries;
    Statement rows = database.prepare("SELECT number, line, hash FROM log_entry WHERE number > ? ORDER BY number");
    rows.bind(after);
    while (rows.step()) {
      try {
        entries.push_back(read_log_line({rows.integer(0), rows.text(1), rows.text(2)}));
      } catch (const Error& error) {
        fail_damaged(database, error.what());
      }
    }
    return entries;
  }

  Report report(std::size_t place) {
    Statement row = database.prepare("SELECT id, report FROM claim WHERE place = ?");
    if (!row.bind(place).step()) fail_damaged(database, fmt::format("it holds no claim at place {}", place));
    return from_json<Report>(database, row.text(1), fmt::format("report on {}", row.text(0)));
  }
};

void Project::create(const fs::path& path, const Run& run, std::string_view capsule, Digest digest,
                     std::span<const std::string_view> originals) {
  check_ids(run);
  NewFile file(path);
  {
    Database database = make_project_tables(file.temporary());
    Transaction transaction(database);
    write_run(database, run, capsule);
    write_originals(database, originals, digest);
    database.prepare("INSERT INTO log_head VALUES(0, ?)").run(hash_run(database, digest));
    transaction.commit();
  }
  file.publish();
}

Project Project::open(const fs::path& path, Access access, Digest digest, std::chrono::milliseconds patience) {
  return Project(std::make_unique<State>(open_project_file(path, access, patience), access, digest));
}

Project::Project(std::unique_ptr<State> state) : state_(std::move(state)) {}
Project::Project(Project&&) noexcept = default;
Project& Project::operator=(Project&&) noexcept = default;
Project::~Project() = default;

Run Project::run() const {
  const Snapshot snapshot(state_->database);
  Run run = state_->run_without_reports();
  Statement rows = state_->database.prepare("SELECT id, report FROM claim ORDER BY place");
  while (rows.step()) {
    run.reports.push_back(from_json<Report>(state_->database, rows.text(1), fmt::format("report on {}", rows.text(0))));
  }
  const std::vector<LogEntry> log = state_->log(0);
  if (!log.empty()) run.review = read_review(log);
  return run;
}

Run Project::run_on(std::size_t place) const {
  const Snapshot snapshot(state_->database);
  Run run = state_->run_without_reports();
  run.reports.push_back(state_->report(place));
  return run;
}

Report Project::report(std::size_t place) const {
  return state_->report(place);
}

std::size_t Project::claims() const {
  return static_cast<std::size_t>(state_->database.read_integer("SELECT count(*) FROM claim"));
}

std::vector<std::string> Project::claim_ids() const {
  std::vector<std::string> ids;
  Statement rows = state_->database.prepare("SELECT id FROM claim ORDER BY place");
  while (rows.step()) ids.emplace_back(rows.text(0));
  return ids;
}

std::string Project::capsule() const {
  Statement row = state_->database.prepare("SELECT bytes FROM capsule");
  if (!row.step()) fail_damaged(state_->database, "it holds no capsule");
  return std::string(row.blob(0));
}

std::string Project::run_hash() const {
  const Snapshot snapshot(state_->database);
  Statement first = state_->database.prepare("SELECT number, line, hash FROM log_entry ORDER BY number LIMIT 1");
  if (!first.step()) return noted_head(state_->database).hash;
  return read_log_line({first.integer(0), first.text(1), first.text(2)}).previous;
}

std::optional<std::string> Project::original(const std::string& sha256) const {
  Database& database = state_->database;
  if (!keeps_originals(database)) return std::nullopt;
  Statement row = database.prepare("SELECT bytes FROM original WHERE sha256 = ?");
  if (!row.bind(sha256).step()) return std::nullopt;
  if (state_->digest(row.blob(0)) != sha256) fail_damaged(database, "the author's file in it was changed");
  return std::string(row.blob(0));
}

std::vector<LogEntry> Project::log(std::int64_t after) const {
  return state_->log(after);
}

std::int64_t Project::last_entry() const {
  return state_->database.read_integer("SELECT max(number) FROM log_entry");
}

std::optional<LogEntry> Project::append(LogEntry entry, std::int64_t expected_last) {
  std::optional<std::vector<LogEntry>> added = append_all({std::move(entry)}, expected_last);
  return added ? std::optional(std::move(added->front())) : std::nullopt;
}

std::optional<std::vector<LogEntry>> Project::append_all(std::vector<LogEntry> entries, std::int64_t expected_last) {
  Database& database = state_->database;
  if (state_->access == Access::read) throw Error(ErrorKind::internal, "a project that is read was to be written");
  Transaction transaction(database);
  LogHead head = noted_head(database);
  LogHead last = read_head(database, "SELECT number, hash FROM log_entry ORDER BY number DESC LIMIT 1");
  if (last.number == 0) last.hash = head.hash;
  if (last != head) {
    fail_damaged(database, "the end of its log was changed: see claimcheck log verify");
  }
  if (head.number != expected_last) return std::nullopt;
  Statement insert = database.prepare("INSERT INTO log_entry VALUES(?, ?, ?)");
  for (LogEntry& entry : entries) {
    entry.number = head.number + 1;
    entry.previous = head.hash;
    entry.hash.clear();
    const std::string line = write_log_entry(entry);
    head = {entry.number, state_->digest(line)};
    insert.run(head.number, line, head.hash);
    entry = read_log_line({head.number, line, head.hash});
  }
  transaction.commit();
  return entries;
}

LogCheck Project::check_log() const {
  Database& database = state_->database;
  const Snapshot snapshot(database);
  const LogHead head = noted_head(database);
  LogChain chain(hash_run(database, state_->digest), state_->digest);
  std::string problem;
  Statement rows = database.prepare("SELECT number, line, hash FROM log_entry ORDER BY number");
  while (problem.empty() && rows.step()) problem = chain.follow({rows.integer(0), rows.text(1), rows.text(2)});
  if (problem.empty() && head != LogHead{static_cast<std::int64_t>(chain.entries()), chain.last_hash()}) {
    problem = head.number == 0 ? "a report, an article or the capsule was changed after the project was made"
                               : fmt::format("line {} of the log is missing", chain.entries() + 1);
  }
  if (problem.empty()) problem = check_originals(database, state_->digest);
  return {chain.entries(), chain.last_hash(), problem};
}

void Project::copy_to(const fs::path& path) const {
  NewFile file(path);
  state_->database.prepare("VACUUM INTO ?").run(file.temporary().string());
  file.publish();
}

}  // namespace claimcheck
