#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/word_set.h"

namespace claimcheck {

/// The forms that one spelling can be of a verb, as bits of VerbReading::forms.
inline constexpr unsigned kBaseForm = 1;
inline constexpr unsigned kThirdForm = 2;       ///< "reduces"
inline constexpr unsigned kPastForm = 4;        ///< "reduced", "fell"
inline constexpr unsigned kParticipleForm = 8;  ///< "reduced", "fallen"
inline constexpr unsigned kIngForm = 16;        ///< "reducing"

/// What a spelling is as a verb.
struct VerbReading {
  std::string base;
  unsigned forms = 0;
  bool noun_too = false;  ///< it may be a noun as well ("results")
};

/// The verbs of health writing with their forms (src/intake/data/verbs.txt). Immutable; safe to share.
class VerbForms {
 public:
  /// Throws Error(internal) naming `name` and the line on a verb before a block or with two or four words.
  static VerbForms parse(std::string_view data, std::string_view name);
  static const VerbForms& builtin();

  /// The reading of a folded word, or nullptr where it is no form of a known verb.
  [[nodiscard]] const VerbReading* find(std::string_view folded) const;

  /// "reduces" of "reduce", "carries" of "carry", "is" of "be", "has" of "have".
  static std::string third_person(std::string_view base);

 private:
  void add(const std::string& word, const std::string& base, unsigned form, bool noun_too);

  std::unordered_map<std::string, VerbReading, WordHash> readings_;
};

}  // namespace claimcheck
