#pragma once

namespace CLI {
class App;
}

namespace claimcheck {

class CommandLine;

/// The commands below `library`.
void add_library_import_command(CommandLine& line, CLI::App& library);
void add_library_import_mesh_command(CommandLine& line, CLI::App& library);
void add_library_search_command(CommandLine& line, CLI::App& library);
void add_library_show_command(CommandLine& line, CLI::App& library);
void add_library_status_command(CommandLine& line, CLI::App& library);
void add_library_sync_command(CommandLine& line, CLI::App& library);
void add_library_verify_command(CommandLine& line, CLI::App& library);

}  // namespace claimcheck
