#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/enum_names.h"

namespace claimcheck {

/// What a person holds a claim to be: one of the three tags, or that the literature cannot tell.
enum class Judgement { supported, contested, unsupported, not_checkable };

/// Why a person judges otherwise than the rules.
enum class OverrideReason {
  evidence_misread,            ///< a quote does not say what the rules took it to say
  evidence_missing,            ///< there is evidence that the search did not lead to
  evidence_not_relevant,       ///< what was found is about something else
  evidence_weighed_otherwise,  ///< the same findings, another conclusion
  claim_misread,               ///< the claim says something else than what was checked
  other,                       ///< the text says
};

/// Two reviewers judge apart from each other; an adjudicator sees both and decides.
enum class ReviewRole { reviewer, adjudicator };

/// What a person did. Nothing is ever taken out of the log: `undone` names the entry that no longer counts.
enum class ReviewAction { joined, judged, cleared, deferred, commented, undone, finished, reopened };

/// One line of a project's log. `number` counts from 1 without gaps; `hash` is the SHA-256 of the line, in which the
/// hash of the line before stands, so that no line can be changed, moved or taken out without breaking every later one.
struct LogEntry {
  std::int64_t number = 0;
  std::string date = {};  ///< ISO 8601, UTC, to the second
  std::string reviewer = {};
  ReviewRole role = ReviewRole::reviewer;
  ReviewAction action = ReviewAction::joined;
  std::string claim = {};  ///< id; empty for what concerns the whole review
  std::optional<Judgement> judgement = {};
  std::optional<OverrideReason> reason = {};
  std::string text = {};    ///< of the reason, or the comment
  std::int64_t undoes = 0;  ///< number of the entry that `undone` takes back; else 0
  std::string origin = {};  ///< where it was entered, beside the review page: "claims.xlsx", "carried from may.project"
  std::string previous = {};  ///< hash of the line before; of the first, that of the run which is reviewed
  std::string hash = {};
  bool operator==(const LogEntry&) const = default;
};

/// Somebody who takes part, in the order of joining.
struct Reviewer {
  std::string name;
  ReviewRole role = ReviewRole::reviewer;
  bool finished = false;
  bool operator==(const Reviewer&) const = default;
};

struct ReviewComment {
  std::int64_t entry = 0;  ///< its number in the log
  std::string date;
  std::string text;
  bool operator==(const ReviewComment&) const = default;
};

/// Where one person stands on one claim.
struct Opinion {
  std::optional<Judgement> judgement;
  std::optional<OverrideReason> reason;
  std::string text;
  bool deferred = false;   ///< put off; a judgement ends it
  std::int64_t entry = 0;  ///< of the judgement or deferral; 0 when there is none
  std::string date;        ///< of that entry
  std::string origin;
  std::vector<ReviewComment> comments;
  bool operator==(const Opinion&) const = default;
};

/// What a log comes to.
struct ReviewState {
  std::vector<Reviewer> reviewers;
  std::map<std::pair<std::string, std::string>, Opinion>
      opinions;  ///< by claim id and name; those without are left out
  std::int64_t last_entry = 0;

  [[nodiscard]] const Reviewer* find(std::string_view name) const;
  /// nullptr where the person has done nothing on the claim.
  [[nodiscard]] const Opinion* find(std::string_view claim, std::string_view name) const;
  bool operator==(const ReviewState&) const = default;
};

/// The log from its first line on. An undone entry counts for nothing; the latest of judged, cleared and deferred
/// counts.
ReviewState read_review(std::span<const LogEntry> log);

/// The entry that undo takes back next for this person: their latest on a claim that was not undone. nullopt: none.
std::optional<std::int64_t> find_undoable(std::span<const LogEntry> log, std::string_view name);

/// How a claim stands: `open` while somebody who takes part has not judged it; `disagreed` when two judged differently
/// and nobody decided between them.
enum class OutcomeKind { open, single, agreed, disagreed, adjudicated };

struct ReviewOutcome {
  OutcomeKind kind = OutcomeKind::open;
  std::optional<Judgement> judgement;  ///< of single, agreed and adjudicated
  bool operator==(const ReviewOutcome&) const = default;
};

ReviewOutcome outcome_of(const ReviewState& state, std::string_view claim);

template <>
struct EnumNames<Judgement> {
  static constexpr std::array<std::string_view, 4> values{"supported", "contested", "unsupported", "not_checkable"};
};
template <>
struct EnumNames<OverrideReason> {
  static constexpr std::array<std::string_view, 6> values{"evidence_misread",      "evidence_missing",
                                                          "evidence_not_relevant", "evidence_weighed_otherwise",
                                                          "claim_misread",         "other"};
};
template <>
struct EnumNames<ReviewRole> {
  static constexpr std::array<std::string_view, 2> values{"reviewer", "adjudicator"};
};
template <>
struct EnumNames<ReviewAction> {
  static constexpr std::array<std::string_view, 8> values{"joined",    "judged", "cleared",  "deferred",
                                                          "commented", "undone", "finished", "reopened"};
};
template <>
struct EnumNames<OutcomeKind> {
  static constexpr std::array<std::string_view, 5> values{"open", "single", "agreed", "disagreed", "adjudicated"};
};

}  // namespace claimcheck
