#include "verify/read_comparison.h"

#include <algorithm>
#include <string>

#include "text/tokens.h"
#include "verify/sentence.h"
#include "verify/study.h"

namespace claimcheck {
namespace {

/// Up to so many sentences are read as one passage: what the first leaves out the next may tell.
constexpr std::size_t kPassage = 4;

std::size_t count_named(const Sentence& sentence, const Stems& stems) {
  Stems named;
  for (const Token& token : sentence.tokens) {
    if (stems.contains(token.stem)) named.insert(token.stem);
  }
  return named.size();
}

/// The sentence that names most of the outcome, the first of equals; nullptr when none names any of it.
const Sentence* find_best(const std::vector<Sentence>& sentences, std::string_view outcome) {
  const auto stems = content_stems(outcome);
  const bool only_one = sentences.size() <= 1;
  const Sentence* best = nullptr;
  std::size_t most = 0;
  for (const Sentence& sentence : sentences) {
    if (!only_one && sentences.size() > kPassage && !is_evidence_role(sentence.role)) continue;
    const std::size_t named = count_named(sentence, stems);
    if (named <= most) continue;
    best = &sentence;
    most = named;
  }
  return best;
}

/// A section of a few sentences is one passage; of a longer one, the sentence alone.
std::string_view passage_of(const Sentence& sentence, const std::vector<Sentence>& sentences,
                            const Citation& citation) {
  const auto in_section = std::count_if(sentences.begin(), sentences.end(),
                                        [&](const Sentence& other) { return other.section == sentence.section; });
  const std::string& section = citation.abstract[sentence.section].text;
  return in_section <= static_cast<std::ptrdiff_t>(kPassage) ? std::string_view(section) : sentence.text;
}

}  // namespace

CitationReading read_comparison(const ComparisonWords& words, const Citation& citation, const Vocabulary& vocabulary) {
  const Sentence title = analyse_sentence(citation.title, vocabulary);
  const std::vector<Sentence> sentences = analyse_abstract(citation, vocabulary);
  CitationReading reading;
  reading.study = read_study(citation, title, sentences, vocabulary);
  const Sentence* best = find_best(sentences, words.outcome);
  if (best == nullptr && !sentences.empty() && sentences.size() <= kPassage) best = &sentences.front();
  if (best == nullptr) return reading;
  const DirectionReading direction = read_direction(passage_of(*best, sentences, citation), words);
  Finding finding;
  finding.pmid = citation.pmid;
  finding.reported = direction.reported;
  finding.quote = {best->section, best->span, std::string(best->text)};
  finding.outcome = std::string(words.outcome);
  finding.design = reading.study.design;
  finding.sample_size = reading.study.sample_size;
  finding.reliability = direction.probability;
  finding.cues.push_back({"direction model", {}});
  reading.stance = finding.stance;
  reading.reliability = finding.reliability;
  reading.findings.push_back(std::move(finding));
  return reading;
}

}  // namespace claimcheck
