#include "review/list_filter.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/words.h"
#include "review/claim_progress.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

std::string tag_of(const Report& report) {
  if (report.verdict) return std::string(to_string(report.verdict->tag));
  return report.status == ClaimStatus::not_assessed ? "not_assessed" : "could_not_check";
}

std::string versus_of(const Report& report, const ReviewState& seen, const Seat& seat) {
  const auto judged = [&](std::string_view name) {
    const Opinion* const opinion = seen.find(report.claim.id, name);
    return opinion != nullptr && opinion->judgement ? opinion : nullptr;
  };
  if (!seat.read_only) {
    const Opinion* const own = judged(seat.name);
    if (own == nullptr) return "";
    return differs_from_rules(report, own) ? "differs" : "same";
  }
  bool any = false;
  for (const Reviewer& each : seen.reviewers) {
    const Opinion* const opinion = judged(each.name);
    if (differs_from_rules(report, opinion)) return "differs";
    any = any || opinion != nullptr;
  }
  return any ? "same" : "";
}

bool has_warning(const Report& report) {
  const auto warns = [](const Citation& citation) {
    return is_retracted(citation) || std::any_of(citation.notices.begin(), citation.notices.end(),
                                                 [](const Notice& notice) { return is_warning(notice.kind); });
  };
  const auto marked = [](const Finding& finding) { return finding.retracted || finding.concern || finding.erratum; };
  return std::any_of(report.citations.begin(), report.citations.end(), warns) ||
         std::any_of(report.findings.begin(), report.findings.end(), marked);
}

/// Of claims that were searched for.
bool is_nothing_found(const Report& report) {
  return report.verdict && report.findings.empty();
}

bool rests_on(const Report& report, std::string_view basis) {
  if (basis == "digest") {
    return std::any_of(report.citations.begin(), report.citations.end(),
                       [](const Citation& citation) { return citation.digest; });
  }
  if (basis == "nothing") return is_nothing_found(report);
  const std::vector<Reason>& reasons = reasons_of(report);
  return basis == "abstract_only" && std::any_of(reasons.begin(), reasons.end(), [](const Reason& reason) {
           return reason.code == ReasonCode::abstract_only;
         });
}

std::string section_of(const Report& report) {
  return report.claim.origin ? report.claim.origin->section : std::string();
}

/// The choices of which at least one claim of the run has one.
std::vector<FilterChoice> only_used(std::vector<FilterChoice> choices, FilterKind kind, const ReviewSession& session,
                                    const ReviewState& seen) {
  std::erase_if(choices, [&](const FilterChoice& choice) {
    const ListFilter filter(HttpFields{{std::string(to_string(kind)), choice.value}});
    return filter.select(session, seen).empty();
  });
  return choices;
}

std::vector<FilterChoice> list_sections(const ReviewSession& session) {
  std::vector<FilterChoice> choices;
  for (const Report& report : session.run().reports) {
    const std::string section = section_of(report);
    const bool known = std::any_of(choices.begin(), choices.end(),
                                   [&](const FilterChoice& choice) { return choice.value == section; });
    if (!section.empty() && !known) choices.push_back({section, section});
  }
  return choices;
}

std::vector<FilterChoice> list_statuses(const Seat& seat) {
  if (seat.read_only) return {{"open", "Open"}, {"settled", "Decided"}};
  std::vector<FilterChoice> choices{{"open", "Open"}, {"deferred", "Deferred"}, {"judged", "Judged"}};
  if (seat.role == ReviewRole::adjudicator) choices.push_back({"settled", "The reviewers agree"});
  return choices;
}

}  // namespace

ListFilter::ListFilter(const HttpFields& query) {
  for (const auto& [name, value] : query) {
    if (const auto kind = parse_enum<FilterKind>(name)) values_[static_cast<std::size_t>(*kind)] = value;
  }
}

const std::string& ListFilter::value(FilterKind kind) const {
  return values_[static_cast<std::size_t>(kind)];
}

std::string ListFilter::address() const {
  std::string address;
  for (const FilterKind kind : enum_values<FilterKind>()) {
    if (value(kind).empty()) continue;
    address += fmt::format("{}{}={}", address.empty() ? '?' : '&', to_string(kind), encode_parameter(value(kind)));
  }
  return address;
}

bool ListFilter::has_words(const Report& report) const {
  if (value(FilterKind::q).empty()) return true;
  const std::string text = fold_case(report.claim.id + ' ' + report.claim.text + ' ' + section_of(report));
  std::string_view rest = values_[static_cast<std::size_t>(FilterKind::q)];
  while (!rest.empty()) {
    const std::size_t end = rest.find(' ');
    if (end != 0 && text.find(fold_case(rest.substr(0, end))) == std::string::npos) return false;
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return true;
}

bool ListFilter::shows(const Report& report, const ReviewState& seen, const Seat& seat) const {
  const auto fits = [this](FilterKind kind, std::string_view actual) {
    return value(kind).empty() || value(kind) == actual;
  };
  const auto fits_progress = [&] {
    return fits(FilterKind::status, to_string(progress_on(seen, seat, report.claim.id)));
  };
  const auto fits_between = [&] {
    if (value(FilterKind::between).empty()) return true;
    const std::string_view wanted = value(FilterKind::between);
    if (wanted == "disagree") return reviewers_differ(seen, report.claim.id);
    return to_string(outcome_of(seen, report.claim.id).kind) == wanted;
  };
  return fits(FilterKind::tag, tag_of(report)) && fits(FilterKind::section, section_of(report)) &&
         (value(FilterKind::notice).empty() || has_warning(report)) &&
         (value(FilterKind::basis).empty() || rests_on(report, value(FilterKind::basis))) && fits_progress() &&
         fits(FilterKind::versus, versus_of(report, seen, seat)) && fits_between() && has_words(report);
}

std::vector<const Report*> ListFilter::select(const ReviewSession& session, const ReviewState& seen) const {
  std::vector<const Report*> selected;
  for (const Report& report : session.run().reports) {
    if (shows(report, seen, session.seat())) selected.push_back(&report);
  }
  return selected;
}

std::vector<FilterChoice> list_choices(FilterKind kind, const ReviewSession& session, const ReviewState& seen) {
  const Seat& seat = session.seat();
  switch (kind) {
    case FilterKind::tag:
      return only_used({{"supported", "✓ Supported"},
                        {"contested", "≷ Contested"},
                        {"unsupported", "✕ Unsupported"},
                        {"not_assessed", "– Not assessed"},
                        {"could_not_check", "– Could not check"}},
                       kind, session, seen);
    case FilterKind::status:
      return list_statuses(seat);
    case FilterKind::versus:
      return {{"same", "Same as the tool"}, {"differs", "Other than the tool"}};
    case FilterKind::between:
      if (seen.reviewers.size() < 2) return {};
      return only_used({{"disagree", "Judged differently"}, {"agreed", "Agreed"}, {"adjudicated", "Adjudicated"}}, kind,
                       session, seen);
    case FilterKind::notice:
      return only_used({{"any", "Retracted, corrected or doubted"}}, kind, session, seen);
    case FilterKind::basis:
      return only_used({{"nothing", "Nothing was found"},
                        {"digest", "Quotes a digest"},
                        {"abstract_only", "Abstracts only, as its reasons say"}},
                       kind, session, seen);
    case FilterKind::section:
      return list_sections(session);
    case FilterKind::q:
      break;
  }
  return {};
}

std::string encode_parameter(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    const bool plain =
        (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c == '.';
    if (plain) {
      encoded += c;
    } else {
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return encoded;
}

}  // namespace claimcheck
