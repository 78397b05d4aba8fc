#include "verify/trial_setting.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "text/one_of.h"
#include "text/word_at.h"
#include "verify/reading_limits.h"

namespace claimcheck {
namespace {

constexpr std::array<std::string_view, 9> kLinks{"before",    "after",     "during",    "following", "undergoing",
                                                 "requiring", "receiving", "scheduled", "awaiting"};
constexpr std::array<std::string_view, 3> kOrigins{"induced", "related", "associated"};

// "Added to", "adjunct to", "in addition to".
bool is_added_to(const Sentence& title, std::size_t first) {
  static constexpr std::array<std::string_view, 6> adds{"added", "adjunct", "adjuvant", "adjunctive", "addition", "on"};
  return first >= 2 && title.tokens[first - 1].norm == "to" && is_one_of(adds, title.tokens[first - 2].norm);
}

bool is_setting(const Sentence& title, const TokenRange& name) {
  constexpr std::size_t reach = 4;  // "after total knee replacement"
  if (is_added_to(title, name.first)) return true;
  if (word_at(title.tokens, name.last) == "-" && is_one_of(kOrigins, word_at(title.tokens, name.last + 1))) return true;
  for (std::size_t back = 1; back <= reach && back <= name.first; ++back) {
    const Token& token = title.tokens[name.first - back];
    if (is_one_of(kLinks, token.norm)) return true;
    const bool hyphen = token.norm == "-";
    if (!hyphen && (token.kind != TokenKind::word || is_stop_word(token.norm))) return false;
  }
  return false;
}

}  // namespace

bool is_setting_of_another(const RecordView& record) {
  const std::vector<SlotMatch> named = record.subject.find(record.title);
  return !named.empty() && std::all_of(named.begin(), named.end(), [&](const SlotMatch& match) {
    return is_setting(record.title, match.tokens);
  }) && names_another(record, record.title);
}

}  // namespace claimcheck
