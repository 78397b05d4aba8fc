#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/enum_names.h"
#include "core/report.h"
#include "report/compare_reports.h"
#include "report/writers.h"

namespace claimcheck {

/// Version of the shape of the JSON that write_changes_json writes (docs/changes.schema.json).
inline constexpr int kChangesSchemaVersion = 1;

/// What made a claim stand otherwise. All but `rules` and `search` are about one citation.
enum class ChangeCause {
  rules,         ///< the same answers lead to another tag by this program's rules
  search,        ///< a search or a fetch that had failed was answered
  new_evidence,  ///< a citation that was not read before
  gone,          ///< one that is not read any more
  withdrawn,     ///< one that PubMed has no longer
  retraction,
  notice,  ///< a concern, an erratum, a correction
  record,  ///< its record has other words
  reading  ///< the same record, but read otherwise beside the others
};

struct FlipCause {
  ChangeCause kind = ChangeCause::rules;
  Pmid pmid = 0;  ///< 0: none
  std::string text;
  bool operator==(const FlipCause&) const = default;
};

/// A citation that is read for the claim now and was not before, or the other way round.
struct CitationChange {
  Pmid pmid = 0;
  std::string title;
  int year = 0;
  bool quoted = false;     ///< in the report that has it
  bool withdrawn = false;  ///< the source has it no longer
  bool operator==(const CitationChange&) const = default;
};

/// A notice that a quoted record did not have before.
struct NoticeChange {
  Pmid pmid = 0;  ///< of the record
  std::string title;
  Notice notice;
  bool warning = false;  ///< a retraction, a concern or a correction; not a comment
  bool operator==(const NoticeChange&) const = default;
};

/// A quoted record of which parts have other words now: "title", "abstract", "publication types".
struct RecordChange {
  Pmid pmid = 0;
  std::string title;
  std::vector<std::string> parts;
  bool operator==(const RecordChange&) const = default;
};

/// A search that finds another number of records.
struct SearchChange {
  QueryAim aim = QueryAim::claim;
  std::size_t found_before = 0;
  std::size_t found_after = 0;
  bool operator==(const SearchChange&) const = default;
};

/// What changed for one claim. Lists are in ascending order of PMIDs, quoted citations first.
struct ClaimChanges {
  std::string id;
  std::string text;
  std::string before;    ///< "contested", "supported, qualified", "could not check"
  std::string after;     ///< the same
  bool checked = false;  ///< everything was answered: what is not told below did not change
  bool flipped = false;  ///< another tag, or one instead of none; never when the searches failed
  std::vector<FlipCause> causes;
  std::vector<CitationChange> found;
  std::vector<CitationChange> gone;
  std::vector<NoticeChange> notices;
  std::vector<RecordChange> records;
  std::vector<SearchChange> searches;
  std::vector<std::string> problems;  ///< why it could not be checked, and what the source told besides

  /// A tag flipped, a quoted record got a warning, or it was withdrawn.
  [[nodiscard]] bool matters() const;
  /// There is anything to tell.
  [[nodiscard]] bool any() const;
};

/// What changed since a capsule was made.
struct RunChanges {
  Provenance before;  ///< of the capsule's report
  Provenance after;
  std::vector<std::string> notes;    ///< of the run as a whole
  std::vector<ClaimChanges> claims;  ///< all, in their order
};

/// One claim then and now.
struct ClaimComparison {
  ClaimStanding reported;          ///< in the report of then
  const Report& before;            ///< what the answers of then lead to by the rules of now
  const Report& after;             ///< what the answers of now lead to
  std::vector<Pmid> unchecked;     ///< whose status could not be asked for
  std::vector<Pmid> withdrawn;     ///< that the source has no longer
  std::vector<std::string> asked;  ///< problems of questions beside those of `after`
  std::function<const Citation*(Pmid)> old_record;
  std::function<const Citation*(Pmid)> new_record;
};

using Weigh = std::function<Verdict(const ClaimFrame&, std::span<const Finding>)>;

/// What changed for a claim, and through which citations its tag flipped: those whose findings of now, put in the place
/// of those of then, make the tag what it is now; where none does so alone, all whose findings changed.
ClaimChanges compare_claim(const ClaimComparison& comparison, const Weigh& weigh);

/// For people: the claims with changes, then one line that counts them.
std::string write_changes(const RunChanges& changes, const TextStyle& style);

/// The same for programs: claims without changes are left out (docs/changes.schema.json).
std::string write_changes_json(const RunChanges& changes);

template <>
struct EnumNames<ChangeCause> {
  static constexpr std::array<std::string_view, 9> values{"rules",      "search", "new_evidence", "gone",   "withdrawn",
                                                          "retraction", "notice", "record",       "reading"};
};

}  // namespace claimcheck
