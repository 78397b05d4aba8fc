#pragma once

#include <chrono>

#include "library/library.h"
#include "library/phrase_counts.h"
#include "library/sqlite.h"

namespace claimcheck {

struct Library::State {
  Database database;
  std::chrono::milliseconds patience;
  PhraseCounts phrase_counts = {};
};

}  // namespace claimcheck
