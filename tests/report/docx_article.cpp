#include "report/docx_article.h"

#include <stdexcept>

#include "intake/read_docx.h"
#include "report/sample_run.h"
#include "support/docx_builder.h"

namespace claimcheck {
namespace {

std::string bytes_of_article() {
  DocxSketch sketch;
  sketch.relations = R"(<Relationship Id="r9" TargetMode="External" Target="https://veldoxine.example/" )"
                     R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/>)";
  const std::string cite = field_xml(R"(ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[]})", run_xml("(Doe 2019)"));
  sketch.body =
      paragraph_xml("Veldoxine: a short guide", "Title") + "<w:p>" + run_xml("Veldoxine ") +
      run_xml("improves", "<w:i/>") + run_xml(" sleep in adults") + cite + run_xml(". It is ") +
      R"(<w:ins w:id="3" w:author="Ann" w:date="2026-01-01T00:00:00Z">)" + run_xml("entirely ") + "</w:ins>" +
      R"(<w:del w:id="4" w:author="Ann" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>quite </w:delText></w:r></w:del>)" +
      run_xml("safe") + R"(<w:r><w:footnoteReference w:id="2"/></w:r>)" + run_xml(", as ") +
      R"(<w:hyperlink r:id="r9">)" + run_xml("its makers say on their site") + "</w:hyperlink>" + run_xml(".") +
      "</w:p><w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"4000\"/><w:gridCol w:w=\"4000\"/></w:tblGrid><w:tr><w:tc>" +
      paragraph_xml("Drug") + "</w:tc><w:tc>" + paragraph_xml("Effect") + "</w:tc></w:tr><w:tr><w:tc>" +
      paragraph_xml("Veldoxine") + "</w:tc><w:tc>" + paragraph_xml("cures hay fever & colds") +
      "</w:tc></w:tr></w:tbl><w:p>" + "<w:sdt><w:sdtPr><w:alias w:val=\"Text\"/></w:sdtPr><w:sdtContent>" +
      run_xml("Liver injury is rare in children.") + "</w:sdtContent></w:sdt>" +
      R"(<w:r><w:pict><v:shape style="width:200pt;height:60pt"><v:textbox><w:txbxContent>)" +
      paragraph_xml("Tip: take it at noon.") + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
  sketch.footnotes = R"(<w:footnote w:id="2">)" + paragraph_xml("Nobody was harmed in trials.") + "</w:footnote>";
  return make_docx(sketch);
}

}  // namespace

const std::vector<std::string>& words_of_article() {
  static const std::vector<std::string> kWords{"Veldoxine improves sleep in adults",
                                               "It is entirely safe",
                                               "say on their site",
                                               "hay fever",
                                               "rare in children",
                                               "sleep"};
  return kWords;
}

DocxArticle docx_article(const std::vector<std::string>& words) {
  DocxArticle article{bytes_of_article(), {}, sample_run()};
  article.document = read_docx(article.bytes, "guide.docx");
  for (std::size_t i = 0; i < words.size(); ++i) {
    Claim& claim = article.run.reports.at(i).claim;
    claim.passage.reset();  // the sample's own is of another article
    for (std::size_t block = 0; block < article.document.blocks.size() && !claim.passage; ++block) {
      const std::size_t at = article.document.blocks[block].text.find(words[i]);
      if (at == std::string::npos) continue;
      claim.passage.emplace();
      claim.passage->text = words[i];
      claim.passage->block = block;
      claim.passage->words = {at, at + words[i].size()};
    }
    if (!claim.passage) throw std::invalid_argument("the article does not say: " + words[i]);
    claim.origin = ClaimOrigin{article.document.name, article.document.sha256, {}, {}};
  }
  article.run.articles = {article.document};
  return article;
}

}  // namespace claimcheck
