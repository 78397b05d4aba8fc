#include "report/sample_run.h"

#include <fmt/core.h>

#include <algorithm>
#include <stdexcept>

namespace claimcheck {
namespace {

constexpr std::string_view kBasicsHash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
constexpr std::string_view kDay = "2026-11-21";

const Citation& find(const std::vector<Citation>& citations, Pmid pmid) {
  const auto found =
      std::find_if(citations.begin(), citations.end(), [pmid](const Citation& c) { return c.pmid == pmid; });
  if (found == citations.end()) throw std::invalid_argument("the sample has no such citation");
  return *found;
}

Slot slot(const std::string& text, std::string_view words, std::vector<std::string> concepts) {
  const std::size_t begin = text.find(words);
  if (begin == std::string::npos) throw std::invalid_argument("the claim has no such words");
  return {std::string(words), {begin, begin + words.size()}, std::move(concepts)};
}

Report begin_report(std::string id, std::string text, Span origin, std::string section) {
  Report report;
  report.claim.id = std::move(id);
  report.claim.text = std::move(text);
  if (!origin.empty()) {
    report.claim.origin = ClaimOrigin{"veldoxine-basics.md", std::string(kBasicsHash), std::move(section), origin};
  }
  report.frame.claim_id = report.claim.id;
  report.frame.text = report.claim.text;
  return report;
}

QueryRecord query(QueryAim aim, std::string text, std::size_t found, std::size_t read) {
  return {aim,
          std::move(text),
          found,
          std::min<std::size_t>(found, 100),
          read,
          true,
          "local library",
          std::string(kDay),
          "",
          {}};
}

Finding finding(const Citation& citation, std::size_t section, std::string_view words, Stance stance, Design design) {
  Finding result;
  result.pmid = citation.pmid;
  result.stance = stance;
  result.quote = make_quote(citation, section, words);
  result.outcome = "liver_injury";
  result.design = design;
  result.year = citation.date.year;
  result.reliability = 0.9;
  result.family = std::to_string(citation.pmid);
  return result;
}

// Keeps the citations that the report's findings refer to.
void add_citations(Report& report, const std::vector<Citation>& citations) {
  for (const Citation& citation : citations) {
    const bool is_cited = std::any_of(report.findings.begin(), report.findings.end(),
                                      [&](const Finding& f) { return f.pmid == citation.pmid; });
    if (is_cited) report.citations.push_back(citation);
  }
}

ClaimFrame frame_absence(ClaimFrame frame) {
  frame.kind = ClaimKind::harm_absent;
  frame.strength = Strength::absolute;
  frame.strength_cue = slot(frame.text, "no", {});
  frame.demand = Strength::absolute;
  frame.demand_cue = frame.strength_cue;
  frame.polarity = Polarity::negated;
  frame.direction = Direction::no_change;
  frame.subject = slot(frame.text, "Veldoxine", {"veldoxine"});
  frame.outcome = slot(frame.text, "organ damage", {"organ_damage", "liver_injury"});
  frame.valence = Valence::bad;
  frame.route = slot(frame.text, "orally", {"oral"});
  frame.dose = slot(frame.text, "10 µg/kg", {});
  frame.duration = slot(frame.text, "long-term", {});
  frame.population = {"adults", {}, {"adult"}};
  frame.setting = slot(frame.text, "at home", {"home"});
  frame.comparator = slot(frame.text, "older drugs", {});
  frame.quantifier = slot(frame.text, "no", {});
  frame.long_term = true;
  frame.threshold = 0.001;
  return frame;
}

std::vector<Finding> findings_on_absence(const std::vector<Citation>& citations) {
  Finding cohort = finding(find(citations, 90000001), 1,
                           "ALT rose to ≥ 3 × the upper limit in 41 of 812 adults (5.0 %; χ² = 9.1), and four were "
                           "admitted with toxic hepatitis.",
                           Stance::opposes, Design::cohort);
  cohort.reported = Reported::rate;
  cohort.numbers.rate = 0.05;
  cohort.numbers.events = 41;
  cohort.numbers.exposed = 812;
  cohort.sample_size = 812;
  cohort.setting = Setting::medical;
  cohort.significant = true;
  cohort.scope = {{"adult"}, {"oral"}, {"high_dose"}, {"repeated_doses"}, 730};
  cohort.dose_response = true;
  cohort.looked_for = true;
  cohort.erratum = true;
  cohort.cues = {{"effect_verb", "rose"}, {"event_noun", "toxic hepatitis"}};
  Finding bound = finding(find(citations, 90000002), 0, "No liver injury was seen in 460 adults over eight weeks.",
                          Stance::supports, Design::rct);
  bound.reported = Reported::bound;
  bound.randomised_evidence = true;
  bound.sample_size = 460;
  bound.numbers.exposed = 460;
  bound.scope.routes = {"oral"};
  bound.scope.follow_up_days = 56;
  bound.directness = Directness::minor;
  bound.mismatches = {{"duration", "eight weeks, while the claim says long-term"}};
  bound.family = "NCT99999902";
  Finding withdrawn = finding(find(citations, 90000004), 0, "Nine of ten users died of hepatitis within a month.",
                              Stance::opposes, Design::case_series);
  withdrawn.retracted = true;
  Finding heavy = finding(find(citations, 90000005), 0, "Two patients with heavy non-medical use had jaundice",
                          Stance::opposes, Design::case_series);
  heavy.setting = Setting::recreational;
  heavy.directness = Directness::far;
  heavy.mismatches = {{"setting", "non-medical use"}, {"dose", "heavy use"}};
  heavy.concern = true;
  std::vector<Finding> findings{withdrawn, cohort, bound, heavy};
  for (Pmid pmid = 90000011; pmid <= 90000015; ++pmid) {
    const Citation& citation = find(citations, pmid);
    findings.push_back(finding(citation, 0,
                               citation.abstract[0].text.substr(0, citation.abstract[0].text.find('.') + 1),
                               Stance::opposes, Design::case_report));
  }
  findings.back().preprint = true;
  findings.back().reliability = 0.4;
  Finding gap = finding(find(citations, 90000003), 0, "Data beyond three years are lacking.", Stance::inconclusive,
                        Design::systematic_review);
  gap.reported = Reported::gap_stated;
  gap.excluded = "states what is not known";
  findings.push_back(gap);
  return findings;
}

Appraisal appraise_absence() {
  Appraisal appraisal;
  appraisal.requirement = Requirement{0.001, 3000, 460, 3.0 / 460, 365, 56};
  appraisal.scope = {{"route", false, {{"not stated", false, 0, 5}, {"oral", true, 1, 1}}},
                     {"dose", true, {{"high_dose", false, 0, 1}, {"not stated", false, 1, 5}}}};
  return appraisal;
}

ComplianceNote note(const Report& report, std::string id, std::string clause, std::string_view words) {
  const Span span = slot(report.claim.text, words, {}).span;
  std::string source = "https://codes.example/" + id;
  return {std::move(id),
          "Example Code of Advertising",
          std::move(clause),
          "edition of 2024",
          "Examplia, medicines",
          std::move(source),
          "These words may be read as a promise.",
          std::string(words),
          span};
}

Report contested(const std::vector<Citation>& citations) {
  Report report = begin_report(
      "C-01", "Veldoxine, taken orally at home at 10 µg/kg, causes no long-term organ damage, unlike older drugs.",
      {1204, 1298}, "Is it safe?");
  report.claim.frame = {{"population", "adults"}};
  report.frame = frame_absence(report.frame);
  report.status = ClaimStatus::tagged;
  Verdict verdict;
  verdict.tag = Tag::contested;
  verdict.sub_tag = SubTag::contradicted;
  verdict.reasons = {
      {ReasonCode::absolute_negative, "The claim says that organ damage never occurs; one case is enough against it."},
      {ReasonCode::counter_example, "Toxic hepatitis is reported in adults under medical treatment (PMID 90000001)."},
      {ReasonCode::follow_up_too_short, "The study without liver injury lasted eight weeks."}};
  verdict.certainty_for = Certainty::very_low;
  verdict.certainty_against = Certainty::low;
  verdict.families_for = 1;
  verdict.families_against = 6;
  verdict.suggested_wording =
      "In a trial of eight weeks (n = 460) no liver injury was reported; longer use is another matter.";
  verdict.steps = {"For: starts high (randomised trial).", "For: down one for indirectness (duration).",
                   "Rule 2a: the wording is absolute and a counter-example is quoted, so contested."};
  report.verdict = verdict;
  report.appraisal = appraise_absence();
  report.queries = {query(QueryAim::counter, "veldoxine[tiab] AND (hepatitis[tiab] OR \"liver injury\"[tiab])", 37, 37),
                    query(QueryAim::claim, "veldoxine[tiab] AND safety[tiab]", 112, 100)};
  report.queries[0].translation = "\"veldoxine\"[Title/Abstract] AND …";
  report.queries[1].warnings = {"The phrase \"organ damage\" was ignored."};
  report.findings = findings_on_absence(citations);
  for (Pmid pmid = 90000201; pmid <= 90000204; ++pmid) {
    report.silent.push_back({pmid, fmt::format("Silent record {}", pmid), 2019, "no result on the outcome"});
  }
  report.compliance = {note(report, "example-6", "6.4", "no long-term organ damage"),
                       note(report, "example-90", "Article 90(b)", "unlike older drugs")};
  add_citations(report, citations);
  return report;
}

Report supported(const std::vector<Citation>& citations) {
  Report report = begin_report("C-02", "Veldoxine may improve sleep in the short term.", {310, 356}, "");
  report.frame.kind = ClaimKind::benefit;
  report.frame.strength = Strength::may;
  report.frame.demand = Strength::may;
  report.frame.direction = Direction::increase;
  report.frame.subject = slot(report.claim.text, "Veldoxine", {"veldoxine"});
  report.frame.outcome = slot(report.claim.text, "sleep", {"sleep_quality"});
  report.frame.valence = Valence::good;
  report.status = ClaimStatus::tagged;
  Verdict verdict;
  verdict.tag = Tag::supported;
  verdict.reasons = {{ReasonCode::single_source, "One adequately powered trial carries the claim."}};
  verdict.certainty_for = Certainty::moderate;
  verdict.families_for = 1;
  report.verdict = verdict;
  report.appraisal.flips = {{"90000002", {90000002}, Tag::unsupported, SubTag::none}};
  report.queries = {query(QueryAim::claim, "veldoxine[tiab] AND sleep[tiab]", 18, 18),
                    query(QueryAim::counter, "veldoxine[tiab] AND insomnia[tiab]", 2, 2)};
  Finding effect = finding(find(citations, 90000002), 0,
                           "Sleep scores improved by 6.2 points with veldoxine and by 2.1 with placebo (p = 0.002).",
                           Stance::supports, Design::rct);
  effect.outcome = "sleep_quality";
  effect.reported = Reported::increase;
  effect.significant = true;
  effect.numbers.p_value = 0.002;
  effect.numbers.estimate = 4.1;
  effect.numbers.ci_low = 1.5;
  effect.numbers.ci_high = 6.7;
  effect.sample_size = 460;
  effect.randomised_evidence = true;
  effect.risk_of_bias = true;
  Finding conclusion = finding(find(citations, 90000002), 1, "Veldoxine improved sleep in the short term.",
                               Stance::supports, Design::rct);
  conclusion.outcome = "sleep_quality";
  conclusion.reported = Reported::increase;
  conclusion.reviewed_conclusion = true;
  conclusion.spin = true;
  report.findings = {effect, conclusion};
  add_citations(report, citations);
  return report;
}

Report unsupported() {
  Report report = begin_report("C-03", "Veldoxine cures hay fever.", {402, 428}, "");
  report.frame.kind = ClaimKind::benefit;
  report.frame.strength = Strength::causal;
  report.frame.demand = Strength::causal;
  report.status = ClaimStatus::tagged;
  report.verdict = Verdict{};
  report.verdict->reasons = {{ReasonCode::no_records, "No record on veldoxine and hay fever was found."}};
  report.compliance = {note(report, "example-7", "7", "cures")};
  report.queries = {query(QueryAim::claim, "veldoxine[tiab] AND (\"hay fever\"[tiab])", 0, 0),
                    query(QueryAim::counter, "veldoxine[tiab] AND rhinitis[tiab]", 0, 0)};
  return report;
}

Report not_assessed() {
  Report report = begin_report("C-04", "Veldoxine is approved in forty countries.", {}, "");
  report.frame.kind = ClaimKind::regulatory;
  report.frame.unresolved = "approval is not told by abstracts";
  report.status = ClaimStatus::not_assessed;
  report.status_reasons = {
      {ReasonCode::out_of_scope, "Approval by authorities is outside what PubMed abstracts can tell."}};
  return report;
}

Report incomplete() {
  Report report = begin_report("C-05", "Veldoxine is better tolerated than older drugs.", {}, "");
  report.frame.kind = ClaimKind::comparative;
  report.status = ClaimStatus::incomplete;
  report.status_reasons = {{ReasonCode::search_incomplete, "The search against the claim did not complete."}};
  report.queries = {query(QueryAim::claim, "veldoxine[tiab] AND tolerability[tiab]", 9, 9),
                    query(QueryAim::counter, "veldoxine[tiab] AND \"adverse effects\"[sh]", 0, 0)};
  report.queries[1].complete = false;
  report.queries[1].source = "PubMed";
  report.problems = {"PubMed did not answer (429 Too Many Requests); run again to continue."};
  return report;
}

Report mixed(const std::vector<Citation>& citations) {
  Report report = begin_report("C 06/ä", "Liver injury under veldoxine is rare.", {}, "");
  report.frame.kind = ClaimKind::harm_magnitude;
  report.status = ClaimStatus::tagged;
  Verdict verdict;
  verdict.tag = Tag::contested;
  verdict.sub_tag = SubTag::mixed_explained;
  verdict.reasons = {{ReasonCode::mixed_explained, "Duration separates the two sides."}};
  verdict.certainty_for = Certainty::low;
  verdict.certainty_against = Certainty::moderate;
  verdict.families_for = 1;
  verdict.families_against = 1;
  verdict.suggested_wording = "Liver injury under veldoxine is uncommon in the first weeks.";
  report.verdict = verdict;
  report.findings = {
      finding(find(citations, 90000003), 0, "Liver injury occurred in 3 to 6 % of adults treated for more than a year.",
              Stance::opposes, Design::systematic_review),
      finding(find(citations, 90000002), 0, "No liver injury was seen in 460 adults over eight weeks.",
              Stance::supports, Design::rct)};
  report.problems = {"PubMed did not answer (429 Too Many Requests); run again to continue."};
  add_citations(report, citations);
  return report;
}

}  // namespace

Run sample_run() {
  const std::vector<Citation> citations = sample_citations();
  Run run;
  run.reports = {contested(citations), supported(citations), unsupported(),
                 not_assessed(),       incomplete(),         mixed(citations)};
  run.articles = {sample_article()};
  add_passage(run.articles[0], 2, run.reports[0].claim);
  add_passage(run.articles[0], 0, run.reports[1].claim);
  run.problems = {"One record of the library could not be read and was left out (PMID 90000999)."};
  run.provenance.tool_version = "0.1.0";
  run.provenance.rules_version = 1;
  run.provenance.schema_version = 1;
  run.provenance.documents = {{"veldoxine-claims.json", std::string(kBasicsHash), 3},
                              {"more-claims.json", std::string(64, 'a'), 3}};
  run.provenance.evidence_source = "local library veldoxine.db";
  run.provenance.evidence_date = std::string(kDay);
  run.provenance.library_citations = 1234;
  run.provenance.digest_citations = 1;
  run.provenance.offline = true;
  return run;
}

}  // namespace claimcheck
