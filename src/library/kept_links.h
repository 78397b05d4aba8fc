#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/citation_source.h"

namespace claimcheck {

/// The links of one citation as a source gave them.
struct KeptLinks {
  std::vector<Pmid> linked;
  std::string source;
  bool operator==(const KeptLinks&) const = default;
};

/// The key under which the links of a citation are kept. Like the citations themselves they are not told apart by
/// where they came from.
std::string kept_links_key(LinkKind kind, Pmid pmid);

std::string kept_links_to_json(const KeptLinks& links);

/// The inverse; nullopt for anything that kept_links_to_json did not write.
std::optional<KeptLinks> kept_links_from_json(std::string_view text);

}  // namespace claimcheck
