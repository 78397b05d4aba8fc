#pragma once

#include <string>
#include <vector>

namespace claimcheck {

struct ZipFile {
  std::string name;
  std::string bytes;
};

/// A ZIP archive with these files in this order.
std::string make_zip(const std::vector<ZipFile>& files);

/// A Word document as the parts that a test cares about; an empty one is left out.
struct DocxSketch {
  std::string body;       ///< content of w:body
  std::string styles;     ///< content of w:styles
  std::string footnotes;  ///< content of w:footnotes; of endnotes likewise
  std::string endnotes;
  std::string comments;
  std::string relations;       ///< further relationships of the main document
  std::vector<ZipFile> extra;  ///< further files
  bool strict = false;         ///< namespaces of ISO 29500 strict
};

std::string make_docx(const DocxSketch& sketch);

/// The main part of make_docx(sketch).
std::string make_document_xml(const DocxSketch& sketch);

/// A paragraph of one run, `text` escaped where it has to be.
std::string paragraph_xml(const std::string& text, const std::string& style = {});

/// A run; `properties` is the content of its w:rPr.
std::string run_xml(const std::string& text, const std::string& properties = {});

/// The runs of a complex field; `instruction` escaped, `result` as XML.
std::string field_xml(const std::string& instruction, const std::string& result);

}  // namespace claimcheck
