#pragma once

#include "verify/record_view.h"

namespace claimcheck {

/// True if the title names the claim's treatment only as the setting in which another one was tested: "nerve block
/// after knee replacement", "ondansetron for chemotherapy-induced nausea", "X added to Y". What changed there is the
/// work of the other.
bool is_setting_of_another(const RecordView& record);

}  // namespace claimcheck
