#include "text/number_units.h"

#include <unordered_map>

#include "text/word_set.h"

namespace claimcheck {
namespace {

constexpr std::size_t kLongestLetters = 5;  // of the two sets below

/// Short names, as written: in small letters they are other words ("or", "md").
const WordSet& ratio_letters() {
  static const WordSet letters{"OR",   "ORs", "aOR", "AOR", "aORs", "AORs", "RRs", "aRR", "ARR", "HRs", "aHR", "AHR",
                               "aHRs", "sHR", "SHR", "IRR", "IRRs", "aIRR", "PR",  "ROR", "SIR", "SMR", "RoR"};
  return letters;
}

const WordSet& difference_letters() {
  static const WordSet letters{"MD", "SMD", "WMD", "RD", "ARD", "LSMD", "MDs", "SMDs", "ES"};
  return letters;
}

std::optional<EffectName> find_ratio_words(const NumberReader& read, std::size_t at) {
  static const WordSet first{"odds", "hazard", "hazards", "risk", "rate", "prevalence", "incidence", "likelihood"};
  std::size_t next = at;
  if (first.contains(read.norm(at))) {
    ++next;
    if (read.is(at, "incidence") && read.is(next, "rate")) ++next;
    if (!read.is(next, "ratio") && !read.is(next, "ratios")) return std::nullopt;
    ++next;
  } else if (read.is(at, "relative") &&
             (read.is(at + 1, "risk") || read.is(at + 1, "risks") || read.is(at + 1, "incidence"))) {
    next += 2;
  } else {
    return std::nullopt;
  }
  return EffectName{NumberKind::ratio, next};
}

std::optional<EffectName> find_difference_words(const NumberReader& read, std::size_t at) {
  static const WordSet before{"mean",     "risk",   "standardized", "standardised",
                              "weighted", "median", "pooled",       "adjusted"};
  std::size_t noun = at;
  while (noun < at + 3 && before.contains(read.norm(noun))) ++noun;
  if (noun > at && (read.is(noun, "difference") || read.is(noun, "differences"))) {
    return EffectName{NumberKind::difference, noun + 1};
  }
  if (read.is(at, "difference")) return EffectName{NumberKind::difference, at + 1};
  if (read.is(at, "effect") && read.is(at + 1, "size")) return EffectName{NumberKind::difference, at + 2};
  static const WordSet authors{"cohen's", "cohens", "hedges", "hedges's", "glass's"};
  if (authors.contains(read.norm(at))) {
    const std::size_t letter = read.is(at + 1, "'") ? at + 2 : at + 1;
    if (read.norm(letter).size() <= 2 && read.is_word(letter)) return EffectName{NumberKind::difference, letter + 1};
  }
  if (read.written(at) == "d" || read.written(at) == "g") {
    return EffectName{NumberKind::difference, at + 1, false, true};
  }
  return std::nullopt;
}

std::optional<EffectName> find_effect_words(const NumberReader& read, std::size_t at) {
  // The first words of all names below: few words of a text are among them.
  static const WordSet openings{
      "odds",       "hazard",   "hazards", "risk",       "rate",    "prevalence",   "incidence",
      "likelihood", "relative", "mean",    "difference", "effect",  "standardized", "standardised",
      "weighted",   "median",   "pooled",  "adjusted",   "cohen's", "cohens",       "hedges",
      "hedges's",   "glass's",  "d",       "g"};
  if (!openings.contains(read.norm(at))) return std::nullopt;
  if (auto ratio = find_ratio_words(read, at)) return ratio;
  return find_difference_words(read, at);
}

}  // namespace

std::optional<EffectName> find_effect_name(const NumberReader& read, std::size_t at) {
  if (!read.is_word(at)) return std::nullopt;
  const std::string_view written = read.written(at);
  if (written.size() > kLongestLetters) return find_effect_words(read, at);
  if (written == "HR" || written == "RR") return EffectName{NumberKind::ratio, at + 1, true};
  if (ratio_letters().contains(written)) return EffectName{NumberKind::ratio, at + 1};
  if (difference_letters().contains(written)) return EffectName{NumberKind::difference, at + 1};
  return find_effect_words(read, at);
}

std::string duration_unit(std::string_view norm) {
  static const std::unordered_map<std::string_view, std::string_view> units{
      {"minute", "minute"}, {"minutes", "minute"}, {"min", "minute"},   {"mins", "minute"}, {"hour", "hour"},
      {"hours", "hour"},    {"h", "hour"},         {"hr", "hour"},      {"hrs", "hour"},    {"day", "day"},
      {"days", "day"},      {"d", "day"},          {"week", "week"},    {"weeks", "week"},  {"wk", "week"},
      {"wks", "week"},      {"month", "month"},    {"months", "month"}, {"mo", "month"},    {"mos", "month"},
      {"year", "year"},     {"years", "year"},     {"yr", "year"},      {"yrs", "year"},    {"y", "year"}};
  const auto found = units.find(norm);
  return found == units.end() ? std::string() : std::string(found->second);
}

bool is_duration_unit(std::string_view norm) {
  return !duration_unit(norm).empty();
}

bool is_dose_unit(std::string_view norm) {
  static const WordSet units{"mg",        "g",          "µg",         "μg",          "ug",         "mcg",
                             "ng",        "pg",         "iu",         "mmol",        "µmol",       "μmol",
                             "umol",      "nmol",       "ml",         "µl",          "μl",         "meq",
                             "milligram", "milligrams", "gram",       "grams",       "microgram",  "micrograms",
                             "unit",      "units",      "millilitre", "millilitres", "milliliter", "milliliters"};
  return units.contains(norm);
}

std::optional<DoseUnit> read_dose_unit(const NumberReader& read, std::size_t at) {
  static const WordSet divisors{"kg",   "day", "d",  "h", "hr", "hour", "min", "minute", "week",  "wk",  "month",
                                "dose", "ml",  "dl", "l", "m2", "g",    "mg",  "litre",  "liter", "year"};
  if (!is_dose_unit(read.norm(at))) return std::nullopt;
  DoseUnit unit{std::string(read.norm(at)), at + 1};
  while ((read.is(unit.last, "/") || read.is(unit.last, "per")) && divisors.contains(read.norm(unit.last + 1))) {
    unit.name += '/';
    unit.name += read.norm(unit.last + 1);
    unit.last += 2;
  }
  return unit;
}

bool is_counted_noun(std::string_view norm) {
  static const WordSet nouns{
      "patient",     "patients",    "participant", "participants", "subject",    "subjects",   "adult",
      "adults",      "child",       "children",    "woman",        "women",      "man",        "men",
      "volunteer",   "volunteers",  "respondent",  "respondents",  "people",     "person",     "persons",
      "individual",  "individuals", "student",     "students",     "user",       "users",      "adolescent",
      "adolescents", "infant",      "infants",     "neonate",      "neonates",   "newborns",   "veteran",
      "veterans",    "survivor",    "survivors",   "girls",        "boys",       "males",      "females",
      "nurses",      "physicians",  "mothers",     "pregnancies",  "families",   "smokers",    "residents",
      "workers",     "athletes",    "outpatients", "inpatients",   "recipients", "responders", "controls",
      "donors",      "cases",       "case",        "rats",         "mice",       "animals",    "dogs",
      "rabbits",     "monkeys",     "pigs",        "cats",         "trial",      "trials",     "study",
      "studies",     "rct",         "rcts",        "article",      "articles",   "report",     "reports",
      "review",      "reviews",     "cohorts",     "publications", "records",    "death",      "deaths",
      "event",       "events",      "eyes",        "procedures",   "hospitals",  "centers",    "centres",
      "sites",       "countries",   "infusions",   "sessions",     "births",     "babies",     "twins",
      "vaccinees",   "drinkers",    "teenagers",   "enrollees"};
  return nouns.contains(norm);
}

}  // namespace claimcheck
