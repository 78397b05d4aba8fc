#include "review/claim_address.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/html.h"

namespace claimcheck {
namespace {

constexpr std::string_view kFolder = "/claim/";
constexpr char kSpelled = '~';

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '.' || c == '_';
}

bool is_one_name(std::string_view id) {
  const bool has_mark = std::any_of(id.begin(), id.end(), [](char c) {
    return c == '/' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
  return !id.empty() && !has_mark && id != "." && id != ".." && id.front() != kSpelled;
}

}  // namespace

std::string claim_address(std::string_view id) {
  std::string path(kFolder);
  if (!is_one_name(id)) return path + kSpelled + anchor_of(id);
  for (const char c : id) {
    if (is_plain(c)) {
      path += c;
    } else {
      path += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return path;
}

const Report* find_claim_at(const ReviewSession& session, std::string_view path) {
  if (!path.starts_with(kFolder)) return nullptr;
  const std::string_view name = path.substr(kFolder.size());
  if (is_one_name(name)) return session.find(name);
  const auto& reports = session.run().reports;
  const auto found = std::find_if(reports.begin(), reports.end(), [name](const Report& report) {
    return !is_one_name(report.claim.id) && kSpelled + anchor_of(report.claim.id) == name;
  });
  return found == reports.end() ? nullptr : &*found;
}

}  // namespace claimcheck
