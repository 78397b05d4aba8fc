#include "intake/article_parts.h"

#include <algorithm>
#include <string>
#include <vector>

#include "intake/grammar.h"
#include "intake/word_groups.h"
#include "intake/worthiness_words.h"
#include "text/sentences.h"
#include "text/tokens.h"

namespace claimcheck {

namespace {

constexpr std::size_t kLongestHeading = 200;  // bytes
/// Sentences with "she", "his" or "I" among all: below a tenth where articles inform, about a half where they tell.
constexpr double kStoryShare = 0.25;
constexpr std::size_t kShortestStory = 4;  // in sentences

struct Told {
  std::size_t sentences = 0;
  std::size_t of_person = 0;
  [[nodiscard]] bool is_story() const {
    return sentences >= kShortestStory &&
           static_cast<double>(of_person) >= kStoryShare * static_cast<double>(sentences);
  }
  void add(const Told& other) {
    sentences += other.sentences;
    of_person += other.of_person;
  }
};

Told count_told(const Block& block) {
  Told told;
  if (block.kind == BlockKind::heading || block.kind == BlockKind::reference || block.kind == BlockKind::boilerplate)
    return told;
  for (const Span span : split_sentences(block.text)) {
    ++told.sentences;
    if (worthiness_words().contains(tokenize(slice(block.text, span)), "testimonial")) ++told.of_person;
  }
  return told;
}

/// The noun that a heading is about is the name of an undertaking: "A Standalone Clinic", "Building a Practice".
bool names_undertaking(std::string_view heading) {
  const std::vector<Word> words = read_words(heading);
  const bool founds = !words.empty() && in_word_group("founding", words.front().norm);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool ends = i + 1 == words.size() || words[i + 1].kind == WordKind::punctuation || words[i + 1].norm == "for";
    const std::string& noun = words[i].norm;
    if (ends && (in_word_group("undertaking", noun) || (founds && in_word_group("founded", noun)))) return true;
  }
  return false;
}

}  // namespace

bool is_business_heading(std::string_view heading) {
  if (heading.size() > kLongestHeading) return false;
  return worthiness_words().contains(tokenize(heading), "business heading") || names_undertaking(heading);
}

std::vector<PlaceInArticle> find_places(const Document& document) {
  std::vector<PlaceInArticle> places(document.blocks.size());
  Told article;
  bool title_seen = false;
  bool business_article = false;
  for (std::size_t begin = 0, end = 0; begin < places.size(); begin = end) {
    const std::string& section = document.blocks[begin].section;
    const bool business = is_business_heading(section);
    const bool one_case =
        section.size() <= kLongestHeading && worthiness_words().contains(tokenize(section), "case heading");
    Told told;
    for (end = begin; end < places.size() && document.blocks[end].section == section; ++end) {
      const Block& block = document.blocks[end];
      told.add(count_told(block));
      if (block.kind != BlockKind::heading || title_seen) continue;
      title_seen = true;
      business_article = is_business_heading(block.text);
    }
    article.add(told);
    for (std::size_t i = begin; i < end; ++i) places[i] = {business, false, one_case || told.is_story()};
  }
  for (PlaceInArticle& place : places) {
    place.business_article = business_article;
    place.story = place.story || article.is_story();
  }
  return places;
}

}  // namespace claimcheck
