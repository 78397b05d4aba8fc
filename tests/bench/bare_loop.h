#pragma once

#include <cstddef>
#include <string>

namespace claimcheck::bench {

struct BareCounts {
  std::size_t citations = 0;
  std::size_t text_bytes = 0;
  std::size_t xml_bytes = 0;
};

/// The peer: nothing but ISA-L inflate, a search for </PubmedArticle> and one in-place pugixml parse for each record;
/// copies out PMID, title and abstract text. No checks, no other fields, no scripts.
BareCounts run_bare_loop(const std::string& gzip_path);

}  // namespace claimcheck::bench
