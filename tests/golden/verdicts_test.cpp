#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/core.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "intake/claims_file.h"
#include "library/library.h"
#include "pubmed/byte_reader.h"
#include "pubmed/citation_xml.h"
#include "support/golden.h"
#include "verify/verify.h"

namespace claimcheck {
namespace {

std::string read_file(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::string summarise(const Report& report) {
  if (!report.verdict) {
    return fmt::format("{} {} - {}\n", report.claim.id, to_string(report.status),
                       to_string(report.status_reasons.at(0).code));
  }
  const Verdict& verdict = *report.verdict;
  std::string reasons;
  for (const Reason& reason : verdict.reasons) reasons += fmt::format(" {}", to_string(reason.code));
  return fmt::format("{} {} {} {} for={}:{} against={}:{}{}\n", report.claim.id, to_string(report.frame.kind),
                     to_string(verdict.tag), to_string(verdict.sub_tag), verdict.families_for,
                     to_string(verdict.certainty_for), verdict.families_against, to_string(verdict.certainty_against),
                     reasons);
}

/// Checks the shipped claims against the shipped sample library, once.
class Verdicts : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const auto path = std::filesystem::path(testing::TempDir()) / fmt::format("verdicts-{}.db", ::getpid());
    Library library = Library::open(path, true);
    Library::Import import = library.begin_import();
    const std::string records = CLAIMCHECK_SOURCE_DIR "/claims/sample-library/digests.xml";
    CitationHandler handler;
    handler.citation = [&](Citation&& citation) { import.add(std::move(citation)); };
    read_citations(open_bytes(records), records, handler);
    import.commit("sample", "digests.xml", "2026-01-01");
    LibrarySource source(library);
    const std::string claims = CLAIMCHECK_SOURCE_DIR "/claims/ketamine.json";
    for (const Claim& claim : parse_claims(read_file(claims), claims)) reports_.push_back(verify(claim, source));
    std::filesystem::remove(path);
  }

  static const Report& of(const std::string& id) {
    for (const Report& report : reports_) {
      if (report.claim.id == id) return report;
    }
    throw std::out_of_range(id);
  }

  static bool quotes(const Report& report, Stance stance, std::initializer_list<std::string_view> words) {
    for (const Finding& finding : report.findings) {
      if (finding.stance != stance) continue;
      for (const std::string_view word : words) {
        if (finding.quote.text.find(word) != std::string::npos) return true;
      }
    }
    return false;
  }

  static std::vector<Report> reports_;
};

std::vector<Report> Verdicts::reports_;

TEST_F(Verdicts, AreAsBefore) {
  std::string digest;
  for (const Report& report : reports_) digest += summarise(report);
  expect_golden("verdicts.digest", digest);
}

TEST_F(Verdicts, NoClaimThatHarmIsAbsentOrRareIsSupportedByTheSampleLibrary) {
  for (const Report& report : reports_) {
    const bool plays_down =
        report.frame.kind == ClaimKind::harm_absent || report.frame.kind == ClaimKind::harm_magnitude;
    if (!plays_down || !report.verdict || report.frame.direction == Direction::increase) continue;
    EXPECT_NE(report.verdict->tag, Tag::supported) << report.claim.id << " " << report.claim.text;
  }
}

TEST_F(Verdicts, OrganDamageIsDocumentedAgainstTheUsersFirstClaim) {
  const Report& report = of("U01");
  ASSERT_TRUE(report.verdict.has_value());
  EXPECT_EQ(report.verdict->tag, Tag::contested);
  EXPECT_TRUE(quotes(report, Stance::opposes, {"uropathy", "cystitis", "bladder", "Hydronephrosis", "hydronephrosis"}));
  EXPECT_TRUE(quotes(report, Stance::opposes, {"liver", "Liver", "bile", "cirrhosis"}));
}

TEST_F(Verdicts, DependenceIsDocumentedAgainstTheUsersSecondClaim) {
  const Report& report = of("U02");
  ASSERT_TRUE(report.verdict.has_value());
  EXPECT_NE(report.verdict->tag, Tag::supported);
  EXPECT_TRUE(quotes(report, Stance::opposes, {"ependence", "ependent", "addict", "craving"}));
}

TEST_F(Verdicts, EveryQuoteIsVerbatimAtItsSpan) {
  std::size_t quotes = 0;
  for (const Report& report : reports_) {
    for (const Finding& finding : report.findings) {
      for (const Citation& citation : report.citations) {
        if (citation.pmid != finding.pmid) continue;
        EXPECT_EQ(slice(citation.abstract.at(finding.quote.section).text, finding.quote.span), finding.quote.text);
        ++quotes;
      }
    }
  }
  EXPECT_GT(quotes, 100U);
}

}  // namespace
}  // namespace claimcheck
