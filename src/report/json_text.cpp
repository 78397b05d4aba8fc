#include "report/json_text.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "text/utf8.h"

namespace claimcheck {
namespace {

bool needs_escape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void append_escaped(std::string& json, char c) {
  static constexpr std::string_view plain = "\"\\\b\f\n\r\t";
  static constexpr std::string_view letters = "\"\\bfnrt";
  static constexpr std::string_view hex = "0123456789abcdef";
  json += '\\';
  if (const std::size_t at = plain.find(c); at != std::string_view::npos) {
    json += letters[at];
    return;
  }
  const auto byte = static_cast<unsigned char>(c);
  json += "u00";
  json += hex[byte >> 4U];
  json += hex[byte & 0xFU];
}

bool opens(char mark) {
  return mark == '{' || mark == '[';
}

bool closes(char mark) {
  return mark == '}' || mark == ']';
}

/// Where the string of a JSON text ends whose opening quote stands at `at`: behind its closing one.
std::size_t end_of_string(std::string_view json, std::size_t at) {
  for (++at; json[at] != '"'; ++at) {
    if (json[at] == '\\') ++at;
  }
  return at + 1;
}

}  // namespace

JsonText::JsonText(std::initializer_list<Member> members) {
  append_members(members);
}

JsonText::JsonText(const std::vector<Member>& members) {
  append_members(members);
}

JsonText JsonText::parse(std::string_view json) {
  JsonText value;
  value.text_ = nlohmann::ordered_json::parse(json).dump();
  return value;
}

std::string JsonText::indented() const {
  const std::string_view json = text_;
  std::string lines;
  lines.reserve(json.size() * 2);
  std::size_t depth = 0;
  const auto start_line = [&] {
    lines += '\n';
    lines.append(depth * 2, ' ');
  };
  for (std::size_t at = 0; at < json.size();) {
    const char mark = json[at];
    const std::size_t end = mark == '"' ? end_of_string(json, at) : at + 1;
    if (closes(mark) && !opens(json[at - 1])) {
      --depth;
      start_line();
    }
    lines += json.substr(at, end - at);
    if (opens(mark) && !closes(json[end])) {
      ++depth;
      start_line();
    } else if (mark == ',') {
      start_line();
    } else if (mark == ':') {
      lines += ' ';
    }
    at = end;
  }
  return lines;
}

template <typename Members>
void JsonText::append_members(const Members& members) {
  std::size_t size = 2;
  for (const Member& member : members) size += member.name.size() + member.value.text_.size() + 4;
  text_.reserve(size);
  text_ = '{';
  for (const Member& member : members) {
    if (text_.size() > 1) text_ += ',';
    append_string(member.name);
    text_ += ':';
    text_ += member.value.text_;
  }
  text_ += '}';
}

void JsonText::append_item(const JsonText& item) {
  if (text_.size() > 1) text_ += ',';
  text_ += item.text_;
}

void JsonText::append_number(double value) {
  text_ += nlohmann::json(value).dump();
}

void JsonText::append_string(std::string_view text) {
  if (!is_valid_utf8(text)) return append_string(repair_utf8(text));
  text_ += '"';
  while (!text.empty()) {
    auto run = static_cast<std::size_t>(std::find_if(text.begin(), text.end(), needs_escape) - text.begin());
    text_ += text.substr(0, run);
    if (run < text.size()) append_escaped(text_, text[run++]);
    text.remove_prefix(run);
  }
  text_ += '"';
}

}  // namespace claimcheck
