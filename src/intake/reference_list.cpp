#include "intake/reference_list.h"

#include <algorithm>
#include <optional>

#include "text/utf8.h"

namespace claimcheck {

namespace {

bool is_figure(char c) {
  return c >= '0' && c <= '9';
}

/// An entry's own number, "[3]", "3.", "3)", and where its words begin.
std::pair<std::size_t, std::size_t> read_own_number(std::string_view text) {
  std::size_t at = text.starts_with('[') || text.starts_with('(') ? 1 : 0;
  const std::size_t begin = at;
  std::size_t number = 0;
  while (at < text.size() && is_figure(text[at]) && at - begin < 4) {
    number = number * 10 + static_cast<std::size_t>(text[at++] - '0');
  }
  const bool closed =
      at > begin && at < text.size() && std::string_view(".)]").find(text[at]) != std::string_view::npos;
  if (!closed) return {0, 0};
  ++at;
  while (at < text.size() && text[at] == ' ') ++at;
  return {number, at};
}

/// "Smith J, Lee K. Title. Journal. 2020": what stands between the authors and the next full stop; behind "(2020)."
/// where the year comes second. The whole entry where neither is found.
std::string read_title(std::string_view entry) {
  std::size_t begin = std::string_view::npos;
  const std::size_t year = entry.find("). ");
  if (year != std::string_view::npos && year > 5 && is_figure(entry[year - 1])) begin = year + 3;
  for (std::size_t at = entry.find(". "); begin == std::string_view::npos && at != std::string_view::npos;
       at = entry.find(". ", at + 1)) {
    const bool initial = at > 0 && entry[at - 1] >= 'A' && entry[at - 1] <= 'Z';
    const bool others = entry.substr(0, at).ends_with("et al");
    if (initial || others) begin = at + 2;
  }
  if (begin == std::string_view::npos) return std::string(entry);
  const std::size_t end = entry.find_first_of(".?", begin);
  if (end == std::string_view::npos || end < begin + 10) return std::string(entry);
  return std::string(entry.substr(begin, end - begin));
}

}  // namespace

ReferenceList::ReferenceList(const Document& document) {
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::reference || block.text.empty()) continue;
    const auto [number, begin] = read_own_number(block.text);
    const std::string_view words = std::string_view(block.text).substr(begin);
    Entry entry;
    entry.source.pmid = find_pmid(words);
    entry.source.doi = find_doi(words);
    for (const ReferenceMark& mark : block.marks) {
      if (!entry.source.pmid) entry.source.pmid = find_pmid(mark.url);
      if (entry.source.doi.empty()) entry.source.doi = find_doi(mark.url);
    }
    entry.source.title = read_title(words);
    entry.folded = fold_case(words);
    by_number_.emplace(number > 0 ? number : entries_.size() + 1, entries_.size());
    if (!block.anchor.empty()) by_anchor_.emplace(block.anchor, entries_.size());
    entries_.push_back(std::move(entry));
  }
}

const ReferenceList::Entry* ReferenceList::find(const CitationMark::AuthorYear& name) const {
  const auto fits = [&](const Entry& entry) {
    return entry.folded.starts_with(name.author) && entry.folded.find(name.year) != std::string::npos;
  };
  const auto entry = std::find_if(entries_.begin(), entries_.end(), fits);
  return entry == entries_.end() ? nullptr : &*entry;
}

std::vector<CitedSource> ReferenceList::resolve(const CitationMark& mark) const {
  std::vector<CitedSource> sources = mark.sources;
  const auto add = [&](const Entry* entry) {
    CitedSource source;
    if (entry != nullptr) source = entry->source;
    source.label = mark.label;
    if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(std::move(source));
  };
  const auto anchored = by_anchor_.find(mark.anchor);
  if (!mark.anchor.empty() && anchored != by_anchor_.end()) {
    add(&entries_[anchored->second]);
    return sources;
  }
  for (const std::size_t number : mark.numbers) {
    const auto numbered = by_number_.find(number);
    add(numbered == by_number_.end() ? nullptr : &entries_[numbered->second]);
  }
  for (const CitationMark::AuthorYear& name : mark.names) add(find(name));
  if (sources.empty() && !mark.anchor.empty()) add(nullptr);
  return sources;
}

}  // namespace claimcheck
