#include "verify/unnamed_outcome.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "text/one_of.h"
#include "verify/certainty.h"
#include "verify/concept_roots.h"
#include "verify/effect_barrier.h"
#include "verify/efficacy.h"

namespace claimcheck {
namespace {

bool is_of_noun_before(const Sentence& sentence, std::size_t at) {
  if (at == 0 || sentence.tokens[at - 1].kind != TokenKind::word || is_stop_word(sentence.tokens[at - 1].norm))
    return false;
  return std::none_of(sentence.cues.begin(), sentence.cues.end(),
                      [at](const Cue& cue) { return cue.first < at && at <= cue.last; });
}

}  // namespace

std::optional<SlotMatch> find_efficacy(const RecordView& record, const Sentence& sentence) {
  if (!record.is_for_outcome || !record.subject.matches(sentence)) return std::nullopt;
  const auto words = find_words_of_efficacy(sentence);
  if (!words) return std::nullopt;
  return SlotMatch{*words, record.vocabulary.find(kTreatmentResponse), MatchKind::efficacy};
}

std::optional<SlotMatch> find_end_point(const RecordView& record, const Sentence& sentence) {
  if (!record.primary || !record.subject.matches(sentence) || names_outcome(sentence, sentence.tokens.size()))
    return std::nullopt;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    if (sentence.tokens[i].norm == "difference")
      return SlotMatch{{i, i}, record.primary->meaning, record.primary->kind};
  }
  return std::nullopt;
}

std::optional<SlotMatch> find_incidence(const RecordView& record, const Sentence& sentence) {
  static constexpr std::array<std::string_view, 2> words{"incidence", "recurrence"};
  if (!record.is_for_outcome || !record.subject.matches(sentence) || names_outcome(sentence, sentence.tokens.size()))
    return std::nullopt;
  const std::vector<Token>& tokens = sentence.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    // "Incidence of falls", "hernia recurrence" may be of something that the vocabulary does not know.
    const bool of_what = (i + 1 < tokens.size() && tokens[i + 1].norm == "of") || is_of_noun_before(sentence, i);
    if (is_one_of(words, tokens[i].norm) && !of_what) {
      const std::vector<SlotMatch> titled = record.outcome.find(record.title, true);
      if (titled.empty()) return std::nullopt;
      return SlotMatch{{i + 1, i + 1}, titled.front().meaning, titled.front().kind};
    }
  }
  return std::nullopt;
}

std::optional<SlotMatch> find_symptoms(const RecordView& record, const Sentence& sentence) {
  if (!record.is_for_outcome || record.frame.valence != Valence::bad || is_about_harm(record.frame))
    return std::nullopt;
  if (!record.subject.matches(sentence) || names_outcome(sentence, sentence.tokens.size())) return std::nullopt;
  const auto symptom = std::find_if(sentence.tokens.begin(), sentence.tokens.end(), [](const Token& token) {
    return token.norm == "symptoms" || token.norm == "symptom";
  });
  const std::vector<SlotMatch> titled = record.outcome.find(record.title, true);
  if (symptom == sentence.tokens.end() || titled.empty() || titled.front().kind != MatchKind::exact)
    return std::nullopt;
  const auto at = static_cast<std::size_t>(symptom - sentence.tokens.begin());
  return SlotMatch{{at, at + 1}, titled.front().meaning, titled.front().kind};
}

}  // namespace claimcheck
