#include "support/xlsx_builder.h"

#include <vector>

namespace claimcheck {
namespace {

std::string relations(const std::string& content) {
  return R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" + content +
         "</Relationships>";
}

}  // namespace

std::string make_xlsx(const XlsxSketch& sketch) {
  const std::string main = sketch.strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
                                         : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const std::string office = sketch.strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                                           : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const auto relation = [&](const std::string& id, const std::string& role, const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + office + "/" + role + "\" Target=\"" + target + "\"/>";
  };
  std::vector<ZipFile> files{
      {"[Content_Types].xml", R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)"},
      {"_rels/.rels", relations(relation("r1", "officeDocument", "xl/workbook.xml"))},
      {"xl/workbook.xml", "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office +
                              R"("><sheets><sheet name="Claims" sheetId="9" r:id="rA"/></sheets></workbook>)"},
      {"xl/worksheets/sheet1.xml",
       "<worksheet xmlns=\"" + main + "\"><sheetData>" + sketch.rows + "</sheetData></worksheet>"}};
  std::string list = relation("rA", "worksheet", sketch.sheet_target);
  if (!sketch.strings.empty()) {
    list += relation("rB", "sharedStrings", "sharedStrings.xml");
    files.push_back({"xl/sharedStrings.xml", "<sst xmlns=\"" + main + "\">" + sketch.strings + "</sst>"});
  }
  files.push_back({"xl/_rels/workbook.xml.rels", relations(list)});
  return make_zip(files);
}

}  // namespace claimcheck
