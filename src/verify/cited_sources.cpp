#include "verify/cited_sources.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "core/query.h"
#include "text/tokens.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

constexpr std::size_t kTellingWords = 5;  // a shorter title ("Ketamine in depression") is that of many papers
constexpr std::size_t kTitleHits = 20;    // records whose titles hold the words
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

class CitedReader {
 public:
  CitedReader(const ClaimFrame& frame, CitationSource& source, const Stages& stages)
      : frame_(frame), source_(source), stages_(stages) {}

  CitedReading read(const CitedSource& cited) {
    CitedReading reading;
    reading.source = cited;
    if (const std::optional<Citation> citation = look_up(cited, reading)) judge(*citation, reading);
    return reading;
  }

 private:
  std::optional<Citation> fetch(Pmid pmid, CitedReading& reading) {
    FetchResult fetched = source_.fetch(std::span(&pmid, 1));
    if (!fetched.citations.empty()) return std::move(fetched.citations.front());
    const bool failed = !fetched.failed.empty();
    reading.standing = failed ? CitedStanding::not_looked_up : CitedStanding::not_found;
    reading.why = failed ? fmt::format("PMID {} could not be fetched.", pmid)
                         : fmt::format("There is no record with PMID {} where it was looked for.", pmid);
    return std::nullopt;
  }

  std::optional<Citation> look_up(const CitedSource& cited, CitedReading& reading) {
    if (cited.pmid) return fetch(*cited.pmid, reading);
    if (cited.doi.empty()) return find(cited.title, reading);
    std::optional<Citation> citation = find_doi(cited.doi, reading);
    // What PubMed has without its DOI may be found by its title.
    if (!citation && reading.standing == CitedStanding::not_found && !find_titles(cited.title).empty()) {
      return find(cited.title, reading);
    }
    return citation;
  }

  std::optional<Citation> find_doi(const std::string& doi, CitedReading& reading) {
    const SearchResult found = source_.search({QuerySide::claim, term(doi, QueryField::doi), kTitleHits});
    if (!found.complete) {
      reading.standing = CitedStanding::not_looked_up;
      reading.why = "Its DOI could not be searched for.";
      return std::nullopt;
    }
    // PubMed takes a part of an identifier for the whole.
    for (const SearchHit& hit : found.hits) {
      if (auto citation = fetch(hit.pmid, reading); citation && fold_case(citation->doi) == fold_case(doi)) {
        return citation;
      }
    }
    reading.standing = CitedStanding::not_found;
    reading.why = "No record with its DOI was found where it was looked for.";
    return std::nullopt;
  }

  std::optional<Citation> find(std::string_view entry, CitedReading& reading) {
    const std::vector<std::string> titles = find_titles(entry);
    if (titles.empty()) {
      reading.why = "The text gives no PMID, DOI or title to look for.";
      return std::nullopt;
    }
    for (const std::string& title : titles) {
      const SearchResult found = source_.search({QuerySide::claim, term(title, QueryField::title), kTitleHits});
      if (!found.complete) {
        reading.standing = CitedStanding::not_looked_up;
        reading.why = "Its title could not be searched for.";
        return std::nullopt;
      }
      if (auto citation = fetch_titled(found, write_plain(title))) return citation;
    }
    reading.standing = CitedStanding::not_found;
    reading.why = "No record with its title was found where it was looked for.";
    return std::nullopt;
  }

  std::optional<Citation> fetch_titled(const SearchResult& found, const std::string& title) {
    std::vector<Pmid> pmids;
    pmids.reserve(found.hits.size());
    for (const SearchHit& hit : found.hits) pmids.push_back(hit.pmid);
    if (pmids.empty()) return std::nullopt;
    for (Citation& citation : source_.fetch(pmids).citations) {
      if (write_plain(citation.title) == title) return std::move(citation);
    }
    return std::nullopt;
  }

  void judge(const Citation& citation, CitedReading& reading) const {
    reading.pmid = citation.pmid;
    reading.title = citation.title;
    reading.retracted = is_retracted(citation);
    std::vector<Finding> findings = stages_.read(frame_, std::span(&citation, 1));
    std::erase_if(findings, [](const Finding& finding) { return finding.by_words; });
    const auto effect = std::find_if(findings.begin(), findings.end(),
                                     [](const Finding& finding) { return finding.stance != Stance::inconclusive; });
    if (effect != findings.end()) {
      reading.finding = std::move(*effect);
    } else if (!findings.empty()) {
      reading.finding = std::move(findings.front());
    }
    explain(reading);
  }

  static void explain(CitedReading& reading) {
    if (!reading.finding) {
      reading.standing = CitedStanding::silent;
      reading.why = "Its abstract says nothing that could be read on this claim.";
      return;
    }
    const Stance stance = reading.finding->stance;
    reading.standing = stance == Stance::supports  ? CitedStanding::supports
                       : stance == Stance::opposes ? CitedStanding::opposes
                                                   : CitedStanding::inconclusive;
    reading.why = fmt::format("Its abstract {} the claim.", stance == Stance::supports  ? "speaks for"
                                                            : stance == Stance::opposes ? "speaks against"
                                                                                        : "leaves open");
    if (reading.finding->directness >= Directness::far && stance == Stance::supports) {
      reading.standing = CitedStanding::inconclusive;
      reading.why = "Its abstract speaks for something similar, not for what the claim says.";
    }
    if (!reading.retracted) return;
    reading.why = "It was retracted.";
    if (stance == Stance::supports) reading.standing = CitedStanding::inconclusive;
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
