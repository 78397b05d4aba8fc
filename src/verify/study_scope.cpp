#include "verify/study_scope.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>

#include "text/numbers.h"
#include "verify/concept_roots.h"

namespace claimcheck {
namespace {

constexpr double kLongTermDays = 365;
constexpr double kLongestFollowUp = 100 * 365.0;  // no study watches longer: a year of the calendar, misread

bool tells_scope(const Sentence& sentence) {
  return sentence.role == SectionRole::methods || sentence.role == SectionRole::objective;
}

struct ScopeSets {
  std::set<std::string> populations;
  std::set<std::string> routes;
  std::set<std::string> doses;
  std::set<std::string> courses;
};

void collect(const Sentence& sentence, const Vocabulary& vocabulary, ScopeSets& sets) {
  for (const ConceptMention& mention : sentence.mentions) {
    const Concept& meaning = *mention.concept_ptr;
    if (meaning.from_mesh) continue;
    const auto is = [&](std::string_view root) { return vocabulary.is_kind_of(meaning.id, root); };
    if (meaning.kind == ConceptKind::population && !is(kAdults) && !is(kGeneralPopulation)) {
      sets.populations.insert(meaning.id);
    } else if (meaning.kind == ConceptKind::route) {
      sets.routes.insert(meaning.id);
    } else if (meaning.kind == ConceptKind::setting && (is(kLowDose) || is(kHighDose))) {
      sets.doses.insert(meaning.id);
    } else if (meaning.kind == ConceptKind::duration && (is(kSingleDose) || is(kRepeatedDoses) || is(kMaintenance))) {
      sets.courses.insert(meaning.id);
    }
  }
}

// The sentence, or the words right before the number, speak of watching or treating for a time.
bool tells_follow_up(const Sentence& sentence, const NumberMention& number) {
  static constexpr std::array<std::string_view, 6> watching{"follow-up", "followed", "followup",
                                                            "follow",    "observed", "monitored"};
  static constexpr std::array<std::string_view, 6> before{"over", "after", "through", "during", "throughout", "at"};
  static constexpr std::size_t reach = 3;
  std::size_t at = 0;
  bool watches = false;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    if (token.span.begin < number.span.begin) at = i + 1;
    watches = watches || std::find(watching.begin(), watching.end(), token.norm) != watching.end();
  }
  if (watches) return true;
  for (std::size_t i = at >= reach ? at - reach : 0; i < at; ++i) {
    if (std::find(before.begin(), before.end(), sentence.tokens[i].norm) != before.end()) return true;
  }
  return false;
}

double longest_time(const Sentence& sentence) {
  double longest = 0;
  for (const NumberMention& number : sentence.numbers) {
    if (number.kind != NumberKind::duration) continue;
    const double days = days_in(number.unit) * number.high.value_or(number.value);
    if (days > longest && days <= kLongestFollowUp && tells_follow_up(sentence, number)) longest = days;
  }
  return longest;
}

std::optional<int> whole_days(double days) {
  if (days < 1) return std::nullopt;
  return static_cast<int>(std::lround(days));
}

}  // namespace

double days_in(std::string_view unit) {
  static constexpr std::array<std::pair<std::string_view, double>, 6> units{
      {{"minute", 1.0 / 1440}, {"hour", 1.0 / 24}, {"day", 1}, {"week", 7}, {"month", 30}, {"year", 365}}};
  const auto found =
      std::find_if(units.begin(), units.end(), [unit](const auto& entry) { return entry.first == unit; });
  return found != units.end() ? found->second : 0;
}

StudyScope read_scope(const Sentence& title, std::span<const Sentence> sentences, const Vocabulary& vocabulary) {
  ScopeSets sets;
  collect(title, vocabulary, sets);
  const bool has_methods = std::any_of(sentences.begin(), sentences.end(), tells_scope);
  double follow_up = longest_time(title);
  for (const Sentence& sentence : sentences) {
    if (!has_methods || tells_scope(sentence)) collect(sentence, vocabulary, sets);
    if (sentence.role != SectionRole::background) follow_up = std::max(follow_up, longest_time(sentence));
  }
  const auto list = [](const std::set<std::string>& ids) { return std::vector<std::string>(ids.begin(), ids.end()); };
  return {list(sets.populations), list(sets.routes), list(sets.doses), list(sets.courses), whole_days(follow_up)};
}

std::optional<int> claimed_horizon(const ClaimFrame& frame) {
  double days = frame.long_term ? kLongTermDays : 0;
  for (const NumberMention& number : find_numbers(frame.duration.text)) {
    if (number.kind == NumberKind::duration) {
      days = std::max(days, days_in(number.unit) * number.high.value_or(number.value));
    }
  }
  return whole_days(days);
}

}  // namespace claimcheck
