#include <stdexcept>

#include "report/sample_run.h"

namespace claimcheck {
namespace {

Author person(std::string last_name, std::string initials) {
  Author author;
  author.last_name = std::move(last_name);
  author.initials = std::move(initials);
  return author;
}

Author group(std::string name) {
  Author author;
  author.collective_name = std::move(name);
  return author;
}

Journal issue(std::string name, std::string volume, std::string number, std::string pages) {
  Journal journal;
  journal.abbreviation = std::move(name);
  journal.volume = std::move(volume);
  journal.issue = std::move(number);
  journal.pages = std::move(pages);
  return journal;
}

Citation cohort() {
  Citation citation;
  citation.pmid = 90000001;
  citation.title = "Liver enzymes in adults who took veldoxine for two years: a cohort study";
  citation.abstract = {
      {"METHODS", SectionRole::methods, "Adults were followed in nine clinics."},
      {"RESULTS", SectionRole::results,
       "Bilirubin stayed below 17 µmol/l in most. ALT rose to ≥ 3 × the upper limit in 41 of 812 adults (5.0 %; "
       "χ² = 9.1), and four were admitted with toxic hepatitis. Enzymes fell after the drug was stopped."}};
  citation.authors = {person("Aldane", "RT"), person("Bø", "K"),      person("Çelik", "A"), person("Dumitru", "I"),
                      person("Eriksen", "O"), person("Farkaš", "MP"), person("Gil", "S")};
  citation.journal = issue("J Invent Hepatol", "12", "3", "1123-45");
  citation.date = {2021, 3, 0, ""};
  citation.publication_types = {{"D016428", "Journal Article"}};
  citation.doi = "10.5555/jih.2021.1123";
  citation.pmcid = "PMC9999001";
  citation.notices = {{NoticeKind::erratum_in, 90000101, "J Invent Hepatol. 2021;12(4):1300", "wrong axis in figure 2"},
                      {NoticeKind::comment_in, 90000102, "J Invent Hepatol. 2021;12(5):1401", ""}};
  return citation;
}

Citation trial() {
  Citation citation;
  citation.pmid = 90000002;
  citation.title = "Veldoxine against placebo for restless sleep: a randomised trial";
  citation.abstract = {{"RESULTS", SectionRole::results,
                        "Sleep scores improved by 6.2 points with veldoxine and by 2.1 with placebo (p = 0.002). No "
                        "liver injury was seen in 460 adults over eight weeks."},
                       {"CONCLUSIONS", SectionRole::conclusions, "Veldoxine improved sleep in the short term."}};
  citation.authors = {person("Hallgrím", "E"), person("Iyer", "V"), group("SOMNUS Study Group")};
  citation.journal = issue("Fict Sleep Med", "8", "", "77-81");
  citation.date = {2019, 11, 2, ""};
  citation.publication_types = {{"D016449", "Randomized Controlled Trial"}};
  citation.doi = "10.5555/fsm.8.77";
  return citation;
}

Citation review() {
  Citation citation;
  citation.pmid = 90000003;
  citation.title = "Is veldoxine safe for the liver? A systematic review.";
  citation.abstract = {
      {"", SectionRole::unassigned,
       "Eleven studies were included. Liver injury occurred in 3 to 6 % of adults treated for more than a "
       "year. Data beyond three years are lacking."}};
  citation.authors = {person("Jansone", "L")};
  citation.journal = issue("Rev Made Up Med", "", "", "");
  citation.date = {2022, 5, 4, ""};
  citation.publication_types = {{"", "Systematic Review"}};
  return citation;
}

Citation retracted() {
  Citation citation;
  citation.pmid = 90000004;
  citation.title = "Fatal hepatitis in nine of ten veldoxine users";
  citation.abstract = {{"", SectionRole::unassigned, "Nine of ten users died of hepatitis within a month."}};
  citation.authors = {person("Kovač", "B")};
  citation.journal = issue("Doubtful Cases", "1", "1", "e10-e12");
  citation.date = {2016, 0, 0, ""};
  citation.publication_types = {{"D016441", "Retracted Publication"}};
  citation.notices = {{NoticeKind::retraction_in, 90000104, "Doubtful Cases. 2018;3(2):e99", ""}};
  return citation;
}

Citation translated_chapter() {
  Citation citation;
  citation.pmid = 90000005;
  citation.title = "Veldoxine in daily practice.";
  citation.title_translated = true;
  citation.vernacular_title = "Veldoxin in der täglichen Praxis";
  citation.abstract = {{"", SectionRole::unassigned,
                        "日本語の要約。Two patients with heavy non-medical use had jaundice; both recovered."}};
  citation.authors = {person("Lindqvist", "Å")};
  citation.journal.title = "Handbook of Invented Drugs";
  citation.date = {2014, 0, 0, ""};
  citation.book = true;
  citation.digest = true;
  return citation;
}

// Six short case reports, so that a side has more findings than are shown.
Citation case_report(Pmid pmid, int year) {
  Citation citation;
  citation.pmid = pmid;
  citation.title = "Jaundice after veldoxine: case " + std::to_string(pmid % 10);
  citation.abstract = {{"", SectionRole::unassigned,
                        "An adult without liver disease became jaundiced in week " + std::to_string(pmid % 10) +
                            " of treatment. Recovery took a month."}};
  citation.authors = {person("Moreau", "C"), person("Nilsen", "T")};
  citation.journal = issue("Case Rep Nowhere", std::to_string(year - 2000), "1", "5");
  citation.date = {year, 1, 0, ""};
  citation.publication_types = {{"D002363", "Case Reports"}};
  return citation;
}

}  // namespace

std::vector<Citation> sample_citations() {
  std::vector<Citation> citations{cohort(), trial(), review(), retracted(), translated_chapter()};
  for (int i = 0; i < 5; ++i) citations.push_back(case_report(90000011 + static_cast<Pmid>(i), 2010 + i));
  return citations;
}

Citation make_citation(Pmid pmid, std::string title, std::string text) {
  Citation citation;
  citation.pmid = pmid;
  citation.title = std::move(title);
  citation.abstract = {{"", SectionRole::unassigned, std::move(text)}};
  return citation;
}

Quote make_quote(const Citation& citation, std::size_t section, std::string_view words) {
  const std::string& text = citation.abstract.at(section).text;
  const std::size_t begin = text.find(words);
  if (begin == std::string::npos) throw std::invalid_argument("the sample has no such words: " + std::string(words));
  return {section, {begin, begin + words.size()}, std::string(words)};
}

}  // namespace claimcheck
