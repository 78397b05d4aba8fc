#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/pubmed_file.h"
#include "pubmed/file_list.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

/// A name that a listing may give: never one that leads out of the folder.
void require_plain_name(std::string_view name) {
  require(name.find('/') == std::string_view::npos && name.find("..") == std::string_view::npos);
  if (name.ends_with(".md5")) name.remove_suffix(4);
  const auto id = claimcheck::parse_pubmed_file_name(name);
  require(id && id->number > 0 && id->year >= 2000 && id->year < 2100);
  require(claimcheck::parse_pubmed_file_name(claimcheck::pubmed_file_name(*id)) == id);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(data, data + size);
  const claimcheck::FolderListing listing = claimcheck::read_listing(text);
  for (std::size_t i = 0; i < listing.files.size(); ++i) {
    require_plain_name(listing.files[i]);
    require(i == 0 || listing.files[i - 1] < listing.files[i]);
  }
  require(listing.folders.size() <= 2);
  for (const std::string& folder : listing.folders) require(folder == "baseline" || folder == "updatefiles");

  const auto md5 = claimcheck::read_md5(text, "pubmed26n0001.xml.gz");
  if (md5) require(md5->size() == 32 && md5->find_first_not_of("0123456789abcdef") == std::string::npos);
  claimcheck::parse_pubmed_file_name(text);
  return 0;
}
