#pragma once

#include <string>

namespace claimcheck {

/// Asks the desktop to open `address` (xdg-open, found on PATH and started without a shell) and does not wait for it.
/// False when it could not be started.
bool open_browser(const std::string& address);

}  // namespace claimcheck
