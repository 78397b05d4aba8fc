#pragma once

#include <chrono>

#include "library/library.h"
#include "library/sqlite.h"

namespace claimcheck {

struct Library::State {
  Database database;
  std::chrono::milliseconds patience;
};

}  // namespace claimcheck
