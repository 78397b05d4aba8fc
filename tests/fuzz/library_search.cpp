// No text makes a search of the library fail or reach beyond its quotes: a query tree read from the bytes is answered,
// or refused as nested too deep; a term found in nothing finds nothing.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/error.h"
#include "library/library.h"
#include "support/temporary_folder.h"

namespace {

using claimcheck::Library;
using claimcheck::QueryNode;

void require(bool holds) {
  if (!holds) std::abort();
}

Library make_library() {
  const claimcheck::TemporaryFolder folder;  // the open library outlives its name
  Library library = Library::open(folder / "library.db", true);
  std::vector<claimcheck::Citation> citations(3);
  for (std::size_t i = 0; i < citations.size(); ++i) {
    citations[i].pmid = static_cast<claimcheck::Pmid>(i + 1);
    citations[i].title = "Knee pain and calm";
    citations[i].mesh = {{"", "Pain, Referred", false, {{"", "therapy", false}}}};
  }
  library.keep_citations(citations, "2031-02-03");
  return library;
}

/// A tree: "(" "|" "-" open a group of one kind, ")" closes it, a digit sets the field of the terms that follow, "="
/// and the rest of its line are a term.
QueryNode read_tree(std::string_view& text, QueryNode::Kind kind, int depth) {
  QueryNode group;
  group.kind = kind;
  claimcheck::QueryField field{};
  while (!text.empty()) {
    const char c = text.front();
    text.remove_prefix(1);
    if (c == ')') break;
    if ((c == '(' || c == '|' || c == '-') && depth < 60) {
      const auto inner = c == '('   ? QueryNode::Kind::all_of
                         : c == '|' ? QueryNode::Kind::any_of
                                    : QueryNode::Kind::none_of;
      group.children.push_back(read_tree(text, inner, depth + 1));
    } else if (c >= '0' && c <= '5') {
      field = static_cast<claimcheck::QueryField>(c - '0');
    } else if (c == '=') {
      const std::size_t end = std::min(text.find('\n'), text.size());
      group.children.push_back(claimcheck::term(std::string(text.substr(0, end)), field));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }
  return group;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Library library = make_library();
  const std::string text(data, data + size);
  std::string_view rest = text;
  claimcheck::Query query;
  query.where = read_tree(rest, QueryNode::Kind::all_of, 0);
  try {
    const claimcheck::SearchResult result = library.search(query);
    require(result.found == result.hits.size() && result.found <= 3);
    require(result.complete == result.problem.empty());
    query.where = claimcheck::all_of({std::move(query.where), claimcheck::term("nowhere")});
    require(library.search(query).hits.empty());
  } catch (const claimcheck::Error& error) {
    require(error.kind() == claimcheck::ErrorKind::input);
  }
  require(library.search_text(text, 10).size() <= 3);
  return 0;
}
