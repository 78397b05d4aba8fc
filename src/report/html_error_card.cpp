#include "report/html_error_card.h"

#include <string>

namespace claimcheck {
namespace {

Html write_row(const StanceRates& rates) {
  return fill_line(R"(<tr role="row">
<th role="rowheader" scope="row">{{reads}}</th>
<td role="cell" data-label="Measured on">{{set}}, n = {{items}}{{trained}}</td>
<td role="cell" data-label="“Supports” right">{{supports}}</td>
<td role="cell" data-label="“Opposes” right">{{opposes}}</td>
<td role="cell" data-label="Reversed">{{reversed}}</td>
</tr>)",
                   {{"reads", rates.reads},
                    {"set", rates.set},
                    {"items", std::to_string(rates.items)},
                    {"trained", rates.trained_on ? ", trained on" : ""},
                    {"supports", describe_rate(rates.supports)},
                    {"opposes", describe_rate(rates.opposes)},
                    {"reversed", describe_share(rates.reversed)}});
}

}  // namespace

Html write_error_card_html(const ErrorCard& card) {
  Html rows;
  for (const StanceRates& rates : card.stances) rows += write_row(rates);
  return fill_line(R"(<details class="errors">
<summary>How often the reader is right</summary>
<table role="table">
<thead role="rowgroup"><tr role="row">
<th role="columnheader" scope="col">Claims</th>
<th role="columnheader" scope="col">Measured on</th>
<th role="columnheader" scope="col">“Supports” right</th>
<th role="columnheader" scope="col">“Opposes” right</th>
<th role="columnheader" scope="col">Reversed</th>
</tr></thead>
<tbody role="rowgroup">
{{rows}}</tbody>
</table>
<p>Right besides: {{others}}.</p>
<p>{{calibration}} {{note}}</p>
</details>)",
                   {{"rows", rows},
                    {"others", describe_others(card)},
                    {"calibration", describe_calibration(card)},
                    {"note", card.note}});
}

}  // namespace claimcheck
