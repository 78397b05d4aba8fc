#include "verify/people_fit.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/core.h>

#include "text/one_of.h"
#include "verify/ages.h"
#include "verify/concept_roots.h"
#include "verify/match.h"
#include "verify/people.h"
#include "verify/phrase_table.h"

namespace claimcheck {
namespace {

constexpr std::string_view kPatients = "_patients";

enum class AgeFit { other, wider, same };  // the worst first

// Half of the studied years within the claimed ones are on the claim's people, a quarter or less are not.
constexpr double kMostly = 0.5;
constexpr double kHardly = 0.25;

AgeFit compare_ages(const AgeRange& studied, const AgeRange& claimed) {
  const double low = std::max(studied.low, claimed.low);
  const double high = std::min(studied.high, claimed.high);
  if (high < low) return AgeFit::other;
  const double shared = high - low;
  const double length = studied.high - studied.low;
  if (length <= 0 || shared >= kMostly * length) return AgeFit::same;
  if (shared <= kHardly * std::min(length, claimed.high - claimed.low)) return AgeFit::other;
  return AgeFit::wider;
}

// "Children and young adults" take in teenagers.
bool is_between(const std::vector<AgeRange>& studied, const AgeRange& claimed) {
  const auto younger = [&](const AgeRange& ages) { return ages.low < claimed.low && ages.high >= claimed.low; };
  const auto older = [&](const AgeRange& ages) { return ages.high > claimed.high && ages.low <= claimed.high; };
  return std::any_of(studied.begin(), studied.end(), younger) && std::any_of(studied.begin(), studied.end(), older);
}

std::optional<AgeFit> best_fit(const std::vector<AgeRange>& studied, const std::vector<AgeRange>& claimed) {
  std::optional<AgeFit> best;
  for (const AgeRange& ages : studied) {
    for (const AgeRange& claim : claimed) best = std::max(best.value_or(AgeFit::other), compare_ages(ages, claim));
  }
  const bool between = best == AgeFit::other && std::any_of(claimed.begin(), claimed.end(), [&](const AgeRange& claim) {
                         return is_between(studied, claim);
                       });
  if (between) return AgeFit::wider;
  return best;
}

std::vector<AgeRange> ages_in(std::span<const Token> tokens) {
  std::vector<AgeRange> ages;
  for (const AgeMention& mention : find_ages(tokens)) ages.push_back(mention.ages);
  return ages;
}

struct StudiedAges {
  std::vector<AgeRange> numbers;
  std::vector<AgeRange> words;
};

StudiedAges read_ages(const std::vector<const Sentence*>& own) {
  StudiedAges studied;
  for (const Sentence* sentence : own) {
    const std::vector<AgeRange> numbers = ages_in(sentence->tokens);
    studied.numbers.insert(studied.numbers.end(), numbers.begin(), numbers.end());
    for (const ConceptMention& mention : sentence->mentions) {
      if (mention.concept_ptr->ages) studied.words.push_back(*mention.concept_ptr->ages);
    }
  }
  return studied;
}

// "Child", "Aged": headings that PubMed gives every record for the ages that were studied.
std::vector<AgeRange> heading_ages(const Citation& citation, const Vocabulary& vocabulary) {
  std::vector<AgeRange> ages;
  for (const Concept& meaning : vocabulary.concepts()) {
    if (!meaning.ages) continue;
    const bool has = std::any_of(citation.mesh.begin(), citation.mesh.end(), [&](const MeshHeading& heading) {
      return std::find(meaning.mesh.begin(), meaning.mesh.end(), heading.name) != meaning.mesh.end();
    });
    if (has) ages.push_back(*meaning.ages);
  }
  return ages;
}

// A heading stands for any number of people of that age: only if all are the claim's was the study on them.
std::optional<AgeFit> fit_headings(const std::vector<AgeRange>& headings, const std::vector<AgeRange>& claimed) {
  const std::optional<AgeFit> best = best_fit(headings, claimed);
  if (best != AgeFit::same) return best;
  const bool all = std::all_of(headings.begin(), headings.end(),
                               [&](const AgeRange& ages) { return best_fit({ages}, claimed) == AgeFit::same; });
  return all ? AgeFit::same : AgeFit::wider;
}

std::optional<AgeFit> fit_ages(const std::vector<AgeRange>& claimed, const RecordText& record,
                               const Vocabulary& vocabulary) {
  const StudiedAges studied = read_ages(own_sentences(record));
  const std::optional<AgeFit> numbers = best_fit(studied.numbers, claimed);
  const std::optional<AgeFit> words = best_fit(studied.words, claimed);
  // "Children" of 14 to 17 are children to one reader and not to the other.
  if (numbers == AgeFit::other && words == AgeFit::same) return AgeFit::wider;
  if (numbers) return numbers;
  return words ? words : fit_headings(heading_ages(record.citation, vocabulary), claimed);
}

// The people that a slot names, by how they are looked for.
struct ClaimedPeople {
  std::vector<AgeRange> ages;
  std::vector<std::string> told_apart;  ///< each has to be found
  std::vector<std::string> any;         ///< one is enough: diseases and the like
};

bool is_outcome_disease(const ClaimFrame& frame, std::string_view id) {
  if (!id.ends_with(kPatients)) return false;
  const std::string disease(id.substr(0, id.size() - kPatients.size()));
  const std::vector<std::string>& outcomes = frame.outcome.concepts;
  return std::find(outcomes.begin(), outcomes.end(), disease) != outcomes.end();
}

bool is_told_apart(std::string_view id, const Vocabulary& vocabulary) {
  return std::any_of(vocabulary.concepts().begin(), vocabulary.concepts().end(), [&](const Concept& other) {
    return !other.apart.empty() && (vocabulary.is_kind_of(id, other.id) || vocabulary.are_apart(id, other.id));
  });
}

ClaimedPeople read_claimed(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  ClaimedPeople people;
  people.ages = ages_in(tokenize(frame.population.text));
  // A person may have set the slot to "over 65" alone.
  if (people.ages.empty() && frame.population.concepts.empty()) {
    people.ages = ages_in(tokenize("aged " + frame.population.text));
  }
  const bool in_numbers = !people.ages.empty();
  std::vector<std::string> outcomes;
  for (const std::string& id : frame.population.concepts) {
    const Concept* meaning = vocabulary.find(id);
    if (meaning != nullptr && meaning->ages) {
      if (!in_numbers) people.ages.push_back(*meaning->ages);
    } else if (is_outcome_disease(frame, id)) {
      outcomes.push_back(id);
    } else {
      (is_told_apart(id, vocabulary) ? people.told_apart : people.any).push_back(id);
    }
  }
  if (people.ages.empty() && people.told_apart.empty() && people.any.empty()) people.any = std::move(outcomes);
  return people;
}

SlotFit silent_on(std::string_view words) {
  // Trials that say nothing of pregnancy did not take pregnant women.
  const bool always_named = claim_words().contains(tokenize(words), "always_named");
  return {always_named ? Fit::other : Fit::silent, fmt::format("the abstract does not name \"{}\"", words)};
}

SlotFit fit_told_apart(const std::string& id, const RecordText& record, const Vocabulary& vocabulary) {
  const Concept* other = nullptr;
  for (const Sentence* sentence : own_sentences(record)) {
    for (const ConceptMention& mention : sentence->mentions) {
      if (vocabulary.is_kind_of(mention.concept_ptr->id, id)) return {};
      if (other == nullptr && vocabulary.are_apart(mention.concept_ptr->id, id)) other = mention.concept_ptr;
    }
  }
  const std::string& name = vocabulary.find(id)->terms.front();
  if (other != nullptr) return {Fit::other, fmt::format("the study is on {}, not on {}", other->terms.front(), name)};
  return silent_on(name);
}

bool is_kin(std::string_view a, std::string_view b, const Vocabulary& vocabulary) {
  return vocabulary.is_kind_of(a, b) || vocabulary.is_kind_of(b, a);
}

// "in bipolar depression", "patients with X", "X patients".
bool is_studied_in(const Sentence& title, const ConceptMention& mention) {
  static constexpr std::array<std::string_view, 3> links{"in", "among", "with"};
  if (describes_people(title, {mention.first, mention.last})) return true;
  for (std::size_t back = 1; back <= 3 && back <= mention.first; ++back) {
    if (is_one_of(links, title.tokens[mention.first - back].norm)) return true;
  }
  return false;
}

// Patients in the title that are neither the claim's nor those who have its outcome.
const Concept* find_other_patients(const ClaimFrame& frame, const ClaimedPeople& people, const Sentence& title,
                                   const Vocabulary& vocabulary) {
  const auto is_of_claim = [&](std::string_view id) {
    const std::string_view disease = id.substr(0, id.size() - kPatients.size());
    return std::any_of(people.any.begin(), people.any.end(),
                       [&](const std::string& claimed) { return is_kin(id, claimed, vocabulary); }) ||
           std::any_of(frame.outcome.concepts.begin(), frame.outcome.concepts.end(),
                       [&](const std::string& outcome) { return is_kin(disease, outcome, vocabulary); });
  };
  for (const ConceptMention& mention : title.mentions) {
    const Concept& meaning = *mention.concept_ptr;
    const bool patients = meaning.kind == ConceptKind::population && meaning.id.ends_with(kPatients);
    if (patients && !is_of_claim(meaning.id) && is_studied_in(title, mention)) return &meaning;
  }
  return nullptr;
}

// "Without psychosis", "patients with psychosis were excluded", "we searched for psychosis".
bool is_left_out(const Sentence& sentence, std::size_t first) {
  constexpr std::size_t reach = 4;
  static constexpr std::array<std::string_view, 7> denials{"without", "no", "non", "not", "except", "excluding", "nor"};
  static constexpr std::array<std::string_view, 5> stems{"exclud", "search", "exclus", "databas", "keyword"};
  for (std::size_t back = 1; back <= reach && back <= first; ++back) {
    const std::string& norm = sentence.tokens[first - back].norm;
    if (is_one_of(denials, norm)) return back == first || sentence.tokens[first - back - 1].norm != "or";
  }
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                     [](const Token& token) { return is_one_of(stems, token.stem); });
}

bool are_studied(const SlotMatcher& people, const RecordText& record) {
  const std::vector<const Sentence*> own = own_sentences(record);
  return std::any_of(own.begin(), own.end(), [&](const Sentence* sentence) {
    const std::vector<SlotMatch> named = people.find(*sentence);
    return std::any_of(named.begin(), named.end(),
                       [&](const SlotMatch& match) { return !is_left_out(*sentence, match.tokens.first); });
  });
}

SlotFit fit_any(const ClaimFrame& frame, const ClaimedPeople& people, const RecordText& record,
                const Vocabulary& vocabulary) {
  Slot slot;
  slot.concepts = people.any;
  if (are_studied(SlotMatcher(slot, vocabulary), record)) return {};
  const bool diseases =
      std::all_of(people.any.begin(), people.any.end(), [](const std::string& id) { return id.ends_with(kPatients); });
  const Concept* other = diseases ? find_other_patients(frame, people, record.title, vocabulary) : nullptr;
  const std::string& name = vocabulary.find(people.any.front())->terms.front();
  if (other == nullptr) return silent_on(name);
  return {Fit::other, fmt::format("the study is on people with {}, not with {}", other->terms.front(), name)};
}

// The claim's own words for an age: "over 65", or "children".
std::string name_ages(const Slot& population, const Vocabulary& vocabulary) {
  const std::vector<Token> tokens = tokenize(population.text);
  const std::vector<AgeMention> ages = find_ages(tokens);
  if (!ages.empty()) {
    const Span span{tokens[ages.front().tokens.first].span.begin, tokens[ages.front().tokens.last - 1].span.end};
    return std::string(slice(population.text, span));
  }
  for (const std::string& id : population.concepts) {
    const Concept* meaning = vocabulary.find(id);
    if (meaning != nullptr && meaning->ages) return meaning->terms.front();
  }
  return population.text;
}

bool is_any_adult(const AgeRange& ages) {
  constexpr double of_age = 18;
  constexpr double oldest = 99;
  return ages.low <= of_age && ages.high >= oldest;
}

SlotFit fit_claimed_ages(const ClaimFrame& frame, const ClaimedPeople& people, const RecordText& record,
                         const Vocabulary& vocabulary) {
  const std::optional<AgeFit> fit = fit_ages(people.ages, record, vocabulary);
  const std::string words = name_ages(frame.population, vocabulary);
  // Most studies that name no age were done in adults, and children are named.
  if (!fit && std::all_of(people.ages.begin(), people.ages.end(), is_any_adult)) return {};
  if (!fit) return {Fit::silent, fmt::format("the abstract gives no age; the claim is on \"{}\"", words)};
  if (*fit == AgeFit::other) return {Fit::other, fmt::format("the study is on another age than \"{}\"", words)};
  if (*fit == AgeFit::wider) return {Fit::silent, fmt::format("the study is on more ages than \"{}\"", words)};
  return {};
}

}  // namespace

SlotFit fit_people(const ClaimFrame& frame, const RecordText& record, const Vocabulary& vocabulary) {
  ClaimedPeople people = read_claimed(frame, vocabulary);
  // Whoever has pre-eclampsia is pregnant.
  const auto& outcomes = frame.outcome.concepts;
  const bool of_pregnancy = std::any_of(outcomes.begin(), outcomes.end(), [&](const std::string& id) {
    return id != kPregnancyHarms && vocabulary.is_kind_of(id, kPregnancyHarms);
  });
  const bool told = of_pregnancy && std::erase(people.told_apart, kPregnantWomen) > 0;
  if (told && people.ages.empty() && people.told_apart.empty() && people.any.empty()) return {};
  std::vector<SlotFit> fits;
  if (!people.ages.empty()) fits.push_back(fit_claimed_ages(frame, people, record, vocabulary));
  for (const std::string& id : people.told_apart) fits.push_back(fit_told_apart(id, record, vocabulary));
  if (!people.any.empty()) fits.push_back(fit_any(frame, people, record, vocabulary));
  if (fits.empty()) {
    const SlotMatcher words(frame.population, vocabulary);
    const bool named = words.empty() || words.touches(record.title, record.sentences);
    return named ? SlotFit{} : silent_on(frame.population.text);
  }
  return *std::max_element(fits.begin(), fits.end(), [](const SlotFit& a, const SlotFit& b) { return a.fit < b.fit; });
}

}  // namespace claimcheck
