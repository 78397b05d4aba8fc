#include "intake/split_clauses.h"

#include <algorithm>
#include <span>

#include "intake/clause.h"
#include "intake/grammar.h"
#include "intake/sentence_parts.h"
#include "intake/verb_forms.h"
#include "intake/word_groups.h"

namespace claimcheck {

namespace {

using Words = std::span<const Word>;

/// A sentence is not taken into more parts than this: lists in which everything is coordinated are not read.
constexpr std::size_t kMostParts = 8;

bool is_dash(const Word& word) {
  return word.norm == "—" || word.norm == "–";
}

/// What [first, at) says that somebody says: the words up to "that", which what follows stands under too.
std::size_t find_attribution(Words words, const Clause& clause, std::size_t at) {
  const Word& verb = words[clause.verb_end - 1];
  if (verb.kind != WordKind::verb || !in_word_group("report verb", verb.base)) return clause.first;
  for (std::size_t i = clause.verb_end; i < at && i < clause.verb_end + 3; ++i) {
    if (words[i].norm == "that") return i + 1;
  }
  return clause.first;
}

/// Splits one sentence at the joints between its clauses, from left to right.
class ClauseSplitter {
 public:
  explicit ClauseSplitter(const Draft& sentence)
      : sentence_(sentence),
        words_(read_words(sentence.text())),
        dashes_(static_cast<std::size_t>(std::count_if(words_.begin(), words_.end(), is_dash))) {}

  std::vector<Draft> split() {
    std::vector<Draft> parts;
    std::size_t first = 0;
    Draft attribution;
    for (std::size_t at = 1; at + 1 < words_.size() && parts.size() < kMostParts; ++at) {
      if (words_[at].norm == "(") {
        while (at + 1 < words_.size() && words_[at].norm != ")") ++at;
        continue;
      }
      const std::size_t behind = end_of_joint(at);
      if (behind == 0 || !may_part(first, at, behind)) continue;
      parts.push_back(part(attribution, first, at));
      const std::optional<Clause> left = find_clause(words_, first, at);
      if (attribution.empty()) {
        attribution = cut_words(sentence_, words_, first, find_attribution(words_, *left, at));
      }
      if (words_[at].norm == ";" || is_dash(words_[at])) attribution = {};
      first = behind;
    }
    if (parts.empty()) return {sentence_};
    parts.push_back(part(attribution, first, words_.size()));
    return parts;
  }

 private:
  Draft part(const Draft& attribution, std::size_t first, std::size_t last) const {
    const bool said = first < last && words_[first].norm == "that";
    Draft text = attribution;
    text.append_word(cut_words(sentence_, words_, said && !attribution.empty() ? first + 1 : first,
                               drop_stops(words_, first, last)));
    return text;
  }

  /// Behind the words that may join two clauses at `at`; 0 where none do.
  std::size_t end_of_joint(std::size_t at) const {
    const Word& word = words_[at];
    if (word.norm == ";") {
      const bool joined = words_[at + 1].kind == WordKind::coordinator;
      return at + (joined ? 2 : 1);
    }
    if (is_dash(word)) return dashes_ == 1 ? at + 1 : 0;
    if (word.norm == "and" || word.norm == "but") return at + 1;
    if ((word.norm == "while" || word.norm == "whereas") && words_[at - 1].norm == ",") return at + 1;
    return 0;
  }

  bool may_part(std::size_t first, std::size_t at, std::size_t behind) const {
    if (behind >= words_.size()) return false;
    const std::size_t end = drop_stops(words_, first, at);
    const std::optional<Clause> left = find_clause(words_, first, end);
    if (!left) return false;
    for (std::size_t i = left->verb_end; i < end; ++i) {
      if (words_[i].norm == ":") return false;
    }
    const bool comma = end < at;  // a stop before the joint
    const bool strong = words_[at].norm == ";" || is_dash(words_[at]);
    const bool said = words_[behind].norm == "that" && find_attribution(words_, *left, at) > left->first;
    const std::optional<Clause> right = find_clause(words_, behind + (said ? 1 : 0), words_.size());
    if (!right) return false;
    if (right->subject != behind && !said && !comma && !strong) return false;
    if (words_[right->subject].kind == WordKind::not_word) return false;
    // "acts on nerves and muscles and triggers …": no subject ends at "and"
    if (right->verb > right->subject && words_[right->verb - 1].kind == WordKind::coordinator) return false;
    const bool commas_inside = std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(right->subject),
                                           words_.begin() + static_cast<std::ptrdiff_t>(right->verb),
                                           [](const Word& w) { return w.kind == WordKind::relative || w.norm == ","; });
    if (commas_inside && !comma) return false;
    if (comma || strong) return true;
    const Clause stated = find_stated_clause(words_, *left);
    const bool open = std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(stated.verb_end),
                                  words_.begin() + static_cast<std::ptrdiff_t>(end),
                                  [](const Word& word) { return word.norm == "as"; });
    return !open && !has_open_clause(words_, stated.verb_end, end);
  }

  const Draft& sentence_;
  std::vector<Word> words_;
  std::size_t dashes_ = 0;
};

/// True if two verbs can stand side by side under one subject or one auxiliary.
bool are_parallel(const Word& left, const Word& right) {
  if (left.kind == WordKind::pronoun || right.kind == WordKind::pronoun) return false;
  const bool modal = left.kind == WordKind::modal || right.kind == WordKind::modal;
  if (modal) return left.finite && right.finite;
  const auto is_verbal = [](const Word& word) {
    return word.kind == WordKind::verb || word.kind == WordKind::be || word.kind == WordKind::have ||
           word.kind == WordKind::do_verb;
  };
  if (!is_verbal(left) || !is_verbal(right)) return false;
  if (left.form == right.form) return left.finite == right.finite || left.form == VerbForm::base;
  return left.finite && right.finite && (left.form == VerbForm::past || right.form == VerbForm::past);
}

/// Splits one clause at the verbs that share its subject.
class VerbSplitter {
 public:
  explicit VerbSplitter(const Draft& clause) : text_(clause), words_(read_words(clause.text())) {}

  std::vector<Draft> split() {
    const std::optional<Clause> clause = find_clause(words_, 0, words_.size());
    if (!clause) return {text_};
    for (std::size_t at = clause->verb_end; at + 1 < words_.size(); ++at) {
      const Word& word = words_[at];
      if (word.norm != "and" && word.norm != "but" && word.norm != "or") continue;
      std::vector<std::size_t> starts = starts_of_list(*clause, at);
      if (starts.size() > 1 && starts.size() <= kMostParts) return split_at(*clause, starts, at);
    }
    return {text_};
  }

 private:
  std::size_t verb_from(std::size_t at) const {
    while (at < words_.size() && (words_[at].kind == WordKind::adverb || words_[at].kind == WordKind::to)) ++at;
    return at;
  }
  /// The first adverb before the verb at `at`.
  std::size_t with_adverbs(std::size_t at) const {
    while (at > 0 && words_[at - 1].kind == WordKind::adverb) --at;
    return at;
  }

  /// The places of the verbs that `coordinator` joins, the first first; fewer than two where it joins none.
  std::vector<std::size_t> starts_of_list(const Clause& clause, std::size_t coordinator) const {
    const std::size_t verb = verb_from(coordinator + 1);
    if (verb >= words_.size()) return {};
    const bool negated_contrast = words_[coordinator].norm == "but" && words_[verb].kind == WordKind::not_word;
    if (negated_contrast) return {};
    std::vector<std::size_t> starts{verb};
    for (std::size_t i = coordinator; i-- > clause.verb;) {
      const bool other_clause = words_[i].kind == WordKind::subordinator && words_[verb].form == VerbForm::ing;
      if (words_[i].norm == ";" || other_clause) return {};
      if (!are_parallel(words_[i], words_[verb])) continue;
      starts.push_back(i);
      const std::size_t opening = with_adverbs(i);
      const bool goes_on = opening > clause.verb_end && words_[opening - 1].norm == ",";
      if (!goes_on) break;
    }
    std::reverse(starts.begin(), starts.end());
    return is_clear(clause, starts, coordinator) ? starts : std::vector<std::size_t>{};
  }

  /// False where it is open which of several verbs the last one stands beside, or where a word before the list speaks
  /// of how it is joined ("not only").
  bool is_clear(const Clause& clause, const std::vector<std::size_t>& starts, std::size_t coordinator) const {
    if (starts.size() < 2) return false;
    const std::size_t first = starts.front();
    const bool inside = first > clause.verb_end && has_open_clause(words_, clause.verb_end, first);
    const Word& finite = words_[clause.finite];
    if (inside && are_parallel(finite, words_[starts.back()])) return false;
    if (first > 0 && in_word_group("joins", words_[first - 1].norm)) return false;
    for (std::size_t i = clause.verb; i < first; ++i) {
      if (words_[i].norm == "not" && i + 1 < words_.size() && words_[i + 1].norm == "only") return false;
    }
    // "does not cause A and reduce B": the denial may be of one or of both
    const bool denied =
        std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(clause.verb),
                    words_.begin() + static_cast<std::ptrdiff_t>(first), [](const Word& word) {
                      return word.kind == WordKind::not_word || word.norm.ends_with("n't") || word.norm == "cannot";
                    });
    return !denied || words_[coordinator].norm == "or";
  }

  std::vector<Draft> split_at(const Clause& clause, const std::vector<std::size_t>& starts, std::size_t coordinator) {
    const Draft opening = cut_words(text_, words_, clause.first, starts.front());
    const std::size_t last = drop_stops(words_, clause.verb, words_.size());
    std::size_t tail = find_shared_tail(words_, coordinator, last);
    if (tail < starts.back() + 2) tail = last;  // what the last verb needs
    std::vector<Draft> parts;
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const bool is_last = i + 1 == starts.size();
      const std::size_t begin = is_last ? begin_of_last(coordinator) : i == 0 ? starts[i] : with_adverbs(starts[i]);
      const std::size_t end = is_last ? last : drop_stops(words_, begin, end_of(starts, i, coordinator));
      Draft part = opening;
      part.append_word(cut_words(text_, words_, begin, end));
      const bool has_own = find_shared_tail(words_, begin, end) < end;
      if (!is_last && !has_own) part.append_word(cut_words(text_, words_, tail, last));
      parts.push_back(std::move(part));
    }
    return parts;
  }
  std::size_t begin_of_last(std::size_t coordinator) const {
    return coordinator + (words_[coordinator + 1].kind == WordKind::to ? 2 : 1);
  }
  std::size_t end_of(const std::vector<std::size_t>& starts, std::size_t i, std::size_t coordinator) const {
    return i + 2 == starts.size() ? coordinator : with_adverbs(starts[i + 1]);
  }

  const Draft& text_;
  std::vector<Word> words_;
};

}  // namespace

std::vector<Draft> split_clauses(const Draft& sentence) {
  return ClauseSplitter(sentence).split();
}

std::vector<Draft> split_verbs(const Draft& clause) {
  return VerbSplitter(clause).split();
}

}  // namespace claimcheck
