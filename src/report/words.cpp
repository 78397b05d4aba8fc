#include "report/words.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "core/design_words.h"
#include "report/enum_words.h"
#include "report/text_layout.h"

namespace claimcheck {
namespace {

// What an unsupported claim lacks: nothing on it at all, nothing for it, or nothing for it that is strong enough.
std::string_view describe_lack(const Verdict& verdict) {
  const bool nothing_found = std::any_of(verdict.reasons.begin(), verdict.reasons.end(),
                                         [](const Reason& reason) { return reason.code == ReasonCode::no_records; });
  if (nothing_found) return "nothing found";
  return verdict.families_for > 0 ? "evidence too weak" : "not shown";
}

}  // namespace

std::string_view word_for(SubTag sub_tag) {
  static constexpr EnumWords<SubTag> words{"",         "contradicted", "mixed", "mixed, explained", "with dissent",
                                           "qualified"};
  return pick(words, sub_tag);
}

std::string_view word_for(Certainty certainty) {
  static constexpr EnumWords<Certainty> words{"none", "very low", "low", "moderate", "high"};
  return pick(words, certainty);
}

std::string_view word_for(Design design) {
  return words_of(design);
}

std::string_view word_for(Setting setting) {
  static constexpr EnumWords<Setting> words{"", "medical use", "recreational use", "medical and recreational use"};
  return pick(words, setting);
}

std::string_view word_for(Directness directness) {
  static constexpr EnumWords<Directness> words{"direct", "one minor mismatch", "indirect", "off target"};
  return pick(words, directness);
}

std::string_view word_for(Reported reported) {
  static constexpr EnumWords<Reported> words{"an increase",      "a decrease", "no difference",        "an upper bound",
                                             "a rate of events", "an event",   "that data are missing"};
  return pick(words, reported);
}

std::string_view word_for(ClaimKind kind) {
  static constexpr EnumWords<ClaimKind> words{"says that there is a benefit",
                                              "says that a harm occurs",
                                              "says that a harm does not occur",
                                              "says how frequent or grave a harm is",
                                              "compares two things",
                                              "states a number",
                                              "says how something works",
                                              "is about approval or law",
                                              "is an opinion"};
  return pick(words, kind);
}

std::string_view word_for(Strength strength) {
  static constexpr EnumWords<Strength> words{"none",
                                             "reported: has been seen",
                                             "associated: goes together with",
                                             "may: is possible",
                                             "causal: brings about",
                                             "absolute: always or never"};
  return pick(words, strength);
}

std::string_view word_for(QueryAim aim) {
  static constexpr EnumWords<QueryAim> words{"for the claim", "against the claim", "similar to the evidence",
                                             "citing the evidence", "republished"};
  return pick(words, aim);
}

std::string_view word_for(NoticeKind kind) {
  static constexpr EnumWords<NoticeKind> words{"Retracted",
                                               "Retraction of",
                                               "Retracted and republished",
                                               "Republished after retraction from",
                                               "Expression of concern",
                                               "Expression of concern for",
                                               "Erratum",
                                               "Erratum for",
                                               "Corrected and republished",
                                               "Corrected and republished from",
                                               "Updated",
                                               "Update of",
                                               "Comment in",
                                               "Comment on",
                                               "Republished in",
                                               "Republished from",
                                               "Original report in",
                                               "Reprint in",
                                               "Reprint of",
                                               "Summary for patients in",
                                               "",
                                               "Data set",
                                               "Associated publication",
                                               ""};
  return pick(words, kind);
}

bool is_warning(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::retraction_in:
    case NoticeKind::retracted_and_republished_in:
    case NoticeKind::expression_of_concern_in:
    case NoticeKind::erratum_in:
    case NoticeKind::corrected_and_republished_in:
    case NoticeKind::update_in:
      return true;
    default:
      return false;
  }
}

std::string describe_notice(const Notice& notice) {
  std::string text(word_for(notice.kind));
  if (text.empty()) return text;
  if (!notice.source.empty()) text += ": " + notice.source;
  if (notice.pmid != 0) text += fmt::format(" (PMID {})", notice.pmid);
  return text;
}

std::string_view word_for(CitedStanding standing) {
  constexpr std::array<std::string_view, 7> words{
      "Speaks for it",        "Speaks against it",     "Leaves it open",        "Says nothing on it",
      "No such record found", "Not enough to look up", "Could not be looked up"};
  static_assert(words.size() == EnumNames<CitedStanding>::values.size());
  return words[static_cast<std::size_t>(standing)];
}

std::string name_source(const CitedSource& source) {
  const std::string& named = source.label.empty() ? source.title : source.label;
  if (source.doi.empty() || named.find(source.doi) != std::string::npos) return named;
  return named + (named.empty() ? "doi:" : ", doi:") + source.doi;
}

std::string describe_cited(const CitedReading& reading) {
  std::string words = name_source(reading.source);
  if (reading.pmid != 0) words += fmt::format("{}PMID {}", words.empty() ? "" : ", ", reading.pmid);
  return fmt::format("{}: {}", words, reading.why);
}

std::string_view word_for(ReasonCode code) {
  static constexpr EnumWords<ReasonCode> words{"nothing found",
                                               "search incomplete",
                                               "not on exactly this",
                                               "weak evidence",
                                               "retracted",
                                               "expression of concern",
                                               "old review",
                                               "newer evidence against",
                                               "one source only",
                                               "too few data, says the source",
                                               "several papers, one study",
                                               "absence not shown",
                                               "no difference found",
                                               "too few people",
                                               "followed too briefly",
                                               "not looked for",
                                               "no exception allowed",
                                               "evidence against",
                                               "worded too strongly",
                                               "cause not shown",
                                               "animals or laboratory only",
                                               "scope left open",
                                               "another number",
                                               "relative change only",
                                               "compared with what?",
                                               "stand-in outcome",
                                               "holds for some only",
                                               "some evidence against",
                                               "both sides, explained",
                                               "concludes too much",
                                               "abstracts only",
                                               "context missing",
                                               "several claims in one sentence",
                                               "left unchecked by the author",
                                               "cannot be checked",
                                               "outside PubMed",
                                               "the tool failed",
                                               "decided by a person"};
  return pick(words, code);
}

ClaimMark mark_of(const Report& report) {
  if (!report.verdict) {
    return {"–", "Not checked", report.status == ClaimStatus::not_assessed ? "not assessed" : "could not check",
            "unchecked"};
  }
  std::string_view detail = word_for(report.verdict->sub_tag);
  switch (report.verdict->tag) {
    case Tag::supported:
      return {"✓", "Supported", detail, "supported"};
    case Tag::contested:
      return {"≷", "Contested", detail, "contested"};
    case Tag::unsupported:
      break;
  }
  if (detail.empty()) detail = describe_lack(*report.verdict);
  return {"✕", "Unsupported", detail, "unsupported"};
}

std::string describe_mark(const ClaimMark& mark) {
  const std::string words = fmt::format("{} {}", mark.icon, mark.word);
  return mark.detail.empty() ? words : fmt::format("{} · {}", words, mark.detail);
}

const std::vector<Reason>& reasons_of(const Report& report) {
  return report.verdict ? report.verdict->reasons : report.status_reasons;
}

std::string describe_certainty(Certainty certainty, int families) {
  if (certainty == Certainty::none) return "none";
  const auto count = static_cast<std::size_t>(std::max(families, 0));
  return fmt::format("{}, from {}", word_for(certainty), count_words(count, "study family", "study families"));
}

std::string count_words(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string capitalise(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() -= 'a' - 'A';
  return text;
}

std::string describe_found(const QueryRecord& query) {
  if (query.taken >= query.found) return fmt::format("{} found", query.found);
  return fmt::format("top {} of {} found", query.taken, query.found);
}

std::string describe_silent(const SilentCitation& citation) {
  std::string text = fmt::format("PMID {}", citation.pmid);
  if (citation.year > 0) text += fmt::format(", {}", citation.year);
  return text + fmt::format(", {}: {}", to_line(citation.title), to_line(citation.why));
}

std::string pubmed_address(Pmid pmid) {
  return fmt::format("https://pubmed.ncbi.nlm.nih.gov/{}/", pmid);
}

const std::string& journal_name(const Citation& citation) {
  return citation.journal.abbreviation.empty() ? citation.journal.title : citation.journal.abbreviation;
}

}  // namespace claimcheck
