#include "review/page_downloads.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "report/write_docx.h"
#include "report/writers.h"
#include "review/list_filter.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

struct Format {
  std::string_view name;    ///< in the address
  std::string_view ending;  ///< of the file that the browser saves, behind the project's name
  std::string_view type;
  std::string_view words;
  std::string_view what;
  std::string (*write)(const Run& run);
};

constexpr std::array<Format, 4> kFormats{
    {{"report.html", ".html", "text/html; charset=utf-8", "Report (HTML)",
      "to read in a browser, to send on and to print: every claim with its evidence and what was decided", write_html},
     {"matrix.xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Claims matrix (Excel)", "a row a claim, with sheets for evidence and references", write_xlsx},
     {"matrix.csv", ".csv", "text/csv; charset=utf-8", "Claims matrix (CSV)", "the same rows for other programs",
      [](const Run& run) { return write_csv(run, false); }},
     {"report.md", ".md", "text/markdown; charset=utf-8", "Report (Markdown)", "as plain text, for notes and for Git",
      write_markdown}}};

constexpr Format kWord{"commented.docx",
                       "-commented.docx",
                       "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                       "Your Word file with comments",
                       "the author's own document, with the tag and what was decided as a comment on each claim",
                       nullptr};

/// The only article that comments can be written into; nullptr where there is none or several.
const Document* find_word_article(const Run& run) {
  const auto is_word = [](const Document& article) { return article.format == DocumentFormat::docx; };
  if (std::count_if(run.articles.begin(), run.articles.end(), is_word) != 1) return nullptr;
  return &*std::find_if(run.articles.begin(), run.articles.end(), is_word);
}

std::optional<std::string> find_original(const ReviewSession& session) {
  const Document* const article = find_word_article(session.run());
  return article == nullptr ? std::nullopt : session.project().original(article->sha256);
}

/// The project's name without its ending, fit to be a file's name on any system.
std::string stem_of(std::string_view project) {
  std::string stem = repair_utf8(project);
  if (const std::size_t dot = stem.rfind('.'); dot != std::string::npos && dot > 0) stem.resize(dot);
  for (char& c : stem) {
    const bool is_mark = std::string_view("<>:\"/\\|?*").find(c) != std::string_view::npos;
    if (is_mark || static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '_';
  }
  stem.erase(0, stem.find_first_not_of(". "));
  return stem.empty() ? "review" : stem;
}

/// RFC 6266: a name that every browser understands, and the name itself.
std::string disposition_of(const std::string& file) {
  std::string plain;
  for (const char c : file) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80U) continue;  // the rest of a character
    plain += byte < 0x80 && c != '%' ? c : '_';
  }
  return fmt::format("attachment; filename=\"{}\"; filename*=UTF-8''{}", plain, encode_parameter(file));
}

HttpAnswer file_answer(const Format& format, std::string_view project, std::string bytes) {
  HttpAnswer answer;
  answer.body = std::move(bytes);
  answer.content_type = format.type;
  answer.headers = {{"Content-Disposition", disposition_of(stem_of(project) + std::string(format.ending))}};
  return answer;
}

Html write_link(const Format& format) {
  return fill_line(R"(<li><a href="/download/{{name}}" download>{{words}}</a>: {{what}}</li>)",
                   {{"name", format.name}, {"words", format.words}, {"what", format.what}});
}

bool offers_downloads(ReviewSession& session) {
  if (session.is_blinded()) return false;
  if (session.seat().read_only) return true;
  const ReviewState seen = session.visible();
  const Reviewer* const own = seen.find(session.seat().name);
  return own != nullptr && own->finished;
}

}  // namespace

Download write_download(ReviewSession& session, std::string_view project, std::string_view name) {
  const auto* const format =
      std::find_if(kFormats.begin(), kFormats.end(), [name](const Format& each) { return each.name == name; });
  if (format == kFormats.end() && name != kWord.name) return {};
  const Run run = run_to_report(session.project());
  // Asked after the run was read: what came in between is not told.
  if (session.is_blinded()) return {.is_hidden = true};
  if (format != kFormats.end()) return {.file = file_answer(*format, project, format->write(run))};
  const Document* const article = find_word_article(run);
  const std::optional<std::string> original = find_original(session);
  if (article == nullptr || !original) return {};
  return {.file = file_answer(kWord, project, write_docx(run, *article, *original))};
}

Html write_downloads_html(ReviewSession& session) {
  if (!offers_downloads(session)) return {};
  Html links;
  if (find_original(session)) links += write_link(kWord);
  for (const Format& format : kFormats) links += write_link(format);
  return fill_line(R"(<section id="downloads" aria-labelledby="downloads-title">
<h2 id="downloads-title">Reports to download</h2>
<p>Each holds the tags, the evidence, and everything that was decided so far.</p>
<ul class="standing">
{{links}}</ul>
</section>)",
                   {{"links", links}});
}

}  // namespace claimcheck
