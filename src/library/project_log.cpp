#include "library/project_log.h"

#include <utility>

#include <fmt/format.h>

#include "core/error.h"
#include "library/field_reader.h"
#include "library/field_writer.h"
#include "library/project.h"
#include "library/report_fields.h"

namespace claimcheck {

std::string write_log_entry(const LogEntry& entry) {
  std::string json;
  FieldWriter(json).write_record(entry);
  return json;
}

LogEntry read_log_line(const LogLine& line) {
  const std::string name = fmt::format("line {} of the log", line.number);
  check_nesting(line.json, name, ErrorKind::storage);
  auto entry = record_from_json<LogEntry>(line.json, name, ErrorKind::storage);
  entry.number = line.number;
  entry.hash = line.hash;
  return entry;
}

LogChain::LogChain(std::string start, Digest digest) : last_hash_(std::move(start)), digest_(digest) {}

std::string LogChain::follow(const LogLine& line) {
  const auto expected = static_cast<std::int64_t>(entries_) + 1;
  if (line.number != expected) return fmt::format("line {} of the log is missing", expected);
  const std::string name = fmt::format("line {} of the log", expected);
  if (digest_(line.json) != line.hash) {
    return name + " was changed after it was written: its hash is not that of its words";
  }
  LogEntry entry;
  try {
    check_nesting(line.json, name, ErrorKind::storage);
    entry = record_from_json<LogEntry>(line.json, name, ErrorKind::storage);
  } catch (const Error& error) {
    return error.what();
  }
  if (entry.number != expected) return fmt::format("{} was moved: it was written as line {}", name, entry.number);
  if (entry.previous != last_hash_) {
    return entries_ == 0 ? name +
                               " does not follow from the run: a report, an article or the capsule was changed "
                               "after the project was made, or the line was replaced"
                         : fmt::format("{} does not follow line {}: one of them was replaced", name, expected - 1);
  }
  ++entries_;
  last_hash_ = line.hash;
  return {};
}

}  // namespace claimcheck
