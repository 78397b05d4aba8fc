#include "pubmed/file_list.h"

#include <algorithm>
#include <cstddef>

#include "core/pubmed_file.h"

namespace claimcheck {
namespace {

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::size_t kMd5Digits = 32;

char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

std::string lowered(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), to_lower);
  return lower;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::string_view without_folder(std::string_view path) {
  return path.substr(path.find_last_of('/') + 1);  // npos + 1 is 0
}

bool is_md5(std::string_view text) {
  return text.size() == kMd5Digits && text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

/// A line of a .md5 file. `name` is empty for a sum alone, `sum` for a line of another form.
struct Md5Line {
  std::string_view name;
  std::string_view sum;
};

/// `MD5(name)= sum`, `MD5 (name) = sum`
Md5Line read_bsd_line(std::string_view line) {
  const std::size_t open = line.find('(');
  const std::size_t close = line.rfind(')');
  if (close == std::string_view::npos || open > close) return {};
  const std::string_view sum = trimmed(line.substr(close + 1));
  if (!sum.starts_with('=')) return {};
  return {line.substr(open + 1, close - open - 1), trimmed(sum.substr(1))};
}

/// `sum  name`, `sum *name` (read as binary), `sum`
Md5Line read_coreutils_line(std::string_view line) {
  const std::string_view sum = line.substr(0, line.find_first_of(kSpace));
  std::string_view name = trimmed(line.substr(sum.size()));
  if (name.starts_with('*')) name.remove_prefix(1);
  return {name, sum};
}

Md5Line read_md5_line(std::string_view line) {
  const Md5Line read = line.starts_with("MD5") ? read_bsd_line(line) : read_coreutils_line(line);
  return is_md5(read.sum) ? read : Md5Line{};
}

/// The value of the attribute whose `=` stands before `at`, moved behind it.
std::string_view take_value(std::string_view html, std::size_t& at) {
  const std::size_t begin = html.find_first_not_of(kSpace, at);
  if (begin == std::string_view::npos) return {};
  const char quote = html[begin];
  const bool quoted = quote == '"' || quote == '\'';
  const std::size_t from = quoted ? begin + 1 : begin;
  const std::size_t end = std::min(quoted ? html.find(quote, from) : html.find_first_of(" \t\r\n>", from), html.size());
  at = end;
  return html.substr(from, end - from);
}

void add_once(std::vector<std::string>& to, std::string_view name) {
  if (std::find(to.begin(), to.end(), name) == to.end()) to.emplace_back(name);
}

}  // namespace

std::optional<std::string> read_md5(std::string_view text, std::string_view file_name) {
  std::optional<std::string> found;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const Md5Line read = read_md5_line(trimmed(line));
    if (read.sum.empty() || (!read.name.empty() && without_folder(read.name) != file_name)) continue;
    const std::string sum = lowered(read.sum);
    if (found && *found != sum) return std::nullopt;
    found = sum;
  }
  return found;
}

FolderListing read_listing(std::string_view html) {
  constexpr std::string_view kHref = "href";
  constexpr std::string_view kMd5Suffix = ".md5";
  const std::string lower = lowered(html);
  FolderListing listing;
  for (std::size_t at = lower.find(kHref); at != std::string::npos; at = lower.find(kHref, at)) {
    at = lower.find_first_not_of(kSpace, at + kHref.size());
    if (at == std::string::npos) break;
    if (lower[at] != '=') continue;
    std::string_view link = trimmed(take_value(html, ++at));
    if (link.starts_with("./")) link.remove_prefix(2);
    std::string_view name = link;
    if (name.ends_with(kMd5Suffix)) name.remove_suffix(kMd5Suffix.size());
    if (parse_pubmed_file_name(name)) listing.files.emplace_back(link);
    if (link.ends_with('/')) link.remove_suffix(1);
    if (link == "baseline" || link == "updatefiles") add_once(listing.folders, link);
  }
  std::sort(listing.files.begin(), listing.files.end());
  listing.files.erase(std::unique(listing.files.begin(), listing.files.end()), listing.files.end());
  std::sort(listing.folders.begin(), listing.folders.end());
  return listing;
}

}  // namespace claimcheck
