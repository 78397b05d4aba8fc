#include "verify/reassurance.h"

#include <string>

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

std::string said(const std::string& quantifier, const std::string& text) {
  const Sentence sentence = analyse_sentence(text, builtin_vocabulary());
  for (const ConceptMention& mention : sentence.mentions) {
    if (!mention.concept_ptr->harm) continue;
    const auto reassures = read_reassurance(sentence, {mention.first, mention.last}, {quantifier, {}, {}});
    if (!reassures) return "nothing";
    return *reassures ? "yes" : "no";
  }
  return "no harm";
}

TEST(ReadReassurance, HoldsTheHarmAgainstTheWayInWhichTheClaimPlaysItDown) {
  const struct {
    const char* quantifier;
    const char* text;
    const char* expected;
  } rows[] = {
      {"temporary", "Nausea resolved within an hour.", "yes"},
      {"temporary", "Nausea was transient.", "yes"},
      {"temporary", "Transient nausea was seen.", "yes"},
      {"temporary", "Nausea left no lasting effects.", "yes"},
      {"temporary", "Nausea persisted for weeks.", "no"},
      {"temporary", "Nausea was not transient.", "no"},
      {"temporary", "Nausea was seen in 12 patients.", "nothing"},
      {"temporary", "Nausea was mild.", "nothing"},
      {"mild", "Nausea was mild to moderate.", "yes"},
      {"mild", "Severe nausea was seen.", "no"},
      {"mild", "No severe nausea was seen.", "nothing"},
      {"mild", "Nausea was the most severe complaint.", "nothing"},
      {"mild", "Nausea was seen in severe depression.", "nothing"},
      {"mild", "Whether nausea is mild remains unknown.", "nothing"},
      {"mild and temporary", "Nausea was mild and resolved within an hour.", "yes"},
      {"mild and temporary", "Nausea was mild.", "nothing"},
      {"mild and temporary", "Nausea was mild but nausea persisted.", "nothing"},
      {"low", "Nausea was mild.", "nothing"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(said(row.quantifier, row.text), row.expected) << row.quantifier << " | " << row.text;
  }
}

}  // namespace
}  // namespace claimcheck
