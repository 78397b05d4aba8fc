#include "verify/choose_passage.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "text/abbreviations.h"
#include "text/tokens.h"
#include "text/word_set.h"

namespace claimcheck {
namespace {

/// Up to so many sentences are read as one passage: what the first leaves out the next may tell.
constexpr std::size_t kPassage = 4;
constexpr std::size_t kLongestPassage = 4000;  // bytes

/// Words that many outcomes share.
bool is_common(const std::string& stem) {
  static const WordSet words{"score",    "rate",     "level", "number",    "incid",   "mean",    "total",
                             "time",     "chang",    "week",  "month",     "day",     "year",    "baselin",
                             "measur",   "scale",    "index", "percentag", "proport", "patient", "particip",
                             "concentr", "frequenc", "valu",  "visit",     "period",  "post"};
  return words.contains(stem) || (stem.front() >= '0' && stem.front() <= '9');
}

double weight_of(const std::string& stem) {
  return is_common(stem) ? 0.25 : 1;
}

/// The short forms that the abstract defines for words of the outcome, with the stems of what they stand for.
std::unordered_map<std::string, Stems> short_forms(const Citation& citation, const Stems& outcome) {
  std::unordered_map<std::string, Stems> forms;
  for (const AbstractSection& section : citation.abstract) {
    for (const Abbreviation& abbreviation : find_abbreviations(section.text)) {
      Stems meaning = content_stems(abbreviation.long_form);
      const bool of_outcome = std::any_of(meaning.begin(), meaning.end(),
                                          [&outcome](const std::string& stem) { return outcome.contains(stem); });
      const std::vector<Token> form = tokenize(abbreviation.short_form);
      if (of_outcome && form.size() == 1) forms[form.front().norm] = std::move(meaning);
    }
  }
  return forms;
}

/// Scores sentences for one comparison.
class Chooser {
 public:
  Chooser(const ComparisonWords& words, const Citation& citation)
      : outcome_(content_stems(words.outcome)),
        arms_(content_stems(words.intervention)),
        forms_(short_forms(citation, outcome_)) {
    arms_.merge(content_stems(words.comparator));
    for (const std::string& stem : outcome_) {
      arms_.erase(stem);
      whole_ += weight_of(stem);
      telling_ = telling_ || !is_common(stem);
    }
  }

  /// 0 when the sentence names nothing of the outcome.
  [[nodiscard]] double score(const Sentence& sentence) const {
    Stems named;
    bool arm = false;
    for (const Token& token : sentence.tokens) {
      if (token.kind == TokenKind::punctuation) continue;
      name(token.stem, named);
      arm = arm || arms_.contains(token.stem) || token.stem == "group" || token.stem == "placebo";
      const auto form = forms_.empty() ? forms_.end() : forms_.find(token.norm);
      if (form == forms_.end()) continue;
      for (const std::string& stem : form->second) name(stem, named);
    }
    double share = 0;
    bool telling = false;
    for (const std::string& stem : named) {
      share += weight_of(stem);
      telling = telling || !is_common(stem);
    }
    if (whole_ == 0 || share == 0 || telling != telling_) return 0;
    const double aim = has_cue(sentence, CueKind::aim) ? -1 : 0;  // what was hoped for
    return aim + 4 * share / whole_ + (arm ? 0.6 : 0) + (states(sentence) ? 0.8 : 0) +
           (is_compared(sentence) ? 0.4 : 0);
  }

 private:
  void name(const std::string& stem, Stems& named) const {
    if (outcome_.contains(stem)) named.insert(stem);
  }
  /// That something changed, or did not.
  static bool states(const Sentence& sentence) {
    return std::any_of(sentence.cues.begin(), sentence.cues.end(), [](const Cue& cue) {
      return cue.kind == CueKind::increase || cue.kind == CueKind::decrease || cue.kind == CueKind::improve ||
             cue.kind == CueKind::worsen || cue.kind == CueKind::null_result || cue.kind == CueKind::significance;
    });
  }
  static bool is_compared(const Sentence& sentence) {
    return has_cue(sentence, CueKind::comparison) || has_cue(sentence, CueKind::null_result);
  }

  Stems outcome_;
  Stems arms_;
  std::unordered_map<std::string, Stems> forms_;
  double whole_ = 0;
  bool telling_ = false;  ///< the outcome has a word of its own
};

/// "The difference was …", "This effect …": goes on about the sentence before.
bool goes_on(const Sentence& sentence) {
  static const WordSet openings{"this", "these", "the"};
  static const WordSet subjects{"differ", "effect", "improv", "reduct", "increas", "decreas", "chang", "result"};
  return sentence.tokens.size() > 1 && openings.contains(sentence.tokens[0].norm) &&
         subjects.contains(sentence.tokens[1].stem);
}

std::string_view passage_of(std::size_t at, const std::vector<Sentence>& sentences, const Citation& citation) {
  const Sentence& sentence = sentences[at];
  const auto in_section = std::count_if(sentences.begin(), sentences.end(),
                                        [&](const Sentence& other) { return other.section == sentence.section; });
  const std::string_view section = citation.abstract[sentence.section].text;
  if (in_section <= static_cast<std::ptrdiff_t>(kPassage) && sentences.size() <= kPassage &&
      section.size() <= kLongestPassage)
    return section;
  const bool more =
      at + 1 < sentences.size() && sentences[at + 1].section == sentence.section && goes_on(sentences[at + 1]);
  const std::size_t end = more ? sentences[at + 1].span.end : sentence.span.end;
  return section.substr(sentence.span.begin, end - sentence.span.begin);
}

}  // namespace

std::optional<ChosenPassage> choose_passage(const ComparisonWords& words, const Citation& citation,
                                            const std::vector<Sentence>& sentences) {
  const Chooser chooser(words, citation);
  const bool short_text = sentences.size() <= kPassage;
  std::optional<std::size_t> best;
  double most = 0;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (!short_text && !is_evidence_role(sentences[i].role)) continue;
    const double score = chooser.score(sentences[i]);
    if (score <= most) continue;
    best = i;
    most = score;
  }
  if (!best && short_text && !sentences.empty()) best = 0;
  if (!best) return std::nullopt;
  return ChosenPassage{&sentences[*best], passage_of(*best, sentences, citation)};
}

}  // namespace claimcheck
