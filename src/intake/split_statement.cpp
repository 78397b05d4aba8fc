#include "intake/split_statement.h"

#include <iterator>

#include "intake/split_clauses.h"
#include "intake/split_lists.h"

namespace claimcheck {

namespace {

template <typename Split>
std::vector<Draft> split_each(const std::vector<Draft>& texts, const Split& split) {
  std::vector<Draft> parts;
  for (const Draft& text : texts) {
    std::vector<Draft> of_one = split(text);
    std::move(of_one.begin(), of_one.end(), std::back_inserter(parts));
  }
  return parts;
}

}  // namespace

std::vector<Draft> split_statement(const Draft& sentence, const Vocabulary& vocabulary) {
  const auto lists = [&](const Draft& text) { return split_lists(text, vocabulary); };
  std::vector<Draft> parts = split_clauses(sentence);
  parts = split_each(parts, split_additions);
  parts = split_each(parts, split_verbs);
  if (parts.size() > kMostStatements) return {sentence};
  std::vector<Draft> once = split_each(parts, lists);
  if (once.size() > kMostStatements) return parts;
  std::vector<Draft> twice = split_each(once, lists);  // of the subject and of the object
  return twice.size() > kMostStatements ? once : twice;
}

}  // namespace claimcheck
