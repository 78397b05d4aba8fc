#include "pubmed/limiter.h"

#include <memory>

#include "pubmed/start_queue.h"

namespace claimcheck {
namespace {

struct OwnStarts {
  StartLedger ledger;
  StartQueue queue;
};

}  // namespace

Limiter spaced_starts(std::chrono::milliseconds spacing) {
  const auto starts = std::make_shared<OwnStarts>(OwnStarts{{}, StartQueue(spacing)});
  return {[starts](Limiter::TimePoint now) { return starts->queue.wait(starts->ledger, now); },
          [starts](Limiter::TimePoint now, std::chrono::milliseconds pause) {
            starts->queue.hold_back(starts->ledger, now, pause);
          }};
}

}  // namespace claimcheck
