#include "verify/sentence.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "core/section_label.h"
#include "text/one_of.h"
#include "text/sentences.h"
#include "verify/people.h"
#include "verify/sentence_roles.h"
#include "verify/short_forms.h"

namespace claimcheck {
namespace {

bool is_method_sentence(const Sentence& sentence) {
  const bool reports = has_cue(sentence, CueKind::null_result) || has_cue(sentence, CueKind::significance) ||
                       has_cue(sentence, CueKind::increase) || has_cue(sentence, CueKind::decrease) ||
                       has_cue(sentence, CueKind::improve) || has_cue(sentence, CueKind::worsen) ||
                       has_cue(sentence, CueKind::occurrence) || has_cue(sentence, CueKind::cause) ||
                       has_cue(sentence, CueKind::associate) || has_cue(sentence, CueKind::gap) ||
                       has_cue(sentence, CueKind::safe);
  return !reports && has_phrase(sentence, "method");
}

// "In a cohort of 12,000 users the hazard ratio was 1.3 (1.2 to 1.5)", "of 849 adults, more had it (64 % v 24 %;
// P<0.001)": results, wherever they stand.
bool gives_results(const Sentence& sentence) {
  static constexpr std::array<CueKind, 5> changes{CueKind::increase, CueKind::decrease, CueKind::improve,
                                                  CueKind::worsen, CueKind::null_result};
  const bool changed =
      std::any_of(changes.begin(), changes.end(), [&](CueKind kind) { return has_cue(sentence, kind); });
  return std::any_of(sentence.numbers.begin(), sentence.numbers.end(), [changed](const NumberMention& number) {
    const bool interval = number.kind == NumberKind::interval && number.low && number.high;
    return interval || (changed && number.kind == NumberKind::p_value);
  });
}

// "We enrolled 900 adults", "two cohorts of 900 adults were pooled": what stands before is of others' work, unless it
// counts its own people.
bool introduces_study(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 9> verbs{"enrolled", "randomised", "randomized",
                                                         "studied",  "followed",   "conducted",
                                                         "compared", "undertaken", "recruited"};
  const bool acts = std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                                [](const Token& token) { return is_one_of(verbs, token.norm); });
  return has_cue(sentence, CueKind::aim) || has_phrase(sentence, "aim") || is_method_sentence(sentence) || acts ||
         counts_own_people(sentence);
}

bool counts_people(const Sentence& sentence) {
  return std::any_of(sentence.numbers.begin(), sentence.numbers.end(), [&](const NumberMention& number) {
    return !number.unit.empty() && count_people(sentence, number) > 1;
  });
}

// What a sentence of a section without a label tells by its words; nullopt: nothing.
std::optional<SectionRole> role_by_words(const Sentence& sentence, bool own_result) {
  if (has_cue(sentence, CueKind::aim) || has_phrase(sentence, "aim")) return SectionRole::objective;
  if (has_phrase(sentence, "planning")) return SectionRole::methods;
  if (own_result) return SectionRole::results;
  if (is_method_sentence(sentence)) return SectionRole::methods;
  return std::nullopt;
}

// Roles inside a section without a label: aims and methods by their words, the last sentence concludes, what stands
// before the first method or result is background.
void assign_roles(std::vector<Sentence>& sentences, std::size_t first, std::size_t last) {
  if (first == last) return;
  bool seen_study = false;
  std::vector<bool> recalls;  // of each sentence: it recalls what others found
  const auto is_own_result = [&](const Sentence& sentence, std::size_t next) {
    return gives_results(sentence) && !recalls.back() &&
           (seen_study || counts_people(sentence) ||
            std::none_of(sentences.begin() + static_cast<std::ptrdiff_t>(next),
                         sentences.begin() + static_cast<std::ptrdiff_t>(last), introduces_study));
  };
  for (std::size_t i = first; i < last; ++i) {
    Sentence& sentence = sentences[i];
    recalls.push_back(has_phrase(sentence, "background"));
    std::optional<SectionRole> role = role_by_words(sentence, is_own_result(sentence, i + 1));
    if (!role && !seen_study && counts_own_people(sentence)) role = SectionRole::methods;
    seen_study = seen_study || role;
    if (!role) role = seen_study && !recalls.back() ? SectionRole::results : SectionRole::background;
    sentence.role = *role;
  }
  Sentence& end = sentences[last - 1];
  if (end.role == SectionRole::results || end.role == SectionRole::background) end.role = SectionRole::conclusions;
  if (seen_study) return;
  // No aim and no method was recognised: everything but the opening sentence may report.
  for (std::size_t i = first + 1; i + 1 < last; ++i) {
    if (!recalls[i - first]) sentences[i].role = SectionRole::results;
  }
}

// "We performed a cluster randomised trial": whatever else it names is what was done.
bool tells_what_was_done(const Sentence& sentence) {
  constexpr std::size_t opening = 2;
  // Behind a label, if it opens with one.
  constexpr std::size_t longest = 6;
  const auto we =
      std::find_if(sentence.tokens.begin(),
                   sentence.tokens.begin() + static_cast<std::ptrdiff_t>(std::min(longest, sentence.tokens.size())),
                   [](const Token& token) { return token.norm == "we"; });
  const auto first = static_cast<std::size_t>(we - sentence.tokens.begin());
  return first < std::min(longest, sentence.tokens.size()) &&
         std::any_of(sentence.phrases.begin(), sentence.phrases.end(), [&](const PhraseMatch& phrase) {
           return phrase.category == "method" && first <= phrase.first && phrase.first < first + opening;
         });
}

// Of a section on methods and results each sentence is one or the other.
SectionRole part_of_mixed(const Sentence& sentence) {
  const bool gives = gives_results(sentence);
  if (!gives && tells_what_was_done(sentence)) return SectionRole::methods;
  return role_by_words(sentence, gives).value_or(SectionRole::results);
}

// Some abstracts were never taken apart, and keep their labels in the text: each holds up to the next one.
void apply_opening_labels(std::vector<Sentence>& sentences, std::size_t first) {
  SectionRole labelled = SectionRole::unassigned;
  bool mixed = false;
  for (std::size_t i = first; i < sentences.size(); ++i) {
    const std::string_view label = opening_label(sentences[i].text);
    if (!label.empty()) {
      labelled = role_of_label(label);
      mixed = names_methods_and_results(label);
    }
    if (mixed) sentences[i].role = part_of_mixed(sentences[i]);
    if (!mixed && labelled != SectionRole::unassigned) sentences[i].role = labelled;
  }
}

// "(hazard ratio 0.94; 95 % CI 0.82 to 1.08; P = .38)": the semicolon parts figures on one thing.
bool is_between_figures(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 16> words{"p",        "ci",   "i2",         "or",        "rr",  "hr",
                                                          "odds",     "risk", "hazard",     "rate",      "smd", "md",
                                                          "adjusted", "mean", "difference", "confidence"};
  const std::vector<Token>& tokens = sentence.tokens;
  if (tokens[cue.first].norm != ";" || cue.last >= tokens.size()) return false;
  const Token& next = tokens[cue.last];
  if (next.kind != TokenKind::number && !is_one_of(words, next.norm)) return false;
  for (std::size_t at = cue.first; at > 0; --at) {
    const std::string& norm = tokens[at - 1].norm;
    if (norm == "(" || norm == "[") return true;
    if (norm == ")" || norm == "]") return false;
  }
  return false;
}

/// The exception that a cue opens, if it is its "but".
std::optional<Exception> read_exception(const Sentence& sentence, const Cue& but) {
  constexpr std::size_t longest = 6;  // tokens
  const std::vector<Token>& tokens = sentence.tokens;
  const std::size_t first = but.last + 1;
  if (tokens[but.first].norm != "but" || first >= tokens.size() || tokens[but.last].norm != "not") return std::nullopt;
  std::size_t last = first;
  while (last < tokens.size() && last - first < longest && tokens[last].kind != TokenKind::punctuation) ++last;
  if (last == first) return std::nullopt;
  const bool inside =
      last + 1 < tokens.size() && tokens[last].norm == "," && but.first > 0 && tokens[but.first - 1].norm == ",";
  return Exception{{first, last}, inside};
}

// "The drug, but not placebo, reduced pain": the clause goes on behind the exception.
bool opens_exception(const Sentence& sentence, const Cue& cue) {
  const auto exception = read_exception(sentence, cue);
  return exception && exception->inside;
}

// Cases are told from the first sentence on.
void find_told_cases(std::vector<Sentence>& sentences, std::size_t first) {
  for (std::size_t i = first; i < sentences.size(); ++i) {
    Sentence& sentence = sentences[i];
    const bool tells =
        has_cue(sentence, CueKind::occurrence) || has_phrase(sentence, "happens_to") || has_phrase(sentence, "follows");
    if (tells && !has_phrase(sentence, "background") && !is_evidence_role(sentence.role))
      sentence.role = SectionRole::results;
  }
}

bool reports_cases(const Citation& citation) {
  return std::any_of(citation.publication_types.begin(), citation.publication_types.end(),
                     [](const ControlledTerm& type) { return type.name == "Case Reports"; });
}

}  // namespace

Sentence analyse_sentence(std::string_view text, const Vocabulary& vocabulary) {
  Sentence sentence;
  sentence.text = text;
  sentence.span = {0, text.size()};
  sentence.tokens = tokenize(text);
  sentence.cues = find_cues(sentence.tokens);
  sentence.mentions = vocabulary.find_mentions(text, sentence.tokens);
  sentence.numbers = find_numbers(text, sentence.tokens);
  sentence.phrases = study_words().find(sentence.tokens);
  return sentence;
}

std::vector<Sentence> analyse_abstract(const Citation& citation, const Vocabulary& vocabulary) {
  const ShortForms forms = find_short_forms(citation, vocabulary);
  std::vector<Sentence> sentences;
  for (std::size_t i = 0; i < citation.abstract.size(); ++i) {
    const AbstractSection& section = citation.abstract[i];
    const std::size_t first = sentences.size();
    for (const Span span : split_sentences(section.text)) {
      Sentence sentence = analyse_sentence(slice(section.text, span), vocabulary);
      add_short_forms(forms, sentence);
      sentence.section = i;
      sentence.span = span;
      sentence.role = section.role;
      sentences.push_back(std::move(sentence));
    }
    const bool reports = section.role == SectionRole::methods || section.role == SectionRole::results;
    if (reports && names_methods_and_results(section.label)) {
      for (std::size_t k = first; k < sentences.size(); ++k) sentences[k].role = part_of_mixed(sentences[k]);
    }
    if (section.role != SectionRole::unassigned) continue;
    assign_roles(sentences, first, sentences.size());
    if (reports_cases(citation)) find_told_cases(sentences, first);
    apply_opening_labels(sentences, first);
  }
  return sentences;
}

bool is_evidence_role(SectionRole role) {
  return role == SectionRole::results || role == SectionRole::conclusions;
}

std::size_t token_at(const Sentence& sentence, std::size_t byte) {
  const auto found = std::find_if(sentence.tokens.begin(), sentence.tokens.end(),
                                  [byte](const Token& token) { return token.span.begin >= byte; });
  return static_cast<std::size_t>(found - sentence.tokens.begin());
}

bool has_cue(const Sentence& sentence, CueKind kind, std::size_t first, std::size_t last) {
  return std::any_of(sentence.cues.begin(), sentence.cues.end(),
                     [&](const Cue& cue) { return cue.kind == kind && first <= cue.first && cue.last <= last; });
}

bool has_cue(const Sentence& sentence, CueKind kind) {
  return has_cue(sentence, kind, 0, sentence.tokens.size());
}

bool has_phrase(const Sentence& sentence, std::string_view category) {
  return std::any_of(sentence.phrases.begin(), sentence.phrases.end(),
                     [&](const PhraseMatch& phrase) { return phrase.category == category; });
}

// "It was 20 %, which was significantly lower than".
static bool compares_on(const Sentence& sentence, const Cue& which) {
  static constexpr std::array<std::string_view, 4> copulas{"was", "were", "is", "are"};
  static constexpr std::array<std::string_view, 8> ways{"lower",   "higher", "less",   "more",
                                                        "greater", "fewer",  "larger", "smaller"};
  const std::vector<Token>& tokens = sentence.tokens;
  std::size_t at = which.last;
  if (tokens[which.first].norm != "which" || at >= tokens.size() || !is_one_of(copulas, tokens[at].norm)) return false;
  ++at;
  while (at < tokens.size() && tokens[at].norm.ends_with("ly")) ++at;
  return at < tokens.size() && is_one_of(ways, tokens[at].norm);
}

// "Was rare but more frequent with the drug": one thing said twice.
static bool goes_on_about(const Sentence& sentence, const Cue& cue) {
  if (compares_on(sentence, cue)) return true;
  static constexpr std::array<std::string_view, 4> rare{"rare", "uncommon", "infrequent", "unusual"};
  static constexpr std::array<std::string_view, 4> goes_on{"more", "commoner", "significantly", "less"};
  return sentence.tokens[cue.first].norm == "but" && cue.first > 0 && cue.last < sentence.tokens.size() &&
         is_one_of(rare, sentence.tokens[cue.first - 1].norm) && is_one_of(goes_on, sentence.tokens[cue.last].norm);
}

TokenRange clause_around(const Sentence& sentence, std::size_t index) {
  TokenRange range{0, sentence.tokens.size()};
  for (const Cue& cue : sentence.cues) {
    if (cue.kind != CueKind::scope_end || is_between_figures(sentence, cue) || opens_exception(sentence, cue)) continue;
    if (goes_on_about(sentence, cue)) continue;
    if (cue.last <= index) range.first = std::max(range.first, cue.last);
    if (cue.first > index) range.last = std::min(range.last, cue.first);
  }
  return range;
}

std::optional<Exception> find_exception(const Sentence& sentence) {
  for (const Cue& cue : sentence.cues) {
    if (cue.kind != CueKind::scope_end) continue;
    if (const auto exception = read_exception(sentence, cue)) return exception;
  }
  return std::nullopt;
}

std::vector<TokenRange> split_clauses(const Sentence& sentence) {
  std::vector<bool> ends(sentence.tokens.size());
  for (std::size_t i = 0; i < ends.size(); ++i) {
    ends[i] = sentence.tokens[i].norm == "," || sentence.tokens[i].norm == ";";
  }
  for (const Cue& cue : sentence.cues) {
    if (cue.kind == CueKind::scope_end)
      std::fill_n(ends.begin() + static_cast<std::ptrdiff_t>(cue.first), cue.last - cue.first, true);
  }
  std::vector<TokenRange> clauses;
  std::size_t first = 0;
  for (std::size_t i = 0; i <= ends.size(); ++i) {
    if (i < ends.size() && !ends[i]) continue;
    if (first < i) clauses.push_back({first, i});
    first = i + 1;
  }
  return clauses;
}

}  // namespace claimcheck
