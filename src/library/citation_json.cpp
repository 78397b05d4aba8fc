#include "library/citation_json.h"

#include "library/citation_fields.h"
#include "library/field_reader.h"
#include "library/field_writer.h"

namespace claimcheck {

std::string citation_to_json(const Citation& citation) {
  std::string text;
  text.reserve(4096);
  FieldWriter(text).write_record(citation);
  return text;
}

Citation citation_from_json(std::string_view text, std::string_view name, ErrorKind kind) {
  return record_from_json<Citation>(text, name, kind);
}

}  // namespace claimcheck
