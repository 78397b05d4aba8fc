#include "review/page_downloads.h"

#include <gmock/gmock.h>

#include <initializer_list>
#include <string>
#include <vector>

#include "intake/sha256.h"
#include "report/docx_article.h"
#include "report/sample_run.h"
#include "report/write_docx.h"
#include "report/writers.h"
#include "review/seated_page.h"

namespace claimcheck {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const json kNothing = json::object();
constexpr const char* kNames[] = {"report.html", "matrix.xlsx", "matrix.csv", "report.md"};

std::string field(const HttpAnswer& answer, std::string_view name) {
  return std::string(find_field(answer.headers, name).value_or(""));
}

/// What `claimcheck export` tells.
Run exported(const ReviewedProject& project) {
  return run_to_report(Project::open(project.path(), Project::Access::read, sha256_hex));
}

class PageDownloads : public ::testing::Test {
 protected:
  void judge_and_finish(const SeatedPage& page) const {
    page.call("/api/judge",
              {{"claim", "C-03"}, {"judgement", "contested"}, {"reason", "other"}, {"text", "MY-REASON"}});
    page.call("/api/finish", kNothing);
  }

  ReviewedProject project_{sample_run()};
  SeatedPage anna_{project_, {"Anna Ito"}};
};

TEST_F(PageDownloads, AreOfferedOnceOneHasFinishedWithWhatComesNext) {
  EXPECT_THAT(anna_.page("/summary"), Not(HasSubstr("/download/")));
  judge_and_finish(anna_);
  const std::string html = anna_.page("/summary");
  EXPECT_THAT(html, AllOf(HasSubstr("What comes next"), HasSubstr("claimcheck review may.project --as")));
  for (const char* const name : kNames) EXPECT_THAT(html, HasSubstr("href=\"/download/" + std::string(name) + "\""));
  EXPECT_THAT(html, Not(HasSubstr("commented.docx"))) << "there is no Word file";
}

TEST_F(PageDownloads, AreWhatExportWrites) {
  judge_and_finish(anna_);
  const claimcheck::Run run = exported(project_);
  const HttpAnswer html = anna_.get("/download/report.html");
  EXPECT_EQ(html.status, 200);
  EXPECT_EQ(html.body, write_html(run));
  EXPECT_THAT(html.body, HasSubstr("MY-REASON"));
  EXPECT_EQ(anna_.get("/download/matrix.xlsx").body, write_xlsx(run));
  EXPECT_EQ(anna_.get("/download/matrix.csv").body, write_csv(run, false));
  EXPECT_EQ(anna_.get("/download/report.md").body, write_markdown(run));
  EXPECT_EQ(anna_.get("/download/matrix.csv").content_type, "text/csv; charset=utf-8");
}

TEST_F(PageDownloads, AreFilesNamedAfterTheProject) {
  EXPECT_EQ(field(anna_.get("/download/report.html"), "Content-Disposition"),
            "attachment; filename=\"may.html\"; filename*=UTF-8''may.html");
  const auto named = [&](const std::string& project) {
    const SeatedPage page(project_, {"Anna Ito"}, {project, {}});
    return field(page.get("/download/matrix.csv"), "Content-Disposition");
  };
  EXPECT_EQ(named("M\xC3\xA4rz 50%.v2.project"),
            "attachment; filename=\"M_rz 50_.v2.csv\"; filename*=UTF-8''M%C3%A4rz%2050%25.v2.csv");
  EXPECT_EQ(named("a\"b\\c\r\nd.project"), "attachment; filename=\"a_b_c__d.csv\"; filename*=UTF-8''a_b_c__d.csv");
  EXPECT_EQ(named("..project"), "attachment; filename=\"review.csv\"; filename*=UTF-8''review.csv");
  EXPECT_EQ(named("may"), "attachment; filename=\"may.csv\"; filename*=UTF-8''may.csv");
}

TEST_F(PageDownloads, AreGotAndNothingElse) {
  EXPECT_EQ(anna_.post("/download/report.html", "{}").status, 405);
  for (const char* const path : {"/download/", "/download/report.pdf", "/download/commented.docx", "/download"}) {
    EXPECT_EQ(anna_.get(path).status, 404) << path;
  }
}

TEST_F(PageDownloads, TellNobodyWhatTheOtherDecidedBeforeBothHaveFinished) {
  const auto all_refused = [](const SeatedPage& page) {
    for (const char* const name : kNames) {
      const std::string html = page.page("/download/" + std::string(name), {}, 403);
      EXPECT_THAT(html, AllOf(HasSubstr("when both reviewers have finished"), Not(HasSubstr("MY-REASON")))) << name;
    }
    EXPECT_THAT(page.page("/summary"), Not(HasSubstr("/download/")));
  };
  judge_and_finish(anna_);
  const SeatedPage ben(project_, {"Ben Okoro"});
  all_refused(ben);  // who has judged nothing yet is to judge apart all the same
  ben.call("/api/judge", {{"claim", "C-03"}, {"judgement", "unsupported"}});
  all_refused(ben);
  all_refused(anna_);
  EXPECT_THAT(anna_.page("/summary"), HasSubstr("<bdi>Ben Okoro</bdi> has not finished yet."));
  all_refused(SeatedPage(project_, {"Carl", ReviewRole::reviewer, true}));
  ben.call("/api/finish", kNothing);
  for (const SeatedPage* const page : std::initializer_list<const SeatedPage*>{&anna_, &ben}) {
    EXPECT_THAT(page->page("/summary"), AllOf(HasSubstr("/download/report.html"), HasSubstr("differ on <a"),
                                              HasSubstr(">1 claim</a>"), HasSubstr("--adjudicate")));
    EXPECT_EQ(page->get("/download/report.html").body, write_html(exported(project_)));
  }
}

TEST_F(PageDownloads, HoldWhatTheAdjudicatorDecided) {
  judge_and_finish(anna_);
  const SeatedPage ben(project_, {"Ben Okoro"});
  ben.call("/api/judge", {{"claim", "C-03"}, {"judgement", "unsupported"}});
  ben.call("/api/finish", kNothing);
  const SeatedPage eve(project_, {"Eve Lund", ReviewRole::adjudicator});
  eve.call("/api/judge", {{"claim", "C-03"}, {"judgement", "contested"}, {"reason", "other"}, {"text", "EVES-WORD"}});
  EXPECT_THAT(eve.page("/summary"), Not(HasSubstr("/download/")));
  EXPECT_THAT(anna_.page("/summary"), HasSubstr("<bdi>Eve Lund</bdi> decides between them."));
  eve.call("/api/finish", kNothing);
  EXPECT_THAT(eve.page("/summary"), HasSubstr("/download/report.html"));
  EXPECT_THAT(anna_.get("/download/report.md").body, HasSubstr("EVES-WORD"));
}

TEST(PageDownloadsOfWord, HaveTheAuthorsFileWithComments) {
  const DocxArticle article = docx_article(words_of_article());
  const std::vector<std::string_view> originals{article.bytes};
  const ReviewedProject project(article.run, originals);
  const SeatedPage anna(project, {"Anna Ito"});
  const std::string id = article.run.reports.front().claim.id;
  anna.call("/api/comment", {{"claim", id}, {"text", "See Lee 2024."}});
  anna.call("/api/finish", kNothing);
  EXPECT_THAT(anna.page("/summary"), HasSubstr("href=\"/download/commented.docx\""));
  const HttpAnswer word = anna.get("/download/commented.docx");
  EXPECT_EQ(word.body, write_docx(exported(project), article.document, article.bytes));
  EXPECT_THAT(field(word, "Content-Disposition"), HasSubstr("filename=\"may-commented.docx\""));

  const ReviewedProject without(article.run);
  const SeatedPage ben(without, {"Ben Okoro"});
  ben.call("/api/comment", {{"claim", id}, {"text", "See Lee 2024."}});
  ben.call("/api/finish", kNothing);
  EXPECT_THAT(ben.page("/summary"), Not(HasSubstr("commented.docx"))) << "an older project keeps no copy";
  EXPECT_EQ(ben.get("/download/commented.docx").status, 404);
}

}  // namespace
}  // namespace claimcheck
