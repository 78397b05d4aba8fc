#include "intake/verb_forms.h"

#include <sstream>

#include "core/error.h"

namespace claimcheck {

std::string_view verbs_data();

namespace {

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

bool ends_in_consonant_y(std::string_view base) {
  return base.size() > 1 && base.back() == 'y' && !is_vowel(base[base.size() - 2]);
}

/// One short syllable that ends in consonant, vowel, consonant ("stop"): its last letter is doubled.
bool doubles_its_end(std::string_view base) {
  const std::size_t n = base.size();
  if (base == "begin" || base == "forget" || base == "occur" || base == "refer" || base == "regret") return true;
  if (n < 3 || n > 4 || is_vowel(base[n - 1]) || !is_vowel(base[n - 2]) || is_vowel(base[n - 3])) return false;
  if (n == 4 && is_vowel(base[0])) return false;
  return std::string_view("wxy").find(base[n - 1]) == std::string_view::npos;
}

std::string with_ending(std::string_view base, std::string_view ending) {
  std::string stem(base);
  if (stem.ends_with('e') && !(ending == "ing" && (stem.ends_with("ee") || stem == "be"))) {
    stem.pop_back();
  } else if (ending == "ed" && ends_in_consonant_y(base)) {
    stem.back() = 'i';
  } else if (doubles_its_end(base)) {
    stem += base.back();
  }
  return stem.append(ending);
}

}  // namespace

std::string VerbForms::third_person(std::string_view base) {
  if (base == "be") return "is";
  if (base == "have") return "has";
  std::string word(base);
  if (ends_in_consonant_y(base)) {
    word.pop_back();
    return word + "ies";
  }
  for (const std::string_view end : {"s", "x", "ch", "sh", "z", "o"}) {
    if (base.ends_with(end)) return word + "es";
  }
  return word + "s";
}

void VerbForms::add(const std::string& word, const std::string& base, unsigned form, bool noun_too) {
  VerbReading& reading = readings_[word];
  if (reading.forms == 0) reading.base = base;
  reading.forms |= form;
  reading.noun_too = reading.noun_too || noun_too;
}

VerbForms VerbForms::parse(std::string_view data, std::string_view name) {
  VerbForms verbs;
  std::istringstream lines{std::string(data)};
  std::string block;
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[') {
      block = line;
      continue;
    }
    std::istringstream fields(line);
    std::vector<std::string> words;
    for (std::string word; fields >> word;) words.push_back(word);
    if (block.empty() || words.size() == 2 || words.size() > 3) {
      throw Error(ErrorKind::internal, std::string(name) + ":" + std::to_string(number) + ": not a verb of a block");
    }
    const std::string& base = words.front();
    const bool noun_too = block == "[noun too]";
    verbs.add(base, base, kBaseForm, noun_too);
    verbs.add(third_person(base), base, kThirdForm, noun_too);
    verbs.add(words.size() == 3 ? words[1] : with_ending(base, "ed"), base, kPastForm, false);
    verbs.add(words.size() == 3 ? words[2] : with_ending(base, "ed"), base, kParticipleForm, false);
    verbs.add(with_ending(base, "ing"), base, kIngForm, false);
  }
  return verbs;
}

const VerbForms& VerbForms::builtin() {
  static const VerbForms verbs = parse(verbs_data(), "verbs.txt");
  return verbs;
}

const VerbReading* VerbForms::find(std::string_view folded) const {
  const auto entry = readings_.find(std::string(folded));
  return entry == readings_.end() ? nullptr : &entry->second;
}

}  // namespace claimcheck
