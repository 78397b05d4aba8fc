#include "review/page_agreement.h"

#include <optional>
#include <string>

#include "core/enum_names.h"
#include "report/agreement.h"
#include "report/review_summary.h"
#include "review/page_words.h"

namespace claimcheck {
namespace {

Html write_table(const Agreement& agreement) {
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
                   {{"first", agreement.first}, {"second", agreement.second}, {"heads", heads}, {"rows", rows}});
}

}  // namespace

Html write_agreement_html(const Run& run, const ReviewState& seen) {
  const std::optional<Agreement> agreement = measure_agreement(run, seen);
  if (!agreement) return {};
  return fill_line(R"(<section id="agreement" aria-labelledby="agreement-title">
<h2 id="agreement-title">Agreement</h2>
<p>{{agreement}}</p>
<p class="note">Kappa is the agreement beyond chance: 1 is full agreement, 0 is what chance alone would give. Judgements as they were before anybody adjudicated.</p>
{{table}}<p><a href="/?between=disagree">Claims on which they differ</a></p>
</section>)",
                   {{"agreement", describe_agreement(*agreement)}, {"table", write_table(*agreement)}});
}

}  // namespace claimcheck
