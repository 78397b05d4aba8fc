#include "verify/cited_sources.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/query.h"
#include "text/tokens.h"
#include "text/utf8.h"
#include "verify/certainty.h"

namespace claimcheck {
namespace {

constexpr std::size_t kTellingWords = 5;  // a shorter title ("Ketamine in depression") is that of many papers
constexpr std::size_t kHits = 20;         // records whose titles hold the words
constexpr std::size_t kTitlesTried = 4;   // sentences of an entry of a reference list

bool is_stop(char c) {
  return c == '.' || c == '?' || c == '!';
}

std::string write_plain(std::string_view title) {
  std::string plain;
  for (const Token& token : tokenize(title)) {
    if (token.kind == TokenKind::punctuation) continue;
    if (!plain.empty()) plain += ' ';
    plain += token.norm;
  }
  return plain;
}

/// What may be the title in an entry of a reference list ("Li M, Oh Q. Title of the paper. J Med. 2020;3:1."): what
/// stands between stops and is of some length, the longest first. Initials end in stops too, so that sentences would
/// not do.
std::vector<std::string> find_titles(std::string_view entry) {
  std::vector<std::string> titles;
  while (!entry.empty()) {
    std::size_t end = 0;
    while (end < entry.size() && !(is_stop(entry[end]) && (end + 1 == entry.size() || entry[end + 1] == ' '))) ++end;
    const std::string_view part = entry.substr(0, end);
    if (tokenize(part).size() >= kTellingWords) titles.emplace_back(part);
    entry.remove_prefix(std::min(end + 1, entry.size()));
  }
  std::stable_sort(titles.begin(), titles.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  if (titles.size() > kTitlesTried) titles.resize(kTitlesTried);
  return titles;
}

/// What became of looking for one record.
struct LookUp {
  std::optional<Citation> citation;
  bool failed = false;  ///< somewhere the source of citations could not look
};

class CitedReader {
 public:
  CitedReader(const ClaimFrame& frame, CitationSource& source, const Stages& stages)
      : frame_(frame), source_(source), stages_(stages) {}

  CitedReading read(const CitedSource& cited) {
    CitedReading reading;
    reading.source = cited;
    const std::vector<std::string> titles = find_titles(cited.title);
    if (!cited.pmid && cited.doi.empty() && titles.empty()) {
      reading.why = "The text gives no PMID, DOI or title to look for.";
      return reading;
    }
    const LookUp found = look_up(cited, titles);
    if (found.citation) {
      judge(*found.citation, reading);
    } else {
      reading.standing = found.failed ? CitedStanding::not_looked_up : CitedStanding::not_found;
      reading.why =
          found.failed ? "It could not be searched for or fetched." : "No such record is where it was looked for.";
    }
    return reading;
  }

 private:
  LookUp look_up(const CitedSource& cited, const std::vector<std::string>& titles) {
    if (cited.pmid) {
      return fetch({*cited.pmid}, [](const Citation&) { return true; });
    }
    LookUp found;
    if (!cited.doi.empty()) {
      // PubMed takes a part of an identifier for the whole.
      found = search(term(cited.doi, QueryField::doi),
                     [doi = fold_case(cited.doi)](const Citation& citation) { return fold_case(citation.doi) == doi; });
    }
    for (auto title = titles.begin(); title != titles.end() && !found.citation; ++title) {
      LookUp next = search(term(*title, QueryField::title), [plain = write_plain(*title)](const Citation& citation) {
        return write_plain(citation.title) == plain;
      });
      next.failed = next.failed || found.failed;
      found = std::move(next);
    }
    return found;
  }

  template <typename IsIt>
  LookUp search(QueryNode where, const IsIt& is_it) {
    const SearchResult result = source_.search({QuerySide::claim, std::move(where), kHits});
    std::vector<Pmid> pmids;
    pmids.reserve(result.hits.size());
    for (const SearchHit& hit : result.hits) pmids.push_back(hit.pmid);
    LookUp found = fetch(pmids, is_it);
    found.failed = found.failed || !result.complete;
    return found;
  }

  template <typename IsIt>
  LookUp fetch(const std::vector<Pmid>& pmids, const IsIt& is_it) {
    if (pmids.empty()) return {};
    FetchResult fetched = source_.fetch(pmids);
    const auto citation = std::find_if(fetched.citations.begin(), fetched.citations.end(), is_it);
    if (citation == fetched.citations.end()) return {std::nullopt, !fetched.failed.empty()};
    return {std::move(*citation), false};
  }

  void judge(const Citation& citation, CitedReading& reading) const {
    reading.pmid = citation.pmid;
    reading.title = citation.title;
    reading.retracted = is_retracted(citation);
    std::vector<Finding> findings = stages_.read(frame_, std::span(&citation, 1));
    std::erase_if(findings, [](const Finding& finding) { return finding.by_words; });
    std::stable_partition(findings.begin(), findings.end(),
                          [](const Finding& finding) { return finding.stance != Stance::inconclusive; });
    if (!findings.empty()) reading.finding = std::move(findings.front());
    explain(reading);
  }

  static void explain(CitedReading& reading) {
    const auto tell = [&](CitedStanding standing, std::string_view why) {
      reading.standing = standing;
      reading.why = why;
    };
    if (!reading.finding)
      return tell(CitedStanding::silent, "Its abstract says nothing that could be read on this claim.");
    const Finding& finding = *reading.finding;
    const bool supports = finding.stance == Stance::supports;
    if (finding.stance == Stance::inconclusive) {
      tell(CitedStanding::inconclusive, "Its abstract leaves open the claim.");
    } else if (reading.retracted) {
      tell(supports ? CitedStanding::inconclusive : CitedStanding::opposes, "It was retracted.");
    } else if (!is_weighed(finding)) {
      tell(CitedStanding::inconclusive, "What its abstract says cannot be relied on for this claim.");
    } else if (supports && finding.directness >= Directness::far) {
      tell(CitedStanding::inconclusive, "Its abstract speaks for something similar, not for what the claim says.");
    } else if (supports) {
      tell(CitedStanding::supports, "Its abstract speaks for the claim.");
    } else {
      tell(CitedStanding::opposes, "Its abstract speaks against the claim.");
    }
  }

  const ClaimFrame& frame_;
  CitationSource& source_;
  const Stages& stages_;
};

}  // namespace

std::vector<CitedReading> read_cited_sources(std::span<const CitedSource> cited, const ClaimFrame& frame,
                                             CitationSource& source, const Stages& stages) {
  CitedReader reader(frame, source, stages);
  std::vector<CitedReading> readings;
  readings.reserve(cited.size());
  for (const CitedSource& each : cited) readings.push_back(reader.read(each));
  return readings;
}

}  // namespace claimcheck
