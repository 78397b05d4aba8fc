#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/citation_source.h"

namespace claimcheck {

/// A search and its answer. `query`: what was asked (query_to_json).
struct RecordedSearch {
  std::string query;
  SearchResult answer;
  bool operator==(const RecordedSearch&) const = default;
};

/// The citations that were asked for, and what came; `answer.citations` is empty.
struct RecordedFetch {
  std::vector<Pmid> asked;
  std::vector<std::size_t> citations;  ///< that came: where they stand in Recording::citations
  FetchResult answer;
  bool operator==(const RecordedFetch&) const = default;
};

/// The links of one citation.
struct LinkedCitations {
  Pmid pmid = 0;
  std::vector<Pmid> linked;
  bool operator==(const LinkedCitations&) const = default;
};

/// A question for links, and the LinkResult that came.
struct RecordedLinks {
  LinkKind kind = LinkKind::similar;
  std::vector<Pmid> asked;
  bool complete = false;
  std::vector<LinkedCitations> links;
  std::string source;
  std::string date;
  std::string problem;
  bool operator==(const RecordedLinks&) const = default;
};

/// Everything that a source answered while one claim was checked, in order.
struct ClaimAnswers {
  std::vector<RecordedSearch> searches;
  std::vector<RecordedFetch> fetches;
  std::vector<RecordedLinks> links;
  std::string error;  ///< the Error of the source that ended the claim; empty: none did
  bool operator==(const ClaimAnswers&) const = default;
};

/// Everything that a source answered during one run.
struct Recording {
  std::vector<Citation> citations;    ///< each once, as they first came; a PMID twice if it changed meanwhile
  std::vector<ClaimAnswers> answers;  ///< for each claim
  bool operator==(const Recording&) const = default;

  /// The record of `pmid` as it was last given for that claim; nullptr when it never was.
  [[nodiscard]] const Citation* find(std::size_t claim, Pmid pmid) const;
};

/// Makes a Recording of what another source answers, claim by claim.
class Recorder {
 public:
  /// Words that must not get into the recording, such as the path of a folder, with what stands for them.
  using Hidden = std::vector<std::pair<std::string, std::string>>;
  explicit Recorder(Hidden hidden = {}) : hidden_(std::move(hidden)) {}

  /// From now on what is answered belongs to the next claim.
  void begin_claim() { recording_.answers.emplace_back(); }

  [[nodiscard]] const Recording& recording() const { return recording_; }

 private:
  friend class RecordingSource;
  [[nodiscard]] std::string without_hidden(std::string text) const;
  std::size_t place_of(Citation& citation);

  Hidden hidden_;
  Recording recording_;
  std::map<std::string, std::size_t> places_;  ///< of each citation, by its JSON
};

/// Passes questions on and notes the answers. What it answers is what a reader of the recording will find, to the byte:
/// ill-formed UTF-8 is repaired, and what the recorder hides is hidden. Both arguments must outlive it, and
/// Recorder::begin_claim must have been called.
class RecordingSource : public CitationSource {
 public:
  RecordingSource(CitationSource& inner, Recorder& recorder) : inner_(inner), recorder_(recorder) {}
  SearchResult search(const Query& query) override;
  FetchResult fetch(std::span<const Pmid> pmids) override;
  LinkResult links(LinkKind kind, std::span<const Pmid> pmids) override;

 private:
  template <typename Ask>
  auto ask(Ask ask) -> decltype(ask());
  void clean(std::string& text) const;
  void clean(std::vector<std::string>& texts) const;

  CitationSource& inner_;
  Recorder& recorder_;
};

/// Answers from the recording of one claim alone: a question that was asked is answered as it was then, one that was
/// asked several times in the order of its answers. Citations are found too when they were asked for in other company,
/// or for another claim; so are searches. What was never asked is not complete, with the way out in `problem`.
/// `recording` must outlive it.
class RecordedSource : public CitationSource {
 public:
  RecordedSource(const Recording& recording, std::size_t claim);
  SearchResult search(const Query& query) override;
  FetchResult fetch(std::span<const Pmid> pmids) override;
  LinkResult links(LinkKind kind, std::span<const Pmid> pmids) override;

 private:
  void check_for_error() const;
  FetchResult assemble(std::span<const Pmid> pmids) const;

  const Recording& recording_;
  const ClaimAnswers& claim_;
  std::vector<bool> used_searches_;
  std::vector<bool> used_fetches_;
  std::vector<bool> used_links_;
};

}  // namespace claimcheck
