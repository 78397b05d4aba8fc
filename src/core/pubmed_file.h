#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "core/enum_names.h"

namespace claimcheck {

/// One of the files in which NLM gives out PubMed. Those of a year are numbered in one row from 1: first the baseline,
/// then the daily updates. Their order matters: what a later file says of a PMID counts.
struct PubmedFileId {
  int year = 0;  ///< 2026
  int number = 0;
  bool operator==(const PubmedFileId&) const = default;
  bool operator<(const PubmedFileId& other) const {
    return std::tie(year, number) < std::tie(other.year, other.number);
  }
};

/// Whether a file belongs to the yearly baseline or is a daily update; its name does not tell.
enum class PubmedFileKind { unknown, baseline, update };

template <>
struct EnumNames<PubmedFileKind> {
  static constexpr std::array<std::string_view, 3> values{"unknown", "baseline", "update"};
};

/// The file called `name`: pubmedYYnNNNN.xml.gz, or .xml for one that was unpacked. nullopt for any other name, one
/// with a folder included.
std::optional<PubmedFileId> parse_pubmed_file_name(std::string_view name);

/// The name that NLM gives it: pubmed26n0001.xml.gz.
std::string pubmed_file_name(PubmedFileId id);

}  // namespace claimcheck
