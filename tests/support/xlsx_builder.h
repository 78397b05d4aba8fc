#pragma once

#include <string>

#include "support/docx_builder.h"

namespace claimcheck {

/// A workbook with one sheet, "Claims", as the parts that a test cares about.
struct XlsxSketch {
  std::string rows = {};     ///< content of sheetData
  std::string strings = {};  ///< content of sst; empty: no such part
  std::string sheet_target = "worksheets/sheet1.xml";
  bool strict = false;  ///< namespaces of ISO 29500 strict
};

std::string make_xlsx(const XlsxSketch& sketch);

}  // namespace claimcheck
