#include <cstring>

#include <pugixml.hpp>

#include "pubmed/record_fields.h"
#include "pubmed/xml_text.h"

namespace claimcheck {
namespace {

// The author list of `parent` of one type; "authors" is also the type of a list that names none.
std::vector<Author> authors_of_type(const pugi::xml_node& parent, const char* type) {
  for (pugi::xml_node list = parent.child("AuthorList"); list; list = list.next_sibling("AuthorList")) {
    if (std::strcmp(list.attribute("Type").as_string("authors"), type) == 0) return read_authors(list);
  }
  return {};
}

// A chapter's own authors, else those of the book, else its editors.
std::vector<Author> read_book_authors(const pugi::xml_node& document) {
  std::vector<Author> authors = authors_of_type(document, "authors");
  if (authors.empty()) authors = authors_of_type(document.child("Book"), "authors");
  if (authors.empty()) authors = authors_of_type(document.child("Book"), "editors");
  return authors;
}

// A chapter stands in its book, a whole book with its publisher.
void read_titles(const pugi::xml_node& document, Citation& citation) {
  const pugi::xml_node book = document.child("Book");
  const std::string book_title = text_of(book.child("BookTitle"));
  citation.title = text_of(document.child("ArticleTitle"));
  const bool chapter = !citation.title.empty();
  if (!chapter) citation.title = book_title;
  citation.vernacular_title = text_of(document.child("VernacularTitle"));
  settle_title(citation);
  citation.journal.title = chapter ? book_title : text_of(book.child("Publisher").child("PublisherName"));
}

}  // namespace

Citation read_book(const pugi::xml_node& record) {
  const pugi::xml_node document = record.child("BookDocument");
  const pugi::xml_node book = document.child("Book");
  const pugi::xml_node pmid = document.child("PMID");
  Citation citation;
  citation.book = true;
  citation.pmid = read_pmid(pmid);
  citation.version = pmid.attribute("Version").as_int(1);
  read_titles(document, citation);
  citation.journal.volume = text_of(book.child("Volume"));
  citation.journal.pages = text_of(document.child("Pagination").child("MedlinePgn"));
  read_abstract(document.child("Abstract"), citation);
  citation.authors = read_book_authors(document);
  citation.languages = read_texts(document, "Language");
  citation.publication_types = read_terms(document, "PublicationType");
  for (pugi::xml_node list = document.child("KeywordList"); list; list = list.next_sibling("KeywordList"))
    read_keywords(list, citation);
  // A chapter may be decades younger than the first edition of its book.
  citation.date = read_date(document.child("ContributionDate"));
  if (citation.date == PartialDate{}) citation.date = read_date(book.child("PubDate"));
  citation.revised = read_date(document.child("DateRevised"));
  read_article_ids(document.child("ArticleIdList"), citation);
  read_article_ids(record.child("PubmedBookData").child("ArticleIdList"), citation);
  return citation;
}

}  // namespace claimcheck
