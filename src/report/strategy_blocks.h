#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// Search strategies with what they repeat written once, as search strategies are listed in an appendix. Nothing is
/// lost: with each name put back as what it stands for, first the blocks and then the fields, every strategy is what
/// was run, byte for byte.
struct StrategyBlocks {
  /// Lists of fields in braces ("{title abstract}") that stand in blocks again and again; field n is named "{Fn}", from
  /// 1.
  std::vector<std::string> fields;
  /// Groups in brackets of words that mean one thing, in the order in which they are first used; block n is "#n".
  std::vector<std::string> blocks;
  std::vector<std::string> strategies;  ///< one for each that was given: "(#3 AND #7)"
};

/// Takes strategies apart: each largest group in round brackets in which no AND or NOT stands becomes a block when it
/// is longer than a line. Brackets and words between quotation marks are text; a strategy whose brackets do not match,
/// or in which a name could be mistaken, stays whole. Linear in the length of all.
StrategyBlocks factor_strategies(const std::vector<std::string_view>& strategies);

}  // namespace claimcheck
