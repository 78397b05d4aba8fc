// Holds the reports against programs that are not ours. Each test skips, and says so, where its program is missing.

#include <gmock/gmock.h>

#include <string>

#include "report/sample_run.h"
#include "report/writers.h"
#include "support/shell.h"
#include "support/temporary_folder.h"

namespace claimcheck {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(OtherPrograms, JsonschemaAcceptsTheJsonAndTheSarifReport) {
  if (run_shell("python3 -c 'import jsonschema'").status != 0) GTEST_SKIP() << "python3-jsonschema is not installed";
  const TemporaryFolder folder;
  const auto check = [&](const std::string& report, const std::string& schema) {
    const std::string file = folder.file("report.json", report);
    const ShellOutcome outcome = run_shell(
        "python3 -c 'import json, jsonschema, sys\nschema = json.load(open(sys.argv[1]))\n"
        "jsonschema.Draft202012Validator.check_schema(schema)\n"
        "jsonschema.Draft202012Validator(schema).validate(json.load(open(sys.argv[2])))' " CLAIMCHECK_SOURCE_DIR "/" +
        schema + " " + file);
    EXPECT_EQ(outcome.status, 0) << outcome.out;
  };
  for (const claimcheck::Run& run : {sample_run(), claimcheck::Run{}}) {
    check(write_json(run), "docs/report.schema.json");
    check(write_sarif(run), "tests/data/sarif.schema.json");
  }
}

TEST(OtherPrograms, PythonReadsTheCsvAsItWasMeant) {
  if (!has_program("python3")) GTEST_SKIP() << "python3 is not installed";
  const TemporaryFolder folder;
  const std::string file = folder.file("report.csv", write_csv(sample_run(), true));
  const ShellOutcome outcome = run_shell(
      "python3 -c 'import csv, sys\nrows = list(csv.reader(open(sys.argv[1], encoding=\"utf-8-sig\", newline=\"\"), "
      "strict=True))\nassert len({len(row) for row in rows}) == 1\nprint(len(rows), rows[0][0], rows[6][0])' " +
      file);
  EXPECT_EQ(outcome.out, "7 Claim ID C 06/ä\n");
}

TEST(OtherPrograms, PandocRendersTheCslJson) {
  if (!has_program("pandoc")) GTEST_SKIP() << "pandoc is not installed";
  const TemporaryFolder folder;
  const std::string references = folder.file("references.json", write_csl(sample_run()));
  const std::string text = folder.file("text.md", "As shown [@pmid90000001; @pmid90000002; @pmid90000005].\n");
  const ShellOutcome outcome =
      run_shell("pandoc --citeproc --wrap=none --to=plain --bibliography=" + references + " " + text);
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out,
              AllOf(HasSubstr("Aldane, R. T., K. Bø"), HasSubstr("“Liver Enzymes in Adults"), HasSubstr("1123–45"),
                    HasSubstr("SOMNUS Study Group"), HasSubstr("Handbook of Invented Drugs")))
      << outcome.out;
}

TEST(OtherPrograms, PandocReadsTheMarkdownAsItWasMeant) {
  if (!has_program("pandoc")) GTEST_SKIP() << "pandoc is not installed";
  const TemporaryFolder folder;
  claimcheck::Run run = sample_run();
  run.reports[0].claim.text = "<b>a</b> | *b* `c` [d](e) $f$ \\ & ~~g~~ &amp;";
  const std::string file = folder.file("report.md", write_markdown(run));
  const ShellOutcome outcome = run_shell("pandoc --from=gfm --to=html --wrap=none " + file);
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, HasSubstr("<td>&lt;b&gt;a&lt;/b&gt; | *b* `c` [d](e) $f$ \\ &amp; ~~g~~ &amp;amp;</td>"));
}

TEST(OtherPrograms, XmllintFindsTheSvgWellFormed) {
  if (!has_program("xmllint")) GTEST_SKIP() << "xmllint is not installed";
  const TemporaryFolder folder;
  const ShellOutcome outcome =
      run_shell("xmllint --noout --nonet " + folder.file("flow.svg", write_flow(sample_run())));
  EXPECT_EQ(outcome.status, 0) << outcome.out;
}

TEST(OtherPrograms, ChromiumPrintsWhatIsFoldedOnlyWhenAsked) {
  if (!has_program("chromium") || !has_program("pdftotext")) GTEST_SKIP() << "chromium or pdftotext is not installed";
  const TemporaryFolder folder;
  const auto print = [&](const std::string& name, const std::string& html) {
    const std::string page = folder.file(name + ".html", html);
    const std::string paper = folder.file(name + ".pdf");
    run_shell("chromium --headless --no-sandbox --disable-gpu --user-data-dir=" + folder.file("profile") +
              " --no-pdf-header-footer --print-to-pdf=" + paper + " file://" + page);
    return run_shell("pdftotext -layout " + paper + " -").out;
  };
  std::string html = write_html(sample_run());
  const std::string paper = print("short", html);
  EXPECT_THAT(paper,
              AllOf(HasSubstr("Veldoxine may improve sleep"), HasSubstr("Printed without what the page keeps"),
                    HasSubstr("The search in full"), Not(HasSubstr("Query as run")), Not(HasSubstr("Deduplication"))));
  const std::string box = "id=\"print-all\"";
  ASSERT_NE(html.find(box), std::string::npos);
  html.insert(html.find(box), "checked ");
  EXPECT_THAT(print("whole", html), AllOf(HasSubstr("Query as run"), HasSubstr("Deduplication"),
                                          Not(HasSubstr("Printed without what the page keeps"))));
}

TEST(OtherPrograms, LibreOfficeReadsTheWorkbook) {
  if (!has_program("soffice")) GTEST_SKIP() << "LibreOffice is not installed";
  const TemporaryFolder folder;
  claimcheck::Run run = sample_run();
  run.reports[0].claim.text = "=1+1";
  run.reports[1].claim.text = "_x0041_";
  const std::string book = folder.file("report.xlsx", write_xlsx(run));
  // Every sheet as report-NAME.csv.
  const ShellOutcome outcome = run_shell(
      "soffice --headless --norestore -env:UserInstallation=file://" + folder.file("profile") +
      " --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' --outdir " +
      folder.file("out") + " " + book);
  ASSERT_EQ(outcome.status, 0) << outcome.out;
  const std::string claims = read_file(folder.file("out/report-Claims.csv"));
  EXPECT_THAT(claims, AllOf(HasSubstr("C-01,≷ Contested · contradicted,=1+1,"), HasSubstr("C-02,✓ Supported,_x0041_,"),
                            HasSubstr("Decision,Reason,Comment")));
  EXPECT_THAT(read_file(folder.file("out/report-Evidence.csv")), HasSubstr("ALT rose to ≥ 3 × the upper limit"));
  EXPECT_THAT(read_file(folder.file("out/report-References.csv")), HasSubstr("10.5555/jih.2021.1123"));
  EXPECT_THAT(read_file(folder.file("out/report-Method & log.csv")), HasSubstr("veldoxine[tiab] AND safety[tiab]"));
}

}  // namespace
}  // namespace claimcheck
