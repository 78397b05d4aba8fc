#include "library/index_text.h"

#include "library/index_tokenizer.h"

namespace claimcheck {
namespace {

void append_sections(std::string& to, const std::vector<AbstractSection>& sections) {
  for (const AbstractSection& section : sections) {
    append_plain(to, section.label);
    to += ' ';
    append_plain(to, section.text);
    to += kGap;
  }
}

void append_headings(const std::vector<MeshHeading>& headings, std::string& mesh, std::string& qualifiers) {
  mesh = kEveryCitation;
  for (const MeshHeading& heading : headings) {
    append_whole_term(mesh, heading.name);
    for (const MeshQualifier& qualifier : heading.qualifiers) {
      append_whole_term(mesh, heading.name + "/" + qualifier.name);
      append_whole_term(qualifiers, qualifier.name);
    }
  }
}

void append_terms(std::string& to, const std::vector<ControlledTerm>& terms) {
  for (const ControlledTerm& term : terms) append_whole_term(to, term.name);
}

}  // namespace

IndexText index_text(const Citation& citation) {
  IndexText text;
  const auto column = [&](IndexColumn which) -> std::string& { return text[static_cast<std::size_t>(which)]; };

  column(IndexColumn::title) = kStems;
  append_plain(column(IndexColumn::title), citation.title);
  column(IndexColumn::abstract) = kStems;
  append_sections(column(IndexColumn::abstract), citation.abstract);
  for (const OtherAbstract& other : citation.other_abstracts) {
    append_sections(column(IndexColumn::other_abstract), other.sections);
  }
  for (const std::string& keyword : citation.keywords) {
    append_plain(column(IndexColumn::keywords), keyword);
    column(IndexColumn::keywords) += kGap;
  }
  append_headings(citation.mesh, column(IndexColumn::mesh), column(IndexColumn::qualifiers));
  append_terms(column(IndexColumn::publication_types), citation.publication_types);
  append_terms(column(IndexColumn::substances), citation.substances);
  return text;
}

FieldColumns columns_of(QueryField field) {
  switch (field) {
    case QueryField::title_abstract:
      return {"title abstract other_abstract keywords", false};
    case QueryField::title:
      return {"title", false};
    case QueryField::mesh:
      return {"mesh", true};
    case QueryField::qualifier:
      return {"qualifiers", true};
    case QueryField::publication_type:
      return {"publication_types", true};
    case QueryField::substance:
      return {"substances", true};
    case QueryField::doi:
      break;  // not in the search index
  }
  return {};
}

}  // namespace claimcheck
