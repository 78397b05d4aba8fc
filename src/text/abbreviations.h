#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace claimcheck {

/// A short form and the long form it stands for, as defined in a text ("complex regional pain syndrome (CRPS)").
struct Abbreviation {
  std::string short_form;
  std::string long_form;
  Span definition;  ///< from the start of the form that comes first to the closing bracket
};

/// The abbreviations that `text` defines, in order, either form first: "posttraumatic stress disorder (PTSD)", "PTSD
/// (posttraumatic stress disorder)". A form defined twice is listed twice. The long form is the words whose initials
/// are the short form, else as in Schwartz AS, Hearst MA: A simple algorithm for identifying abbreviation definitions
/// in biomedical text (PSB 2003). Linear in the length of the text: no definition is longer than 200 bytes.
std::vector<Abbreviation> find_abbreviations(std::string_view text);

}  // namespace claimcheck
