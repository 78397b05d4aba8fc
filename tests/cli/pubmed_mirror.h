#pragma once

#include <map>
#include <mutex>
#include <set>
#include <string>

#include "support/loopback_http.h"

namespace claimcheck {

/// The MD5 of `bytes` as hex digits.
std::string md5_of(const std::string& bytes);

/// A web server with PubMed files, and what it does wrong. Thread-safe.
class PubmedMirrorServer {
 public:
  /// Serves `bytes` under `path`, such as "baseline/pubmed26n0001.xml.gz", with its .md5 file and in the listings of
  /// its folder and the folders above.
  void add(const std::string& path, const std::string& bytes);
  /// Takes a file away, the listings aside.
  void lose(const std::string& path);
  /// The text of a listing or a .md5 file instead of the right one.
  void say(const std::string& path, const std::string& text);
  /// The next answers for `path`, before the right ones.
  void answer_first(const std::string& path, const ServedResponse& response, int times);

  [[nodiscard]] std::string url() const { return http_.url(); }
  /// How often a path was asked for.
  [[nodiscard]] int asked(const std::string& path) const;

 private:
  ServedResponse answer(const ServedRequest& request);
  [[nodiscard]] std::string listing(const std::string& folder) const;

  struct Fault {
    ServedResponse response;
    int times = 0;
  };
  mutable std::mutex mutex_;
  std::map<std::string, std::string> files_;
  std::set<std::string> listed_;
  std::map<std::string, Fault> faults_;
  LoopbackHttp http_{[this](const ServedRequest& request) { return answer(request); }};  // last: uses what is above
};

}  // namespace claimcheck
