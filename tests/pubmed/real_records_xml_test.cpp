// Every real PubMed file that the workplace holds, against a slow walk over the whole document.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/section_label.h"
#include "pubmed/xml_reference.h"
#include "pubmed/xml_support.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;

const fs::path kData = CLAIMCHECK_SOURCE_DIR "/../shared/data";

std::string read_bytes(const fs::path& path) {
  const ByteReader bytes = open_bytes(path.string());
  std::string all;
  std::string buffer(1 << 16, '\0');
  while (const std::size_t count = bytes(buffer.data(), buffer.size())) all.append(buffer, 0, count);
  return all;
}

std::vector<fs::path> data_files() {
  std::vector<fs::path> files;
  for (const char* folder : {"eutils", "pubmed"}) {
    for (const auto& entry : fs::recursive_directory_iterator(kData / folder)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

// The characters of a text in any order, scripts folded to plain ones: what remains comparable of mathematics.
std::string bag(const std::string& text) {
  std::string folded = fold_case(text);
  std::erase_if(folded, [](char c) { return std::string_view(" ^_{}()/").find(c) != std::string_view::npos; });
  std::sort(folded.begin(), folded.end());
  return folded;
}

void expect_same_text(const std::string& ours, const std::string& reference, bool math) {
  if (math) {
    EXPECT_EQ(bag(ours), bag(reference)) << ours;
  } else {
    EXPECT_EQ(ours, reference);
  }
}

void expect_same_title(const Citation& citation, const test::ReferenceRecord& reference) {
  if (reference.title.empty() || reference.title == "[Not Available].") {
    EXPECT_EQ(citation.title, citation.vernacular_title);
  } else if (citation.title_translated) {
    const std::string unstopped = citation.title.substr(0, citation.title.size() - 1);
    EXPECT_TRUE(reference.title == "[" + citation.title + "]." || reference.title == "[" + citation.title + "]" ||
                reference.title == "[" + unstopped + "].")
        << reference.title << " / " << citation.title;
  } else {
    expect_same_text(citation.title, reference.title, reference.math);
  }
}

void expect_same_record(const Citation& citation, const test::ReferenceRecord& reference) {
  SCOPED_TRACE("PMID " + std::to_string(reference.pmid));
  EXPECT_EQ(citation.pmid, reference.pmid);
  expect_same_title(citation, reference);
  ASSERT_EQ(citation.abstract.size(), reference.sections.size());
  for (std::size_t i = 0; i < reference.sections.size(); ++i) {
    EXPECT_TRUE(is_valid_utf8(citation.abstract[i].text));
    expect_same_text(citation.abstract[i].text, reference.sections[i], reference.math);
  }
}

void expect_same_document(const test::Read& read, test::ReferenceDocument reference) {
  std::erase_if(reference.records, [](const test::ReferenceRecord& record) { return record.pmid == 0; });
  EXPECT_EQ(read.error, "");
  EXPECT_EQ(read.counts.citations, reference.records.size());
  ASSERT_EQ(read.citations.size(), reference.records.size());
  for (std::size_t i = 0; i < read.citations.size(); ++i) expect_same_record(read.citations[i], reference.records[i]);
}

TEST(RealRecords, ReadAsASlowWalkReadsThem) {
  if (!fs::exists(kData)) GTEST_SKIP() << "no " << kData;
  std::size_t sets = 0;
  std::size_t citations = 0;
  for (const fs::path& path : data_files()) {
    SCOPED_TRACE(path.string());
    const std::string bytes = read_bytes(path);
    const test::ReferenceDocument reference = test::read_reference(bytes);
    const test::Read read = test::read_xml(bytes, 50000);
    if (!reference.pubmed) {
      EXPECT_NE(read.error, "");
      EXPECT_TRUE(read.citations.empty());
    } else if (!reference.well_formed) {
      EXPECT_FALSE(read.error.empty() && read.problems.empty());
    } else {
      expect_same_document(read, reference);
      ++sets;
      citations += read.citations.size();
    }
  }
  EXPECT_GE(sets, 80U);
  EXPECT_GE(citations, 900U);
  RecordProperty("citations", static_cast<int>(citations));
}

// The value of an attribute in the text of a tag.
std::string attribute_in(const std::string& tag, const std::string& attribute) {
  const std::size_t at = tag.find(attribute + "=\"");
  if (at == std::string::npos) return {};
  const std::size_t open = at + attribute.size() + 2;
  return tag.substr(open, tag.find('"', open) - open);
}

TEST(RealRecords, LabelsSayWhatNlmSays) {
  if (!fs::exists(kData)) GTEST_SKIP() << "no " << kData;
  std::size_t agreed = 0;
  std::size_t all = 0;
  for (const fs::path& path : data_files()) {
    const std::string bytes = read_bytes(path);
    for (std::size_t at = 0; (at = bytes.find("<AbstractText Label=\"", at)) != std::string::npos; ++at) {
      const std::string tag = bytes.substr(at, bytes.find('>', at) - at);
      std::string category = attribute_in(tag, "NlmCategory");
      std::transform(category.begin(), category.end(), category.begin(), [](char c) { return c | 0x20; });
      const auto role = parse_enum<SectionRole>(category).value_or(SectionRole::unassigned);
      if (role == SectionRole::unassigned) continue;
      agreed += role_of_label(attribute_in(tag, "Label")) == role ? 1U : 0U;
      ++all;
    }
  }
  EXPECT_GE(all, 300U);
  EXPECT_GE(agreed * 100, all * 98) << agreed << " of " << all;
}

struct ClosePipe {
  void operator()(std::FILE* pipe) const { ::pclose(pipe); }
};

std::string collapsed(const std::string& text) {
  return test::parse_article("<ArticleTitle><![CDATA[x " + text + "]]></ArticleTitle>").title.substr(2);
}

void expect_same_row(const Citation& citation, const nlohmann::json& row) {
  SCOPED_TRACE("PMID " + std::to_string(citation.pmid));
  const std::string title = collapsed(row.at("title").get<std::string>());
  EXPECT_TRUE(citation.title == title || (citation.title_translated && title.starts_with('['))) << citation.title;
  const nlohmann::json sections = row.at("abstract");
  ASSERT_EQ(citation.abstract.size(), sections.size());
  for (std::size_t i = 0; i < sections.size(); ++i) {
    EXPECT_EQ(citation.abstract[i].text, collapsed(sections[i].at("text").get<std::string>()));
    EXPECT_EQ(citation.abstract[i].label, sections[i].at("label").get<std::string>());
  }
}

TEST(RealRecords, SurviveTheWayThroughMadeUpXml) {
  const fs::path rows = kData / "pubmed/ketamine.jsonl";
  const fs::path script = kData / "../eval/to_pubmed_xml.py";
  if (!fs::exists(rows) || !fs::exists(script)) GTEST_SKIP() << "no " << rows << " or " << script;
  const std::string command = "python3 '" + script.string() + "' '" + rows.string() + "'";
  const std::unique_ptr<std::FILE, ClosePipe> pipe(::popen(command.c_str(), "r"));
  std::map<Pmid, Citation> citations;
  CitationHandler handler;
  handler.citation = [&](Citation&& citation) { citations.emplace(citation.pmid, citation); };
  handler.bad_record = [](const std::string& problem) { ADD_FAILURE() << problem; };
  read_citations([&](char* buffer, std::size_t size) { return std::fread(buffer, 1, size, pipe.get()); },
                 "to_pubmed_xml.py", handler);
  std::ifstream lines(rows);
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const nlohmann::json row = nlohmann::json::parse(line);
    expect_same_row(citations.at(row.at("pmid").get<Pmid>()), row);
  }
  EXPECT_GE(count, 100U);
}

}  // namespace
}  // namespace claimcheck
