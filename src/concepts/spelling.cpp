#include "concepts/spelling.h"

#include <array>
#include <bitset>
#include <utility>

namespace claimcheck {
namespace {

using Replacement = std::pair<std::string_view, std::string_view>;

// Each British piece is rare enough to stand for the spelling wherever it occurs in a medical word; those that begin
// with "oe" only where a word begins ("gastroesophageal" and "angioedema" are spelled alike).
constexpr std::array<Replacement, 27> kBritishPieces{{
    {"aem", "em"},
    {"aesth", "esth"},
    {"aed", "ed"},
    {"aec", "ec"},
    {"aetio", "etio"},
    {"caesar", "cesar"},
    {"oedem", "edem"},
    {"oesoph", "esoph"},
    {"oestr", "estr"},
    {"rrhoea", "rrhea"},
    {"pnoea", "pnea"},
    {"foet", "fet"},
    {"coeliac", "celiac"},
    {"tumour", "tumor"},
    {"behaviour", "behavior"},
    {"labour", "labor"},
    {"grey", "gray"},
    {"isation", "ization"},
    {"lised", "lized"},
    {"nised", "nized"},
    {"tised", "tized"},
    {"fibre", "fiber"},
    {"sulph", "sulf"},
    {"programme", "program"},
    {"ageing", "aging"},
    {"counselling", "counseling"},
    {"centre", "center"},
}};

constexpr std::array<std::string_view, 20> kPrefixes{"anti",  "bio",   "cardio", "co",    "hyper", "hypo", "immuno",
                                                     "inter", "intra", "micro",  "multi", "neuro", "non",  "over",
                                                     "peri",  "post",  "pre",    "re",    "sub",   "trans"};
constexpr std::size_t kShortestRest = 4;

constexpr std::size_t kLetters = 26;

std::size_t pair_index(char first, char second) {
  return static_cast<std::size_t>(first - 'a') * kLetters + static_cast<std::size_t>(second - 'a');
}

/// The pairs of lower-case letters that stand side by side in a term. Most terms hold none that begins a British piece,
/// and the vocabulary has thousands of them to spell on each start.
class LetterPairs {
 public:
  explicit LetterPairs(std::string_view term) {
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    for (std::size_t i = 0; i + 1 < term.size(); ++i) {
      if (is_letter(term[i]) && is_letter(term[i + 1])) pairs_.set(pair_index(term[i], term[i + 1]));
    }
  }

  [[nodiscard]] bool may_hold(std::string_view piece) const { return pairs_.test(pair_index(piece[0], piece[1])); }

 private:
  std::bitset<kLetters * kLetters> pairs_;
};

bool may_stand_at(std::string_view term, std::size_t at, std::string_view british) {
  if (at == 0 || !british.starts_with("oe")) return true;
  return term[at - 1] < 'a' || term[at - 1] > 'z';
}

std::string_view joined_prefix(std::string_view word) {
  for (const std::string_view prefix : kPrefixes) {
    if (word.size() >= prefix.size() + kShortestRest && word.starts_with(prefix)) return prefix;
  }
  return {};
}

}  // namespace

std::string american_spelling(std::string_view term) {
  std::string result(term);
  const LetterPairs pairs(term);
  for (const auto& [british, american] : kBritishPieces) {
    if (!pairs.may_hold(british)) continue;
    for (std::size_t at = result.find(british); at != std::string::npos; at = result.find(british, at + 1)) {
      if (may_stand_at(result, at, british)) result.replace(at, british.size(), american);
    }
  }
  return result;
}

std::vector<std::vector<std::string>> spacing_variants(const std::vector<std::string>& words) {
  std::vector<std::vector<std::string>> variants;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view prefix = joined_prefix(words[i]);
    if (prefix.empty()) continue;
    std::vector<std::string> variant = words;
    variant[i] = words[i].substr(prefix.size());
    variant.insert(variant.begin() + static_cast<std::ptrdiff_t>(i), std::string(prefix));
    variants.push_back(std::move(variant));
  }
  return variants;
}

}  // namespace claimcheck
