#pragma once

#include <concepts>
#include <type_traits>

#include "core/citation.h"

namespace claimcheck {

// The fields of a citation and its parts, told to a visitor as visitor(name, member, value when left out), or as
// visitor.required(name, member) where a field is never left out. Reading and writing JSON share these lists, so that
// neither can forget a field.

template <typename T, typename Record>
concept SameRecord = std::same_as<std::remove_const_t<T>, Record>;

template <typename Visitor, SameRecord<AbstractSection> T>
void visit_fields(Visitor& visit, T& section) {
  visit("label", section.label);
  visit("role", section.role);
  visit("text", section.text);
}

template <typename Visitor, SameRecord<OtherAbstract> T>
void visit_fields(Visitor& visit, T& abstract) {
  visit("type", abstract.type);
  visit("language", abstract.language);
  visit("sections", abstract.sections);
}

template <typename Visitor, SameRecord<Notice> T>
void visit_fields(Visitor& visit, T& notice) {
  visit("kind", notice.kind, NoticeKind::other);
  visit("pmid", notice.pmid);
  visit("source", notice.source);
  visit("note", notice.note);
}

template <typename Visitor, SameRecord<PartialDate> T>
void visit_fields(Visitor& visit, T& date) {
  visit("year", date.year);
  visit("month", date.month);
  visit("day", date.day);
  visit("text", date.text);
}

template <typename Visitor, SameRecord<Author> T>
void visit_fields(Visitor& visit, T& author) {
  visit("last_name", author.last_name);
  visit("fore_name", author.fore_name);
  visit("initials", author.initials);
  visit("suffix", author.suffix);
  visit("collective_name", author.collective_name);
  visit("orcid", author.orcid);
  visit("affiliations", author.affiliations);
}

template <typename Visitor, SameRecord<MeshQualifier> T>
void visit_fields(Visitor& visit, T& qualifier) {
  visit("ui", qualifier.ui);
  visit("name", qualifier.name);
  visit("major", qualifier.major);
}

template <typename Visitor, SameRecord<MeshHeading> T>
void visit_fields(Visitor& visit, T& heading) {
  visit("ui", heading.ui);
  visit("name", heading.name);
  visit("major", heading.major);
  visit("qualifiers", heading.qualifiers);
}

template <typename Visitor, SameRecord<ControlledTerm> T>
void visit_fields(Visitor& visit, T& term) {
  visit("ui", term.ui);
  visit("name", term.name);
}

template <typename Visitor, SameRecord<Journal> T>
void visit_fields(Visitor& visit, T& journal) {
  visit("title", journal.title);
  visit("abbreviation", journal.abbreviation);
  visit("issn", journal.issn);
  visit("volume", journal.volume);
  visit("issue", journal.issue);
  visit("pages", journal.pages);
}

template <typename Visitor, SameRecord<Citation> T>
void visit_fields(Visitor& visit, T& citation) {
  visit("pmid", citation.pmid);
  visit("version", citation.version, 1);
  visit("title", citation.title);
  visit("title_translated", citation.title_translated);
  visit("vernacular_title", citation.vernacular_title);
  visit("abstract", citation.abstract);
  visit("other_abstracts", citation.other_abstracts);
  visit("copyright", citation.copyright);
  visit("journal", citation.journal);
  visit("date", citation.date);
  visit("revised", citation.revised);
  visit("publication_types", citation.publication_types);
  visit("mesh", citation.mesh);
  visit("substances", citation.substances);
  visit("keywords", citation.keywords);
  visit("languages", citation.languages);
  visit("authors", citation.authors);
  visit("doi", citation.doi);
  visit("pmcid", citation.pmcid);
  visit("registrations", citation.registrations);
  visit("notices", citation.notices);
  visit("status", citation.status);
  visit("book", citation.book);
  visit("digest", citation.digest);
}

}  // namespace claimcheck
