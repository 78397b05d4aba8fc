#include "report/methods.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/counts.h"
#include "report/flow.h"
#include "report/review_summary.h"
#include "report/text_layout.h"
#include "report/words.h"

namespace claimcheck {
namespace {

bool from_library(const Run& run) {
  return run.provenance.offline;
}

std::string name_source(const Run& run) {
  const Provenance& provenance = run.provenance;
  if (!from_library(run)) return "PubMed (National Library of Medicine), through the NCBI E-utilities";
  std::string name = to_line(provenance.evidence_source);
  if (name.empty()) name = "a local library";
  return fmt::format("PubMed records kept in a {} ({})", name,
                     count_words(provenance.library_citations, "record", "records"));
}

std::string name_dates(const SearchTotals& totals) {
  if (totals.last_date.empty()) return "on a date that is not known";
  if (totals.first_date == totals.last_date) return "on " + totals.last_date;
  return fmt::format("between {} and {}", totals.first_date, totals.last_date);
}

std::string name_documents(const Run& run) {
  std::vector<std::string> names;
  for (const InputDocument& document : run.provenance.documents) names.push_back(to_line(document.name));
  constexpr std::size_t kNamed = 4;
  if (names.empty()) return {};
  const std::size_t rest = names.size() > kNamed ? names.size() - kNamed : 0;
  names.resize(names.size() - rest);
  return fmt::format(" of {}{}", fmt::join(names, ", "), rest > 0 ? fmt::format(" and {} more", rest) : "");
}

std::string write_claims(const Run& run) {
  const Provenance& provenance = run.provenance;
  const ClaimCounts counts = count_claims(run);
  std::string text = fmt::format(
      "{}{} {} checked with claimcheck {} (rules version {}). Each claim was taken apart by rules into intervention, "
      "comparator, outcome, population, route, dose, duration, direction and strength of wording, and held to the "
      "certainty that its wording demands.",
      count_words(run.reports.size(), "claim", "claims"), name_documents(run), run.reports.size() == 1 ? "was" : "were",
      to_line(provenance.tool_version), provenance.rules_version);
  if (counts.not_assessed > 0) {
    text += fmt::format(" {} not assessed: PubMed cannot tell, or the wording is not clear enough to search for.",
                        count_words(counts.not_assessed, "claim was", "claims were"));
  }
  if (counts.could_not_check > 0) {
    text += fmt::format(" {} not be checked, because a search or a download failed; nothing follows for {}.",
                        count_words(counts.could_not_check, "claim could", "claims could"),
                        counts.could_not_check == 1 ? "it" : "them");
  }
  return text;
}

std::string write_searches(const Run& run) {
  const SearchTotals totals = count_searches(run);
  if (totals.queries == 0) return "No search was run.";
  std::string text = fmt::format(
      "The source was {}, searched {} with {}, of which {} looked for evidence against the claims.", name_source(run),
      name_dates(totals), count_words(totals.queries, "query", "queries"), totals.against);
  if (totals.linked > 0) {
    text += fmt::format(" {} followed PubMed's links (similar and citing records) from the strongest evidence.",
                        count_words(totals.linked, "further question", "further questions"));
  }
  if (totals.unanswered > 0) {
    text += fmt::format(" {} not answered in full.", count_words(totals.unanswered, "query was", "queries were"));
  }
  return text +
         " The strategies were made by rules and were not peer reviewed. No other database, registry or web "
         "site was searched.";
}

std::string write_selection(const Run& run) {
  const std::vector<FlowStep> flow = count_flow(run);
  return fmt::format(
      "The queries found {} records (a record counts for each query that found it), of which {} were taken and "
      "screened "
      "by program on title, abstract and headings. {} different abstracts were read; full texts were not. {} records "
      "reported a result on a claim, and {} were weighed. Retracted records were not weighed. No person screened or "
      "read records for this report.",
      flow[0].count, flow[1].count, flow[2].count, flow[3].count, flow[4].count);
}

std::string write_appraisal(const Run& run) {
  const ClaimCounts counts = count_claims(run);
  std::string text =
      "What each abstract reports was read by program, with a verbatim quote for every finding, and weighed by fixed "
      "rules on design, size, directness, reliability of the reading and agreement of independent studies. Claims "
      "that could be assessed were tagged supported, contested or unsupported.";
  const std::size_t tagged = counts.supported + counts.contested + counts.unsupported;
  if (tagged == 0) return text;
  text += fmt::format(" {} {} supported, {} contested and {} unsupported",
                      count_words(tagged, "claim was tagged:", "claims were tagged:"), counts.supported,
                      counts.contested, counts.unsupported);
  if (!run.review) return text + fmt::format("; no person has reviewed {} yet.", tagged == 1 ? "it" : "them");
  text += '.';
  for (const std::string& line : describe_review(run)) text += ' ' + line;
  return text;
}

std::string describe_links(const SearchTotals& totals) {
  if (totals.linked == 0) return "Not done.";
  return fmt::format("{} to PubMed's links: records similar to the strongest evidence, and records that cite it.",
                     count_words(totals.linked, "question", "questions"));
}

std::string describe_limits(const SearchTotals& totals) {
  const std::string common = "No limit on language, date or publication status beside what the queries themselves say.";
  if (totals.cut == 0) return common + " Every record that was found was taken.";
  return common + fmt::format(" Of {} only the top records were taken, as many as stand beside each.",
                              count_words(totals.cut, "query", "queries"));
}

std::string describe_deduplication(const std::vector<FlowStep>& flow) {
  std::size_t repeated = 0;
  for (const FlowLoss& loss : flow[1].lost) {
    if (loss.why.starts_with("the same record")) repeated = loss.count;
  }
  return fmt::format(
      "By program, on the PubMed identifier: {} of the screened records were the same again. Papers on one study are "
      "counted as one study family where a registration number tells.",
      repeated);
}

}  // namespace

std::vector<std::string> methods_paragraphs(const Run& run) {
  return {write_claims(run), write_searches(run), write_selection(run), write_appraisal(run)};
}

std::vector<SearchItem> search_items(const Run& run) {
  const SearchTotals totals = count_searches(run);
  const std::vector<FlowStep> flow = count_flow(run);
  return {
      {1, "Database name", name_source(run) + "."},
      {2, "Multi-database searching", "None: one database was searched."},
      {3, "Study registries", "None was searched. Registration numbers in the records were read."},
      {4, "Online resources and browsing", "None."},
      {5, "Citation searching", describe_links(totals)},
      {6, "Contacts", "None."},
      {7, "Other methods",
       totals.republished == 0 ? "None."
                               : fmt::format("Records that replaced a record which was found were fetched ({}).",
                                             count_words(totals.republished, "question", "questions"))},
      {8, "Full search strategies", "Every query as it was run is listed, with the number of records that it found."},
      {9, "Limits and restrictions", describe_limits(totals)},
      {10, "Search filters",
       "No published filter. Words for harms, null results and opposite effects are part of the queries."},
      {11, "Prior work", "None: the queries were made from the claims by the rules of the program."},
      {12, "Updates",
       fmt::format("None in this report; the newest search is of {}.",
                   totals.last_date.empty() ? "no known date" : totals.last_date)},
      {13, "Dates of searches", capitalise(name_dates(totals)) + "."},
      {14, "Peer review", "Not done."},
      {15, "Total records",
       fmt::format("{} found, {} taken and screened{}.", flow[0].count, flow[1].count,
                   totals.sources.empty() ? "" : fmt::format("; answered by {}", fmt::join(totals.sources, " and ")))},
      {16, "Deduplication", describe_deduplication(flow)},
  };
}

}  // namespace claimcheck
