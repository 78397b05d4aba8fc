#include "library/sealed_parts.h"

#include <charconv>
#include <cstddef>
#include <optional>

#include <fmt/format.h>

#include "core/error.h"

namespace claimcheck {
namespace {

constexpr std::string_view kFirst = R"({"claimcheck_capsule":)";
constexpr std::string_view kSeal = R"("seal":")";
constexpr std::string_view kEnd = "\n}\n";
constexpr std::size_t kDigits = 64;

std::string first_line(int version) {
  return fmt::format("{}{},\n", kFirst, version);
}

std::string opening_of(std::string_view part) {
  return fmt::format("\"{}\":", part);
}

/// Reads a sealed file from the front.
class PartReader {
 public:
  PartReader(std::string_view bytes, std::string_view name) : rest_(bytes), name_(name) {}

  [[noreturn]] void fail(std::string_view what) const {
    throw Error(ErrorKind::input, fmt::format("{}: {}", name_, what));
  }

  /// The bytes must go on with `expected`.
  void take(std::string_view expected, std::string_view place) {
    if (rest_.starts_with(expected)) {
      rest_.remove_prefix(expected.size());
      return;
    }
    if (expected.starts_with(rest_)) fail_cut(place);
    fail(fmt::format("its layout was changed {}; take an unchanged copy", place));
  }

  std::string_view take_bytes(std::size_t count, std::string_view place) {
    if (rest_.size() < count) fail_cut(place);
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }

  /// Up to the next line break, which is taken too.
  std::string_view take_line(std::string_view place) {
    const std::size_t end = rest_.find('\n');
    if (end == std::string_view::npos) fail_cut(place);
    return take_bytes(end + 1, place);
  }

  std::size_t take_number(std::string_view place) {
    std::size_t number = 0;
    const char* const end = rest_.data() + rest_.size();
    const auto [stop, error] = std::from_chars(rest_.data(), end, number);
    if (error != std::errc()) fail(fmt::format("there is no number {}; take an unchanged copy", place));
    rest_.remove_prefix(static_cast<std::size_t>(stop - rest_.data()));
    return number;
  }

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  [[noreturn]] void fail_cut(std::string_view place) const {
    fail(fmt::format("it ends {}: it was not copied whole; take another copy", place));
  }

  std::string_view rest_;
  std::string_view name_;
};

struct TableRow {
  std::size_t bytes = 0;
  std::string_view sha256;
};

/// The third line, whose digest is known to be right.
std::vector<TableRow> read_table(PartReader& reader, std::span<const std::string_view> part_names) {
  constexpr std::string_view kPlace = "in its table of parts";
  std::vector<TableRow> table;
  reader.take(R"("parts":[)", kPlace);
  for (const std::string_view part : part_names) {
    if (!table.empty()) reader.take(",", kPlace);
    reader.take(fmt::format(R"({{"name":"{}","bytes":)", part), kPlace);
    TableRow& row = table.emplace_back();
    row.bytes = reader.take_number(kPlace);
    reader.take(R"(,"sha256":")", kPlace);
    row.sha256 = reader.take_bytes(kDigits, kPlace);
    reader.take(R"("})", kPlace);
  }
  reader.take("],\n", kPlace);
  return table;
}

void check_version(PartReader& reader, int version) {
  const std::size_t found = reader.take_number("behind \"claimcheck_capsule\"");
  if (found == static_cast<std::size_t>(version)) return;
  reader.fail(
      fmt::format("it is a capsule of version {}, and this program reads version {}; use the claimcheck that made it",
                  found, version));
}

}  // namespace

std::string seal_parts(int version, std::span<const SealedPart> parts, Digest digest) {
  std::string table = R"("parts":[)";
  std::size_t size = 0;
  for (const SealedPart& part : parts) {
    if (size > 0) table += ',';
    table += fmt::format(R"({{"name":"{}","bytes":{},"sha256":"{}"}})", part.name, part.json.size(), digest(part.json));
    size += part.json.size() + 1;
  }
  table += "],\n";
  const std::string first = first_line(version);
  std::string file;
  file.reserve(size + table.size() + 1000);
  file += first;
  file += fmt::format("{}{}\",\n", kSeal, digest(first + table));
  file += table;
  for (const SealedPart& part : parts) {
    if (&part != &parts.front()) file += ",\n";
    file += opening_of(part.name);
    file += part.json;
  }
  file += kEnd;
  return file;
}

OpenedParts open_sealed_parts(std::string_view bytes, std::string_view name, int version,
                              std::span<const std::string_view> part_names, Digest digest) {
  PartReader reader(bytes, name);
  reader.take(kFirst, "at its beginning");
  check_version(reader, version);
  reader.take(",\n", "in its first line");
  OpenedParts opened;
  reader.take(kSeal, "in its second line");
  opened.seal = reader.take_bytes(kDigits, "within its seal");
  reader.take("\",\n", "in its second line");
  PartReader after_head = reader;
  const std::string_view table_line = after_head.take_line("within its table of parts");
  if (digest(first_line(version) + std::string(table_line)) != opened.seal) {
    reader.fail(
        "its seal is broken: the seal or the table of parts was changed after it was sealed; take an unchanged copy");
  }
  const std::vector<TableRow> table = read_table(reader, part_names);
  for (std::size_t i = 0; i < part_names.size(); ++i) {
    const std::string place = fmt::format("within the part '{}'", part_names[i]);
    if (i > 0) reader.take(",\n", fmt::format("before the part '{}'", part_names[i]));
    reader.take(opening_of(part_names[i]), fmt::format("before the part '{}'", part_names[i]));
    opened.parts.push_back({part_names[i], reader.take_bytes(table[i].bytes, place)});
    if (digest(opened.parts[i].json) != table[i].sha256) {
      reader.fail(fmt::format(
          "its seal is broken: the part '{}' was changed after it was sealed; take an unchanged copy", part_names[i]));
    }
  }
  reader.take(kEnd, "after its last part");
  if (!reader.at_end()) reader.fail("it goes on behind its end; take an unchanged copy");
  return opened;
}

}  // namespace claimcheck
