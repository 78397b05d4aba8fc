#include "library/kept_search.h"

#include <charconv>
#include <chrono>

#include <nlohmann/json.hpp>

namespace claimcheck {
namespace {

using nlohmann::json;

/// A tree as JSON: a term as {field: words}, a group as {kind: [children]}.
json to_tree(const QueryNode& node) {
  const auto group = [&](const char* kind) {
    json children = json::array();
    for (const QueryNode& child : node.children) children.push_back(to_tree(child));
    return json{{kind, std::move(children)}};
  };
  switch (node.kind) {
    case QueryNode::Kind::term:
      return {{std::string(to_string(node.field)), node.term}};
    case QueryNode::Kind::all_of:
      return group("all_of");
    case QueryNode::Kind::any_of:
      return group("any_of");
    case QueryNode::Kind::none_of:
      return group("none_of");
  }
  return {};
}

/// Ill-formed UTF-8 is written as U+FFFD.
std::string dump(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<std::chrono::sys_days> parse_date(std::string_view text) {
  const auto number = [&](std::size_t at, std::size_t size, auto& to) {
    const char* end = text.data() + at + size;
    return std::from_chars(text.data() + at, end, to).ptr == end;
  };
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (!number(0, 4, year) || !number(5, 2, month) || !number(8, 2, day)) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

}  // namespace

std::string kept_search_key(std::string_view source, const Query& query) {
  return "search " + dump({{"source", source}, {"where", to_tree(query.where)}, {"limit", query.limit}});
}

std::string query_to_json(const Query& query) {
  return dump({{"where", to_tree(query.where)}, {"limit", query.limit}});
}

std::string kept_search_to_json(const SearchResult& result) {
  json hits = json::array();
  for (const SearchHit& hit : result.hits) hits.push_back({hit.pmid, hit.score});
  return dump({{"found", result.found},
               {"hits", std::move(hits)},
               {"as_run", result.as_run},
               {"translation", result.translation},
               {"warnings", result.warnings},
               {"source", result.source},
               {"date", result.date}});
}

std::optional<SearchResult> kept_search_from_json(std::string_view text) {
  const json document = json::parse(text, nullptr, /*allow_exceptions=*/false);
  try {
    SearchResult result;
    for (const json& hit : document.at("hits")) result.hits.push_back({hit.at(0).get<Pmid>(), hit.at(1).get<double>()});
    document.at("found").get_to(result.found);
    document.at("as_run").get_to(result.as_run);
    document.at("translation").get_to(result.translation);
    document.at("warnings").get_to(result.warnings);
    document.at("source").get_to(result.source);
    document.at("date").get_to(result.date);
    result.complete = true;
    return result;
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

std::optional<int> days_between(std::string_view from, std::string_view to) {
  const auto first = parse_date(from);
  const auto last = parse_date(to);
  if (!first || !last) return std::nullopt;
  return static_cast<int>((*last - *first).count());
}

}  // namespace claimcheck
