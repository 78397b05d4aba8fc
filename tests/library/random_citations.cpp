#include "library/random_citations.h"

#include <array>
#include <utility>

namespace claimcheck {
namespace {

constexpr std::array<std::string_view, 24> kCharacters{"a",  "B",  "7",  " ",    "-",    "\"",           "\\",   "/",
                                                       "\n", "\t", "\r", "\x01", "\x1d", "\x1e",         "\x1f", "\x7f",
                                                       "é",  "β",  "₂",  "漢",   "😀",    "\xEF\xBF\xBD", "_{",   "}"};

constexpr std::array<std::string_view, 6> kTerms{"Knee",      "Knee, Frozen", "Calm States",
                                                 "knee/harm", "Harm",         "Tidy-Up 2"};

}  // namespace

const std::vector<StemmedWord>& searchable_words() {
  static const std::vector<StemmedWord> words{
      {"study", "studi"}, {"studies", "studi"}, {"pain", "pain"},     {"pains", "pain"},     {"knee", "knee"},
      {"harms", "harm"},  {"harm", "harm"},     {"harmed", "harm"},   {"calm", "calm"},      {"calming", "calm"},
      {"rates", "rate"},  {"rate", "rate"},     {"rated", "rate"},    {"the", "the"},        {"was", "wa"},
      {"of", "of"},       {"frozen", "frozen"}, {"tablet", "tablet"}, {"tablets", "tablet"}, {"x2", "x2"}};
  return words;
}

std::string RandomCitations::any_text(std::size_t most_characters) {
  std::string text;
  const std::size_t count = below(most_characters + 1);
  for (std::size_t i = 0; i < count; ++i) {
    if (chance(5)) {
      text += '\0';
    } else {
      text += kCharacters[below(kCharacters.size())];
    }
  }
  return text;
}

PartialDate RandomCitations::any_date() {
  return {static_cast<int>(below(2100)), static_cast<int>(below(13)), static_cast<int>(below(32)), any_text(3)};
}

Author RandomCitations::any_author() {
  return {any_text(5),
          any_text(5),
          any_text(2),
          any_text(2),
          any_text(4),
          any_text(3),
          some(2, [&] { return any_text(8); })};
}

Notice RandomCitations::any_notice() {
  const auto kinds = enum_values<NoticeKind>();
  return {kinds[below(kinds.size())], static_cast<Pmid>(engine_()), any_text(5), any_text(5)};
}

std::vector<AbstractSection> RandomCitations::any_sections() {
  const auto roles = enum_values<SectionRole>();
  return some(3, [&] { return AbstractSection{any_text(4), roles[below(roles.size())], any_text(30)}; });
}

Citation RandomCitations::any_citation(Pmid pmid) {
  const auto text = [&] { return any_text(6); };
  const auto named = [&] { return ControlledTerm{any_text(3), any_text(5)}; };
  Citation citation;
  citation.pmid = pmid;
  citation.version = static_cast<int>(below(4)) - 1;
  citation.title = any_text(20);
  citation.title_translated = chance(50);
  citation.vernacular_title = any_text(9);
  citation.abstract = any_sections();
  citation.other_abstracts = some(2, [&] { return OtherAbstract{any_text(4), any_text(3), any_sections()}; });
  citation.copyright = any_text(9);
  citation.journal = {text(), text(), text(), text(), text(), text()};
  citation.date = any_date();
  citation.revised = any_date();
  citation.publication_types = some(3, named);
  citation.mesh = some(3, [&] {
    return MeshHeading{text(), text(), chance(50), some(2, [&] { return MeshQualifier{text(), text(), chance(50)}; })};
  });
  citation.substances = some(3, named);
  citation.keywords = some(3, text);
  citation.languages = some(2, text);
  citation.authors = some(3, [&] { return any_author(); });
  citation.doi = any_text(6);
  citation.pmcid = any_text(6);
  citation.registrations = some(2, text);
  citation.notices = some(3, [&] { return any_notice(); });
  citation.status = any_text(5);
  citation.book = chance(50);
  citation.digest = chance(50);
  return citation;
}

std::string RandomCitations::words(std::size_t least, std::size_t most) {
  constexpr std::array<std::string_view, 4> kBetween{" ", "-", ", ", "; "};
  std::string text;
  const std::size_t count = least + below(most - least + 1);
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += kBetween[below(kBetween.size())];
    std::string word(searchable_words()[below(searchable_words().size())].word);
    if (chance(20)) word[0] = static_cast<char>(word[0] - 'a' + 'A');
    text += word;
  }
  return text;
}

std::string_view RandomCitations::term_name() {
  return kTerms[below(kTerms.size())];
}

std::string RandomCitations::free_text() {
  return words(1, 5);
}

Citation RandomCitations::searchable_citation(Pmid pmid) {
  const auto term = [&] { return ControlledTerm{"", std::string(term_name())}; };
  Citation citation;
  citation.pmid = pmid;
  citation.title = words(1, 4);
  citation.abstract = some(3, [&] { return AbstractSection{words(0, 1), SectionRole::unassigned, words(0, 5)}; });
  if (chance(20))
    citation.other_abstracts.push_back({"Publisher", "eng", {{"", SectionRole::unassigned, words(1, 4)}}});
  citation.keywords = some(3, [&] { return words(1, 2); });
  citation.mesh = some(2, [&] {
    return MeshHeading{"", std::string(term_name()), false, some(2, [&] {
                         return MeshQualifier{"", std::string(term_name()), false};
                       })};
  });
  citation.publication_types = some(2, term);
  citation.substances = some(2, term);
  return citation;
}

QueryNode RandomCitations::query(std::size_t depth) {
  if (depth == 0 || chance(40)) {
    const auto fields = enum_values<QueryField>();
    const QueryField field = fields[below(fields.size() - 1)];  // the last, a DOI, can only be asked for by itself
    const bool in_text = field == QueryField::title_abstract || field == QueryField::title;
    std::string text = in_text ? words(1, 2) : std::string(term_name());
    if (chance(20)) {
      text.resize(1 + below(text.size()));
      if (text.back() == '/') text.pop_back();
      text += '*';
    }
    return term(std::move(text), field);
  }
  std::vector<QueryNode> children(1 + below(3));
  for (QueryNode& child : children) child = query(depth - 1);
  switch (below(5)) {
    case 0:
      return none_of(std::move(children));
    case 1:
    case 2:
      return any_of(std::move(children));
    default:
      return all_of(std::move(children));
  }
}

}  // namespace claimcheck
