#include "review/page_api.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/error.h"
#include "review/api_request.h"
#include "review/claim_progress.h"
#include "review/undo_words.h"

namespace claimcheck {
namespace {

using Json = nlohmann::ordered_json;

HttpAnswer json_answer(int status, const Json& body) {
  HttpAnswer answer;
  answer.status = status;
  answer.body = body.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  answer.content_type = "application/json; charset=utf-8";
  return answer;
}

template <typename E>
Json name_or_null(const std::optional<E>& value) {
  return value ? Json(std::string(to_string(*value))) : Json();
}

/// Where this seat stands on a claim; never what another person judged.
Json describe_own(const ReviewState& seen, const Seat& seat, const Report& report) {
  const Opinion* const found = seen.find(report.claim.id, seat.name);
  const Opinion own = found != nullptr ? *found : Opinion{};
  return {{"id", report.claim.id},
          {"status", std::string(to_string(progress_on(seen, seat, report.claim.id)))},
          {"entry", own.entry},
          {"judgement", name_or_null(own.judgement)},
          {"differs", differs_from_rules(report, found)},
          {"reason", name_or_null(own.reason)},
          {"text", own.text},
          {"comments", own.comments.size()}};
}

Json describe_counts(const ProgressCounts& counts) {
  return {{"claims", counts.claims},
          {"judged", counts.judged},
          {"deferred", counts.deferred},
          {"open", counts.open},
          {"words", describe_progress(counts)}};
}

Json describe_undoable(ReviewSession& session) {
  const std::optional<LogEntry> undoable = session.undoable();
  if (!undoable) return nullptr;
  return {{"entry", undoable->number}, {"claim", undoable->claim}, {"words", describe_undo(*undoable)}};
}

/// What every answer to a write says of how things stand.
Json describe_standing(ReviewSession& session, const std::string& claim) {
  const ReviewState seen = session.visible();
  const Report* const report = session.find(claim);
  return {{"last_entry", seen.last_entry},
          {"claim", report != nullptr ? describe_own(seen, session.seat(), *report) : Json()},
          {"progress", describe_counts(count_progress(seen, session))},
          {"undo", describe_undoable(session)}};
}

HttpAnswer conflict(ReviewSession& session, const std::string& claim) {
  Json body{
      {"error", "This was changed in another window meanwhile, so nothing was written. Look at how it stands now."}};
  body.update(describe_standing(session, claim));
  return json_answer(409, body);
}

HttpAnswer write(ReviewSession& session, const ReviewRequest& request) {
  const std::optional<LogEntry> added = session.write(request);
  if (!added) return conflict(session, request.claim);
  Json body{{"entry", added->number}};
  body.update(describe_standing(session, request.claim));
  return json_answer(200, body);
}

HttpAnswer undo(ReviewSession& session, const ReviewRequest& request) {
  const std::optional<LogEntry> undoable = session.undoable();
  const std::optional<LogEntry> added = session.write(request);
  if (!added) return conflict(session, undoable ? undoable->claim : "");
  const std::optional<LogEntry> undone = session.own_entry(added->undoes);
  const std::string claim = undone ? undone->claim : "";
  Json body{{"entry", added->number}, {"undone", undone ? describe_undo(*undone) : ""}};
  body.update(describe_standing(session, claim));
  return json_answer(200, body);
}

std::optional<ReviewAction> action_at(std::string_view path) {
  struct Call {
    std::string_view path;
    ReviewAction action;
  };
  static constexpr std::array<Call, 7> kCalls{{{"/api/judge", ReviewAction::judged},
                                               {"/api/clear", ReviewAction::cleared},
                                               {"/api/defer", ReviewAction::deferred},
                                               {"/api/comment", ReviewAction::commented},
                                               {"/api/undo", ReviewAction::undone},
                                               {"/api/finish", ReviewAction::finished},
                                               {"/api/reopen", ReviewAction::reopened}}};
  for (const Call& call : kCalls) {
    if (call.path == path) return call.action;
  }
  return std::nullopt;
}

constexpr std::string_view kOtherSeat =
    "This window was opened for another person or another project, so nothing was written. Open the link that was "
    "printed when claimcheck was started.";

HttpAnswer answer_write(ReviewSession& session, ReviewAction action, const HttpQuestion& question) {
  if (find_field(question.headers, kSeatHeader) != session.key()) return api_problem(410, kOtherSeat);
  try {
    const ReviewRequest request = read_api_request(action, question.body);
    return action == ReviewAction::undone ? undo(session, request) : write(session, request);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;
    return api_problem(400, error.what());
  }
}

/// Which of two people with nearly the same name sits here.
HttpAnswer answer_name(ReviewSession& session, const HttpQuestion& question) {
  if (find_field(question.headers, kSeatHeader) != session.key()) return api_problem(410, kOtherSeat);
  try {
    session.say_name(read_name_request(question.body));
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;
    return api_problem(400, error.what());
  }
  return json_answer(200, {{"seat", session.key()}});
}

HttpAnswer answer_changes(ReviewSession& session, const HttpQuestion& question) {
  const std::string_view after = find_field(question.query, "after").value_or("");
  std::int64_t number = 0;
  const auto [end, problem] = std::from_chars(after.data(), after.data() + after.size(), number);
  if (problem != std::errc() || end != after.data() + after.size() || number < 0) {
    return api_problem(400, "“after” must be the number of an entry.");
  }
  const ReviewState seen = session.visible();
  Json claims = Json::array();
  if (seen.last_entry != number) {
    for (const Report& report : session.run().reports) claims.push_back(describe_own(seen, session.seat(), report));
  }
  return json_answer(200, {{"seat", session.key()},
                           {"last_entry", seen.last_entry},
                           {"changed", seen.last_entry != number},
                           {"claims", std::move(claims)},
                           {"progress", describe_counts(count_progress(seen, session))},
                           {"undo", describe_undoable(session)}});
}

}  // namespace

HttpAnswer api_problem(int status, std::string_view sentence) {
  return json_answer(status, {{"error", std::string(sentence)}});
}

HttpAnswer answer_api(ReviewSession& session, const HttpQuestion& question) {
  const std::optional<ReviewAction> action = action_at(question.path);
  const bool is_changes = question.path == "/api/changes";
  const bool is_name = question.path == "/api/name";
  if (!action && !is_changes && !is_name) return api_problem(404, "There is nothing at this address.");
  const std::string_view method = is_changes ? "GET" : "POST";
  if (question.method != method) {
    HttpAnswer answer = api_problem(405, fmt::format("This address answers {}.", method));
    answer.headers.emplace_back("Allow", method);
    return answer;
  }
  if (is_name) return answer_name(session, question);
  return action ? answer_write(session, *action, question) : answer_changes(session, question);
}

}  // namespace claimcheck
