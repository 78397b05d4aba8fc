#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/citation.h"

namespace pugi {
class xml_node;
}

namespace claimcheck {

// Pieces that PubmedArticle and PubmedBookArticle share. Each takes the element named in its comment; an element that
// is not there (a null node) gives an empty value.

/// PMID: its number, or 0 when it is not one.
Pmid read_pmid(const pugi::xml_node& pmid);

/// Abstract or OtherAbstract: its AbstractText elements; those without text are left out. The role is NlmCategory's,
/// and where that is missing or UNASSIGNED, the label's (role_of_label).
std::vector<AbstractSection> read_sections(const pugi::xml_node& abstract);

/// Abstract: fills abstract, copyright and digest.
void read_abstract(const pugi::xml_node& abstract, Citation& citation);

/// AuthorList: its valid authors; ValidYN="N" marks a name that a later entry corrects.
std::vector<Author> read_authors(const pugi::xml_node& author_list);

/// PubDate, ContributionDate, DateRevised …: Year, Month, Day as far as given. A season gives text "2001 Summer", a
/// MedlineDate its own text and the first year in it.
PartialDate read_date(const pugi::xml_node& date);

/// ArticleIdList of the record itself: fills doi and pmcid where they are empty.
void read_article_ids(const pugi::xml_node& article_id_list, Citation& citation);

/// The children of `parent` called `element`: UI and name.
std::vector<ControlledTerm> read_terms(const pugi::xml_node& parent, const char* element);

/// KeywordList: adds its keywords.
void read_keywords(const pugi::xml_node& keyword_list, Citation& citation);

/// The text of each child of `parent` called `element`; empty ones are left out.
std::vector<std::string> read_texts(const pugi::xml_node& parent, const char* element);

/// Settles title, title_translated and vernacular_title when both titles stand in the citation as PubMed writes them:
/// brackets go, and "[Not Available]." or no title gives way to the vernacular one.
void settle_title(Citation& citation);

/// PubmedArticle, or a MedlineCitation by itself.
Citation read_article(const pugi::xml_node& record);

/// PubmedBookArticle.
Citation read_book(const pugi::xml_node& record);

/// CommentsCorrectionsList, one notice for each element.
std::vector<Notice> read_notices(const pugi::xml_node& comments_corrections_list);

}  // namespace claimcheck
