#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "pubmed/foreign_document.h"
#include "pubmed/mesh_reading.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kNewRecord = "*NEWRECORD";

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == kNone) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// Reads lines `NAME = value`, a record from each `*NEWRECORD` on.
class MeshAsciiReader {
 public:
  explicit MeshAsciiReader(MeshReading& reading) : reading_(reading) {}

  void read_line(std::string_view line) {
    if (trim(line) == kNewRecord) {
      finish_record();
      in_record_ = true;
      return;
    }
    const std::size_t equals = line.find('=');
    if (equals == kNone) return;  // the rest of a long note
    read_field(trim(line.substr(0, equals)), trim(line.substr(equals + 1)));
  }

  /// The UI is the last line of a record, so a file that stops inside one has none there.
  void finish_record() {
    if (!in_record_) return;
    if (descriptor_.ui.empty()) reading_.fail_cut_short();
    reading_.take(std::exchange(descriptor_, {}));
  }

 private:
  void read_field(std::string_view field, std::string_view value) {
    if (field == "RECTYPE") {
      check_type(value);
    } else if (field == "MH") {
      descriptor_.name = repair_utf8(value);
    } else if (field == "UI") {
      descriptor_.ui = repair_utf8(value);
    } else if (field == "MN") {
      descriptor_.trees.push_back(repair_utf8(value));
    } else if (field == "ENTRY" || field == "PRINT ENTRY") {
      descriptor_.entry_terms.push_back(repair_utf8(trim(value.substr(0, value.find('|')))));
    }
  }

  void check_type(std::string_view type) const {
    if (type == "D" || type.empty()) return;
    if (type == "Q") reading_.fail(fmt::format("is the MeSH file of qualifiers (q20NN.bin), {}", kMeshWayOut));
    if (type == "C") {
      reading_.fail(fmt::format("is the MeSH file of supplementary concepts (c20NN.bin), {}", kMeshWayOut));
    }
    reading_.fail_record(fmt::format("it is of an unknown type (“{}”)", quote_text(type)));
  }

  MeshReading& reading_;
  MeshDescriptor descriptor_;
  bool in_record_ = false;
};

}  // namespace

MeshFileInfo read_mesh_ascii(ByteWindow& window, MeshReading& reading) {
  MeshAsciiReader reader(reading);
  while (window.hold(1)) {
    const std::size_t found = window.find("\n", 0);  // moves the text
    const std::string_view text = window.text();
    const std::size_t end = std::min(found, text.size());
    reader.read_line(text.substr(0, end));
    window.drop(std::min(end + 1, text.size()));
  }
  reader.finish_record();
  return {};
}

}  // namespace claimcheck
