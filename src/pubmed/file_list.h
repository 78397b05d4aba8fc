#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// The MD5 that the text of a .md5 file gives for `file_name`, as 32 lower-case hex digits. Read are the lines of BSD's
/// md5, `MD5(name)= …` with or without spaces, and of coreutils' md5sum, `…  name`, each with any folder before the
/// name, and a sum alone. nullopt when no line is about the file, or two lines disagree.
std::optional<std::string> read_md5(std::string_view text, std::string_view file_name);

/// What a web server's listing of a folder (HTML) links to, as far as it concerns PubMed's files.
struct FolderListing {
  std::vector<std::string> files;    ///< names of PubMed files and of their .md5 files, sorted, once each
  std::vector<std::string> folders;  ///< of "baseline" and "updatefiles", those that are there
};

/// Only links that are a bare name of that form count (with or without "./"), so that nothing which the listing says
/// leads to another folder or server.
FolderListing read_listing(std::string_view html);

}  // namespace claimcheck
