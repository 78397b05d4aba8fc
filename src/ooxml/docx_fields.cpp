#include "ooxml/docx_fields.h"

#include <utility>

namespace claimcheck {
namespace {

constexpr std::size_t kMostOpen = 32;
constexpr std::size_t kMostInstruction = std::size_t{1} << 20U;

// Words at white space; a quoted one without its quotes.
std::vector<std::string> split_instruction(std::string_view instruction) {
  constexpr std::size_t kMostWords = 256;
  constexpr std::string_view kSpace = " \t\r\n";
  std::vector<std::string> words;
  for (std::size_t at = instruction.find_first_not_of(kSpace);
       at != std::string_view::npos && words.size() < kMostWords; at = instruction.find_first_not_of(kSpace, at)) {
    const bool quoted = instruction[at] == '"';
    if (quoted) ++at;
    std::size_t end = quoted ? instruction.find('"', at) : instruction.find_first_of(kSpace, at);
    if (end == std::string_view::npos) end = instruction.size();
    words.emplace_back(instruction.substr(at, end - at));
    at = quoted ? end + 1 : end;
    if (at >= instruction.size()) break;
  }
  return words;
}

}  // namespace

void FieldStack::begin(std::size_t unit) {
  if (fields_.size() >= kMostOpen) {
    ++overflow_;
    return;
  }
  OpenField field;
  field.unit = unit;
  fields_.push_back(std::move(field));
  ++codes_;
}

void FieldStack::add_instruction(std::string_view text) {
  if (fields_.empty() || overflow_ > 0 || fields_.back().in_result) return;
  std::string& instruction = fields_.back().instruction;
  if (instruction.size() + text.size() <= kMostInstruction) instruction += text;
}

// Reference managers keep data with a field inside the code of the field that it belongs to.
void FieldStack::add_data(std::string_view base64) {
  if (!fields_.empty() && fields_.front().data.empty() && base64.size() <= kMostInstruction) {
    fields_.front().data = base64;
  }
}

void FieldStack::separate(std::size_t paragraph, std::size_t position) {
  if (fields_.empty() || overflow_ > 0 || fields_.back().in_result) return;
  fields_.back().in_result = true;
  fields_.back().paragraph = paragraph;
  fields_.back().begin = position;
  --codes_;
}

std::optional<OpenField> FieldStack::end() {
  if (overflow_ > 0) {
    --overflow_;
    return std::nullopt;
  }
  if (fields_.empty()) return std::nullopt;
  OpenField field = std::move(fields_.back());
  fields_.pop_back();
  if (!field.in_result) --codes_;
  return field;
}

bool FieldStack::shows_text() const {
  return codes_ == 0;
}

std::string_view FieldStack::outermost() const {
  return fields_.empty() || !fields_.front().in_result ? std::string_view() : fields_.front().instruction;
}

std::vector<std::string> tags_of_citation(std::string_view instruction) {
  std::vector<std::string> tags;
  const std::vector<std::string> words = split_instruction(instruction);
  if (words.size() < 2 || words[0] != "CITATION") return tags;
  tags.push_back(words[1]);
  for (std::size_t i = 2; i + 1 < words.size(); ++i) {
    if (words[i] == "\\m") tags.push_back(words[++i]);
  }
  return tags;
}

std::string target_of_instruction(std::string_view instruction) {
  const std::vector<std::string> words = split_instruction(instruction);
  if (words.size() < 2) return {};
  if (words[0] == "REF" || words[0] == "NOTEREF") return '#' + words[1];
  if (words[0] != "HYPERLINK") return {};
  std::string address;
  std::string bookmark;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i] == "\\l" && i + 1 < words.size()) {
      bookmark = words[++i];
    } else if ((words[i] == "\\o" || words[i] == "\\t") && i + 1 < words.size()) {
      ++i;
    } else if (!words[i].starts_with('\\') && address.empty()) {
      address = words[i];
    }
  }
  return bookmark.empty() ? address : address + '#' + bookmark;
}

}  // namespace claimcheck
