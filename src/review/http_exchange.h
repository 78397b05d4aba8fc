#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace claimcheck {

/// Header fields or query parameters, in the order in which they were sent.
using HttpFields = std::vector<std::pair<std::string, std::string>>;

/// The first value of that name, letter for letter.
std::optional<std::string_view> find_field(const HttpFields& fields, std::string_view name);

/// A request that the server let through: it comes from the page that the server itself handed out.
struct HttpQuestion {
  std::string method;  ///< "GET" or "POST"; HEAD is asked as GET, and the server leaves the body out
  /// Percent-decoded once; not to be decoded again. Begins with '/', well-formed UTF-8, without empty, "." and ".."
  /// segments, backslashes, control characters, and slashes that were written as %2F.
  std::string path;
  HttpFields query;    ///< form-decoded; a name may be repeated; well-formed UTF-8 without control characters
  HttpFields headers;  ///< those that ServerOptions::handed_on names, their names in lower case
  std::string body;    ///< of a POST: application/json by its header, any bytes in fact
};

/// What the handler says. The server adds the length and the security headers; an answer that sets one of those itself
/// is a mistake, and a 500 goes out instead.
struct HttpAnswer {
  int status = 200;  ///< 200 to 599
  std::string body;  ///< left out for 204 and 304
  std::string content_type = "text/html; charset=utf-8";
  HttpFields headers = {};  ///< such as Content-Disposition; neither name nor value may hold a line break
};

/// Answers one question. Called by one thread, one question at a time, so that it needs no locks; while it runs nothing
/// else is served, and clients whose time runs out meanwhile are dropped: long work belongs elsewhere. What it throws
/// becomes a 500 with a fixed text: turn what the user can mend into an answer.
using HttpHandler = std::function<HttpAnswer(const HttpQuestion&)>;

}  // namespace claimcheck
