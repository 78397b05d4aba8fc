#include "ooxml/docx_comments.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/core.h>

#include "core/error.h"
#include "ooxml/docx_anchors.h"
#include "ooxml/docx_comment_parts.h"
#include "ooxml/xml_edits.h"
#include "ooxml/xml_part.h"

namespace claimcheck {
namespace {

// Paragraphs have ids in every part that holds text.
ParagraphIds gather_ids(const DocxPackage& package) {
  ParagraphIds ids;
  ids.add_used(package.zip().read(package.main_part()));
  for (const PartRelation& relation : package.relations_of(package.main_part())) {
    const bool holds_text = relation.role.starts_with("comments") || relation.role == "footnotes" ||
                            relation.role == "endnotes" || relation.role == "header" || relation.role == "footer";
    const std::string part = holds_text && !relation.external ? package.zip().find(relation.target) : std::string();
    if (!part.empty()) ids.add_used(package.zip().read(part));
  }
  return ids;
}

// What was written has to say the same as before.
void check_text(const std::string& bytes, const DocxPackage& package, const DocxText& before) {
  const DocxText after = read_docx_text(DocxPackage(bytes, package.zip().name()));
  const bool same = std::equal(before.paragraphs.begin(), before.paragraphs.end(), after.paragraphs.begin(),
                               after.paragraphs.end(), [](const DocxParagraph& a, const DocxParagraph& b) {
                                 return a.text == b.text && a.marks == b.marks && a.cell == b.cell;
                               });
  if (same) return;
  throw Error(ErrorKind::internal,
              fmt::format("{}: putting comments in would have changed its text, so nothing was written; please report "
                          "this, with the document if you can",
                          package.zip().name()));
}

}  // namespace

std::string add_comments(const DocxPackage& package, const DocxText& text, const std::vector<DocxComment>& comments,
                         const DocxCommentAuthor& author) {
  CommentParts parts(package);
  ParagraphIds ids = gather_ids(package);
  std::vector<NumberedComment> numbered;
  std::vector<DocxAnchor> anchors;
  for (const DocxComment& comment : comments) {
    const std::size_t id = parts.next_id() + numbered.size();
    numbered.push_back({&comment, id, ids.take(comment.key), {}});
    numbered.back().durable_id = ids.take("durable " + comment.key);
    anchors.push_back({comment.paragraph, comment.words, id});
  }
  if (numbered.empty()) return package.zip().write({});
  parts.add(numbered, author);
  std::map<std::string, std::string> changed = parts.changed();
  const XmlPart main = package.parse(package.main_part());
  changed[package.main_part()] = insert_all(main.source(), place_anchors(main.source(), text, anchors));
  std::string bytes = package.zip().write(changed);
  check_text(bytes, package, text);
  return bytes;
}

}  // namespace claimcheck
