#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pubmed/eutils_answer.h"

namespace claimcheck {

/// `text` on one line of well-formed UTF-8 without control characters, single-spaced: what a server wrote ends up in
/// terminals and JSON.
std::string one_line(std::string_view text);

/// What an error text of NCBI means ("Search Backend failed", "Empty id list", "API rate limit exceeded"). A text that
/// is not known counts as transient. The reason is the text on one line, cut after 200 bytes.
Assessment assess_error_text(std::string_view text);

/// What the exchange and the body tell before any data is read: failures, HTTP errors, and the error bodies that also
/// come with HTTP 200 (nothing, JSON, an HTML page, the text of a C++ exception, an XML document around an ERROR
/// element). nullopt when the body is an XML document without such an error.
std::optional<Assessment> find_error(const HttpResponse& response);

/// Name of the document element, "" when there is none or its tag is not whole. Reads past XML declaration, comments
/// and DOCTYPE.
std::string_view root_element(std::string_view xml);

}  // namespace claimcheck
