#include "support/pubmed_term.h"

#include <charconv>
#include <optional>

#include "pubmed/pubmed_syntax.h"

namespace claimcheck {
namespace {

std::optional<QueryField> field_of(std::string_view tag) {
  for (const QueryField field : enum_values<QueryField>()) {
    if (pubmed_tag(field) == tag) return field;
  }
  return std::nullopt;
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  QueryNode parse() {
    QueryNode node = parse_expression();
    if (!text_.empty()) fail("something is left over");
    return node;
  }

 private:
  [[noreturn]] void fail(const std::string& why) const {
    throw std::invalid_argument(why + " at \"" + std::string(text_.substr(0, 40)) + "\"");
  }

  bool take(std::string_view token) {
    while (text_.starts_with(' ')) text_.remove_prefix(1);
    if (!text_.starts_with(token)) return false;
    text_.remove_prefix(token.size());
    return true;
  }

  std::string take_until(char end) {
    const std::size_t at = text_.find(end);
    if (at == std::string_view::npos) fail(std::string("no ") + end);
    std::string part(text_.substr(0, at));
    text_.remove_prefix(at + 1);
    return part;
  }

  QueryNode parse_expression() {
    QueryNode left = parse_operand();
    while (true) {
      if (take("AND ")) {
        left = all_of({std::move(left), parse_operand()});
      } else if (take("OR ")) {
        left = any_of({std::move(left), parse_operand()});
      } else if (take("NOT ")) {
        left = all_of({std::move(left), none_of({parse_operand()})});
      } else {
        take("");
        return left;
      }
    }
  }

  QueryNode parse_operand() {
    if (!take("(")) return parse_term();
    QueryNode node = parse_expression();
    if (!take(")")) fail("no closing bracket");
    return node;
  }

  QueryNode parse_term() {
    std::string words;
    if (take("\"")) {
      words = take_until('"');
      if (!take("[")) fail("no field tag");
    } else {
      words = take_until('[');
      if (words.find_first_of("()\" ") != std::string::npos) fail("an unquoted phrase");
    }
    if (words.empty()) fail("no word");
    const std::string tag = take_until(']');
    if (words == "all" && tag == "sb") return all_of({});
    const auto field = field_of(tag);
    if (!field) throw UnknownField(tag);
    return term(words, *field);
  }

  std::string_view text_;
};

/// Reads "N:M[UID]"; false when it is something else.
bool parse_range(std::string_view text, SearchTerm& term) {
  if (!text.ends_with("[UID]")) return false;
  const char* const end = text.data() + text.size() - 5;
  const auto [colon, first_error] = std::from_chars(text.data(), end, term.first);
  if (first_error != std::errc() || colon == end || *colon != ':') return false;
  const auto [stop, last_error] = std::from_chars(colon + 1, end, term.last);
  return last_error == std::errc() && stop == end;
}

}  // namespace

QueryNode parse_pubmed_term(std::string_view text) {
  return Parser(text).parse();
}

SearchTerm parse_search_term(std::string_view text) {
  SearchTerm term;
  const std::size_t last_operator = text.rfind(" AND ");
  if (last_operator != std::string_view::npos && parse_range(text.substr(last_operator + 5), term)) {
    text = text.substr(0, last_operator);
  }
  term.where = parse_pubmed_term(text);
  return term;
}

}  // namespace claimcheck
