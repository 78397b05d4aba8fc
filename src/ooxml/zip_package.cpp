#include "ooxml/zip_package.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

#include <fmt/core.h>
#include <zip.h>

#include "core/error.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

constexpr std::size_t kMaxNameBytes = 512;

std::string lower_case(std::string_view name) {
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool leads_out(std::string_view name) {
  if (name.empty() || name.front() == '/') return true;
  const auto is_bad = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\\' || c == ':' || c == 0x7F; };
  if (std::any_of(name.begin(), name.end(), is_bad)) return true;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    const std::string_view step = name.substr(begin, end - begin);
    if (step == "." || step == ".." || (step.empty() && end != name.size())) return true;
    begin = end + 1;
  }
  return false;
}

// A name out of a hostile archive, fit for a message of one line.
std::string shown(std::string_view name) {
  std::string text = repair_utf8(name.substr(0, 80));
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '?');
  return text;
}

struct ZipFileCloser {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

struct SourceFreer {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using SourceHandle = std::unique_ptr<zip_source_t, SourceFreer>;

struct ErrorText {
  zip_error_t error{};
  ErrorText() { zip_error_init(&error); }
  ErrorText(const ErrorText&) = delete;
  ErrorText& operator=(const ErrorText&) = delete;
  ~ErrorText() { zip_error_fini(&error); }
  std::string text() { return zip_error_strerror(&error); }
};

// A source that owns its bytes. libzip 1.7.3 frees those of others when the first entries of an archive stay as they
// are (buffer_clone in zip_source_buffer.c takes the last kept fragment for its own).
SourceHandle copy_to_source(std::string_view bytes, ErrorText& error) {
  void* copy = std::malloc(bytes.size());  // NOLINT(cppcoreguidelines-no-malloc): libzip calls free
  if (copy == nullptr) throw std::bad_alloc();
  std::memcpy(copy, bytes.data(), bytes.size());
  SourceHandle source(zip_source_buffer_create(copy, bytes.size(), 1, &error.error));
  if (!source) std::free(copy);  // NOLINT(cppcoreguidelines-no-malloc)
  return source;
}

std::string describe(zip_t* archive) {
  return zip_error_strerror(zip_get_error(archive));
}

[[noreturn]] void fail_to_write(const std::string& name, const std::string& why) {
  throw Error(ErrorKind::storage, fmt::format("{}: the archive cannot be written again: {}", name, why));
}

std::string read_all(zip_source_t* source, const std::string& name) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) fail_to_write(name, "no result");
  std::string bytes(static_cast<std::size_t>(stat.size), '\0');
  const zip_int64_t count = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (count < 0 || static_cast<std::size_t>(count) != bytes.size()) fail_to_write(name, "the result is cut short");
  return bytes;
}

// A fixed time, and none of the fields that hold others.
void set_fixed_time(zip_t* archive, zip_uint64_t index) {
  constexpr zip_uint16_t kFirstOfJanuary1980 = 0x21;
  zip_file_set_dostime(archive, index, 0, kFirstOfJanuary1980, 0);
}

}  // namespace

void ZipPackage::Discard::operator()(zip* archive) const {
  zip_discard(archive);
}

ZipPackage::ZipPackage(std::string_view bytes, std::string_view name) : bytes_(bytes), name_(name) {
  if (bytes.empty()) refuse("it is empty");
  ErrorText error;
  SourceHandle source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error.error));
  if (!source) refuse(error.text());
  archive_.reset(zip_open_from_source(source.get(), ZIP_RDONLY, &error.error));
  if (!archive_)
    refuse(
        fmt::format("it is no ZIP archive, or a damaged one ({}): take another copy, or open it in the program "
                    "that made it and save it again",
                    error.text()));
  static_cast<void>(source.release());  // belongs to the archive now
  check_entries();
}

void ZipPackage::refuse(const std::string& why) const {
  throw Error(ErrorKind::input, fmt::format("{}: {}", name_, why));
}

void ZipPackage::check_entries() {
  const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
  if (count < 0 || static_cast<std::uint64_t>(count) > kMaxZipEntries) {
    refuse(fmt::format("it holds {} files; {} at most are read", count, kMaxZipEntries));
  }
  std::uint64_t total = 0;
  std::uint64_t compressed = 0;
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    total += check_entry(i);
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(archive_.get(), i, 0, &stat) == 0) compressed += stat.comp_size;
    if (total > kMaxZipTotalBytes) {
      refuse(fmt::format("its files take more than {} MB unpacked, as in a ZIP bomb", kMaxZipTotalBytes >> 20U));
    }
    if (compressed > bytes_.size()) refuse("its files overlap, as in a ZIP bomb");
  }
}

std::uint64_t ZipPackage::check_entry(std::uint64_t index) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  constexpr zip_uint64_t kWanted = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
  if (zip_stat_index(archive_.get(), index, 0, &stat) != 0 || (stat.valid & kWanted) != kWanted) {
    refuse("its list of files is damaged");
  }
  const std::string part = stat.name;
  check_name(part);
  if (stat.encryption_method != ZIP_EM_NONE) {
    refuse(fmt::format("\"{}\" in it is encrypted; save it without a password", shown(part)));
  }
  const bool bomb = stat.size > kSmallZipEntryBytes && stat.size / kMaxZipRatio > stat.comp_size;
  if (stat.size > kMaxZipEntryBytes || bomb) {
    refuse(fmt::format("\"{}\" in it takes {} MB unpacked, out of {} KB: refused as a ZIP bomb", shown(part),
                       stat.size >> 20U, stat.comp_size >> 10U));
  }
  places_.emplace(lower_case(part), index);
  if (part.back() != '/') parts_.push_back(part);
  return stat.size;
}

void ZipPackage::check_name(const std::string& part) {
  if (part.size() > kMaxNameBytes) refuse("it holds a file whose name is longer than any document's");
  if (leads_out(part)) refuse(fmt::format("it holds a file with the unsafe name \"{}\"", shown(part)));
  if (places_.contains(lower_case(part))) refuse(fmt::format("it holds \"{}\" twice", shown(part)));
}

std::string ZipPackage::find(std::string_view part) const {
  const auto place = places_.find(lower_case(part));
  if (place == places_.end() || part.ends_with('/')) return {};
  return zip_get_name(archive_.get(), place->second, 0);
}

std::string ZipPackage::read(std::string_view part) const {
  const auto place = places_.find(lower_case(part));
  if (place == places_.end()) refuse(fmt::format("it holds no \"{}\"", shown(part)));
  zip_stat_t stat;
  zip_stat_init(&stat);
  const std::unique_ptr<zip_file_t, ZipFileCloser> file(zip_fopen_index(archive_.get(), place->second, 0));
  if (!file || zip_stat_index(archive_.get(), place->second, 0, &stat) != 0) {
    refuse(fmt::format("\"{}\" in it cannot be unpacked ({})", shown(part), describe(archive_.get())));
  }
  // What the archive says of the size may be a lie: memory grows with what comes, up to the size that was checked.
  std::string bytes;
  std::array<char, 65536> buffer{};
  for (;;) {
    const zip_int64_t count = zip_fread(file.get(), buffer.data(), buffer.size());
    if (count < 0) {
      refuse(
          fmt::format("\"{}\" in it is damaged ({})", shown(part), zip_error_strerror(zip_file_get_error(file.get()))));
    }
    if (count == 0) break;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
    if (bytes.size() > stat.size) refuse(fmt::format("\"{}\" in it is larger than the archive says", shown(part)));
  }
  if (bytes.size() != stat.size) refuse(fmt::format("\"{}\" in it is cut short", shown(part)));
  return bytes;
}

std::string ZipPackage::write(const std::map<std::string, std::string>& changed) const {
  ErrorText error;
  const SourceHandle source = copy_to_source(bytes_, error);
  if (!source) fail_to_write(name_, error.text());
  std::unique_ptr<zip_t, Discard> archive(zip_open_from_source(source.get(), 0, &error.error));
  if (!archive) fail_to_write(name_, error.text());
  zip_source_keep(source.get());  // closing the archive lets go of it; its bytes are read afterwards
  for (const auto& [part, bytes] : changed) {
    zip_source_t* content = zip_source_buffer(archive.get(), bytes.data(), bytes.size(), 0);
    if (content == nullptr) fail_to_write(name_, describe(archive.get()));
    const auto place = places_.find(lower_case(part));
    zip_int64_t index = -1;
    if (place == places_.end()) {
      index = zip_file_add(archive.get(), part.c_str(), content, ZIP_FL_ENC_UTF_8);
    } else if (zip_file_replace(archive.get(), place->second, content, 0) == 0) {
      index = static_cast<zip_int64_t>(place->second);
    }
    if (index < 0) {
      const std::string why = describe(archive.get());
      zip_source_free(content);
      fail_to_write(name_, why);
    }
    zip_set_file_compression(archive.get(), static_cast<zip_uint64_t>(index), ZIP_CM_DEFLATE, 6);
    set_fixed_time(archive.get(), static_cast<zip_uint64_t>(index));
  }
  if (zip_close(archive.get()) != 0) fail_to_write(name_, describe(archive.get()));
  static_cast<void>(archive.release());  // closed
  return read_all(source.get(), name_);
}

}  // namespace claimcheck
