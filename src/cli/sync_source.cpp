#include "cli/sync_source.h"

#include <fmt/core.h>

#include <filesystem>
#include <utility>

#include "cli/file_digests.h"
#include "cli/interrupt.h"
#include "cli/output_file.h"
#include "core/error.h"
#include "pubmed/http.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;

/// True for a URL, false for a path.
bool is_url(const std::string& from) {
  const std::size_t colon = from.find("://");
  if (colon == std::string::npos) return false;
  const std::string scheme = from.substr(0, colon);
  if (scheme != "http" && scheme != "https") {
    throw Error(ErrorKind::usage, fmt::format("--from {}: give an http or https URL, or a folder (NLM's own: "
                                              "https://ftp.ncbi.nlm.nih.gov/pubmed/)",
                                              from));
  }
  const std::string host = from.substr(colon + 3, from.find('/', colon + 3) - colon - 3);
  if (host.find('@') != std::string::npos) {
    throw Error(ErrorKind::usage, "--from: a URL with a user or a password is not taken, because it would be shown");
  }
  if (from.find_first_of("?#") != std::string::npos) {
    throw Error(ErrorKind::usage, fmt::format("--from {}: give the URL of a folder, without ? or #", from));
  }
  return true;
}

Error wrong_md5(const ListedFile& file, const std::string& is, const std::string& should_be) {
  return {ErrorKind::input,
          fmt::format("{} is damaged: its MD5 is {}, and should be {}. Fetch the file again, then run the same command "
                      "again to go on",
                      file.place(), is, should_be)};
}

}  // namespace

SyncSource::SyncSource(SyncSourceOptions options) : options_(std::move(options)) {
  if (!is_url(options_.from)) return;
  const std::atomic<bool>* stop = &GracefulStop::requested();
  mirror_.emplace(options_.from, curl_http(stop), system_clock(stop));
}

std::vector<ListedFile> SyncSource::list() {
  return mirror_ ? mirror_->list() : list_folder(options_.from);
}

std::string SyncSource::known_md5(const ListedFile& file) const {
  return mirror_ || !file.has_md5 ? "" : read_md5_beside(file);
}

CheckedFile SyncSource::provide(const ListedFile& file, const std::function<void(std::string_view)>& tell) {
  if (!mirror_) {
    tell("checking " + file.name);
    const FileDigests::Sums sums = digests_of_file(file.place());
    const std::string md5 = known_md5(file);
    if (!md5.empty() && md5 != sums.md5) throw wrong_md5(file, sums.md5, md5);
    return {file.place(), sums.md5, sums.sha256};
  }
  if (!file.has_md5 && !options_.without_md5) {
    throw Error(ErrorKind::input,
                fmt::format("{} has no .md5 file beside it, so nobody can tell whether it comes over whole; choose "
                            "another mirror, or take such files with --without-md5",
                            file.place()));
  }
  const std::string md5 = file.has_md5 ? mirror_->md5_of(file) : "";
  const fs::path kept = fs::path(options_.keep) / file.name;
  if (!options_.keep.empty() && !md5.empty() && fs::exists(kept)) {
    const FileDigests::Sums sums = digests_of_file(kept.string());
    if (sums.md5 == md5) return {kept.string(), sums.md5, sums.sha256};
  }
  CheckedFile checked = download(file, md5, tell);
  if (options_.keep.empty()) return checked;
  download_->copy_to(kept.string());
  write_output(kept.string() + ".md5", fmt::format("MD5({})= {}\n", file.name, checked.md5));
  return checked;
}

CheckedFile SyncSource::download(const ListedFile& file, const std::string& md5,
                                 const std::function<void(std::string_view)>& tell) {
  constexpr int kAttempts = 2;
  if (!download_) download_.emplace(options_.download_path);
  for (int attempt = 1;; ++attempt) {
    FileDigests digests;
    std::size_t size = 0;
    const ByteSink sink{[&] {
                          digests = FileDigests();
                          size = 0;
                          download_->start();
                        },
                        [&](std::string_view bytes) {
                          digests.update(bytes);
                          size += bytes.size();
                          tell(fmt::format("downloading {}: {:.1f} MB", file.name, static_cast<double>(size) / 1e6));
                          return download_->write(bytes);
                        }};
    mirror_->download(file, sink);
    download_->check();
    const FileDigests::Sums sums = digests.finish();
    if (md5.empty() || sums.md5 == md5) return {download_->path(), sums.md5, sums.sha256};
    if (attempt == kAttempts) throw wrong_md5(file, sums.md5, md5);
  }
}

}  // namespace claimcheck
