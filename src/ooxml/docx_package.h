#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ooxml/part_relations.h"
#include "ooxml/xml_part.h"
#include "ooxml/zip_package.h"

namespace claimcheck {

/// A Word document (.docx, .docm, .dotx, .dotm) as a package of parts. Macros are parts like any other: never run.
class DocxPackage {
 public:
  /// `bytes` must outlive the package; `name` stands for the file in messages. Throws Error(input), one clear sentence,
  /// on what is no Word document (an old .doc, a password, OpenDocument, RTF, PDF, a spreadsheet …), and on a main
  /// document that no relationship leads to, or that is not there.
  DocxPackage(std::string_view bytes, std::string_view name);

  [[nodiscard]] const ZipPackage& zip() const { return zip_; }
  [[nodiscard]] const std::string& main_part() const { return main_part_; }

  /// The relationships of a part, or with an empty name those of the package; none when it has no list of them.
  [[nodiscard]] std::vector<PartRelation> relations_of(std::string_view part) const;

  /// The part to which the main document has a relationship of this role; empty when there is none. Throws
  /// Error(input) when the part is missing or is the main document itself.
  [[nodiscard]] std::string related(std::string_view role) const;

  [[nodiscard]] XmlPart parse(const std::string& part) const;

 private:
  void find_main_part();
  [[noreturn]] void refuse(const std::string& why) const;

  ZipPackage zip_;
  std::vector<PartRelation> main_relations_;
  std::string main_part_;
};

/// The content type that the list of types ([Content_Types].xml) gives for a part; empty when it has none.
std::string content_type_of(const XmlPart& types, std::string_view part);

}  // namespace claimcheck
