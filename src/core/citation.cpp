#include "core/citation.h"

#include <algorithm>

namespace claimcheck {

bool has_notice(const Citation& citation, NoticeKind kind) {
  return std::any_of(citation.notices.begin(), citation.notices.end(),
                     [kind](const Notice& notice) { return notice.kind == kind; });
}

bool has_publication_type(const Citation& citation, std::string_view ui, std::string_view name) {
  return std::any_of(citation.publication_types.begin(), citation.publication_types.end(),
                     [&](const ControlledTerm& type) { return type.ui.empty() ? type.name == name : type.ui == ui; });
}

bool is_retracted(const Citation& citation) {
  return has_publication_type(citation, "D016441", "Retracted Publication") ||
         has_notice(citation, NoticeKind::retraction_in);
}

bool is_retraction_notice(const Citation& citation) {
  return has_publication_type(citation, "D016440", "Retraction of Publication") ||
         has_publication_type(citation, "D016440", "Retraction Notice") ||
         has_notice(citation, NoticeKind::retraction_of);
}

}  // namespace claimcheck
