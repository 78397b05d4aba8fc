#pragma once

namespace claimcheck {

class CommandLine;

/// Each adds its command, with options and help, to the command line.
void add_check_command(CommandLine& line);
void add_extract_command(CommandLine& line);
void add_explain_command(CommandLine& line);
void add_replay_command(CommandLine& line);
void add_recheck_command(CommandLine& line);
void add_review_command(CommandLine& line);
void add_export_command(CommandLine& line);
void add_log_commands(CommandLine& line);
void add_copy_command(CommandLine& line);
void add_import_decisions_command(CommandLine& line);
void add_carry_command(CommandLine& line);
void add_library_commands(CommandLine& line);
void add_frame_command(CommandLine& line);
void add_read_command(CommandLine& line);
void add_doctor_command(CommandLine& line);
void add_help_command(CommandLine& line);

}  // namespace claimcheck
