#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "pubmed/byte_window.h"

namespace claimcheck {

/// The element names that PubMed gives its records.
enum class RecordKind {
  article,   ///< PubmedArticle
  book,      ///< PubmedBookArticle
  medline,   ///< MedlineCitation outside a PubmedArticle (MedlineCitationSet, until 2015)
  deletion,  ///< DeleteCitation, DeleteDocument
};

/// The kind of record that an element of this name is, or nullopt.
std::optional<RecordKind> record_kind(std::string_view element);

/// One record as it stands in the stream, from `<` to `>`.
struct RawRecord {
  RecordKind kind = RecordKind::article;
  std::span<char> bytes;  ///< may be written to
  bool closed = true;     ///< false: the next record or the end of the set came before its closing tag
};

/// Cuts a stream of PubMed XML into records without parsing them: knows tags, comments, CDATA, processing instructions
/// and DOCTYPE (skipped, nothing in it is acted on). Takes PubmedArticleSet, PubmedBookArticleSet, MedlineCitationSet,
/// bare records, and several such documents one after the other. Elements it does not know are skipped.
class RecordSlicer {
 public:
  /// `name` stands for the stream in messages.
  RecordSlicer(ByteReader bytes, std::string name);

  /// The next record, valid until the next call; nullopt at the end. Throws Error(input) when the stream is empty, is
  /// something else than PubMed XML, is in another encoding than UTF-8 and ISO-8859-1, or stops inside a record or set.
  std::optional<RawRecord> next();

  /// True while the current document declares ISO-8859-1.
  [[nodiscard]] bool is_latin1() const { return latin1_; }

 private:
  enum class Place { start, between_documents, in_set, end };

  void check_first_bytes();
  std::optional<RawRecord> open_document();
  std::optional<RawRecord> next_in_set();
  RawRecord cut_record(RecordKind kind, const std::string& element);
  std::size_t find_in_record(std::string_view needle, std::size_t from);
  RawRecord take(RecordKind kind, std::size_t size, bool closed);
  bool to_next_tag();
  bool to_next_markup();
  void skip_element();
  void read_instruction();
  void skip_doctype();
  std::size_t end_of_special(std::size_t from);
  std::size_t end_of_tag(std::size_t from);
  std::string element_name(std::size_t from);
  bool has(std::string_view token, std::size_t at);
  [[noreturn]] void fail(std::string_view problem) const;
  [[noreturn]] void fail_cut_short() const;
  [[noreturn]] void fail_foreign();

  ByteWindow window_;
  std::string name_;
  std::string root_;        // of the set that is open
  std::size_t taken_ = 0;   // bytes of the record handed out last
  std::size_t number_ = 0;  // records handed out
  Place place_ = Place::start;
  bool latin1_ = false;
};

}  // namespace claimcheck
