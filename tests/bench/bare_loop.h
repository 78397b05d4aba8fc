#pragma once

#include <cstddef>
#include <string>

namespace claimcheck::bench {

struct BareCounts {
  std::size_t citations = 0;
  std::size_t text_bytes = 0;  ///< a sum over what was read, so that nothing is optimised away
  std::size_t xml_bytes = 0;
};

/// What the loop copies out of a record.
enum class BareFields {
  three,  ///< PMID, title, abstract
  all,    ///< every field of a Citation (bare_fields.h)
};

/// The peer: nothing but ISA-L inflate, a search for </PubmedArticle> and one in-place pugixml parse for each record.
/// No checks, no clean text, no scripts.
BareCounts run_bare_loop(const std::string& gzip_path, BareFields fields);

}  // namespace claimcheck::bench
