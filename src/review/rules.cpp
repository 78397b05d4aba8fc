#include "review/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/enum_names.h"
#include "review/reviewer_name.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_space);
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

std::vector<const Reviewer*> reviewers_of(const ReviewState& state) {
  std::vector<const Reviewer*> found;
  for (const Reviewer& each : state.reviewers) {
    if (each.role == ReviewRole::reviewer) found.push_back(&each);
  }
  return found;
}

std::string refuse_name(const std::string& name) {
  if (is_blank(name)) return "A reviewer needs a name: --as NAME.";
  // It would be written with other characters, and then not be found again.
  if (!is_valid_utf8(name)) return "A reviewer's name must be UTF-8.";
  if (is_space(name.front()) || is_space(name.back())) return "A reviewer's name has no space around it.";
  if (name.size() > kLongestReviewerName || has_control(name)) {
    return fmt::format("A reviewer's name has at most {} bytes and no control characters.", kLongestReviewerName);
  }
  return {};
}

std::string refuse_newcomer(const ReviewState& state, const LogEntry& entry) {
  if (std::string why = refuse_name(entry.reviewer); !why.empty()) return why;
  if (const Reviewer* const known = find_person(state, entry.reviewer)) {
    return fmt::format("{} takes part already: give the name in this way.", known->name);
  }
  const std::vector<const Reviewer*> reviewers = reviewers_of(state);
  if (entry.role == ReviewRole::reviewer) {
    if (reviewers.size() < 2) return {};
    return fmt::format(
        "{} and {} review this already: give one of these names with --as, or decide between them with "
        "--adjudicate.",
        reviewers[0]->name, reviewers[1]->name);
  }
  const auto other = std::find_if(state.reviewers.begin(), state.reviewers.end(),
                                  [](const Reviewer& each) { return each.role == ReviewRole::adjudicator; });
  if (other != state.reviewers.end()) return fmt::format("{} adjudicates this already.", other->name);
  if (reviewers.size() < 2) return "There is nothing to adjudicate before two reviewers have judged.";
  for (const Reviewer* each : reviewers) {
    if (!each->finished) return fmt::format("{} has not finished: adjudication begins when both have.", each->name);
  }
  return {};
}

std::string refuse_judgement(const LogEntry& entry, const Report& report) {
  if (!entry.judgement) return "Say what you judge the claim to be.";
  if (entry.judgement == judgement_of(report)) return {};
  if (!entry.reason) return "You judge otherwise than the rules: choose a reason.";
  if (entry.reason == OverrideReason::other && is_blank(entry.text)) return "Say what the reason is.";
  return {};
}

std::string refuse_on_claim(const LogEntry& entry, const Report* report) {
  if (report == nullptr) return fmt::format("There is no claim {} in this project.", entry.claim);
  if (entry.action == ReviewAction::judged) return refuse_judgement(entry, *report);
  if (entry.judgement || entry.reason) return "Only a judgement says what the claim is, and why.";
  if (entry.action == ReviewAction::commented && is_blank(entry.text)) return "A comment needs words.";
  return {};
}

// Whoever has seen what the other judged is no longer apart from them.
std::string refuse_reopening(const ReviewState& state, const Reviewer& reviewer) {
  if (!reviewer.finished) return "This review is not finished.";
  const std::vector<const Reviewer*> reviewers = reviewers_of(state);
  const bool seen =
      reviewer.role == ReviewRole::reviewer && reviewers.size() > 1 &&
      std::all_of(reviewers.begin(), reviewers.end(), [](const Reviewer* each) { return each->finished; });
  return seen ? "Both have finished and seen each other's judgements: an adjudicator decides where they differ." : "";
}

}  // namespace

std::optional<Judgement> judgement_of(const Report& report) {
  if (report.verdict) return parse_enum<Judgement>(to_string(report.verdict->tag));
  if (report.status == ClaimStatus::not_assessed) return Judgement::not_checkable;
  return std::nullopt;
}

std::string refuse_beginning(ReviewAction action) {
  switch (action) {
    case ReviewAction::judged:
    case ReviewAction::commented:
      return {};
    case ReviewAction::cleared:
      return "There is no judgement of yours to clear.";
    case ReviewAction::deferred:
      return "Your review begins with your first judgement or comment. Until then every claim is open: go on to the "
             "next one.";
    case ReviewAction::undone:
      return "There is nothing left to undo.";
    case ReviewAction::reopened:
      return "This review is not finished.";
    case ReviewAction::joined:
    case ReviewAction::finished:
      break;
  }
  return "There is nothing to finish yet: your review begins with your first judgement or comment.";
}

std::string refuse_entry(const ReviewState& state, const LogEntry& entry, const Report* report) {
  const Reviewer* const known = state.find(entry.reviewer);
  if (entry.action == ReviewAction::joined) {
    return known != nullptr ? fmt::format("{} takes part already.", entry.reviewer) : refuse_newcomer(state, entry);
  }
  if (known == nullptr) return fmt::format("{} takes no part in this review yet.", entry.reviewer);
  if (known->role != entry.role) return fmt::format("{} takes part as {}.", known->name, to_string(known->role));
  // As the page counts them: a text in Greek is no longer than one in English.
  if (count_code_points(repair_utf8(entry.text)) > kLongestReviewText) {
    return fmt::format("That is more than {} characters of text: shorten it.", kLongestReviewText);
  }
  if (entry.action == ReviewAction::reopened) return refuse_reopening(state, *known);
  if (known->finished) return "You have finished this review: reopen it to change anything.";
  switch (entry.action) {
    case ReviewAction::judged:
    case ReviewAction::cleared:
    case ReviewAction::deferred:
    case ReviewAction::commented:
      return refuse_on_claim(entry, report);
    case ReviewAction::undone:
      return entry.undoes > 0 ? "" : "There is nothing left to undo.";
    case ReviewAction::joined:
    case ReviewAction::finished:
    case ReviewAction::reopened:
      break;
  }
  return {};
}

}  // namespace claimcheck
