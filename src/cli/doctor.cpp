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
#include "cli/user_folders.h"
#include "library/library.h"
#include "pubmed/eutils_options.h"
#include "pubmed/http.h"

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
  std::string pubmed_url;
  bool pubmed_asked = false;
  std::string pubmed_problem;
};

void look_at_library(Findings& found, const std::string& path) {
  found.library_path = path;
  found.library_exists = std::filesystem::exists(path);
  if (!found.library_exists) return;
  const auto error = attempt([&] { found.citations = Library::open(path, false).status().citations; });
  if (error) found.library_problem = error->what();
}

void look_at_key(Findings& found) {
  const auto error = attempt([&] { found.key_origin = read_api_key().origin; });
  if (error) found.key_problem = error->what();
}

void ask_pubmed(Findings& found, const EvidenceOptions& options) {
  const EutilsOptions eutils = eutils_options(options);
  found.pubmed_url = eutils.base_url;
  if (options.offline) return;
  HttpRequest request;
  request.url = fmt::format("{}einfo.fcgi?tool={}&email={}", eutils.base_url, eutils.tool, eutils.email);
  request.connect_timeout = std::chrono::seconds(5);
  request.timeout = std::chrono::seconds(10);
  const HttpResponse response = curl_http()(request);
  found.pubmed_asked = true;
  if (response.status != 200) {
    found.pubmed_problem = response.problem.empty() ? fmt::format("HTTP status {}", response.status) : response.problem;
  }
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
        {"problem", or_null(found.key_problem)}}},
      {"pubmed",
       {{"url", found.pubmed_url},
        {"asked", found.pubmed_asked},
        {"reachable", found.pubmed_asked && found.pubmed_problem.empty()},
        {"problem", or_null(found.pubmed_problem)}}},
  };
  return json.dump(2) + "\n";
}

std::string as_text(const Findings& found) {
  std::string library = found.library_exists ? fmt::format("{} citations", found.citations) : "none yet";
  if (!found.library_problem.empty()) library = found.library_problem;
  std::string key = found.key_origin.empty() ? "none (claimcheck help ncbi-key)" : "from " + found.key_origin;
  if (!found.key_problem.empty()) key = found.key_problem;
  std::string pubmed = found.pubmed_problem.empty() ? "reachable" : "not reachable: " + found.pubmed_problem;
  if (!found.pubmed_asked) pubmed = "not asked (--offline)";
  return fmt::format("claimcheck {}\nbuilt with {}\nlibrary    {}: {}\nNCBI key   {}\nPubMed     {} {}\n",
                     CLAIMCHECK_VERSION, CLAIMCHECK_BUILT_WITH, found.library_path, library, key, found.pubmed_url,
                     pubmed);
}

int run_doctor(const DoctorOptions& options) {
  Findings found;
  look_at_library(found, library_path(options.evidence.library));
  look_at_key(found);
  ask_pubmed(found, options.evidence);
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
