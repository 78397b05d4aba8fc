#include <fmt/core.h>

#include <cstdio>
#include <exception>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/interrupt.h"
#include "cli/output_file.h"
#include "core/error.h"

int main(int argc, char** argv) {
  using namespace claimcheck;
  try {
    exit_on_interrupt();
    CommandLine line;
    add_check_command(line);
    add_extract_command(line);
    add_explain_command(line);
    add_replay_command(line);
    add_recheck_command(line);
    add_review_command(line);
    add_export_command(line);
    add_log_commands(line);
    add_copy_command(line);
    add_import_decisions_command(line);
    add_carry_command(line);
    add_library_commands(line);
    add_frame_command(line);
    add_read_command(line);
    add_doctor_command(line);
    add_help_command(line);
    const int code = line.run(argc, argv);
    flush_standard_output();
    return code;
  } catch (const Error& error) {
    std::fflush(stdout);
    fmt::print(stderr, "claimcheck: {}\n", error.what());
    return to_int(exit_code_of(error.kind()));
  } catch (const std::exception& error) {
    fmt::print(stderr, "claimcheck: internal error: {}. Please report it with the command that led here.\n",
               error.what());
    return to_int(ExitCode::internal);
  }
}
