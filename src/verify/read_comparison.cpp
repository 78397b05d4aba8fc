#include "verify/read_comparison.h"

#include <string>

#include "verify/choose_passage.h"
#include "verify/direction_model.h"
#include "verify/sentence.h"
#include "verify/study.h"

namespace claimcheck {

CitationReading read_comparison(const ComparisonWords& words, const Citation& citation, const Vocabulary& vocabulary) {
  const Sentence title = analyse_sentence(citation.title, vocabulary);
  const std::vector<Sentence> sentences = analyse_abstract(citation, vocabulary);
  CitationReading reading;
  reading.study = read_study(citation, title, sentences, vocabulary);
  const auto chosen = choose_passage(words, citation, sentences);
  if (!chosen) return reading;
  const Sentence& best = *chosen->sentence;
  const DirectionReading direction = read_direction(chosen->text, words);
  Finding finding;
  finding.pmid = citation.pmid;
  finding.reported = direction.reported;
  finding.quote = {best.section, best.span, std::string(best.text)};
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
