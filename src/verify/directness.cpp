#include "verify/directness.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "text/numbers.h"
#include "verify/concept_roots.h"
#include "verify/match.h"

namespace claimcheck {
namespace {

struct RecordText {
  const Sentence& title;
  const std::vector<Sentence>& sentences;
};

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

// The mismatch of a slot that the claim closes with a concept and that the record names nowhere.
std::optional<SlotMismatch> find_mismatch(const char* name, const Slot& slot, const RecordText& record,
                                          const Vocabulary& vocabulary) {
  const SlotMatcher matcher(slot, vocabulary);
  if (matcher.empty() || matcher.is_raw() || matcher.touches(record.title, record.sentences)) return std::nullopt;
  return SlotMismatch{name, "the abstract does not name \"" + slot.text + "\""};
}

double days_in(std::string_view unit) {
  static constexpr std::array<std::pair<std::string_view, double>, 6> units{
      {{"minute", 1.0 / 1440}, {"hour", 1.0 / 24}, {"day", 1}, {"week", 7}, {"month", 30}, {"year", 365}}};
  const auto found =
      std::find_if(units.begin(), units.end(), [unit](const auto& entry) { return entry.first == unit; });
  return found != units.end() ? found->second : 0;
}

// "Temporary" is what was seen within a week, "long-term" what was seen over a year or more, however worded.
bool gives_time(const Slot& duration, const RecordText& record, const Vocabulary& vocabulary) {
  constexpr double week = 7;
  constexpr double year = 365;
  const auto claims = [&](std::string_view id) {
    return std::any_of(duration.concepts.begin(), duration.concepts.end(),
                       [&](const std::string& named) { return vocabulary.is_kind_of(named, id); });
  };
  const bool brief = claims(kShortTerm);
  if (!brief && !claims(kLongTerm)) return false;
  const auto gives = [&](const Sentence& sentence) {
    return std::any_of(sentence.numbers.begin(), sentence.numbers.end(), [&](const NumberMention& number) {
      if (number.kind != NumberKind::duration) return false;
      const double days = days_in(number.unit) * number.value;
      return brief ? days > 0 && days <= week : days >= year;
    });
  };
  return std::any_of(record.sentences.begin(), record.sentences.end(), gives);
}

// Two thirds of the words that the frame could not take up (both of two), each anywhere in the record.
bool names_unread_words(const ClaimFrame& frame, const Sentence& title, const std::vector<Sentence>& sentences) {
  const double share = frame.unread.size() <= 2 ? 1.0 : 2.0 / 3;
  const auto has_stem = [](const Sentence& sentence, const std::string& stem) {
    return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                       [&](const Token& token) { return token.stem == stem; });
  };
  const auto named = std::count_if(frame.unread.begin(), frame.unread.end(), [&](const std::string& stem) {
    return has_stem(title, stem) || std::any_of(sentences.begin(), sentences.end(),
                                                [&](const Sentence& sentence) { return has_stem(sentence, stem); });
  });
  return static_cast<double>(named) >= share * static_cast<double>(frame.unread.size());
}

bool lacks(const std::vector<SlotMismatch>& mismatches, std::string_view slot) {
  return std::any_of(mismatches.begin(), mismatches.end(),
                     [slot](const SlotMismatch& mismatch) { return mismatch.slot == slot; });
}

}  // namespace

DirectnessReading read_directness(const ClaimFrame& frame, const Study& study, const Sentence& title,
                                  const std::vector<Sentence>& sentences, const Vocabulary& vocabulary) {
  DirectnessReading reading;
  const bool other_species = study.design == Design::animal || study.design == Design::in_vitro;
  if (other_species) reading.mismatches.push_back({"species", "not a study in people"});
  const bool other_setting = is_other_setting(claimed_setting(frame, vocabulary), study.setting);
  if (other_setting) {
    reading.mismatches.push_back({"setting", "the study is on " + std::string(to_string(study.setting)) + " use"});
  }
  const std::array<std::pair<const char*, const Slot*>, 4> closed{{{"population", &frame.population},
                                                                   {"route", &frame.route},
                                                                   {"duration", &frame.duration},
                                                                   {"comparator", &frame.comparator}}};
  for (const auto& [name, slot] : closed) {
    if (slot == &frame.duration && gives_time(*slot, {title, sentences}, vocabulary)) continue;
    if (auto mismatch = find_mismatch(name, *slot, {title, sentences}, vocabulary)) {
      reading.mismatches.push_back(std::move(*mismatch));
    }
  }
  const bool names_wording = names_unread_words(frame, title, sentences);
  // A comparison with one thing says nothing of another.
  const bool compares_other = frame.kind == ClaimKind::comparative && lacks(reading.mismatches, "comparator");
  reading.can_support = names_wording && !compares_other;
  if (!names_wording) reading.mismatches.push_back({"wording", "the abstract does not use the claim's own words"});
  if (other_species || other_setting || reading.mismatches.size() >= 2) {
    reading.directness = Directness::far;
  } else if (reading.mismatches.size() == 1) {
    reading.directness = Directness::minor;
  }
  return reading;
}

}  // namespace claimcheck
