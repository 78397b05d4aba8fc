#include "intake/decode_text.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "core/error.h"
#include "intake/block_text.h"
#include "intake/declared_charset.h"
#include "intake/html_entities.h"
#include "text/append_utf8.h"
#include "text/characters.h"

namespace claimcheck {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

[[noreturn]] void fail(std::string_view name, const std::string& what) {
  throw Error(ErrorKind::input, fmt::format("{}: {}; save it as UTF-8", name, what));
}

/// How much of some bytes is UTF-8 beyond ASCII.
struct Utf8Count {
  std::size_t good = 0;
  std::size_t bad = 0;
  std::size_t first_bad = 0;
};

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = decode_at(bytes, at);
    const bool bad = point.value == kReplacementCharacter && bytes.substr(at, point.size) != "\xEF\xBF\xBD";
    if (bad && count.bad++ == 0) count.first_bad = at;
    if (!bad && point.size > 1) ++count.good;
    at += point.size;
  }
  return count;
}

std::string decode_windows_1252(std::string_view bytes, std::string_view name) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    const auto c = windows_1252_character(byte);
    if (!c) fail(name, fmt::format("byte 0x{:02X} after {} bytes is neither UTF-8 nor Windows-1252", byte, at));
    append_utf8(text, *c);
  }
  return text;
}

/// iconv's conversion of `bytes` from `encoding`, one of those in declared_charset.cpp or UTF-16.
std::string convert(std::string_view bytes, const char* encoding, std::string_view name) {
  const std::unique_ptr<void, int (*)(iconv_t)> converter(iconv_open("UTF-8", encoding), iconv_close);
  if (reinterpret_cast<std::intptr_t>(converter.get()) == -1) {
    fail(name, fmt::format("its encoding {} is not known on this machine", encoding));
  }
  std::string text;
  std::string source(bytes);  // iconv takes no constant bytes
  char* from = source.data();
  std::size_t left = source.size();
  std::array<char, 4096> buffer{};
  bool broken = false;
  while (left > 0 && !broken) {
    char* to = buffer.data();
    std::size_t room = buffer.size();
    broken = iconv(converter.get(), &from, &left, &to, &room) == static_cast<std::size_t>(-1) && errno != E2BIG;
    text.append(buffer.data(), buffer.size() - room);
  }
  if (broken)
    fail(name, fmt::format("what stands after {} bytes is not in its encoding, {}", bytes.size() - left, encoding));
  return text;
}

/// "UTF-16LE" or "UTF-16BE" when every second byte of many is NUL, as that of Latin text is.
const char* guess_utf16(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  std::array<std::size_t, 2> nuls{};
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0') ++nuls[i % 2];
  }
  if (head.size() < 4 || bytes.size() % 2 != 0) return nullptr;
  const std::size_t most = head.size() / 4;
  if (nuls[1] > most && nuls[0] <= nuls[1] / 4) return "UTF-16LE";
  if (nuls[0] > most && nuls[1] <= nuls[0] / 4) return "UTF-16BE";
  return nullptr;
}

DecodedText decode_utf8(std::string_view bytes, std::size_t before, std::string_view name) {
  const Utf8Count count = count_utf8(bytes);
  if (count.bad > 0) {
    fail(name, fmt::format("broken UTF-8 after {} bytes{}", before + count.first_bad,
                           count.bad > 1 ? fmt::format(", and in {} more places", count.bad - 1) : std::string()));
  }
  return {std::string(bytes), {}};
}

DecodedText decode_declared(std::string_view bytes, const DeclaredCharset& declared, std::string_view name) {
  const Utf8Count count = count_utf8(bytes);
  if (count.bad == 0 && count.good > 0) {
    return {std::string(bytes), {fmt::format("says that it is in {}, but is in UTF-8; read as UTF-8", declared.label)}};
  }
  if (declared.encoding == "CP1252") return {decode_windows_1252(bytes, name), {}};
  return {convert(bytes, declared.encoding.data(), name), {}};
}

DecodedText decode_undeclared(std::string_view bytes, std::string_view name) {
  const Utf8Count count = count_utf8(bytes);
  if (count.bad == 0) return {std::string(bytes), {}};
  if (count.good > count.bad) return decode_utf8(bytes, 0, name);
  return {decode_windows_1252(bytes, name),
          {"not in UTF-8; read as Windows-1252: look at letters with accents, quotation marks and dashes"}};
}

DecodedText decode(std::string_view bytes, std::string_view name, bool is_html) {
  if (bytes.starts_with(kUtf8Mark)) {
    return decode_utf8(bytes.substr(kUtf8Mark.size()), kUtf8Mark.size(), name);
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return {convert(bytes.substr(2), bytes[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE", name), {}};
  }
  if (const char* encoding = guess_utf16(bytes); encoding != nullptr) {
    return {convert(bytes, encoding, name), {fmt::format("says no encoding; read as {}", encoding)}};
  }
  const auto declared = is_html ? find_declared_charset(bytes) : std::nullopt;
  if (!declared) return decode_undeclared(bytes, name);
  if (declared->encoding.empty()) {
    DecodedText text = decode_undeclared(bytes, name);
    text.problems.insert(text.problems.begin(),
                         fmt::format("says that it is in \"{}\", which is not known here", declared->label));
    return text;
  }
  return declared->encoding == "UTF-8" ? decode_utf8(bytes, 0, name) : decode_declared(bytes, *declared, name);
}

}  // namespace

DecodedText decode_text(std::string_view bytes, std::string_view name, bool is_html) {
  DecodedText text = decode(bytes, name, is_html);
  if (const std::size_t nul = text.text.find('\0'); nul != std::string::npos) {
    fail(name, fmt::format("a NUL after {} bytes of its text, which no text has", nul));
  }
  return text;
}

}  // namespace claimcheck
