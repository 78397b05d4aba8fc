#include <string>

#include "report/assets.h"
#include "report/flow_picture.h"
#include "report/html.h"
#include "report/writers.h"

namespace claimcheck {

std::string write_flow(const Run& run) {
  const Html style = fill(R"(<style>
{{css}}</style>
<rect class="page" width="100%" height="100%"/>
)",
                          {{"css", Html(std::string(asset_flow_css()))}});
  return R"(<?xml version="1.0" encoding="UTF-8"?>)"
         "\n" +
         write_flow_svg(run, style).markup();
}

}  // namespace claimcheck
