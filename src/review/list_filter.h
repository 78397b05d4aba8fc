#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/enum_names.h"
#include "core/review.h"
#include "review/http_exchange.h"
#include "review/session.h"

namespace claimcheck {

/// What the list can be narrowed by; each stands in the page's address under the name of its enumerator.
enum class FilterKind { tag, status, versus, between, notice, basis, section, q };

/// A value that a filter can have, as readers meet it.
struct FilterChoice {
  std::string value;
  std::string words;
};

/// What the list is narrowed by: a value for each kind, empty where it is not. `q` are words, which must all occur.
class ListFilter {
 public:
  ListFilter() = default;
  explicit ListFilter(const HttpFields& query);

  [[nodiscard]] const std::string& value(FilterKind kind) const;
  /// "?tag=contested&q=liver", percent-encoded; empty without a filter.
  [[nodiscard]] std::string address() const;
  [[nodiscard]] bool empty() const { return address().empty(); }

  /// True if the claim is shown. `seen`: what the seat may see.
  [[nodiscard]] bool shows(const Report& report, const ReviewState& seen, const Seat& seat) const;
  /// Those of the run that are shown, in its order.
  [[nodiscard]] std::vector<const Report*> select(const ReviewSession& session, const ReviewState& seen) const;

 private:
  [[nodiscard]] bool has_words(const Report& report) const;

  std::array<std::string, 8> values_;
};

/// The values to choose from, without "all"; empty for a kind that would not narrow this run, and for `q`.
std::vector<FilterChoice> list_choices(FilterKind kind, const ReviewSession& session, const ReviewState& seen);

template <>
struct EnumNames<FilterKind> {
  static constexpr std::array<std::string_view, 8> values{"tag",    "status", "versus",  "between",
                                                          "notice", "basis",  "section", "q"};
};

/// Percent-encoded for a query.
std::string encode_parameter(std::string_view text);

}  // namespace claimcheck
