// Whatever the file of the shared limiter holds, nobody waits longer than the horizon for it, everybody starts after
// the waits that were named, and what is written is read back.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "pubmed/start_queue.h"

namespace {

using claimcheck::StartLedger;

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const StartLedger::TimePoint begin{std::chrono::hours(1000)};
  StartLedger ledger = claimcheck::read_start_ledger(text, "boot", begin);
  require(ledger.next <= begin + claimcheck::kLedgerHorizon && ledger.held_until <= begin + claimcheck::kLedgerHorizon);
  require(claimcheck::read_start_ledger(claimcheck::write_start_ledger(ledger, "boot"), "boot", begin) == ledger);

  claimcheck::StartQueue queue{std::chrono::milliseconds(370)};
  StartLedger::TimePoint now = begin;
  int waits = 0;
  while (true) {
    const auto left = queue.wait(ledger, now);
    if (left.count() == 0) break;
    require(left.count() > 0 && ++waits < 4);
    now += left;
  }
  require(now - begin <= claimcheck::kLedgerHorizon + std::chrono::milliseconds(1));
  require(now >= ledger.held_until && ledger.next >= now + std::chrono::milliseconds(370));
  return 0;
}
