#include "library/match_expression.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "core/error.h"
#include "library/index_text.h"
#include "library/index_tokenizer.h"
#include "library/mesh_store.h"
#include "text/tokens.h"

namespace claimcheck {
namespace {

constexpr std::string_view kAnd = " AND ";
constexpr std::string_view kOr = " OR ";
constexpr std::string_view kNoMesh =
    "Headings were searched without the narrower ones: the library holds no MeSH (claimcheck library import-mesh "
    "FILE).";

std::string quote(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

/// Builds the expression from left to right, so that phrases stand in the order of FTS5's phrases.
class ExpressionWriter {
 public:
  ExpressionWriter(Database& database, MatchExpression& to) : database_(database), to_(to) {}

  /// The expression of `node`; empty when nothing in it can be searched.
  std::string write(const QueryNode& node, bool counts, std::size_t depth) {
    if (depth > kDeepestGroup) {
      throw Error(ErrorKind::input, fmt::format("a query has groups nested deeper than {}", kDeepestGroup));
    }
    switch (node.kind) {
      case QueryNode::Kind::term:
        return write_term(node, counts);
      case QueryNode::Kind::all_of:
        return write_all(node, counts, depth);
      case QueryNode::Kind::any_of:
        return join(node.children, kOr, counts, depth);
      case QueryNode::Kind::none_of:
        return subtract({}, node.children, depth);
    }
    return {};
  }

 private:
  std::string write_term(const QueryNode& node, bool counts) {
    if (node.field == QueryField::doi) {
      to_.warnings.emplace_back("A DOI can only be looked for by itself, and was left out.");
      return {};
    }
    if (node.field == QueryField::mesh && !node.term.ends_with('*')) {
      std::string expanded = write_heading(node.term, counts);
      if (!expanded.empty()) return expanded;
    }
    const FieldColumns field = columns_of(node.field);
    std::string_view words = node.term;
    const bool truncated = words.ends_with('*');
    if (truncated) words.remove_suffix(1);

    std::string phrase;
    bool searchable = false;
    if (field.whole) {
      searchable = append_whole_term(phrase, words);
      if (searchable && truncated) phrase.pop_back();
    } else {
      append_plain(phrase, words);
      searchable = !index_words(database_, phrase).empty();
    }
    if (!searchable) {
      std::string shown;
      append_plain(shown, node.term);
      to_.warnings.push_back(fmt::format("The term \"{}\" has nothing to search for and was left out.", shown));
      return {};
    }
    std::string written = fmt::format("{{{}}} : {}{}", field.columns, quote(phrase), truncated ? " *" : "");
    to_.phrases.push_back({written, static_cast<unsigned char>(counts ? 1 : 0)});
    return written;
  }

  /// A heading, or heading/qualifier, with those below it; empty when MeSH does not know it.
  std::string write_heading(const std::string& term, bool counts) {
    if (!mesh_) mesh_.emplace(database_);
    if (!mesh_->has_mesh()) {
      if (!std::exchange(told_no_mesh_, true)) to_.warnings.emplace_back(kNoMesh);
      return {};
    }
    std::vector<std::string> headings = mesh_->at_and_below(term);
    const std::size_t slash = term.rfind('/');
    if (headings.empty() && slash != std::string::npos) {
      headings = mesh_->at_and_below(term.substr(0, slash));
      for (std::string& heading : headings) heading += term.substr(slash);
    }
    if (headings.empty()) return {};
    // Records of another year of MeSH may carry what is an entry term now.
    if (fold_mesh_name(headings.front()) != fold_mesh_name(term)) headings.insert(headings.begin() + 1, term);
    return write_headings(headings, counts);
  }

  /// The first heading, and those of the others that the group does not ask for already.
  std::string write_headings(const std::vector<std::string>& headings, bool counts) {
    const std::string columns = fmt::format("{{{}}} : ", columns_of(QueryField::mesh).columns);
    std::string first;
    std::string list;
    std::size_t narrower = 0;
    for (const std::string& heading : headings) {
      std::string phrase;
      if (!append_whole_term(phrase, heading)) continue;
      if (!listed_.insert(phrase).second && !first.empty()) continue;
      to_.phrases.push_back({columns + quote(phrase), static_cast<unsigned char>(counts && first.empty() ? 1 : 0)});
      if (first.empty()) {
        first = quote(phrase);
        list = first;
      } else {
        list += " OR " + quote(phrase);
        ++narrower;
      }
    }
    if (narrower == 0) return columns + first;
    std::string written = fmt::format("{}({})", columns, list);
    to_.expansions.push_back({written, fmt::format("({}{} OR {} narrower)", columns, first, narrower)});
    return written;
  }

  /// What is asked for joined by AND, then what is not taken from it.
  std::string write_all(const QueryNode& node, bool counts, std::size_t depth) {
    std::vector<QueryNode> wanted;
    std::vector<QueryNode> unwanted;
    for (const QueryNode& child : node.children) {
      if (child.kind == QueryNode::Kind::none_of) {
        unwanted.insert(unwanted.end(), child.children.begin(), child.children.end());
      } else {
        wanted.push_back(child);
      }
    }
    return subtract(join(wanted, kAnd, counts, depth), unwanted, depth);
  }

  std::string join(const std::vector<QueryNode>& nodes, std::string_view with, bool counts, std::size_t depth) {
    std::string joined;
    std::size_t parts = 0;
    std::set<std::string> listed = std::exchange(listed_, {});
    for (const QueryNode& node : nodes) {
      if (with != kOr) listed_.clear();
      const std::string part = write(node, counts, depth + 1);
      if (part.empty()) continue;
      if (++parts > 1) joined += with;
      joined += part;
    }
    listed_ = std::move(listed);
    return parts > 1 ? "(" + joined + ")" : joined;
  }

  /// `from`, or every citation when it is empty, without those that any of `nodes` finds.
  std::string subtract(std::string from, const std::vector<QueryNode>& nodes, std::size_t depth) {
    const std::string unwanted = join(nodes, kOr, false, depth);
    if (unwanted.empty()) return from;
    if (from.empty()) {
      from = fmt::format("{{mesh}} : {}", quote(kEveryCitation));
      to_.phrases.push_back({from, 0});  // beside those of `unwanted`, which are the same
    }
    return fmt::format("({} NOT {})", from, unwanted);
  }

  Database& database_;
  MatchExpression& to_;
  std::optional<MeshLookup> mesh_;  ///< opened by the first heading
  bool told_no_mesh_ = false;
  std::set<std::string> listed_;  ///< the headings that the present any_of group asks for
};

/// How often each word stands in a text, in alphabetical order.
using WordCounts = std::map<std::string, unsigned char>;

WordCounts count_words(const std::vector<std::string>& words, bool stop_words_too) {
  WordCounts counts;
  for (const std::string& word : words) {
    const bool counted = stop_words_too || (word.size() > 1 && !is_stop_word(word));
    if (!counted || (counts.size() >= kMostWords && !counts.contains(word))) continue;
    unsigned char& count = counts[word];
    if (count < 255) ++count;
  }
  return counts;
}

}  // namespace

std::string MatchExpression::shown() const {
  std::string plain;
  std::size_t done = 0;
  for (const Expansion& expansion : expansions) {
    const std::size_t at = text.find(expansion.written, done);
    plain += text.substr(done, at - done) + expansion.shown;
    done = at + expansion.written.size();
  }
  plain += text.substr(done);
  plain.erase(std::remove_if(plain.begin(), plain.end(), [](char c) { return c == kWhole || c == kStems; }),
              plain.end());
  return plain;
}

MatchExpression to_match_expression(Database& database, const QueryNode& where) {
  MatchExpression expression;
  expression.text = ExpressionWriter(database, expression).write(where, true, 0);
  return expression;
}

MatchExpression any_word_of(Database& database, std::string_view text) {
  const std::vector<std::string> words = index_words(database, text);
  WordCounts counts = count_words(words, false);
  if (counts.empty()) counts = count_words(words, true);

  const std::string columns = "{title abstract} : ";
  MatchExpression expression;
  for (const auto& [word, count] : counts) {
    const std::string phrase = quote(kStems + word);
    expression.text += expression.text.empty() ? columns + "(" : " OR ";
    expression.text += phrase;
    expression.phrases.push_back({columns + phrase, count});
  }
  if (!expression.text.empty()) expression.text += ')';
  return expression;
}

}  // namespace claimcheck
