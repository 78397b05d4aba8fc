#include "support/docx_builder.h"

#include <cstdint>
#include <stdexcept>

#include <zip.h>

namespace claimcheck {
namespace {

const std::string kHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
                          "\r\n";

std::string word_namespace(bool strict) {
  return strict ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
                : "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
}

std::string relation_type(bool strict, const std::string& role) {
  return (strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
                 : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/") +
         role;
}

std::string escape(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '&') {
      escaped += "&amp;";
    } else if (c == '<') {
      escaped += "&lt;";
    } else if (c == '"') {
      escaped += "&quot;";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string root_xml(const std::string& name, const std::string& content, bool strict) {
  return kHead + "<w:" + name + " xmlns:w=\"" + word_namespace(strict) +
         "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
         "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
         "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
         "xmlns:v=\"urn:schemas-microsoft-com:vml\" "
         "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
         "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" mc:Ignorable=\"w14\">" +
         content + "</w:" + name + ">";
}

}  // namespace

std::string make_zip(const std::vector<ZipFile>& files) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::runtime_error("no archive");
  zip_source_keep(source);
  for (const ZipFile& file : files) {
    zip_source_t* content = zip_source_buffer(archive, file.bytes.data(), file.bytes.size(), 0);
    const zip_int64_t index = zip_file_add(archive, file.name.c_str(), content, ZIP_FL_ENC_UTF_8);
    if (index < 0) throw std::runtime_error("cannot add " + file.name);
    zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, 0x21, 0);
  }
  if (zip_close(archive) != 0) throw std::runtime_error("cannot close the archive");
  zip_stat_t stat;
  zip_source_stat(source, &stat);
  zip_source_open(source);
  std::string bytes(stat.size, '\0');
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

std::string make_document_xml(const DocxSketch& sketch) {
  return root_xml("document", "<w:body>" + sketch.body + "<w:sectPr/></w:body>", sketch.strict);
}

std::string make_docx(const DocxSketch& sketch) {
  const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  std::string types =
      kHead +
      R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
      R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
      R"(<Default Extension="xml" ContentType="application/xml"/>)"
      R"(<Override PartName="/word/document.xml" ContentType=")" +
      word + R"(document.main+xml"/>)";
  const std::string relations_head =
      kHead + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
  std::string relations = relations_head + sketch.relations;
  std::vector<ZipFile> files(3);
  const auto add = [&](const std::string& name, const std::string& content) {
    if (content.empty()) return;
    files.push_back({"word/" + name + ".xml", root_xml(name, content, sketch.strict)});
    types += R"(<Override PartName="/word/)" + name + R"(.xml" ContentType=")" + word + name + R"(+xml"/>)";
    relations += R"(<Relationship Id="r)" + name + R"(" Type=")" + relation_type(sketch.strict, name) +
                 R"(" Target=")" + name + R"(.xml"/>)";
  };
  add("styles", sketch.styles);
  add("footnotes", sketch.footnotes);
  add("endnotes", sketch.endnotes);
  add("comments", sketch.comments);
  files[0] = {"[Content_Types].xml", types + "</Types>"};
  files[1] = {"_rels/.rels", relations_head + R"(<Relationship Id="r1" Type=")" +
                                 relation_type(sketch.strict, "officeDocument") +
                                 R"(" Target="word/document.xml"/></Relationships>)"};
  files[2] = {"word/document.xml", make_document_xml(sketch)};
  files.push_back({"word/_rels/document.xml.rels", relations + "</Relationships>"});
  files.insert(files.end(), sketch.extra.begin(), sketch.extra.end());
  return make_zip(files);
}

std::string run_xml(const std::string& text, const std::string& properties) {
  const std::string look = properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>";
  return "<w:r>" + look + "<w:t xml:space=\"preserve\">" + escape(text) + "</w:t></w:r>";
}

std::string paragraph_xml(const std::string& text, const std::string& style) {
  const std::string properties = style.empty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
  return "<w:p>" + properties + run_xml(text) + "</w:p>";
}

std::string field_xml(const std::string& instruction, const std::string& result) {
  return R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">)" +
         escape(instruction) + R"(</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>)" + result +
         R"(<w:r><w:fldChar w:fldCharType="end"/></w:r>)";
}

}  // namespace claimcheck
