#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "report/clean_text.h"
#include "report/counts.h"
#include "report/evidence_rows.h"
#include "report/references.h"
#include "report/review_summary.h"
#include "report/text_layout.h"
#include "report/text_place.h"
#include "report/words.h"
#include "report/writers.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

using Json = nlohmann::ordered_json;

// "contested/counter_example": the tag and the lead reason, by which results are filtered.
std::string rule_id(const Report& report) {
  const std::vector<Reason>& reasons = reasons_of(report);
  std::string id(tag_name(report));
  return reasons.empty() ? id : id + '/' + std::string(to_string(reasons.front().code));
}

// A result of any kind but "fail" has the level "none" (SARIF 2.1.0, section 3.27.10).
struct Weight {
  std::string_view kind;
  std::string_view level;
};

Weight weight_of(const Report& report) {
  if (!report.verdict) {
    return report.status == ClaimStatus::not_assessed ? Weight{"notApplicable", "none"} : Weight{"fail", "note"};
  }
  return report.verdict->tag == Tag::supported ? Weight{"pass", "none"} : Weight{"fail", "warning"};
}

// RFC 3986: what is not unreserved is percent-encoded, byte by byte.
std::string to_uri(std::string_view name) {
  static constexpr std::string_view kUnreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  std::string uri;
  for (const char c : name) {
    uri += kUnreserved.find(c) != std::string_view::npos ? std::string(1, c)
                                                         : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

// FNV-1a with 64 bits: says that a claim is the one of an earlier run, wherever it stands now; no secret hangs on it.
std::string fingerprint_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return fmt::format("{:016x}", hash);
}

/// The files that results point to, and the tables of their lines.
class Artifacts {
 public:
  explicit Artifacts(const Run& run) : run_(run) {
    for (const Document& article : run.articles) add(article.name, article.sha256);
    for (const InputDocument& document : run.provenance.documents) add(document.name, document.sha256);
  }

  Json locate(const Report& report, const std::string& file) {
    Json place = {{"artifactLocation", {{"uri", to_uri(file)}}}};
    const auto index = indices_.find(file);
    if (index != indices_.end()) place["artifactLocation"]["index"] = index->second;
    const Document* article = article_of(run_, report.claim);
    if (article != nullptr && has_lines(article->format)) place["region"] = write_region(*article, report.claim);
    Json location = {{"physicalLocation", place}};
    if (report.claim.origin && !report.claim.origin->section.empty()) {
      const Json section = {{"name", clean_text(report.claim.origin->section)}, {"kind", "section"}};
      location["logicalLocations"] = Json::array({section});
    }
    return location;
  }

  [[nodiscard]] const Json& list() const { return list_; }

 private:
  void add(const std::string& name, const std::string& sha256) {
    if (!indices_.try_emplace(name, list_.size()).second) return;
    Json artifact = {{"location", {{"uri", to_uri(name)}}}};
    if (!sha256.empty()) artifact["hashes"] = {{"sha-256", clean_text(sha256)}};
    list_.push_back(std::move(artifact));
  }

  Json write_region(const Document& article, const Claim& claim) {
    const Span span = claim.passage->span;
    const TextPlace at = places_.try_emplace(&article, article.text).first->second.of(span);
    return {{"startLine", at.line},
            {"startColumn", at.column},
            {"endLine", at.end_line},
            {"endColumn", at.end_column},
            {"charOffset", claim.origin->span.begin},
            {"charLength", claim.origin->span.size()},
            {"snippet", {{"text", repair_utf8(claim.passage->text)}}}};
  }

  const Run& run_;
  std::map<std::string, std::size_t> indices_;
  std::map<const Document*, TextPlaces> places_;
  Json list_ = Json::array();
};

std::string write_message(const Report& report) {
  std::string text = fmt::format("{} {}: {}", to_line(report.claim.id), describe_mark(mark_of(report)),
                                 in_quotes(to_line(report.claim.text)));
  const std::vector<Reason>& reasons = reasons_of(report);
  if (!reasons.empty()) text += ' ' + to_line(reasons.front().text);
  for (const EvidenceRow& row : list_evidence(report)) {
    const Finding& lead = *row.findings.front();
    if (!was_weighed(lead)) continue;
    text += fmt::format(" {}: {} (PMID {}).", lead.stance == Stance::supports ? "For" : "Against",
                        in_quotes(to_line(lead.quote.text)), lead.pmid);
    if (lead.stance == Stance::opposes) break;
  }
  return text;
}

Json write_properties(const Run& run, const Report& report) {
  Json properties = {
      {"claimId", to_line(report.claim.id)}, {"claim", to_line(report.claim.text)}, {"tag", tag_name(report)}};
  Json pmids_for = Json::array();
  Json pmids_against = Json::array();
  for (const EvidenceRow& row : list_evidence(report)) {
    const Finding& lead = *row.findings.front();
    if (was_weighed(lead)) (lead.stance == Stance::supports ? pmids_for : pmids_against).push_back(lead.pmid);
  }
  properties["pmidsFor"] = pmids_for;
  properties["pmidsAgainst"] = pmids_against;
  if (report.verdict && !report.verdict->suggested_wording.empty()) {
    properties["suggestedWording"] = to_line(report.verdict->suggested_wording);
  }
  if (run.review) {
    const Decision decision = decide(run, report);
    properties["review"] = to_string(decision.outcome.kind);
    if (decision.outcome.judgement) properties["decision"] = to_string(*decision.outcome.judgement);
    if (!decision.reason.empty()) properties["decisionReason"] = decision.reason;
  }
  return properties;
}

/// The rules that the results of a run follow, each once, in the order in which they are met.
class Rules {
 public:
  std::size_t index_of(const Report& report) {
    const std::string id = rule_id(report);
    const auto [known, is_new] = indices_.try_emplace(id, list_.size());
    if (!is_new) return known->second;
    const ClaimMark mark = mark_of(report);
    std::string name(mark.detail.empty() || report.verdict ? mark.word : mark.detail);
    const std::vector<Reason>& reasons = reasons_of(report);
    if (!reasons.empty()) name += ": " + std::string(word_for(reasons.front().code));
    list_.push_back({{"id", id},
                     {"shortDescription", {{"text", capitalise(name)}}},
                     {"fullDescription", {{"text", kTagMeaning}}},
                     {"defaultConfiguration", {{"level", weight_of(report).level}}}});
    return known->second;
  }
  [[nodiscard]] const Json& list() const { return list_; }

 private:
  std::map<std::string, std::size_t> indices_;
  Json list_ = Json::array();
};

Json write_result(const Run& run, const Report& report, const std::string& file, Rules& rules, Artifacts& artifacts) {
  const Weight weight = weight_of(report);
  Json result = {{"ruleId", rule_id(report)},
                 {"ruleIndex", rules.index_of(report)},
                 {"kind", weight.kind},
                 {"level", weight.level},
                 {"message", {{"text", write_message(report)}}},
                 {"locations", Json::array()},
                 {"partialFingerprints", {{"claimText/v1", fingerprint_of(to_line(report.claim.text))}}},
                 {"properties", write_properties(run, report)}};
  if (!file.empty()) result["locations"].push_back(artifacts.locate(report, file));
  const auto& passage = report.claim.passage;
  if (passage && passage->suppressed) {
    const Json suppression = {{"kind", "inSource"}, {"justification", clean_text(*passage->suppressed)}};
    result["suppressions"] = Json::array({suppression});
  }
  return result;
}

Json write_invocation(const Run& run) {
  Json notifications = Json::array();
  const auto notify = [&](std::string_view level, const std::string& text) {
    notifications.push_back({{"level", level}, {"message", {{"text", to_line(text)}}}});
  };
  const std::string banner = digest_banner(run);
  if (!banner.empty()) notify("warning", banner);
  for (const ProblemLine& problem : collect_problems(run)) {
    const std::string claims = name_claims(problem);
    notify("error", claims.empty() ? problem.text : claims + ": " + problem.text);
  }
  for (const Document& article : run.articles) {
    for (const std::string& problem : article.problems) notify("warning", article.name + ": " + problem);
  }
  const bool all_checked = count_claims(run).could_not_check == 0;
  return {{"executionSuccessful", all_checked}, {"toolExecutionNotifications", notifications}};
}

Json write_provenance(const Run& run) {
  const Provenance& provenance = run.provenance;
  return {{"rulesVersion", provenance.rules_version},
          {"reportSchemaVersion", provenance.schema_version},
          {"evidenceSource", to_line(provenance.evidence_source)},
          {"evidenceDate", to_line(provenance.evidence_date)},
          {"offline", provenance.offline},
          {"disclaimer", kDisclaimer}};
}

}  // namespace

std::string write_sarif(const Run& run) {
  Rules rules;
  Artifacts artifacts(run);
  std::map<const Report*, std::string> files;
  for (const DocumentGroup& group : group_by_document(run)) {
    for (const Report* report : group.reports) files[report] = group.name;
  }
  Json results = Json::array();
  for (const Report& report : run.reports) {
    results.push_back(write_result(run, report, files[&report], rules, artifacts));
  }
  const Json driver = {
      {"name", "claimcheck"}, {"version", to_line(run.provenance.tool_version)}, {"rules", rules.list()}};
  const Json log = {{"tool", {{"driver", driver}}},
                    {"invocations", Json::array({write_invocation(run)})},
                    {"artifacts", artifacts.list()},
                    {"columnKind", "unicodeCodePoints"},
                    {"results", results},
                    {"properties", write_provenance(run)}};
  const Json document = {
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", Json::array({log})}};
  return document.dump(2) + '\n';
}

}  // namespace claimcheck
