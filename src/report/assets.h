#pragma once

#include <string_view>

namespace claimcheck {

// The files of assets/, compiled in. {{name}} in a template is a field for fill() of html.h.

std::string_view asset_report_css();
std::string_view asset_appraisal_css();
std::string_view asset_article_css();
std::string_view asset_decision_css();
std::string_view asset_flow_css();
std::string_view asset_print_css();
std::string_view asset_page_html();
std::string_view asset_claim_html();
std::string_view asset_finding_html();

}  // namespace claimcheck
