#include "pubmed/record_slicer.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include <fmt/format.h>

#include "core/error.h"
#include "pubmed/foreign_document.h"

namespace claimcheck {
namespace {

constexpr std::size_t kLargestRecord = std::size_t{16} * 1024 * 1024;
constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kWhiteSpace = " \t\r\n";

bool is_set(std::string_view element) {
  return element == "PubmedArticleSet" || element == "PubmedBookArticleSet" || element == "MedlineCitationSet";
}

// The value of `encoding` in the text of an XML declaration, in lower case.
std::string declared_encoding(std::string_view declaration) {
  const std::size_t key = declaration.find("encoding");
  const std::size_t open = declaration.find_first_of("\"'", std::min(key, declaration.size()));
  if (open == kNone) return {};
  const std::size_t close = declaration.find(declaration[open], open + 1);
  std::string value(declaration.substr(open + 1, close == kNone ? 0 : close - open - 1));
  std::transform(value.begin(), value.end(), value.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return value;
}

}  // namespace

std::optional<RecordKind> record_kind(std::string_view element) {
  if (element == "PubmedArticle") return RecordKind::article;
  if (element == "PubmedBookArticle") return RecordKind::book;
  if (element == "MedlineCitation") return RecordKind::medline;
  if (element == "DeleteCitation" || element == "DeleteDocument") return RecordKind::deletion;
  return std::nullopt;
}

RecordSlicer::RecordSlicer(ByteReader bytes, std::string name)
    : window_(std::move(bytes), name, kLargestRecord), name_(std::move(name)) {}

std::optional<RawRecord> RecordSlicer::next() {
  window_.drop(std::exchange(taken_, 0));
  if (place_ == Place::start) check_first_bytes();
  while (place_ != Place::end) {
    std::optional<RawRecord> record = place_ == Place::in_set ? next_in_set() : open_document();
    if (record) return record;
  }
  return std::nullopt;
}

void RecordSlicer::check_first_bytes() {
  window_.hold(3);
  const std::string_view text = window_.text();
  if (text.empty()) fail("is empty");
  if (text.starts_with("\xef\xbb\xbf")) window_.drop(3);
  if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff") || text.substr(0, 2).find('\0') != kNone) {
    fail("is UTF-16; convert it to UTF-8 first (iconv -f UTF-16 -t UTF-8)");
  }
}

// Enters a set, or returns a record that stands by itself.
std::optional<RawRecord> RecordSlicer::open_document() {
  latin1_ = false;
  if (!to_next_tag()) {
    if (place_ == Place::start) fail("holds no XML element");
    place_ = Place::end;
    return std::nullopt;
  }
  const std::string element = element_name(1);
  const std::optional<RecordKind> kind = record_kind(element);
  if (!kind && !is_set(element)) fail_foreign();
  place_ = Place::between_documents;
  if (kind) return cut_record(*kind, element);
  const std::size_t end = end_of_tag(0);
  if (window_.text()[end - 1] != '/') {
    place_ = Place::in_set;
    root_ = element;
  }
  window_.drop(end + 1);
  return std::nullopt;
}

// The next record of the open set; nullopt when the set was closed.
std::optional<RawRecord> RecordSlicer::next_in_set() {
  while (true) {
    if (!to_next_tag()) fail_cut_short();
    if (!has("</", 0)) {
      const std::string element = element_name(1);
      if (const auto kind = record_kind(element)) return cut_record(*kind, element);
      skip_element();
      continue;
    }
    const std::string element = element_name(2);
    window_.drop(end_of_tag(0) + 1);
    if (element == root_) {
      place_ = Place::between_documents;
      return std::nullopt;
    }
  }
}

// The window begins at the start tag of a record. One search, for a piece of its name, finds its end tag, and the start
// of another record or the end of the set where the end tag is missing.
RawRecord RecordSlicer::cut_record(RecordKind kind, const std::string& element) {
  std::size_t from = end_of_tag(0) + 1;
  if (window_.text()[from - 2] == '/') return take(kind, from, true);
  const std::string_view needle = kind == RecordKind::book ? "Pubmed" : std::string_view(element);
  while (true) {
    const std::size_t hit = find_in_record(needle, from);
    from = hit + needle.size();
    if (has("</", hit - 2)) {
      const std::string closed = element_name(hit);
      if (closed == element) return take(kind, end_of_tag(hit) + 1, true);
      if (closed == root_ && place_ == Place::in_set) return take(kind, hit - 2, false);
    } else if (has("<", hit - 1) && record_kind(element_name(hit))) {
      return take(kind, hit - 1, false);
    }
  }
}

// Offset of `needle` outside comments, CDATA and processing instructions.
std::size_t RecordSlicer::find_in_record(std::string_view needle, std::size_t from) {
  while (true) {
    const std::string_view text = window_.text();
    const std::size_t hit = find_bytes(text, needle, from);
    const std::size_t known = hit != kNone ? hit : std::max(from, text.size() - std::min(text.size(), needle.size()));
    const std::size_t special = find_special(text, from, known);
    if (special != kNone) {
      from = end_of_special(special);
      continue;
    }
    if (hit != kNone) return hit;
    from = known;
    if (!window_.grow()) fail_cut_short();
  }
}

RawRecord RecordSlicer::take(RecordKind kind, std::size_t size, bool closed) {
  taken_ = size;
  ++number_;
  return {kind, std::span<char>(window_.data(), size), closed};
}

// Moves to the next start or end tag; false at the end of the stream.
bool RecordSlicer::to_next_tag() {
  while (to_next_markup()) {
    if (has("<!DOCTYPE", 0)) {
      skip_doctype();
    } else if (has("<?", 0)) {
      read_instruction();
    } else if (has("<!", 0)) {
      window_.drop(end_of_special(0));
    } else {
      return true;
    }
  }
  return false;
}

// Moves to the next `<`. Text between the records of a set means nothing; anywhere else it is no XML.
bool RecordSlicer::to_next_markup() {
  while (window_.hold(1)) {
    const std::string_view text = window_.text();
    const std::size_t open = std::min(text.find('<'), text.size());
    if (place_ != Place::in_set && text.substr(0, open).find_first_not_of(kWhiteSpace) != kNone) fail_foreign();
    window_.drop(open);
    if (open < text.size()) return true;
  }
  return false;
}

void RecordSlicer::skip_element() {
  std::size_t depth = 0;
  do {
    if (!to_next_tag()) fail_cut_short();
    const std::size_t end = end_of_tag(0);
    if (has("</", 0)) {
      --depth;
    } else if (window_.text()[end - 1] != '/') {
      ++depth;
    }
    window_.drop(end + 1);
  } while (depth > 0);
}

void RecordSlicer::read_instruction() {
  const std::size_t end = end_of_special(0);
  const std::string_view instruction = window_.text().substr(0, end);
  if (place_ != Place::in_set && instruction.starts_with("<?xml") && instruction.size() > 5 &&
      kWhiteSpace.find(instruction[5]) != kNone) {
    constexpr std::array<std::string_view, 5> kReadAsIs = {"", "utf-8", "utf8", "us-ascii", "ascii"};
    const std::string encoding = declared_encoding(instruction);
    latin1_ = encoding == "iso-8859-1" || encoding == "latin1";
    if (!latin1_ && std::find(kReadAsIs.begin(), kReadAsIs.end(), encoding) == kReadAsIs.end()) {
      fail(fmt::format("is declared to be in {}; convert it to UTF-8 first (iconv) and declare that",
                       quote_text(encoding)));
    }
  }
  window_.drop(end);
}

// The internal subset may hold `>` in quotes and comments; none of it is acted on.
void RecordSlicer::skip_doctype() {
  int brackets = 0;
  for (std::size_t at = 2;; ++at) {
    if (!window_.hold(at + 1)) fail_cut_short();
    const char c = window_.text()[at];
    if (c == '"' || c == '\'') {
      at = window_.find({&c, 1}, at + 1);
      if (at == kNone) fail_cut_short();
    } else if (c == '<' && (has("<!--", at) || has("<?", at))) {
      at = end_of_special(at) - 1;
    } else if (c == '[') {
      ++brackets;
    } else if (c == ']') {
      --brackets;
    } else if (c == '>' && brackets <= 0) {
      window_.drop(at + 1);
      return;
    }
  }
}

// One past the comment, CDATA section, processing instruction or declaration that begins at `from`.
std::size_t RecordSlicer::end_of_special(std::size_t from) {
  std::string_view close = ">";
  std::size_t inside = from + 2;
  if (has("<!--", from)) {
    close = "-->";
    inside = from + 4;
  } else if (has("<![CDATA[", from)) {
    close = "]]>";
    inside = from + 9;
  } else if (has("<?", from)) {
    close = "?>";
  }
  const std::size_t end = window_.find(close, inside);
  if (end == kNone) fail_cut_short();
  return end + close.size();
}

// Offset of the `>` of the tag that begins at or before `from`; attribute values may hold one too.
std::size_t RecordSlicer::end_of_tag(std::size_t from) {
  for (std::size_t at = from;;) {
    at = window_.text().find_first_of("\"'>", at);
    if (at == kNone) {
      at = window_.text().size();
      if (!window_.grow()) fail_cut_short();
      continue;
    }
    const char c = window_.text()[at];
    if (c == '>') return at;
    at = window_.find({&c, 1}, at + 1);
    if (at == kNone) fail_cut_short();
    ++at;
  }
}

// The name that begins at `from`, right behind `<` or `</`.
std::string RecordSlicer::element_name(std::size_t from) {
  std::size_t end = from;
  while ((end = window_.text().find_first_of(" \t\r\n/>", end)) == kNone) {
    end = window_.text().size();
    if (!window_.grow()) break;
  }
  return std::string(window_.text().substr(from, end - from));
}

bool RecordSlicer::has(std::string_view token, std::size_t at) {
  window_.hold(at + token.size());
  return window_.text().substr(std::min(at, window_.text().size())).starts_with(token);
}

void RecordSlicer::fail(std::string_view problem) const {
  throw Error(ErrorKind::input, fmt::format("{}: {}", name_, problem));
}

void RecordSlicer::fail_cut_short() const {
  const std::string before = root_.empty() ? "a closing tag" : fmt::format("</{}>", root_);
  fail(fmt::format("stops before {}, after record {}: it was cut short; fetch it again", before, number_));
}

void RecordSlicer::fail_foreign() {
  window_.hold(kForeignHead);
  if (place_ == Place::start) fail(describe_foreign_document(window_.text()));
  fail(fmt::format("goes on after its closing tag: {}", describe_foreign_document(window_.text())));
}

}  // namespace claimcheck
