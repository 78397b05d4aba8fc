#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string_view>

#include "review/http_exchange.h"

namespace claimcheck {

/// The style sheets of every page, in their order: those of the HTML report, then the page's own.
std::span<const std::string_view> list_styles();

/// The style sheet or script "/assets/`name`"; nullopt for every other name. With `folder` the file of that name in it
/// is sent where there is one, so that a change shows without building; no other file of the folder can be had.
std::optional<HttpAnswer> find_asset(std::string_view name, const std::filesystem::path& folder);

// Templates, compiled in. {{name}} is a field for fill() of report/html.h.

std::string_view asset_frame_html();
std::string_view asset_bar_html();
std::string_view asset_unsaved_html();
std::string_view asset_unsent_html();
std::string_view asset_keys_html();
std::string_view asset_override_html();
std::string_view asset_claim_view_html();
std::string_view asset_evidence_html();
std::string_view asset_help_page_html();

}  // namespace claimcheck
