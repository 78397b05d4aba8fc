#pragma once

#include <optional>
#include <string>
#include <utility>

#include "concepts/vocabulary.h"
#include "intake/draft.h"

namespace claimcheck {

/// A sentence without the words that only tie it to the one before ("However,", "…, for example, …").
Draft drop_openers(const Draft& sentence);

/// What stands before a colon at the start of a text ("Rapid onset: …"), and what follows. The label is empty where the
/// text has none.
struct LabelledText {
  enum class Kind { none, plain, empty_words, denied };
  Kind kind = Kind::none;  ///< empty_words: "Fact:"; denied: "Myth 2:"
  std::string label;
  Draft rest;
};
LabelledText split_label(const Draft& text);

/// A text in title case ("Patients Who May Qualify") in small letters but for names; any other as it stands.
Draft drop_title_case(const Draft& statement, const Vocabulary& vocabulary);

/// The opposite of a simple statement, for what an article calls a myth: "It causes damage" as "It does not cause
/// damage". Words in title case are made small. nullopt where the statement is not simple.
std::optional<Draft> deny(const Draft& statement, const Vocabulary& vocabulary);

/// A statement as a claim's text: one line, a capital in front, a full stop behind, brackets and quotes in pairs. Empty
/// where nothing is left.
std::string finish_claim_text(const std::string& statement);

}  // namespace claimcheck
