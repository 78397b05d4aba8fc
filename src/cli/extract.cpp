#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/claims_input.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/output_file.h"
#include "concepts/vocabulary.h"
#include "core/enum_names.h"
#include "core/error.h"
#include "text/utf8.h"
#include "verify/frame.h"

namespace claimcheck {
namespace {

using Json = nlohmann::ordered_json;

struct ExtractOptions {
  std::vector<std::string> files;
  std::string claims;
};

Json write_cited(const CitedSource& cited) {
  return {{"label", repair_utf8(cited.label)},
          {"pmid", cited.pmid ? Json(*cited.pmid) : Json(nullptr)},
          {"doi", repair_utf8(cited.doi)},
          {"title", repair_utf8(cited.title)}};
}

Json write_origin(const ClaimOrigin& origin) {
  return {{"document", repair_utf8(origin.document)},
          {"sha256", origin.sha256},
          {"section", repair_utf8(origin.section)},
          {"span", {{"begin", origin.span.begin}, {"end", origin.span.end}}}};
}

std::size_t paragraph_of(const ClaimsInput& input, const Claim& claim) {
  for (const Document& article : input.articles) {
    if (article.sha256 == claim.origin->sha256 && claim.passage->block < article.blocks.size()) {
      return article.blocks[claim.passage->block].number;
    }
  }
  return 0;
}

std::string write_line(const ClaimsInput& input, const Claim& claim) {
  const ClaimOrigin& origin = claim.origin.value();
  const Passage& passage = claim.passage.value();
  Json json = {{"id", claim.id}, {"text", repair_utf8(claim.text)}, {"passage", repair_utf8(passage.text)}};
  json.update(write_origin(origin));
  json["paragraph"] = paragraph_of(input, claim);
  json["check_worthiness"] = passage.check_worthiness;
  json["kind"] = to_string(read_frame(claim, builtin_vocabulary()).kind);
  json["why"] = passage.why;
  json["needs_context"] = passage.needs_context;
  json["compound"] = passage.compound;
  json["suppressed"] = passage.suppressed ? Json(repair_utf8(*passage.suppressed)) : Json(nullptr);
  json["cited"] = Json::array();
  for (const CitedSource& cited : passage.cited) json["cited"].push_back(write_cited(cited));
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string write_claims_file(const std::vector<Claim>& claims) {
  Json list = Json::array();
  for (const Claim& claim : claims) {
    if (claim.passage && claim.passage->suppressed) continue;
    Json json = {{"id", claim.id}, {"text", repair_utf8(claim.text)}};
    if (claim.origin) json["origin"] = write_origin(*claim.origin);
    list.push_back(std::move(json));
  }
  return Json({{"schema_version", 1}, {"claims", list}}).dump(2) + '\n';
}

/// Throws where a file is a claims file: there is nothing to find in it.
void check_are_articles(const ClaimsInput& input) {
  for (const InputDocument& document : input.documents) {
    const bool article = std::any_of(input.articles.begin(), input.articles.end(),
                                     [&](const Document& each) { return each.sha256 == document.sha256; });
    if (article) continue;
    throw Error(ErrorKind::input,
                fmt::format("{}: a claims file has its claims already: give it to claimcheck check", document.name));
  }
}

int run_extract(const ExtractOptions& options) {
  check_outputs({options.claims}, options.files);
  const ClaimsInput input = read_claims(options.files);
  check_are_articles(input);
  for (const std::string& note : note_problems(input.articles, input.documents))
    fmt::print(stderr, "claimcheck: {}\n", note);
  if (!options.claims.empty()) write_output(options.claims, write_claims_file(input.claims));
  if (is_standard_output(options.claims)) return to_int(ExitCode::ok);
  for (const Claim& claim : input.claims) {
    if (claim.passage && claim.origin) fmt::print("{}", write_line(input, claim));
  }
  return to_int(ExitCode::ok);
}

}  // namespace

void add_extract_command(CommandLine& line) {
  const auto options = std::make_shared<ExtractOptions>();
  CLI::App& command =
      line.add({"extract", "Find the checkable claims of an article: JSON Lines, one claim a line",
                "claimcheck extract article.docx > claims.jsonl\n"
                "claimcheck extract article.md --claims claims.json   # to edit, and to check as a claims file"});
  command.add_option("FILE", options->files, "Articles: DOCX, HTML, Markdown, text, PDF; - is standard input")
      ->required();
  command
      .add_option("--claims", options->claims,
                  "Write a claims file too (claims/README.md), without suppressed claims; - is standard output, in "
                  "place of the lines")
      ->type_name("FILE")
      ->group("Reports");
  line.on(command, [options] { return run_extract(*options); });
}

}  // namespace claimcheck
