#include "bench/bare_fields.h"

#include <string>
#include <vector>

#include <pugixml.hpp>

#include "bench/bare_text.h"

namespace claimcheck::bench {
namespace {

std::string text(const pugi::xml_node& node) {
  std::string all;
  add_bare_text(node, all);
  return all;
}

std::string attribute(const pugi::xml_node& node, const char* name) {
  return node.attribute(name).value();
}

PartialDate date(const pugi::xml_node& node) {
  return {node.child("Year").text().as_int(), node.child("Month").text().as_int(), node.child("Day").text().as_int(),
          text(node.child("MedlineDate"))};
}

std::vector<AbstractSection> sections(const pugi::xml_node& node) {
  std::vector<AbstractSection> all;
  for (const pugi::xml_node& part : node.children("AbstractText")) {
    const bool results = attribute(part, "NlmCategory") == "RESULTS";
    all.push_back({attribute(part, "Label"), results ? SectionRole::results : SectionRole::unassigned, text(part)});
  }
  return all;
}

Author author(const pugi::xml_node& node) {
  Author one;
  one.last_name = text(node.child("LastName"));
  one.fore_name = text(node.child("ForeName"));
  one.initials = text(node.child("Initials"));
  one.suffix = text(node.child("Suffix"));
  one.collective_name = text(node.child("CollectiveName"));
  for (const pugi::xml_node& id : node.children("Identifier")) {
    if (attribute(id, "Source") == "ORCID") one.orcid = text(id);
  }
  for (const pugi::xml_node& info : node.children("AffiliationInfo")) {
    one.affiliations.push_back(text(info.child("Affiliation")));
  }
  return one;
}

Journal journal(const pugi::xml_node& article, const pugi::xml_node& citation) {
  const pugi::xml_node node = article.child("Journal");
  const pugi::xml_node issue = node.child("JournalIssue");
  return {text(node.child("Title")),  text(citation.child("MedlineJournalInfo").child("MedlineTA")),
          text(node.child("ISSN")),   text(issue.child("Volume")),
          text(issue.child("Issue")), text(article.child("Pagination").child("MedlinePgn"))};
}

std::vector<ControlledTerm> terms(const pugi::xml_node& list, const char* element) {
  std::vector<ControlledTerm> all;
  for (const pugi::xml_node& node : list.children(element)) all.push_back({attribute(node, "UI"), text(node)});
  return all;
}

std::vector<MeshHeading> headings(const pugi::xml_node& list) {
  std::vector<MeshHeading> all;
  for (const pugi::xml_node& node : list.children("MeshHeading")) {
    const pugi::xml_node name = node.child("DescriptorName");
    MeshHeading heading{attribute(name, "UI"), text(name), attribute(name, "MajorTopicYN") == "Y", {}};
    for (const pugi::xml_node& part : node.children("QualifierName")) {
      heading.qualifiers.push_back({attribute(part, "UI"), text(part), attribute(part, "MajorTopicYN") == "Y"});
    }
    all.push_back(std::move(heading));
  }
  return all;
}

void read_ids(const pugi::xml_node& record, Citation& citation) {
  for (const pugi::xml_node& id : record.child("PubmedData").child("ArticleIdList").children("ArticleId")) {
    if (attribute(id, "IdType") == "doi") citation.doi = text(id);
    if (attribute(id, "IdType") == "pmc") citation.pmcid = text(id);
  }
}

void read_lists(const pugi::xml_node& node, const pugi::xml_node& article, Citation& citation) {
  for (const pugi::xml_node& part : node.children("OtherAbstract")) {
    citation.other_abstracts.push_back({attribute(part, "Type"), attribute(part, "Language"), sections(part)});
  }
  for (const pugi::xml_node& list : node.children("KeywordList")) {
    for (const pugi::xml_node& keyword : list.children("Keyword")) citation.keywords.push_back(text(keyword));
  }
  for (const pugi::xml_node& language : article.children("Language")) citation.languages.push_back(text(language));
  for (const pugi::xml_node& bank : article.child("DataBankList").children("DataBank")) {
    for (const pugi::xml_node& number : bank.child("AccessionNumberList").children("AccessionNumber")) {
      citation.registrations.push_back(text(number));
    }
  }
  for (const pugi::xml_node& part : node.child("CommentsCorrectionsList").children("CommentsCorrections")) {
    const bool retraction = attribute(part, "RefType") == "RetractionIn";
    citation.notices.push_back({retraction ? NoticeKind::retraction_in : NoticeKind::other,
                                part.child("PMID").text().as_uint(), text(part.child("RefSource")),
                                text(part.child("Note"))});
  }
}

}  // namespace

Citation read_bare_fields(const pugi::xml_node& record) {
  const pugi::xml_node node = record.child("MedlineCitation");
  const pugi::xml_node article = node.child("Article");
  Citation citation;
  citation.pmid = node.child("PMID").text().as_uint();
  citation.version = node.child("PMID").attribute("Version").as_int();
  citation.status = attribute(node, "Status");
  citation.title = text(article.child("ArticleTitle"));
  citation.vernacular_title = text(article.child("VernacularTitle"));
  citation.abstract = sections(article.child("Abstract"));
  citation.copyright = text(article.child("Abstract").child("CopyrightInformation"));
  citation.journal = journal(article, node);
  citation.date = date(article.child("Journal").child("JournalIssue").child("PubDate"));
  citation.revised = date(node.child("DateRevised"));
  citation.publication_types = terms(article.child("PublicationTypeList"), "PublicationType");
  citation.mesh = headings(node.child("MeshHeadingList"));
  for (const pugi::xml_node& chemical : node.child("ChemicalList").children("Chemical")) {
    const pugi::xml_node name = chemical.child("NameOfSubstance");
    citation.substances.push_back({attribute(name, "UI"), text(name)});
  }
  for (const pugi::xml_node& person : article.child("AuthorList").children("Author")) {
    if (attribute(person, "ValidYN") != "N") citation.authors.push_back(author(person));
  }
  read_ids(record, citation);
  read_lists(node, article, citation);
  return citation;
}

}  // namespace claimcheck::bench
