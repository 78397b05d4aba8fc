#pragma once

#include <string_view>

#include "core/error.h"

namespace claimcheck {

/// The record that FieldWriter::write_record wrote as `text`. Missing fields take their defaults. Throws Error(kind),
/// one line that starts with `name` and names the field: not JSON, an unknown field, a wrong type, a number out of
/// range, an unknown enum value, a required field that is missing. For the records that field_reader.cpp names: those
/// whose fields are listed in citation_fields.h, capsule_fields.h and report_fields.h and that stand by themselves in a
/// file.
template <typename Record>
Record record_from_json(std::string_view text, std::string_view name, ErrorKind kind);

/// For text from elsewhere, before it is read. Throws Error(kind) that starts with `name` when it is nested deeper than
/// any record.
void check_nesting(std::string_view json, std::string_view name, ErrorKind kind);

}  // namespace claimcheck
