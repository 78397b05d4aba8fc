#include "intake/resolve.h"

#include "intake/name_treatment.h"
#include "intake/resolve_phrases.h"
#include "intake/resolve_pronouns.h"

namespace claimcheck {

ResolvedStatement resolve_statement(const Draft& statement, const Context& context, const Vocabulary& vocabulary) {
  ResolvedStatement resolved{statement, false, {}};
  resolve_phrases(resolved, context, vocabulary);
  resolve_pronouns(resolved, context, vocabulary);
  name_treatment(resolved, context, vocabulary);
  return resolved;
}

}  // namespace claimcheck
