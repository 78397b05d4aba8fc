#include "intake/citation_fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "intake/citation_marks.h"
#include "ooxml/docx_fields.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

using nlohmann::json;

constexpr std::size_t kMostSources = 200;
constexpr std::size_t kLongestField = 2000;
constexpr std::size_t kMostDigits = 8;

std::optional<Pmid> pmid_of(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
  text = text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
  Pmid pmid = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), pmid);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && pmid > 0 && text.size() <= kMostDigits ? std::optional<Pmid>(pmid) : std::nullopt;
}

// "https://doi.org/10.1000/ABC" as "10.1000/abc"; empty for what is no DOI.
std::string doi_of(std::string_view text) {
  const std::size_t begin = text.find("10.");
  if (begin == std::string_view::npos || text.size() > kLongestField) return {};
  std::string doi(text.substr(begin, text.find_first_of(" \t\r\n", begin) - begin));
  std::transform(doi.begin(), doi.end(), doi.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return doi.find('/') == std::string::npos ? std::string() : doi;
}

std::string text_of(const json& item, const char* name) {
  const auto value = item.find(name);
  if (value == item.end()) return {};
  if (value->is_number_unsigned()) return std::to_string(value->get<std::uint64_t>());
  return value->is_string() ? value->get<std::string>() : std::string();
}

// Zotero keeps the PMID in the note, a line of its own.
std::optional<Pmid> pmid_in_note(std::string_view note) {
  constexpr std::string_view kName = "PMID:";
  const std::size_t at = note.find(kName);
  if (at == std::string_view::npos || (at > 0 && note[at - 1] != '\n')) return std::nullopt;
  const std::string_view rest = note.substr(at + kName.size());
  return pmid_of(rest.substr(0, rest.find('\n')));
}

CitedSource read_csl_item(const json& item) {
  CitedSource source;
  source.pmid = pmid_of(text_of(item, "PMID"));
  if (!source.pmid) source.pmid = pmid_in_note(text_of(item, "note"));
  source.doi = doi_of(text_of(item, "DOI"));
  source.title = text_of(item, "title");
  return source;
}

bool is_known(const CitedSource& source) {
  return source.pmid || !source.doi.empty() || !source.title.empty();
}

std::vector<CitedSource> read_csl(std::string_view text) {
  std::vector<CitedSource> sources;
  constexpr int kMostLevels = 64;
  const auto too_deep = [](int depth, json::parse_event_t, json&) { return depth <= kMostLevels; };
  const json field = json::parse(text, too_deep, false);
  if (!field.is_object()) return sources;
  const auto items = field.find("citationItems");
  if (items == field.end() || !items->is_array()) return sources;
  for (const json& item : *items) {
    if (!item.is_object() || sources.size() >= kMostSources) continue;
    const auto data = item.find("itemData");
    if (data == item.end() || !data->is_object()) continue;
    CitedSource source = read_csl_item(*data);
    if (is_known(source)) sources.push_back(std::move(source));
  }
  return sources;
}

// The text of the first element of this name, without mark-up in it; entities are those of XML.
std::string element_text(std::string_view xml, std::string_view name) {
  const std::string start = '<' + std::string(name) + '>';
  const std::size_t begin = xml.find(start);
  if (begin == std::string_view::npos) return {};
  const std::size_t end = xml.find("</" + std::string(name) + '>', begin);
  if (end == std::string_view::npos) return {};
  std::string text;
  bool tag = false;
  for (const char c : xml.substr(begin + start.size(), std::min(end - begin - start.size(), kLongestField))) {
    if (c == '<') tag = true;
    if (!tag) text += c;
    if (c == '>') tag = false;
  }
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kEntities{
      {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}}};
  for (const auto& [entity, character] : kEntities) {
    for (std::size_t at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1)) {
      text.replace(at, entity.size(), character);
    }
  }
  return repair_utf8(text);
}

// Accession numbers are PMIDs only in records that come from PubMed.
bool is_from_pubmed(std::string_view record) {
  const std::string database = fold_case(element_text(record, "remote-database-name"));
  return database.empty() || database.find("medline") != std::string::npos ||
         database.find("pubmed") != std::string::npos;
}

std::vector<CitedSource> read_endnote(std::string_view xml) {
  constexpr std::string_view kCite = "<Cite>";
  constexpr std::string_view kEnd = "</Cite>";
  std::vector<CitedSource> sources;
  for (std::size_t at = xml.find(kCite); at != std::string_view::npos && sources.size() < kMostSources;
       at = xml.find(kCite, at + 1)) {
    const std::size_t end = xml.find(kEnd, at);
    if (end == std::string_view::npos) break;
    const std::string_view record = xml.substr(at, end - at);
    CitedSource source;
    if (is_from_pubmed(record)) source.pmid = pmid_of(element_text(record, "accession-num"));
    source.doi = doi_of(element_text(record, "electronic-resource-num"));
    source.title = element_text(record, "title");
    if (is_known(source)) sources.push_back(std::move(source));
  }
  return sources;
}

int base64_digit(char c) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::size_t at = kDigits.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

}  // namespace

std::string decode_base64(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
    const int digit = base64_digit(c);
    if (digit < 0) break;
    bits = (bits << 6U | static_cast<std::uint32_t>(digit)) & 0xFFFFFFU;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>((bits >> count) & 0xFFU);
  }
  return bytes;
}

std::vector<CitedSource> read_citation_field(std::string_view instruction, std::string_view data) {
  constexpr std::string_view kMendeleyCite = "MENDELEY_CITATION_v3_";
  const std::size_t begin = std::min(instruction.find_first_not_of(" \t\r\n"), instruction.size());
  instruction.remove_prefix(begin);
  if (instruction.starts_with(kMendeleyCite)) return read_csl(decode_base64(instruction.substr(kMendeleyCite.size())));
  if (!instruction.starts_with("ADDIN ")) return {};
  if (instruction.find("CSL_CITATION") != std::string_view::npos) {
    const std::size_t brace = instruction.find('{');
    return brace == std::string_view::npos ? std::vector<CitedSource>() : read_csl(instruction.substr(brace));
  }
  if (instruction.find("EN.CITE") == std::string_view::npos) return {};
  std::vector<CitedSource> sources = read_endnote(instruction);
  return sources.empty() ? read_endnote(decode_base64(data)) : sources;
}

std::vector<CitedSource> read_word_citation(std::string_view instruction,
                                            const std::map<std::string, DocxSource>& list) {
  std::vector<CitedSource> sources;
  for (const std::string& tag : tags_of_citation(instruction)) {
    const auto entry = list.find(tag);
    if (entry == list.end() || sources.size() >= kMostSources) continue;
    const DocxSource& given = entry->second;
    CitedSource source;
    source.doi = doi_of(given.doi);
    source.title = given.title;
    for (const std::string& field : {given.url, given.standard_number, given.comments}) {
      if (!source.pmid) source.pmid = find_pmid(field);
      if (source.doi.empty()) source.doi = find_doi(field);
    }
    if (is_known(source)) sources.push_back(std::move(source));
  }
  return sources;
}

}  // namespace claimcheck
