#include <algorithm>
#include <string>
#include <unordered_map>

#include "core/error.h"
#include "text/cue_table.h"

namespace claimcheck {
namespace {

constexpr std::string_view kGap = "…";
constexpr std::string_view kNumber = "<n>";
constexpr std::string_view kMaskName = "mask";

/// The parts of `text` between the separators, empty ones left out.
std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

}  // namespace

/// Builds a CueTable line by line.
class CueFileParser {
 public:
  explicit CueFileParser(std::string_view name) : name_(name) {}

  CueTable parse(std::string_view data) {
    for (std::size_t begin = 0; begin < data.size();) {
      const std::size_t end = std::min(data.find('\n', begin), data.size());
      ++line_;
      read_line(data.substr(begin, end - begin));
      begin = end + 1;
    }
    table_.sets_.resize(next_id_);
    table_.first_nodes_.resize(next_id_);
    for (const auto& [id, node] : table_.nodes_.front().next) table_.first_nodes_[id] = node;
    return std::move(table_);
  }

 private:
  using WordId = CueTable::WordId;
  using NodeId = CueTable::NodeId;
  static constexpr std::size_t kNoKind = CueTable::kKinds;

  /// One place of a phrase: any of some words, or a gap.
  struct Element {
    std::vector<WordId> words;
    bool optional = false;
    bool gap = false;
  };

  void read_line(std::string_view line) {
    const auto words = split(line, " \t\r");
    if (words.empty() || words.front().front() == '#') return;
    if (words.front().front() == '[') {
      kind_ = parse_kind(words.front());
      return;
    }
    if (words.size() == 3 && words[1] == "=") {
      define_set(words[0], words[2]);
      return;
    }
    if (kind_ == kNoKind) fail("a phrase stands before the first [kind]; put it below one");
    std::vector<Element> phrase;
    phrase.reserve(words.size());
    for (const std::string_view word : words) phrase.push_back(parse_element(word));
    const auto is_firm = [](const Element& element) { return !element.optional && !element.gap; };
    if (phrase.front().gap || phrase.back().gap || std::none_of(phrase.begin(), phrase.end(), is_firm)) {
      fail("a phrase must begin and end with a word and hold one that is not optional");
    }
    add(phrase, 0);
  }

  [[nodiscard]] std::size_t parse_kind(std::string_view heading) const {
    if (heading.back() != ']') fail("a [kind] heading lacks its closing bracket");
    const std::string_view kind = heading.substr(1, heading.size() - 2);
    if (kind == kMaskName) return CueTable::kMask;
    const auto known = parse_enum<CueKind>(kind);
    if (!known) fail("unknown kind \"" + std::string(kind) + "\"; the kinds are listed in src/text/cues.h");
    return static_cast<std::size_t>(*known);
  }

  Element parse_element(std::string_view text) {
    Element element;
    if (text == kGap) {
      element.gap = true;
      return element;
    }
    if (text.size() > 1 && text.back() == '?') {
      element.optional = true;
      text.remove_suffix(1);
    }
    for (const std::string_view word : split(text, "|")) element.words.push_back(parse_word(word));
    if (element.words.empty()) fail("an element holds no word");
    return element;
  }

  void define_set(std::string_view name, std::string_view words) {
    const auto [entry, fresh] = set_ids_.emplace(name, next_id_);
    if (fresh) ++next_id_;
    for (const std::string_view word : split(words, "|")) {
      const WordId id = parse_word(word);
      if (table_.sets_.size() <= id) table_.sets_.resize(id + 1);
      auto& sets = table_.sets_[id];
      if (std::find(sets.begin(), sets.end(), entry->second) == sets.end()) sets.push_back(entry->second);
    }
  }

  WordId parse_word(std::string_view word) {
    if (word.size() > 1 && word.front() == '<') {
      const auto set = set_ids_.find(std::string(word));
      if (set == set_ids_.end()) fail("the set " + std::string(word) + " is not defined above");
      return set->second;
    }
    const bool by_stem = word.size() > 1 && word.back() == '~';
    if (by_stem) word.remove_suffix(1);
    const auto tokens = tokenize(word);
    if (tokens.size() != 1) fail("\"" + std::string(word) + "\" is not one word; write words apart, without hyphen");
    const std::string& text = by_stem ? tokens[0].stem : tokens[0].norm;
    CueTable::Entry& entry = table_.entries_[text];
    WordId& id = by_stem ? entry.stem : entry.word;
    if (id == CueTable::kNoWord) id = next_id_++;
    return id;
  }

  void add(std::span<const Element> phrase, NodeId from) {
    if (phrase.empty()) {
      table_.nodes_[from].kinds |= 1U << kind_;
      return;
    }
    const Element& element = phrase.front();
    if (element.optional) add(phrase.subspan(1), from);
    if (element.gap) add(phrase.subspan(1), gap_child(from));
    for (const WordId word : element.words) add(phrase.subspan(1), child(from, word));
  }

  NodeId new_node() {
    table_.nodes_.emplace_back();
    return static_cast<NodeId>(table_.nodes_.size() - 1);
  }

  NodeId child(NodeId from, WordId word) {
    if (const NodeId known = table_.find_child(from, word); known != 0) return known;
    const NodeId fresh = new_node();
    auto& next = table_.nodes_[from].next;
    const std::pair<WordId, NodeId> entry{word, fresh};
    next.insert(std::upper_bound(next.begin(), next.end(), entry), entry);
    return fresh;
  }

  NodeId gap_child(NodeId from) {
    if (table_.nodes_[from].gap == 0) {
      const NodeId fresh = new_node();
      table_.nodes_[from].gap = fresh;
    }
    return table_.nodes_[from].gap;
  }

  [[noreturn]] void fail(const std::string& why) const {
    throw Error(ErrorKind::input, std::string(name_) + ":" + std::to_string(line_) + ": " + why);
  }

  std::string_view name_;
  std::size_t line_ = 0;
  std::size_t kind_ = kNoKind;
  std::unordered_map<std::string, WordId> set_ids_{{std::string(kNumber), CueTable::kAnyNumber}};
  WordId next_id_ = CueTable::kFirstFree;
  CueTable table_;
};

CueTable CueTable::parse(std::string_view data, std::string_view name) {
  return CueFileParser(name).parse(data);
}

}  // namespace claimcheck
