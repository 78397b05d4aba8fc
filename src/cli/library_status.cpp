#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

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
  Library library = open_existing_library(library_path(options.library));
  const LibraryStatus status = library.status();
  const std::optional<CopyStatus> copy = PubmedCopy(library).status();
  fmt::print("{}", options.json ? status_json(status, copy) : status_text(status, copy));
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

nlohmann::ordered_json copy_json(const CopyStatus& copy) {
  nlohmann::ordered_json again = nlohmann::ordered_json::array();
  for (const PubmedFileId id : copy.to_apply_again) again.push_back(pubmed_file_name(id));
  return {{"year", copy.year},
          {"files", copy.files},
          {"last_file", pubmed_file_name({copy.year, copy.last_number})},
          {"first_update", copy.first_update == 0 ? "" : pubmed_file_name({copy.year, copy.first_update})},
          {"last_date", copy.last_date},
          {"bad_records", copy.bad},
          {"replaced_year", copy.replaced_year},
          {"to_apply_again", std::move(again)}};
}

/// Which files the copy has: "files 1 to 1402", or split where it is known where the updates begin.
std::string reach_text(const CopyStatus& copy) {
  if (copy.first_update <= 1) return fmt::format("files 1 to {}, no update among them yet", copy.last_number);
  return fmt::format("baseline 1 to {}, updates {} to {}", copy.first_update - 1, copy.first_update, copy.last_number);
}

std::string copy_text(const CopyStatus& copy) {
  std::string text =
      fmt::format("PubMed      copy of {}: {}; last applied on {}\n", copy.year, reach_text(copy), copy.last_date);
  if (copy.bad != 0) text += fmt::format("            {} records in these files could not be read\n", copy.bad);
  if (copy.replaced_year != 0) {
    text += fmt::format("            in place of the copy of {}, of which something is still there: sync again\n",
                        copy.replaced_year);
  }
  for (const PubmedFileId id : copy.to_apply_again) {
    text += fmt::format("            {} is to be applied again: sync from a folder or URL that has it\n",
                        pubmed_file_name(id));
  }
  return text;
}

}  // namespace

std::string mesh_name(const MeshFile& mesh) {
  return mesh.year == 0 ? "MeSH" : fmt::format("MeSH {}", mesh.year);
}

std::string mesh_counts(const MeshFile& mesh) {
  return fmt::format("{} {}, {} {}", mesh.descriptors, mesh.descriptors == 1 ? "heading" : "headings", mesh.terms,
                     mesh.terms == 1 ? "term" : "terms");
}

std::string status_json(const LibraryStatus& status, const std::optional<CopyStatus>& copy) {
  nlohmann::ordered_json json = {{"path", status.path},           {"schema_version", status.schema_version},
                                 {"citations", status.citations}, {"with_abstract", status.with_abstract},
                                 {"digests", status.digests},     {"retracted", status.retracted},
                                 {"files", status.files},         {"last_change", status.last_change},
                                 {"bytes", status.bytes}};
  json["mesh"] = mesh_json(status.mesh);
  json["copy"] = copy ? copy_json(*copy) : nullptr;
  return json.dump(2) + "\n";
}

std::string status_text(const LibraryStatus& status, const std::optional<CopyStatus>& copy) {
  const std::string text = fmt::format(
      "library     {}\ncitations   {} ({} with abstract, {} digests, {} retracted)\nfiles       {}\nlast change {}\n"
      "MeSH        {}\nsize        {:.1f} MB, schema {}\n",
      status.path, status.citations, status.with_abstract, status.digests, status.retracted, status.files,
      status.last_change.empty() ? "never" : status.last_change, mesh_text(status.mesh),
      static_cast<double>(status.bytes) / 1e6, status.schema_version);
  return text + (copy ? copy_text(*copy) : "");
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
