#include "report/html_cited.h"

#include <fmt/core.h>

#include "report/words.h"

namespace claimcheck {
namespace {

Html write_record(const CitedReading& reading) {
  if (reading.pmid == 0) return {};
  return fill(
      R"( <cite><bdi>{{title}}</bdi></cite> <a href="https://pubmed.ncbi.nlm.nih.gov/{{pmid}}/" rel="noreferrer">PMID {{pmid}}</a>)",
      {{"title", reading.title}, {"pmid", std::to_string(reading.pmid)}});
}

Html write_reading(const CitedReading& reading) {
  const Html quote = reading.finding
                         ? fill(R"( <q class="cited-quote">{{text}}</q>)", {{"text", reading.finding->quote.text}})
                         : Html();
  return fill_line(R"(<li><strong>{{standing}}</strong>: <bdi>{{label}}</bdi>{{record}}. {{why}}{{quote}}</li>)",
                   {{"standing", word_for(reading.standing)},
                    {"label", name_source(reading.source)},
                    {"record", write_record(reading)},
                    {"why", reading.why},
                    {"quote", quote}});
}

}  // namespace

Html write_cited_html(const Report& report) {
  if (report.cited.empty()) return {};
  Html items;
  for (const CitedReading& reading : report.cited) items += write_reading(reading);
  return fill_line(R"(<section class="cited">
<h4>What the text cites for this claim (no part of the tag)</h4>
<ul>
{{items}}</ul>
</section>)",
                   {{"items", items}});
}

}  // namespace claimcheck
