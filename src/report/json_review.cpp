#include "report/json_review.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "report/agreement.h"
#include "report/review_summary.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

using Json = nlohmann::ordered_json;

template <typename E>
Json name_or_null(const std::optional<E>& value) {
  return value ? Json(to_string(*value)) : Json(nullptr);
}

Json number_or_null(const std::optional<double>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json write_opinion(const NamedOpinion& named) {
  const Opinion& opinion = *named.opinion;
  Json comments = Json::array();
  for (const ReviewComment& comment : opinion.comments) {
    comments.push_back(
        {{"entry", comment.entry}, {"date", repair_utf8(comment.date)}, {"text", repair_utf8(comment.text)}});
  }
  return {{"reviewer", repair_utf8(named.reviewer->name)},
          {"judgement", name_or_null(opinion.judgement)},
          {"reason", name_or_null(opinion.reason)},
          {"text", repair_utf8(opinion.text)},
          {"deferred", opinion.deferred},
          {"entry", opinion.entry},
          {"date", repair_utf8(opinion.date)},
          {"origin", repair_utf8(opinion.origin)},
          {"comments", comments}};
}

Json write_claim(const Run& run, const Report& report) {
  Json opinions = Json::array();
  for (const NamedOpinion& named : list_opinions(run, report.claim.id)) opinions.push_back(write_opinion(named));
  const ReviewOutcome outcome = outcome_of(*run.review, report.claim.id);
  return {{"id", repair_utf8(report.claim.id)},
          {"outcome", to_string(outcome.kind)},
          {"judgement", name_or_null(outcome.judgement)},
          {"opinions", opinions}};
}

Json write_kappa(const Kappa& kappa) {
  return {{"value", number_or_null(kappa.value)},
          {"low", number_or_null(kappa.low)},
          {"high", number_or_null(kappa.high)},
          {"note", kappa.note}};
}

Json write_agreement(const Agreement& agreement) {
  Json differences = Json::array();
  for (const Difference& each : agreement.differences) {
    differences.push_back(
        {{"claim", repair_utf8(each.claim)}, {"first", to_string(each.first)}, {"second", to_string(each.second)}});
  }
  Json share = nullptr;
  if (agreement.claims > 0) share = static_cast<double>(agreement.same) / static_cast<double>(agreement.claims);
  return {{"first", repair_utf8(agreement.first)},
          {"second", repair_utf8(agreement.second)},
          {"claims", agreement.claims},
          {"same", agreement.same},
          {"share", share},
          {"judgements", EnumNames<Judgement>::values},
          {"table", agreement.table},
          {"kappa", write_kappa(agreement.kappa)},
          {"differences", differences}};
}

}  // namespace

std::string write_review_json(const Run& run) {
  Json reviewers = Json::array();
  for (const Reviewer& each : run.review->reviewers) {
    reviewers.push_back(
        {{"name", repair_utf8(each.name)}, {"role", to_string(each.role)}, {"finished", each.finished}});
  }
  Json claims = Json::array();
  for (const Report& report : run.reports) claims.push_back(write_claim(run, report));
  const std::optional<Agreement> agreement = measure_agreement(run, *run.review);
  const Json review = {{"last_entry", run.review->last_entry},
                       {"reviewers", reviewers},
                       {"claims", claims},
                       {"agreement", agreement ? write_agreement(*agreement) : Json(nullptr)}};
  return review.dump();
}

}  // namespace claimcheck
