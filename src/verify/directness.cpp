#include "verify/directness.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "verify/alike_words.h"
#include "verify/concept_roots.h"
#include "verify/frame_slots.h"
#include "verify/match.h"
#include "verify/people_fit.h"
#include "verify/regimen_fit.h"

namespace claimcheck {
namespace {

Setting claimed_setting(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  for (const std::string& id : frame.setting.concepts) {
    if (vocabulary.is_kind_of(id, kMedicalUse)) return Setting::medical;
    if (vocabulary.is_kind_of(id, kRecreationalUse)) return Setting::recreational;
  }
  return Setting::unspecified;
}

// Therapy against abuse, or abuse against therapy: far, whatever else fits.
bool is_other_setting(Setting claimed, Setting studied) {
  return (claimed == Setting::medical && studied == Setting::recreational) ||
         (claimed == Setting::recreational && studied == Setting::medical);
}

SlotFit silent_on(const Slot& slot) {
  return {Fit::silent, "the abstract does not name \"" + slot.text + "\""};
}

// "In the emergency department", "at home". Medical and recreational use as such are read from the study as a whole.
SlotFit fit_setting(const ClaimFrame& frame, const RecordText& record, const Vocabulary& vocabulary) {
  Slot places = frame.setting;
  std::erase_if(places.concepts, [&](const std::string& id) { return id == kMedicalUse || id == kRecreationalUse; });
  if (places.concepts.empty()) return {};
  if (SlotMatcher(places, vocabulary).touches(record.title, record.sentences)) return {};
  for (const Sentence* sentence : own_sentences(record)) {
    for (const ConceptMention& mention : sentence->mentions) {
      const bool apart = std::any_of(places.concepts.begin(), places.concepts.end(), [&](const std::string& id) {
        return vocabulary.are_apart(id, mention.concept_ptr->id);
      });
      if (!apart) continue;
      return {Fit::other, "the study is on \"" + std::string(slice(sentence->text, mention.span)) + "\", not on \"" +
                              frame.setting.text + "\""};
    }
  }
  return silent_on(frame.setting);
}

// What a sentence with results compares the subject with, if not with the claim's comparator.
std::string find_other_comparator(const SlotMatcher& subject, const std::vector<std::string>& claimed,
                                  const RecordText& record, const Vocabulary& vocabulary) {
  for (const Sentence& sentence : record.sentences) {
    if (!is_evidence_role(sentence.role) || !has_cue(sentence, CueKind::comparison)) continue;
    for (const ConceptMention& mention : sentence.mentions) {
      const Concept& meaning = *mention.concept_ptr;
      const bool treatment = meaning.kind == ConceptKind::intervention && !meaning.from_mesh;
      // "Drug treatment" may be the claim's antidepressants.
      const bool wider = std::any_of(claimed.begin(), claimed.end(),
                                     [&](const std::string& id) { return vocabulary.is_kind_of(id, meaning.id); });
      if (treatment && !wider && !subject.includes(meaning) && !subject.is_short_for(meaning)) {
        return std::string(slice(sentence.text, mention.span));
      }
    }
  }
  return {};
}

SlotFit fit_comparator(const ClaimFrame& frame, const Study& study, const RecordText& record,
                       const Vocabulary& vocabulary) {
  const SlotMatcher comparator(frame.comparator, vocabulary);
  if (comparator.empty()) return {};
  const std::vector<const Sentence*> own = own_sentences(record);
  if (std::any_of(own.begin(), own.end(), [&](const Sentence* sentence) { return comparator.matches(*sentence); })) {
    return {};
  }
  // What only stands beside the claim ("unlike other drugs") nobody needs to have compared.
  const bool control = is_control(frame.comparator, vocabulary);
  if (frame.kind != ClaimKind::comparative && !control) return silent_on(frame.comparator);
  const std::string other =
      find_other_comparator(SlotMatcher(frame.subject, vocabulary), frame.comparator.concepts, record, vocabulary);
  // A trial, or a review of trials, that compares with nothing else.
  if (control && other.empty() && study.randomised_evidence) return {};
  if (other.empty()) return silent_on(frame.comparator);
  return {Fit::other, "the study compares with " + other + ", not with \"" + frame.comparator.text + "\""};
}

// Two thirds of the words that the frame could not take up (both of two), each anywhere in what the record tells of
// itself, in that word or one that means the same.
bool names_unread_words(const ClaimFrame& frame, const RecordText& record) {
  const double share = frame.unread.size() <= 2 ? 1.0 : 2.0 / 3;
  const std::vector<const Sentence*> own = own_sentences(record);
  const auto named = std::count_if(frame.unread.begin(), frame.unread.end(), [&](const std::string& stem) {
    return alike_words().names(record.title, stem) ||
           std::any_of(own.begin(), own.end(),
                       [&](const Sentence* sentence) { return alike_words().names(*sentence, stem); });
  });
  return static_cast<double>(named) >= share * static_cast<double>(frame.unread.size());
}

// The one treatment of a class that the record names; nullptr where it names none, several, or the
// class itself.
const Concept* find_only_member(const std::string& of, const RecordText& record, const Vocabulary& vocabulary) {
  const Concept* only = nullptr;
  for (const Sentence* sentence : own_sentences(record)) {
    for (const ConceptMention& mention : sentence->mentions) {
      const Concept& named = *mention.concept_ptr;
      if (!vocabulary.is_kind_of(named.id, of)) continue;
      const bool kin =
          only == nullptr || vocabulary.is_kind_of(named.id, only->id) || vocabulary.is_kind_of(only->id, named.id);
      if (named.id == of || !kin) return nullptr;
      only = &named;
    }
  }
  return only;
}

// A claim on a class of treatments, and a study of one of them: it says nothing of the others.
SlotFit fit_class(const ClaimFrame& frame, const RecordText& record, const Vocabulary& vocabulary) {
  constexpr std::size_t fewest = 5;  // kinds that make a class; fewer are forms of one treatment
  // What one of them does refutes that none of them does.
  if (frame.subject.concepts.size() != 1 || frame.kind == ClaimKind::harm_absent) return {};
  const std::string& claimed = frame.subject.concepts.front();
  const Concept* meaning = vocabulary.find(claimed);
  if (meaning == nullptr || meaning->kind != ConceptKind::intervention) return {};
  if (vocabulary.with_narrower(claimed).size() < fewest) return {};
  const Concept* only = find_only_member(claimed, record, vocabulary);
  if (only == nullptr) return {};
  return {Fit::silent, "the study is on " + only->terms.front() + " alone, one of what the claim names"};
}

struct ClosedSlot {
  const char* name;
  Slot ClaimFrame::*slot;
  SlotFit (*fit)(const ClaimFrame&, const RecordText&, const Vocabulary&);
};
constexpr std::array<ClosedSlot, 5> kClosedSlots{{{"population", &ClaimFrame::population, fit_people},
                                                  {"route", &ClaimFrame::route, fit_route},
                                                  {"dose", &ClaimFrame::dose, fit_dose},
                                                  {"duration", &ClaimFrame::duration, fit_duration},
                                                  {"setting", &ClaimFrame::setting, fit_setting}}};

bool lacks(const std::vector<SlotMismatch>& mismatches, std::string_view slot) {
  return std::any_of(mismatches.begin(), mismatches.end(),
                     [slot](const SlotMismatch& mismatch) { return mismatch.slot == slot; });
}

}  // namespace

DirectnessReading read_directness(const ClaimFrame& frame, const Study& study, const RecordText& record,
                                  const Vocabulary& vocabulary) {
  DirectnessReading reading;
  const bool other_species = study.design == Design::animal || study.design == Design::in_vitro;
  if (other_species) reading.mismatches.push_back({"species", "not a study in people"});
  const bool other_setting = is_other_setting(claimed_setting(frame, vocabulary), study.setting);
  if (other_setting) {
    reading.mismatches.push_back({"setting", "the study is on " + std::string(to_string(study.setting)) + " use"});
  }
  const auto note = [&](const char* slot, SlotFit&& fit) {
    reading.in_scope = reading.in_scope && fit.fit != Fit::other;
    if (fit.fit != Fit::same) reading.mismatches.push_back({slot, std::move(fit.why)});
  };
  for (const ClosedSlot& closed : kClosedSlots) {
    if (!(frame.*closed.slot).empty()) note(closed.name, closed.fit(frame, record, vocabulary));
  }
  if (!frame.comparator.empty()) note("comparator", fit_comparator(frame, study, record, vocabulary));
  if (SlotFit fit = fit_class(frame, record, vocabulary); fit.fit != Fit::same)
    reading.mismatches.push_back({"intervention", std::move(fit.why)});
  const bool names_wording = names_unread_words(frame, record);
  // A comparison with one thing says nothing of another.
  const bool compares = frame.kind == ClaimKind::comparative || is_control(frame.comparator, vocabulary);
  const bool compares_other = compares && lacks(reading.mismatches, "comparator");
  reading.can_support = names_wording && !compares_other && reading.in_scope;
  if (!names_wording) reading.mismatches.push_back({"wording", "the abstract does not use the claim's own words"});
  if (other_species || other_setting || !reading.in_scope || reading.mismatches.size() >= 2) {
    reading.directness = Directness::far;
  } else if (reading.mismatches.size() == 1) {
    reading.directness = Directness::minor;
  }
  return reading;
}

}  // namespace claimcheck
