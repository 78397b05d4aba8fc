#include "cli/import_report.h"

#include <fmt/core.h>

#include <cstdio>

namespace claimcheck {

std::string import_summary(const std::string& name, const ImportedFile& file) {
  const ImportResult& result = file.result;
  if (result.already_imported) return fmt::format("{}: imported before, nothing to do", name);
  return fmt::format("{}: {} added, {} replaced, {} unchanged, {} deleted, {} bad", name, result.added, result.replaced,
                     result.unchanged, result.deleted, file.bad);
}

void tell_problems(const ImportedFile& file) {
  for (const std::string& problem : file.problems) fmt::print(stderr, "claimcheck: {}\n", problem);
  if (file.bad > file.problems.size()) {
    fmt::print(stderr, "claimcheck: and {} more bad records\n", file.bad - file.problems.size());
  }
}

}  // namespace claimcheck
