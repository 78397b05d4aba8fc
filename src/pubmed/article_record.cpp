#include <cstddef>
#include <cstring>
#include <span>
#include <string_view>
#include <utility>

#include <pugixml.hpp>

#include "pubmed/record_fields.h"
#include "pubmed/xml_text.h"

namespace claimcheck {
namespace {

bool is_major(const pugi::xml_node& node) {
  return std::strcmp(node.attribute("MajorTopicYN").value(), "Y") == 0;
}

void read_mesh(const pugi::xml_node& list, Citation& citation) {
  for (pugi::xml_node node = list.child("MeshHeading"); node; node = node.next_sibling("MeshHeading")) {
    MeshHeading heading;
    for (pugi::xml_node part = node.first_child(); part; part = part.next_sibling()) {
      if (std::strcmp(part.name(), "DescriptorName") == 0) {
        heading.ui = attribute_of(part, "UI");
        heading.name = text_of(part);
        heading.major = is_major(part);
      } else if (std::strcmp(part.name(), "QualifierName") == 0) {
        heading.qualifiers.push_back({attribute_of(part, "UI"), text_of(part), is_major(part)});
      }
    }
    citation.mesh.push_back(std::move(heading));
  }
}

// MedlinePgn as printed, else StartPage and EndPage.
void read_pages(const pugi::xml_node& pagination, Citation& citation) {
  std::string& pages = citation.journal.pages;
  pages = text_of(pagination.child("MedlinePgn"));
  if (!pages.empty()) return;
  pages = text_of(pagination.child("StartPage"));
  const std::string last = text_of(pagination.child("EndPage"));
  if (!last.empty() && last != pages) pages += '-' + last;
}

// The journal's date; the electronic one where the journal gives none. Never parts of both.
void read_journal(const pugi::xml_node& node, Citation& citation) {
  Journal& journal = citation.journal;
  const pugi::xml_node issue = node.child("JournalIssue");
  journal.issn = text_of(node.child("ISSN"));
  journal.volume = text_of(issue.child("Volume"));
  journal.issue = text_of(issue.child("Issue"));
  journal.title = text_of(node.child("Title"));
  if (journal.abbreviation.empty()) journal.abbreviation = text_of(node.child("ISOAbbreviation"));
  const PartialDate date = read_date(issue.child("PubDate"));
  if (date != PartialDate{}) citation.date = date;
}

void read_journal_info(const pugi::xml_node& node, Citation& citation) {
  std::string abbreviation = text_of(node.child("MedlineTA"));
  if (!abbreviation.empty()) citation.journal.abbreviation = std::move(abbreviation);
}

void read_article_date(const pugi::xml_node& node, Citation& citation) {
  if (citation.date == PartialDate{}) citation.date = read_date(node);
}

void read_electronic_doi(const pugi::xml_node& node, Citation& citation) {
  const std::string_view type = node.attribute("EIdType").value();
  const std::string_view valid = node.attribute("ValidYN").value();
  if (type == "doi" && valid != "N" && citation.doi.empty()) citation.doi = text_of(node);
}

void read_registrations(const pugi::xml_node& list, Citation& citation) {
  for (pugi::xml_node bank = list.child("DataBank"); bank; bank = bank.next_sibling("DataBank")) {
    for (std::string& number : read_texts(bank.child("AccessionNumberList"), "AccessionNumber")) {
      citation.registrations.push_back(std::move(number));
    }
  }
}

void read_substances(const pugi::xml_node& list, Citation& citation) {
  for (pugi::xml_node chemical = list.child("Chemical"); chemical; chemical = chemical.next_sibling("Chemical")) {
    const pugi::xml_node name = chemical.child("NameOfSubstance");
    citation.substances.push_back({attribute_of(name, "UI"), text_of(name)});
  }
}

void read_language(const pugi::xml_node& node, Citation& citation) {
  citation.languages.push_back(text_of(node));
}

void read_other_abstract(const pugi::xml_node& node, Citation& citation) {
  citation.other_abstracts.push_back({attribute_of(node, "Type"), attribute_of(node, "Language"), read_sections(node)});
}

void read_pmid_and_version(const pugi::xml_node& node, Citation& citation) {
  if (citation.pmid != 0) return;  // the first is the record's
  citation.pmid = read_pmid(node);
  citation.version = node.attribute("Version").as_int(1);
}

struct Field {
  std::string_view element;
  void (*read)(const pugi::xml_node& node, Citation& citation);
};

// Hands each child element that a field is named after to that field. Children come in the order of the DTD, mostly,
// and so do the fields: the search goes on from the last one found.
void read_children(const pugi::xml_node& parent, std::span<const Field> fields, Citation& citation) {
  std::size_t last = 0;
  for (pugi::xml_node child = parent.first_child(); child; child = child.next_sibling()) {
    const std::string_view name = child.name();
    if (name.empty()) continue;
    for (std::size_t tried = 0; tried < fields.size(); ++tried) {
      const std::size_t at = (last + tried) % fields.size();
      if (fields[at].element != name) continue;
      fields[at].read(child, citation);
      last = at;
      break;
    }
  }
}

constexpr Field kArticleFields[] = {
    {"Journal", read_journal},
    {"ArticleTitle", [](const auto& node, Citation& citation) { citation.title = text_of(node); }},
    {"Pagination", read_pages},
    {"ELocationID", read_electronic_doi},
    {"Abstract", read_abstract},
    {"AuthorList", [](const auto& node, Citation& citation) { citation.authors = read_authors(node); }},
    {"Language", read_language},
    {"DataBankList", read_registrations},
    {"PublicationTypeList",
     [](const auto& node, Citation& citation) { citation.publication_types = read_terms(node, "PublicationType"); }},
    {"VernacularTitle", [](const auto& node, Citation& citation) { citation.vernacular_title = text_of(node); }},
    {"ArticleDate", read_article_date},
};

void read_article_element(const pugi::xml_node& article, Citation& citation) {
  read_children(article, kArticleFields, citation);
  // Until 2014 the affiliation of the first author stood beside the list of authors.
  std::string affiliation = text_of(article.child("Affiliation"));
  if (!affiliation.empty() && !citation.authors.empty()) {
    citation.authors[0].affiliations.push_back(std::move(affiliation));
  }
  settle_title(citation);
}

constexpr Field kMedlineCitationFields[] = {
    {"PMID", read_pmid_and_version},
    {"DateRevised", [](const auto& node, Citation& citation) { citation.revised = read_date(node); }},
    {"Article", read_article_element},
    {"MedlineJournalInfo", read_journal_info},
    {"ChemicalList", read_substances},
    {"CommentsCorrectionsList", [](const auto& node, Citation& citation) { citation.notices = read_notices(node); }},
    {"MeshHeadingList", read_mesh},
    {"OtherAbstract", read_other_abstract},
    {"KeywordList", read_keywords},
};

}  // namespace

Citation read_article(const pugi::xml_node& record) {
  const bool bare = std::strcmp(record.name(), "MedlineCitation") == 0;
  const pugi::xml_node medline_citation = bare ? record : record.child("MedlineCitation");
  Citation citation;
  citation.status = attribute_of(medline_citation, "Status");
  // Ids of cited papers stand deeper, in the reference list.
  read_article_ids(record.child("PubmedData").child("ArticleIdList"), citation);
  read_children(medline_citation, kMedlineCitationFields, citation);
  if (citation.journal.title.empty()) citation.journal.title = citation.journal.abbreviation;
  return citation;
}

}  // namespace claimcheck
