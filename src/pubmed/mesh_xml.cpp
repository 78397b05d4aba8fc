#include <array>
#include <charconv>
#include <span>
#include <utility>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "pubmed/foreign_document.h"
#include "pubmed/mesh_reading.h"
#include "pubmed/xml_text.h"

namespace claimcheck {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr unsigned kParseFlags =
    pugi::parse_cdata | pugi::parse_escapes | pugi::parse_ws_pcdata | pugi::parse_embed_pcdata;

/// What else NLM and PubMed publish as XML, by the root of the file.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kOtherFiles{{
    {"QualifierRecordSet", "is the MeSH file of qualifiers (qual20NN.xml)"},
    {"SupplementalRecordSet", "is the MeSH file of supplementary concepts (supp20NN.xml)"},
    {"PharmacologicalActionSet", "is the MeSH file of pharmacological actions (pa20NN.xml)"},
    {"PubmedArticleSet", "is PubMed XML, for: claimcheck library import FILE. For MeSH"},
    {"MedlineCitationSet", "is PubMed XML, for: claimcheck library import FILE. For MeSH"},
}};

/// "nlmdescriptorrecordset_20260101.dtd" → 2026; 0 when there is none.
int year_of_doctype(std::string_view doctype) {
  constexpr std::string_view kBefore = "recordset_";
  const std::size_t at = doctype.find(kBefore);
  int year = 0;
  if (at == kNone || at + kBefore.size() + 4 > doctype.size()) return 0;
  const char* digits = doctype.data() + at + kBefore.size();
  std::from_chars(digits, digits + 4, year);
  return year;
}

/// Reads one file from its first `<`.
class MeshXmlReader {
 public:
  MeshXmlReader(ByteWindow& window, MeshReading& reading) : window_(window), reading_(reading) {}

  MeshFileInfo read() {
    open_root();
    while (to_tag()) {
      if (window_.text().starts_with("</")) {
        check_end();
        return info_;
      }
      take_record();
    }
    reading_.fail_cut_short();
  }

 private:
  /// Moves to the next start or end tag, past text, declarations, comments and DOCTYPE; false at the end.
  bool to_tag() {
    while (true) {
      const std::size_t open = window_.find("<", 0);
      if (open == kNone) return false;
      window_.drop(open);
      window_.hold(4);
      const std::string_view text = window_.text();
      if (!text.starts_with("<!") && !text.starts_with("<?")) return true;
      const std::string_view close = text.starts_with("<!--") ? "-->" : text.starts_with("<?") ? "?>" : ">";
      const std::size_t end = window_.find(close, 2);
      if (end == kNone) reading_.fail_cut_short();
      if (window_.text().starts_with("<!DOCTYPE")) info_.year = year_of_doctype(window_.text().substr(0, end));
      window_.drop(end + close.size());
    }
  }

  void open_root() {
    if (!to_tag()) reading_.fail(fmt::format("holds no XML element; {}", kMeshWayOut));
    const std::string element = tag_name();
    if (element == "DescriptorRecordSet") {
      window_.drop(end_of_tag() + 1);
      return;
    }
    for (const auto& [root, what] : kOtherFiles) {
      if (element == root) reading_.fail(fmt::format("{}, {}", what, kMeshWayOut));
    }
    window_.hold(kForeignHead);
    reading_.fail(fmt::format("is no MeSH XML but <{}> (“{}”); {}", quote_text(element),
                              quote_text(window_.text().substr(0, kForeignHead)), kMeshWayOut));
  }

  /// The name of the tag that the window begins with.
  std::string tag_name() {
    const std::size_t end = end_of_tag();  // moves the text
    const std::string_view tag = window_.text().substr(0, end);
    return std::string(tag.substr(1, std::min(tag.find_first_of(" \t\r\n/", 1), tag.size()) - 1));
  }

  std::size_t end_of_tag() {
    const std::size_t end = window_.find(">", 1);
    if (end == kNone) reading_.fail_cut_short();
    return end;
  }

  void check_end() {
    const std::size_t end = end_of_tag();
    if (!window_.text().substr(0, end).starts_with("</DescriptorRecordSet")) {
      reading_.fail_record("a closing tag stands by itself");
    }
    window_.drop(end + 1);
    if (to_tag()) reading_.fail("goes on after </DescriptorRecordSet>; fetch it again");
  }

  void take_record() {
    constexpr std::string_view kClose = "</DescriptorRecord>";
    const std::string element = tag_name();
    if (element != "DescriptorRecord") {
      reading_.fail_record(fmt::format("<{}> stands in its place", quote_text(element)));
    }
    const std::size_t end = window_.find(kClose, 0);
    if (end == kNone) reading_.fail_cut_short();
    const std::span<char> record(window_.data(), end + kClose.size());
    const pugi::xml_parse_result parsed =
        document_.load_buffer_inplace(record.data(), record.size(), kParseFlags, pugi::encoding_utf8);
    if (!parsed) reading_.fail_record(parsed.description());
    reading_.take(descriptor_of(document_.document_element()));
    window_.drop(record.size());
  }

  static MeshDescriptor descriptor_of(const pugi::xml_node& record) {
    MeshDescriptor descriptor;
    descriptor.ui = text_of(record.child("DescriptorUI"));
    descriptor.name = text_of(record.child("DescriptorName").child("String"));
    for (const pugi::xml_node& tree : record.child("TreeNumberList").children("TreeNumber")) {
      descriptor.trees.push_back(text_of(tree));
    }
    // The other concepts of a record are narrower, broader or related ones, and their terms no synonyms.
    for (const pugi::xml_node& meaning : record.child("ConceptList").children("Concept")) {
      if (std::string_view(meaning.attribute("PreferredConceptYN").value()) == "N") continue;
      for (const pugi::xml_node& term : meaning.child("TermList").children("Term")) {
        descriptor.entry_terms.push_back(text_of(term.child("String")));
      }
    }
    return descriptor;
  }

  ByteWindow& window_;
  MeshReading& reading_;
  MeshFileInfo info_;
  pugi::xml_document document_;
};

}  // namespace

MeshFileInfo read_mesh_xml(ByteWindow& window, MeshReading& reading) {
  return MeshXmlReader(window, reading).read();
}

}  // namespace claimcheck
