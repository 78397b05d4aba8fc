#include "verify/families.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include <fmt/core.h>

#include "verify/certainty.h"
#include "verify/study.h"

namespace claimcheck {
namespace {

constexpr std::size_t kTellingTitle = 30;  // letters and digits: shorter titles ("Reply") are shared by many records
constexpr int kTellingSize = 30;
constexpr int kSameStudyYears = 5;

// Disjoint sets of records, by index; the smallest index stands for its set.
class Groups {
 public:
  explicit Groups(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

bool links_versions(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::retracted_and_republished_in:
    case NoticeKind::retracted_and_republished_from:
    case NoticeKind::corrected_and_republished_in:
    case NoticeKind::corrected_and_republished_from:
    case NoticeKind::republished_in:
    case NoticeKind::republished_from:
    case NoticeKind::update_in:
    case NoticeKind::update_of:
    case NoticeKind::original_report_in:
    case NoticeKind::reprint_in:
    case NoticeKind::reprint_of:
      return true;
    default:
      return false;
  }
}

std::string plain_title(const Citation& citation) {
  std::string plain;
  for (const char c : citation.title) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || byte >= 0x80) plain += static_cast<char>(std::tolower(byte));
  }
  return plain;
}

std::string first_author(const Citation& citation) {
  if (citation.authors.empty() || citation.authors.front().last_name.empty()) return {};
  const Author& author = citation.authors.front();
  return author.last_name + ' ' + author.initials;
}

// The quoted records in ascending order of PMID, with what tells them apart.
class Records {
 public:
  Records(std::span<const Citation> citations, std::span<const Finding> findings) {
    for (const Finding& finding : findings) findings_.emplace(finding.pmid, &finding);
    for (const Citation& citation : citations) {
      if (findings_.contains(citation.pmid)) citations_.emplace(citation.pmid, &citation);
    }
    for (const auto& [pmid, citation] : citations_) {
      index_.emplace(pmid, order_.size());
      order_.push_back(citation);
    }
  }

  [[nodiscard]] const std::vector<const Citation*>& order() const { return order_; }
  [[nodiscard]] const Finding& finding_of(const Citation& citation) const { return *findings_.at(citation.pmid); }
  [[nodiscard]] std::optional<std::size_t> index_of(Pmid pmid) const {
    const auto found = index_.find(pmid);
    if (found == index_.end()) return std::nullopt;
    return found->second;
  }

 private:
  std::map<Pmid, const Finding*> findings_;
  std::map<Pmid, const Citation*> citations_;
  std::map<Pmid, std::size_t> index_;
  std::vector<const Citation*> order_;
};

void join_by_identifier(const Records& records, Groups& groups) {
  std::map<std::string, std::size_t> seen;
  const auto join = [&](const std::string& key, std::size_t i) {
    const auto [first, added] = seen.emplace(key, i);
    if (!added) groups.join(first->second, i);
  };
  for (std::size_t i = 0; i < records.order().size(); ++i) {
    const Citation& citation = *records.order()[i];
    for (const std::string& number : citation.registrations) {
      if (is_trial_registration(number)) join("registration " + number, i);
    }
    const std::string title = plain_title(citation);
    if (title.size() >= kTellingTitle) join("title " + title, i);
  }
}

void join_by_link(const Records& records, Groups& groups) {
  for (std::size_t i = 0; i < records.order().size(); ++i) {
    const Citation& citation = *records.order()[i];
    const bool review = is_review(records.finding_of(citation).design);
    for (const Notice& notice : citation.notices) {
      if (!links_versions(notice.kind) && !(review && notice.kind == NoticeKind::cites)) continue;
      if (const auto other = records.index_of(notice.pmid)) groups.join(i, *other);
    }
  }
}

void join_by_people(const Records& records, Groups& groups) {
  std::map<std::tuple<std::string, int>, std::vector<std::size_t>> alike;
  for (std::size_t i = 0; i < records.order().size(); ++i) {
    const Citation& citation = *records.order()[i];
    const Finding& finding = records.finding_of(citation);
    const std::string author = first_author(citation);
    if (author.empty() || finding.sample_size.value_or(0) < kTellingSize || is_review(finding.design)) continue;
    std::vector<std::size_t>& same = alike[{author, *finding.sample_size}];
    for (const std::size_t other : same) {
      if (std::abs(records.order()[other]->date.year - citation.date.year) <= kSameStudyYears) groups.join(other, i);
    }
    same.push_back(i);
  }
}

std::string name_record(const Citation& citation) {
  std::string name;
  for (const std::string& number : citation.registrations) {
    if (is_trial_registration(number) && (name.empty() || number < name)) name = number;
  }
  return name;
}

}  // namespace

void group_families(std::span<const Citation> citations, std::vector<Finding>& findings) {
  const Records records(citations, findings);
  Groups groups(records.order().size());
  join_by_identifier(records, groups);
  join_by_link(records, groups);
  join_by_people(records, groups);
  std::vector<std::string> names(records.order().size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string name = name_record(*records.order()[i]);
    std::string& whole = names[groups.find(i)];
    if (!name.empty() && (whole.empty() || name < whole)) whole = name;
  }
  for (Finding& finding : findings) {
    const auto index = records.index_of(finding.pmid);
    if (!index) continue;
    const std::size_t group = groups.find(*index);
    finding.family = names[group].empty() ? fmt::format("PMID {}", records.order()[group]->pmid) : names[group];
  }
}

namespace {

bool is_trial(const Finding& finding) {
  return finding.design == Design::rct || finding.design == Design::controlled_trial;
}

/// Whether `finding` is a direct, sound meta-analysis that takes a side.
bool is_direct_pool(const Finding& finding) {
  const bool takes_side = finding.stance == Stance::supports || finding.stance == Stance::opposes;
  return finding.design == Design::meta_analysis && takes_side && is_weighed(finding) && !finding.concern &&
         finding.directness == Directness::direct;
}

/// The newest of the direct meta-analyses, or null.
const Finding* find_newest_pool(std::span<const Finding> findings) {
  const Finding* newest = nullptr;
  for (const Finding& finding : findings) {
    if (!is_direct_pool(finding)) continue;
    if (newest == nullptr || std::tie(finding.year, finding.pmid) > std::tie(newest->year, newest->pmid)) {
      newest = &finding;
    }
  }
  return newest;
}

/// What the citation `pmid` is known to cite.
std::set<Pmid> find_cited(std::span<const Citation> citations, Pmid pmid) {
  std::set<Pmid> cited;
  const auto citation = std::ranges::find(citations, pmid, &Citation::pmid);
  if (citation == citations.end()) return cited;
  for (const Notice& notice : citation->notices) {
    if (notice.kind == NoticeKind::cites) cited.insert(notice.pmid);
  }
  return cited;
}

}  // namespace

void set_superseded_aside(const ClaimFrame& frame, std::span<const Citation> citations,
                          std::vector<Finding>& findings) {
  if (is_about_harm(frame)) return;
  const Finding* newest = find_newest_pool(findings);
  if (newest == nullptr) return;
  const Pmid review = newest->pmid;
  const std::set<Pmid> cited = find_cited(citations, review);
  for (Finding& finding : findings) {
    if (is_trial(finding) && finding.excluded.empty() && cited.contains(finding.pmid)) {
      finding.excluded = fmt::format("its trial is part of the meta-analysis PMID {}", review);
    }
  }
}

}  // namespace claimcheck
