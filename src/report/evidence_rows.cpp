#include "report/evidence_rows.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <utility>

#include "report/quote_context.h"
#include "report/sides.h"
#include "report/text_layout.h"
#include "report/words.h"

namespace claimcheck {
namespace {

void add_part(std::string& text, const std::string& part) {
  if (part.empty()) return;
  if (!text.empty()) text += "; ";
  text += part;
}

/// The rows of a report, each found by its PMID.
class Rows {
 public:
  explicit Rows(const Report& report) : report_(report) {}

  void add(const Finding& finding) {
    const auto [row, is_new] = indices_.try_emplace(finding.pmid, rows_.size());
    if (is_new) {
      rows_.push_back({&report_, cited_by(report_, finding), {&finding}});
    } else {
      rows_[row->second].findings.push_back(&finding);
    }
  }

  std::vector<EvidenceRow> take() { return std::move(rows_); }

 private:
  const Report& report_;
  std::map<Pmid, std::size_t> indices_;
  std::vector<EvidenceRow> rows_;
};

}  // namespace

std::vector<EvidenceRow> list_evidence(const Report& report) {
  const Sides sides = split_sides(report);
  Rows by_paper(report);
  for (const bool weighed : {true, false}) {
    for (const auto* side : {&sides.supporting, &sides.opposing, &sides.inconclusive}) {
      for (const Finding* finding : *side) {
        if (was_weighed(*finding) == weighed) by_paper.add(*finding);
      }
    }
  }
  std::vector<EvidenceRow> rows = by_paper.take();
  std::stable_sort(rows.begin(), rows.end(), [](const EvidenceRow& a, const EvidenceRow& b) {
    return a.findings.front()->stance < b.findings.front()->stance;
  });
  return rows;
}

bool was_weighed(const Finding& finding) {
  return (finding.stance == Stance::supports || finding.stance == Stance::opposes) && why_not_weighed(finding).empty();
}

std::string describe_source(const Finding& finding, const Citation* citation) {
  std::string source = fmt::format("PMID {}", finding.pmid);
  if (citation != nullptr && !journal_name(*citation).empty()) source += ", " + to_line(journal_name(*citation));
  if (finding.year > 0) source += fmt::format(", {}", finding.year);
  source += fmt::format(", {}", word_for(finding.design));
  if (finding.sample_size) source += fmt::format(", n = {}", *finding.sample_size);
  if (citation != nullptr && citation->digest) source += " (digest)";
  return source;
}

std::string describe_numbers(const FindingNumbers& numbers) {
  std::string text;
  if (numbers.p_value) add_part(text, fmt::format("p = {}", *numbers.p_value));
  if (numbers.estimate) add_part(text, fmt::format("estimate {}", *numbers.estimate));
  if (numbers.ci_low && numbers.ci_high) {
    add_part(text,
             fmt::format("interval {} to {} (no effect at {})", *numbers.ci_low, *numbers.ci_high, numbers.null_value));
  }
  if (numbers.rate) add_part(text, fmt::format("rate {:.3g} %", *numbers.rate * 100));
  if (numbers.events && numbers.exposed) {
    add_part(text, fmt::format("{} of {}", *numbers.events, *numbers.exposed));
  } else if (numbers.exposed) {
    add_part(text, fmt::format("in {}", *numbers.exposed));
  }
  return text;
}

std::string describe_quote_place(const Finding& finding, const Citation* citation) {
  const QuoteContext context = quote_context(citation, finding.quote);
  const std::string section = context.label.empty() ? fmt::format("part {} of the abstract", finding.quote.section + 1)
                                                    : to_line(context.label);
  return fmt::format("{}, characters {}–{}", section, context.span.begin, context.span.end);
}

std::string_view source_level(const Citation* citation) {
  return citation != nullptr && citation->digest ? "digest, not the published abstract" : "abstract";
}

std::string describe_directness(const Finding& finding) {
  std::string text(word_for(finding.directness));
  for (const SlotMismatch& mismatch : finding.mismatches) {
    add_part(text, to_line(mismatch.slot) + ": " + to_line(mismatch.why));
  }
  return text;
}

}  // namespace claimcheck
