#include "intake/read_html.h"

#include "intake/document_builder.h"
#include "intake/element_flow.h"
#include "intake/html_tokens.h"

namespace claimcheck {

void read_html(Document& document) {
  ElementFlow flow(document);
  HtmlTokens tokens(document.text, {0, document.text.size()});
  HtmlToken token;
  while (tokens.next(token)) flow.add_token(token);
  DocumentBuilder builder(document);
  flow.finish(builder);
  if (tokens.is_cut())
    builder.add_problem(token.source.begin, "a tag or comment does not end; what follows it is not read");
  builder.finish();
}

}  // namespace claimcheck
