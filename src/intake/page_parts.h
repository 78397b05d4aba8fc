#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "core/span.h"
#include "intake/document_builder.h"

namespace claimcheck {

/// In which part of a page a block stands.
struct BlockPart {
  std::size_t region = 0;  ///< number of the outermost main or article element around it; 0: none
  bool guessed = false;    ///< it was taken for boilerplate by a name or a form, which may wrap all of a page
  BlockKind otherwise = BlockKind::paragraph;  ///< what a guessed one is else
  std::size_t item_number = 0;                 ///< of an ordered list's item
};

/// Gathers the blocks of a page and tells the article from what is around it: once all is known, blocks outside the
/// main element, or else outside the longest article, are boilerplate; and where names alone would have made
/// boilerplate of nearly all, they are not believed.
class PageParts {
 public:
  /// The number of a new region.
  std::size_t add_region(bool is_main);
  void add(Block block, const BlockPart& part);
  /// What a comment at `inside` says holds from here on.
  void add_directive(Span inside) { directives_.push_back({blocks_.size(), inside}); }
  [[nodiscard]] std::vector<Block>& blocks() { return blocks_; }
  /// Gives all to `builder`, whose document they are of.
  void finish(DocumentBuilder& builder);

 private:
  struct Directive {
    std::size_t block = 0;  ///< the one that it stands before
    Span inside;
  };
  struct Region {
    bool is_main = false;
    std::size_t size = 0;  ///< bytes of text that is no boilerplate
    bool chosen = false;
  };

  void doubt_guesses();
  void measure_regions();
  bool choose_regions(std::size_t total);
  void leave_out_surroundings();

  std::vector<Block> blocks_;
  std::vector<BlockPart> parts_;
  std::vector<Directive> directives_;
  std::vector<Region> regions_{1};
};

}  // namespace claimcheck
