#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/pubmed_file.h"
#include "pubmed/http.h"

namespace claimcheck {

/// A PubMed file that a folder or a mirror has.
struct ListedFile {
  PubmedFileId id;
  PubmedFileKind kind = PubmedFileKind::unknown;  ///< by the name of its folder: baseline, updatefiles, or neither
  std::string name;                               ///< pubmed26n0001.xml.gz
  std::string folder;                             ///< path or URL, with "/" at its end
  bool has_md5 = false;                           ///< a .md5 file stands beside it

  [[nodiscard]] std::string place() const { return folder + name; }
};

/// The PubMed files in a folder and in its sub-folders baseline and updatefiles, in order. Other files are passed over.
/// Throws Error(input) when the folder cannot be read, has no such file, or has one in two places.
std::vector<ListedFile> list_folder(const std::filesystem::path& folder);

/// The MD5 that the .md5 file beside a listed file names. Throws Error(input) when that cannot be read or says nothing
/// of the file.
std::string read_md5_beside(const ListedFile& file);

/// Where a download goes. start(): an attempt begins, what came before is void. take(): the next bytes; false when they
/// cannot be taken.
struct ByteSink {
  std::function<void()> start;
  std::function<bool(std::string_view bytes)> take;
};

/// A web server that has the files as NLM's does (https://ftp.ncbi.nlm.nih.gov/pubmed/), with listings of its folders
/// in HTML. What does not answer, breaks off, or answers with 429 or a 5xx is asked three times. Every failure is an
/// Error(network), or Error(input) for what no repetition will change, that names the URL.
class PubmedMirror {
 public:
  PubmedMirror(std::string url, HttpFunction http, Clock clock);

  /// As list_folder.
  std::vector<ListedFile> list();
  /// As read_md5_beside.
  std::string md5_of(const ListedFile& file);
  /// True when the whole file was taken, false when the sink would not go on.
  bool download(const ListedFile& file, const ByteSink& sink);

 private:
  HttpResponse ask(const HttpRequest& request, const std::function<void()>& start);
  std::string text_at(const std::string& url);

  std::string url_;
  HttpFunction http_;
  Clock clock_;
};

}  // namespace claimcheck
