#include "verify/sentence_roles.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/core.h>

#include "core/section_label.h"
#include "verify/section_roles.h"

namespace claimcheck {

std::string_view sentence_roles_data();

namespace {

constexpr std::size_t kOpening = 3;  // words at the start of a sentence, which tell most
constexpr std::size_t kTenths = 10;
constexpr std::size_t kLongestLabel = 60;

using RoleScores = std::array<int, kSectionRoles.size()>;

const LinearModel& roles_model() {
  static const LinearModel model(sentence_roles_data(), kSectionRoles.size());
  return model;
}

RoleScores scores_of(const Features& features) {
  RoleScores scores{};
  const std::vector<int> known = roles_model().scores(features);
  std::copy(known.begin(), known.end(), scores.begin());
  return scores;
}

bool is_upper_word(std::string_view text) {
  const bool has_lower = std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return !has_lower && std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// The words in capitals that `sentence` begins with; the last one may belong to the sentence ("RESULTS A total of").
std::string_view opening_capitals(std::string_view sentence) {
  std::size_t end = 0;
  while (end < std::min(sentence.size(), kLongestLabel)) {
    const std::size_t space = std::min(sentence.find(' ', end), sentence.size());
    const std::string_view word = sentence.substr(end, space - end);
    if (!is_upper_word(word) && word != "&" && word != "/") break;
    if (word.size() < 2 && word != "&" && word != "/") break;
    end = std::min(space + 1, sentence.size());
  }
  return sentence.substr(0, end);
}

// "Main outcome measures", "Key messages": the last word names the part, or all of them do; never "Two patients died".
bool is_heading(std::string_view label) {
  const std::size_t last = label.rfind(' ');
  if (last == std::string_view::npos) return true;
  return role_of_label(label.substr(last)) != SectionRole::unassigned ||
         role_of_label(label.substr(0, last)) == SectionRole::unassigned;
}

/// Calls `add` with each feature of a sentence, some more than once.
template <typename Add>
void add_features(std::span<const Sentence> sentences, std::size_t index, const Add& add) {
  const std::size_t from_end = sentences.size() - 1 - index;
  add("^");
  add(fmt::format("tenth {}", kTenths * index / sentences.size()));
  add(fmt::format("sentence {}", std::min<std::size_t>(index, 4)));
  add(fmt::format("from the end {}", std::min<std::size_t>(from_end, 4)));
  std::string_view before = "^";
  std::string pair;
  std::size_t words = 0;
  for (const Token& token : sentences[index].tokens) {
    if (token.kind == TokenKind::punctuation) continue;
    const std::string_view word = token.kind == TokenKind::number ? std::string_view("#") : token.stem;
    if (words++ < kOpening) add(pair.assign("^ ").append(word));
    add(pair.assign(before).append(" ").append(word));
    add(word);
    before = word;
  }
}

/// The scores of a sentence: those of its features that the model knows, each once.
RoleScores score_sentence(std::span<const Sentence> sentences, std::size_t index) {
  std::vector<std::size_t> rows;
  add_features(sentences, index, [&](std::string_view feature) {
    if (const auto row = roles_model().find(feature)) rows.push_back(*row);
  });
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  RoleScores scores{};
  for (const std::size_t row : rows) {
    for (std::size_t role = 0; role < scores.size(); ++role) scores[role] += roles_model().weight(row, role);
  }
  return scores;
}

}  // namespace

std::string_view opening_label(std::string_view sentence) {
  const std::string_view head = sentence.substr(0, kLongestLabel);
  if (const std::size_t colon = head.find(':'); colon != std::string_view::npos) {
    const std::string_view label = head.substr(0, colon);
    const bool is_short = std::count(label.begin(), label.end(), ' ') <= 2;
    const bool is_label = is_upper_word(label) || (is_short && is_heading(label));
    if (is_label && role_of_label(label) != SectionRole::unassigned) return label;
  }
  const std::string_view capitals = opening_capitals(sentence);
  // A sentence all in capitals has no label, and a short form is none ("MI was rare").
  const bool is_label = capitals.size() >= 4 && !is_upper_word(sentence);
  return is_label && role_of_label(capitals) != SectionRole::unassigned ? capitals : std::string_view();
}

std::string role_before(std::size_t role) {
  return fmt::format("after: {}", to_string(kSectionRoles[role]));
}

Features sentence_features(std::span<const Sentence> sentences, std::size_t index) {
  Features features;
  add_features(sentences, index, [&](std::string_view feature) { features.emplace_back(std::string(feature)); });
  std::sort(features.begin(), features.end());
  features.erase(std::unique(features.begin(), features.end()), features.end());
  return features;
}

std::vector<SectionRole> read_sentence_roles(std::span<const Sentence> sentences) {
  constexpr std::size_t roles = kSectionRoles.size();
  if (sentences.empty()) return {};
  static const auto follows = [] {
    std::array<RoleScores, roles> table{};
    for (std::size_t role = 0; role < roles; ++role) table[role] = scores_of({role_before(role)});
    return table;
  }();
  RoleScores best = score_sentence(sentences, 0);
  std::vector<std::array<std::size_t, roles>> came_from;
  for (std::size_t i = 1; i < sentences.size(); ++i) {
    RoleScores now = score_sentence(sentences, i);
    std::array<std::size_t, roles>& from = came_from.emplace_back();
    for (std::size_t role = 0; role < roles; ++role) {
      for (std::size_t before = 1; before < roles; ++before) {
        if (best[before] + follows[before][role] > best[from[role]] + follows[from[role]][role]) from[role] = before;
      }
      now[role] += best[from[role]] + follows[from[role]][role];
    }
    best = now;
  }
  auto role = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
  std::vector<SectionRole> path(sentences.size());
  for (std::size_t i = sentences.size(); i-- > 0;) {
    path[i] = kSectionRoles[role];
    if (i > 0) role = came_from[i - 1][role];
  }
  return path;
}

}  // namespace claimcheck
