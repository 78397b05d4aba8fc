#include <fmt/core.h>

#include <string>
#include <string_view>
#include <vector>

#include "report/ama.h"
#include "report/appraisal_words.h"
#include "report/counts.h"
#include "report/decision_mark.h"
#include "report/error_card.h"
#include "report/evidence_rows.h"
#include "report/markdown.h"
#include "report/methods.h"
#include "report/references.h"
#include "report/review_summary.h"
#include "report/review_words.h"
#include "report/search_box.h"
#include "report/sides.h"
#include "report/words.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

constexpr std::size_t kShownPerSide = 3;

std::string write_lines(std::string_view title, const std::vector<ProblemLine>& lines) {
  if (lines.empty()) return {};
  std::string text = fmt::format("## {}\n\n", title);
  for (const ProblemLine& line : lines) {
    const std::string claims = name_claims(line);
    text += fmt::format("- {}{}\n", claims.empty() ? "" : fmt::format("**{}:** ", escape_markdown(claims)),
                        escape_markdown(line.text));
  }
  return text + '\n';
}

std::string write_counts(const Run& run) {
  const ClaimCounts counts = count_claims(run);
  const std::string people = describe_decision_counts(run);
  return fmt::format(
      "| ✓ supported | ≷ contested | ✕ unsupported | – not assessed | – could not check | not reviewed |\n"
      "| ---: | ---: | ---: | ---: | ---: | ---: |\n| {} | {} | {} | {} | {} | {} |\n\n{}{}\n\n",
      counts.supported, counts.contested, counts.unsupported, counts.not_assessed, counts.could_not_check,
      counts.not_reviewed, people.empty() ? "" : fmt::format("**{}:** {}.\n\n", kDecidedByPeople, people),
      escape_markdown(kTagMeaning));
}

std::string lead_reason(const Report& report) {
  const std::vector<Reason>& reasons = reasons_of(report);
  return reasons.empty() ? std::string() : reasons.front().text;
}

std::string write_table(const Run& run, const DocumentGroup& group) {
  const bool decided = run.review && !run.review->reviewers.empty();
  std::string text =
      fmt::format("### {}\n\n| ID | tag | {}claim | for | against | lead reason |\n",
                  group.name.empty() ? "All claims" : escape_markdown(group.name), decided ? "decision | " : "");
  text += fmt::format("| --- | --- | {}--- | ---: | ---: | --- |\n", decided ? "--- | " : "");
  for (const Report* report : group.reports) {
    const StudyCounts studies = count_studies(*report);
    const std::optional<DecisionMark> mark = decision_mark(run, *report);
    text += fmt::format("| {} | {} | {}{} | {} | {} | {} |\n", escape_markdown(report->claim.id),
                        describe_mark(mark_of(*report)), mark ? describe_decision_mark(*mark) + " | " : "",
                        escape_markdown(report->claim.text), studies.supporting, studies.opposing,
                        escape_markdown(lead_reason(*report)));
  }
  return text + '\n';
}

// Quotes of one side, strongest first; how many more there are is said.
std::string write_side(const Report& report, std::string_view name, const std::vector<const Finding*>& side) {
  std::string text;
  std::size_t weighed = 0;
  for (const Finding* finding : side) {
    if (!was_weighed(*finding) || ++weighed > kShownPerSide) continue;
    const Citation* citation = cited_by(report, *finding);
    std::string source(word_for(finding->design));
    if (finding->year > 0) source += fmt::format(", {}", finding->year);
    if (finding->sample_size) source += fmt::format(", n = {}", *finding->sample_size);
    if (citation != nullptr && citation->digest) source += ", quoted from a digest";
    text += fmt::format("> “{}” — PMID {}, {}\n>\n", escape_markdown(finding->quote.text),
                        link_pmid_markdown(finding->pmid), source);
  }
  if (weighed == 0) return {};
  text.resize(text.size() - 2);  // the empty line of the quotation that would follow
  std::string head = fmt::format("**{}** ({} weighed", name, weighed);
  if (weighed > kShownPerSide) head += fmt::format(", {} shown", kShownPerSide);
  return fmt::format("{})\n\n{}\n", head, text);
}

std::string write_origin(const Claim& claim) {
  if (!claim.origin) return {};
  std::string text = fmt::format("From {}", escape_markdown(claim.origin->document));
  if (!claim.origin->section.empty()) text += fmt::format(", section “{}”", escape_markdown(claim.origin->section));
  text += fmt::format(", characters {}–{}", claim.origin->span.begin, claim.origin->span.end);
  if (claim.passage) text += fmt::format(": “{}”", escape_markdown(claim.passage->text));
  text += ".\n\n";
  if (!claim.passage || !claim.passage->suppressed) return text;
  return text + fmt::format("Left unchecked by the author: {}.\n\n", escape_markdown(*claim.passage->suppressed));
}

std::string write_notes(const Report& report) {
  std::string text;
  const auto add = [&](std::string_view name, const std::string& words) {
    if (!words.empty()) text += fmt::format("- {}: {}\n", name, escape_markdown(words));
  };
  if (report.verdict) add("Suggested wording", report.verdict->suggested_wording);
  add("Fragile", describe_flips(report.appraisal.flips, name_pmid));
  if (report.appraisal.requirement) add("Needed", describe_requirement(*report.appraisal.requirement));
  add("Search", describe_search_box(count_search(report)));
  for (const std::string& problem : report.problems) add("Problem", problem);
  return text.empty() ? text : text + '\n';
}

std::string write_decision(const Run& run, const Report& report) {
  if (!run.review || run.review->reviewers.empty()) return {};
  std::string text = fmt::format("**Decided by people:** {}\n\n", escape_markdown(decide(run, report).words));
  for (const NamedOpinion& each : list_opinions(run, report.claim.id)) {
    const std::string entry = describe_entry(*each.opinion);
    text += fmt::format("- {}: {}{}\n", escape_markdown(each.reviewer->name),
                        escape_markdown(describe_opinion(*each.opinion)),
                        entry.empty() ? "" : ", " + escape_markdown(entry));
    for (const ReviewComment& comment : each.opinion->comments) {
      text +=
          fmt::format("  - “{}”, {}\n", escape_markdown(comment.text), escape_markdown(describe_moment(comment.date)));
    }
  }
  return text.ends_with("\n\n") ? text : text + '\n';
}

std::string write_review(const Run& run) {
  std::string text;
  for (const std::string& line : describe_review(run)) text += fmt::format("- {}\n", escape_markdown(line));
  for (const std::string& line : describe_differences(run)) {
    text += fmt::format("- They differ on {}\n", escape_markdown(line));
  }
  return text.empty() ? text : "## Review\n\n" + text + '\n';
}

std::string write_claim(const Run& run, const Report& report) {
  const Sides sides = split_sides(report);
  std::string text =
      fmt::format("### {} {}\n\n“{}”\n\n{}", escape_markdown(report.claim.id), describe_mark(mark_of(report)),
                  escape_markdown(report.claim.text), write_origin(report.claim));
  for (const Reason& reason : reasons_of(report)) text += fmt::format("- {}\n", escape_markdown(reason.text));
  if (!reasons_of(report).empty()) text += '\n';
  return text + write_decision(run, report) + write_side(report, "For", sides.supporting) +
         write_side(report, "Against", sides.opposing) + write_notes(report);
}

std::string write_references(const Run& run) {
  std::string text;
  for (const Reference& reference : weighed_references(run)) {
    text += fmt::format("- PMID {}: {}\n", link_pmid_markdown(reference.citation->pmid),
                        escape_markdown(format_ama(*reference.citation).text()));
  }
  return text.empty() ? text : "## References\n\n" + text + '\n';
}

std::string write_provenance(const Run& run) {
  const Provenance& provenance = run.provenance;
  std::string text = "## About this report\n\n";
  for (const InputDocument& document : provenance.documents) {
    text += fmt::format("- Document: {}, {}, SHA-256 `{}`\n", escape_markdown(document.name),
                        count_words(document.claims, "claim", "claims"), escape_markdown(document.sha256));
  }
  text += fmt::format("- Evidence: {}{}, as of {}\n", escape_markdown(provenance.evidence_source),
                      provenance.offline ? " (offline)" : "", escape_markdown(provenance.evidence_date));
  text += fmt::format("- claimcheck {}, rules version {}, schema version {}\n\n",
                      escape_markdown(provenance.tool_version), provenance.rules_version, provenance.schema_version);
  return text + escape_markdown(error_card().note) + "\n\n" + escape_markdown(kDisclaimer) + '\n';
}

}  // namespace

std::string write_markdown(const Run& run) {
  std::string text = "# Claim check\n\n" + banner_markdown(run) + write_lines("Problems", collect_problems(run));
  text += "## Summary\n\n" + write_counts(run) + write_review(run);
  const std::vector<DocumentGroup> groups = group_by_document(run);
  for (const DocumentGroup& group : groups) text += write_table(run, group);
  text += "## Claims in detail\n\n";
  for (const DocumentGroup& group : groups) {
    for (const Report* report : group.reports) text += write_claim(run, *report);
  }
  text += write_references(run) + write_lines("Searches not answered as asked", collect_warnings(run));
  text += "## Methods\n\n";
  for (const std::string& paragraph : methods_paragraphs(run)) text += escape_markdown(paragraph) + "\n\n";
  return text + flow_markdown(run) + '\n' + write_provenance(run);
}

}  // namespace claimcheck
