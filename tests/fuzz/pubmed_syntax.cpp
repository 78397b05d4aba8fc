// Any query renders to text in which every bracket and quote is closed, and no term breaks out of its quotes. Bytes
// build the tree: '(' ')' open and close a group whose kind follows, a newline ends a term, all else is term text.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "pubmed/pubmed_syntax.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

claimcheck::QueryNode read_node(std::string_view& bytes, int depth) {
  claimcheck::QueryNode node;
  while (!bytes.empty()) {
    const char c = bytes.front();
    bytes.remove_prefix(1);
    if (c == ')') break;
    if (c == '(' && depth < 20 && !bytes.empty()) {
      const int kind = static_cast<unsigned char>(bytes.front()) % 3;
      bytes.remove_prefix(1);
      claimcheck::QueryNode child = read_node(bytes, depth + 1);
      child.kind = kind == 0 ? claimcheck::QueryNode::Kind::all_of
                             : (kind == 1 ? claimcheck::QueryNode::Kind::any_of : claimcheck::QueryNode::Kind::none_of);
      node.children.push_back(child);
    } else {
      const std::size_t end = std::min(bytes.find('\n'), bytes.size());
      const auto field = static_cast<claimcheck::QueryField>(static_cast<unsigned char>(c) % 6);
      node.children.push_back(claimcheck::term(std::string(bytes.substr(0, end)), field));
      bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
  }
  return node;
}

void check_rendered(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (const char c : text) {
    require(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
    if (c == '"') quoted = !quoted;
    if (quoted) require(c != '[' && c != ']' && c != '(' && c != ')');
    if (c == '(') ++depth;
    if (c == ')') --depth;
    require(depth >= 0);
  }
  require(!quoted && depth == 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string input(data, data + size);
  std::string_view bytes = input;
  check_rendered(claimcheck::to_pubmed_syntax(read_node(bytes, 0)));
  return 0;
}
