#include "verify/read.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/json_lines.h"
#include "cli/json_request.h"
#include "concepts/vocabulary.h"
#include "core/error.h"
#include "core/section_label.h"
#include "text/utf8.h"
#include "verify/frame.h"
#include "verify/frame_slots.h"
#include "verify/read_comparison.h"
#include "verify/section_roles.h"

namespace claimcheck {
namespace {

using Json = nlohmann::ordered_json;

Citation citation_of(const JsonRequest& object) {
  Citation citation;
  citation.pmid = object.number_or_zero("pmid");
  citation.title = object.text_or_empty("title");
  citation.date.year = static_cast<int>(std::min<std::uint32_t>(object.number_or_zero("year"), 9999));
  for (const JsonRequest& section : object.objects("abstract")) {
    const std::string label = section.text_or_empty("label");
    citation.abstract.push_back({label, role_of_label(label), section.text("text")});
  }
  for (std::string& name : object.texts("publication_types"))
    citation.publication_types.push_back({"", std::move(name)});
  return citation;
}

CitationReading read_for_comparison(const JsonRequest& parts, const Citation& citation) {
  const std::string intervention = parts.text("intervention");
  const std::string comparator = parts.text_or_empty("comparator");
  const std::string outcome = parts.text("outcome");
  const Vocabulary& vocabulary = builtin_vocabulary();
  const Valence valence = outcome_valence(read_slot(outcome, vocabulary), vocabulary);
  return read_comparison({intervention, comparator, outcome, valence}, citation, vocabulary);
}

CitationReading read_for_claim(const JsonRequest& request, const Citation& citation) {
  Claim claim;
  claim.id = request.id();
  claim.text = request.text("claim");
  return read_whole(read_frame(claim, builtin_vocabulary()), citation, builtin_vocabulary());
}

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json finding_json(const Finding& finding, const Citation& citation) {
  const FindingNumbers& numbers = finding.numbers;
  Json cues = Json::array();
  for (const FindingCue& cue : finding.cues) cues.push_back({{"rule", cue.rule}, {"text", cue.text}});
  const Span span = to_code_points(citation.abstract.at(finding.quote.section).text, finding.quote.span);
  return {{"section", finding.quote.section},
          {"begin", span.begin},
          {"end", span.end},
          {"text", finding.quote.text},
          {"reported", to_string(finding.reported)},
          {"stance", to_string(finding.stance)},
          {"reliability", finding.reliability},
          {"outcome", finding.outcome},
          {"numbers",
           {{"p_value", or_null(numbers.p_value)},
            {"estimate", or_null(numbers.estimate)},
            {"ci_low", or_null(numbers.ci_low)},
            {"ci_high", or_null(numbers.ci_high)},
            {"rate", or_null(numbers.rate)},
            {"events", or_null(numbers.events)},
            {"exposed", or_null(numbers.exposed)}}},
          {"cues", std::move(cues)}};
}

std::string answer(const std::string& line) {
  const JsonRequest request = JsonRequest::parse(line);
  const auto object = request.object("citation");
  if (!object) throw Error(ErrorKind::input, "it needs a \"citation\", an object");
  const Citation citation = citation_of(*object);
  const auto parts = request.object("frame");
  const CitationReading reading = parts ? read_for_comparison(*parts, citation) : read_for_claim(request, citation);
  Json findings = Json::array();
  for (const Finding& finding : reading.findings) findings.push_back(finding_json(finding, citation));
  const Json reply = {{"id", Json::parse(request.id())},
                      {"stance", to_string(reading.stance)},
                      {"reliability", reading.reliability},
                      {"findings", std::move(findings)},
                      {"design", to_string(reading.study.design)},
                      {"sample_size", or_null(reading.study.sample_size)},
                      {"population", reading.populations},
                      {"setting", to_string(reading.study.setting)},
                      {"directness", to_string(reading.directness)}};
  return reply.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string answer_roles(const std::string& line) {
  const JsonRequest request = JsonRequest::parse(line);
  std::vector<std::string> texts;
  for (const JsonRequest& section : request.objects("sections")) texts.push_back(section.text("text"));
  Json roles = Json::array();
  for (const SectionRole role : read_section_roles(std::vector<std::string_view>(texts.begin(), texts.end()))) {
    roles.push_back(to_string(role));
  }
  return Json{{"id", Json::parse(request.id())}, {"roles", std::move(roles)}}.dump();
}

}  // namespace

void add_read_command(CommandLine& line) {
  struct Options {
    std::vector<std::string> files;
    bool roles = false;
  };
  const auto options = std::make_shared<Options>();
  CLI::App& command = line.add({"read", "Read citations for claims: JSON Lines in, stance and findings out",
                                R"(claimcheck read pairs.jsonl > readings.jsonl
    # lines {"id", "claim" or "frame": {"intervention", "comparator", "outcome"},
    #        "citation": {"pmid", "title", "abstract": [{"label", "text"}],
    #                     "publication_types": ["Randomized Controlled Trial"]}}
claimcheck read --roles abstracts.jsonl   # lines {"id", "sections": [{"text"}]}
    # a bad line is answered by {"error", "line"} and leads to exit code 2)"});
  command.add_option("FILE", options->files, "Files of JSON Lines; - or none is standard input");
  command.add_flag("--roles", options->roles, "Tell what each section of an abstract is for, from its text alone");
  line.on(command, [options] { return to_int(answer_files(options->files, options->roles ? answer_roles : answer)); });
}

}  // namespace claimcheck
