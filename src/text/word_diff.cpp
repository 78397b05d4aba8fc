#include "text/word_diff.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "text/tokens.h"

namespace claimcheck {
namespace {

/// A token, or what stands between two.
struct Unit {
  std::string_view bytes;
  bool is_space = false;
};

std::vector<Unit> cut(std::string_view text) {
  std::vector<Unit> units;
  std::size_t done = 0;
  const auto take = [&](std::size_t end, bool is_space) {
    if (end > done) units.push_back({text.substr(done, end - done), is_space});
    done = end;
  };
  for (const Token& token : tokenize(text)) {
    take(token.span.begin, true);
    take(token.span.end, false);
  }
  take(text.size(), true);
  return units;
}

using Units = std::span<const Unit>;

struct Step {
  DiffKind kind;
  Unit unit;
};

bool is_same(const Unit& one, const Unit& other) {
  return one.bytes == other.bytes && one.is_space == other.is_space;
}

/// What can be kept of two texts from each pair of places on, in words first and white space second.
class CommonTable {
 public:
  CommonTable(Units before, Units after)
      : before_(before), after_(after), columns_(after.size() + 1), kept_((before.size() + 1) * columns_) {
    // A word is worth more than all white space.
    const auto word = static_cast<std::uint32_t>(std::min(before.size(), after.size()) + 1);
    for (std::size_t i = before.size(); i-- > 0;) {
      for (std::size_t j = after.size(); j-- > 0;) {
        at(i, j) = std::max(at(i + 1, j), at(i, j + 1));
        if (!is_same(before[i], after[j])) continue;
        at(i, j) = std::max(at(i, j), at(i + 1, j + 1) + (before[i].is_space ? 1 : word));
      }
    }
  }

  void list_steps(std::vector<Step>& steps) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < before_.size() || j < after_.size()) {
      if (i < before_.size() && j < after_.size() && is_same(before_[i], after_[j])) {
        steps.push_back({DiffKind::kept, before_[i++]});
        ++j;
      } else if (j == after_.size() || (i < before_.size() && at(i + 1, j) >= at(i, j + 1))) {
        steps.push_back({DiffKind::removed, before_[i++]});
      } else {
        steps.push_back({DiffKind::added, after_[j++]});
      }
    }
  }

 private:
  std::uint32_t& at(std::size_t i, std::size_t j) { return kept_[i * columns_ + j]; }

  Units before_;
  Units after_;
  std::size_t columns_;
  std::vector<std::uint32_t> kept_;
};

void add_steps(DiffKind kind, Units units, std::vector<Step>& steps) {
  for (const Unit& unit : units) steps.push_back({kind, unit});
}

/// Joins steps into runs: between what is kept, first all that is removed, then all that is added.
class Runs {
 public:
  void add(const Step& step) {
    if (step.kind == DiffKind::removed) removed_ += step.unit.bytes;
    if (step.kind == DiffKind::added) added_ += step.unit.bytes;
    if (step.kind == DiffKind::kept) keep(step.unit.bytes);
  }

  // White space alone between two changes belongs to both.
  void add_between_changes(std::string_view space) {
    removed_ += space;
    added_ += space;
  }

  std::vector<DiffPiece> finish() {
    flush();
    return std::move(runs_);
  }

 private:
  void keep(std::string_view text) {
    flush();
    if (runs_.empty() || runs_.back().kind != DiffKind::kept) runs_.push_back({DiffKind::kept, {}});
    runs_.back().text += text;
  }

  void flush() {
    if (!removed_.empty()) runs_.push_back({DiffKind::removed, std::move(removed_)});
    if (!added_.empty()) runs_.push_back({DiffKind::added, std::move(added_)});
    removed_.clear();
    added_.clear();
  }

  std::string removed_;
  std::string added_;
  std::vector<DiffPiece> runs_;
};

bool is_changed(const std::vector<Step>& steps, std::size_t at) {
  return at < steps.size() && steps[at].kind != DiffKind::kept;
}

std::vector<DiffPiece> join(const std::vector<Step>& steps) {
  Runs runs;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool kept_space = steps[i].kind == DiffKind::kept && steps[i].unit.is_space;
    if (kept_space && i > 0 && is_changed(steps, i - 1) && is_changed(steps, i + 1)) {
      runs.add_between_changes(steps[i].unit.bytes);
    } else {
      runs.add(steps[i]);
    }
  }
  return runs.finish();
}

}  // namespace

std::vector<DiffPiece> diff_words(std::string_view before, std::string_view after) {
  const std::vector<Unit> old_units = cut(before);
  const std::vector<Unit> new_units = cut(after);
  const std::size_t least = std::min(old_units.size(), new_units.size());
  std::size_t head = 0;
  while (head < least && is_same(old_units[head], new_units[head])) ++head;
  std::size_t tail = 0;
  while (tail < least - head &&
         is_same(old_units[old_units.size() - 1 - tail], new_units[new_units.size() - 1 - tail])) {
    ++tail;
  }
  const Units old_middle = Units(old_units).subspan(head, old_units.size() - head - tail);
  const Units new_middle = Units(new_units).subspan(head, new_units.size() - head - tail);
  std::vector<Step> steps;
  add_steps(DiffKind::kept, Units(old_units).first(head), steps);
  if (old_middle.empty() || new_middle.empty() || old_middle.size() > kMostComparisons / new_middle.size()) {
    add_steps(DiffKind::removed, old_middle, steps);
    add_steps(DiffKind::added, new_middle, steps);
  } else {
    CommonTable(old_middle, new_middle).list_steps(steps);
  }
  add_steps(DiffKind::kept, Units(old_units).last(tail), steps);
  return join(steps);
}

bool is_small_change(std::span<const DiffPiece> pieces) {
  std::array<std::size_t, 3> bytes{};
  for (const DiffPiece& piece : pieces) bytes[static_cast<std::size_t>(piece.kind)] += piece.text.size();
  const auto [kept, removed, added] = bytes;
  return kept > 0 && kept >= removed && kept >= added;
}

}  // namespace claimcheck
