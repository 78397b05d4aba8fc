#pragma once

#include <map>
#include <string>
#include <string_view>

#include "concepts/vocabulary.h"
#include "intake/draft.h"
#include "intake/topic.h"

namespace claimcheck {

/// What a reader of an article has in mind at a place: what a pronoun there may stand for.
struct Context {
  /// A noun phrase as it stands inside a sentence.
  struct Phrase {
    std::string words;
    bool plural = false;
    bool treatment = false;  ///< it names one
    bool people = false;
    std::size_t section = 0;  ///< where it stood; of `phrases`
    [[nodiscard]] bool empty() const { return words.empty(); }
  };
  Topic article_topic;
  Topic topic;                            ///< of the section: the article's, or the treatment that its heading is
  std::string heading;                    ///< of the section; without number and marks
  std::string way;                        ///< what the section is about, where that is one way to treat or to care
  Phrase subject;                         ///< of the statement before
  Phrase first_subject;                   ///< of the sentence that is read
  Phrase opening_subject;                 ///< of the sentence before: of its first statement
  Phrase treatment;                       ///< the last that a subject named in this section
  bool said_of_treatment = true;          ///< the statement before names one, or there is none in this section
  std::string named;                      ///< id of the last treatment named in this section or its heading
  std::map<std::string, Phrase> phrases;  ///< by their head noun, those with a word more than it, last one counts
  std::size_t section = 0;                ///< number of the section
};

/// `words` as they stand inside a sentence, each: a heading in capitals becomes small but for names.
std::string small_words(std::string_view words, const Vocabulary& vocabulary);

/// Begins a section: only topic and heading are known.
void enter_section(Context& context, std::string_view heading, const Vocabulary& vocabulary);

/// Begins a sentence.
void begin_sentence(Context& context);

/// Takes in which treatments a text names; for texts that are no statements too.
void remember_names(Context& context, std::string_view text, const Vocabulary& vocabulary);

/// True if the reader of a statement that names no treatment takes the article's topic as meant: it was named last, or
/// nothing was and the article speaks of little else.
bool is_topic_meant(const Context& context, const Vocabulary& vocabulary);

/// Takes in what a statement, which is self-contained, adds.
void remember_statement(Context& context, std::string_view statement, const Vocabulary& vocabulary);

}  // namespace claimcheck
