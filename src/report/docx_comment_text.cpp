#include "report/docx_comment_text.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/core.h>

#include "report/ama.h"
#include "report/counts.h"
#include "report/decision_mark.h"
#include "report/review_summary.h"
#include "report/sides.h"
#include "report/text_layout.h"
#include "report/words.h"

namespace claimcheck {
namespace {

constexpr std::size_t kShownProblems = 12;

// White space made one; characters that XML does not allow are left to the writer of the file, which drops them.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space || (!line.empty() && line.back() != ' ')) line += space ? ' ' : c;
  }
  return line;
}

void add_named(DocxCommentLines& lines, std::string_view name, const std::string& text) {
  if (!text.empty()) lines.push_back({{std::string(name) + ": ", true}, {text}});
}

std::string describe_finding(const Finding& finding) {
  std::string text = fmt::format("PMID {}, {}", finding.pmid, word_for(finding.design));
  if (finding.sample_size) text += fmt::format(", n = {}", *finding.sample_size);
  return text;
}

// The strongest weighed finding of a side: its quote, then its reference.
void add_best(DocxCommentLines& lines, std::string_view name, const std::vector<const Finding*>& side,
              const Report& report) {
  if (side.empty() || !why_not_weighed(*side.front()).empty()) return;
  const Finding& best = *side.front();
  const Citation* citation = cited_by(report, best);
  const bool digest = citation != nullptr && citation->digest;
  lines.push_back({{std::string(name) + ": ", true},
                   {fmt::format("{} ({}{})", in_quotes(one_line(best.quote.text)), describe_finding(best),
                                digest ? ", a digest, not the published abstract" : "")}});
  if (citation == nullptr) return;
  const AmaReference reference = format_ama(*citation);
  lines.push_back({{one_line(reference.before) + (reference.before.ends_with(' ') ? " " : "")},
                   {one_line(reference.journal), false, true},
                   {one_line(reference.after) + fmt::format(" PMID: {}.", best.pmid)}});
}

void add_decision(DocxCommentLines& lines, const Run& run, const Report& report) {
  if (!run.review || run.review->reviewers.empty()) return;
  const Decision decision = decide(run, report);
  const bool overrides = decision_mark(run, report)->overrides;
  add_named(lines, "Decided by people",
            one_line(decision.words + (decision.reason.empty() ? "" : " (" + decision.reason + ")") +
                     (overrides ? "; this overrides the tag" : "")));
  for (const std::string& comment : decision.comments) add_named(lines, "Comment", one_line(comment));
}

std::string describe_rules(const Report& report) {
  std::string rules;
  for (const ComplianceNote& note : report.compliance) {
    const std::string rule = fmt::format("{} {} ({})", note.rule, note.clause, in_quotes(note.words));
    if (rules.find(rule) != std::string::npos) continue;
    rules += (rules.empty() ? "" : "; ") + rule;
  }
  return one_line(rules);
}

std::string describe_evidence(const Provenance& provenance) {
  std::string text = provenance.evidence_source.empty() ? "no evidence" : one_line(provenance.evidence_source);
  if (!provenance.evidence_date.empty()) text += ", as of " + one_line(provenance.evidence_date);
  return text;
}

}  // namespace

DocxCommentLines describe_claim(const Report& report, const Run& run) {
  DocxCommentLines lines;
  const StudyCounts studies = count_studies(report);
  lines.push_back({{describe_mark(mark_of(report)), true},
                   {fmt::format(" ({} for, {} against)", studies.supporting, studies.opposing)}});
  const std::vector<Reason>& reasons = reasons_of(report);
  if (!reasons.empty()) lines.push_back({{one_line(reasons.front().text)}});
  add_decision(lines, run, report);
  const std::string checked = one_line(report.claim.text);
  // What was checked can differ from the words that the comment stands at: context was added, a sentence was split.
  if (report.claim.passage && one_line(report.claim.passage->text) != checked) {
    add_named(lines, "Checked as", in_quotes(checked));
  }
  const Sides sides = split_sides(report);
  if (studies.supporting > 0) add_best(lines, "For", sides.supporting, report);
  if (studies.opposing > 0) add_best(lines, "Against", sides.opposing, report);
  if (report.verdict) add_named(lines, "Suggested wording", one_line(report.verdict->suggested_wording));
  add_named(lines, kComplianceHeading, describe_rules(report));
  lines.push_back({{fmt::format("claimcheck {} · {}", one_line(report.claim.id), describe_evidence(run.provenance))}});
  return lines;
}

DocxCommentLines describe_run(const Run& run, const Document& article) {
  DocxCommentLines lines;
  const ClaimCounts counts = count_claims(run);
  lines.push_back(
      {{"claimcheck: " + count_words(run.reports.size(), "claim", "claims") + ". ", true},
       {fmt::format("{} supported, {} contested, {} unsupported, {} not assessed, {} could not check, {} not "
                    "reviewed.",
                    counts.supported, counts.contested, counts.unsupported, counts.not_assessed, counts.could_not_check,
                    counts.not_reviewed)}});
  add_named(lines, kDecidedByPeople, describe_decision_counts(run));
  add_named(lines, "Note", digest_banner(run));
  const std::vector<ProblemLine> problems = collect_problems(run);
  for (std::size_t i = 0; i < std::min(problems.size(), kShownProblems); ++i) {
    const std::string claims = name_claims(problems[i]);
    add_named(lines, claims.empty() ? "Problem" : "Problem (" + claims + ")", one_line(problems[i].text));
  }
  if (problems.size() > kShownProblems) {
    lines.push_back({{fmt::format("showing {} of {} problems; the HTML and JSON reports have all", kShownProblems,
                                  problems.size())}});
  }
  lines.push_back({{std::string(kTagMeaning)}});
  lines.push_back({{fmt::format("{}, SHA-256 {}. Evidence: {}. claimcheck {}, rules {}.", one_line(article.name),
                                article.sha256, describe_evidence(run.provenance),
                                one_line(run.provenance.tool_version), run.provenance.rules_version)}});
  lines.push_back({{std::string(kDisclaimer)}});
  return lines;
}

}  // namespace claimcheck
