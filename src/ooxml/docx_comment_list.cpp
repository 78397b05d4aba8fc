#include "ooxml/docx_comment_list.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/core.h>
#include <pugixml.hpp>

#include "core/error.h"
#include "ooxml/xml_part.h"

namespace claimcheck {
namespace {

std::string upper_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

std::string text_of(const pugi::xml_node& element) {
  std::string text;
  for (const pugi::xml_node node : element.children()) {
    if (node.type() == pugi::node_pcdata) text += decode_xml(node.value());
    if (node.type() == pugi::node_cdata) text += node.value();
  }
  return text;
}

// What has been deleted or moved away, and what stands there a second time for older programs.
bool is_gone(const XmlName& name) {
  if (name.vocabulary == XmlVocabulary::compatibility) return name.local == "Fallback";
  return name.vocabulary == XmlVocabulary::word && (name.local == "del" || name.local == "moveFrom");
}

// The characters that an element of a run prints; empty for others.
std::string printed(const XmlPart& part, const pugi::xml_node& node) {
  if (part.is_word(node, "t")) return text_of(node);
  if (part.is_word(node, "tab")) return part.is_word(node.parent(), "r") ? "\t" : "";
  return part.is_word(node, "br") || part.is_word(node, "cr") ? "\n" : "";
}

void add_text(const XmlPart& part, const pugi::xml_node& parent, std::string& text) {
  for (const pugi::xml_node node : parent.children()) {
    if (node.type() != pugi::node_element || is_gone(part.name_of(node))) continue;
    text += printed(part, node);
    add_text(part, node, text);
  }
}

/// Gathers what the comments of the main part stand at.
class WordsFinder {
 public:
  WordsFinder(const XmlPart& part, std::vector<ListedComment>& comments) : part_(part) {
    for (ListedComment& comment : comments) by_id_.try_emplace(comment.id, &comment);
  }

  void walk(const pugi::xml_node& parent) {
    for (const pugi::xml_node node : parent.children()) {
      if (node.type() != pugi::node_element || is_gone(part_.name_of(node))) continue;
      if (part_.is_word(node, "commentRangeStart")) begin(attribute_value(node, "id"));
      if (part_.is_word(node, "commentRangeEnd")) end(attribute_value(node, "id"));
      add(printed(part_, node));
      walk(node);
      if (part_.is_word(node, "p")) add(" ");
    }
  }

 private:
  void begin(const std::string& id) {
    const auto found = by_id_.find(id);
    if (found == by_id_.end()) return;
    open_.insert(*found);
    by_id_.erase(found);
  }

  void end(const std::string& id) { open_.erase(id); }

  // A comment that is full is closed, so that many that are never closed cost no more than what they hold.
  void add(const std::string& text) {
    if (text.empty() || open_.empty()) return;
    for (const auto& [id, comment] : open_) comment->words += text.substr(0, kMaxCommentedWords);
    std::erase_if(open_, [](const auto& each) { return each.second->words.size() >= kMaxCommentedWords; });
  }

  const XmlPart& part_;
  std::map<std::string, ListedComment*> by_id_;  // those that have not begun
  std::map<std::string, ListedComment*> open_;
};

void cut_words(std::string& words) {
  while (!words.empty() && words.back() == ' ') words.pop_back();
  if (words.size() <= kMaxCommentedWords) return;
  std::size_t at = kMaxCommentedWords;
  while (at > 0 && (static_cast<unsigned char>(words[at]) & 0xC0U) == 0x80) --at;
  words.resize(at);
}

/// The comments by the ids of their last paragraphs, by which commentsExtended knows them.
using ParagraphIndex = std::map<std::string, std::size_t>;

ListedComment read_comment(const XmlPart& part, const pugi::xml_node& node, std::string& paragraph_id) {
  ListedComment comment;
  comment.id = attribute_value(node, "id");
  comment.author = attribute_value(node, "author");
  comment.date = attribute_value(node, "date");
  bool first = true;
  for (const pugi::xml_node paragraph : node.children()) {
    if (!part.is_word(paragraph, "p")) continue;
    if (!first) comment.text += '\n';
    first = false;
    add_text(part, paragraph, comment.text);
    paragraph_id = upper_case(attribute_value(paragraph, "paraId"));
  }
  return comment;
}

// An answer that would close a ring is none.
bool leads_to(const std::vector<ListedComment>& comments, std::size_t from, std::size_t to) {
  for (std::optional<std::size_t> at = from; at; at = comments[*at].answers) {
    if (*at == to) return true;
  }
  return false;
}

void read_threads(const XmlPart& part, const ParagraphIndex& index, std::vector<ListedComment>& comments) {
  for (const pugi::xml_node node : part.root().children()) {
    const auto known = index.find(upper_case(attribute_value(node, "paraId")));
    if (known == index.end()) continue;
    const std::string done = attribute_value(node, "done");
    ListedComment& comment = comments[known->second];
    comment.resolved = done == "1" || done == "true" || done == "on";
    const auto parent = index.find(upper_case(attribute_value(node, "paraIdParent")));
    if (parent == index.end() || comment.answers || leads_to(comments, parent->second, known->second)) continue;
    comment.answers = parent->second;
  }
}

}  // namespace

std::vector<ListedComment> list_comments(const DocxPackage& package) {
  std::vector<ListedComment> comments;
  const std::string part_name = package.related("comments");
  if (part_name.empty()) return comments;
  const XmlPart part = package.parse(part_name);
  ParagraphIndex index;
  for (const pugi::xml_node node : part.root().children()) {
    if (!part.is_word(node, "comment")) continue;
    if (comments.size() == kMaxDocxComments) {
      throw Error(ErrorKind::input,
                  fmt::format("{}: it has more than {} comments", package.zip().name(), kMaxDocxComments));
    }
    std::string paragraph_id;
    comments.push_back(read_comment(part, node, paragraph_id));
    if (!paragraph_id.empty()) index.try_emplace(paragraph_id, comments.size() - 1);
  }
  const std::string extended = package.related("commentsExtended");
  if (!extended.empty()) read_threads(package.parse(extended), index, comments);
  const XmlPart main = package.parse(package.main_part());
  WordsFinder(main, comments).walk(main.root());
  for (ListedComment& comment : comments) cut_words(comment.words);
  return comments;
}

std::size_t first_of_thread(const std::vector<ListedComment>& comments, std::size_t index) {
  while (comments[index].answers) index = *comments[index].answers;
  return index;
}

}  // namespace claimcheck
