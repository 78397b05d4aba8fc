#include "intake/document_builder.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "core/error.h"
#include "intake/block_text.h"
#include "intake/claims_file.h"
#include "intake/layout_words.h"

namespace claimcheck {
namespace {

constexpr std::size_t kMaxProblems = 30;
constexpr std::string_view kSpaces = " \t\r\n";
constexpr std::string_view kName = "claimcheck";

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) + 1 - begin);
}

/// The value of `reason="…"`, which must be all of `text`; empty when it is not.
std::string read_reason(std::string_view text) {
  constexpr std::string_view kReason = "reason=";
  text = trim(text);
  if (!text.starts_with(kReason)) return {};
  text.remove_prefix(kReason.size());
  if (text.size() < 2 || (text.front() != '"' && text.front() != '\'') || text.back() != text.front()) return {};
  return std::string(trim(text.substr(1, text.size() - 2)));
}

}  // namespace

std::optional<CommentDirective> parse_directive(std::string_view comment) {
  comment = trim(comment);
  if (!comment.starts_with(kName)) return std::nullopt;
  comment.remove_prefix(kName.size());
  if (!comment.empty() && kSpaces.find(comment.front()) == std::string_view::npos) return std::nullopt;
  comment = trim(comment);
  const std::string_view word = comment.substr(0, comment.find_first_of(kSpaces));
  if (word == "on" && comment.size() == word.size()) return CommentDirective{CommentDirective::Sort::on, {}};
  if (word == "off") return CommentDirective{CommentDirective::Sort::off, read_reason(comment.substr(word.size()))};
  return CommentDirective{};
}

void check_block_count(std::size_t count, std::string_view name) {
  if (count < kMaxBlocks) return;
  throw Error(ErrorKind::input,
              fmt::format("{}: more than {} paragraphs; split it into several files", name, kMaxBlocks));
}

void DocumentBuilder::add(Block block) {
  if (block.text.empty()) return;
  check_block_count(document_.blocks.size(), document_.name);
  if (block.kind == BlockKind::heading) {
    section_ = cut_text(block.text, kMaxNameLength);
    if (references_level_ == 0 || block.level <= references_level_) {
      references_level_ = is_reference_heading(block.text) ? std::max(block.level, 1) : 0;
    }
  } else if (references_level_ > 0 && block.kind != BlockKind::boilerplate) {
    block.kind = BlockKind::reference;
    block.level = 0;
  }
  block.number = document_.blocks.size() + 1;
  block.section = section_;
  block.suppressed = suppressed_;
  document_.blocks.push_back(std::move(block));
}

bool DocumentBuilder::read_directive(std::string_view comment, std::size_t at) {
  const auto directive = parse_directive(comment);
  if (!directive) return false;
  const bool off = directive->sort == CommentDirective::Sort::off;
  if (off && !directive->reason.empty()) {
    suppressed_ = cut_text(directive->reason, kMaxNameLength);
  } else if (off) {
    add_problem(at, R"("claimcheck off" without a reason does nothing; write <!-- claimcheck off reason="…" -->)");
  } else if (directive->sort == CommentDirective::Sort::unknown) {
    add_problem(at, R"(a comment to claimcheck that it does not know; it knows off reason="…" and on)");
  } else if (suppressed_) {
    suppressed_.reset();
  } else {
    add_problem(at, R"("claimcheck on" where nothing was off)");
  }
  return true;
}

void DocumentBuilder::add_problem(std::size_t at, const std::string& what) {
  if (document_.problems.size() >= kMaxProblems) {
    ++unsaid_problems_;
    return;
  }
  at = std::clamp(at, line_at_, document_.text.size());
  const auto begin = document_.text.begin();
  line_ += static_cast<std::size_t>(
      std::count(begin + static_cast<std::ptrdiff_t>(line_at_), begin + static_cast<std::ptrdiff_t>(at), '\n'));
  line_at_ = at;
  document_.problems.push_back(fmt::format("line {}: {}", line_, what));
}

void DocumentBuilder::finish() {
  if (unsaid_problems_ > 0) document_.problems.push_back(fmt::format("{} more such problems", unsaid_problems_));
}

}  // namespace claimcheck
