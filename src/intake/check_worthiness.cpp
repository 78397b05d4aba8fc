#include "intake/check_worthiness.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>

#include "intake/clause.h"
#include "intake/grammar.h"
#include "intake/topic.h"
#include "intake/word_groups.h"
#include "intake/worthiness_words.h"
#include "text/cues.h"
#include "text/numbers.h"
#include "text/phrase_table.h"
#include "text/rates.h"
#include "text/tokens.h"

namespace claimcheck {

std::string_view worthiness_words_data();

namespace {

/// What a category of worthiness_words.txt counts, once however often it is met.
struct Weight {
  std::string_view category;
  double weight = 0;
  std::string_view reason;
};

constexpr double kTreatment = 0.25;
constexpr double kOutcome = 0.25;
constexpr double kGenericOutcome = 0.2;
constexpr double kRelation = 0.3;
constexpr double kNumber = 0.15;
constexpr double kContext = -0.15;
constexpr double kBusinessPart = -0.35;
constexpr double kBusinessArticle = -0.15;
constexpr double kStory = -0.5;
constexpr double kNamed = -0.5;

constexpr std::array<Weight, 4> kRelations{{
    {"effect", kRelation, "says what it does"},
    {"mechanism", kRelation, "says how it works"},
    {"use", kRelation, "says what it is used for or how"},
    {"guideline", kRelation, "says what is recommended"},
}};

constexpr std::array<Weight, 15> kOthers{{
    {"evidence", 0.1, "refers to studies"},
    {"regulatory", 0.45, "speaks of approval or law"},
    {"history", 0.4, "speaks of history"},
    {"advice", -0.5, "gives advice"},
    {"call to action", -0.6, "calls to an action"},
    {"structure", -0.7, "speaks of the article itself"},
    {"opinion", -0.35, "is worded as praise or opinion"},
    {"practice", -0.4, "says what clinics or people do"},
    {"price", -0.3, "speaks of prices or supply"},
    {"business", -0.6, "speaks of insurance or of running a practice"},
    {"administration", -0.5, "speaks of rules that differ from state to state"},
    {"testimonial", -0.5, "tells of a person"},
    {"forecast", -0.45, "is a forecast"},
    {"second person", -0.2, "speaks to the reader"},
    {"first person", -0.4, "speaks of the author"},
}};

bool is_relation(CueKind kind) {
  switch (kind) {
    case CueKind::null_result:
    case CueKind::increase:
    case CueKind::decrease:
    case CueKind::improve:
    case CueKind::worsen:
    case CueKind::cause:
    case CueKind::associate:
    case CueKind::low_magnitude:
    case CueKind::high_magnitude:
    case CueKind::comparison:
    case CueKind::safe:
    case CueKind::study_report:
    case CueKind::gap:
      return true;
    default:
      return false;
  }
}

class Scorer {
 public:
  Scorer(std::string_view text, const Vocabulary& vocabulary)
      : text_(text), vocabulary_(vocabulary), tokens_(tokenize(text)), words_(read_words(text)) {
    for (const PhraseMatch& match : worthiness_words().find(tokens_)) categories_.emplace(match.category);
    for (const std::string_view said : {",\"", ",”", ",’ "}) {
      if (text.find(said) != std::string_view::npos) categories_.emplace("testimonial");
    }
    for (const Token& token : tokens_) {
      const std::string_view stem = std::string_view(token.norm).substr(0, token.norm.find('\''));
      if (stem == "you" || token.norm == "your" || token.norm == "yourself") categories_.emplace("second person");
      if (names_coming_year(token)) categories_.emplace("forecast");
      if (stem == "we" || token.norm == "our" || token.norm == "us") categories_.emplace("first person");
    }
  }

  CheckWorthiness score(bool needs_context, const PlaceInArticle& place) {
    add_names();
    add_relation();
    add_number();
    for (const Weight& weight : kOthers) {
      const bool practice = weight.category == "practice";
      const bool said = categories_.contains(weight.category) || (practice && is_daily_work());
      if (said && (!practice || has_actor())) add(weight.weight, std::string(weight.reason));
    }
    if (tells_of_named() && !categories_.contains("testimonial")) add(kNamed, "tells of a person");
    if (needs_context) add(kContext, "leans on words that were not found");
    if (place.business) {
      add(kBusinessPart, "stands below a heading about business or law");
    } else if (place.business_article) {
      add(kBusinessArticle, "stands in an article about business or law");
    }
    if (place.story && !categories_.contains("evidence") && happened()) add(kStory, "tells what happened to a person");
    limit_form();
    result_.score = std::clamp(result_.score, 0.0, 1.0);
    return std::move(result_);
  }

 private:
  void add(double weight, std::string reason) {
    result_.score += weight;
    result_.why.push_back((weight < 0 ? "against: " : "for: ") + std::move(reason));
  }

  void add_names() {
    std::optional<std::string> treatment;
    std::optional<std::string> outcome;
    for (const ConceptMention& mention : vocabulary_.find_mentions(text_, tokens_)) {
      const ConceptKind kind = mention.concept_ptr->kind;
      const std::string name(slice(text_, mention.span));
      if (kind == ConceptKind::intervention && !is_unspecific(*mention.concept_ptr, vocabulary_)) {
        if (!treatment) {
          treatment = name;
        } else if (!outcome && *treatment != name) {
          outcome = name;  // a second treatment: compared or combined with
        }
      }
      if (kind == ConceptKind::route && !treatment) treatment = name;
      if ((kind == ConceptKind::outcome || kind == ConceptKind::population) && !outcome) outcome = name;
    }
    if (treatment) add(kTreatment, "names a treatment or exposure (" + *treatment + ")");
    if (!outcome && categories_.contains("generic outcome")) add(kGenericOutcome, "names outcomes in general");
    if (outcome) add(kOutcome, "names a condition, outcome or people (" + *outcome + ")");
  }

  void add_relation() {
    for (const Weight& weight : kRelations) {
      if (categories_.contains(weight.category)) return add(weight.weight, std::string(weight.reason));
    }
    const std::vector<Cue> cues = find_cues(tokens_);
    const auto cue = std::find_if(cues.begin(), cues.end(), [](const Cue& found) { return is_relation(found.kind); });
    if (cue != cues.end()) add(kRelation, "says what it does (" + std::string(slice(text_, cue->span)) + ")");
  }

  /// "By 2040, pills will …": a year behind "by" in a statement with "will".
  bool names_coming_year(const Token& token) const {
    const auto at = static_cast<std::size_t>(&token - tokens_.data());
    const bool year = token.norm.size() == 4 && token.norm.starts_with("20") && token.kind == TokenKind::number;
    return year && at > 0 && tokens_[at - 1].norm == "by" &&
           std::any_of(tokens_.begin(), tokens_.end(), [](const Token& each) { return each.norm == "will"; });
  }

  /// "Marcus works part-time"; "Maria and colleagues" have written.
  bool tells_of_named() const {
    if (words_.size() < 2 || !in_word_group("given name", words_.front().norm)) return false;
    const bool capital = text_[words_.front().span.begin] >= 'A' && text_[words_.front().span.begin] <= 'Z';
    return capital && words_[1].norm != "et" && words_[1].norm != "and" && words_[1].kind != WordKind::number;
  }

  /// "Neuroplasticity elevated": a note, in which a verb that wants an object has none.
  bool is_note(const std::optional<Clause>& clause) const {
    if (!clause || clause->verb_end != clause->finite + 1) return false;
    const Word& verb = words_[clause->finite];
    const bool past = verb.kind == WordKind::verb && verb.form == VerbForm::past && verb.norm.ends_with("ed");
    const bool ends = clause->verb_end == words_.size() || is_stop(words_[clause->verb_end]);
    return past && ends && !in_word_group("wants no object", verb.base);
  }

  /// "You're in recovery", "You have tried it": what may hold of the reader.
  bool tells_of_reader(const std::optional<Clause>& clause) const {
    if (!clause || !words_[clause->subject].norm.starts_with("you")) return false;
    const Word& subject = words_[clause->subject];
    if (subject.kind != WordKind::pronoun || subject.norm.starts_with("your")) return false;
    const WordKind finite = words_[clause->finite].kind;
    return clause->finite == clause->subject || finite == WordKind::be || finite == WordKind::have;
  }

  /// "The pain faded", "Anna has gone back to work": once, not as a rule.
  bool happened() const {
    const std::optional<Clause> clause = find_clause(words_, 0, words_.size());
    if (!clause) return true;
    const Word& verb = words_[clause->finite];
    return (verb.kind == WordKind::verb && verb.form == VerbForm::past) || in_word_group("past verb", verb.norm);
  }

  /// "Clinics monitor …": its subject is who treats.
  bool has_actor() const {
    const std::optional<Clause> clause = find_clause(words_, 0, words_.size());
    if (!clause) return true;
    const Clause stated = find_stated_clause(words_, *clause);
    return std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(stated.subject),
                       words_.begin() + static_cast<std::ptrdiff_t>(stated.verb),
                       [](const Word& word) { return in_word_group("actor", word.norm); });
  }

  /// "Practitioners monitor side effects".
  bool is_daily_work() const {
    const std::optional<Clause> clause = find_clause(words_, 0, words_.size());
    if (!clause) return false;
    const Clause stated = find_stated_clause(words_, *clause);
    return stated.verb_end > 0 && in_word_group("actor verb", words_[stated.verb_end - 1].base);
  }

  void add_number() {
    const std::vector<NumberMention> numbers = find_numbers(text_, tokens_);
    const auto number = std::find_if(numbers.begin(), numbers.end(),
                                     [](const NumberMention& found) { return found.kind != NumberKind::plain; });
    if (number != numbers.end())
      return add(kNumber, "gives a number (" + std::string(slice(text_, number->span)) + ")");
    const std::vector<RateMention> rates = find_rates(text_, tokens_);
    if (!rates.empty()) add(kNumber, "gives a number (" + std::string(slice(text_, rates.front().span)) + ")");
  }

  void limit(double most, std::string reason) {
    result_.score = std::min(result_.score, most);
    result_.why.push_back("against: " + std::move(reason));
  }

  void limit_form() {
    if (words_.empty()) return;
    if (words_.back().norm == "?") limit(0.05, "is a question");
    const std::optional<Clause> clause = find_clause(words_, 0, words_.size());
    const bool says_nothing = clause && clause->verb_end < words_.size() && words_[clause->verb_end].norm == "that" &&
                              find_stated_clause(words_, *clause).verb == clause->verb &&
                              in_word_group("report verb", words_[clause->verb_end - 1].base);
    if (tells_of_reader(clause)) {
      limit(0.3, "tells of the reader");
    } else if (is_command(words_)) {
      limit(0.1, "tells the reader to do something");
    } else if (!clause || says_nothing || lacks_object(words_) || is_note(clause)) {
      limit(0.2, "is no whole sentence");
    }
  }

  std::string_view text_;
  const Vocabulary& vocabulary_;
  std::vector<Token> tokens_;
  std::vector<Word> words_;
  std::set<std::string, std::less<>> categories_;
  CheckWorthiness result_;
};

}  // namespace

const PhraseTable& worthiness_words() {
  static const PhraseTable table = PhraseTable::parse(worthiness_words_data(), "worthiness_words.txt");
  return table;
}

CheckWorthiness score_check_worthiness(std::string_view statement, bool needs_context, const PlaceInArticle& place,
                                       const Vocabulary& vocabulary) {
  return Scorer(statement, vocabulary).score(needs_context, place);
}

}  // namespace claimcheck
