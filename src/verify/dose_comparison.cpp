#include "verify/dose_comparison.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/one_of.h"
#include "verify/effect_barrier.h"

namespace claimcheck {
namespace {

// "More often at high doses than at low": both arms had the treatment.
bool compares_high_with_low(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 2> high{"high", "higher"};
  static constexpr std::array<std::string_view, 2> low{"low", "lower"};
  static constexpr std::array<std::string_view, 2> doses{"dose", "doses"};
  const auto says = [&](const auto& words) {
    return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                       [&](const Token& token) { return is_one_of(words, token.norm); });
  };
  return says(high) && says(low) && says(doses) && has_cue(sentence, CueKind::comparison) &&
         !names_control(sentence, {0, sentence.tokens.size()});
}

// "In the 12-week than in the 36-week group": both arms had the treatment.
bool compares_courses(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 5> groups{"group", "course", "arm", "treatment", "regimen"};
  constexpr std::size_t reach = 40;  // bytes
  if (names_control(sentence, {0, sentence.tokens.size()})) return false;
  const auto than = std::find_if(sentence.tokens.begin(), sentence.tokens.end(),
                                 [](const Token& token) { return token.norm == "than"; });
  if (than == sentence.tokens.end()) return false;
  bool before = false;
  bool behind = false;
  bool given = false;  // "with 36 weeks": not how long it took
  for (const NumberMention& number : sentence.numbers) {
    if (number.kind != NumberKind::duration) continue;
    given = given || sentence.text.substr(0, number.span.begin).ends_with(" than with ");
    before = before || (number.span.end <= than->span.begin && than->span.begin - number.span.end <= reach);
    behind = behind || (number.span.begin >= than->span.end && number.span.begin - than->span.end <= reach);
  }
  return before && behind && (given || std::any_of(than, sentence.tokens.end(), [](const Token& token) {
                                return is_one_of(groups, token.norm);
                              }));
}

// "With sprayed than with swallowed lidocaine": one word tells the ways apart, and the treatment is named once.
bool compares_ways(const Sentence& sentence, const SlotMatcher& subject) {
  static constexpr std::array<std::string_view, 4> links{"with", "after", "on", "by"};
  const std::vector<SlotMatch> subjects = subject.find(sentence);
  return subjects.size() == 1 && std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
           const std::size_t than = cue.last - 1;
           if (sentence.tokens[than].norm != "than" || than < 2 || subjects.front().tokens.first != than + 3)
             return false;
           const std::string& link = sentence.tokens[than - 2].norm;
           const TokenRange way{than - 1, than};
           return is_one_of(links, link) && link == sentence.tokens[than + 1].norm && !names_control(sentence, way) &&
                  std::none_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
                    return mention.concept_ptr->kind == ConceptKind::intervention && way.contains(mention.first);
                  });
         });
}

// "With topical than with intravenous lidocaine".
bool compares_routes(const Sentence& sentence) {
  constexpr std::size_t reach = 5;
  if (names_control(sentence, {0, sentence.tokens.size()})) return false;
  const auto is_route = [&](std::size_t first, std::size_t last) {
    return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
      return mention.concept_ptr->kind == ConceptKind::route && first <= mention.first && mention.last <= last;
    });
  };
  return std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
    return cue.kind == CueKind::comparison && is_route(cue.first - std::min(cue.first, reach), cue.first) &&
           is_route(cue.last, cue.last + reach);
  });
}

}  // namespace

bool compares_routes_alone(const Sentence& sentence, const SlotMatcher& subject) {
  if (compares_ways(sentence, subject)) return true;
  return compares_routes(sentence) &&
         std::none_of(sentence.mentions.begin(), sentence.mentions.end(),
                      [&](const ConceptMention& mention) { return subject.is_rival(*mention.concept_ptr); });
}

bool compares_doses(const Sentence& sentence) {
  return compares_high_with_low(sentence) || compares_courses(sentence);
}

}  // namespace claimcheck
