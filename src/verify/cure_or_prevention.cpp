#include "verify/cure_or_prevention.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/one_of.h"
#include "verify/alike_words.h"
#include "verify/phrase_table.h"

namespace claimcheck {
namespace {

constexpr std::string_view kVaccine = "vaccine";

bool is_vaccine(const RecordView& record) {
  const auto& subjects = record.frame.subject.concepts;
  return std::any_of(subjects.begin(), subjects.end(),
                     [&](const std::string& id) { return record.vocabulary.is_kind_of(id, kVaccine); });
}

// "HPV-naive women", "negative at entry", "without infection": people who had none.
bool speaks_of_none(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 7> words{"negative",  "seronegative", "naive",      "uninfected",
                                                         "unexposed", "unaffected",   "susceptible"};
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                     [](const Token& token) { return is_one_of(words, token.norm); });
}

bool speaks_of_prior(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 7> words{"already",     "existing", "preexisting", "prevalent",
                                                         "established", "infected", "seropositive"};
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                     [](const Token& token) { return is_one_of(words, token.norm); });
}

}  // namespace

bool tells_cure(const RecordView& record, const Sentence& sentence) {
  if (!record.claim.ends) return true;
  if (has_phrase(sentence, "ending")) return true;
  if (record.claim.ends_wholly) return false;
  if (has_phrase(sentence, "severity") && !is_vaccine(record)) return true;
  return !is_vaccine(record) && !has_phrase(sentence, "coming_about");
}

bool names_own_people(const RecordView& record, const Sentence& sentence) {
  if (record.frame.kind != ClaimKind::benefit || record.frame.population.empty()) return true;
  return std::all_of(record.frame.unread.begin(), record.frame.unread.end(), [&](const std::string& stem) {
    return alike_words().names(sentence, stem) || alike_words().names(record.title, stem);
  });
}

bool is_on_siblings(const RecordView& record, const Sentence& sentence) {
  constexpr std::string_view patients = "_patients";
  const Vocabulary& vocabulary = record.vocabulary;
  bool sibling = false;
  for (const ConceptMention& mention : sentence.mentions) {
    const Concept& named = *mention.concept_ptr;
    if (named.kind != ConceptKind::population || !named.id.ends_with(patients)) continue;
    for (const std::string& claimed : record.frame.population.concepts) {
      if (!claimed.ends_with(patients)) continue;
      if (vocabulary.is_kind_of(named.id, claimed)) {
        // Of a family that the claim names beside its kind ("headache days in chronic migraine") each kind is one.
        const bool narrower = std::any_of(
            record.frame.population.concepts.begin(), record.frame.population.concepts.end(),
            [&](const std::string& other) { return other != claimed && vocabulary.is_kind_of(other, claimed); });
        if (!narrower) return false;
        continue;
      }
      const Concept* meaning = vocabulary.find(claimed);
      sibling =
          sibling || (meaning != nullptr && !vocabulary.is_kind_of(claimed, named.id) &&
                      std::any_of(meaning->broader.begin(), meaning->broader.end(), [&](const std::string& above) {
                        return above.ends_with(patients) &&
                               std::find(named.broader.begin(), named.broader.end(), above) != named.broader.end();
                      }));
    }
  }
  return sibling;
}

bool names_prior(const RecordView& record, const Sentence& sentence) {
  if (!record.claim.on_prior) return true;
  if (speaks_of_none(sentence)) return false;
  return speaks_of_prior(record.title) || speaks_of_prior(sentence);
}

}  // namespace claimcheck
