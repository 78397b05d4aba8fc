#include "verify/titled_case.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "text/one_of.h"
#include "verify/concept_roots.h"

namespace claimcheck {
namespace {

bool has_token(const Sentence& sentence, std::size_t first, std::size_t last, const auto& words) {
  return std::any_of(sentence.tokens.begin() + static_cast<std::ptrdiff_t>(first),
                     sentence.tokens.begin() + static_cast<std::ptrdiff_t>(last),
                     [&](const Token& token) { return is_one_of(words, token.norm); });
}

// "Recovery from X with Y", "X reversed by Y": the treatment is the remedy.
bool tells_remedy(const Sentence& title) {
  static constexpr std::array<std::string_view, 14> words{
      "treated",  "treating", "resolved", "resolution", "recovery",  "recovered", "managed",
      "reversal", "reversed", "rescue",   "response",   "remission", "prevented", "prevention"};
  return has_token(title, 0, title.tokens.size(), words) || has_cue(title, CueKind::negation) ||
         has_cue(title, CueKind::decrease) || has_cue(title, CueKind::improve) || has_cue(title, CueKind::null_result);
}

// "Y-induced X", "Y causing X", "Y-associated severe X".
bool is_caused_behind(const Sentence& title, const TokenRange& subject, const TokenRange& outcome) {
  constexpr std::size_t reach = 7;
  static constexpr std::array<std::string_view, 17> words{
      "induced",   "associated",  "related",  "caused",     "causing",      "causes",
      "triggered", "triggering",  "provoked", "provoking",  "precipitated", "precipitating",
      "mediated",  "complicated", "leading",  "presenting", "producing"};
  return subject.last < outcome.first && outcome.first - subject.last <= reach &&
         has_token(title, subject.last, outcome.first, words);
}

// "X after Y", "X induced by Y".
bool is_caused_ahead(const Sentence& title, const TokenRange& subject, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 13> words{
      "after",     "following",  "induced", "due",       "associated",   "caused",  "related",
      "secondary", "attributed", "from",    "triggered", "precipitated", "provoked"};
  return outcome.last <= subject.first && has_token(title, outcome.last, subject.first, words);
}

// "X in a woman taking Y", "X in the second week of Y", "X in users of Y".
bool is_met_under(const Sentence& title, const TokenRange& subject, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 29> words{
      "took",  "taking", "receiving", "during", "on",    "with",    "added",   "started",  "using",    "given",
      "taken", "fed",    "ingested",  "users",  "user",  "week",    "weeks",   "month",    "months",   "day",
      "days",  "hours",  "course",    "dose",   "doses", "session", "exposed", "exposure", "ingestion"};
  return outcome.last <= subject.first && has_token(title, outcome.last, subject.first, words);
}

// "Y and X: two cases": both are what the report is on.
bool is_joined_in_cases(const Sentence& title, const TokenRange& subject, const TokenRange& outcome) {
  constexpr std::size_t reach = 3;
  static constexpr std::array<std::string_view, 4> cases{"case", "cases", "report", "reports"};
  const auto [first, second] =
      std::minmax(subject, outcome, [](const auto& a, const auto& b) { return a.first < b.first; });
  if (second.first < first.last || second.first - first.last > reach) return false;
  // "A case of Y dependence".
  const bool compound = subject.last == outcome.first && has_token(title, 0, subject.first, cases);
  if (compound) return true;
  const bool joined = has_token(title, first.last, second.first, std::array<std::string_view, 1>{"and"});
  return joined && has_token(title, second.last, title.tokens.size(), cases);
}

bool is_compound(const Sentence& /*title*/, const TokenRange& subject, const TokenRange& outcome) {
  return subject.last == outcome.first;
}

bool is_any(const RecordView& record, const SlotMatch& outcome, const auto&... rules) {
  const std::vector<SlotMatch> subjects = record.subject.find(record.title);
  return std::any_of(subjects.begin(), subjects.end(), [&](const SlotMatch& subject) {
    return (rules(record.title, subject.tokens, outcome.tokens) || ...);
  });
}

}  // namespace

const Sentence* find_case_sentence(const RecordView& record) {
  const Sentence* first = nullptr;
  for (const Sentence& sentence : record.sentences) {
    // In a case report what was done and found is told as one story, which reads like methods.
    if (!is_evidence_role(sentence.role) && sentence.role != SectionRole::methods) continue;
    if (record.subject.matches(sentence)) return &sentence;
    if (first == nullptr) first = &sentence;
  }
  return first;
}

bool titles_case(const RecordView& record, const SlotMatch& outcome) {
  const std::vector<Token>& tokens = record.title.tokens;
  const bool asks = !tokens.empty() && tokens.back().norm == "?";
  if (asks || tells_remedy(record.title)) return false;
  // "Y sepsis in a child": the treatment's name stands before the harm as its cause.
  const bool grave = outcome.meaning != nullptr && record.vocabulary.is_kind_of(outcome.meaning->id, kSeriousHarm);
  if (grave && is_any(record, outcome, is_compound)) return true;
  return is_any(record, outcome, is_caused_behind, is_caused_ahead, is_met_under, is_joined_in_cases);
}

bool is_blamed_in_title(const RecordView& record, const SlotMatch& outcome) {
  return !tells_remedy(record.title) && is_any(record, outcome, is_caused_behind, is_caused_ahead);
}

}  // namespace claimcheck
