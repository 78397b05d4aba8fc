#include "intake/resolve_phrases.h"

#include <algorithm>
#include <optional>
#include <span>

#include "intake/grammar.h"
#include "intake/word_groups.h"
#include "text/noun_number.h"
#include "text/tokens.h"

namespace claimcheck {

namespace {

using Words = std::span<const Word>;

/// A phrase that points back: words [first, last), the last its head.
struct PointingPhrase {
  std::size_t first = 0;
  std::size_t last = 0;
  bool plural = false;
};

bool names_a_treatment(std::string_view text, const Vocabulary& vocabulary) {
  const std::vector<ConceptMention> mentions = vocabulary.find_mentions(text, tokenize(text));
  return std::any_of(mentions.begin(), mentions.end(), [](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::intervention;
  });
}

std::optional<PointingPhrase> phrase_at(Words words, std::size_t at) {
  const std::string& norm = words[at].norm;
  const bool points = norm == "this" || norm == "these" || norm == "such" || norm == "the";
  if (!points || at + 1 >= words.size()) return std::nullopt;
  std::size_t last = at + 1;
  while (last < words.size() && (words[last].kind == WordKind::noun || words[last].kind == WordKind::adjective)) ++last;
  if (last == at + 1 || words[last - 1].kind != WordKind::noun) return std::nullopt;
  const bool plain = norm == "the";
  if (plain && last != at + 2) return std::nullopt;
  const bool completed =
      last < words.size() && (words[last].norm == "of" || words[last].norm == "for" || words[last].norm == "that" ||
                              words[last].norm == "who" || words[last].norm == "with" || words[last].norm == "to");
  if (plain && completed) return std::nullopt;
  return PointingPhrase{at, last, words[last - 1].plural};
}

/// Writes out the phrases of one statement.
class PhraseResolver {
 public:
  PhraseResolver(ResolvedStatement& statement, const Context& context, const Vocabulary& vocabulary)
      : statement_(statement), context_(context), vocabulary_(vocabulary) {}

  void resolve() {
    words_ = read_words(statement_.text.text());
    for (std::size_t at = 0; at < words_.size(); ++at) {
      const bool bare = is_bare(at);
      if (bare) statement_.needs_context = true;
      if (bare) continue;
      const std::optional<PointingPhrase> phrase = phrase_at(words_, at);
      if (!phrase) continue;
      const bool plain = words_[at].norm == "the";
      const std::string meant = plain ? for_treatment(*phrase) : find_meaning(*phrase);
      if (meant.empty()) {
        if (!plain && points_out(*phrase)) statement_.needs_context = true;
        continue;
      }
      replace(*phrase, meant);
    }
  }

 private:
  /// "This helps", "These can be".
  bool is_bare(std::size_t at) const {
    const Word& word = words_[at];
    if (word.norm != "this" && word.norm != "these" && word.norm != "that" && word.norm != "those") return false;
    if (at + 1 >= words_.size()) return false;
    const Word& next = words_[at + 1];
    const bool verb = next.finite || (next.kind == WordKind::adverb && at + 2 < words_.size() && words_[at + 2].finite);
    return verb && (at == 0 || words_[at - 1].kind == WordKind::punctuation);
  }

  std::string text_of(const PointingPhrase& phrase) const {
    return std::string(
        slice(statement_.text.text(), {words_[phrase.first].span.begin, words_[phrase.last - 1].span.end}));
  }
  const std::string& head_of(const PointingPhrase& phrase) const { return words_[phrase.last - 1].norm; }

  /// What names a treatment of its own points to nothing that is missing.
  bool points_out(const PointingPhrase& phrase) const { return !names_a_treatment(text_of(phrase), vocabulary_); }

  std::string for_treatment(const PointingPhrase& phrase) const {
    if (!in_word_group("treatment anaphor", head_of(phrase)) || phrase.plural || !points_out(phrase)) return {};
    if (phrase.first > 0 && names_a_treatment(statement_.text.text(), vocabulary_)) return {};
    const Context::Phrase last = last_treatment();
    if (last.empty()) return {};
    return last.plural ? "treatment with " + last.words : last.words;
  }

  Context::Phrase last_treatment() const {
    if (context_.subject.treatment) return context_.subject;
    if (!context_.treatment.empty()) return context_.treatment;
    if (!is_topic_meant(context_, vocabulary_)) return {};
    return {context_.topic.name, context_.topic.plural, true, false};
  }

  std::string find_meaning(const PointingPhrase& phrase) const {
    if (!points_out(phrase)) return {};
    std::string meant = for_treatment(phrase);
    if (meant.empty()) meant = for_heading(phrase);
    if (meant.empty() && !context_.subject.treatment) meant = for_way(phrase);
    if (meant.empty()) meant = for_doing(phrase);
    if (meant.empty()) meant = for_way(phrase);
    if (meant.empty()) meant = for_phrase_before(phrase);
    if (meant.empty()) meant = for_results(phrase);
    if (meant.empty()) meant = for_kind(phrase);
    const bool named = !meant.empty() && statement_.text.text().find(meant) != std::string::npos;
    return named ? std::string() : meant;  // "by this system, X": not X again
  }

  /// "These effects" below "Common short-term effects".
  std::string for_heading(const PointingPhrase& phrase) const {
    const std::vector<Word> heading = read_words(context_.heading);
    if (heading.size() < 2 || heading.size() > 7 || heading.back().norm != head_of(phrase)) return {};
    if (!std::all_of(heading.begin(), heading.end(), is_nominal)) return {};
    std::string meant = phrase.plural ? "the " : "";
    for (const std::string& word : lower_words(heading)) meant += word + " ";
    meant.pop_back();
    if (!is_topic_meant(context_, vocabulary_) || names_a_treatment(meant, vocabulary_)) return meant;
    if (in_word_group("result noun of", head_of(phrase))) return meant + " of " + context_.topic.name;
    return meant;
  }

  /// The words of a heading as they stand inside a sentence.
  std::vector<std::string> lower_words(const std::vector<Word>& heading) const {
    std::vector<std::string> words;
    words.reserve(heading.size());
    for (const Word& word : heading) words.push_back(inside_sentence(slice(context_.heading, word.span), vocabulary_));
    return words;
  }

  /// "This mechanism reduces": what the statement before speaks of does.
  std::string for_doing(const PointingPhrase& phrase) const {
    if (!in_word_group("doing noun", head_of(phrase)) || phrase.plural) return {};
    const bool people = context_.subject.empty() || context_.subject.people;
    const Context::Phrase& doer = people ? context_.treatment : context_.subject;
    return doer.treatment && !doer.plural ? doer.words : std::string();
  }

  /// "This method" below "Intramuscular injection".
  std::string for_way(const PointingPhrase& phrase) const {
    if (phrase.plural || !in_word_group("way noun", head_of(phrase)) || phrase.last - phrase.first > 2) return {};
    return context_.way;
  }

  /// "These habits" behind "healthy habits".
  std::string for_phrase_before(const PointingPhrase& phrase) const {
    if (phrase.last - phrase.first > 2) return {};
    const auto before = context_.phrases.find(head_of(phrase));
    if (before == context_.phrases.end()) return {};
    const bool far = before->second.section != context_.section;  // another treatment's effects, perhaps
    if (far && in_word_group("result noun of", head_of(phrase))) return {};
    if (!phrase.plural) return {};  // one of them needs an article, which may be wrong
    return before->second.words;
  }

  /// "These effects": those of the article's topic.
  std::string for_results(const PointingPhrase& phrase) const {
    if (!phrase.plural || !in_word_group("result noun of", head_of(phrase)) || !is_topic_meant(context_, vocabulary_))
      return {};
    return "the" + behind_determiner(phrase) + " of " + context_.topic.name;
  }

  /// "This personalized approach".
  std::string for_kind(const PointingPhrase& phrase) const {
    if (phrase.plural || phrase.last - phrase.first < 3 || !is_topic_meant(context_, vocabulary_)) return {};
    if (!in_word_group("way noun", head_of(phrase)) || words_[phrase.first + 1].kind != WordKind::adjective) return {};
    const std::string words = behind_determiner(phrase);
    const bool vowel = std::string_view("aeio").find(words[1]) != std::string_view::npos;
    return (vowel ? "an" : "a") + words + " with " + context_.topic.name;
  }

  std::string behind_determiner(const PointingPhrase& phrase) const {
    const std::size_t begin = words_[phrase.first].span.end;
    return statement_.text.text().substr(begin, words_[phrase.last - 1].span.end - begin);
  }

  void replace(const PointingPhrase& phrase, const std::string& meant) {
    const std::string written = text_of(phrase);
    if (written == meant) return;
    statement_.notes.push_back("“" + written + "” is taken as “" + meant + "”");
    statement_.text =
        statement_.text.with_replaced({words_[phrase.first].span.begin, words_[phrase.last - 1].span.end}, meant);
    words_ = read_words(statement_.text.text());
  }

  ResolvedStatement& statement_;
  const Context& context_;
  const Vocabulary& vocabulary_;
  std::vector<Word> words_;
};

}  // namespace

void resolve_phrases(ResolvedStatement& statement, const Context& context, const Vocabulary& vocabulary) {
  PhraseResolver(statement, context, vocabulary).resolve();
}

}  // namespace claimcheck
