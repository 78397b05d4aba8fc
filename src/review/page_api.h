#pragma once

#include <string_view>

#include "review/http_exchange.h"
#include "review/session.h"

namespace claimcheck {

/// The header field in which a window says for whom it was opened (ReviewSession::key); the server hands it on.
inline constexpr std::string_view kSeatHeader = "x-claimcheck-seat";

/// Answers what the page writes, and what it asks to keep up. JSON both ways; docs/review-server.md lists the calls.
///
/// `POST /api/judge`, `clear`, `defer`, `comment`, `undo`, `finish`, `reopen` write through the session. 200: it is
/// written; the answer holds the entry's number, where this seat now stands on the claim, and its progress. 409:
/// another window was first, nothing is written, and the answer holds how it stands. 400: it may not be written;
/// `error` says why in one sentence. 410: the window was opened for another person or project, so nothing is written.
/// `POST /api/name` answers ReviewSession::namesake.
/// `GET /api/changes?after=N`: where this seat stands on every claim, when the log
/// has entries after number N. Nothing here ever tells what another person judged. Throws what the session throws, but
/// for Error(input).
HttpAnswer answer_api(ReviewSession& session, const HttpQuestion& question);

/// An answer in JSON whose one field `error` is `sentence`.
HttpAnswer api_problem(int status, std::string_view sentence);

}  // namespace claimcheck
