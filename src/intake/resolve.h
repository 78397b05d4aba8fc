#pragma once

#include <string>
#include <vector>

#include "concepts/vocabulary.h"
#include "intake/context.h"
#include "intake/draft.h"

namespace claimcheck {

/// A statement with what it leans on written out.
struct ResolvedStatement {
  Draft text;
  bool needs_context = false;      ///< something stayed that stands for what was not found
  std::vector<std::string> notes;  ///< what was changed, in words: `"It" is taken as "ketamine"`
};

/// Writes out the pronouns of a statement, phrases such as "this treatment" and "these effects", and the treatment that
/// it leaves out ("addiction risk stays low"), from what stands before it. What cannot be resolved stays as written.
ResolvedStatement resolve_statement(const Draft& statement, const Context& context, const Vocabulary& vocabulary);

}  // namespace claimcheck
