#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/batch.h"
#include "cli/capsule_file.h"
#include "cli/check_run.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/evidence.h"
#include "cli/exit_code.h"
#include "cli/input_file.h"
#include "cli/output_file.h"
#include "cli/progress.h"
#include "cli/shared_options.h"
#include "cli/terminal.h"
#include "report/changes.h"
#include "verify/weigh.h"

namespace claimcheck {
namespace {

struct RecheckOptions {
  std::string file;
  EvidenceOptions evidence;
  std::string json;
  std::string capsule;
  std::string color = "auto";
  ProgressOptions progress;
};

/// The quoted citations that the new searches did not lead to, asked for by themselves: one that was retracted must not
/// be overlooked because it is no longer among the first that are found.
class LateFetch {
 public:
  LateFetch(const std::vector<ClaimStanding>& reported, const Recording& now, CitationSource& source) {
    std::set<Pmid> wanted;
    for (std::size_t claim = 0; claim < reported.size(); ++claim) {
      for (const Pmid pmid : reported[claim].quoted) {
        if (!was_asked(now.answers[claim], pmid)) wanted.insert(pmid);
      }
    }
    if (wanted.empty()) return;
    const std::vector<Pmid> pmids(wanted.begin(), wanted.end());
    const auto error = attempt([&] { result_ = source.fetch(pmids); });
    if (error) {
      result_.failed = pmids;
      result_.problems.emplace_back(error->what());
    }
    for (const Citation& citation : result_.citations) citations_.emplace(citation.pmid, &citation);
  }

  [[nodiscard]] const Citation* find(Pmid pmid) const {
    const auto found = citations_.find(pmid);
    return found == citations_.end() ? nullptr : found->second;
  }
  [[nodiscard]] const FetchResult& result() const { return result_; }

 private:
  static bool was_asked(const ClaimAnswers& answers, Pmid pmid) {
    return std::any_of(answers.fetches.begin(), answers.fetches.end(), [pmid](const RecordedFetch& fetch) {
      return std::find(fetch.asked.begin(), fetch.asked.end(), pmid) != fetch.asked.end();
    });
  }

  FetchResult result_;
  std::map<Pmid, const Citation*> citations_;
};

/// Adds to `pmids` those of `from` that are among `quoted`.
void add_quoted(const std::vector<Pmid>& quoted, const std::vector<Pmid>& from, std::vector<Pmid>& pmids) {
  for (const Pmid pmid : from) {
    if (std::binary_search(quoted.begin(), quoted.end(), pmid)) pmids.push_back(pmid);
  }
}

/// Then and now, claim by claim.
class Comparison {
 public:
  Comparison(const Capsule& capsule, const Run& before, const Run& after, const Recording& now, const LateFetch& late)
      : capsule_(capsule), before_(before), after_(after), now_(now), late_(late) {}

  [[nodiscard]] ClaimChanges compare(std::size_t claim, const ClaimStanding& reported) const {
    ClaimComparison comparison{.reported = reported,
                               .before = before_.reports[claim],
                               .after = after_.reports[claim],
                               .unchecked = {},
                               .withdrawn = {},
                               .asked = {},
                               .old_record = [&, claim](Pmid pmid) { return capsule_.recording.find(claim, pmid); },
                               .new_record =
                                   [&, claim](Pmid pmid) {
                                     const Citation* found = now_.find(claim, pmid);
                                     return found != nullptr ? found : late_.find(pmid);
                                   }};
    const auto add = [](const std::vector<Pmid>& from, std::vector<Pmid>& to) {
      to.insert(to.end(), from.begin(), from.end());
    };
    for (const RecordedFetch& fetch : now_.answers[claim].fetches) {
      add(fetch.answer.unchecked, comparison.unchecked);
      add(fetch.answer.withdrawn, comparison.withdrawn);
      add(fetch.answer.missing, comparison.withdrawn);
    }
    const FetchResult& late = late_.result();
    add_quoted(reported.quoted, late.missing, comparison.withdrawn);
    add_quoted(reported.quoted, late.withdrawn, comparison.withdrawn);
    std::vector<Pmid> doubtful;
    add_quoted(reported.quoted, late.failed, doubtful);
    add_quoted(reported.quoted, late.unchecked, doubtful);
    if (!doubtful.empty()) {
      comparison.asked = late.problems;
      comparison.asked.push_back(
          fmt::format("Whether PMID {} was retracted or corrected could not be asked.", fmt::join(doubtful, ", ")));
    }
    return compare_claim(comparison, weigh_findings);
  }

 private:
  const Capsule& capsule_;
  const Run& before_;
  const Run& after_;
  const Recording& now_;
  const LateFetch& late_;
};

ClaimsInput input_of(const Capsule& capsule) {
  ClaimsInput input;
  input.claims = capsule.claims;
  input.articles = capsule.articles;
  for (const CapsuleInput& each : capsule.inputs) {
    input.documents.push_back(each.document);
    input.texts.push_back(each.text);
  }
  return input;
}

/// The standings in the capsule's report, one for each of its claims.
std::vector<ClaimStanding> reported_in(const Capsule& capsule, const std::string& name) {
  std::vector<ClaimStanding> reported = read_standings(capsule.report, name);
  if (reported.size() != capsule.claims.size()) {
    throw Error(ErrorKind::input,
                fmt::format("{}: its report is not on the claims that it holds; make a new capsule with "
                            "claimcheck check CLAIMS --capsule FILE",
                            name));
  }
  return reported;
}

std::string name_mesh(const std::optional<MeshFile>& mesh) {
  if (!mesh) return "no MeSH";
  return mesh->year > 0 ? fmt::format("MeSH {}", mesh->year) : fmt::format("MeSH of {}", mesh->name);
}

std::vector<std::string> notes_on(const Capsule& capsule, const Evidence& evidence) {
  std::vector<std::string> notes;
  const CapsuleFacts& facts = capsule.facts;
  if (facts.rules_version != kRulesVersion) {
    notes.push_back(fmt::format("The report in the capsule was made by rules {}, and this program has rules {}.",
                                facts.rules_version, kRulesVersion));
  }
  const std::optional<MeshFile> mesh = evidence.library().mesh_file();
  if ((mesh ? mesh->sha256 : "") != (facts.mesh ? facts.mesh->sha256 : "")) {
    notes.push_back(
        fmt::format("Claims and abstracts are read with {}, as in the capsule, although the library has {}: run check "
                    "anew to use it.",
                    name_mesh(facts.mesh), name_mesh(mesh)));
  }
  return notes;
}

ExitCode outcome(const RunChanges& changes) {
  const auto any = [&](auto is) { return std::any_of(changes.claims.begin(), changes.claims.end(), is); };
  if (any([](const ClaimChanges& claim) { return !claim.checked; })) return ExitCode::incomplete;
  return any([](const ClaimChanges& claim) { return claim.matters(); }) ? ExitCode::failed_on : ExitCode::ok;
}

int run_recheck(RecheckOptions options) {
  check_outputs({options.json, options.capsule}, {options.file, library_path(options.evidence.library)});
  const Capsule capsule = read_capsule_file(options.file);
  const std::vector<ClaimStanding> reported = reported_in(capsule, input_name(options.file));
  const std::shared_ptr<const Vocabulary> vocabulary = vocabulary_of(capsule);
  Progress progress(options.progress);
  progress.stage("reading what the capsule holds");
  Run before = replay_claims(capsule, *vocabulary, progress);
  before.provenance.rules_version = capsule.facts.rules_version;

  // An answer that was kept is the answer of then.
  options.evidence.refresh = !options.evidence.offline;
  Evidence evidence(options.evidence);
  evidence.read_with(*vocabulary);
  const ClaimsInput input = input_of(capsule);
  const ReachOptions reach{capsule.facts.limit, capsule.facts.expand};
  Recorder recorder(private_paths(options.evidence));
  const Run after = check_claims(input, evidence, reach, progress, &recorder);
  const LateFetch late(reported, recorder.recording(), evidence.source());

  RunChanges changes{before.provenance, after.provenance, notes_on(capsule, evidence), {}};
  const Comparison comparison(capsule, before, after, recorder.recording(), late);
  for (std::size_t claim = 0; claim < reported.size(); ++claim) {
    changes.claims.push_back(comparison.compare(claim, reported[claim]));
  }
  if (!options.json.empty()) write_output(options.json, write_changes_json(changes));
  if (!is_standard_output(options.json) && !is_standard_output(options.capsule)) {
    fmt::print("{}", write_changes(changes, terminal_style(options.color)));
  }
  if (!options.capsule.empty()) {
    Capsule renewed = make_capsule(input, evidence, reach, recorder, after);
    renewed.facts.mesh = capsule.facts.mesh;
    renewed.mesh = capsule.mesh;
    write_capsule_file(options.capsule, pack_capsule(renewed, options.capsule), progress);
  }
  return to_int(outcome(changes));
}

}  // namespace

void add_recheck_command(CommandLine& line) {
  const auto options = std::make_shared<RecheckOptions>();
  CLI::App& command = line.add(
      {"recheck", "Search again for the claims of a capsule or a project; what changed and why (1 if it matters)",
       "claimcheck recheck march.capsule --capsule april.capsule\n"
       "claimcheck recheck march.capsule --library pubmed.db --offline --json changes.json\n"
       "claimcheck recheck march.capsule -q || mail -s 'a tag flipped' me   # from a scheduler: 0, 1 or 3"});
  command.add_option("FILE", options->file, "The capsule of a check, or a project; - is standard input")->required();
  add_library_option(command, options->evidence.library);
  add_connection_options(command, options->evidence);
  add_deadline_option(command, options->evidence);
  command
      .add_option("--json", options->json,
                  "Write what changed as JSON (docs/changes.schema.json); - is standard output")
      ->type_name("FILE")
      ->group("Reports");
  command.add_option("--capsule", options->capsule, "Write the new run as a capsule, to recheck the next time")
      ->type_name("FILE")
      ->group("Reports");
  add_progress_options(command, options->progress);
  add_color_option(command, options->color);
  line.on(command, [options] { return run_recheck(*options); });
}

}  // namespace claimcheck
