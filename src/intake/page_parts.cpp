#include "intake/page_parts.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace claimcheck {
namespace {

/// An article has at least this share of a page's text.
constexpr std::size_t kSmallestShare = 4;
constexpr std::size_t kSecondArticle = 3;

/// "3. " before the text: entries of a reference list are cited by their number.
void add_number(Block& block, std::size_t number) {
  const std::string words = fmt::format("{}. ", number);
  block.text.insert(0, words);
  for (TextPiece& piece : block.pieces) piece.begin += words.size();
  for (ReferenceMark& mark : block.marks) mark.span = {mark.span.begin + words.size(), mark.span.end + words.size()};
}

}  // namespace

std::size_t PageParts::add_region(bool is_main) {
  regions_.push_back({is_main, 0, false});
  return regions_.size() - 1;
}

void PageParts::add(Block block, const BlockPart& part) {
  blocks_.push_back(std::move(block));
  parts_.push_back(part);
}

/// Where a name or a form wraps the whole page, what it says of it is of no use.
void PageParts::doubt_guesses() {
  std::size_t guessed = 0;
  std::size_t text = 0;
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    if (parts_[i].guessed) guessed += blocks_[i].text.size();
    if (blocks_[i].kind != BlockKind::boilerplate && blocks_[i].kind != BlockKind::heading)
      text += blocks_[i].text.size();
  }
  if (text >= guessed / kSmallestShare) return;
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    if (parts_[i].guessed) blocks_[i].kind = parts_[i].otherwise;
  }
}

void PageParts::measure_regions() {
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    if (blocks_[i].kind != BlockKind::boilerplate) regions_[parts_[i].region].size += blocks_[i].text.size();
  }
}

/// False when no part of the page can be told to be the article.
bool PageParts::choose_regions(std::size_t total) {
  std::size_t mains = 0;
  std::size_t largest = 0;
  for (std::size_t i = 1; i < regions_.size(); ++i) {
    if (regions_[i].is_main) mains += regions_[i].size;
    if (!regions_[i].is_main) largest = std::max(largest, regions_[i].size);
  }
  const bool by_main = mains > 0 && mains >= total / kSmallestShare;
  if (!by_main && (largest == 0 || largest < total / kSmallestShare)) return false;
  for (std::size_t i = 1; i < regions_.size(); ++i) {
    Region& region = regions_[i];
    region.chosen = by_main ? region.is_main : !region.is_main && region.size >= largest / kSecondArticle;
  }
  return true;
}

void PageParts::leave_out_surroundings() {
  measure_regions();
  std::size_t total = 0;
  for (const Region& region : regions_) total += region.size;
  if (!choose_regions(total)) return;
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    Block& block = blocks_[i];
    if (regions_[parts_[i].region].chosen || block.kind == BlockKind::reference) continue;
    if (block.kind == BlockKind::heading && block.level == 1) continue;  // the title may stand above
    block.kind = BlockKind::boilerplate;
  }
}

void PageParts::finish(DocumentBuilder& builder) {
  doubt_guesses();
  leave_out_surroundings();
  const std::string_view text = builder.document().text;
  auto directive = directives_.begin();
  const auto read_directives = [&](std::size_t block) {
    for (; directive != directives_.end() && directive->block <= block; ++directive) {
      builder.read_directive(slice(text, directive->inside), directive->inside.begin);
    }
  };
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    read_directives(i);
    Block& block = blocks_[i];
    const bool entry =
        block.kind == BlockKind::reference ||
        (builder.in_references() && block.kind != BlockKind::boilerplate && block.kind != BlockKind::heading);
    if (block.kind != BlockKind::heading && block.kind != BlockKind::list_item) block.level = 0;
    if (entry && parts_[i].item_number > 0) add_number(block, parts_[i].item_number);
    builder.add(std::move(block));
  }
  read_directives(blocks_.size());
}

}  // namespace claimcheck
