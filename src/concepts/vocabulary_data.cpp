#include "concepts/vocabulary_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <system_error>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/error.h"

namespace claimcheck {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::string_view kPatientsSuffix = "_patients";

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string> split_list(std::string_view list) {
  std::vector<std::string> items;
  while (!list.empty()) {
    const std::size_t end = list.find(';');
    const std::string_view item = trim(list.substr(0, end));
    if (!item.empty()) items.emplace_back(item);
    list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
  }
  return items;
}

void append(std::vector<std::string>& to, std::vector<std::string> items) {
  std::move(items.begin(), items.end(), std::back_inserter(to));
}

bool is_id(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

/// Reads line after line, keeping the path of concepts from the root to the latest one.
class Reader {
 public:
  explicit Reader(std::string_view name) : name_(name) {}

  void read_line(std::string_view line) {
    ++line_;
    const std::string_view content = trim(line);
    if (content.empty() || content.front() == '#') return;
    if (content.front() == '.') {
      read_field(content.substr(1));
    } else {
      read_concept(content, line.find_first_not_of(' '));
    }
  }

  std::vector<ConceptEntry> take() {
    for (const ConceptEntry& written : entries_) {
      if (written.has_kind) continue;
      line_ = written.line;
      fail(fmt::format("'{}' has no '.kind', and nothing above it has one", written.entry.id));
    }
    return std::move(entries_);
  }

 private:
  [[noreturn]] void fail(const std::string& why) const {
    throw Error(ErrorKind::input, fmt::format("{}:{}: {}", name_, line_, why));
  }

  void read_concept(std::string_view content, std::size_t indent) {
    const std::size_t colon = content.find(':');
    const std::string_view id = trim(content.substr(0, colon));
    if (colon == std::string_view::npos || !is_id(id)) {
      fail(fmt::format("'{}' is neither 'id: term; term' nor a '.field'", content.substr(0, 60)));
    }
    if (indent % kIndent != 0 || indent / kIndent > path_.size()) {
      fail(fmt::format("'{}' must be indented by two spaces for each concept above it", id));
    }
    path_.resize(indent / kIndent);
    ConceptEntry concept_entry;
    if (!path_.empty()) {
      const ConceptEntry& above = entries_[path_.back()];
      concept_entry.entry.broader = {above.entry.id};
      inherit(concept_entry, above);
    }
    concept_entry.entry.id = id;
    concept_entry.entry.terms = split_list(content.substr(colon + 1));
    concept_entry.line = line_;
    path_.push_back(entries_.size());
    index_.emplace(concept_entry.entry.id, entries_.size());
    entries_.push_back(std::move(concept_entry));
  }

  static void inherit(ConceptEntry& to, const ConceptEntry& above) {
    to.has_kind = above.has_kind;
    to.entry.kind = above.entry.kind;
    to.entry.valence = above.entry.valence;
    to.entry.harm = above.entry.harm;
    to.entry.surrogate_of = above.entry.surrogate_of;
    to.entry.prevents = above.entry.prevents;
  }

  void read_broader(ConceptEntry& latest, std::string_view value) {
    const std::vector<std::string> ids = split_list(value);
    if (!latest.has_kind && !ids.empty()) {
      const auto above = index_.find(ids.front());
      if (above != index_.end()) inherit(latest, entries_[above->second]);
    }
    append(latest.entry.broader, ids);
  }

  /// Where the values of a field that is a plain list go; nullptr for other fields.
  static std::vector<std::string>* list_field(ConceptEntry& concept_entry, std::string_view field) {
    if (field == "terms") return &concept_entry.entry.terms;
    if (field == "signs") return &concept_entry.signs;
    if (field == "mesh") return &concept_entry.entry.mesh;
    if (field == "apart") return &concept_entry.entry.apart;
    if (field == "prevents") return &concept_entry.entry.prevents;
    if (field == "surrogate_of") return &concept_entry.entry.surrogate_of;
    return nullptr;
  }

  void read_field(std::string_view content) {
    if (entries_.empty()) fail("a field must follow the concept that it belongs to");
    const std::size_t space = content.find(' ');
    const std::string_view field = content.substr(0, space);
    const std::string_view value = space == std::string_view::npos ? "" : trim(content.substr(space));
    ConceptEntry& latest = entries_.back();
    if (std::vector<std::string>* list = list_field(latest, field)) {
      append(*list, split_list(value));
    } else if (field == "broader") {
      read_broader(latest, value);
    } else if (field == "patients") {
      if (!latest.patients) latest.patients.emplace();
      append(*latest.patients, split_list(value));
    } else if (field == "opposite") {
      latest.entry.opposite = value;
    } else if (field == "ages") {
      latest.entry.ages = read_ages(value);
    } else if (field == "kind") {
      latest.entry.kind = read_enum<ConceptKind>(field, value);
      latest.has_kind = true;
    } else if (field == "valence") {
      latest.entry.valence = read_enum<Valence>(field, value);
    } else if (field == "harm") {
      if (value != "yes" && value != "no") fail(fmt::format("'.harm {}' must be yes or no", value));
      latest.entry.harm = value == "yes";
    } else {
      fail(fmt::format("unknown field '.{}'", field));
    }
  }

  AgeRange read_ages(std::string_view value) const {
    AgeRange ages;
    const char* const end = value.data() + value.size();
    const auto low = std::from_chars(value.data(), end, ages.low);
    const bool spaced = low.ec == std::errc() && low.ptr != end && *low.ptr == ' ';
    const auto high = spaced ? std::from_chars(low.ptr + 1, end, ages.high) : low;
    if (!spaced || high.ec != std::errc() || high.ptr != end || ages.high <= ages.low) {
      fail(fmt::format("'.ages {}' must be two numbers of years, the lower one first", value));
    }
    return ages;
  }

  template <typename E>
  E read_enum(std::string_view field, std::string_view value) const {
    const auto parsed = parse_enum<E>(value);
    if (!parsed) fail(fmt::format("unknown {} '{}'", field, value));
    return *parsed;
  }

  std::string_view name_;
  std::size_t line_ = 0;
  std::vector<ConceptEntry> entries_;
  std::unordered_map<std::string, std::size_t> index_;  ///< by id
  std::vector<std::size_t> path_;                       ///< indices of the concepts from the root down
};

std::vector<ConceptEntry> with_populations(std::vector<ConceptEntry> entries) {
  std::unordered_set<std::string> with_patients;
  for (const ConceptEntry& written : entries) {
    if (written.patients) with_patients.insert(written.entry.id);
  }
  const std::size_t count = entries.size();
  entries.reserve(count + with_patients.size());
  for (std::size_t i = 0; i < count; ++i) {
    if (entries[i].patients) {
      ConceptEntry people{entries[i].entry, {}, std::nullopt, true, entries[i].line};
      people.entry.id += kPatientsSuffix;
      people.entry.kind = ConceptKind::population;
      people.entry.valence = Valence::neutral;
      people.entry.harm = false;
      people.entry.opposite.clear();
      people.entry.apart.clear();
      people.entry.surrogate_of.clear();
      people.entry.prevents.clear();
      people.entry.broader.clear();
      for (const std::string& above : entries[i].entry.broader) {
        if (with_patients.contains(above)) people.entry.broader.push_back(above + std::string(kPatientsSuffix));
      }
      append(people.entry.terms, *entries[i].patients);
      entries.push_back(std::move(people));
    }
    append(entries[i].entry.terms, std::move(entries[i].signs));
  }
  return entries;
}

}  // namespace

std::vector<ConceptEntry> parse_concepts(std::string_view data, std::string_view name) {
  Reader reader(name);
  while (!data.empty()) {
    const std::size_t end = data.find('\n');
    reader.read_line(data.substr(0, end));
    data.remove_prefix(end == std::string_view::npos ? data.size() : end + 1);
  }
  return with_populations(reader.take());
}

}  // namespace claimcheck
