#pragma once

#include "core/error.h"

namespace claimcheck {

/// What the program returns to the shell; part of its interface (claimcheck help exit-codes).
enum class ExitCode {
  ok = 0,
  failed_on = 1,     ///< a claim is at or above --fail-on
  unusable = 2,      ///< usage, configuration, or input that cannot be read
  incomplete = 3,    ///< finished, but something could not be checked or reached
  internal = 4,      ///< our own mistake
  interrupted = 130  ///< stopped by Ctrl-C
};

constexpr int to_int(ExitCode code) {
  return static_cast<int>(code);
}

/// The exit code of a run that ended with an error of this kind.
constexpr ExitCode exit_code_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
    case ErrorKind::input:
    case ErrorKind::storage:
      return ExitCode::unusable;
    case ErrorKind::network:
      return ExitCode::incomplete;
    case ErrorKind::interrupted:
      return ExitCode::interrupted;
    case ErrorKind::internal:
      break;
  }
  return ExitCode::internal;
}

}  // namespace claimcheck
