#include "cli/pubmed_mirror.h"

#include <openssl/evp.h>

#include <array>
#include <cstdio>

namespace claimcheck {

std::string md5_of(const std::string& bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_md5(), nullptr);
  std::string hex;
  for (unsigned int i = 0; i < size; ++i) {
    std::array<char, 3> digits{};
    std::snprintf(digits.data(), digits.size(), "%02x", static_cast<unsigned>(digest.at(i)));
    hex += digits.data();
  }
  return hex;
}

void PubmedMirrorServer::add(const std::string& path, const std::string& bytes) {
  const std::lock_guard lock(mutex_);
  const std::string name = path.substr(path.find_last_of('/') + 1);
  files_[path] = bytes;
  files_[path + ".md5"] = "MD5(" + name + ")= " + md5_of(bytes) + "\n";
  listed_.insert(path);
  listed_.insert(path + ".md5");
}

void PubmedMirrorServer::lose(const std::string& path) {
  const std::lock_guard lock(mutex_);
  files_.erase(path);
}

void PubmedMirrorServer::say(const std::string& path, const std::string& text) {
  const std::lock_guard lock(mutex_);
  files_[path] = text;
}

void PubmedMirrorServer::answer_first(const std::string& path, const ServedResponse& response, int times) {
  const std::lock_guard lock(mutex_);
  faults_[path] = {response, times};
}

int PubmedMirrorServer::asked(const std::string& path) const {
  int count = 0;
  for (const ServedRequest& request : http_.requests()) count += request.path == "/" + path ? 1 : 0;
  return count;
}

ServedResponse PubmedMirrorServer::answer(const ServedRequest& request) {
  const std::lock_guard lock(mutex_);
  const std::string path = request.path.substr(1);
  const auto fault = faults_.find(path);
  if (fault != faults_.end() && fault->second.times-- > 0) return fault->second.response;
  ServedResponse response;
  response.content_type = "application/octet-stream";
  const auto file = files_.find(path);
  if (file != files_.end()) {
    response.body = file->second;
  } else if (path.empty() || path.ends_with('/')) {
    response.content_type = "text/html";
    response.body = listing(path);
  } else {
    response.status = 404;
    response.body = "<h1>Not found</h1>";
  }
  return response;
}

std::string PubmedMirrorServer::listing(const std::string& folder) const {
  std::set<std::string> names;
  for (const std::string& path : listed_) {
    if (!path.starts_with(folder)) continue;
    const std::string rest = path.substr(folder.size());
    names.insert(rest.substr(0, rest.find('/') + 1));  // a folder with its slash, or all of a file's name
    if (rest.find('/') == std::string::npos) names.insert(rest);
  }
  names.erase("");
  std::string html = "<html><head><title>Index</title></head><body><pre><a href=\"../\">Parent</a>\n";
  for (const std::string& name : names) html += "<a href=\"" + name + "\">" + name + "</a>  2031-01-02 03:04  1M\n";
  return html + "<a href=\"../../etc/pubmed26n0099.xml.gz\">junk</a></pre></body></html>\n";
}

}  // namespace claimcheck
