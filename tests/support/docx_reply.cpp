#include "support/docx_reply.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <stdexcept>

#include "ooxml/xml_part.h"
#include "ooxml/zip_package.h"

namespace claimcheck {
namespace {

std::string paragraph_id_before(const std::string& comments, std::size_t at) {
  const std::string name = "w14:paraId=\"";
  const std::size_t found = comments.rfind(name, at);
  if (found == std::string::npos) throw std::invalid_argument("the comment has no id");
  return comments.substr(found + name.size(), 8);
}

void insert_before(std::string& part, const std::string& end_tag, const std::string& content) {
  const std::size_t at = part.rfind(end_tag);
  if (at == std::string::npos) throw std::invalid_argument("a part has no " + end_tag);
  part.insert(at, content);
}

}  // namespace

std::string add_reply(std::string_view document, const std::string& claim, const std::string& author,
                      const std::string& text) {
  const ZipPackage zip(document, "document.docx");
  std::string comments = zip.read("word/comments.xml");
  std::string states = zip.read("word/commentsExtended.xml");
  const std::size_t last_line = comments.find("claimcheck " + encode_xml(claim) + " · ");
  if (last_line == std::string::npos) throw std::invalid_argument("there is no comment on " + claim);
  const std::string parent = paragraph_id_before(comments, last_line);
  char id[9];
  std::snprintf(id, sizeof id, "%08zX", comments.size());  // free: each reply makes the part longer
  std::string paragraphs;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    paragraphs += std::string("<w:p") + (end == text.size() ? " w14:paraId=\"" + std::string(id) + "\"" : "") +
                  "><w:r><w:t xml:space=\"preserve\">" + encode_xml(text.substr(begin, end - begin)) +
                  "</w:t></w:r></w:p>";
    begin = end + 1;
  }
  insert_before(comments, "</w:comments>",
                "<w:comment xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" w:id=\"" +
                    std::to_string(comments.size()) + "\" w:author=\"" + encode_xml(author) +
                    "\" w:date=\"2026-11-29T10:00:00Z\">" + paragraphs + "</w:comment>");
  insert_before(states, "</w15:commentsEx>",
                "<w15:commentEx xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\" w15:paraId=\"" +
                    std::string(id) + "\" w15:paraIdParent=\"" + parent + "\" w15:done=\"0\"/>");
  return zip.write({{"word/comments.xml", comments}, {"word/commentsExtended.xml", states}});
}

}  // namespace claimcheck
