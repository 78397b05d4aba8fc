#include "ooxml/docx_comment_parts.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/core.h>
#include <pugixml.hpp>

#include "ooxml/docx_styles.h"
#include "ooxml/xml_edits.h"
#include "ooxml/xml_part.h"

namespace claimcheck {
namespace {

constexpr std::string_view kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
constexpr std::string_view kContentTypes = "[Content_Types].xml";
constexpr std::string_view kWord = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view kStrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
constexpr std::string_view kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view kStrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships/";
constexpr std::string_view kWord2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
constexpr std::string_view kWord2012 = "http://schemas.microsoft.com/office/word/2012/wordml";
constexpr std::string_view kCommentIds = "http://schemas.microsoft.com/office/word/2016/wordml/cid";
constexpr std::uint32_t kHighestId = 0x7FFFFFFE;

std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 16777619U;
  }
  return hash;
}

std::string words_xml(const DocxCommentWords& words, bool styled) {
  std::string look;
  if (words.bold) look += "<w:b/>";
  if (words.italic) look += "<w:i/>";
  if (!styled) look += R"(<w:sz w:val="20"/><w:szCs w:val="20"/>)";
  if (!look.empty()) look = "<w:rPr>" + look + "</w:rPr>";
  return fmt::format(R"(<w:r>{}<w:t xml:space="preserve">{}</w:t></w:r>)", look, encode_xml(words.text));
}

std::string folder_of(std::string_view part) {
  return std::string(part.substr(0, part.rfind('/') + 1));
}

}  // namespace

struct CommentParts::ListKind {
  std::string_view role;  // of the relationship, and the part's name
  std::string_view type;  // of the relationship
  std::string_view content_type;
  std::string_view prefix;
  std::string_view address;  // of the namespace
};

void ParagraphIds::add_used(std::string_view source) {
  for (const std::string_view name : {std::string_view("paraId=\""), std::string_view("durableId=\"")}) {
    for (std::size_t at = source.find(name); at != std::string_view::npos; at = source.find(name, at + 1)) {
      std::uint32_t id = 0;
      const char* begin = source.data() + at + name.size();
      const char* end = begin + std::min<std::size_t>(8, source.size() - at - name.size());
      if (std::from_chars(begin, end, id, 16).ec == std::errc()) used_.insert(id);
    }
  }
}

std::string ParagraphIds::take(std::string_view key) {
  std::uint32_t id = hash_of(key) % kHighestId + 1;
  while (!used_.insert(id).second) id = id % kHighestId + 1;
  return fmt::format("{:08X}", id);
}

CommentParts::CommentParts(const DocxPackage& package) : package_(package) {
  const XmlPart main = package.parse(package.main_part());
  for (const pugi::xml_attribute attribute : main.root().attributes()) {
    if (attribute.value() == kStrictWord) strict_ = true;
  }
  const std::string styles = package.related("styles");
  if (!styles.empty()) {
    const DocxStyles known(package.parse(styles));
    text_style_ = known.id_of("annotation text");
    reference_style_ = known.id_of("annotation reference");
  }
  const std::string comments = package.related("comments");
  if (comments.empty()) return;
  const XmlPart part = package.parse(comments);
  for (const pugi::xml_node node : part.root().children()) {
    if (!part.is_word(node, "comment")) continue;
    const std::string text = attribute_value(node, "id");
    std::uint32_t id = 0;
    std::from_chars(text.data(), text.data() + text.size(), id);
    next_id_ = std::max<std::size_t>(next_id_, std::size_t{id} + 1);
  }
}

void CommentParts::add(const std::vector<NumberedComment>& comments, const DocxCommentAuthor& author) {
  const ListKind plain{"comments", strict_ ? kStrictRelations : kRelations,
                       "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml", "w",
                       strict_ ? kStrictWord : kWord};
  const ListKind extended{"commentsExtended", "http://schemas.microsoft.com/office/2011/relationships/",
                          "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml", "w15",
                          kWord2012};
  const ListKind ids{"commentsIds", "http://schemas.microsoft.com/office/2016/09/relationships/",
                     "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsIds+xml", "w16cid",
                     kCommentIds};
  std::string texts;
  std::string states;
  std::string durable;
  for (const NumberedComment& comment : comments) {
    texts += comment_xml(comment, author);
    states +=
        fmt::format(R"(<w15:commentEx xmlns:w15="{}" w15:paraId="{}" w15:done="0"/>)", kWord2012, comment.paragraph_id);
    durable += fmt::format(R"(<w16cid:commentId xmlns:w16cid="{}" w16cid:paraId="{}" w16cid:durableId="{}"/>)",
                           kCommentIds, comment.paragraph_id, comment.durable_id);
  }
  append(plain, texts);
  append(extended, states);
  if (!package_.related("commentsIds").empty()) append(ids, durable);
}

// Each comment declares its namespaces itself: the root that is there may know them under other prefixes, or not.
std::string CommentParts::comment_xml(const NumberedComment& comment, const DocxCommentAuthor& author) const {
  const std::string date = author.date.empty() ? "" : fmt::format(R"( w:date="{}T00:00:00Z")", author.date);
  std::string xml = fmt::format(R"(<w:comment xmlns:w="{}" xmlns:w14="{}" w:id="{}" w:author="{}"{} w:initials="{}">)",
                                strict_ ? kStrictWord : kWord, kWord2010, comment.id, encode_xml(author.name), date,
                                encode_xml(author.initials));
  const auto& lines = comment.comment->lines;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool last = i + 1 == lines.size();
    xml += last ? fmt::format(R"(<w:p w14:paraId="{}" w14:textId="77777777">)", comment.paragraph_id) : "<w:p>";
    xml += text_style_.empty() ? R"(<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>)"
                                 R"(<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>)"
                               : fmt::format(R"(<w:pPr><w:pStyle w:val="{}"/></w:pPr>)", encode_xml(text_style_));
    if (i == 0) {
      const std::string style = reference_style_.empty() ? ""
                                                         : fmt::format(R"(<w:rPr><w:rStyle w:val="{}"/></w:rPr>)",
                                                                       encode_xml(reference_style_));
      xml += fmt::format("<w:r>{}<w:annotationRef/></w:r>", style);
    }
    for (const DocxCommentWords& words : lines[i]) xml += words_xml(words, !text_style_.empty());
    xml += "</w:p>";
  }
  return xml + "</w:comment>";
}

std::string& CommentParts::content_of(const std::string& part) {
  const auto known = changed_.find(part);
  if (known != changed_.end()) return known->second;
  // Parsed first, so that what is appended to is known to be well-formed, and UTF-8.
  return changed_.emplace(part, package_.parse(part).source()).first->second;
}

void CommentParts::append(const ListKind& kind, const std::string& content) {
  std::string part = package_.related(kind.role);
  if (part.empty()) part = add_part(kind);
  std::string& source = content_of(part);
  source = append_to_root(source, content);
}

// A new, empty list, with its relationship and content type.
std::string CommentParts::add_part(const ListKind& kind) {
  const std::string folder = folder_of(package_.main_part());
  std::string name = fmt::format("{}.xml", kind.role);
  for (int i = 1; !package_.zip().find(folder + name).empty(); ++i) name = fmt::format("{}{}.xml", kind.role, i);
  std::string part = folder + name;
  // Word processors that do not know the namespaces of later Words are told to pass over them.
  changed_[part] = fmt::format(
      R"({0}<{1}:{2} xmlns:{1}="{3}" xmlns:w14="{4}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"></{1}:{2}>)",
      kHead, kind.prefix, kind.role == "commentsExtended" ? "commentsEx" : kind.role, kind.address, kWord2010);

  std::string types_part = package_.zip().find(kContentTypes);
  std::string& types = content_of(types_part);
  types = append_to_root(
      types,
      fmt::format(
          R"(<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types" PartName="/{}" ContentType="{}"/>)",
          part, kind.content_type));

  std::string relations_name = package_.zip().find(relations_part(package_.main_part()));
  if (relations_name.empty()) {
    relations_name = relations_part(package_.main_part());
    changed_.try_emplace(
        relations_name,
        fmt::format(
            R"({}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>)",
            kHead));
  }
  std::string& relations = content_of(relations_name);
  std::string id = fmt::format("claimcheck-{}", kind.role);
  while (relations.find('"' + id + '"') != std::string::npos) id += '-';
  relations = append_to_root(
      relations,
      fmt::format(
          R"(<Relationship xmlns="http://schemas.openxmlformats.org/package/2006/relationships" Id="{}" Type="{}{}" Target="{}"/>)",
          id, kind.type, kind.role, name));
  return part;
}

}  // namespace claimcheck
