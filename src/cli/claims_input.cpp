#include "cli/claims_input.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <utility>

#include "cli/input_file.h"
#include "cli/pdf_text.h"
#include "cli/project_file.h"
#include "concepts/vocabulary.h"
#include "core/error.h"
#include "intake/claims_file.h"
#include "intake/detect_format.h"
#include "intake/extract_claims.h"
#include "intake/read_document.h"
#include "intake/read_pdf_text.h"
#include "intake/sha256.h"

namespace claimcheck {
namespace {

constexpr std::size_t kLargestFile = std::size_t{64} << 20;

Document read_article(const std::string& bytes, const std::string& name, InputFormat format) {
  if (format != InputFormat::pdf) return read_document(bytes, name);
  return read_pdf_text(read_pdf_with_pdftotext(bytes, name), bytes, name);
}

/// The claims of an article, with ids "C-01", "C-02", … that none of `others` has.
std::vector<Claim> extract_new_claims(const Document& article, const std::vector<Claim>& others) {
  std::set<std::string> taken;
  for (const Claim& claim : others) taken.insert(claim.id);
  std::vector<Claim> claims = extract_claims(article, builtin_vocabulary());
  std::size_t number = 0;
  for (Claim& claim : claims) {
    do {
      claim.id = fmt::format("C-{:02}", ++number);
    } while (taken.contains(claim.id));
  }
  return claims;
}

std::vector<Claim> read_claims_of(ClaimsInput& input, const std::string& bytes, const std::string& name) {
  const InputFormat format = detect_format(bytes, name);
  if (format == InputFormat::claims) return parse_claims(bytes, name);
  const Document& article = input.articles.emplace_back(read_article(bytes, name, format));
  return extract_new_claims(article, input.claims);
}

}  // namespace

ClaimsInput read_claims(const std::vector<std::string>& paths) {
  ClaimsInput input;
  for (const std::string& path : paths) {
    if (is_project_file(path)) {
      throw Error(ErrorKind::input,
                  path +
                      ": it is a project, whose claims were checked already; see claimcheck explain, export and "
                      "recheck, or check the article or claims file again");
    }
    add_claims(input, path, read_input_file(path, kLargestFile, "a claims file or an article"));
  }
  return input;
}

std::vector<std::string> note_problems(const std::vector<Document>& articles,
                                       const std::vector<InputDocument>& documents) {
  std::vector<std::string> notes;
  for (const Document& article : articles) {
    for (const std::string& problem : article.problems) notes.push_back(fmt::format("{}: {}", article.name, problem));
    const auto document = std::find_if(documents.begin(), documents.end(),
                                       [&](const InputDocument& each) { return each.sha256 == article.sha256; });
    if (document != documents.end() && document->claims == 0) {
      notes.push_back(article.name + ": no statement that literature can speak to was found in it.");
    }
  }
  return notes;
}

void add_claims(ClaimsInput& input, const std::string& path, std::string bytes) {
  const std::string name = input_name(path);
  std::vector<Claim> claims = read_claims_of(input, bytes, name);
  input.documents.push_back({std::filesystem::path(name).filename().string(), sha256_hex(bytes), claims.size()});
  std::move(claims.begin(), claims.end(), std::back_inserter(input.claims));
  input.texts.push_back(std::move(bytes));
}

}  // namespace claimcheck
