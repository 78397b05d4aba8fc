#include "review/undo_words.h"

#include <fmt/format.h>

#include "review/page_words.h"

namespace claimcheck {

std::string describe_undo(const LogEntry& entry) {
  switch (entry.action) {
    case ReviewAction::judged:
      if (!entry.judgement) break;
      return fmt::format("“{}” on {}", mark_of(*entry.judgement).word, entry.claim);
    case ReviewAction::cleared:
      return fmt::format("the clearing of {}", entry.claim);
    case ReviewAction::deferred:
      return fmt::format("the deferral of {}", entry.claim);
    case ReviewAction::commented:
      return fmt::format("your comment on {}", entry.claim);
    case ReviewAction::joined:
    case ReviewAction::undone:
    case ReviewAction::finished:
    case ReviewAction::reopened:
      break;
  }
  return fmt::format("your last step on {}", entry.claim);
}

}  // namespace claimcheck
