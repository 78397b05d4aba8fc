#include "report/write_docx.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "core/error.h"
#include "ooxml/docx_comments.h"
#include "report/docx_comment_text.h"
#include "report/text_layout.h"

namespace claimcheck {
namespace {

// A date alone, as ISO 8601 writes it; anything else is no date that Word could read.
std::string date_of(const Provenance& provenance) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  const std::string date = provenance.evidence_date.substr(0, kForm.size());
  const bool fits = std::equal(date.begin(), date.end(), kForm.begin(), kForm.end(),
                               [](char c, char form) { return form == 'd' ? c >= '0' && c <= '9' : c == form; });
  return fits ? date : std::string();
}

bool is_from(const Claim& claim, const Document& article) {
  if (!claim.passage) return false;
  return !claim.origin || claim.origin->sha256 == article.sha256;
}

// The paragraph that a block was made of; blocks are numbered as paragraphs are.
std::size_t paragraph_of(const Block& block, const DocxText& text, const Document& article) {
  if (block.number == 0 || block.number > text.paragraphs.size() ||
      text.paragraphs[block.number - 1].text != block.text) {
    throw Error(
        ErrorKind::input,
        fmt::format("{}: the file is not the one that its claims were read from; check it again", article.name));
  }
  return block.number - 1;
}

// Where a comment cannot stand at the words themselves it says which they are.
std::string place_words(const DocxParagraph& paragraph, Span words) {
  const std::string quoted = in_quotes(slice(paragraph.text, words));
  switch (paragraph.story) {
    case DocxStory::text_box:
      return "On the text box: " + quoted;
    case DocxStory::footnote:
      return "On the footnote: " + quoted;
    case DocxStory::endnote:
      return "On the endnote: " + quoted;
    default:
      return {};
  }
}

DocxComment comment_on(const Report& report, const Run& run, const DocxText& text, const Document& article) {
  const Passage& passage = *report.claim.passage;
  if (passage.block >= article.blocks.size()) {
    throw Error(ErrorKind::internal,
                fmt::format("{}: claim {} stands in no block of it", article.name, report.claim.id));
  }
  DocxComment comment;
  comment.paragraph = paragraph_of(article.blocks[passage.block], text, article);
  const DocxParagraph& paragraph = text.paragraphs[comment.paragraph];
  comment.words = {std::min(passage.words.begin, paragraph.text.size()),
                   std::min(passage.words.end, paragraph.text.size())};
  if (comment.words.empty()) comment.words = {0, paragraph.text.size()};
  comment.key = report.claim.id;
  comment.lines = describe_claim(report, run);
  const std::string place = place_words(paragraph, comment.words);
  if (!place.empty()) comment.lines.insert(comment.lines.begin() + 1, {{place}});
  return comment;
}

}  // namespace

std::string write_docx(const Run& run, const Document& article, std::string_view original_bytes) {
  const DocxPackage package(original_bytes, article.name);
  const DocxText text = read_docx_text(package);
  if (text.paragraphs.empty()) {
    throw Error(ErrorKind::input, fmt::format("{}: it has no text that comments could stand at", article.name));
  }
  Run own = {{}, {}, run.provenance, run.problems, run.review};
  std::copy_if(run.reports.begin(), run.reports.end(), std::back_inserter(own.reports),
               [&](const Report& report) { return is_from(report.claim, article); });
  std::vector<DocxComment> comments;
  comments.push_back({0, {0, text.paragraphs.front().text.size()}, "claimcheck", describe_run(own, article)});
  for (const Report& report : own.reports) comments.push_back(comment_on(report, own, text, article));
  return add_comments(package, text, comments, {"claimcheck", "cc", date_of(run.provenance)});
}

}  // namespace claimcheck
