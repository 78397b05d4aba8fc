// What a project file holds as text, one piece a line: "R" and a report, "F" and the facts of a run, else a line of the
// log. Reading gives what is written and read back as itself, or throws Error(storage) with a message of one line that
// names it. Lines that LogChain follows can be read, and whatever they say comes to a review. With a digest that is
// always right, so that what a hash would refuse is read.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "library/field_reader.h"
#include "library/field_writer.h"
#include "library/project.h"
#include "library/project_log.h"
#include "library/report_fields.h"
#include "text/utf8.h"

namespace {

using claimcheck::LogEntry;

void require(bool holds) {
  if (!holds) std::abort();
}

std::string no_digest(std::string_view /*bytes*/) {
  return std::string(64, '0');
}

void require_one_sentence(std::string_view message, std::string_view name) {
  require(message.starts_with(name) && message.find('\n') == std::string_view::npos);
  require(claimcheck::is_valid_utf8(message) && message.size() < 2000);
}

template <typename Record>
void read_record(std::string_view json) {
  try {
    claimcheck::check_nesting(json, "fuzz", claimcheck::ErrorKind::storage);
    const auto record = claimcheck::record_from_json<Record>(json, "fuzz", claimcheck::ErrorKind::storage);
    std::string again;
    claimcheck::FieldWriter(again).write_record(record);
    require(claimcheck::is_valid_utf8(again));
    require(claimcheck::record_from_json<Record>(again, "again", claimcheck::ErrorKind::storage) == record);
  } catch (const claimcheck::Error& error) {
    require(error.kind() == claimcheck::ErrorKind::storage);
    require_one_sentence(error.what(), "fuzz");
  }
}

void require_sound(const std::vector<LogEntry>& log) {
  const claimcheck::ReviewState state = claimcheck::read_review(log);
  require(state.last_entry == (log.empty() ? 0 : log.back().number));
  for (const LogEntry& entry : log) require(state.find(entry.reviewer) != nullptr);
  for (const auto& [key, opinion] : state.opinions) {
    require(state.find(key.second) != nullptr);
    require(!(opinion.judgement && opinion.deferred));
    static_cast<void>(claimcheck::outcome_of(state, key.first));
  }
  for (const claimcheck::Reviewer& each : state.reviewers) {
    const auto last = claimcheck::find_undoable(log, each.name);
    require(!last || log.at(static_cast<std::size_t>(*last) - 1).reviewer == each.name);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(data, data + size);
  claimcheck::LogChain chain(std::string(64, '0'), no_digest);
  const std::string hash = no_digest("");
  std::vector<LogEntry> log;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    begin = end + 1;
    if (line.starts_with('R')) {
      read_record<claimcheck::Report>(line.substr(1));
    } else if (line.starts_with('F')) {
      read_record<claimcheck::RunFacts>(line.substr(1));
    } else {
      const claimcheck::LogLine next{static_cast<std::int64_t>(log.size()) + 1, line, hash};
      if (const std::string problem = chain.follow(next); !problem.empty()) {
        require_one_sentence(problem, "line ");
        continue;
      }
      log.push_back(claimcheck::read_log_line(next));
      LogEntry unhashed = log.back();
      unhashed.hash.clear();
      read_record<LogEntry>(claimcheck::write_log_entry(unhashed));
    }
  }
  require(chain.entries() == log.size());
  require_sound(log);
  return 0;
}
