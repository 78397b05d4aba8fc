#pragma once

#include <span>
#include <string_view>

namespace claimcheck {

struct HelpTopic {
  std::string_view name;
  std::string_view text;
};

/// What `claimcheck help TOPIC` prints, in the order shown.
std::span<const HelpTopic> help_topics();

}  // namespace claimcheck
