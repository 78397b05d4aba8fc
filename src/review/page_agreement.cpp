#include "review/page_agreement.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/enum_names.h"
#include "report/words.h"
#include "review/agreement.h"
#include "review/review_words.h"

namespace claimcheck {
namespace {

std::string describe_kappa(const Agreement& agreement) {
  if (agreement.claims == 0) return "No claim was judged by both yet.";
  if (!agreement.kappa) {
    return "Cohen's kappa says nothing here: both gave one and the same judgement to every claim.";
  }
  return fmt::format("Cohen's kappa {:.2f} (95 % interval {:.2f} to {:.2f}), n = {}.", *agreement.kappa, agreement.low,
                     agreement.high, count_words(agreement.claims, "claim", "claims"));
}

Html write_table(const Agreement& agreement, const std::string& first, const std::string& second) {
  Html heads;
  Html rows;
  for (const Judgement judgement : enum_values<Judgement>()) {
    heads += fill(R"(<th scope="col">{{word}}</th>)", {{"word", mark_of(judgement).word}});
    Html cells;
    for (const Judgement other : enum_values<Judgement>()) {
      const std::size_t count = agreement.table[static_cast<std::size_t>(judgement)][static_cast<std::size_t>(other)];
      cells += fill(R"(<td class="number{{same}}">{{count}}</td>)",
                    {{"same", judgement == other ? " same" : ""}, {"count", std::to_string(count)}});
    }
    rows += fill_line(R"(<tr><th scope="row">{{word}}</th>{{cells}}</tr>)",
                      {{"word", mark_of(judgement).word}, {"cells", cells}});
  }
  return fill_line(R"(<div class="wide"><table class="agreement-table">
<caption>Claims by what <bdi>{{first}}</bdi> (rows) and <bdi>{{second}}</bdi> (columns) judged</caption>
<thead><tr><td></td>{{heads}}</tr></thead>
<tbody>
{{rows}}</tbody>
</table></div>)",
                   {{"first", first}, {"second", second}, {"heads", heads}, {"rows", rows}});
}

}  // namespace

Html write_agreement_html(const ReviewState& seen) {
  const std::optional<Agreement> agreement = measure_agreement(seen);
  if (!agreement) return {};
  std::vector<std::string> names;
  for (const Reviewer& each : seen.reviewers) {
    if (each.role == ReviewRole::reviewer) names.push_back(each.name);
  }
  const double percent = agreement->claims == 0
                             ? 0
                             : 100.0 * static_cast<double>(agreement->same) / static_cast<double>(agreement->claims);
  return fill_line(R"(<section id="agreement" aria-labelledby="agreement-title">
<h2 id="agreement-title">Agreement</h2>
<p>The same judgement on {{same}} of {{both}} ({{percent}} %). {{kappa}}</p>
<p class="note">Kappa is the agreement beyond chance: 1 is full agreement, 0 is what chance alone would give. Judgements as they were before anybody adjudicated.</p>
{{table}}<p><a href="/?between=disagree">Claims on which they differ</a></p>
</section>)",
                   {{"same", std::to_string(agreement->same)},
                    {"both", count_words(agreement->claims, "claim", "claims")},
                    {"percent", fmt::format("{:.0f}", percent)},
                    {"kappa", describe_kappa(*agreement)},
                    {"table", write_table(*agreement, names[0], names[1])}});
}

}  // namespace claimcheck
