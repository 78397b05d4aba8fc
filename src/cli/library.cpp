#include <CLI/CLI.hpp>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/library_commands.h"

namespace claimcheck {

void add_library_commands(CommandLine& line) {
  CLI::App& library = line.add({"library", "The local copy of PubMed records",
                                "claimcheck library import --library pubmed.db pubmed26n0001.xml.gz\n"
                                "claimcheck library search --library pubmed.db ketamine cystitis"});
  add_library_import_command(line, library);
  add_library_import_mesh_command(line, library);
  add_library_search_command(line, library);
  add_library_show_command(line, library);
  add_library_status_command(line, library);
  add_library_sync_command(line, library);
  add_library_verify_command(line, library);
}

}  // namespace claimcheck
