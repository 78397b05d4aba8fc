#include "cli/capsule_file.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "cli/input_file.h"
#include "cli/output_file.h"
#include "cli/project_file.h"
#include "concepts/mesh_vocabulary.h"
#include "core/error.h"
#include "intake/sha256.h"
#include "report/writers.h"

namespace claimcheck {

Recorder::Hidden private_paths(const EvidenceOptions& options) {
  Recorder::Hidden hidden;
  const std::string library = library_path(options.library);
  if (library.find('/') != std::string::npos) {
    hidden.emplace_back(library, std::filesystem::path(library).filename().string());
  }
  const char* const home = std::getenv("HOME");
  if (home != nullptr && std::string_view(home).size() > 1) hidden.emplace_back(std::string(home) + '/', "~/");
  return hidden;
}

Capsule make_capsule(const ClaimsInput& input, const Evidence& evidence, const ReachOptions& reach,
                     const Recorder& recorder, const Run& run) {
  Capsule capsule;
  const Provenance& provenance = run.provenance;
  capsule.facts = {.tool_version = provenance.tool_version,
                   .rules_version = provenance.rules_version,
                   .report_schema_version = provenance.schema_version,
                   .limit = reach.limit,
                   .expand = reach.expand,
                   .offline = provenance.offline,
                   .evidence_source = provenance.evidence_source,
                   .library_citations = provenance.library_citations,
                   .mesh = evidence.library().mesh_file()};
  for (std::size_t i = 0; i < input.documents.size(); ++i) {
    const std::string& sha256 = input.documents[i].sha256;
    const bool article = std::any_of(input.articles.begin(), input.articles.end(),
                                     [&](const Document& each) { return each.sha256 == sha256; });
    capsule.inputs.push_back({input.documents[i], article ? "" : input.texts[i]});
  }
  capsule.articles = input.articles;
  capsule.claims = input.claims;
  if (capsule.facts.mesh) capsule.mesh = evidence.library().mesh_descriptors();
  capsule.recording = recorder.recording();
  capsule.report = write_json(run);
  return capsule;
}

std::string pack_capsule(const Capsule& capsule, const std::string& path) {
  std::string bytes = write_capsule(capsule, sha256_hex);
  if (bytes.size() > kLargestCapsule) {
    throw Error(ErrorKind::storage, fmt::format("cannot write {}: the capsule is {} MiB, and {} are the most that one "
                                                "can have; check fewer claims at a time, or with a lower --limit",
                                                path, bytes.size() >> 20U, kLargestCapsule >> 20U));
  }
  return bytes;
}

void write_capsule_file(const std::string& path, const std::string& bytes, Progress& progress) {
  write_output(path, bytes);
  progress.stage(fmt::format("capsule: {}, seal {}", path == "-" ? "standard output" : path, seal_of_capsule(bytes)));
}

Capsule read_capsule_file(const std::string& path) {
  if (is_project_file(path)) return capsule_from(open_project(path).capsule(), path);
  return capsule_from(read_input_file(path, kLargestCapsule, "a capsule"), path);
}

Capsule capsule_from(const std::string& bytes, const std::string& path) {
  if (looks_like_project(bytes)) {
    throw Error(ErrorKind::input, input_name(path) +
                                      ": it is a project, which is read from its own file: name that, "
                                      "unpacked");
  }
  return read_capsule(bytes, input_name(path), sha256_hex);
}

std::shared_ptr<const Vocabulary> vocabulary_of(const Capsule& capsule) {
  if (!capsule.facts.mesh) return {std::shared_ptr<const Vocabulary>(), &builtin_vocabulary()};
  return std::make_shared<const Vocabulary>(extend_with_mesh(builtin_vocabulary(), capsule.mesh));
}

}  // namespace claimcheck
