#include "intake/split_lists.h"

#include <algorithm>
#include <optional>
#include <span>

#include "intake/clause.h"
#include "intake/grammar.h"
#include "intake/sentence_parts.h"
#include "intake/verb_forms.h"
#include "intake/word_groups.h"
#include "text/tokens.h"

namespace claimcheck {

namespace {

constexpr std::size_t kMostItems = 8;

/// Words [begin, end).
struct Item {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_link(const Word& word) {
  return word.norm == "of";
}

class ListSplitter {
 public:
  ListSplitter(const Draft& clause, const Vocabulary& vocabulary)
      : text_(clause), words_(read_words(clause.text())), vocabulary_(vocabulary) {}

  std::vector<Draft> split() {
    const std::optional<Clause> clause = find_clause(words_, 0, words_.size());
    if (!clause) return {text_};
    const Clause stated = find_stated_clause(words_, *clause);
    for (std::size_t at = stated.subject + 1; at + 1 < words_.size(); ++at) {
      if (words_[at].norm == "(") {
        at = end_of_aside(at);
        continue;
      }
      if (words_[at].norm != "and" && words_[at].norm != "or") continue;
      if (is_of_number(at)) continue;
      if (at >= stated.verb && at < stated.verb_end) continue;
      const bool in_subject = at < stated.verb;
      if (has_open_clause(words_, in_subject ? stated.subject : stated.verb_end, at)) return {text_};
      const std::vector<Item> items = find_items(stated, at, in_subject);
      if (items.size() > 1 && items.size() <= kMostItems && may_part(stated, items, at)) {
        return take_apart(stated, items, in_subject);
      }
    }
    return {text_};
  }

 private:
  /// "five or more time zones"
  bool is_of_number(std::size_t at) const {
    const bool number = words_[at - 1].kind == WordKind::number || in_word_group("number word", words_[at - 1].norm);
    return number && words_[at].norm == "or" && in_word_group("or so", words_[at + 1].norm);
  }

  std::size_t end_of_aside(std::size_t at) const {
    while (at + 1 < words_.size() && words_[at].norm != ")") ++at;
    return at;
  }

  /// Behind the noun phrase or the adjectives that begin at `first`.
  std::size_t end_of_item(std::size_t first, std::size_t last) const {
    std::size_t end = first;
    bool noun = false;
    while (end < last) {
      const Word& word = words_[end];
      const bool adverb =
          word.kind == WordKind::adverb && end + 1 < last && words_[end + 1].kind == WordKind::adjective;
      if (is_link(word) && noun && end + 1 < last && is_nominal(words_[end + 1])) {
        noun = false;
      } else if (word.norm == "(" && noun) {
        while (end < last && words_[end].norm != ")") ++end;
        if (end == last) return first;
      } else if (is_nominal(word)) {
        noun = noun || word.kind == WordKind::noun;
      } else if (!adverb) {
        break;
      }
      ++end;
    }
    return end;
  }

  /// Where the noun phrase or the adjectives that end before `end` begin.
  std::size_t begin_of_item(std::size_t end, std::size_t first) const {
    std::size_t begin = end;
    while (begin > first) {
      const Word& word = words_[begin - 1];
      const bool adverb = word.kind == WordKind::adverb && begin < end && words_[begin].kind == WordKind::adjective;
      if (word.norm == ")") {
        while (begin > first && words_[begin - 1].norm != "(") --begin;
        if (begin == first) return end;
      } else if (!is_nominal(word) && !adverb && !(is_link(word) && begin < end && begin - 1 > first)) {
        break;
      }
      --begin;
    }
    return begin;
  }

  bool is_vocabulary_name(std::size_t begin, std::size_t end) const {
    const Draft part = cut_words(text_, words_, begin, end);
    return std::any_of(mentions().begin(), mentions().end(), [&](const ConceptMention& mention) {
      return mention.span.begin <= words_[begin].span.begin && mention.span.end >= words_[end - 1].span.end;
    });
  }
  const std::vector<ConceptMention>& mentions() const {
    if (!mentions_) mentions_ = vocabulary_.find_mentions(text_.text(), tokenize(text_.text()));
    return *mentions_;
  }

  std::vector<Item> find_items(const Clause& clause, std::size_t coordinator, bool in_subject) const {
    const std::size_t floor = in_subject ? clause.subject : clause.verb_end;
    const std::size_t ceiling = in_subject ? clause.verb : clause.last;
    const std::size_t right_end = end_of_item(coordinator + 1, ceiling);
    if (right_end == coordinator + 1 || words_[right_end - 1].kind == WordKind::determiner) return {};
    std::vector<Item> items{{coordinator + 1, right_end}};
    std::size_t end = coordinator;
    while (end > floor && words_[end - 1].norm == ",") --end;
    bool more = true;
    while (more && items.size() <= kMostItems) {
      const std::size_t begin = begin_of_item(end, floor);
      if (begin == end) return {};
      items.push_back({begin, end});
      more = begin > floor + 1 && words_[begin - 1].norm == ",";
      if (more && begin_of_item(begin - 1, floor) == begin - 1) return {};
      if (more) end = begin - 1;
    }
    std::reverse(items.begin(), items.end());
    items.front().begin = begin_of_first(items);
    return items;
  }

  /// Where the first of `items` begins: behind the last "of" before it, unless the others have one too, or a name
  /// known to the vocabulary would be cut; and behind words that count for the whole list.
  std::size_t begin_of_first(const std::vector<Item>& items) const {
    const Item& first = items.front();
    const Item& last = items.back();
    std::size_t begin = first.begin;
    const bool shares = is_sharing_head(first);
    const bool own_article =
        words_[last.begin].norm == "the" || words_[last.begin].norm == "a" || words_[last.begin].norm == "an";
    if (!has_link(last) && !own_article && (shares || items.size() == 2)) {
      for (std::size_t i = first.end; i-- > first.begin;) {
        if (!is_link(words_[i])) continue;
        if (!is_cut(i + 1)) begin = i + 1;
        break;
      }
    }
    const bool has_own = in_word_group("shared modifier", words_[last.begin].norm) ||
                         in_word_group("open modifier", words_[last.begin].norm);
    const bool shared = in_word_group("shared modifier", words_[begin].norm) ||
                        words_[begin].kind == WordKind::possessive || words_[begin].norm == "both";
    const bool articled = words_[last.begin].kind == WordKind::possessive || own_article;
    if (begin + 1 < first.end && !has_own && !articled && shared) ++begin;
    return begin;
  }

  /// "risk of A, B and C": what follows "of" is the list; of other nouns it may be or not.
  bool is_sharing_head(const Item& item) const {
    for (std::size_t i = item.begin + 1; i < item.end; ++i) {
      if (is_link(words_[i])) return in_word_group("of many", words_[i - 1].norm);
    }
    return false;
  }

  /// True if a name that the vocabulary knows would be cut before the word at `at`.
  bool is_cut(std::size_t at) const {
    const std::size_t place = words_[at].span.begin;
    return std::any_of(mentions().begin(), mentions().end(), [&](const ConceptMention& mention) {
      return mention.span.begin < place && place < mention.span.end;
    });
  }

  bool is_quoted(const Item& item) const {
    const auto is_quote = [](const Word& word) { return word.norm == "\"" || word.norm == "“" || word.norm == "”"; };
    return (item.begin > 0 && is_quote(words_[item.begin - 1])) ||
           (item.end < words_.size() && is_quote(words_[item.end]));
  }
  bool has_link(const Item& item) const {
    return std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(item.begin),
                       words_.begin() + static_cast<std::ptrdiff_t>(item.end), is_link);
  }
  bool is_noun_phrase(const Item& item) const {
    return std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(item.begin),
                       words_.begin() + static_cast<std::ptrdiff_t>(item.end),
                       [](const Word& word) { return word.kind == WordKind::noun; });
  }
  std::size_t count_nouns(const Item& item) const {
    return static_cast<std::size_t>(std::count_if(words_.begin() + static_cast<std::ptrdiff_t>(item.begin),
                                                  words_.begin() + static_cast<std::ptrdiff_t>(item.end),
                                                  [](const Word& word) { return word.kind == WordKind::noun; }));
  }

  bool may_part(const Clause& clause, const std::vector<Item>& items, std::size_t coordinator) const {
    const Item& first = items.front();
    const Item& last = items.back();
    if (items.size() > 2 && has_link(first) && !has_link(last)) return false;
    // "chronic and neuropathic pain": what the adjectives share is not in all items
    const bool nouns = is_noun_phrase(last);
    if (std::any_of(items.begin(), items.end(), [&](const Item& item) {
          return item.begin >= item.end || is_noun_phrase(item) != nouns ||
                 words_[item.begin].kind == WordKind::number || words_[item.end - 1].kind == WordKind::determiner ||
                 is_cut(item.begin);
        })) {
      return false;
    }
    if (std::any_of(items.begin(), items.end(), [&](const Item& item) { return is_quoted(item); })) return false;
    if (nouns && words_[last.end - 1].kind == WordKind::adjective) return false;
    if (last.end < words_.size() && is_cut(last.end)) return false;
    // "a mental health and pain solution"
    const bool article = words_[first.begin].norm == "a" || words_[first.begin].norm == "an";
    if (nouns && article && words_[last.begin].kind != WordKind::determiner && !words_[last.end - 1].plural)
      return false;
    // "heart and kidney disease"
    if (nouns && items.size() == 2 && count_nouns(first) == 1 && count_nouns(last) > 1 &&
        first.end - first.begin == 1 && !is_vocabulary_name(first.begin, first.end)) {
      return false;
    }
    if (!nouns && !describes_subject(clause, first)) return false;
    return fits_before(clause, items, coordinator) && fits_behind(clause, items);
  }

  /// "is a tool", "are parts of …".
  bool names_several(const Clause& clause, std::size_t from) const {
    std::size_t end = from;
    while (end < words_.size() && is_nominal(words_[end])) ++end;
    return words_[clause.verb_end - 1].kind == WordKind::be && end > from && words_[end - 1].plural;
  }

  /// "is safe and effective", "remain mild and temporary".
  bool describes_subject(const Clause& clause, const Item& first) const {
    const bool both = first.begin == clause.verb_end + 1 && words_[clause.verb_end].norm == "both";
    if (first.begin != clause.verb_end && !both) return false;
    const Word& verb = words_[clause.verb_end - 1];
    return verb.base == "be" || verb.base == "remain" || verb.base == "become" || verb.base == "stay" ||
           verb.base == "seem" || verb.base == "appear" || words_[clause.finite].kind == WordKind::pronoun;
  }

  bool fits_before(const Clause& clause, const std::vector<Item>& items, std::size_t coordinator) const {
    const std::size_t begin = items.front().begin;
    const Word& last = words_[items.back().begin];
    if (in_word_group("open modifier", words_[begin].norm) && !in_word_group("open modifier", last.norm)) return false;
    if (counts_as_one(clause)) return false;
    const bool alternatives = words_[coordinator].norm == "or";
    for (std::size_t i = clause.subject; i < begin; ++i) {
      if (binds_list(i, begin) || (is_denial(words_[i]) && !alternatives)) return false;
    }
    const bool doing = begin > 0 && words_[begin - 1].form == VerbForm::ing && last.norm.ends_with("ing");
    if (doing || is_in_aside(clause, begin)) return false;
    const bool people =
        begin > 1 && words_[begin - 1].norm == "with" && in_word_group("people", words_[begin - 2].norm);
    return !people || items.size() > 2;
  }

  /// "can all be changed"
  bool counts_as_one(const Clause& clause) const {
    for (std::size_t i = clause.verb; i <= clause.verb_end && i < words_.size(); ++i) {
      if (words_[i].norm != "both" && in_word_group("as one", words_[i].norm)) return true;
    }
    return false;
  }

  /// A dash, "between", "not only": the list that begins at `begin` hangs together by it.
  bool binds_list(std::size_t at, std::size_t begin) const {
    const std::string& word = words_[at].norm;
    if (word == "—" || word == "–") return true;
    if (in_word_group("joins", word)) return word != "both" || at + 1 != begin;
    return word == "not" && words_[at + 1].norm == "only";
  }

  static bool is_denial(const Word& word) {
    return word.kind == WordKind::not_word || word.norm == "no" || word.norm == "without" ||
           word.norm.ends_with("n't") || word.norm == "cannot";
  }

  /// True behind a comma in the subject.
  bool is_in_aside(const Clause& clause, std::size_t begin) const {
    for (std::size_t i = clause.subject; i < begin && begin < clause.verb; ++i) {
      if (words_[i].norm == ",") return true;
    }
    return false;
  }

  bool fits_behind(const Clause& clause, const std::vector<Item>& items) const {
    const std::size_t end = items.back().end;
    if (end >= words_.size()) return true;
    const std::size_t opening = items.front().begin;
    const Word& link = words_[opening > 0 ? opening - 1 : 0];
    if (link.kind == WordKind::preposition && link.norm == words_[end].norm) return false;  // "A for B and C for D"
    const bool both = (opening > 0 && words_[opening - 1].norm == "both") || words_[opening].norm == "both";
    const bool goes_on = std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(end), words_.end(),
                                     [](const Word& word) { return word.norm == "and" || word.norm == "or"; });
    if (both && goes_on) return false;
    const Word& next = words_[end];
    if (next.norm == "," && end + 1 < words_.size()) {
      const Word& behind = words_[end + 1];
      if (behind.kind == WordKind::relative || behind.norm == "all" || behind.kind == WordKind::coordinator)
        return false;
    }
    if (next.kind == WordKind::relative || next.kind == WordKind::coordinator || next.norm == "/") return false;
    if (next.kind == WordKind::adverb && in_word_group("as one", next.norm)) return false;
    const bool compared =
        std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(clause.verb), words_.end(), [](const Word& word) {
          return word.norm == "than" || word.norm == "%" || word.norm == "percent" || word.norm == "versus" ||
                 word.norm == "respectively";
        });
    return !compared;
  }

  std::vector<Draft> take_apart(const Clause& clause, const std::vector<Item>& items, bool in_subject) {
    const Item& first = items.front();
    const Item& last = items.back();
    const std::size_t end = drop_stops(words_, last.end, words_.size());
    std::vector<Draft> parts;
    for (const Item& item : items) {
      const bool both = first.begin > 0 && words_[first.begin - 1].norm == "both";
      Draft part = cut_words(text_, words_, clause.first, first.begin - (both ? 1 : 0));
      part.append_word(cut_words(text_, words_, item.begin, item.end));
      const bool heads = in_subject && (first.begin == clause.subject || words_[first.begin - 1].norm == ",");
      if (heads && !agrees(item)) {
        const std::optional<Draft> rest = singular_rest(clause, last.end, end);
        if (!rest) return {text_};
        part.append_word(*rest);
      } else {
        part.append_word(cut_words(text_, words_, last.end, end));
      }
      parts.push_back(std::move(part));
    }
    return parts;
  }

  bool agrees(const Item& item) const {
    for (std::size_t i = item.begin; i < item.end; ++i) {
      const bool head = i + 1 == item.end || is_link(words_[i + 1]) || words_[i + 1].norm == "(";
      if (head) return words_[i].plural;
    }
    return false;
  }

  /// What follows a subject that is no longer plural: "are common" as "is common".
  std::optional<Draft> singular_rest(const Clause& clause, std::size_t from, std::size_t end) const {
    const Word& verb = words_[clause.finite];
    if (verb.kind == WordKind::modal || (verb.form == VerbForm::past && verb.norm != "were")) {
      return cut_words(text_, words_, from, end);
    }
    std::string singular = verb.norm == "are"    ? "is"
                           : verb.norm == "were" ? "was"
                           : verb.norm == "have" ? "has"
                           : verb.norm == "do"   ? "does"
                                                 : "";
    if (verb.kind == WordKind::verb && verb.form == VerbForm::base) singular = VerbForms::third_person(verb.base);
    if (singular.empty() || names_several(clause, clause.verb_end)) return std::nullopt;
    Draft rest = cut_words(text_, words_, from, clause.finite);
    rest.add_word(singular);
    rest.append_word(cut_words(text_, words_, clause.finite + 1, end));
    return rest;
  }

  const Draft& text_;
  std::vector<Word> words_;
  const Vocabulary& vocabulary_;
  mutable std::optional<std::vector<ConceptMention>> mentions_;
};

}  // namespace

std::vector<Draft> split_lists(const Draft& clause, const Vocabulary& vocabulary) {
  return ListSplitter(clause, vocabulary).split();
}

}  // namespace claimcheck
