#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/document.h"
#include "intake/citation_marks.h"

namespace claimcheck {

/// The reference list of a document: its blocks of kind `reference`.
class ReferenceList {
 public:
  explicit ReferenceList(const Document& document);

  /// The number of entries.
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

  /// What a mark cites: its own sources, and entries of the list, each with the mark's label. A number or name that the
  /// list lacks gives a source of which only the label is known.
  [[nodiscard]] std::vector<CitedSource> resolve(const CitationMark& mark) const;

 private:
  struct Entry {
    CitedSource source;
    std::string folded;  ///< the whole entry, for finding names and years
  };
  [[nodiscard]] const Entry* find(const CitationMark::AuthorYear& name) const;

  std::vector<Entry> entries_;
  std::map<std::size_t, std::size_t> by_number_;
  std::map<std::string, std::size_t, std::less<>> by_anchor_;
};

}  // namespace claimcheck
