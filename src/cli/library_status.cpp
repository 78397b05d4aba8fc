#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/command_line.h"
#include "cli/evidence.h"
#include "cli/exit_code.h"
#include "cli/library_commands.h"
#include "cli/library_status.h"
#include "library/library.h"

namespace claimcheck {
namespace {

struct StatusOptions {
  std::string library;
  bool json = false;
};

int run_status(const StatusOptions& options) {
  const LibraryStatus status = open_existing_library(library_path(options.library)).status();
  fmt::print("{}", options.json ? status_json(status) : status_text(status));
  return to_int(ExitCode::ok);
}

std::string mesh_text(const std::optional<MeshFile>& mesh) {
  if (!mesh) return "none, so headings do not include narrower ones (claimcheck library import-mesh FILE)";
  return fmt::format("{}{} ({}, imported {})", mesh->year == 0 ? "" : fmt::format("{}, ", mesh->year),
                     mesh_counts(*mesh), mesh->name, mesh->date);
}

nlohmann::ordered_json mesh_json(const std::optional<MeshFile>& mesh) {
  if (!mesh) return nullptr;
  nlohmann::ordered_json json = {{"file", mesh->name},   {"year", nullptr},
                                 {"date", mesh->date},   {"descriptors", mesh->descriptors},
                                 {"terms", mesh->terms}, {"sha256", mesh->sha256}};
  if (mesh->year != 0) json["year"] = mesh->year;
  return json;
}

}  // namespace

std::string mesh_name(const MeshFile& mesh) {
  return mesh.year == 0 ? "MeSH" : fmt::format("MeSH {}", mesh.year);
}

std::string mesh_counts(const MeshFile& mesh) {
  return fmt::format("{} {}, {} {}", mesh.descriptors, mesh.descriptors == 1 ? "heading" : "headings", mesh.terms,
                     mesh.terms == 1 ? "term" : "terms");
}

std::string status_json(const LibraryStatus& status) {
  nlohmann::ordered_json json = {{"path", status.path},           {"schema_version", status.schema_version},
                                 {"citations", status.citations}, {"with_abstract", status.with_abstract},
                                 {"digests", status.digests},     {"retracted", status.retracted},
                                 {"files", status.files},         {"last_change", status.last_change},
                                 {"bytes", status.bytes}};
  json["mesh"] = mesh_json(status.mesh);
  return json.dump(2) + "\n";
}

std::string status_text(const LibraryStatus& status) {
  return fmt::format(
      "library     {}\ncitations   {} ({} with abstract, {} digests, {} retracted)\nfiles       {}\nlast change {}\n"
      "MeSH        {}\nsize        {:.1f} MB, schema {}\n",
      status.path, status.citations, status.with_abstract, status.digests, status.retracted, status.files,
      status.last_change.empty() ? "never" : status.last_change, mesh_text(status.mesh),
      static_cast<double>(status.bytes) / 1e6, status.schema_version);
}

void add_library_status_command(CommandLine& line, CLI::App& library) {
  const auto options = std::make_shared<StatusOptions>();
  CLI::App& command = CommandLine::add(
      library, {"status", "What the library holds", "claimcheck library status --library pubmed.db --json"});
  add_library_option(command, options->library);
  command.add_flag("--json", options->json, "Print one JSON object")->group("Reports");
  line.on(command, [options] { return run_status(*options); });
}

}  // namespace claimcheck
