#include "concepts/term_index.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/span.h"

namespace claimcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// The words of `text` that `index` finds.
std::vector<std::string> find_words(const TermIndex& index, std::string_view text) {
  const std::vector<Token> tokens = tokenize(text);
  std::vector<std::string> words;
  for (const TermMatch& match : index.find(text, tokens)) {
    const Span span{tokens[match.first].span.begin, tokens[match.last - 1].span.end};
    words.emplace_back(slice(text, span));
  }
  return words;
}

TermIndex index_of(std::string_view term) {
  TermIndex index;
  EXPECT_EQ(index.add(term, 0, 0), std::nullopt);
  return index;
}

TEST(TermIndexFind, MatchesWordsByStemAndInAnyCase) {
  const TermIndex index = index_of("liver injury");
  EXPECT_THAT(find_words(index, "Liver injuries and LIVER INJURY were seen."),
              ElementsAre("Liver injuries", "LIVER INJURY"));
  EXPECT_THAT(find_words(index, "liver and injury; liver, injury; injury liver"), IsEmpty());
}

TEST(TermIndexFind, TakesHyphensAndSpacesAsEqual) {
  for (const std::string_view term : {"treatment-resistant", "treatment resistant"}) {
    const TermIndex index = index_of(term);
    EXPECT_THAT(find_words(index, "treatment-resistant, treatment resistant, treatment\u2013resistant"),
                ElementsAre("treatment-resistant", "treatment resistant", "treatment\u2013resistant"));
  }
}

TEST(TermIndexFind, FindsAJoinedPrefixSetApart) {
  const TermIndex index = index_of("nonmedical use");
  EXPECT_THAT(find_words(index, "nonmedical use, non-medical use, non medical use"),
              ElementsAre("nonmedical use", "non-medical use", "non medical use"));
}

TEST(TermIndexFind, LooksThroughMarksThatJoinWords) {
  EXPECT_THAT(find_words(index_of("i.v"), "given i.v. at noon, i. v. too"), ElementsAre("i.v", "i. v"));
  EXPECT_THAT(find_words(index_of("E. coli"), "E. coli and E coli"), ElementsAre("E. coli", "E coli"));
  EXPECT_THAT(find_words(index_of("PM2.5"), "more PM2.5."), ElementsAre("PM2.5"));
  EXPECT_THAT(find_words(index_of("cardiac/respiratory arrest"), "a cardiac/respiratory arrest"),
              ElementsAre("cardiac/respiratory arrest"));
  EXPECT_THAT(find_words(index_of("lipoprotein a"), "lipoprotein(a) and lipoprotein (a)"),
              ElementsAre("lipoprotein(a"));
  EXPECT_THAT(find_words(index_of("Graves disease"), "Graves' disease, Graves\u2019 disease, Graves 'disease"),
              ElementsAre("Graves' disease", "Graves\u2019 disease"));
}

TEST(TermIndexFind, TakesLettersWithAndWithoutAccentsAsEqual) {
  for (const std::string_view term : {"Guillain-Barr\u00E9 syndrome", "Guillain-Barre syndrome"}) {
    EXPECT_THAT(find_words(index_of(term), "Guillain-Barr\u00E9 syndrome, GUILLAIN-BARRE SYNDROMES"),
                ElementsAre("Guillain-Barr\u00E9 syndrome", "GUILLAIN-BARRE SYNDROMES"));
  }
  EXPECT_THAT(find_words(index_of("=caf\u00E9"), "a caf\u00E9, a cafe, cafes"), ElementsAre("caf\u00E9", "cafe"));
}

TEST(TermIndexFind, StopsAtMarksThatPartWords) {
  const TermIndex index = index_of("pain control");
  EXPECT_THAT(find_words(index, "less pain. Control was good; pain, control; pain / control; pain (control)"),
              IsEmpty());
}

TEST(TermIndexFind, MatchesAMarkedTermOnlyAsWritten) {
  const TermIndex index = index_of("=dependence");
  EXPECT_THAT(find_words(index, "Dependence depends on the dependent dose"), ElementsAre("Dependence"));
}

TEST(TermIndexFind, MatchesShortCapitalsOnlyAsCapitals) {
  const TermIndex index = index_of("TENS");
  EXPECT_THAT(find_words(index, "TENS in tens of patients; Tens"), ElementsAre("TENS"));
  const TermIndex plural = index_of("NSAID");  // five letters: an ordinary word
  EXPECT_THAT(find_words(plural, "NSAIDs, nsaid"), ElementsAre("NSAIDs", "nsaid"));
}

TEST(TermIndexFind, TakesAPluralOfShortCapitals) {
  const TermIndex index = index_of("LFT");
  EXPECT_THAT(find_words(index, "LFTs, LFT, LFTS, lfts"), ElementsAre("LFTs", "LFT"));
}

TEST(TermIndexFind, TellsCapitalsThatDifferByAnS) {
  TermIndex index;
  index.add("CRP", 1, 0);
  EXPECT_EQ(index.add("CRPS", 2, 0), std::nullopt);
  const std::string text = "CRP CRPS CRPs";
  std::vector<std::size_t> owners;
  for (const TermMatch& match : index.find(text, tokenize(text))) owners.push_back(match.owner);
  EXPECT_THAT(owners, ElementsAre(1, 2, 1));
}

TEST(TermIndexFind, SaysWhichMatchesAreOpen) {
  TermIndex index;
  index.add("+opium den", 0, 0);
  index.add("poppy field", 1, 0);
  const std::string text = "opium den, poppy field";
  const std::vector<TermMatch> matches = index.find(text, tokenize(text));
  ASSERT_EQ(matches.size(), 2U);
  EXPECT_TRUE(matches[0].open);
  EXPECT_FALSE(matches[1].open);
}

TEST(TermIndexFind, FindsNothingInNothing) {
  EXPECT_THAT(find_words(index_of("pain"), ""), IsEmpty());
  EXPECT_THAT(find_words(TermIndex(), "pain"), IsEmpty());
  EXPECT_THAT(find_words(index_of("="), "= - ."), IsEmpty());
}

TEST(TermIndexAdd, NamesTheOwnerOfATermThatIsTaken) {
  TermIndex index;
  EXPECT_EQ(index.add("kidney stones", 1, 0), std::nullopt);
  EXPECT_EQ(index.add("kidney stone", 1, 0), std::nullopt);
  EXPECT_EQ(index.add("Kidney-stone", 2, 0), std::optional<std::size_t>(1));
  EXPECT_EQ(index.add("kidney stone", 3, 1), std::nullopt) << "another group may have it";
}

/// A slow, obvious reference: every term tried at every word.
using Match = std::tuple<std::size_t, std::size_t, std::size_t>;

std::vector<Match> find_naively(const std::vector<std::vector<std::string>>& terms, const std::vector<Token>& tokens) {
  std::vector<Match> found;
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    for (std::size_t owner = 0; owner < terms.size(); ++owner) {
      std::size_t at = first;
      std::size_t matched = 0;
      while (at < tokens.size() && matched < terms[owner].size()) {
        if (tokens[at].norm == "-" && matched > 0) {
          ++at;
        } else if (tokens[at].norm == terms[owner][matched]) {
          ++at;
          ++matched;
        } else {
          break;
        }
      }
      if (matched == terms[owner].size()) found.emplace_back(first, at, owner);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

constexpr std::array<std::string_view, 6> kWords{"liver", "heart", "bone", "lung", "skin", "drug"};
constexpr std::array<std::string_view, 4> kJoints{" ", "-", " - ", ", "};

/// One to eight different terms of one to four words, the nth of them owned by n in `index`.
std::vector<std::vector<std::string>> add_random_terms(TermIndex& index, std::mt19937& random) {
  std::vector<std::vector<std::string>> terms;
  for (std::size_t count = 1 + random() % 8; count > 0; --count) {
    std::vector<std::string> term(1 + random() % 4);
    std::string written;
    for (std::string& word : term) {
      word = kWords.at(random() % kWords.size());
      written += word + " ";
    }
    if (!index.add(written, terms.size(), 0)) terms.push_back(term);
  }
  return terms;
}

std::string random_text(std::mt19937& random) {
  std::string text;
  for (std::size_t length = random() % 40; length > 0; --length) {
    text += kWords.at(random() % kWords.size());
    text += kJoints.at(random() % kJoints.size());
  }
  return text;
}

TEST(TermIndexFind, AgreesWithTheNaiveSearchOnRandomTexts) {
  std::mt19937 random(20260101);
  for (int round = 0; round < 300; ++round) {
    TermIndex index;
    const std::vector<std::vector<std::string>> terms = add_random_terms(index, random);
    const std::string text = random_text(random);
    const std::vector<Token> tokens = tokenize(text);
    std::vector<Match> found;
    for (const TermMatch& match : index.find(text, tokens)) found.emplace_back(match.first, match.last, match.owner);
    std::sort(found.begin(), found.end());
    EXPECT_EQ(found, find_naively(terms, tokens)) << text;
  }
}

}  // namespace
}  // namespace claimcheck
