#include <gmock/gmock.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "cli/child_process.h"
#include "intake/sha256.h"
#include "library/project.h"
#include "ooxml/xml_part.h"
#include "ooxml/zip_package.h"
#include "report/docx_article.h"
#include "report/sample_run.h"
#include "report/write_docx.h"
#include "report/writers.h"
#include "support/docx_reply.h"
#include "support/shell.h"
#include "support/temporary_folder.h"

namespace claimcheck {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

// The exported workbook with words in a cell that was left empty, as a spreadsheet saves them.
std::string fill_cell(const std::string& workbook, const std::string& place, const std::string& text) {
  const ZipPackage zip(workbook, "claims.xlsx");
  std::string sheet = zip.read("xl/worksheets/sheet1.xml");
  const std::size_t begin = sheet.find("<c r=\"" + place + "\"");
  const std::size_t end = sheet.find("/>", begin);
  if (begin == std::string::npos || end == std::string::npos) throw std::invalid_argument("no cell " + place);
  sheet.replace(end, 2, " t=\"inlineStr\"><is><t>" + encode_xml(text) + "</t></is></c>");
  return zip.write({{"xl/worksheets/sheet1.xml", sheet}});
}

class ReviewRounds : public testing::Test {
 protected:
  [[nodiscard]] std::string make_project(const std::string& name, const claimcheck::Run& run) const {
    std::string path = folder_.file(name);
    Project::create(path, run, "{}", sha256_hex);
    return path;
  }
  [[nodiscard]] static Project open(const std::string& path) {
    return Project::open(path, Project::Access::read, sha256_hex);
  }
  [[nodiscard]] static claimcheck::Run reviewed(const std::string& path) {
    const Project project = open(path);
    claimcheck::Run run = project.run();
    run.review = read_review(project.log());
    return run;
  }
  static Outcome import(const std::string& project, const std::string& file, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"import-decisions", project, file});
    return run_claimcheck(more);
  }

  TemporaryFolder folder_;
};

TEST_F(ReviewRounds, DecisionsGoOutToExcelAndComeBack) {
  const std::string project = make_project("may.project", sample_run());
  std::string book = write_xlsx(reviewed(project));
  book = fill_cell(book, "K3", "Contested");
  book = fill_cell(book, "M3", "soften \"no\"");
  book = fill_cell(book, "K4", "unsupported");
  book = fill_cell(book, "L4", "one trial is too little");
  book = fill_cell(book, "K5", "perhaps");
  const std::string file = folder_.file("claims.xlsx", book);

  EXPECT_THAT(import(project, file).err, HasSubstr("--as NAME"));
  const Outcome dry = import(project, file, {"--as", "Ada", "--dry-run"});
  EXPECT_EQ(dry.exit_code, 3) << dry.err;
  EXPECT_THAT(dry.out,
              AllOf(HasSubstr("not taken: C-03 (row 5): “perhaps” is no decision"), HasSubstr("Ada joins the review."),
                    HasSubstr("2 judgements, 1 comment, 1 not taken. Nothing was written (--dry-run).")));
  EXPECT_EQ(open(project).last_entry(), 0);

  EXPECT_EQ(import(project, file, {"--as", "Ada"}).exit_code, 3);
  const claimcheck::Run run = reviewed(project);
  EXPECT_EQ(run.review->find("C-02", "Ada")->reason, OverrideReason::other);
  EXPECT_EQ(run.review->find("C-02", "Ada")->origin, "claims.xlsx");
  EXPECT_THAT(open(project).log(), SizeIs(4));
  EXPECT_EQ(open(project).check_log().problem, "");

  EXPECT_THAT(import(project, file).out, HasSubstr("0 judgements, 0 comments, 2 claims as before, 1 not taken."));
  const Outcome unedited = import(project, folder_.file("again.xlsx", write_xlsx(run)));
  EXPECT_EQ(unedited.exit_code, 0) << unedited.out << unedited.err;
  const Outcome csv = import(project, folder_.file("again.csv", write_csv(run, true)));
  EXPECT_EQ(csv.exit_code, 0) << csv.out << csv.err;
  EXPECT_THAT(open(project).log(), SizeIs(4));
}

TEST_F(ReviewRounds, NothingIsOverwrittenUnlessItIsSaid) {
  const std::string project = make_project("may.project", sample_run());
  const std::string book = write_xlsx(sample_run());
  import(project, folder_.file("first.xlsx", fill_cell(book, "K3", "contested")), {"--as", "Ada"});
  std::string other = fill_cell(book, "K3", "unsupported");
  other = fill_cell(other, "L3", "claim misread");
  const std::string file = folder_.file("other.xlsx", other);
  const Outcome kept = import(project, file);
  EXPECT_EQ(kept.exit_code, 3);
  EXPECT_THAT(kept.out, HasSubstr("not taken: C-01 (row 3): Ada judged contested on "));
  EXPECT_EQ(reviewed(project).review->find("C-01", "Ada")->judgement, Judgement::contested);
  EXPECT_THAT(import(project, file, {"--replace"}).out, HasSubstr("1 replaced"));
  EXPECT_EQ(reviewed(project).review->find("C-01", "Ada")->judgement, Judgement::unsupported);
}

TEST_F(ReviewRounds, ImportsUnderTheNameThatTheProjectHas) {
  const claimcheck::Run run = sample_run();
  const std::string project = make_project("may.project", run);
  const std::string file = folder_.file("filled.xlsx", fill_cell(write_xlsx(run), "K3", "contested"));
  ASSERT_EQ(import(project, file, {"--as", "Anna Ito"}).exit_code, 0);
  EXPECT_THAT(import(project, file, {"--as", "anna  ito"}).out, HasSubstr("as Anna Ito: 0 judgements"));
  const Outcome near = import(project, file, {"--as", "Ana Ito", "--dry-run"});
  EXPECT_THAT(near.err, HasSubstr("Ana Ito is new in this review, where Anna Ito takes part"));
  EXPECT_THAT(import(project, file, {"--as", "Eve Lund", "--dry-run"}).err, testing::IsEmpty());
}

TEST_F(ReviewRounds, ExportKeepsTwoReviewersApart) {
  const std::string project = make_project("may.project", sample_run());
  const std::string book = write_xlsx(sample_run());
  import(project, folder_.file("ada.xlsx", fill_cell(book, "K3", "contested")), {"--as", "Ada"});
  const auto exported = [&] { return run_claimcheck({"export", project, "--md", "-"}).out; };
  EXPECT_THAT(exported(), HasSubstr("Ada"));
  const std::string alone = exported();
  const std::string other = fill_cell(fill_cell(book, "K3", "unsupported"), "L3", "other: Ben says so");
  EXPECT_EQ(import(project, folder_.file("ben.xlsx", other), {"--as", "Ben"}).exit_code, 0);
  EXPECT_THAT(exported(), Not(HasSubstr("Ben says so")));
  EXPECT_NE(exported(), alone);
}

// The parts of a Word file that the other does not have just so.
std::vector<std::string> changed_parts(const std::string& before, const std::string& after) {
  const ZipPackage old_zip(before, "before.docx");
  const ZipPackage new_zip(after, "after.docx");
  std::vector<std::string> changed;
  for (const std::string& name : new_zip.parts()) {
    if (old_zip.find(name).empty() || old_zip.read(name) != new_zip.read(name)) changed.push_back(name);
  }
  return changed;
}

TEST_F(ReviewRounds, TheAuthorsFileLeavesWithTagsAndDecisions) {
  const DocxArticle article = docx_article(words_of_article());
  const std::string project = folder_.file("may.project");
  const std::vector<std::string_view> originals{article.bytes};
  Project::create(project, article.run, "{}", sha256_hex, originals);
  const std::string out = folder_.file("out.docx");
  ASSERT_EQ(run_claimcheck({"export", project, "--docx", out}).exit_code, 0);
  EXPECT_EQ(read_whole_file(out), write_docx(article.run, article.document, article.bytes)) << "as check wrote it";
  const std::string reply =
      add_reply(read_whole_file(out), "C-01", "Ada", "Contested: claim misread. As it says itself.");
  ASSERT_EQ(import(project, folder_.file("reply.docx", reply), {"--as", "Ada"}).exit_code, 0);
  const std::string copy = folder_.file("copy.project");
  ASSERT_EQ(run_claimcheck({"copy", project, copy}).exit_code, 0);
  const Outcome exported = run_claimcheck({"export", copy, "--docx", out});
  ASSERT_EQ(exported.exit_code, 0) << exported.err;
  const std::string comments = ZipPackage(read_whole_file(out), "out.docx").read("word/comments.xml");
  EXPECT_THAT(comments, HasSubstr("contested, as Ada judged (claim misread: As it says itself.)"));
  EXPECT_THAT(comments, HasSubstr("As decided by people: "));
  EXPECT_THAT(changed_parts(article.bytes, read_whole_file(out)),
              testing::Each(testing::AnyOf(HasSubstr("omments"), HasSubstr("document.xml"), HasSubstr("Content_Types"),
                                           HasSubstr("people.xml"))));
}

TEST_F(ReviewRounds, AProjectWithoutTheAuthorsFileAsksForIt) {
  const DocxArticle article = docx_article(words_of_article());
  const std::string project = make_project("may.project", article.run);
  const std::string out = folder_.file("out.docx");
  const Outcome asked = run_claimcheck({"export", project, "--docx", out});
  EXPECT_EQ(asked.exit_code, 2);
  EXPECT_THAT(asked.err, AllOf(HasSubstr("keeps no copy of"), HasSubstr("--article FILE")));
  const std::string file = folder_.file("author.docx", article.bytes);
  ASSERT_EQ(run_claimcheck({"export", project, "--docx", out, "--article", file}).exit_code, 0);
  EXPECT_EQ(read_whole_file(out), write_docx(article.run, article.document, article.bytes));
  const Outcome other = run_claimcheck({"export", project, "--docx", out, "--article", folder_.file("b.docx", "PK")});
  EXPECT_EQ(other.exit_code, 2);
  EXPECT_THAT(other.err, HasSubstr("b.docx: it is not "));
  EXPECT_THAT(run_claimcheck({"export", make_project("claims.project", sample_run()), "--docx", out}).err,
              HasSubstr("none of the files is one"));
  EXPECT_THAT(run_claimcheck({"export", project, "--article", file}).err, HasSubstr("--docx"));
}

TEST_F(ReviewRounds, RepliesInWordComeBack) {
  const DocxArticle article = docx_article(words_of_article());
  const std::string project = make_project("may.project", article.run);
  std::string document = write_docx(article.run, article.document, article.bytes);
  document = add_reply(document, "C-01", "A. Byron", "Contested. As it says itself.");
  document = add_reply(document, "C-02", "A. Byron", "Nice.");
  document = add_reply(document, "C-01", "Ben", "unsupported: claim misread");
  const std::string file = folder_.file("guide.docx", document);
  const Outcome unclear = import(project, file, {"--as", "Ada"});
  EXPECT_EQ(unclear.exit_code, 2);
  EXPECT_THAT(unclear.err, HasSubstr("--author: “A. Byron”, “Ben”"));
  EXPECT_THAT(import(project, file, {"--as", "Ada", "--author", "Eve"}).err, HasSubstr("nobody called “Eve”"));
  const Outcome taken = import(project, file, {"--as", "Ada", "--author", "A. Byron"});
  EXPECT_EQ(taken.exit_code, 0) << taken.out << taken.err;
  EXPECT_THAT(taken.out, HasSubstr("1 judgement, 1 comment."));
  EXPECT_THAT(taken.out, HasSubstr("The replies are those of “A. Byron”, taken as Ada."));
  const Outcome own = import(project, file, {"--as", "Ben"});
  EXPECT_EQ(own.exit_code, 0);
  EXPECT_THAT(own.out, Not(HasSubstr("taken as Ben")));
  const claimcheck::Run run = reviewed(project);
  EXPECT_EQ(run.review->find("C-01", "Ada")->judgement, Judgement::contested);
  EXPECT_EQ(run.review->find("C-01", "Ada")->text, "As it says itself.");
  EXPECT_EQ(run.review->find("C-02", "Ada")->comments.at(0).text, "Nice.");
  EXPECT_EQ(run.review->find("C-01", "Ben")->judgement, Judgement::unsupported);
}

TEST_F(ReviewRounds, LibreOfficeSavesWhatComesBack) {
  if (!has_program("soffice")) GTEST_SKIP() << "LibreOffice is not installed";
  const std::string project = make_project("may.project", sample_run());
  std::string book = fill_cell(write_xlsx(sample_run()), "K3", "contested");
  book = fill_cell(book, "M3", "one\ntwo");
  import(project, folder_.file("claims.xlsx", book), {"--as", "Ada"});
  claimcheck::Run run = reviewed(project);
  const auto convert = [&](const std::string& file) {
    return run_shell("soffice --headless --norestore -env:UserInstallation=file://" + folder_.file("profile") +
                     " --convert-to xlsx --outdir " + folder_.file("out") + " " + file);
  };
  ASSERT_EQ(convert(folder_.file("exported.xlsx", write_xlsx(run))).status, 0);
  const Outcome again = import(project, folder_.file("out/exported.xlsx"));
  EXPECT_EQ(again.exit_code, 0) << again.out << again.err;
  EXPECT_THAT(again.out, HasSubstr("0 judgements, 0 comments, 1 claim as before."));
  ASSERT_EQ(convert(folder_.file("filled.xlsx", fill_cell(write_xlsx(run), "K6", "not checkable"))).status, 0);
  EXPECT_THAT(import(project, folder_.file("out/filled.xlsx")).out, HasSubstr("1 judgement, 0 comments"));
}

TEST_F(ReviewRounds, DecisionsMoveToANewDraftOnTheVerySameWords) {
  const std::string may = make_project("may.project", sample_run());
  std::string book = fill_cell(write_xlsx(sample_run()), "K3", "contested");
  book = fill_cell(book, "K4", "supported");
  import(may, folder_.file("claims.xlsx", book), {"--as", "Ada"});
  claimcheck::Run draft = sample_run();
  draft.reports[1].claim.text = "Veldoxine may improve sleep in the long term.";
  draft.reports[1].frame.text = draft.reports[1].claim.text;
  std::swap(draft.reports[0].claim.id, draft.reports[5].claim.id);
  std::swap(draft.reports[0].frame.claim_id, draft.reports[5].frame.claim_id);
  const std::string june = make_project("june.project", draft);

  const Outcome dry = run_claimcheck({"carry", may, june, "--dry-run"});
  EXPECT_EQ(dry.exit_code, 0) << dry.err;
  EXPECT_EQ(open(june).last_entry(), 0);
  const Outcome carried = run_claimcheck({"carry", may, june});
  EXPECT_THAT(
      carried.out,
      AllOf(HasSubstr("re-confirm  C-02: "), HasSubstr("in the [-short-]{+long+} term."), HasSubstr("Ada: 1 carried."),
            HasSubstr(
                "5 claims the same (1 decided), 1 to re-confirm, 0 changed that nobody had decided, 0 new, 0 gone.")));
  const claimcheck::Run run = reviewed(june);
  EXPECT_THAT(run.review->find("C 06/ä", "Ada")->origin, HasSubstr("carried from may.project (entry 2 of "));
  EXPECT_EQ(run.review->find("C-02", "Ada"), nullptr);
  EXPECT_EQ(open(june).check_log().problem, "");

  const std::int64_t entries = open(june).last_entry();
  EXPECT_THAT(run_claimcheck({"carry", may, june}).out, HasSubstr("Ada: 0 carried, 1 there already."));
  EXPECT_EQ(open(june).last_entry(), entries);
}

TEST_F(ReviewRounds, CarryTakesThePeopleAndProjectsThatThereAre) {
  const std::string may = make_project("may.project", sample_run());
  EXPECT_THAT(run_claimcheck({"carry", may, may}).err, HasSubstr("both the old and the new draft"));
  const std::string june = make_project("june.project", sample_run());
  const Outcome nobody = run_claimcheck({"carry", may, june, "--as", "Eve"});
  EXPECT_EQ(nobody.exit_code, 2);
  EXPECT_THAT(nobody.err, HasSubstr("nobody called “Eve” takes part"));
  EXPECT_THAT(run_claimcheck({"carry", "--as", "Eve", "--as", "Ben", may, june}).err, HasSubstr("nobody called “Eve”"));
  const Outcome nothing = run_claimcheck({"carry", may, june});
  EXPECT_EQ(nothing.exit_code, 0) << nothing.err;
  EXPECT_THAT(nothing.out, Not(HasSubstr("re-confirm  C")));
  EXPECT_EQ(run_claimcheck({"carry", may, folder_.file("none.project")}).exit_code, 2);
}

}  // namespace
}  // namespace claimcheck
