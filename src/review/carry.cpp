#include "review/carry.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/core.h>

#include "review/claim_changes.h"
#include "review/entry_draft.h"
#include "text/tokens.h"

namespace claimcheck {
namespace {

constexpr double kNear = 0.5;  // the share of words that two claims have in common to be held beside each other

using Reports = std::vector<const Report*>;

std::map<std::string_view, Reports> by_text(const Run& run) {
  std::map<std::string_view, Reports> groups;
  for (const Report& report : run.reports) groups[report.claim.text].push_back(&report);
  return groups;
}

std::vector<std::string> sorted_words(const std::string& text) {
  std::vector<std::string> words;
  for (const Token& token : tokenize(text)) {
    if (token.kind != TokenKind::punctuation) words.push_back(token.norm);
  }
  std::sort(words.begin(), words.end());
  return words;
}

// Dice, Ecology 26(3), 1945: 1 for the same words, 0 where none is shared.
double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  const std::size_t all = a.size() + b.size();
  return all == 0 ? 0 : 2 * static_cast<double>(both.size()) / static_cast<double>(all);
}

using Names = std::vector<std::string>;

bool is_among(const Names& people, const std::string& name) {
  return people.empty() || std::find(people.begin(), people.end(), name) != people.end();
}

/// Finds for every claim of the new draft the one of the old draft that it was.
class Matcher {
 public:
  Matcher(const Run& before, const Run& after, const Names& people) : before_(before), after_(after), people_(people) {}

  std::vector<CarryLine> match() {
    match_texts();
    match_nearest();
    std::vector<CarryLine> lines;
    for (const Report& report : after_.reports) lines.push_back(describe(report));
    for (const Report& report : before_.reports) {
      if (!taken_.contains(&report)) lines.push_back({CarryKind::gone, &report, nullptr, is_decided(report), {}});
    }
    return lines;
  }

 private:
  void pair(const Report* before, const Report* after) {
    pairs_[after] = before;
    taken_.insert(before);
  }

  void match_texts() {
    const auto old_groups = by_text(before_);
    for (const auto& [text, reports] : by_text(after_)) {
      const auto old = old_groups.find(text);
      if (old == old_groups.end()) continue;
      const std::size_t shared = std::min(old->second.size(), reports.size());
      for (std::size_t i = 0; i < shared; ++i) pair(old->second[i], reports[i]);
      if (old->second.size() == reports.size()) continue;
      for (std::size_t i = 0; i < shared; ++i) {
        unclear_[reports[i]] = fmt::format("its words stand {} times in the old draft and {} times in the new one",
                                           old->second.size(), reports.size());
      }
    }
  }

  // The likest pairs first; among equally like ones those of the same id, then in the order of the drafts.
  void match_nearest() {
    std::vector<std::pair<const Report*, std::vector<std::string>>> olds;
    for (const Report& report : before_.reports) {
      if (!taken_.contains(&report)) olds.emplace_back(&report, sorted_words(report.claim.text));
    }
    std::vector<std::tuple<double, int, std::size_t, const Report*, const Report*>> candidates;
    for (const Report& report : after_.reports) {
      if (pairs_.contains(&report)) continue;
      const std::vector<std::string> words = sorted_words(report.claim.text);
      for (const auto& [old, old_words] : olds) {
        const double like = likeness(words, old_words);
        const int id = report.claim.id == old->claim.id ? 0 : 1;
        if (like >= kNear) candidates.emplace_back(-like, id, candidates.size(), old, &report);
      }
    }
    std::sort(candidates.begin(), candidates.end());
    for (const auto& [like, id, order, old, report] : candidates) {
      if (!taken_.contains(old) && !pairs_.contains(report)) pair(old, report);
    }
  }

  CarryLine describe(const Report& report) {
    const auto found = pairs_.find(&report);
    if (found == pairs_.end()) return {CarryKind::added, nullptr, &report, false, {}};
    const Report& old = *found->second;
    std::vector<std::string> why = list_changes(old, report);
    if (const auto unclear = unclear_.find(&report); unclear != unclear_.end()) why.push_back(unclear->second);
    const bool same = why.empty() && old.claim.text == report.claim.text;
    return {same ? CarryKind::same : CarryKind::reconfirm, &old, &report, is_decided(old), std::move(why)};
  }

  [[nodiscard]] bool is_decided(const Report& report) const {
    const auto& opinions = before_.review->opinions;
    return std::any_of(opinions.begin(), opinions.end(), [&](const auto& each) {
      return each.first.first == report.claim.id && is_among(people_, each.first.second) &&
             (each.second.judgement || !each.second.comments.empty());
    });
  }

  const Run& before_;
  const Run& after_;
  const Names& people_;
  std::map<const Report*, const Report*> pairs_;  // new to old
  std::set<const Report*> taken_;                 // old ones
  std::map<const Report*, std::string> unclear_;  // new ones
};

/// A judgement or a comment of the old draft that holds in the new one.
struct Carried {
  std::int64_t number = 0;  // of its entry in the old log
  std::string date;         // likewise
  LogEntry entry;
};

std::vector<Carried> list_carried(const CarryLine& line, const Reviewer& person, const Run& before) {
  const Opinion* const opinion = before.review->find(line.before->claim.id, person.name);
  std::vector<Carried> carried;
  if (opinion == nullptr) return carried;
  const LogEntry base{.reviewer = person.name, .role = person.role, .claim = line.after->claim.id};
  if (opinion->judgement) {
    Carried& judged = carried.emplace_back(Carried{opinion->entry, opinion->date, base});
    judged.entry.action = ReviewAction::judged;
    judged.entry.judgement = opinion->judgement;
    judged.entry.reason = opinion->reason;
    judged.entry.text = opinion->text;
  }
  for (const ReviewComment& comment : opinion->comments) {
    Carried& said = carried.emplace_back(Carried{comment.entry, comment.date, base});
    said.entry.action = ReviewAction::commented;
    said.entry.text = comment.text;
  }
  return carried;
}

/// Writes what holds into the new draft's log, person by person.
class Carrier {
 public:
  Carrier(const ReviewedDraft& before, const ReviewedDraft& after, const CarryLabel& label)
      : before_(before), after_(after), label_(label), draft_(after.run, after.log) {
    for (const LogEntry& entry : after.log) origins_.insert({entry.reviewer, entry.origin});
  }

  void carry(const Reviewer& person, CarryPlan& plan) {
    std::vector<Carried> all;
    for (const CarryLine& line : plan.lines) {
      if (line.kind != CarryKind::same) continue;
      std::vector<Carried> some = list_carried(line, person, before_.run);
      std::move(some.begin(), some.end(), std::back_inserter(all));
    }
    std::sort(all.begin(), all.end(), [](const Carried& a, const Carried& b) { return a.number < b.number; });
    CarryCount count{person.name, 0, 0, {}};
    for (Carried& each : all) write(each, count);
    plan.people.push_back(std::move(count));
  }

  [[nodiscard]] std::vector<LogEntry> entries() const { return draft_.taken(); }
  [[nodiscard]] std::int64_t last() const { return draft_.last(); }

 private:
  void write(Carried& each, CarryCount& count) {
    each.entry.date = label_.date;
    each.entry.origin = fmt::format("carried from {} (entry {} of {})", label_.from, each.number, each.date);
    if (is_there(each.entry)) {
      ++count.there;
      return;
    }
    std::string why = join(each.entry);
    if (why.empty()) why = draft_.add(std::move(each.entry));
    if (why.empty()) {
      ++count.carried;
    } else {
      count.refused = why;
    }
  }

  // Carried before, whatever became of it; or judged in the new draft, which is the later word.
  [[nodiscard]] bool is_there(const LogEntry& entry) const {
    if (origins_.contains({entry.reviewer, entry.origin})) return true;
    const Opinion* const own = after_.run.review->find(entry.claim, entry.reviewer);
    return entry.action == ReviewAction::judged && own != nullptr && (own->judgement || own->deferred);
  }

  std::string join(const LogEntry& entry) {
    if (draft_.state().find(entry.reviewer) != nullptr) return {};
    return draft_.add(
        {.date = entry.date, .reviewer = entry.reviewer, .role = entry.role, .action = ReviewAction::joined});
  }

  const ReviewedDraft& before_;
  const ReviewedDraft& after_;
  const CarryLabel& label_;
  EntryDraft draft_;
  std::set<std::pair<std::string, std::string>> origins_;
};

}  // namespace

CarryPlan plan_carry(const ReviewedDraft& before, const ReviewedDraft& after, const CarryLabel& label) {
  CarryPlan plan;
  plan.lines = Matcher(before.run, after.run, label.people).match();
  Carrier carrier(before, after, label);
  for (const Reviewer& person : before.run.review->reviewers) {
    if (is_among(label.people, person.name)) carrier.carry(person, plan);
  }
  plan.entries = carrier.entries();
  plan.last = carrier.last();
  return plan;
}

}  // namespace claimcheck
