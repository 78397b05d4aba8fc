#include "report/html_compliance.h"

#include "report/words.h"

namespace claimcheck {
namespace {

Html write_source(const ComplianceNote& note) {
  if (!note.source.starts_with("https://")) return escape_html(note.source);
  return fill(R"(<a href="{{source}}" rel="noreferrer noopener">Text<span class="unseen"> of {{clause}}</span></a>)",
              {{"source", note.source}, {"clause", note.clause}});
}

Html write_note(const ComplianceNote& note) {
  return fill_line(
      R"(<li><strong>{{rule}}, {{clause}}</strong>: <bdi>“{{words}}”</bdi>. {{why}} <span class="terms">{{edition}}; {{jurisdiction}}.</span> {{source}}</li>)",
      {{"rule", note.rule},
       {"clause", note.clause},
       {"words", note.words},
       {"why", note.why},
       {"edition", note.edition},
       {"jurisdiction", note.jurisdiction},
       {"source", write_source(note)}});
}

}  // namespace

Html write_compliance_html(const Report& report) {
  if (report.compliance.empty()) return {};
  Html items;
  for (const ComplianceNote& note : report.compliance) items += write_note(note);
  return fill_line(R"(<aside class="rules" aria-labelledby="{{anchor}}-rules">
<h4 id="{{anchor}}-rules">{{heading}}</h4>
<ul>
{{items}}</ul>
<p class="note">{{meaning}}</p>
</aside>)",
                   {{"anchor", anchor_of(report.claim.id)},
                    {"heading", kComplianceHeading},
                    {"items", items},
                    {"meaning", kComplianceMeaning}});
}

}  // namespace claimcheck
