#pragma once

#include <string>

#include "core/review.h"

namespace claimcheck {

/// What taking back this entry undoes: "“Contested” on C-03", "your comment on C-03".
std::string describe_undo(const LogEntry& entry);

}  // namespace claimcheck
