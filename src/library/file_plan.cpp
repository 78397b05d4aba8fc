#include "library/file_plan.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "core/error.h"

namespace claimcheck {
namespace {

/// The years and numbers that the plan is about.
struct Reach {
  int year = 0;
  int applied = 0;  ///< last number of that year in the copy
};

Reach find_reach(std::span<const AvailableFile> available, std::span<const CopiedFile> applied,
                 const std::string& from) {
  const PubmedFileId last = applied.empty() ? PubmedFileId{} : applied.back().id;
  const int newest = available.empty() ? 0 : available.back().id.year;
  if (newest <= last.year) return {last.year, last.number};
  const auto first = std::find_if(available.begin(), available.end(),
                                  [newest](const AvailableFile& file) { return file.id.year == newest; });
  if (first->id.number == 1) return {newest, 0};
  const std::string copy = last.year == 0 ? "the library has no copy of PubMed yet"
                                          : fmt::format("the copy in the library is of {}", last.year);
  throw Error(ErrorKind::input,
              fmt::format("{}: {} is missing: {}, and files of {} can only be applied after that year's baseline", from,
                          pubmed_file_name({newest, 1}), copy, newest));
}

/// Where the baseline of a year ends and its updates begin, as far as its files tell; 0 where none does.
struct KindBounds {
  int last_baseline = 0;
  int first_update = 0;
};

KindBounds bounds_of(std::span<const AvailableFile> available, std::span<const CopiedFile> applied, int year) {
  KindBounds bounds;
  const auto look = [&](const auto& file) {
    if (file.id.year != year) return;
    const int number = file.id.number;
    if (file.kind == PubmedFileKind::baseline) bounds.last_baseline = std::max(bounds.last_baseline, number);
    const bool earlier = bounds.first_update == 0 || number < bounds.first_update;
    if (file.kind == PubmedFileKind::update && earlier) bounds.first_update = number;
  };
  std::for_each(available.begin(), available.end(), look);
  std::for_each(applied.begin(), applied.end(), look);
  return bounds;
}

/// Says of the files of a year whether they are baseline or updates, as far as others of that year tell.
void settle_kinds(std::span<AvailableFile> available, std::span<const CopiedFile> applied, int year) {
  const KindBounds bounds = bounds_of(available, applied, year);
  if (bounds.first_update == 1) {
    throw Error(ErrorKind::input,
                fmt::format("{} is among the updates, but the first file of a year is always of the baseline: put the "
                            "baseline into a folder called baseline, or all files into one of another name",
                            pubmed_file_name({year, 1})));
  }
  for (AvailableFile& file : available) {
    if (file.id.year != year) continue;
    const bool after_update = bounds.first_update != 0 && file.id.number > bounds.first_update;
    if (file.kind == PubmedFileKind::baseline && after_update) {
      throw Error(ErrorKind::input,
                  fmt::format("{} is among the files of the baseline, but {} is an update: move it to the updates, or "
                              "take it away",
                              pubmed_file_name(file.id), pubmed_file_name({year, bounds.first_update})));
    }
    if (file.kind != PubmedFileKind::unknown) continue;
    if (after_update) file.kind = PubmedFileKind::update;
    if (file.id.number < bounds.last_baseline) file.kind = PubmedFileKind::baseline;
  }
}

/// Throws when the numbers above `reach.applied` do not go on from it one by one.
void check_gaps(std::span<const AvailableFile> available, Reach reach, const std::string& from) {
  int expected = reach.applied + 1;
  int first_missing = 0;
  int missing = 0;
  for (const AvailableFile& file : available) {
    if (file.id.year != reach.year || file.id.number < expected) continue;
    if (file.id.number > expected && first_missing == 0) first_missing = expected;
    missing += file.id.number - expected;
    expected = file.id.number + 1;
  }
  if (missing == 0) return;
  const std::string others = missing == 1 ? "" : fmt::format(", the first of {} missing files", missing);
  throw Error(ErrorKind::input,
              fmt::format("{}: {} is missing{}. Files must be applied in order, because later ones replace and delete "
                          "what earlier ones brought; nothing was applied",
                          from, pubmed_file_name({reach.year, first_missing}), others));
}

}  // namespace

FilePlan plan_files(std::span<AvailableFile> available, std::span<const CopiedFile> applied, const std::string& from) {
  const Reach reach = find_reach(available, applied, from);
  settle_kinds(available, applied, reach.year);
  check_gaps(available, reach, from);
  std::map<PubmedFileId, std::string> known;
  for (const CopiedFile& file : applied) known.emplace(file.id, file.md5);
  FilePlan plan;
  plan.year = reach.year;
  for (std::size_t i = 0; i < available.size(); ++i) {
    const AvailableFile& file = available[i];
    const auto before = known.find(file.id);
    if (file.id.year != reach.year) {
      ++plan.older;
    } else if (before == known.end() || before->second.empty() || (!file.md5.empty() && file.md5 != before->second)) {
      plan.apply.push_back(i);
    } else {
      ++plan.applied_before;
    }
  }
  return plan;
}

}  // namespace claimcheck
