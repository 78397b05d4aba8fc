#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "core/section_label.h"
#include "verify/frame.h"
#include "verify/read.h"

namespace claimcheck {
namespace {

struct MinimalClaim {
  std::string family;
  std::string expected;
  std::string claim;
  Citation citation;
};

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end = 0; end != std::string_view::npos; begin = end + separator.size()) {
    end = text.find(separator, begin);
    parts.emplace_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
    if (end == std::string_view::npos) break;
  }
  return parts;
}

AbstractSection parse_section(const std::string& text) {
  const std::size_t colon = text.find(": ");
  const std::string label = colon == std::string::npos ? std::string() : text.substr(0, colon);
  const bool labelled = !label.empty() && label.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ ") == std::string::npos;
  if (!labelled) return {"RESULTS", SectionRole::results, text};
  return {label, role_of_label(label), text.substr(colon + 2)};
}

void load_table(const char* path, std::vector<MinimalClaim>& rows) {
  std::ifstream file(path, std::ios::binary);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> columns = split(line, "\t");
    if (columns.size() < 5) continue;
    MinimalClaim row{columns[0], columns[1], columns[2], {}};
    row.citation.pmid = static_cast<Pmid>(rows.size() + 1);
    row.citation.title = columns[3];
    row.citation.date.year = 2020;
    for (const std::string& section : split(columns[4], " || ")) {
      row.citation.abstract.push_back(parse_section(section));
    }
    if (columns.size() > 5) row.citation.publication_types.push_back({"", columns[5]});
    rows.push_back(std::move(row));
  }
}

std::vector<MinimalClaim> load() {
  std::vector<MinimalClaim> rows;
  load_table(CLAIMCHECK_SOURCE_DIR "/tests/verify/minimal_claims.tsv", rows);
  load_table(CLAIMCHECK_SOURCE_DIR "/tests/verify/minimal_caveats.tsv", rows);
  load_table(CLAIMCHECK_SOURCE_DIR "/tests/verify/minimal_harms.tsv", rows);
  load_table(CLAIMCHECK_SOURCE_DIR "/tests/verify/minimal_harm_forms.tsv", rows);
  load_table(CLAIMCHECK_SOURCE_DIR "/tests/verify/minimal_effects.tsv", rows);
  load_table(CLAIMCHECK_SOURCE_DIR "/tests/verify/minimal_trials.tsv", rows);
  return rows;
}

TEST(MinimalClaims, AreAllRead) {
  const std::vector<MinimalClaim> rows = load();
  EXPECT_GE(rows.size(), 420U);
  for (const MinimalClaim& row : rows) {
    const ClaimFrame frame = read_frame({"T", row.claim, std::nullopt, {}}, builtin_vocabulary());
    const CitationReading reading = read_whole(frame, row.citation, builtin_vocabulary());
    EXPECT_EQ(to_string(reading.stance), row.expected)
        << row.family << " | " << row.claim << " | " << row.citation.abstract.front().text;
    for (const Finding& finding : reading.findings) {
      const AbstractSection& section = row.citation.abstract.at(finding.quote.section);
      EXPECT_EQ(slice(section.text, finding.quote.span), finding.quote.text) << row.claim;
    }
  }
}

TEST(MinimalClaims, ANullResultNeverSupportsThatHarmIsAbsent) {
  for (const MinimalClaim& row : load()) {
    const ClaimFrame frame = read_frame({"T", row.claim, std::nullopt, {}}, builtin_vocabulary());
    if (frame.kind != ClaimKind::harm_absent) continue;
    for (const Finding& finding : read_whole(frame, row.citation, builtin_vocabulary()).findings) {
      if (finding.reported != Reported::no_difference) continue;
      EXPECT_NE(finding.stance, Stance::supports) << row.claim;
    }
  }
}

}  // namespace
}  // namespace claimcheck
