#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace claimcheck {

/// The most that is taken from an archive; what goes beyond is refused before it is unpacked.
inline constexpr std::size_t kMaxZipEntries = 10'000;
inline constexpr std::uint64_t kMaxZipEntryBytes = std::uint64_t{256} << 20U;
inline constexpr std::uint64_t kMaxZipTotalBytes = std::uint64_t{1} << 30U;
/// An entry over kSmallZipEntryBytes that grows by more than this on unpacking is taken for a bomb.
inline constexpr std::uint64_t kMaxZipRatio = 250;
inline constexpr std::uint64_t kSmallZipEntryBytes = std::uint64_t{8} << 20U;

/// A ZIP archive in memory. One thread at a time.
class ZipPackage {
 public:
  /// Looks at the list of entries; nothing is unpacked. `bytes` must outlive the package; `name` stands for the file in
  /// messages. Throws Error(input) on: no archive or a damaged one, an encrypted entry, a name that leads out of the
  /// archive or stands there twice (letter case aside), more or larger entries than the limits above.
  ZipPackage(std::string_view bytes, std::string_view name);

  [[nodiscard]] const std::string& name() const { return name_; }

  /// Entries in the archive's order, folders left out.
  [[nodiscard]] const std::vector<std::string>& parts() const { return parts_; }

  /// The entry of this name as the archive spells it, letter case aside; empty when there is none.
  [[nodiscard]] std::string find(std::string_view part) const;

  /// The unpacked bytes. Throws Error(input) when there is no such entry, or it cannot be unpacked, is not what its
  /// checksum says, or is larger than the archive says.
  [[nodiscard]] std::string read(std::string_view part) const;

  /// The archive with these parts replaced, or added at the end in the map's order. All others keep their compressed
  /// bytes and their place. Same input, same bytes: what is written bears the date 1980-01-01.
  [[nodiscard]] std::string write(const std::map<std::string, std::string>& changed) const;

 private:
  struct Discard {
    void operator()(zip* archive) const;
  };

  void check_entries();
  std::uint64_t check_entry(std::uint64_t index);
  void check_name(const std::string& part);
  [[noreturn]] void refuse(const std::string& why) const;

  std::string_view bytes_;
  std::string name_;
  std::unique_ptr<zip, Discard> archive_;
  std::vector<std::string> parts_;
  std::map<std::string, std::uint64_t> places_;  // by lower-cased name
};

}  // namespace claimcheck
