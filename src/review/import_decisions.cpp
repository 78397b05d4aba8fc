#include "review/import_decisions.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/core.h>

#include "report/clean_text.h"
#include "report/review_summary.h"
#include "report/review_words.h"
#include "report/text_layout.h"
#include "review/entry_draft.h"
#include "review/rules.h"
#include "text/tokens.h"

namespace claimcheck {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// As a text comes back from a table: without what no cell may hold, white space made one.
std::string as_cell(std::string_view text) {
  return to_line(clean_text(text));
}

/// The claims of a run by id, as ids stand in a cell.
class ClaimIndex {
 public:
  explicit ClaimIndex(const Run& run) {
    for (const Report& report : run.reports) reports_[as_cell(report.claim.id)].push_back(&report);
  }
  /// nullptr where there is none, or ids that a cell cannot tell apart.
  [[nodiscard]] const Report* find(const std::string& id) const {
    const auto found = reports_.find(as_cell(id));
    return found == reports_.end() || found->second.size() != 1 ? nullptr : found->second.front();
  }

 private:
  std::map<std::string, std::vector<const Report*>> reports_;
};

std::vector<std::string> norms_of(const std::string& text) {
  std::vector<std::string> norms;
  for (const Token& token : tokenize(text)) norms.push_back(token.norm);
  return norms;
}

/// True where `text` has the words of `wanted` in their order. Between them may stand what reading leaves out of a
/// claim, such as the mark of a citation.
bool has_words_of(const std::string& text, const std::string& wanted) {
  const std::vector<std::string> all = norms_of(text);
  auto at = all.begin();
  for (const std::string& norm : norms_of(wanted)) {
    at = std::find(at, all.end(), norm);
    if (at == all.end()) return false;
    ++at;
  }
  return true;
}

/// The id alone does not say which claim a comment is on: in another draft it may be another's. A comment that does not
/// stand at the words themselves (of a note, a text box) quotes them, and says as what they were checked when that is
/// something else.
bool is_comment_on(const FileDecision& said, const Claim& claim) {
  const auto asks = [asked = as_cell(said.asked)](const std::string& words) {
    return asked.find(in_quotes(words)) != std::string::npos;
  };
  const std::string checked = as_cell(claim.text);
  const std::string words = claim.passage ? as_cell(claim.passage->text) : checked;
  return (has_words_of(said.text, words) || asks(words)) && (words == checked || asks(checked));
}

bool is_on(const DecisionFile& file, const FileDecision& said, const Claim& claim) {
  return file.is_document ? is_comment_on(said, claim) : as_cell(said.text) == as_cell(claim.text);
}

/// Plans the entries of one file.
class Importer {
 public:
  Importer(const Run& run, const std::vector<LogEntry>& log, const DecisionFile& file, const ImportSeat& seat)
      : run_(run), file_(file), seat_(seat), index_(run), draft_(run, log) {}

  ImportPlan plan() {
    plan_.last = draft_.last();
    plan_.left = file_.unclear;
    std::map<std::string, std::string> places;
    for (const FileDecision& said : file_.decisions) {
      const Report* const report = index_.find(said.claim);
      if (report == nullptr) {
        leave(said, "the project has no such claim");
      } else if (!is_on(file_, said, report->claim)) {
        leave(said, "the words of the claim are others in the project");
      } else if (const auto [at, is_new] = places.try_emplace(report->claim.id, said.place); !is_new) {
        leave(said, fmt::format("the claim stands in {} already", at->second));
      } else {
        take(said, *report);
      }
    }
    plan_.entries = draft_.taken();
    return std::move(plan_);
  }

 private:
  void leave(const FileDecision& said, const std::string& why) {
    plan_.left.push_back(fmt::format("{} ({}): {}", to_line(said.claim), said.place, why));
  }

  [[nodiscard]] LogEntry entry_on(const Report& report, ReviewAction action) const {
    const Reviewer* const known = draft_.state().find(seat_.name);
    return {.date = seat_.date,
            .reviewer = seat_.name,
            .role = known == nullptr ? ReviewRole::reviewer : known->role,
            .action = action,
            .claim = report.claim.id,
            .origin = seat_.origin};
  }

  // Nobody joins for a file of which nothing is taken.
  std::string add(LogEntry entry) {
    if (draft_.state().find(seat_.name) != nullptr) return draft_.add(std::move(entry));
    LogEntry joined = entry;
    joined.action = ReviewAction::joined;
    joined.claim.clear();
    joined.judgement.reset();
    joined.reason.reset();
    joined.text.clear();
    EntryDraft trial = draft_;
    std::string why = trial.add(std::move(joined));
    if (why.empty()) why = trial.add(std::move(entry));
    if (!why.empty()) return why;
    draft_ = std::move(trial);
    plan_.joins = true;
    return {};
  }

  void take(const FileDecision& said, const Report& report) {
    const std::size_t before = plan_.judged + plan_.replaced + plan_.commented + plan_.left.size();
    if (!is_blank(said.decision)) {
      take_judgement(said, report);
    } else if (!is_blank(said.reason)) {
      leave(said, "there is a reason and no decision");
    }
    take_comments(said, report);
    if (plan_.judged + plan_.replaced + plan_.commented + plan_.left.size() == before) ++plan_.same;
  }

  [[nodiscard]] LogEntry judgement_entry(Judgement judgement, const FileDecision& said, const Report& report) const {
    LogEntry entry = entry_on(report, ReviewAction::judged);
    ReasonText reason = read_reason(said.reason);
    entry.judgement = judgement;
    entry.reason = reason.reason;
    entry.text = std::move(reason.text);
    if (!entry.reason && !entry.text.empty() && judgement != judgement_of(report)) entry.reason = OverrideReason::other;
    return entry;
  }

  // The same judgement, with the same reason or with none said; or the row as it is exported.
  [[nodiscard]] bool is_known(const Opinion& own, const LogEntry& entry, const FileDecision& said,
                              const Report& report) const {
    const std::string reason = as_cell(said.reason);
    const Decision exported = decide(run_, report);
    if (exported.outcome.judgement == entry.judgement && as_cell(exported.reason) == reason) return true;
    const bool same_reason = entry.reason == own.reason && as_cell(entry.text) == as_cell(own.text);
    return own.judgement == entry.judgement &&
           (reason.empty() || same_reason || reason == as_cell(describe_reason(own.reason, own.text)));
  }

  void take_judgement(const FileDecision& said, const Report& report) {
    const std::optional<Judgement> judgement = read_judgement(said.decision);
    if (!judgement) {
      leave(said, fmt::format("{} is no decision; write supported, contested, unsupported or cannot be checked",
                              in_quotes(shorten(to_line(said.decision), 40))));
      return;
    }
    const Opinion* const own = run_.review ? run_.review->find(report.claim.id, seat_.name) : nullptr;
    const bool judged = own != nullptr && own->judgement;
    LogEntry entry = judgement_entry(*judgement, said, report);
    if (judged && is_known(*own, entry, said, report)) return;
    if (judged && !seat_.replace) {
      leave(said, fmt::format("{} judged {} on {}; the file says {} (--replace takes it)", to_line(seat_.name),
                              describe_opinion(*own), own->date, describe_judgement(entry)));
      return;
    }
    const std::string why = add(std::move(entry));
    if (!why.empty()) return leave(said, why);
    ++(judged ? plan_.replaced : plan_.judged);
  }

  [[nodiscard]] static std::string describe_judgement(const LogEntry& entry) {
    Opinion said;
    said.judgement = entry.judgement;
    said.reason = entry.reason;
    said.text = entry.text;
    return describe_opinion(said);
  }

  // Those of everybody, as they are exported: who adds a line to a cell leaves the others' lines in it.
  [[nodiscard]] std::set<std::string> known_comments(const Report& report) const {
    std::set<std::string> known;
    if (!run_.review) return known;
    for (const NamedOpinion& each : list_opinions(run_, report.claim.id)) {
      for (const ReviewComment& comment : each.opinion->comments) {
        known.insert(as_cell(name_comment(each.reviewer->name, comment.text)));
        known.insert(as_cell(comment.text));
      }
    }
    return known;
  }

  void take_comments(const FileDecision& said, const Report& report) {
    std::set<std::string> known = known_comments(report);
    for (const std::string& comment : said.comments) {
      if (!known.insert(as_cell(comment)).second) continue;
      LogEntry entry = entry_on(report, ReviewAction::commented);
      entry.text = comment;
      const std::string why = add(std::move(entry));
      if (why.empty()) {
        ++plan_.commented;
      } else {
        leave(said, why);
      }
    }
  }

  const Run& run_;
  const DecisionFile& file_;
  const ImportSeat& seat_;
  ClaimIndex index_;
  EntryDraft draft_;
  ImportPlan plan_;
};

}  // namespace

ImportPlan plan_import(const Run& run, const std::vector<LogEntry>& log, const DecisionFile& file,
                       const ImportSeat& seat) {
  return Importer(run, log, file, seat).plan();
}

}  // namespace claimcheck
