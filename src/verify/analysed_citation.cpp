#include "verify/analysed_citation.h"

#include <iterator>
#include <utility>

namespace claimcheck {
namespace {

std::size_t text_bytes(const Citation& citation) {
  std::size_t bytes = citation.title.size();
  for (const AbstractSection& section : citation.abstract) bytes += section.text.size();
  return bytes;
}

}  // namespace

AnalysedCitation::AnalysedCitation(Citation citation, const Vocabulary& vocabulary)
    : citation_(std::move(citation)), vocabulary_(vocabulary) {}

const Sentence& AnalysedCitation::title() {
  if (!title_) title_ = analyse_sentence(citation_.title, vocabulary_);
  return *title_;
}

const std::vector<Sentence>& AnalysedCitation::sentences() {
  if (!sentences_) sentences_ = analyse_abstract(citation_, vocabulary_);
  return *sentences_;
}

const Study& AnalysedCitation::study() {
  if (!study_) study_ = read_study(citation_, title(), sentences(), vocabulary_);
  return *study_;
}

AnalysedCitation& CitationAnalyser::analyse(const Citation& citation) {
  const auto known = by_pmid_.find(citation.pmid);
  if (known != by_pmid_.end()) {
    if (known->second->citation() == citation) {
      kept_.splice(kept_.begin(), kept_, known->second);
      return kept_.front();
    }
    drop(known->second);
  }
  kept_.emplace_front(citation, vocabulary_);
  by_pmid_[citation.pmid] = kept_.begin();
  bytes_ += text_bytes(citation);
  while (bytes_ > kept_bytes_ && kept_.size() > 1) drop(std::prev(kept_.end()));
  return kept_.front();
}

void CitationAnalyser::drop(Kept::iterator entry) {
  bytes_ -= text_bytes(entry->citation());
  by_pmid_.erase(entry->citation().pmid);
  kept_.erase(entry);
}

}  // namespace claimcheck
