#include "library/capsule.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/error.h"
#include "library/capsule_fields.h"
#include "library/field_reader.h"
#include "library/field_writer.h"

namespace claimcheck {
namespace {

constexpr std::array<std::string_view, 8> kParts{"facts", "inputs",    "articles", "claims",
                                                 "mesh",  "citations", "answers",  "report"};
enum Part : std::size_t { facts, inputs, articles, claims, mesh, citations, answers, report };

template <typename Record>
Record read_record(std::string_view json, const std::string& place) {
  check_nesting(json, place, ErrorKind::input);
  return record_from_json<Record>(json, place, ErrorKind::input);
}

/// A list, an item a line.
template <typename Record>
std::string write_list(const std::vector<Record>& items) {
  std::string json = "[";
  for (const Record& item : items) {
    json += json.size() == 1 ? "\n" : ",\n";
    FieldWriter(json).write_record(item);
  }
  json += items.empty() ? "]" : "\n]";
  return json;
}

/// Cuts a list into its lines, each an item: a list as a whole could take many times its size as a tree of values.
template <typename Record>
std::vector<Record> read_list(std::string_view json, const std::string& place) {
  std::vector<Record> items;
  if (json == "[]") return items;
  const auto refuse = [&] { throw Error(ErrorKind::input, place + " is no list with an item a line"); };
  if (!json.starts_with("[\n") || !json.ends_with("\n]")) refuse();
  json = json.substr(2, json.size() - 3);
  while (!json.empty()) {
    const std::size_t end = json.find('\n');
    std::string_view line = json.substr(0, end);
    json.remove_prefix(end + 1);
    if (line.ends_with(',') == json.empty()) refuse();
    if (!json.empty()) line.remove_suffix(1);
    items.push_back(read_record<Record>(line, fmt::format("{}[{}]", place, items.size())));
  }
  return items;
}

void check_indices(const Capsule& capsule, const std::string& name) {
  const auto refuse = [&](const char* what) { throw Error(ErrorKind::input, fmt::format("{}: {}", name, what)); };
  if (capsule.recording.answers.size() != capsule.claims.size()) refuse("there are not as many answers as claims");
  std::size_t read = 0;
  for (const CapsuleInput& input : capsule.inputs) read += input.document.claims;
  if (read != capsule.claims.size()) refuse("the inputs do not have as many claims as there are");
  for (const ClaimAnswers& claim : capsule.recording.answers) {
    for (const RecordedFetch& fetch : claim.fetches) {
      for (const std::size_t place : fetch.citations) {
        if (place >= capsule.recording.citations.size()) refuse("an answer names a citation that is not there");
      }
    }
  }
}

Capsule read_parts(const std::vector<SealedPart>& parts, const std::string& name) {
  const auto place = [&](Part part) { return fmt::format("{}: {}", name, kParts[part]); };
  Capsule capsule;
  capsule.facts = read_record<CapsuleFacts>(parts[facts].json, place(facts));
  capsule.inputs = read_list<CapsuleInput>(parts[inputs].json, place(inputs));
  capsule.articles = read_list<Document>(parts[articles].json, place(articles));
  capsule.claims = read_list<Claim>(parts[claims].json, place(claims));
  capsule.mesh = read_list<MeshDescriptor>(parts[mesh].json, place(mesh));
  capsule.recording.citations = read_list<Citation>(parts[citations].json, place(citations));
  capsule.recording.answers = read_list<ClaimAnswers>(parts[answers].json, place(answers));
  capsule.report = std::string(parts[report].json);
  check_indices(capsule, name);
  return capsule;
}

}  // namespace

std::string write_capsule(const Capsule& capsule, Digest digest) {
  std::string facts_json;
  FieldWriter(facts_json).write_record(capsule.facts);
  const std::array<std::string, 7> json{std::move(facts_json),
                                        write_list(capsule.inputs),
                                        write_list(capsule.articles),
                                        write_list(capsule.claims),
                                        write_list(capsule.mesh),
                                        write_list(capsule.recording.citations),
                                        write_list(capsule.recording.answers)};
  std::vector<SealedPart> parts;
  for (std::size_t i = 0; i < json.size(); ++i) parts.push_back({kParts[i], json[i]});
  // As it stands, so that its digest is that of the report as a file.
  parts.push_back({kParts[report], capsule.report});
  return seal_parts(kCapsuleVersion, parts, digest);
}

Capsule read_capsule(std::string_view bytes, std::string_view name, Digest digest) {
  if (!looks_like_capsule(bytes)) {
    throw Error(ErrorKind::input,
                fmt::format("{}: it is no capsule; make one with claimcheck check CLAIMS --capsule FILE", name));
  }
  const OpenedParts opened = open_sealed_parts(bytes, name, kCapsuleVersion, kParts, digest);
  try {
    return read_parts(opened.parts, std::string(name));
  } catch (const Error& error) {
    throw Error(ErrorKind::input, fmt::format("{}; claimcheck wrote no such capsule: make a new one with claimcheck "
                                              "check CLAIMS --capsule FILE",
                                              error.what()));
  }
}

std::string_view seal_of_capsule(std::string_view bytes) {
  constexpr std::string_view kSeal = R"("seal":")";
  return bytes.substr(bytes.find(kSeal) + kSeal.size(), 64);
}

bool looks_like_capsule(std::string_view bytes) {
  const auto skip_space = [&] { bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size())); };
  skip_space();
  if (!bytes.starts_with('{')) return false;
  bytes.remove_prefix(1);
  skip_space();
  return bytes.starts_with(R"("claimcheck_capsule")");
}

}  // namespace claimcheck
