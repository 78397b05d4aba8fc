#include "verify/evidence_view.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

#include "text/word_set.h"
#include "verify/choose_passage.h"
#include "verify/sentence_roles.h"
#include "verify/word_weights.h"

namespace claimcheck {
namespace {

constexpr double kArmShare = 0.3;  // what naming the treatment counts beside naming the outcome
constexpr std::size_t kShort = 2;  // so few sentences are read whatever they are for

/// The stems that a record is searched for: few, so that most of its words are passed over without more ado.
class WantedStems {
 public:
  explicit WantedStems(const ClaimParts& claim) {
    for (const auto* words : {&claim.words, &claim.intervention, &claim.comparator, &claim.outcome, &claim.numbers}) {
      for (const std::string& word : *words) add(word);
    }
    add(kPrimaryStem);
    add(kRandomStem);
  }

  /// Those of them that the sentence names.
  [[nodiscard]] Stems named_in(const Sentence& sentence) const {
    Stems named;
    for (const Token& token : sentence.tokens) {
      if (filter_.may_hold(token.stem) && stems_.contains(token.stem)) named.insert(token.stem);
    }
    return named;
  }

 private:
  void add(const std::string& stem) {
    filter_.add(stem);
    stems_.insert(stem);
  }

  WordFilter filter_;
  Stems stems_;
};

/// Sections without a label, and without labels in their text, get their roles from wording and place.
void assign_roles(const Citation& citation, std::vector<Sentence>& sentences) {
  for (std::size_t first = 0; first < sentences.size();) {
    const std::size_t section = sentences[first].section;
    std::size_t last = first;
    while (last < sentences.size() && sentences[last].section == section) ++last;
    const std::span<Sentence> part = std::span(sentences).subspan(first, last - first);
    first = last;
    const auto is_labelled = [](const Sentence& sentence) { return !opening_label(sentence.text).empty(); };
    if (citation.abstract[section].role != SectionRole::unassigned || part.size() <= kShort ||
        std::any_of(part.begin(), part.end(), is_labelled)) {
      continue;
    }
    const std::vector<SectionRole> roles = read_sentence_roles(part);
    for (std::size_t i = 0; i < part.size(); ++i) part[i].role = roles[i];
  }
}

/// What the part that a sentence plays adds to what it names.
double role_bonus(SectionRole role) {
  switch (role) {
    case SectionRole::conclusions:
      return 0.1;
    case SectionRole::results:
      return 0.05;
    case SectionRole::background:
    case SectionRole::objective:
    case SectionRole::methods:
      return -0.2;
    case SectionRole::unassigned:
      return 0;
  }
  return 0;
}

}  // namespace

double coverage(const std::vector<std::string>& words, const Stems& stems) {
  double total = 0;
  double named = 0;
  for (const std::string& word : words) {
    const double weight = word_weight(word);
    total += weight;
    if (stems.contains(word)) named += weight;
  }
  return total > 0 ? named / total : 0;
}

double missing_weight(const std::vector<std::string>& words, const Stems& stems) {
  double missing = 0;
  for (const std::string& word : words) missing += stems.contains(word) ? 0 : word_weight(word);
  return missing;
}

EvidenceView view_evidence(const ClaimParts& claim, const Citation& citation, const Vocabulary& vocabulary) {
  return view_evidence(claim, citation, analyse_sentence(citation.title, vocabulary),
                       analyse_abstract(citation, vocabulary));
}

EvidenceView view_evidence(const ClaimParts& claim, const Citation& citation, Sentence title,
                           std::vector<Sentence> sentences) {
  EvidenceView view;
  view.title = std::move(title);
  view.sentences = std::move(sentences);
  assign_roles(citation, view.sentences);
  const WantedStems wanted(claim);
  view.title_stems = wanted.named_in(view.title);
  view.all = view.title_stems;
  if (claim.form == ClaimForm::comparison) {
    const ComparisonWords words{claim.intervention_text, claim.comparator_text, claim.outcome_text, Valence::neutral};
    if (const auto passage = choose_passage(words, citation, view.sentences)) {
      view.direction = read_direction(passage->text, words);
    }
  }
  std::vector<double> scores;
  const bool is_short = view.sentences.size() <= kShort;
  for (const Sentence& sentence : view.sentences) {
    const Stems& stems = view.stems.emplace_back(wanted.named_in(sentence));
    view.all.insert(stems.begin(), stems.end());
    const double arm = claim.form == ClaimForm::comparison ? kArmShare * coverage(claim.intervention, stems) : 0;
    const double share = view.shares.emplace_back(coverage(claim.target(), stems));
    scores.push_back(share + arm + (is_short ? 0 : role_bonus(sentence.role)));
  }
  view.order.resize(view.sentences.size());
  std::iota(view.order.begin(), view.order.end(), 0);
  // Of equals the later one: it concludes from what stands before it.
  std::sort(view.order.begin(), view.order.end(),
            [&](std::size_t a, std::size_t b) { return scores[a] != scores[b] ? scores[a] > scores[b] : a > b; });
  return view;
}

}  // namespace claimcheck
