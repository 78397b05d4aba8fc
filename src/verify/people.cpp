#include "verify/people.h"

#include <algorithm>
#include <array>

#include "text/one_of.h"
#include "verify/phrase_table.h"
#include "verify/worded_change.h"

namespace claimcheck {
namespace {

bool is_of_treatment(const Sentence& sentence, std::size_t at) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [at](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::intervention && mention.first <= at && at < mention.last;
  });
}

// "People with X less Y", "children with X fall asleep": what stands between is what they have, and Y what they become
// or do. "Patients with painful fractures" have both.
bool is_behind_another(const Sentence& sentence, std::size_t at, std::size_t first) {
  static constexpr std::array<std::string_view, 10> verbs{"fall", "sleep",  "lose", "gain", "die",
                                                          "feel", "become", "get",  "stop", "quit"};
  if (at + 1 == first && !is_one_of(verbs, sentence.tokens[first].norm)) return false;
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& other) {
    return other.concept_ptr->kind == ConceptKind::outcome && other.first <= at && at < other.last &&
           other.last <= first && !is_joined(sentence, other.last, first);
  });
}

// "Patients with X", "people with a long history of X", "adults suffering from X", "patients whose X".
bool follows_people(const Sentence& sentence, std::size_t first) {
  static constexpr std::array<std::string_view, 3> links{"with", "without", "from"};
  static constexpr std::array<std::string_view, 7> verbs{"had", "has", "have", "was", "were", "is", "are"};
  constexpr std::size_t reach = 6;
  for (std::size_t i = first; i > 0 && first - i < reach; --i) {
    const std::string& norm = sentence.tokens[i - 1].norm;
    if (norm == "whose") return true;
    if (is_behind_another(sentence, i - 1, first)) return false;
    // "In people with X, the drug reduces Y".
    if (is_one_of(verbs, norm) || is_of_treatment(sentence, i - 1)) return false;
    if (!is_one_of(links, norm)) continue;
    for (std::size_t back = 2; back <= 3 && back <= i; ++back) {
      if (is_person(sentence.tokens[i - back])) return true;
    }
    return false;
  }
  return false;
}

// "PTSD patients", "the depression group".
bool precedes_people(const Sentence& sentence, std::size_t last) {
  static constexpr std::array<std::string_view, 4> groups{"group", "groups", "cohort", "subgroup"};
  return last < sentence.tokens.size() &&
         (is_person(sentence.tokens[last]) || is_one_of(groups, sentence.tokens[last].norm));
}

// "Baseline X", "a history of X", "pre-existing X", "a past opioid use disorder".
bool is_before_treatment(const Sentence& sentence, std::size_t first) {
  static constexpr std::array<std::string_view, 10> words{"baseline", "preexisting", "existing",   "pretreatment",
                                                          "comorbid", "initial",     "underlying", "past",
                                                          "lifetime", "prior"};
  for (std::size_t back = 1; back <= 2 && back <= first; ++back) {
    if (is_one_of(words, sentence.tokens[first - back].norm)) return true;
  }
  return first >= 2 && sentence.tokens[first - 1].norm == "of" && sentence.tokens[first - 2].norm == "history";
}

// "A use disorder in the past".
bool is_in_the_past(const Sentence& sentence, std::size_t last) {
  constexpr std::size_t reach = 7;
  for (std::size_t i = last; i + 2 < std::min(last + reach, sentence.tokens.size()); ++i) {
    if (sentence.tokens[i].norm == "in" && sentence.tokens[i + 1].norm == "the" &&
        sentence.tokens[i + 2].norm == "past")
      return i + 3 == sentence.tokens.size() || sentence.tokens[i + 3].kind != TokenKind::number;
  }
  return false;
}

// "Patients at high risk of X", "patients who are at risk for X".
bool is_their_risk(const Sentence& sentence, std::size_t first) {
  static constexpr std::array<std::string_view, 3> verbs{"are", "were", "is"};
  constexpr std::size_t reach = 5;
  for (std::size_t i = first; i > 0 && first - i < reach; --i) {
    if (sentence.tokens[i - 1].norm != "at") continue;
    std::size_t end = i - 1;
    if (end >= 2 && is_one_of(verbs, sentence.tokens[end - 1].norm) && sentence.tokens[end - 2].norm == "who") end -= 2;
    return end >= 1 && is_person(sentence.tokens[end - 1]);
  }
  return false;
}

bool names_population(const Sentence& sentence, const TokenRange& outcome) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::population && !mention.concept_ptr->id.ends_with("_patients") &&
           mention.first < outcome.last && outcome.first < mention.last;
  });
}

void add_populations(const Sentence& sentence, std::vector<std::string>& ids) {
  for (const ConceptMention& mention : sentence.mentions) {
    const std::string& id = mention.concept_ptr->id;
    const bool known = std::find(ids.begin(), ids.end(), id) != ids.end();
    if (mention.concept_ptr->kind == ConceptKind::population && !known) ids.push_back(id);
  }
}

bool is_people(std::string_view unit) {
  const std::vector<Token> tokens = tokenize(unit);
  return unit.empty() || study_words().contains(tokens, "people") || study_words().contains(tokens, "counted");
}

// "1.5 per 10,000 patients" counts nobody.
bool is_unit_of_rate(const Sentence& sentence, const NumberMention& number) {
  static constexpr std::array<std::string_view, 4> words{"per ", "every ", "Per ", "Every "};
  const std::string_view before = std::string_view(sentence.text).substr(0, number.span.begin);
  return std::any_of(words.begin(), words.end(), [before](std::string_view word) { return before.ends_with(word); });
}

// "Of 161 pregnancies", "among 4,000 users": what is told behind it was found in them.
bool opens_with_number(const Sentence& sentence, const NumberMention& number) {
  static constexpr std::array<std::string_view, 3> links{"Of ", "Among ", "In "};
  return is_one_of(links, std::string_view(sentence.text).substr(0, number.span.begin));
}

}  // namespace

bool is_joined(const Sentence& sentence, std::size_t first, std::size_t last) {
  static constexpr std::array<std::string_view, 4> joins{"and", "or", ",", "/"};
  for (std::size_t i = first; i < last; ++i) {
    if (!is_one_of(joins, sentence.tokens[i].norm)) return false;
  }
  return first < last;
}

double count_people(const Sentence& sentence, const NumberMention& number) {
  if (is_unit_of_rate(sentence, number)) return 0;
  if (number.kind == NumberKind::fraction) return number.high.value_or(0);
  return number.kind == NumberKind::count && is_people(number.unit) ? number.value : 0;
}

bool counts_own_people(const Sentence& sentence) {
  const bool enrolled = has_phrase(sentence, "enrolment");
  return std::any_of(sentence.numbers.begin(), sentence.numbers.end(), [&](const NumberMention& number) {
    const bool people = !number.unit.empty() && count_people(sentence, number) > 1;
    return people && (enrolled || opens_with_number(sentence, number));
  });
}

bool is_person(const Token& token) {
  return token.norm != "case" && token.norm != "cases" && study_words().contains({&token, 1}, "people");
}

bool describes_people(const Sentence& sentence, const TokenRange& outcome) {
  return follows_people(sentence, outcome.first) || precedes_people(sentence, outcome.last) ||
         (outcome.last > outcome.first && is_person(sentence.tokens[outcome.last - 1])) ||
         is_before_treatment(sentence, outcome.first) || is_in_the_past(sentence, outcome.last) ||
         is_their_risk(sentence, outcome.first) || names_population(sentence, outcome);
}

bool is_attitude_to(const Sentence& sentence, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 10> nouns{"knowledge", "awareness", "stigma",   "attitudes", "beliefs",
                                                          "literacy",  "education", "analysis", "analyses",  "curves"};
  static constexpr std::array<std::string_view, 3> links{"related", "specific", "-"};
  std::size_t at = outcome.last;
  while (at < sentence.tokens.size() && is_one_of(links, sentence.tokens[at].norm)) ++at;
  return at < sentence.tokens.size() && is_one_of(nouns, sentence.tokens[at].norm);
}

bool is_entry_criterion(const Sentence& sentence, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 7> verbs{"randomized", "randomised", "assigned", "allocated",
                                                         "enrolled",   "recruited",  "included"};
  static constexpr std::array<std::string_view, 3> copulas{"was", "were", "randomly"};
  const auto ahead = sentence.tokens.begin() + static_cast<std::ptrdiff_t>(outcome.first);
  if (std::none_of(sentence.tokens.begin(), ahead, is_person)) return false;
  std::size_t end = sentence.tokens.size();
  for (const Cue& cue : sentence.cues) {
    const bool tells = is_effect(cue.kind) || cue.kind == CueKind::null_result || cue.kind == CueKind::negation;
    if (tells && cue.first >= outcome.last) end = std::min(end, cue.first);
  }
  for (std::size_t i = outcome.last + 1; i < end; ++i) {
    if (is_one_of(verbs, sentence.tokens[i].norm) && is_one_of(copulas, sentence.tokens[i - 1].norm)) return true;
  }
  return false;
}

bool is_told_of_marker(const Sentence& sentence, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 14> nouns{
      "receptor", "receptors", "gene",    "genes",     "target",     "targets",   "antigen",
      "ligand",   "marker",    "markers", "biomarker", "biomarkers", "indicator", "indicators"};
  static constexpr std::array<std::string_view, 3> needs{"required", "needed", "necessary"};
  static constexpr std::array<std::string_view, 3> links{"of", "for", "the"};
  std::size_t at = outcome.first;
  while (at > 0 && is_one_of(links, sentence.tokens[at - 1].norm)) --at;
  if (at == 0 || at == outcome.first) return false;
  const std::string& noun = sentence.tokens[at - 1].norm;
  return is_one_of(nouns, noun) || (is_one_of(needs, noun) && sentence.tokens[at].norm == "for");
}

bool is_time(const Sentence& sentence, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 3> articles{"the", "their", "a"};
  std::size_t at = outcome.first;
  while (at > 0 && is_one_of(articles, sentence.tokens[at - 1].norm)) --at;
  return at > 0 && sentence.tokens[at - 1].norm == "during";
}

bool is_indication(const Sentence& sentence, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 13> nouns{
      "treatment",       "treatments", "therapy", "therapies",  "management", "medication", "treating",
      "pharmacotherapy", "given",      "used",    "prescribed", "indicated",  "taken"};
  static constexpr std::array<std::string_view, 2> links{"of", "for"};
  static constexpr std::array<std::string_view, 3> uses{"treat", "control", "manage"};
  constexpr std::size_t reach = 4;
  for (std::size_t i = outcome.first; i > 0 && outcome.first - i < reach; --i) {
    const std::string& norm = sentence.tokens[i - 1].norm;
    if (norm == "treating") return true;
    if (is_one_of(uses, norm)) return i >= 2 && sentence.tokens[i - 2].norm == "to";
    if (is_one_of(links, norm)) return i >= 2 && is_one_of(nouns, sentence.tokens[i - 2].norm);
  }
  return false;
}

std::vector<std::string> list_populations(const Sentence& title, const std::vector<Sentence>& sentences) {
  std::vector<std::string> ids;
  add_populations(title, ids);
  for (const Sentence& sentence : sentences) add_populations(sentence, ids);
  return ids;
}

}  // namespace claimcheck
