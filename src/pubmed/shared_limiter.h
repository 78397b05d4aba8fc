#pragma once

#include <chrono>
#include <string>

#include "pubmed/limiter.h"

namespace claimcheck {

/// Starts at least `spacing` apart over all programs that share the file `path`: first come, first served, and all of
/// them held back when one is. The file holds the next free start (start_queue.h); it is made where there is none,
/// with the folders above it, and locked (flock) only while it is read and written, never during a wait. Rubbish in it,
/// a killed program, a restart of the machine or another clock setting delay nobody. Where the file cannot be used the
/// limiter is that of spaced_starts; sharing_problem tells. Copies share the state; not thread-safe.
Limiter shared_starts(const std::string& path, std::chrono::milliseconds spacing);

/// Why programs cannot share `path` as a limiter now ("Permission denied"); "" when they can.
std::string sharing_problem(const std::string& path);

}  // namespace claimcheck
