#include <stdexcept>

#include "report/sample_run.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

constexpr std::string_view kFiller = "Naïve words of no weight stand here.\r\n";

/// Writes an article in which each passage begins where the sample's claims say.
class ArticleWriter {
 public:
  explicit ArticleWriter(Document& article) : article_(article) {}

  void add(std::string_view words) { article_.text += words; }

  // Lines of no weight, then blanks, so that `words` begin at the code point `at`.
  void add_at(std::size_t at, std::string_view section, std::string_view words) {
    const std::size_t line = count_code_points(kFiller);
    while (count_code_points(article_.text) + line <= at) article_.text += kFiller;
    article_.text.append(at - count_code_points(article_.text), ' ');
    Block block;
    block.number = article_.blocks.size() + 1;
    block.text = words;
    block.section = section;
    block.pieces = {{0, {article_.text.size(), article_.text.size() + words.size()}}};
    article_.blocks.push_back(std::move(block));
    article_.text += words;
    article_.text += "\r\n\r\n";
  }

 private:
  Document& article_;
};

}  // namespace

Document sample_article() {
  Document article;
  article.name = "veldoxine-basics.md";
  article.sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  article.format = DocumentFormat::markdown;
  article.problems = {"One table could not be read as a table."};
  ArticleWriter writer(article);
  writer.add("# Veldoxine: the basics\r\n\r\n");
  writer.add_at(310, "", "Veldoxine may improve sleep in the short term.");
  writer.add_at(402, "", "Veldoxine cures hay fever.");
  writer.add("## Is it safe?\r\n\r\n");
  writer.add_at(1204, "Is it safe?",
                "Taken orally at home at 10 µg/kg, it causes no long-term organ damage, unlike **older** drugs.");
  writer.add("Ask your doctor.\r\n");
  return article;
}

void add_passage(const Document& article, std::size_t block, Claim& claim) {
  const Block& source = article.blocks.at(block);
  Passage passage;
  passage.text = source.text;
  passage.span = source.pieces.front().source;
  passage.block = block;
  passage.words = {0, source.text.size()};
  passage.check_worthiness = 0.75;
  passage.why = {"says what a drug does", "“it” was read as “Veldoxine”"};
  passage.cited = {{"3", std::nullopt, "10.5555/jih.2021.1123", "Liver enzymes in adults"}};
  claim.passage = std::move(passage);
  const Span points = to_code_points(article.text, claim.passage->span);
  if (claim.origin->span != points) throw std::logic_error("the sample's article and origins do not fit");
}

}  // namespace claimcheck
