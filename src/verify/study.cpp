#include "verify/study.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/one_of.h"
#include "verify/certainty.h"
#include "verify/concept_roots.h"
#include "verify/people.h"
#include "verify/phrase_table.h"
#include "verify/pooled_studies.h"
#include "verify/study_scope.h"

namespace claimcheck {
namespace {

struct TypedDesign {
  std::string_view ui;
  std::string_view name;
  Design design;
};
// MeSH publication types, strongest statement first (https://www.nlm.nih.gov/mesh/pubtypes.html).
constexpr std::array<TypedDesign, 11> kTypedDesigns{{
    {"D000081262", "Randomized Controlled Trial, Veterinary", Design::animal},
    {"D000077522", "Clinical Trial, Veterinary", Design::animal},
    {"D000078323", "Observational Study, Veterinary", Design::animal},
    {"D017418", "Meta-Analysis", Design::meta_analysis},
    {"D000078182", "Systematic Review", Design::systematic_review},
    {"D016449", "Randomized Controlled Trial", Design::rct},
    {"D065007", "Pragmatic Clinical Trial", Design::rct},
    {"D000073843", "Equivalence Trial", Design::rct},
    {"D018848", "Controlled Clinical Trial", Design::controlled_trial},
    {"D002363", "Case Reports", Design::case_report},
    {"D064888", "Observational Study", Design::cohort},
}};

// Types of trials that say nothing of how people came into an arm: weighed as if there were one arm. Those that were
// randomised or controlled carry a type above, or say so.
struct TrialType {
  std::string_view ui;
  std::string_view name;
};
constexpr std::array<TrialType, 5> kTrialTypes{{{"D016430", "Clinical Trial"},
                                                {"D017426", "Clinical Trial, Phase I"},
                                                {"D017427", "Clinical Trial, Phase II"},
                                                {"D017428", "Clinical Trial, Phase III"},
                                                {"D017429", "Clinical Trial, Phase IV"}}};

struct IneligibleType {
  std::string_view ui;
  std::string_view name;
  std::string_view why;
};
constexpr std::array<IneligibleType, 9> kIneligibleTypes{{
    {"D000075742", "Expression of Concern", "an expression of concern"},
    {"D016421", "Editorial", "an editorial"},
    {"D016420", "Comment", "a comment"},
    {"D016422", "Letter", "a letter"},
    {"D016433", "News", "a news item"},
    {"D016425", "Published Erratum", "an erratum"},
    {"D000078325", "Clinical Trial Protocol", "a trial protocol"},
    {"D019215", "Biography", "a biography"},
    {"D059040", "Video-Audio Media", "a recording"},
}};

struct WordedDesign {
  std::string_view category;
  Design design;
};
constexpr std::array<WordedDesign, 11> kWordedDesigns{{
    {"meta_analysis", Design::meta_analysis},
    {"systematic_review", Design::systematic_review},
    {"rct", Design::rct},
    {"case_report", Design::case_report},
    {"pharmacovigilance", Design::pharmacovigilance},
    {"case_control", Design::case_control},
    {"cohort", Design::cohort},
    {"cross_sectional", Design::cross_sectional},
    {"registry", Design::registry},
    {"uncontrolled", Design::uncontrolled},
    {"case_series", Design::case_series},
}};

// How often each category of study words occurs in a text.
std::size_t count_words(const std::vector<PhraseMatch>& matches, std::string_view category) {
  return static_cast<std::size_t>(std::count_if(matches.begin(), matches.end(),
                                                [&](const PhraseMatch& match) { return match.category == category; }));
}

bool has_heading(const Citation& citation, std::string_view name) {
  return std::any_of(citation.mesh.begin(), citation.mesh.end(),
                     [&](const MeshHeading& heading) { return heading.name == name; });
}

struct StudyText {
  std::vector<PhraseMatch> title;
  std::vector<PhraseMatch> abstract;
  bool names_people = false;
  bool studies_people = false;   ///< methods or results name people
  bool studies_animals = false;  ///< methods or results name animals
};

StudyText read_study_text(const Sentence& title, std::span<const Sentence> sentences) {
  StudyText text;
  text.title = title.phrases;
  text.names_people = has_phrase(title, "people");
  for (const Sentence& sentence : sentences) {
    text.abstract.insert(text.abstract.end(), sentence.phrases.begin(), sentence.phrases.end());
    const bool people = has_phrase(sentence, "people");
    text.names_people = text.names_people || people;
    if (sentence.role != SectionRole::methods && sentence.role != SectionRole::results) continue;
    text.studies_people = text.studies_people || people;
    text.studies_animals = text.studies_animals || has_phrase(sentence, "animal");
  }
  return text;
}

bool is_animal_study(const Citation& citation, const StudyText& text) {
  if (has_heading(citation, "Humans")) return false;
  if (has_heading(citation, "Animals")) return !text.names_people || count_words(text.title, "animal") > 0;
  if (count_words(text.title, "animal") > 0) return true;
  return text.studies_animals && !text.studies_people;
}

bool is_typed_trial(const Citation& citation) {
  return std::any_of(kTrialTypes.begin(), kTrialTypes.end(),
                     [&](const TrialType& type) { return has_publication_type(citation, type.ui, type.name); });
}

Design read_design(const Citation& citation, const StudyText& text) {
  if (is_animal_study(citation, text)) return Design::animal;
  for (const TypedDesign& typed : kTypedDesigns) {
    if (has_publication_type(citation, typed.ui, typed.name)) return typed.design;
  }
  const auto titled = std::find_if(kWordedDesigns.begin(), kWordedDesigns.end(), [&](const WordedDesign& worded) {
    return count_words(text.title, worded.category) > 0;
  });
  if (titled != kWordedDesigns.end()) return titled->design;
  const bool review = has_publication_type(citation, "D016454", "Review");
  if (review || count_words(text.title, "narrative_review") > 0) {
    if (count_words(text.abstract, "systematic_review") > 0) return Design::systematic_review;
    return Design::narrative_review;
  }
  for (const WordedDesign& worded : kWordedDesigns) {
    // A primary study may mention reviews; only its own method words name its design.
    const bool about_reviews = worded.design == Design::meta_analysis || worded.design == Design::systematic_review;
    if (count_words(text.abstract, worded.category) >= (about_reviews ? 2U : 1U)) return worded.design;
  }
  if (!text.names_people && count_words(text.abstract, "in_vitro") > 0) return Design::in_vitro;
  if (count_words(text.abstract, "narrative_review") > 0) return Design::narrative_review;
  return is_typed_trial(citation) ? Design::uncontrolled : Design::other;
}

// Reviews rarely say of every trial that it was randomised, and say what else they pooled.
bool reviews_trials(const StudyText& text) {
  const auto names = [&](std::string_view category) {
    return count_words(text.title, category) + count_words(text.abstract, category) > 0;
  };
  return names("trials") || (names("counted_trials") && !names("other_studies"));
}

// "Were randomly assigned the drug (n = 206) or placebo (n = 206)": the arms together; 0 for any other sentence.
double sum_of_arms(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 3> stems{"random", "assign", "alloc"};
  const bool assigns = std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                                   [](const Token& token) { return is_one_of(stems, token.stem); });
  if (!assigns) return 0;
  double sum = 0;
  double largest = 0;
  int arms = 0;
  for (const NumberMention& number : sentence.numbers) {
    const std::string_view text = slice(sentence.text, number.span);
    const bool bracketed = number.kind == NumberKind::count && text.find('=') != std::string_view::npos &&
                           (text.starts_with('n') || text.starts_with('N'));
    if (!bracketed) continue;
    sum += number.value;
    largest = std::max(largest, number.value);
    ++arms;
  }
  if (arms < 2) return 0;
  return 2 * largest >= sum && arms > 2 ? largest : sum;  // all of them, and then the arms
}

double largest_count(const Sentence& sentence) {
  constexpr double largest = 1e8;
  double size = sum_of_arms(sentence);
  for (const NumberMention& number : sentence.numbers) {
    const double people = count_people(sentence, number);
    if (people <= largest && people == std::floor(people)) size = std::max(size, people);
  }
  return size;
}

std::optional<int> read_sample_size(const Sentence& title, std::span<const Sentence> sentences) {
  double size = largest_count(title);
  for (const Sentence& sentence : sentences) {
    if (sentence.role == SectionRole::background || sentence.role == SectionRole::objective) continue;
    size = std::max(size, largest_count(sentence));
  }
  if (size < 1) return std::nullopt;
  return static_cast<int>(size);
}

// "No misuse was reported", "abuse potential": a way of use that was looked for, not how the people came to use it.
bool is_only_a_risk(const Sentence& sentence, const ConceptMention& mention) {
  static constexpr std::array<std::string_view, 6> nouns{"potential", "liability", "risk",
                                                         "disorder",  "disorders", "deterrent"};
  static constexpr std::array<std::string_view, 6> before{"potential", "risk",     "instances",
                                                          "signs",     "evidence", "concerns"};
  const auto is_one_of = [&](const auto& words, std::size_t at) {
    return at < sentence.tokens.size() &&
           std::find(words.begin(), words.end(), sentence.tokens[at].norm) != words.end();
  };
  return is_one_of(nouns, mention.last) || (mention.first >= 2 && is_one_of(before, mention.first - 2)) ||
         is_negated(sentence.tokens, sentence.cues, mention.first);
}

Setting read_setting(const Sentence& title, std::span<const Sentence> sentences, const Vocabulary& vocabulary) {
  int medical = 0;
  int recreational = 0;
  const auto count = [&](const Sentence& sentence, int weight) {
    for (const ConceptMention& mention : sentence.mentions) {
      if (mention.concept_ptr->kind != ConceptKind::setting || is_only_a_risk(sentence, mention)) continue;
      if (vocabulary.is_kind_of(mention.concept_ptr->id, kRecreationalUse)) recreational += weight;
      if (vocabulary.is_kind_of(mention.concept_ptr->id, kMedicalUse)) medical += weight;
    }
  };
  count(title, 3);
  for (const Sentence& sentence : sentences) count(sentence, 1);
  if (recreational >= 2 && recreational >= medical) return Setting::recreational;
  if (recreational >= 2) return Setting::mixed;
  return medical > 0 ? Setting::medical : Setting::unspecified;
}

std::string read_family(const Citation& citation) {
  const auto number = std::find_if(citation.registrations.begin(), citation.registrations.end(), is_trial_registration);
  return number != citation.registrations.end() ? *number : "PMID " + std::to_string(citation.pmid);
}

}  // namespace

bool is_trial_registration(std::string_view number) {
  return number.starts_with("NCT") || number.starts_with("ISRCTN") || number.starts_with("ACTRN") ||
         number.starts_with("EUCTR") || number.starts_with("ChiCTR") || number.starts_with("CRD");
}

Study read_study(const Citation& citation, const Sentence& title, std::span<const Sentence> sentences,
                 const Vocabulary& vocabulary) {
  const StudyText text = read_study_text(title, sentences);
  Study study;
  study.design = read_design(citation, text);
  const bool review = is_review(study.design);
  study.randomised_evidence = study.design == Design::rct || (review && reviews_trials(text));
  study.sample_size = read_sample_size(title, sentences);
  study.setting = read_setting(title, sentences, vocabulary);
  study.scope = read_scope(title, sentences, vocabulary);
  study.family = read_family(citation);
  study.preprint = has_publication_type(citation, "D000076942", "Preprint");
  study.concern = has_notice(citation, NoticeKind::expression_of_concern_in);
  study.risk_of_bias = study.design == Design::uncontrolled ||
                       count_words(text.title, "risk_of_bias") + count_words(text.abstract, "risk_of_bias") > 0;
  study.mixed_designs = review && pools_other_studies(sentences);
  study.dose_response = count_words(text.abstract, "dose_response") > 0;
  return study;
}

std::string ineligible_because(const Citation& citation) {
  if (is_retraction_notice(citation)) return "a notice of retraction";
  for (const IneligibleType& type : kIneligibleTypes) {
    if (has_publication_type(citation, type.ui, type.name)) return std::string(type.why);
  }
  const bool has_text = std::any_of(citation.abstract.begin(), citation.abstract.end(),
                                    [](const AbstractSection& section) { return !section.text.empty(); });
  return has_text ? std::string() : std::string("no abstract");
}

}  // namespace claimcheck
