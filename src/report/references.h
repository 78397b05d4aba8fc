#pragma once

#include <string>
#include <vector>

#include "core/report.h"

namespace claimcheck {

/// A claim that weighed a paper, and on which side. A paper may stand on both sides of a claim.
struct ReferenceUse {
  const Report* report = nullptr;
  Stance stance = Stance::supports;
};

/// A paper that a finding of the run quotes.
struct Reference {
  const Citation* citation = nullptr;
  std::vector<ReferenceUse> uses;  ///< in the order of the claims, for before against; empty when none weighed it
};

/// Every quoted paper once, by PMID. Points into `run`.
std::vector<Reference> list_references(const Run& run);

/// Those that the evidence of a claim rests on: weighed for or against it.
std::vector<Reference> weighed_references(const Run& run);

/// "claimcheck: C-07 contested (opposes)": how reference managers are told of a use.
std::string tag_reference(const ReferenceUse& use);

/// The tag of a claim as other programs know it: "supported", "contested", "unsupported", "not_assessed" or
/// "could_not_check".
std::string_view tag_name(const Report& report);

/// "Aldane", "R T", …: the parts of a name as reference managers want them.
struct PersonName {
  std::string family;
  std::string given;  ///< fore name, else the initials with full stops ("R. T.")
  std::string suffix;
};
PersonName name_parts(const Author& author);

/// The title without its final full stop, on one line; of a translated one the title as published, where it is known,
/// followed by the translation in brackets.
std::string reference_title(const Citation& citation);

}  // namespace claimcheck
