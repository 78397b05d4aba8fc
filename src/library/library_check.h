#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "library/library.h"

namespace claimcheck {

/// Proves that a library is what it should be, step by step: file_damage(), then next() and check_citation() over all
/// citations, then check_whole(). Each returns a sentence for everything that is wrong. All see the library as it was
/// at the start; imports by others wait until the check is destroyed, unless the library may only be read.
class LibraryCheck {
 public:
  explicit LibraryCheck(Library& library);
  LibraryCheck(const LibraryCheck&) = delete;
  LibraryCheck& operator=(const LibraryCheck&) = delete;
  ~LibraryCheck();

  /// What SQLite finds wrong with the file (PRAGMA integrity_check). When there is anything, the next steps may fail.
  std::vector<std::string> file_damage();

  /// Goes on to the next citation; false after the last one.
  bool next();
  [[nodiscard]] Pmid pmid() const;
  /// Whether the record has the PMID under which it stands, and as many words in the index as it should. Throws
  /// Error(storage) naming the PMID when the record cannot be read.
  std::vector<std::string> check_citation();

  /// The counts that the library keeps, every posting of the index against those of the citations that could be read,
  /// the structure of the index, and the records on the copy of PubMed. `tell`: postings read so far.
  std::vector<std::string> check_whole(const std::function<void(std::size_t)>& tell);

  [[nodiscard]] std::size_t citations() const;
  [[nodiscard]] std::size_t postings() const;  ///< in the index, after check_whole()

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Builds the search index and the counts anew from the stored citations, as one transaction. The citations
/// `unreadable` are taken out first. Files of the copy of PubMed of which a citation is missing are marked: the next
/// sync applies them again; other files may be imported again. Throws Error(storage) for a further citation that cannot
/// be read.
void rebuild_index(Library& library, std::span<const Pmid> unreadable, const std::function<void(std::size_t)>& tell);

}  // namespace claimcheck
