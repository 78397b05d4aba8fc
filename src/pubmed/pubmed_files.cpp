#include "pubmed/pubmed_files.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "core/error.h"
#include "pubmed/byte_reader.h"
#include "pubmed/file_list.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMd5Suffix = ".md5";
constexpr std::size_t kLargestMd5File = std::size_t{1} << 20;

/// What the name of a folder says of the files in it.
PubmedFileKind kind_in(std::string_view folder) {
  while (folder.ends_with('/')) folder.remove_suffix(1);
  const std::string_view name = folder.substr(folder.find_last_of('/') + 1);
  return name == "baseline"      ? PubmedFileKind::baseline
         : name == "updatefiles" ? PubmedFileKind::update
                                 : PubmedFileKind::unknown;
}

std::string with_slash(std::string folder) {
  if (!folder.ends_with('/')) folder += '/';
  return folder;
}

/// Adds the PubMed files among `names`, which are those of a folder, sorted.
void add_files(std::vector<ListedFile>& files, const std::vector<std::string>& names, const std::string& folder) {
  const auto has = [&](const std::string& name) { return std::binary_search(names.begin(), names.end(), name); };
  for (const std::string& name : names) {
    const auto id = parse_pubmed_file_name(name);
    if (!id) continue;
    if (!name.ends_with(".gz") && has(name + ".gz")) continue;  // an unpacked copy beside its original
    files.push_back({*id, kind_in(folder), name, folder, has(name + std::string(kMd5Suffix))});
  }
}

/// The files in order, each in one place.
std::vector<ListedFile> in_order(std::vector<ListedFile> files, const std::string& from) {
  if (files.empty()) {
    throw Error(ErrorKind::input,
                fmt::format("{}: there are no PubMed files here (pubmed26n0001.xml.gz and so on), and no folder "
                            "baseline or updatefiles that has some",
                            from));
  }
  std::sort(files.begin(), files.end(), [](const ListedFile& a, const ListedFile& b) { return a.id < b.id; });
  const auto twice = std::adjacent_find(files.begin(), files.end(),
                                        [](const ListedFile& a, const ListedFile& b) { return a.id == b.id; });
  if (twice == files.end()) return files;
  throw Error(ErrorKind::input, fmt::format("{} and {} are the same file by their names; take one of them away",
                                            twice->place(), std::next(twice)->place()));
}

/// The names in a folder, sorted; empty when there is no such folder.
std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code unreadable;
    if (it->is_regular_file(unreadable)) names.push_back(it->path().filename().string());
  }
  if (error && error != std::errc::no_such_file_or_directory) {
    throw Error(ErrorKind::input, fmt::format("{}: cannot be read: {}", folder.string(), error.message()));
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// The sum that `text` gives for the file, or the Error that says where it is wanting.
std::string md5_in(const std::string& text, const ListedFile& file) {
  if (auto md5 = read_md5(text, file.name)) return *md5;
  throw Error(ErrorKind::input, fmt::format("{}{}: there is no MD5 of {} in it; fetch both files again", file.place(),
                                            kMd5Suffix, file.name));
}

}  // namespace

std::vector<ListedFile> list_folder(const fs::path& folder) {
  std::error_code error;
  const std::string path = with_slash(folder.string());
  if (!fs::is_directory(folder, error)) {
    throw Error(ErrorKind::input, fmt::format("{}: is no folder; name the folder that holds the PubMed files, or a URL "
                                              "(https://ftp.ncbi.nlm.nih.gov/pubmed/)",
                                              folder.string()));
  }
  std::vector<ListedFile> files;
  add_files(files, names_in(folder), path);
  for (const char* name : {"baseline", "updatefiles"}) add_files(files, names_in(folder / name), path + name + "/");
  // "." and the like: what the folder is really called counts.
  const PubmedFileKind kind = kind_in(fs::weakly_canonical(fs::absolute(folder), error).string());
  for (ListedFile& file : files) {
    if (file.folder == path) file.kind = kind;
  }
  return in_order(std::move(files), folder.string());
}

std::string read_md5_beside(const ListedFile& file) {
  const ByteReader bytes = open_bytes(file.place() + std::string(kMd5Suffix));
  std::string text;
  std::array<char, 4096> block{};
  while (text.size() < kLargestMd5File) {
    const std::size_t count = bytes(block.data(), block.size());
    if (count == 0) break;
    text.append(block.data(), count);
  }
  return md5_in(text, file);
}

PubmedMirror::PubmedMirror(std::string url, HttpFunction http, Clock clock)
    : url_(with_slash(std::move(url))), http_(std::move(http)), clock_(std::move(clock)) {}

std::vector<ListedFile> PubmedMirror::list() {
  std::vector<ListedFile> files;
  const FolderListing listing = read_listing(text_at(url_));
  add_files(files, listing.files, url_);
  for (const std::string& name : listing.folders) {
    const std::string folder = url_ + name + "/";
    const std::size_t before = files.size();
    add_files(files, read_listing(text_at(folder)).files, folder);
    if (files.size() == before) {
      throw Error(ErrorKind::input,
                  folder + ": lists no file of PubMed; a proxy may be answering in place of the mirror");
    }
  }
  return in_order(std::move(files), url_);
}

std::string PubmedMirror::md5_of(const ListedFile& file) {
  return md5_in(text_at(file.place() + std::string(kMd5Suffix)), file);
}

bool PubmedMirror::download(const ListedFile& file, const ByteSink& sink) {
  constexpr std::chrono::hours kLongestDownload{2};
  bool taken = true;
  HttpRequest request;
  request.url = file.place();
  request.timeout = kLongestDownload;
  request.take_body = [&](std::string_view bytes) { return taken = sink.take(bytes); };
  ask(request, [&] {
    taken = true;
    sink.start();
  });
  return taken;
}

std::string PubmedMirror::text_at(const std::string& url) {
  HttpRequest request;
  request.url = url;
  return ask(request, [] {}).body;
}

HttpResponse PubmedMirror::ask(const HttpRequest& request, const std::function<void()>& start) {
  constexpr std::array<std::chrono::seconds, 2> kPauses{std::chrono::seconds(1), std::chrono::seconds(5)};
  for (std::size_t attempt = 0;; ++attempt) {
    start();
    HttpResponse response = http_(request);
    if (response.status == 200 && (response.failure == HttpFailure::none || response.failure == HttpFailure::refused)) {
      return response;
    }
    const bool passing = response.failure == HttpFailure::dropped || response.failure == HttpFailure::unreachable ||
                         response.status == 429 || response.status >= 500;
    if (passing && attempt < kPauses.size()) {
      clock_.sleep(kPauses.at(attempt));
      continue;
    }
    const std::string why = response.problem.empty() ? fmt::format("answered {}", response.status) : response.problem;
    throw Error(passing ? ErrorKind::network : ErrorKind::input,
                fmt::format("{}: {}; {}", request.url, why,
                            passing ? "run the same command again to go on" : "check the address given with --from"));
  }
}

}  // namespace claimcheck
