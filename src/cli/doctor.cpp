#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/batch.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/evidence.h"
#include "cli/exit_code.h"
#include "cli/pubmed_access.h"
#include "cli/terminal.h"
#include "cli/user_folders.h"
#include "library/library.h"
#include "pubmed/answer_error.h"
#include "pubmed/api_key.h"
#include "pubmed/eutils_caller.h"
#include "pubmed/http.h"
#include "pubmed/server_address.h"
#include "pubmed/shared_limiter.h"

namespace claimcheck {
namespace {

struct DoctorOptions {
  EvidenceOptions evidence;
  bool json = false;
};

/// What was found; a problem is empty where there is none.
struct Findings {
  std::string library_path;
  bool library_exists = false;
  std::size_t citations = 0;
  std::string library_problem;
  std::string key_origin;  ///< empty: no key
  std::string key_problem;
  bool key_sent = false;
  std::string key_note;
  std::string starts_path;
  std::string sharing_problem;
  std::string pubmed_url;
  bool pubmed_asked = false;
  bool pubmed_reached = false;
  std::string pubmed_problem;
};

void look_at_library(Findings& found, const std::string& path) {
  found.library_path = path;
  found.library_exists = std::filesystem::exists(path);
  if (!found.library_exists) return;
  const auto error = attempt([&] { found.citations = Library::open(path, false).status().citations; });
  if (error) found.library_problem = error->what();
}

ApiKey look_at_key(Findings& found) {
  ApiKey key;
  const auto error = attempt([&] { key = read_api_key(); });
  if (error) found.key_problem = error->what();
  found.key_origin = key.origin;
  return key;
}

void look_at_access(Findings& found, const PubmedAccess& access) {
  found.key_sent = is_key_sent(access.eutils);
  found.key_note = access.key_note;
  found.starts_path = access.starts_path;
  found.sharing_problem = sharing_problem(access.starts_path);
  found.pubmed_url = without_password(access.eutils.base_url);
}

/// EInfo, once.
void ask_pubmed(Findings& found, PubmedAccess access) {
  access.eutils.max_attempts = 1;
  access.eutils.request_timeout = std::chrono::seconds(10);
  access.eutils.deadline = std::chrono::seconds(30);
  EutilsCaller caller(access.eutils, curl_http(), system_clock(), shared_limiter(access));
  const Assessment answer = caller.call(
      "einfo.fcgi", {}, [](const HttpResponse& response) { return find_error(response).value_or(Assessment{}); });
  found.pubmed_asked = true;
  found.pubmed_reached = answer.kind != AnswerKind::unreachable;
  found.pubmed_problem = answer.reason;
}

std::string as_json(const Findings& found) {
  const auto or_null = [](const std::string& text) {
    return text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
  };
  const nlohmann::ordered_json json = {
      {"version", CLAIMCHECK_VERSION},
      {"built_with", CLAIMCHECK_BUILT_WITH},
      {"library",
       {{"path", found.library_path},
        {"exists", found.library_exists},
        {"citations", found.citations},
        {"problem", or_null(found.library_problem)}}},
      {"ncbi_key",
       {{"configured", !found.key_origin.empty()},
        {"origin", or_null(found.key_origin)},
        {"sent", found.key_sent},
        {"problem", or_null(found.key_problem)}}},
      {"waits",
       {{"path", found.starts_path},
        {"shared", found.sharing_problem.empty()},
        {"problem", or_null(found.sharing_problem)}}},
      {"pubmed",
       {{"url", found.pubmed_url},
        {"asked", found.pubmed_asked},
        {"reachable", found.pubmed_asked && found.pubmed_problem.empty()},
        {"problem", or_null(found.pubmed_problem)}}},
  };
  return json.dump(2) + "\n";
}

std::string describe_library(const Findings& found) {
  if (!found.library_problem.empty()) return found.library_problem;
  return found.library_exists ? fmt::format("{} citations", found.citations) : "none yet";
}

std::string describe_key(const Findings& found) {
  if (!found.key_problem.empty()) return found.key_problem;
  if (found.key_origin.empty()) return "none (claimcheck help ncbi-key)";
  return "from " + found.key_origin + (found.key_note.empty() ? "" : ". " + found.key_note);
}

std::string describe_waits(const Findings& found) {
  if (found.sharing_problem.empty()) return "shared by your programs through " + found.starts_path;
  return fmt::format("of each program by itself: {}: {}", found.starts_path, found.sharing_problem);
}

std::string describe_pubmed(const Findings& found) {
  if (!found.pubmed_asked) return "not asked (--offline)";
  if (found.pubmed_problem.empty()) return "reachable";
  return (found.pubmed_reached ? "does not answer: " : "not reachable: ") + found.pubmed_problem;
}

std::string as_text(const Findings& found) {
  return fmt::format(
      "claimcheck {}\nbuilt with {}\nlibrary    {}: {}\nNCBI key   {}\nwaits      {}\nPubMed     {} {}\n",
      CLAIMCHECK_VERSION, CLAIMCHECK_BUILT_WITH, found.library_path, describe_library(found), describe_key(found),
      describe_waits(found), found.pubmed_url, describe_pubmed(found));
}

int run_doctor(const DoctorOptions& options) {
  Findings found;
  look_at_library(found, library_path(options.evidence.library));
  const ApiKey key = look_at_key(found);
  const PubmedAccess access = pubmed_access(options.evidence, key.key);
  look_at_access(found, access);
  if (!options.evidence.offline) ask_pubmed(found, access);
  if (options.evidence.offline && options.evidence.debug_http) print_note("--offline: nothing is sent.");
  fmt::print("{}", options.json ? as_json(found) : as_text(found));
  if (!found.library_problem.empty() || !found.key_problem.empty()) return to_int(ExitCode::unusable);
  return to_int(found.pubmed_problem.empty() ? ExitCode::ok : ExitCode::incomplete);
}

}  // namespace

void add_doctor_command(CommandLine& line) {
  const auto options = std::make_shared<DoctorOptions>();
  CLI::App& command = line.add({"doctor", "What is installed, where things are, and whether PubMed answers",
                                "claimcheck doctor\nclaimcheck doctor --offline --json"});
  add_library_option(command, options->evidence.library);
  add_connection_options(command, options->evidence);
  command.add_flag("--json", options->json, "Print one JSON object")->group("Reports");
  line.on(command, [options] { return run_doctor(*options); });
}

}  // namespace claimcheck
