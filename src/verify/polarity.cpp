#include "verify/polarity.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>

#include <fmt/core.h>

#include "verify/phrase_table.h"

namespace claimcheck {

std::string_view polarity_words_data();

namespace {

constexpr std::size_t kNear = 3;      // words between a word and what it says of it
constexpr std::size_t kBadReach = 5;  // from "reduces" to "mortality"

const PhraseTable& polarity_words() {
  static const PhraseTable table = PhraseTable::parse(polarity_words_data(), "polarity_words.txt");
  return table;
}

using Counts = std::map<std::string, int>;

/// The words for less in tokens [first, last), by stem.
Counts count_less(const Sentence& sentence, std::span<const PolarWord> words, std::size_t first, std::size_t last) {
  Counts counts;
  for (const PolarWord& word : words) {
    if (word.less && first <= word.at && word.at < last) ++counts[sentence.tokens[word.at].stem];
  }
  return counts;
}

bool has_more(std::span<const PolarWord> words, std::size_t first, std::size_t last) {
  return std::any_of(words.begin(), words.end(),
                     [&](const PolarWord& word) { return !word.less && first <= word.at && word.at < last; });
}

/// How many words of `counts` are not in `others`.
int surplus(const Counts& counts, const Counts& others) {
  int sum = 0;
  for (const auto& [word, count] : counts) {
    const auto other = others.find(word);
    sum += std::max(0, count - (other == others.end() ? 0 : other->second));
  }
  return sum;
}

/// The polar word nearest to token `at`, the first of equals.
std::optional<PolarWord> nearest(std::span<const PolarWord> words, std::size_t at) {
  std::optional<PolarWord> best;
  std::size_t least = kNear + 1;
  for (const PolarWord& word : words) {
    const std::size_t distance = word.at > at ? word.at - at : at - word.at;
    if (distance >= least) continue;
    least = distance;
    best = word;
  }
  return best;
}

/// A sentence and a claim with what both name.
class Alignment {
 public:
  Alignment(const Sentence& claim, const Sentence& sentence)
      : claim_(claim),
        sentence_(sentence),
        of_claim_(find_polar_words(claim)),
        of_sentence_(find_polar_words(sentence)) {
    std::set<std::size_t> polar;
    for (const PolarWord& word : of_sentence_) polar.insert(word.at);
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      const Token& token = sentence.tokens[i];
      if (token.kind == TokenKind::punctuation || is_stop_word(token.norm) || polar.contains(i)) continue;
      const auto same = [&](const Token& other) { return other.stem == token.stem; };
      const auto at = std::find_if(claim.tokens.begin(), claim.tokens.end(), same);
      if (at != claim.tokens.end()) shared_.emplace_back(static_cast<std::size_t>(at - claim.tokens.begin()), i);
    }
  }

  void add_features(std::string_view tag, Features& features) const {
    if (shared_.empty()) {
      features.push_back(fmt::format("{} shares nothing", tag));
      return;
    }
    const std::size_t first = shared_.front().second;
    add_counts(fmt::format("{} around", tag), first - std::min(first, kNear), shared_.back().second + kNear + 1,
               features);
    add_counts(fmt::format("{} whole", tag), 0, sentence_.tokens.size(), features);
    add_agreement(tag, features);
  }

 private:
  void add_counts(const std::string& tag, std::size_t first, std::size_t last, Features& features) const {
    const Counts said = count_less(sentence_, of_sentence_, first, last);
    const Counts claimed = count_less(claim_, of_claim_, 0, claim_.tokens.size());
    const int more_said = surplus(said, claimed);
    const int more_claimed = surplus(claimed, said);
    const std::string counts = fmt::format("{},{}", std::min(more_said, 2), std::min(more_claimed, 2));
    features.push_back(fmt::format("{} less {}", tag, counts));
    features.push_back(fmt::format("{} parity {}", tag, (more_said + more_claimed) % 2));
    features.push_back(fmt::format("{} more {:d}{:d} less {}", tag, has_more(of_sentence_, first, last),
                                   has_more(of_claim_, 0, claim_.tokens.size()), counts));
  }

  void add_agreement(std::string_view tag, Features& features) const {
    std::set<std::string> ways;
    int agree = 0;
    int all = 0;
    for (const auto& [in_claim, in_sentence] : shared_) {
      const auto claimed = nearest(of_claim_, in_claim);
      const auto said = nearest(of_sentence_, in_sentence);
      if (!claimed || !said) continue;
      ways.insert(fmt::format("{} {} for {}", tag, said->less ? "less" : "more", claimed->less ? "less" : "more"));
      agree += said->less == claimed->less ? 1 : -1;
      ++all;
    }
    features.insert(features.end(), ways.begin(), ways.end());
    if (all == 0) return;
    add_levels(fmt::format("{} agrees", tag), static_cast<double>(agree) / all, kAgreement, features);
  }

  static constexpr std::array<double, 5> kAgreement{-0.9, -0.3, 0.01, 0.4, 0.9};

  const Sentence& claim_;
  const Sentence& sentence_;
  std::vector<PolarWord> of_claim_;
  std::vector<PolarWord> of_sentence_;
  std::vector<std::pair<std::size_t, std::size_t>> shared_;  ///< tokens of the claim and of the sentence
};

}  // namespace

std::vector<PolarWord> find_polar_words(const Sentence& sentence) {
  std::vector<PolarWord> words;
  for (const PhraseMatch& match : polarity_words().find(sentence.tokens)) {
    if (match.category != "bad") words.push_back({match.first, match.category == "less"});
  }
  return words;
}

Benefit find_benefit(const Sentence& sentence, TokenRange range) {
  std::set<std::size_t> bad;
  for (const PhraseMatch& match : polarity_words().find(sentence.tokens)) {
    if (match.category == "bad") bad.insert(match.first);
  }
  for (const ConceptMention& mention : sentence.mentions) {
    if (mention.concept_ptr->valence == Valence::bad) bad.insert(mention.first);
  }
  Benefit benefit;
  for (const Cue& cue : sentence.cues) {
    if (!range.contains(cue.first)) continue;
    const auto next = bad.lower_bound(cue.last);
    const bool of_bad = next != bad.end() && *next < cue.last + kBadReach;
    const bool less = cue.kind == CueKind::decrease;
    const bool more = cue.kind == CueKind::increase;
    const bool good = cue.kind == CueKind::improve || (less && of_bad);
    const bool harm = cue.kind == CueKind::worsen || (more && of_bad);
    if ((good || harm) && !benefit.good && !benefit.bad) benefit.first = cue.first;
    benefit.good = benefit.good || good;
    benefit.bad = benefit.bad || harm;
  }
  return benefit;
}

void add_polarity_features(std::string_view tag, const Sentence& claim, const Sentence& sentence, Features& features) {
  Alignment(claim, sentence).add_features(tag, features);
}

}  // namespace claimcheck
