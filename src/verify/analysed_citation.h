#pragma once

#include <cstddef>
#include <list>
#include <optional>
#include <unordered_map>
#include <vector>

#include "concepts/vocabulary.h"
#include "core/citation.h"
#include "verify/sentence.h"
#include "verify/study.h"

namespace claimcheck {

/// A citation with what can be read of it before any claim is known. Each part is read when it is first asked for.
class AnalysedCitation {
 public:
  AnalysedCitation(Citation citation, const Vocabulary& vocabulary);
  AnalysedCitation(const AnalysedCitation&) = delete;
  AnalysedCitation& operator=(const AnalysedCitation&) = delete;
  ~AnalysedCitation() = default;

  [[nodiscard]] const Citation& citation() const { return citation_; }
  [[nodiscard]] const Sentence& title();
  [[nodiscard]] const std::vector<Sentence>& sentences();
  [[nodiscard]] const Study& study();

 private:
  const Citation citation_;
  const Vocabulary& vocabulary_;
  std::optional<Sentence> title_;
  std::optional<std::vector<Sentence>> sentences_;
  std::optional<Study> study_;
};

/// Analyses citations and keeps those that were asked for last, because the claims of a run are on the same few drugs
/// and find the same citations. What it answers does not depend on what it keeps. For one thread at a time.
class CitationAnalyser {
 public:
  /// `kept_bytes`: how much text (titles and abstracts) is kept; analysed it takes some 25 times as much memory.
  explicit CitationAnalyser(const Vocabulary& vocabulary, std::size_t kept_bytes = kDefaultKeptBytes)
      : vocabulary_(vocabulary), kept_bytes_(kept_bytes) {}

  /// Valid until the next call.
  AnalysedCitation& analyse(const Citation& citation);

  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  [[nodiscard]] std::size_t kept() const { return kept_.size(); }

 private:
  /// Some 1,300 citations.
  static constexpr std::size_t kDefaultKeptBytes = std::size_t{2} << 20U;

  using Kept = std::list<AnalysedCitation>;  // the last asked for in front
  void drop(Kept::iterator entry);

  const Vocabulary& vocabulary_;
  std::size_t kept_bytes_;
  std::size_t bytes_ = 0;
  Kept kept_;
  std::unordered_map<Pmid, Kept::iterator> by_pmid_;
};

}  // namespace claimcheck
