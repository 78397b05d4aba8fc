#include "ooxml/docx_sources.h"

#include <gmock/gmock.h>

#include <string>

#include "core/error.h"
#include "support/docx_builder.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

// A document with one customXml part of this content, to which `relations` of its relationships lead.
std::map<std::string, DocxSource> sources_of(const std::string& xml, int relations = 1) {
  DocxSketch sketch;
  sketch.body = paragraph_xml("Zinc helps.");
  for (int i = 0; i < relations; ++i) {
    sketch.relations +=
        "<Relationship Id=\"s" + std::to_string(i) + R"(" Type="x/customXml" Target="../customXml/item1.xml"/>)";
  }
  sketch.extra = {{"customXml/item1.xml", xml}};
  const std::string bytes = make_docx(sketch);
  return read_docx_sources(DocxPackage(bytes, "paper.docx"));
}

std::string list_of(const std::string& content, const std::string& address) {
  return "<?xml version=\"1.0\"?><s:Sources xmlns:s=\"" + address + "\">" + content + "</s:Sources>";
}

const std::string kTransitional = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography";
const std::string kStrict = "http://purl.oclc.org/ooxml/officeDocument/bibliography";

TEST(ReadDocxSources, ReadsWhatSaysWhichSourceItIs) {
  for (const std::string& address : {kTransitional, kStrict}) {
    EXPECT_THAT(sources_of(list_of("<s:Source><s:Tag>Doe20</s:Tag><s:Title>A &lt; B</s:Title><s:DOI>10.1/x</s:DOI>"
                                   "<s:URL>https://a.org</s:URL><s:StandardNumber>PMID 7</s:StandardNumber>"
                                   "<s:Comments>c</s:Comments><s:Year>2020</s:Year></s:Source>"
                                   "<s:Source><s:Tag>Doe20</s:Tag><s:Title>Another</s:Title></s:Source>"
                                   "<s:Source><s:Title>Without a tag</s:Title></s:Source><s:Other/>",
                                   address),
                           3),
                ElementsAre(Pair("Doe20", DocxSource{"A < B", "10.1/x", "https://a.org", "PMID 7", "c"})))
        << address;
  }
}

TEST(ReadDocxSources, LeavesOtherPartsAlone) {
  for (const std::string xml : {"", "no XML", "<settings xmlns=\"urn:x\"><Source><Tag>a</Tag></Source></settings>"}) {
    EXPECT_THAT(sources_of(xml), IsEmpty()) << xml;
  }
}

TEST(ReadDocxSources, RefusesABrokenList) {
  EXPECT_THROW(sources_of("<!DOCTYPE x [<!ENTITY a \"b\">]>" + list_of("<s:Source/>", kTransitional)), Error);
  EXPECT_THROW(sources_of(list_of("<s:Source>", kTransitional)), Error);
}

}  // namespace
}  // namespace claimcheck
