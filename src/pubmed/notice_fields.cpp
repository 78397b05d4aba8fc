#include <algorithm>
#include <cctype>
#include <string_view>

#include <pugixml.hpp>

#include "pubmed/record_fields.h"
#include "pubmed/xml_text.h"

namespace claimcheck {
namespace {

// `RetractionIn` and `retraction_in` are one name.
bool is_ref_type(std::string_view ref_type, std::string_view kind) {
  std::size_t at = 0;
  for (const char c : kind) {
    if (c == '_') continue;
    if (at == ref_type.size() || std::tolower(static_cast<unsigned char>(ref_type[at])) != c) return false;
    ++at;
  }
  return at == ref_type.size();
}

NoticeKind notice_kind(std::string_view ref_type) {
  // Until 2016 partial retractions had types of their own; since then NLM files them as errata.
  if (ref_type == "PartialRetractionIn") return NoticeKind::erratum_in;
  if (ref_type == "PartialRetractionOf") return NoticeKind::erratum_for;
  for (const NoticeKind kind : enum_values<NoticeKind>()) {
    if (is_ref_type(ref_type, to_string(kind))) return kind;
  }
  return NoticeKind::other;
}

}  // namespace

std::vector<Notice> read_notices(const pugi::xml_node& comments_corrections_list) {
  std::vector<Notice> notices;
  for (pugi::xml_node node = comments_corrections_list.child("CommentsCorrections"); node;
       node = node.next_sibling("CommentsCorrections")) {
    Notice notice;
    notice.kind = notice_kind(node.attribute("RefType").value());
    notice.pmid = read_pmid(node.child("PMID"));
    notice.source = text_of(node.child("RefSource"));
    notice.note = text_of(node.child("Note"));
    notices.push_back(std::move(notice));
  }
  return notices;
}

}  // namespace claimcheck
