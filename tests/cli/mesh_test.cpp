#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/child_process.h"
#include "cli/fixtures.h"

namespace claimcheck {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

std::string descriptor(const std::string& ui, const std::string& name, const std::string& tree) {
  return "<DescriptorRecord><DescriptorUI>" + ui + "</DescriptorUI><DescriptorName><String>" + name +
         "</String></DescriptorName><TreeNumberList><TreeNumber>" + tree +
         "</TreeNumber></TreeNumberList></DescriptorRecord>";
}

const std::string kMesh =
    "<!DOCTYPE DescriptorRecordSet SYSTEM \"nlmdescriptorrecordset_20310101.dtd\">"
    "<DescriptorRecordSet>" +
    descriptor("D990001", "Zorblaxin", "D03.1") + descriptor("D990002", "Frobulosis", "C01.1") +
    "</DescriptorRecordSet>";
constexpr const char* kAscii = "*NEWRECORD\nRECTYPE = D\nMH = Zorblaxin\nMN = D03.1\nUI = D990001\n";

class ImportMesh : public testing::Test {
 protected:
  [[nodiscard]] Outcome import(const std::string& file, const ChildOptions& options = {}) const {
    return run_claimcheck({"library", "import-mesh", "-q", "--library", library_, file}, options);
  }
  [[nodiscard]] json mesh() const {
    return json::parse(run_claimcheck({"library", "status", "--json", "--library", library_}).out)["mesh"];
  }

  TemporaryFolder folder_;
  std::string library_ = folder_.file("library.db");
};

TEST_F(ImportMesh, TellsWhatItTookAndStatusRemembers) {
  const Outcome outcome = import(folder_.file("some.xml", kMesh));
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("some.xml: MeSH 2031, 2 headings, 2 terms\n"));
  EXPECT_EQ(mesh()["year"], 2031);
  EXPECT_EQ(mesh()["file"], "some.xml");
  EXPECT_EQ(mesh()["descriptors"], 2);
  EXPECT_THAT(run_claimcheck({"library", "status", "--library", library_}).out,
              HasSubstr("MeSH        2031, 2 headings, 2 terms (some.xml, imported "));
}

TEST_F(ImportMesh, ChangesNothingTheSecondTime) {
  const std::string file = folder_.file("some.xml", kMesh);
  EXPECT_EQ(import(file).exit_code, 0);
  EXPECT_THAT(import(file).out, HasSubstr("imported before (MeSH 2031 of "));
  EXPECT_THAT(import("-", {.input = kMesh}).out, HasSubstr("nothing to do"));
  EXPECT_EQ(mesh()["file"], "some.xml");
}

TEST_F(ImportMesh, PutsAnotherFileInThePlaceOfTheFirst) {
  EXPECT_EQ(import(folder_.file("some.xml", kMesh)).exit_code, 0);
  EXPECT_THAT(import(folder_.file("d2032.bin", kAscii)).out,
              HasSubstr("MeSH 2032, 1 heading, 1 term, in the place of MeSH 2031 (some.xml)"));
  EXPECT_EQ(mesh()["year"], 2032);
}

TEST_F(ImportMesh, LeavesTheLibraryAsItWasWhenTheFileIsWrong) {
  EXPECT_EQ(import(folder_.file("desc2031.xml", kMesh)).exit_code, 0);
  const json before = mesh();
  const std::string cut = kMesh.substr(0, kMesh.size() - 30);
  for (const std::string& bytes :
       {cut, std::string("<QualifierRecordSet/>"), std::string(), std::string("\x1f\x8b\x08oops")}) {
    const Outcome outcome = import(folder_.file("wrong", bytes));
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("wrong: "));
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(mesh(), before);
  }
}

TEST_F(ImportMesh, LetsAClaimNameADrugThatNobodyWroteDown) {
  run_claimcheck({"library", "import", "-q", "--library", library_,
                  folder_.file("a.xml", article_set(article_xml(1, "Zorblaxin",
                                                                "Zorblaxin caused frobulosis in 40 of 80 "
                                                                "participants.")))});
  const std::string claims = folder_.file("claims.json", one_claim("Zorblaxin causes frobulosis."));
  const auto frame = [&] {
    const Outcome outcome =
        run_claimcheck({"explain", claims, "C-01", "--offline", "--json", "-q", "--library", library_});
    return json::parse(outcome.out)["claims"][0]["frame"];
  };
  EXPECT_EQ(frame()["subject"]["concepts"], json::array());
  EXPECT_EQ(import(folder_.file("desc2031.xml", kMesh)).exit_code, 0);
  EXPECT_EQ(frame()["subject"]["concepts"], json::array({"mesh_d990001"}));
  EXPECT_EQ(frame()["outcome"]["concepts"], json::array({"mesh_d990002"}));
}

}  // namespace
}  // namespace claimcheck
