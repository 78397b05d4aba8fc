#include "pubmed/citation_xml.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "core/error.h"
#include "pubmed/byte_window.h"
#include "pubmed/record_fields.h"
#include "pubmed/record_slicer.h"

namespace claimcheck {
namespace {

// White space that stands alone between two tags can separate words. No DOCTYPE, so no entities but the five of XML.
constexpr unsigned kParseFlags =
    pugi::parse_cdata | pugi::parse_escapes | pugi::parse_ws_pcdata | pugi::parse_embed_pcdata;

std::string to_utf8(std::span<const char> latin1) {
  std::string utf8;
  utf8.reserve(latin1.size() + latin1.size() / 8);
  for (const char c : latin1) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      utf8 += c;
    } else {
      utf8 += static_cast<char>(0xc0U | (byte >> 6U));
      utf8 += static_cast<char>(0x80U | (byte & 0x3fU));
    }
  }
  return utf8;
}

// Cited papers are not read, and in new records their list is a third of the bytes: cuts it out, from the start of the
// first ReferenceList to the end of the last, where it stands at the end of PubmedData.
std::span<char> without_references(std::span<char> record) {
  constexpr std::string_view kWhiteSpace = " \t\r\n";
  constexpr std::string_view kEnd = "</ReferenceList>";
  const std::string_view text(record.data(), record.size());
  std::size_t tail = text.size();
  for (const std::string_view tag : {std::string_view("</PubmedArticle>"), std::string_view("</PubmedData>")}) {
    tail = text.find_last_not_of(kWhiteSpace, tail - 1) + 1;
    if (!text.substr(0, tail).ends_with(tag)) return record;
    tail -= tag.size();
  }
  if (!text.substr(0, text.find_last_not_of(kWhiteSpace, tail - 1) + 1).ends_with(kEnd)) return record;
  const std::size_t list = find_bytes(text, "<ReferenceList", 0);
  // In a comment or CDATA section that name would be no tag.
  if (list == std::string_view::npos || find_special(text, 0, list) != std::string_view::npos) return record;
  std::copy(text.begin() + static_cast<std::ptrdiff_t>(tail), text.end(),
            record.begin() + static_cast<std::ptrdiff_t>(list));
  return record.first(list + text.size() - tail);
}

/// Parses records one after the other in place.
class RecordParser {
 public:
  /// Parses `bytes`, which it writes to; false, with problem() set, when they are malformed.
  bool parse(std::span<char> bytes) {
    const pugi::xml_parse_result result =
        document_.load_buffer_inplace(bytes.data(), bytes.size(), kParseFlags, pugi::encoding_utf8);
    problem_ = result ? std::string()
                      : fmt::format("{} (byte {} of the record)", result.description(),
                                    std::max<std::ptrdiff_t>(result.offset, 0));
    return result;
  }

  /// The citation of the record parsed last; nullopt, with problem() set, when it has no PMID.
  std::optional<Citation> citation(RecordKind kind) {
    const pugi::xml_node record = document_.document_element();
    Citation citation = kind == RecordKind::book ? read_book(record) : read_article(record);
    if (citation.pmid != 0) return citation;
    problem_ = "it has no PMID";
    return std::nullopt;
  }

  [[nodiscard]] pugi::xml_node record() const { return document_.document_element(); }
  [[nodiscard]] const std::string& problem() const { return problem_; }

  /// The PMID of the record parsed last, as far as parsing went; 0 if it did not get there.
  [[nodiscard]] Pmid pmid() const {
    const pugi::xml_node root = record();
    for (const char* path : {"MedlineCitation/PMID", "BookDocument/PMID", "PMID"}) {
      if (const pugi::xml_node node = root.first_element_by_path(path)) return read_pmid(node);
    }
    return 0;
  }

 private:
  pugi::xml_document document_;
  std::string problem_;
};

/// Parses what the slicer cuts and hands it over.
class CitationStream {
 public:
  CitationStream(const CitationHandler& handler, std::string_view name) : handler_(handler), name_(name) {}

  void take(const RawRecord& raw, bool latin1) {
    ++number_;
    std::span<char> bytes = raw.bytes;
    if (latin1) {
      converted_ = to_utf8(bytes);
      bytes = converted_;
    }
    const bool parsed = parser_.parse(without_references(bytes));
    if (!raw.closed) return report("it has no closing tag");
    if (!parsed) return report(parser_.problem());
    if (raw.kind == RecordKind::deletion) return take_deletions();
    std::optional<Citation> citation = parser_.citation(raw.kind);
    if (!citation) return report(parser_.problem());
    ++counts_.citations;
    if (handler_.citation) handler_.citation(std::move(*citation));
  }

  [[nodiscard]] const CitationCounts& counts() const { return counts_; }

 private:
  void take_deletions() {
    for (const pugi::xml_node& node : parser_.record().children("PMID")) {
      const Pmid pmid = read_pmid(node);
      if (pmid == 0) {
        report("a PMID to delete is no number");
        continue;
      }
      ++counts_.deleted;
      if (handler_.deleted) handler_.deleted(pmid);
    }
  }

  void report(std::string_view problem) {
    ++counts_.bad;
    if (!handler_.bad_record) return;
    const Pmid pmid = parser_.pmid();
    const std::string which = pmid == 0 ? std::string() : fmt::format(" (PMID {})", pmid);
    handler_.bad_record(fmt::format("{}: record {}{} cannot be read: {}", name_, number_, which, problem));
  }

  const CitationHandler& handler_;
  std::string_view name_;
  RecordParser parser_;
  std::string converted_;
  CitationCounts counts_;
  std::size_t number_ = 0;
};

}  // namespace

CitationCounts read_citations(const ByteReader& bytes, std::string_view name, const CitationHandler& handler) {
  RecordSlicer slicer(bytes, std::string(name));
  CitationStream stream(handler, name);
  while (const std::optional<RawRecord> raw = slicer.next()) stream.take(*raw, slicer.is_latin1());
  return stream.counts();
}

Citation parse_citation(std::string_view record) {
  std::vector<char> bytes(record.begin(), record.end());
  RecordParser parser;
  const bool parsed = parser.parse(bytes);
  if (parsed) {
    const std::optional<RecordKind> kind = record_kind(parser.record().name());
    if (!kind || *kind == RecordKind::deletion) {
      throw Error(ErrorKind::input, fmt::format("<{}> is no PubMed record", parser.record().name()));
    }
    if (std::optional<Citation> citation = parser.citation(*kind)) return std::move(*citation);
  }
  const Pmid pmid = parser.pmid();
  const std::string which = pmid == 0 ? std::string("a record") : fmt::format("PMID {}", pmid);
  throw Error(ErrorKind::input, fmt::format("{} cannot be read: {}", which, parser.problem()));
}

}  // namespace claimcheck
