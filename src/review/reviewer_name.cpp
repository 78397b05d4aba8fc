#include "review/reviewer_name.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <vector>

#include "text/utf8.h"

namespace claimcheck {
namespace {

constexpr std::size_t kShortest = 4;  // characters of the longer name

/// Two names of one person come to the same.
std::string person_key(std::string_view name) {
  return is_valid_utf8(name) ? tidy_name(fold_case(name)) : std::string(name);
}

/// One text for each character.
std::vector<std::string_view> split_characters(std::string_view text) {
  std::vector<std::string_view> characters;
  while (!text.empty()) {
    std::size_t size = 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) ++size;
    characters.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return characters;
}

bool is_one_slip(std::string_view one, std::string_view other) {
  const std::vector<std::string_view> a = split_characters(one);
  const std::vector<std::string_view> b = split_characters(other);
  if (std::max(a.size(), b.size()) < kShortest) return false;
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > 1) return false;
  const auto begin = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto end = std::mismatch(a.rbegin(), std::make_reverse_iterator(begin.first), b.rbegin(),
                                 std::make_reverse_iterator(begin.second));
  const std::vector<std::string_view> left_a(begin.first, end.first.base());
  const std::vector<std::string_view> left_b(begin.second, end.second.base());
  if (left_a.size() <= 1 && left_b.size() <= 1) return true;
  return left_a.size() == 2 && left_b.size() == 2 && left_a[0] == left_b[1] && left_a[1] == left_b[0];
}

}  // namespace

std::string tidy_name(std::string_view name) {
  std::string tidy;
  for (const char c : name) {
    if (c != ' ' || (!tidy.empty() && tidy.back() != ' ')) tidy += c;
  }
  if (!tidy.empty() && tidy.back() == ' ') tidy.pop_back();
  return tidy;
}

const Reviewer* find_person(const ReviewState& state, std::string_view name) {
  if (const Reviewer* const same = state.find(name)) return same;
  const std::string key = person_key(name);
  const auto found = std::find_if(state.reviewers.begin(), state.reviewers.end(),
                                  [&](const Reviewer& each) { return person_key(each.name) == key; });
  return found == state.reviewers.end() ? nullptr : &*found;
}

const Reviewer* find_namesake(const ReviewState& state, std::string_view name) {
  if (find_person(state, name) != nullptr) return nullptr;
  const std::string key = person_key(name);
  const auto found = std::find_if(state.reviewers.begin(), state.reviewers.end(),
                                  [&](const Reviewer& each) { return is_one_slip(person_key(each.name), key); });
  return found == state.reviewers.end() ? nullptr : &*found;
}

}  // namespace claimcheck
