#include "pubmed/mesh_descriptors.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "core/error.h"
#include "pubmed/foreign_document.h"
#include "pubmed/mesh_reading.h"

namespace claimcheck {
namespace {

constexpr std::size_t kLargestRecord = std::size_t{4} * 1024 * 1024;

bool is_descriptor_ui(std::string_view ui) {
  return ui.size() >= 7 && ui.size() <= 10 && ui.front() == 'D' &&
         std::all_of(ui.begin() + 1, ui.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "C04.588.180"; the longest have 13 numbers.
bool is_tree_number(std::string_view tree) {
  constexpr std::size_t kLongest = 120;
  if (tree.size() < 2 || tree.size() > kLongest || tree.front() < 'A' || tree.front() > 'Z') return false;
  return tree.find_first_not_of("0123456789.", 1) == std::string_view::npos &&
         tree.find("..") == std::string_view::npos;
}

void skip_white_space(ByteWindow& window) {
  while (window.hold(1)) {
    const std::size_t first = window.text().find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos) {
      window.drop(first);
      return;
    }
    window.drop(window.text().size());
  }
}

}  // namespace

void MeshReading::take(MeshDescriptor descriptor) {
  if (descriptor.name.empty()) fail_record("it has no name");
  if (!is_descriptor_ui(descriptor.ui)) {
    fail_record(fmt::format("“{}” is no identifier of a descriptor", quote_text(descriptor.ui)));
  }
  std::set<std::string, std::less<>> seen{descriptor.name};
  std::erase_if(descriptor.entry_terms,
                [&](const std::string& term) { return term.empty() || !seen.insert(term).second; });
  seen.clear();
  std::erase_if(descriptor.trees, [&](const std::string& tree) { return tree.empty() || !seen.insert(tree).second; });
  const auto wrong = std::find_if_not(descriptor.trees.begin(), descriptor.trees.end(), is_tree_number);
  if (wrong != descriptor.trees.end()) fail_record(fmt::format("“{}” is no tree number", quote_text(*wrong)));
  ++count_;
  take_(std::move(descriptor));
}

void MeshReading::fail(std::string_view problem) const {
  throw Error(ErrorKind::input, fmt::format("{}: {}", name_, problem));
}

void MeshReading::fail_record(std::string_view problem) const {
  fail(fmt::format("descriptor {} cannot be read: {}; fetch the file again", count_ + 1, problem));
}

void MeshReading::fail_cut_short() const {
  fail(fmt::format("stops in the middle, after {} descriptors: it was cut short; fetch it again", count_));
}

MeshFileInfo read_mesh_descriptors(const ByteReader& bytes, std::string_view name,
                                   const std::function<void(MeshDescriptor&&)>& take) {
  ByteWindow window(bytes, std::string(name), kLargestRecord);
  MeshReading reading(name, take);
  window.hold(3);
  if (window.text().starts_with("\xef\xbb\xbf")) window.drop(3);
  skip_white_space(window);
  window.hold(kForeignHead);
  const std::string_view head = window.text();
  if (head.empty()) reading.fail(fmt::format("is empty; {}", kMeshWayOut));
  MeshFileInfo info;
  if (head.starts_with("*NEWRECORD")) {
    info = read_mesh_ascii(window, reading);
  } else if (head.starts_with('<')) {
    info = read_mesh_xml(window, reading);
  } else {
    reading.fail(fmt::format("is no MeSH file (“{}”); {}", quote_text(head.substr(0, kForeignHead)), kMeshWayOut));
  }
  info.descriptors = reading.count();
  if (info.descriptors == 0) reading.fail(fmt::format("holds no descriptors; {}", kMeshWayOut));
  return info;
}

}  // namespace claimcheck
