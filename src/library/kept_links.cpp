#include "library/kept_links.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace claimcheck {

using nlohmann::json;

std::string kept_links_key(LinkKind kind, Pmid pmid) {
  return fmt::format("links {} {}", to_string(kind), pmid);
}

std::string kept_links_to_json(const KeptLinks& links) {
  const json document{{"linked", links.linked}, {"source", links.source}};
  return document.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<KeptLinks> kept_links_from_json(std::string_view text) {
  const json document = json::parse(text, nullptr, /*allow_exceptions=*/false);
  try {
    return KeptLinks{document.at("linked").get<std::vector<Pmid>>(), document.at("source").get<std::string>()};
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

}  // namespace claimcheck
