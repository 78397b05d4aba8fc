#include "report/html_methods.h"

#include <string>

#include "report/flow.h"
#include "report/flow_picture.h"
#include "report/methods.h"

namespace claimcheck {
namespace {

Html write_paragraphs(const Run& run) {
  Html paragraphs;
  for (const std::string& paragraph : methods_paragraphs(run)) {
    paragraphs += fill_line("<p>{{text}}</p>", {{"text", paragraph}});
  }
  return paragraphs;
}

Html write_losses(const FlowStep& step) {
  Html losses;
  for (const FlowLoss& loss : step.lost) {
    if (!losses.empty()) losses += Html("<br>");
    losses += fill("{{count}} {{why}}", {{"count", std::to_string(loss.count)}, {"why", loss.why}});
  }
  return losses;
}

Html write_flow_table(const Run& run) {
  Html rows;
  for (const FlowStep& step : count_flow(run)) {
    rows += fill_line(R"(<tr role="row"><th role="rowheader" scope="row">{{name}}</th>
<td role="cell" class="number" data-label="Records">{{count}}</td>
<td role="cell" data-label="What is counted">{{note}}</td>
<td role="cell" data-label="Lost before the next step">{{lost}}</td></tr>)",
                      {{"name", step.name},
                       {"count", std::to_string(step.count)},
                       {"note", step.note},
                       {"lost", write_losses(step)}});
  }
  return fill_line(R"(<table role="table">
<thead role="rowgroup"><tr role="row">
<th role="columnheader" scope="col">Step</th>
<th role="columnheader" scope="col" class="number">Records</th>
<th role="columnheader" scope="col">What is counted</th>
<th role="columnheader" scope="col">Lost before the next step</th>
</tr></thead>
<tbody role="rowgroup">
{{rows}}</tbody>
</table>)",
                   {{"rows", rows}});
}

Html write_items(const Run& run) {
  Html rows;
  for (const SearchItem& item : search_items(run)) {
    rows += fill_line(R"(<tr role="row"><td role="cell" class="number">{{number}}</td>
<th role="rowheader" scope="row">{{name}}</th>
<td role="cell">{{text}}</td></tr>)",
                      {{"number", std::to_string(item.number)}, {"name", item.name}, {"text", item.text}});
  }
  return fill_line(R"(<table role="table">
<thead role="rowgroup"><tr role="row">
<th role="columnheader" scope="col" class="number">Item</th>
<th role="columnheader" scope="col">PRISMA-S</th>
<th role="columnheader" scope="col">This run</th>
</tr></thead>
<tbody role="rowgroup">
{{rows}}</tbody>
</table>)",
                   {{"rows", rows}});
}

}  // namespace

Html write_methods_html(const Run& run) {
  if (run.reports.empty()) return {};
  return fill_line(R"(<section class="methods" aria-labelledby="methods">
<h2 id="methods">Methods</h2>
<details><summary>How this run was done: for a methods section, with the flow of records and PRISMA-S</summary>
{{paragraphs}}<h3>Flow of records</h3>
{{picture}}{{table}}<h3>PRISMA-S</h3>
{{items}}</details>
</section>)",
                   {{"paragraphs", write_paragraphs(run)},
                    {"picture", write_flow_svg(run, {})},
                    {"table", write_flow_table(run)},
                    {"items", write_items(run)}});
}

}  // namespace claimcheck
