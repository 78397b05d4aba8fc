#include "cli/article.h"

#include <fmt/core.h>

#include <filesystem>
#include <set>

#include "cli/pdf_text.h"
#include "concepts/vocabulary.h"
#include "intake/extract_claims.h"
#include "intake/read_document.h"
#include "intake/read_pdf_text.h"

namespace claimcheck {

bool looks_like_claims_file(std::string_view bytes, std::string_view name) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return name.ends_with(".json") || (first != std::string_view::npos && bytes[first] == '{');
}

Document read_article(std::string_view bytes, const std::string& name) {
  const std::string file = std::filesystem::path(name).filename().string();
  if (!bytes.starts_with("%PDF-")) return read_document(bytes, file);
  return read_pdf_text(read_pdf_with_pdftotext(bytes, name), bytes, file);
}

std::vector<Claim> extract_article_claims(const Document& article, const std::vector<Claim>& others) {
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

}  // namespace claimcheck
