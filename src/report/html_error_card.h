#pragma once

#include "report/error_card.h"
#include "report/html.h"

namespace claimcheck {

/// The measured errors of the reader, folded.
Html write_error_card_html(const ErrorCard& card);

}  // namespace claimcheck
