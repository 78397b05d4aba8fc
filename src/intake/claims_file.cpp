#include "intake/claims_file.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "core/claim_frame.h"
#include "core/error.h"
#include "intake/nearest_name.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

using nlohmann::json;
using Names = std::span<const std::string_view>;

constexpr std::uint64_t kSchemaVersion = 1;
constexpr std::size_t kMaxDepth = 8;
constexpr std::size_t kMaxShown = 60;
constexpr std::size_t kSha256Digits = 64;
constexpr std::string_view kSkeleton = R"({"schema_version": 1, "claims": [{"id": "…", "text": "…"}]})";

constexpr std::array<std::string_view, 3> kFileFields{"schema_version", "description", "claims"};
constexpr std::array<std::string_view, 4> kClaimFields{"id", "text", "origin", "frame"};
constexpr std::array<std::string_view, 4> kOriginFields{"document", "sha256", "section", "span"};
constexpr std::array<std::string_view, 2> kSpanFields{"begin", "end"};
constexpr std::array<std::string_view, 13> kFrameSlots{"kind",       "strength", "polarity",   "direction", "subject",
                                                       "comparator", "outcome",  "population", "route",     "dose",
                                                       "duration",   "setting",  "quantifier"};

/// `text` cut to what fits a one-line message; `text` is valid UTF-8.
std::string cut(std::string_view text) {
  const Span head = to_bytes(text, Span{0, kMaxShown});
  return head.end < text.size() ? fmt::format("{}…", slice(text, head)) : std::string(text);
}

/// `text` in double quotes, cut, control characters escaped.
std::string in_quotes(std::string_view text) {
  return json(cut(text)).dump(-1, ' ', false, json::error_handler_t::replace);
}

/// The same without the quotes.
std::string escaped(std::string_view text) {
  const std::string shown = in_quotes(text);
  return shown.substr(1, shown.size() - 2);
}

/// A value's place in a claims file, for messages.
struct Place {
  std::string_view file;
  std::string path;

  [[nodiscard]] Place field(std::string_view name) const {
    return Place{file, path.empty() ? std::string(name) : fmt::format("{}.{}", path, name)};
  }
  [[nodiscard]] Place element(std::size_t index) const { return Place{file, fmt::format("{}[{}]", path, index)}; }
};

[[noreturn]] void fail(const Place& place, const std::string& what) {
  if (place.path.empty()) throw Error(ErrorKind::input, fmt::format("{}: {}", place.file, what));
  throw Error(ErrorKind::input, fmt::format("{}: {}: {}", place.file, place.path, what));
}

[[noreturn]] void fail_unknown(const Place& place, std::string_view sort, std::string_view word, Names known) {
  const auto nearest = nearest_name(word, known);
  const std::string hint = nearest ? fmt::format("did you mean \"{}\"? ", *nearest) : std::string();
  fail(place, fmt::format("unknown {} {}; {}allowed: {}", sort, in_quotes(word), hint, fmt::join(known, ", ")));
}

/// Watches the parser for what a finished JSON value no longer shows: fields given twice, and nesting without end.
class ParseGuard {
 public:
  explicit ParseGuard(std::string_view file) : file_(file) {}

  void watch(json::parse_event_t event, const json& parsed) {
    switch (event) {
      case json::parse_event_t::object_start:
      case json::parse_event_t::array_start:
        if (levels_.size() == kMaxDepth) fail(place(), fmt::format("nested more than {} deep; flatten it", kMaxDepth));
        levels_.push_back({.is_array = event == json::parse_event_t::array_start, .index = 0, .key = {}, .keys = {}});
        break;
      case json::parse_event_t::key:
        enter(parsed.get_ref<const std::string&>());
        break;
      case json::parse_event_t::object_end:
      case json::parse_event_t::array_end:
        levels_.pop_back();
        [[fallthrough]];
      case json::parse_event_t::value:
        if (!levels_.empty()) ++levels_.back().index;
        break;
    }
  }

  /// Of the value being read.
  [[nodiscard]] Place place() const {
    Place place{file_, {}};
    for (const Level& level : levels_) {
      place = level.is_array ? place.element(level.index) : place.field(escaped(level.key));
    }
    return place;
  }

 private:
  struct Level {
    bool is_array = false;
    std::size_t index = 0;
    std::string key;
    std::set<std::string> keys;
  };

  void enter(const std::string& key) {
    Level& object = levels_.back();
    object.key = key;
    if (!object.keys.insert(key).second) fail(place(), "given twice; keep one");
  }

  std::string_view file_;
  std::vector<Level> levels_;
};

/// Line and column, both from 1 and counted in code points, of the byte at `offset`.
std::pair<std::size_t, std::size_t> find_line(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0: the first line
  return {lines + 1, count_code_points(before.substr(line_start)) + 1};
}

[[noreturn]] void fail_syntax(std::string_view text, std::string_view name, const json::parse_error& error) {
  const auto [line, column] = find_line(text, error.byte == 0 ? 0 : error.byte - 1);
  std::string_view reason = error.what();  // "[…] parse error at line 1, column 2: <reason>; last read: '…'"
  const auto start = reason.find(": ");
  if (start != std::string_view::npos) reason.remove_prefix(start + 2);
  reason = reason.substr(0, reason.find("; last read"));
  throw Error(ErrorKind::input, fmt::format("{}:{}:{}: not JSON ({}); correct it there, or see claims/README.md", name,
                                            line, column, reason));
}

json parse_document(std::string_view text, std::string_view name) {
  const Place top{name, {}};
  if (!is_valid_utf8(text)) fail(top, "not UTF-8; save it as UTF-8");
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    fail(top, fmt::format("empty; a claims file looks like {}", kSkeleton));
  }
  // The JSON parser takes a NUL byte for the end of the text.
  if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
    const auto [line, column] = find_line(text, nul);
    throw Error(ErrorKind::input, fmt::format("{}:{}:{}: not JSON (NUL byte); remove it", name, line, column));
  }
  ParseGuard guard(name);
  try {
    return json::parse(text, [&guard](int, json::parse_event_t event, const json& parsed) {
      guard.watch(event, parsed);
      return true;
    });
  } catch (const json::parse_error& error) {
    fail_syntax(text, name, error);
  } catch (const json::out_of_range&) {
    fail(guard.place(), "number too large; write a smaller one");
  }
}

void check_object(const json& value, Names fields, const Place& place) {
  if (!value.is_object()) fail(place, fmt::format("must be an object, {{…}}, and is of type {}", value.type_name()));
  for (const auto& [key, unused] : value.items()) {
    if (std::find(fields.begin(), fields.end(), key) == fields.end()) fail_unknown(place, "field", key, fields);
  }
}

const json* find_field(const json& object, std::string_view field) {
  const auto found = object.find(field);
  return found == object.end() ? nullptr : &*found;
}

const json& require_field(const json& object, std::string_view field, const Place& place) {
  const json* value = find_field(object, field);
  if (value == nullptr) fail(place, fmt::format("the field \"{}\" is missing; add it", field));
  return *value;
}

/// A string of one line and at most `longest` code points, not blank.
std::string read_string(const json& value, std::size_t longest, const Place& place) {
  if (!value.is_string()) {
    fail(place, fmt::format("must be a string in double quotes, and is of type {}", value.type_name()));
  }
  const auto& text = value.get_ref<const std::string&>();
  const auto is_control = [](char c) { return (c >= 0 && c < ' ') || c == '\x7F'; };
  if (text.find_first_not_of(' ') == std::string::npos) fail(place, "empty; fill it in or leave it out");
  if (const std::size_t length = count_code_points(text); length > longest) {
    fail(place, fmt::format("{} characters long; shorten it to {} or fewer", length, longest));
  }
  if (const auto control = std::find_if(text.begin(), text.end(), is_control); control != text.end()) {
    const auto offset = static_cast<std::size_t>(control - text.begin());
    fail(place, fmt::format("line break or other control character after {} characters; write it on one line",
                            count_code_points(std::string_view(text).substr(0, offset))));
  }
  return text;
}

std::size_t read_offset(const json& span, std::string_view field, const Place& place) {
  const json& value = require_field(span, field, place);
  if (!value.is_number_unsigned()) {
    fail(place.field(field), fmt::format("must be a whole number from 0, and is {}", cut(value.dump())));
  }
  return value.get<std::size_t>();
}

Span read_span(const json& value, const Place& place) {
  check_object(value, kSpanFields, place);
  const Span span{read_offset(value, "begin", place), read_offset(value, "end", place)};
  if (span.empty()) fail(place, fmt::format("end {} must be greater than begin {}", span.end, span.begin));
  return span;
}

std::string read_document(const json& value, const Place& place) {
  std::string document = read_string(value, kMaxNameLength, place);
  if (document.find_first_of("/\\") != std::string::npos) {
    fail(place, fmt::format("{} has a folder in it; give the file name alone", in_quotes(document)));
  }
  return document;
}

std::string read_sha256(const json& value, const Place& place) {
  std::string digits = read_string(value, kMaxNameLength, place);
  if (digits.size() != kSha256Digits || digits.find_first_not_of("0123456789abcdef") != std::string::npos) {
    fail(place, fmt::format("{} is no SHA-256; give 64 lower-case hex digits (sha256sum FILE)", in_quotes(digits)));
  }
  return digits;
}

bool is_empty_string(const json& value) {
  return value.is_string() && value.get_ref<const std::string&>().empty();
}

ClaimOrigin read_origin(const json& value, const Place& place) {
  check_object(value, kOriginFields, place);
  ClaimOrigin origin;
  origin.document = read_document(require_field(value, "document", place), place.field("document"));
  if (const json* sha256 = find_field(value, "sha256")) origin.sha256 = read_sha256(*sha256, place.field("sha256"));
  if (const json* section = find_field(value, "section"); section != nullptr && !is_empty_string(*section)) {
    origin.section = read_string(*section, kMaxNameLength, place.field("section"));
  }
  if (const json* span = find_field(value, "span")) origin.span = read_span(*span, place.field("span"));
  return origin;
}

/// The names that the slot takes; empty for a slot of free words.
Names allowed_values(std::string_view slot) {
  if (slot == "kind") return EnumNames<ClaimKind>::values;
  if (slot == "strength") return EnumNames<Strength>::values;
  if (slot == "polarity") return EnumNames<Polarity>::values;
  if (slot == "direction") return EnumNames<Direction>::values;
  return {};
}

std::map<std::string, std::string> read_frame(const json& value, const Place& place) {
  check_object(value, kFrameSlots, place);
  std::map<std::string, std::string> frame;
  for (const auto& [slot, words] : value.items()) {
    std::string text = read_string(words, kMaxClaimLength, place.field(slot));
    const Names allowed = allowed_values(slot);
    if (!allowed.empty() && std::find(allowed.begin(), allowed.end(), text) == allowed.end()) {
      fail_unknown(place.field(slot), "value", text, allowed);
    }
    frame.emplace(slot, std::move(text));
  }
  return frame;
}

Claim read_claim(const json& value, const Place& place) {
  check_object(value, kClaimFields, place);
  Claim claim;
  claim.id = read_string(require_field(value, "id", place), kMaxNameLength, place.field("id"));
  claim.text = read_string(require_field(value, "text", place), kMaxClaimLength, place.field("text"));
  if (const json* origin = find_field(value, "origin")) claim.origin = read_origin(*origin, place.field("origin"));
  if (const json* frame = find_field(value, "frame")) claim.frame = read_frame(*frame, place.field("frame"));
  return claim;
}

}  // namespace

std::vector<Claim> parse_claims(std::string_view text, std::string_view name) {
  const json document = parse_document(text, name);
  const Place top{name, {}};
  if (!document.is_object()) {
    fail(top, fmt::format("holds JSON of type {}; a claims file looks like {}", document.type_name(), kSkeleton));
  }
  if (find_field(document, "provenance") != nullptr) {
    fail(top, "is a report of claimcheck; give the claims file or the article that it was made from");
  }
  check_object(document, kFileFields, top);
  if (const json& version = require_field(document, "schema_version", top); version != kSchemaVersion) {
    fail(top.field("schema_version"),
         fmt::format("{} is not supported; this program reads version {}", cut(version.dump()), kSchemaVersion));
  }
  if (const json* description = find_field(document, "description")) {
    read_string(*description, kMaxClaimLength, top.field("description"));
  }
  const json& list = require_field(document, "claims", top);
  const Place claims_place = top.field("claims");
  if (!list.is_array()) fail(claims_place, fmt::format("must be a list, […], and is of type {}", list.type_name()));

  std::vector<Claim> claims;
  claims.reserve(list.size());
  std::unordered_map<std::string, std::size_t> first_use;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Place place = claims_place.element(i);
    claims.push_back(read_claim(list[i], place));
    const auto [first, is_new] = first_use.emplace(claims.back().id, i);
    if (!is_new) {
      fail(place.field("id"), fmt::format("{} is the id of claims[{}] too; give each claim its own",
                                          in_quotes(first->first), first->second));
    }
  }
  return claims;
}

}  // namespace claimcheck
