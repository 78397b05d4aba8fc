#include "pubmed/mesh_descriptors.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Reading {
  std::vector<MeshDescriptor> descriptors;
  int year = 0;
  std::string error;
};

Reading read_bytes(const ByteReader& bytes, const std::string& name) {
  Reading reading;
  try {
    const MeshFileInfo info =
        read_mesh_descriptors(bytes, name, [&](MeshDescriptor&& d) { reading.descriptors.push_back(std::move(d)); });
    EXPECT_EQ(info.descriptors, reading.descriptors.size());
    reading.year = info.year;
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    reading.error = error.what();
  }
  return reading;
}

Reading read(const std::string& text, std::size_t chunk = 1 << 20) {
  return read_bytes(
      [whole = bytes_of(text), chunk](char* buffer, std::size_t size) { return whole(buffer, std::min(size, chunk)); },
      "m");
}

std::string descriptor_xml(const std::string& ui, const std::string& name, const std::string& inside = "") {
  return "<DescriptorRecord DescriptorClass = \"1\">\n <DescriptorUI>" + ui +
         "</DescriptorUI>\n <DescriptorName>\n  <String>" + name + "</String>\n </DescriptorName>\n" + inside +
         "</DescriptorRecord>\n";
}

std::string set_xml(const std::string& records) {
  return "<?xml version=\"1.0\"?>\n<!DOCTYPE DescriptorRecordSet SYSTEM \"nlmdescriptorrecordset_20310101.dtd\">\n"
         "<DescriptorRecordSet LanguageCode = \"eng\">\n" +
         records + "</DescriptorRecordSet>\n";
}

// A qualifier's name and a second concept stand in the record, as in real files.
const std::string kCalmine = descriptor_xml(
    "D990001", "Calmine &amp; Salts",
    "<AllowableQualifiersList><AllowableQualifier><QualifierReferredTo><QualifierUI>Q1</QualifierUI><QualifierName>"
    "<String>history</String></QualifierName></QualifierReferredTo></AllowableQualifier></AllowableQualifiersList>"
    "<TreeNumberList><TreeNumber>D03.1</TreeNumber><TreeNumber>D27.505.9</TreeNumber></TreeNumberList><ConceptList>"
    "<Concept><ConceptName><String>no term</String></ConceptName><TermList><Term><String>Calmine &amp; Salts</String>"
    "<Abbreviation>CA</Abbreviation></Term><Term><String>Salt,\n  Calmine</String></Term></TermList></Concept><Concept>"
    "<TermList><Term><String>Calmolin</String></Term><Term><String>Calmolin</String></Term></TermList></Concept>"
    "<Concept PreferredConceptYN=\"N\"><ConceptRelationList><ConceptRelation "
    "RelationName=\"NRW\"/></ConceptRelationList>"
    "<TermList><Term><String>Tepid Brine</String></Term></TermList></Concept></ConceptList>");
const std::string kFile = set_xml(kCalmine + "<!-- between -->" + descriptor_xml("D000990002", "Sore Knees"));

const std::string kAscii =
    "*NEWRECORD\r\nRECTYPE = D\r\nMH = Calmine & Salts\r\nAQ = AD AE\r\nPRINT ENTRY = Calmolin|T109|NON|EQV|abc\r\n"
    "ENTRY = Salt, Calmine|T109\r\nMN = D03.1\r\nMN = D27.505.9\r\nMS = A note with = signs\r\nand a second line\r\n"
    "UI = D990001\r\n\r\n*NEWRECORD\nRECTYPE = D\nMH = Sore Knees\nUI = D000990002\n";

TEST(ReadMeshDescriptors, ReadsNamesTermsAndTreesOfXml) {
  const Reading reading = read(kFile);
  EXPECT_EQ(reading.error, "");
  EXPECT_EQ(reading.year, 2031);
  EXPECT_THAT(
      reading.descriptors,
      ElementsAre(MeshDescriptor{"D990001", "Calmine & Salts", {"Salt, Calmine", "Calmolin"}, {"D03.1", "D27.505.9"}},
                  MeshDescriptor{"D000990002", "Sore Knees", {}, {}}));
}

TEST(ReadMeshDescriptors, ReadsTheSameOfAscii) {
  const Reading reading = read(kAscii);
  EXPECT_EQ(reading.error, "");
  EXPECT_EQ(reading.year, 0);
  EXPECT_THAT(
      reading.descriptors,
      ElementsAre(MeshDescriptor{"D990001", "Calmine & Salts", {"Calmolin", "Salt, Calmine"}, {"D03.1", "D27.505.9"}},
                  MeshDescriptor{"D000990002", "Sore Knees", {}, {}}));
}

TEST(ReadMeshDescriptors, ReadsTheSameWhereverTheChunksEnd) {
  for (const std::string& file : {kFile, kAscii}) {
    for (std::size_t chunk = 1; chunk < 40; ++chunk) EXPECT_EQ(read(file, chunk).descriptors, read(file).descriptors);
  }
}

TEST(ReadMeshDescriptors, RepairsBytesThatAreNoText) {
  EXPECT_EQ(read(set_xml(descriptor_xml("D990001", "Calm\xffine"))).descriptors.at(0).name, "Calm\ufffdine");
  EXPECT_EQ(read("*NEWRECORD\nMH = Calm\xffine\nUI = D990001\n").descriptors.at(0).name, "Calm\ufffdine");
  EXPECT_EQ(read("\xef\xbb\xbf\n" + kFile).descriptors.size(), 2U);
}

TEST(ReadMeshDescriptors, TellsAFileThatWasCutShortWhereverItWasCut) {
  for (std::size_t size = kFile.find("<Desc") + 1; size < kFile.find("</DescriptorRecordSet"); ++size) {
    EXPECT_THAT(read(kFile.substr(0, size)).error, HasSubstr("cut short; fetch it again")) << size;
  }
  const std::size_t second = kAscii.rfind("*NEW");
  for (std::size_t size = second + 11; size < kAscii.size() - 5; ++size) {
    EXPECT_THAT(read(kAscii.substr(0, size)).error, testing::AnyOf(HasSubstr("cut short"), HasSubstr("identifier")))
        << size;
  }
}

struct WrongFile {
  std::string text;
  const char* told;
};

TEST(ReadMeshDescriptors, SaysWhatAWrongFileIsAndWhichToGet) {
  const WrongFile cases[] = {
      {"", "m: is empty; get the descriptors"},
      {" \n\t", "is empty"},
      {"Dear all,", "is no MeSH file (“Dear all,”); get the descriptors"},
      {"{\"a\": 1}", "is no MeSH file"},
      {"<html><body>503</body></html>", "is no MeSH XML but <html> (“503”)"},
      {"<QualifierRecordSet/>", "is the MeSH file of qualifiers (qual20NN.xml), get the descriptors, desc20NN.xml"},
      {"<!-- x --><SupplementalRecordSet a=\"b\">", "is the MeSH file of supplementary concepts"},
      {"<PharmacologicalActionSet>", "is the MeSH file of pharmacological actions"},
      {"<PubmedArticleSet></PubmedArticleSet>", "claimcheck library import FILE"},
      {"<!-- nothing -->", "holds no XML element"},
      {"<DescriptorRecordSet>", "cut short"},
      {"<DescriptorRecordSet></DescriptorRecordSet>", "holds no descriptors"},
      {"*NEWRECORD\nRECTYPE = Q\nSH = history\nUI = Q1\n", "is the MeSH file of qualifiers (q20NN.bin)"},
      {"*NEWRECORD\nRECTYPE = C\nNM = x\nUI = C1\n", "is the MeSH file of supplementary concepts (c20NN.bin)"},
      {"*NEWRECORD\nRECTYPE = Z\n", "unknown type (“Z”)"},
      {"*NEWRECORD\nUI = D990001\n", "descriptor 1 cannot be read: it has no name"},
      {"*NEWRECORD\nMH = x\nUI = 990001\n", "“990001” is no identifier of a descriptor"},
      {"*NEWRECORD\nMH = x\nMN = D..1\nUI = D990001\n", "“D..1” is no tree number"},
      {set_xml(kCalmine + descriptor_xml("D990002", "<b>x</i>")),
       "descriptor 2 cannot be read: Start-end tags mismatch"},
      {set_xml(kCalmine + "<QualifierRecord/>"), "descriptor 2 cannot be read: <QualifierRecord> stands in its place"},
      {set_xml(kCalmine + "</QualifierRecord>"), "a closing tag stands by itself"},
      {kFile + kFile, "goes on after </DescriptorRecordSet>"},
  };
  for (const WrongFile& wrong : cases) {
    EXPECT_THAT(read(wrong.text).error, HasSubstr(wrong.told)) << wrong.text;
    EXPECT_THAT(read(wrong.text, 1).error, HasSubstr(wrong.told)) << wrong.text;
  }
}

TEST(ReadMeshDescriptors, RefusesARecordWithoutEnd) {
  const Reading reading = read("<DescriptorRecordSet><DescriptorRecord>" + std::string(std::size_t{9} << 20U, 'x'));
  EXPECT_THAT(reading.error, HasSubstr("larger than 4 MiB"));
}

TEST(ReadMeshDescriptors, ReadsRealSamplesAndRefusesTheirSisters) {
  const std::string folder = CLAIMCHECK_SOURCE_DIR "/../shared/data/pubmed/baseline/tipplerow__pubmed/";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << folder << " is not here";
  const Reading real = read_bytes(open_bytes(folder + "mesh_desc_sample.xml"), "sample");
  EXPECT_EQ(real.error, "");
  EXPECT_EQ(real.year, 2020);
  ASSERT_EQ(real.descriptors.size(), 5U);
  EXPECT_EQ(real.descriptors[0].name, "Calcimycin");
  EXPECT_EQ(real.descriptors[0].ui, "D000001");
  EXPECT_THAT(real.descriptors[0].entry_terms, IsEmpty()) << "A-23187 stands in a narrower concept";
  EXPECT_THAT(real.descriptors[0].trees, ElementsAre("D03.633.100.221.173"));
  for (const char* sister :
       {"mesh_qual_sample.xml", "mesh_supp_sample.xml", "mesh_pa_sample.xml", "pubmed_sample.xml"}) {
    const Reading refused = read_bytes(open_bytes(folder + sister), sister);
    EXPECT_THAT(refused.error, HasSubstr("get the descriptors")) << sister;
    EXPECT_THAT(refused.descriptors, IsEmpty());
  }
}

}  // namespace
}  // namespace claimcheck
