#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/report.h"
#include "core/review.h"
#include "library/project.h"

namespace claimcheck {

/// Who sits at the page.
struct Seat {
  std::string name;
  ReviewRole role = ReviewRole::reviewer;
  bool read_only = false;  ///< writes nothing, and joins nothing
};

/// What somebody asks to be written down.
struct ReviewRequest {
  ReviewAction action = ReviewAction::judged;
  std::string claim = {};
  std::optional<Judgement> judgement = {};
  std::optional<OverrideReason> reason = {};
  std::string text = {};
  std::string origin = {};
  /// Opinion::entry of one's own opinion on the claim, as it was last shown; unset: whatever it is. When it is another
  /// by now (another window), nothing is written.
  std::optional<std::int64_t> seen = {};
  /// Of `undone`: the entry that is to be taken back, as it was last offered; unset: the latest. When another one would
  /// be taken back by now, nothing is written.
  std::optional<std::int64_t> undoes = {};
};

/// One person's seat at a project: writes what they decide under the rules (rules.h), and shows what they may see. A
/// reviewer sees no other person's opinions before both have finished, and who reads alone sees none of two until then,
/// whatever name and role they give; an adjudicator, who comes after that, sees all of it. This holds for what the
/// program shows: the file itself hides nothing.
class ReviewSession {
 public:
  /// Takes the seat, under the name that the project has for this person where case and spaces alone differ
  /// (reviewer_name.h). A new name joins the project with the first judgement or comment that is written down, so that
  /// who only looks in is no reviewer. `now`: ISO 8601, UTC. Throws Error(usage) with refuse_entry's sentence for a
  /// name that could not join. `project` and `now` outlive the session.
  ReviewSession(Project& project, Seat seat, std::function<std::string()> now);

  /// Writes it down; what others write meanwhile does not hinder it. What is this person's last word on the claim
  /// already is not written again, and its entry comes back: the answer to it was lost, and it is sent once more.
  /// Throws Error(input) with the sentence of refuse_entry or refuse_beginning, and while namesake() is not answered;
  /// nullopt, and nothing is written, when `seen` or `undoes` is no longer so. `undone` takes back the latest entry of
  /// this person; which that was stands in `undoes`.
  std::optional<LogEntry> write(const ReviewRequest& request);

  /// The name of somebody who takes part, which this seat's new one is nearly the same as, so that it may be a slip of
  /// the finger; nullopt once say_name() has told which is meant, and when there is none.
  [[nodiscard]] std::optional<std::string> namesake();
  /// Answers namesake() with one of the two names, the one that is meant; from then on it is the seat's. Throws
  /// Error(input) for any other name, and for one that takes part in another role.
  void say_name(std::string_view name);
  /// True for who has written something down.
  [[nodiscard]] bool has_joined();

  /// What this seat may see of the review: everybody who takes part, this seat included, and the opinions that are not
  /// hidden. While some are, `last_entry` is the last that this seat may know of: how much others do is not told.
  [[nodiscard]] ReviewState visible();
  /// True while another's opinions are hidden from this seat.
  [[nodiscard]] bool is_blinded();
  /// What `undone` would take back: this person's own latest entry on a claim that was not undone. nullopt: nothing, as
  /// for who only reads.
  [[nodiscard]] std::optional<LogEntry> undoable();
  /// The entry with this number, if it is this person's own.
  [[nodiscard]] std::optional<LogEntry> own_entry(std::int64_t number) const;
  [[nodiscard]] const Seat& seat() const { return seat_; }
  /// Stands for this person at this project, in any program and at any time; tells neither.
  [[nodiscard]] const std::string& key() const { return key_; }
  /// Of every claim, in the order of the run; the same for the life of the session.
  [[nodiscard]] const Run& run() const { return run_; }
  [[nodiscard]] const Project& project() const { return project_; }
  /// nullptr where the run has no such claim.
  [[nodiscard]] const Report* find(std::string_view claim) const;

 private:
  void refresh();
  void sit_as(std::string name);
  [[nodiscard]] LogEntry entry_for(const ReviewRequest& request) const;
  [[nodiscard]] bool is_as_seen(const ReviewRequest& request) const;
  [[nodiscard]] bool takes_part() const { return state_.find(seat_.name) != nullptr; }
  [[nodiscard]] ReviewState state_with_seat() const;
  [[nodiscard]] std::int64_t last_known_entry() const;

  Project& project_;
  Seat seat_;
  bool is_name_meant_ = false;
  std::string key_;
  std::function<std::string()> now_;
  Run run_;
  std::vector<LogEntry> log_;
  ReviewState state_;
};

/// `state` as `seat` may see it: without the opinions that are hidden from it.
ReviewState hide_from(const ReviewState& state, const Seat& seat);

/// The run as reports tell it to anybody: with what people decided, of two reviewers once both have finished.
Run run_to_report(const Project& project);

}  // namespace claimcheck
