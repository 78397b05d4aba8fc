#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/enum_names.h"

namespace claimcheck {

/// PubMed identifier; 0 means none.
using Pmid = std::uint32_t;

/// What a section of an abstract is for (NLM categories; `unassigned` when neither category nor label tells).
enum class SectionRole { unassigned, background, objective, methods, results, conclusions };

/// One labelled part of an abstract. `label` is as written, may be empty; `text` is UTF-8 with the super- and
/// subscripts of the source kept (`10¹⁴`, `^{…}`, `_{…}`). Quote spans are byte spans of `text`.
struct AbstractSection {
  std::string label;
  SectionRole role = SectionRole::unassigned;
  std::string text;
  bool operator==(const AbstractSection&) const = default;
};

/// An abstract beside the main one: plain-language, other languages (PubMed `OtherAbstract`).
struct OtherAbstract {
  std::string type;      ///< for example "plain-language-summary", "Publisher"
  std::string language;  ///< three-letter code as PubMed gives it
  std::vector<AbstractSection> sections;
  bool operator==(const OtherAbstract&) const = default;
};

/// How another record bears on this one. One kind for each PubMed `CommentsCorrections/@RefType`.
enum class NoticeKind {
  retraction_in,
  retraction_of,
  retracted_and_republished_in,
  retracted_and_republished_from,
  expression_of_concern_in,
  expression_of_concern_for,
  erratum_in,
  erratum_for,
  corrected_and_republished_in,
  corrected_and_republished_from,
  update_in,
  update_of,
  comment_in,
  comment_on,
  republished_in,
  republished_from,
  original_report_in,
  reprint_in,
  reprint_of,
  summary_for_patients_in,
  cites,
  associated_dataset,
  associated_publication,
  other,
};

/// A typed link to the record that carries a correction, comment, retraction …
struct Notice {
  NoticeKind kind = NoticeKind::other;
  Pmid pmid = 0;       ///< the other record; 0 when PubMed does not give it
  std::string source;  ///< the reference as printed
  std::string note;
  bool operator==(const Notice&) const = default;
};

/// A date of which parts may be missing (0). `text` holds what PubMed wrote when it is no plain date
/// (a season with its year, "2001 Summer"; "1998 Dec-1999 Jan"); parts of two dates are never mixed.
struct PartialDate {
  int year = 0;
  int month = 0;
  int day = 0;
  std::string text;
  bool operator==(const PartialDate&) const = default;
};

struct Author {
  std::string last_name;
  std::string fore_name;
  std::string initials;
  std::string suffix;
  std::string collective_name;  ///< a group; then the personal names are empty
  std::string orcid;            ///< bare 16-digit form "0000-0000-0000-0000"
  std::vector<std::string> affiliations;
  bool operator==(const Author&) const = default;
};

struct MeshQualifier {
  std::string ui;
  std::string name;
  bool major = false;
  bool operator==(const MeshQualifier&) const = default;
};

struct MeshHeading {
  std::string ui;
  std::string name;
  bool major = false;
  std::vector<MeshQualifier> qualifiers;
  bool operator==(const MeshHeading&) const = default;
};

/// A controlled term with its identifier (publication type, substance). Judge by `ui`, never by `name`, where there
/// is one; records made by other tools may carry the name alone.
struct ControlledTerm {
  std::string ui;
  std::string name;
  bool operator==(const ControlledTerm&) const = default;
};

struct Journal {
  std::string title;
  std::string abbreviation;  ///< MedlineTA, else ISOAbbreviation
  std::string issn;
  std::string volume;
  std::string issue;
  std::string pages;
  bool operator==(const Journal&) const = default;
};

/// One PubMed record: a journal article or a book chapter (PubmedArticle, PubmedBookArticle).
struct Citation {
  Pmid pmid = 0;
  int version = 1;
  std::string title;              ///< never empty when PubMed has any title; brackets of a translated title removed
  bool title_translated = false;  ///< PubMed gives the title in brackets
  std::string vernacular_title;
  std::vector<AbstractSection> abstract;
  std::vector<OtherAbstract> other_abstracts;
  std::string copyright;  ///< CopyrightInformation; not abstract text
  Journal journal;
  PartialDate date;  ///< of publication
  PartialDate revised;
  std::vector<ControlledTerm> publication_types;
  std::vector<MeshHeading> mesh;
  std::vector<ControlledTerm> substances;
  std::vector<std::string> keywords;
  std::vector<std::string> languages;
  std::vector<Author> authors;
  std::string doi;
  std::string pmcid;
  std::vector<std::string> registrations;  ///< trial and data registry numbers (DataBankList), such as NCT…
  std::vector<Notice> notices;
  std::string status;  ///< MEDLINE, Publisher, In-Process, PubMed-not-MEDLINE, …; empty for books
  bool book = false;
  bool digest = false;  ///< the abstract is a digest written by us, not the published one
  bool operator==(const Citation&) const = default;
};

/// A copyright statement that starts so marks an abstract as a digest (claims/sample-library).
inline constexpr std::string_view kDigestMark = "claimcheck digest";

/// True if the record's content was withdrawn: publication type D016441 (Retracted Publication) or a
/// `retraction_in` notice. NLM files partial retractions as errata, which do not count.
bool is_retracted(const Citation& citation);

/// True if the record is itself a notice of retraction (D016440 or `retraction_of`), and so never evidence.
bool is_retraction_notice(const Citation& citation);

/// True if the record has a notice of the given kind.
bool has_notice(const Citation& citation, NoticeKind kind);

/// True if the record has the publication type with this MeSH UI, or with this name where the record gives no UI.
bool has_publication_type(const Citation& citation, std::string_view ui, std::string_view name);

template <>
struct EnumNames<SectionRole> {
  static constexpr std::array<std::string_view, 6> values{"unassigned", "background", "objective",
                                                          "methods",    "results",    "conclusions"};
};

template <>
struct EnumNames<NoticeKind> {
  static constexpr std::array<std::string_view, 24> values{"retraction_in",
                                                           "retraction_of",
                                                           "retracted_and_republished_in",
                                                           "retracted_and_republished_from",
                                                           "expression_of_concern_in",
                                                           "expression_of_concern_for",
                                                           "erratum_in",
                                                           "erratum_for",
                                                           "corrected_and_republished_in",
                                                           "corrected_and_republished_from",
                                                           "update_in",
                                                           "update_of",
                                                           "comment_in",
                                                           "comment_on",
                                                           "republished_in",
                                                           "republished_from",
                                                           "original_report_in",
                                                           "reprint_in",
                                                           "reprint_of",
                                                           "summary_for_patients_in",
                                                           "cites",
                                                           "associated_dataset",
                                                           "associated_publication",
                                                           "other"};
};

}  // namespace claimcheck
