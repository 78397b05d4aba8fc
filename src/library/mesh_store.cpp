#include "library/mesh_store.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "library/index_tokenizer.h"
#include "library/library_state.h"

namespace claimcheck {
namespace {

std::vector<std::string> split_lines(std::string_view lines) {
  std::vector<std::string> items;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    items.emplace_back(lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return items;
}

}  // namespace

std::string fold_mesh_name(std::string_view name) {
  std::string folded;
  if (!append_whole_term(folded, name)) return {};
  return folded.substr(1, folded.size() - 2);
}

MeshWriter::MeshWriter(Database& database)
    : descriptor_(database, "INSERT INTO mesh_descriptor(id, ui, name, entry_terms, trees) VALUES(?, ?, ?, ?, ?)"),
      heading_(database, "INSERT OR REPLACE INTO mesh_name(name, descriptor) VALUES(?, ?)"),
      entry_term_(database, "INSERT OR IGNORE INTO mesh_name(name, descriptor) VALUES(?, ?)"),
      tree_(database, "INSERT OR IGNORE INTO mesh_tree(number, descriptor) VALUES(?, ?)"),
      file_(database, "INSERT INTO mesh_file(sha256, name, year, date, descriptors, terms) VALUES(?, ?, ?, ?, ?, ?)") {
  database.run("DELETE FROM mesh_file; DELETE FROM mesh_descriptor; DELETE FROM mesh_name; DELETE FROM mesh_tree");
}

void MeshWriter::add(const MeshDescriptor& descriptor) {
  ++id_;
  const std::string entry_terms = fmt::format("{}", fmt::join(descriptor.entry_terms, "\n"));
  const std::string trees = fmt::format("{}", fmt::join(descriptor.trees, "\n"));
  descriptor_.run(id_, descriptor.ui, descriptor.name, entry_terms, trees);
  add_name(heading_, descriptor.name);
  for (const std::string& term : descriptor.entry_terms) add_name(entry_term_, term);
  for (const std::string& tree : descriptor.trees) tree_.run(tree, id_);
}

void MeshWriter::add_name(Statement& statement, std::string_view name) {
  ++terms_;
  const std::string folded = fold_mesh_name(name);
  if (!folded.empty()) statement.run(folded, id_);
}

MeshFile MeshWriter::finish(MeshFile file) {
  file.descriptors = static_cast<std::size_t>(id_);
  file.terms = terms_;
  file_.run(file.sha256, file.name, file.year, file.date, file.descriptors, file.terms);
  return file;
}

MeshLookup::MeshLookup(Database& database)
    : has_mesh_(database.read_integer("SELECT count(*) FROM mesh_file") > 0),
      named_(database, "SELECT descriptor FROM mesh_name WHERE name = ?"),
      heading_(database, "SELECT name, trees FROM mesh_descriptor WHERE id = ?"),
      // '/' is the character behind '.', so that the range holds what begins with the number and a dot.
      below_(database,
             "SELECT d.id, d.name FROM mesh_tree t JOIN mesh_descriptor d ON d.id = t.descriptor "
             "WHERE t.number > ?1 || '.' AND t.number < ?1 || '/'") {}

std::vector<std::string> MeshLookup::at_and_below(std::string_view name) {
  const std::string folded = fold_mesh_name(name);
  if (!named_.bind(folded).step()) return {};
  const std::int64_t id = named_.integer(0);
  if (!heading_.bind(id).step()) return {};
  std::vector<std::string> headings{std::string(heading_.text(0))};
  std::map<std::int64_t, std::string> narrower;
  for (const std::string& tree : split_lines(heading_.text(1))) {
    below_.bind(tree);
    while (below_.step()) narrower.emplace(below_.integer(0), below_.text(1));
  }
  narrower.erase(id);
  for (auto& [below, heading] : narrower) headings.push_back(std::move(heading));
  for (Statement* statement : {&named_, &heading_, &below_}) statement->reset();
  return headings;
}

std::optional<MeshFile> Library::mesh_file() const {
  Statement statement(state_->database, "SELECT sha256, name, year, date, descriptors, terms FROM mesh_file");
  if (!statement.step()) return std::nullopt;
  MeshFile file;
  file.sha256 = statement.text(0);
  file.name = statement.text(1);
  file.year = static_cast<int>(statement.integer(2));
  file.date = statement.text(3);
  file.descriptors = static_cast<std::size_t>(statement.integer(4));
  file.terms = static_cast<std::size_t>(statement.integer(5));
  return file;
}

std::vector<MeshDescriptor> Library::mesh_descriptors() const {
  std::vector<MeshDescriptor> descriptors;
  Statement statement(state_->database, "SELECT ui, name, entry_terms, trees FROM mesh_descriptor ORDER BY id");
  while (statement.step()) {
    descriptors.push_back({std::string(statement.text(0)), std::string(statement.text(1)),
                           split_lines(statement.text(2)), split_lines(statement.text(3))});
  }
  return descriptors;
}

}  // namespace claimcheck
