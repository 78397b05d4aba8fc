#include "report/html_picture.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <vector>

#include "report/evidence_picture.h"
#include "report/words.h"

namespace claimcheck {
namespace {

// Heights in pixels; widths are in per cent, so that the picture fits a telephone without shrinking its letters.
constexpr int kLetters = 14;  // baseline of a band's words
constexpr int kWords = 22;    // height of a band's words
constexpr int kGap = 10;      // below a band
constexpr int kAxisHeight = 24;
constexpr int kHighestBar = 48;
constexpr int kRecord = 6;     // height of one record, where the highest bar lets it
constexpr int kLowestBar = 3;  // one record has to be seen
constexpr int kFewestYears = 14;
constexpr int kMostTicks = 7;

struct Scale {
  int first_year = 0;
  int years = 0;
  std::size_t most = 1;  ///< records in the longest bar
};

Scale scale_of(const std::vector<DesignCount>& designs) {
  Scale scale;
  int last_year = 0;
  for (const DesignCount& design : designs) {
    for (const YearCount& count : design.years) {
      if (scale.first_year == 0 || count.year < scale.first_year) scale.first_year = count.year;
      last_year = std::max(last_year, count.year);
      scale.most = std::max({scale.most, count.supporting, count.opposing});
    }
  }
  if (scale.first_year == 0) return scale;
  scale.first_year = std::min(scale.first_year, last_year - kFewestYears + 1);
  scale.years = last_year - scale.first_year + 1;
  return scale;
}

double percent_of(const Scale& scale, int year) {
  return 100.0 * (year - scale.first_year) / scale.years;
}

int height_of(const Scale& scale, std::size_t records) {
  if (records == 0) return 0;
  const auto most = static_cast<int>(scale.most);
  const auto count = static_cast<int>(records);
  return most * kRecord <= kHighestBar ? count * kRecord : std::max(kLowestBar, count * kHighestBar / most);
}

// What a band takes above and below its line.
struct Reach {
  int up = 0;
  int down = 0;
};

Reach reach_of(const Scale& scale, const DesignCount& design) {
  Reach reach;
  for (const YearCount& count : design.years) {
    reach.up = std::max(reach.up, height_of(scale, count.supporting));
    reach.down = std::max(reach.down, height_of(scale, count.opposing));
  }
  return reach;
}

Html write_bar(const Scale& scale, int year, std::size_t records, int line, bool supports) {
  if (records == 0) return {};
  const int height = height_of(scale, records);
  return fill_line(R"(<rect class="{{side}}" x="{{x}}%" y="{{y}}" width="{{width}}%" height="{{height}}"/>)",
                   {{"side", supports ? "for" : "against"},
                    {"x", fmt::format("{:.2f}", percent_of(scale, year) + 10.0 / scale.years)},
                    {"y", std::to_string(supports ? line - 1 - height : line + 2)},
                    {"width", fmt::format("{:.2f}", 80.0 / scale.years)},
                    {"height", std::to_string(height)}});
}

std::string describe_sides(const DesignCount& design) {
  return fmt::format("{} for, {} against", design.supporting, design.opposing);
}

// Without what stands in brackets, so that it does not run into the sums on a narrow screen.
std::string short_name(Design design) {
  const std::string_view words = word_for(design);
  return capitalise(std::string(words.substr(0, words.find(" ("))));
}

Html write_band(const Scale& scale, const DesignCount& design, int top, int line) {
  Html bars;
  for (const YearCount& count : design.years) {
    bars += write_bar(scale, count.year, count.supporting, line, true);
    bars += write_bar(scale, count.year, count.opposing, line, false);
  }
  return fill_line(
      R"(<text x="0" y="{{letters}}">{{design}}</text><text class="end" x="100%" y="{{letters}}">{{sides}}</text>
<line x1="0" x2="100%" y1="{{line}}.5" y2="{{line}}.5"/>
{{bars}})",
      {{"letters", std::to_string(top + kLetters)},
       {"design", short_name(design.design)},
       {"sides", describe_sides(design)},
       {"line", std::to_string(line)},
       {"bars", bars}});
}

int tick_step(const Scale& scale) {
  int step = 1;
  for (const int wider : {2, 5, 10, 20, 50}) {
    if (scale.years > step * kMostTicks) step = wider;
  }
  return step;
}

// Thin lines from top to bottom at round years, with the years below them.
Html write_ticks(const Scale& scale, int bottom) {
  const int step = tick_step(scale);
  Html ticks;
  for (int year = (scale.first_year + step - 1) / step * step; year < scale.first_year + scale.years; year += step) {
    ticks += fill_line(
        R"(<line class="tick" x1="{{x}}%" x2="{{x}}%" y1="0" y2="{{bottom}}"/><text class="year" x="{{x}}%" y="{{y}}">{{year}}</text>)",
        {{"x", fmt::format("{:.2f}", percent_of(scale, year) + 50.0 / scale.years)},
         {"bottom", std::to_string(bottom)},
         {"y", std::to_string(bottom + kLetters)},
         {"year", std::to_string(year)}});
  }
  return ticks;
}

std::string describe_years(const DesignCount& design) {
  if (design.years.empty()) return "";
  const int first = design.years.front().year;
  const int last = design.years.back().year;
  return first == last ? std::to_string(first) : fmt::format("{} to {}", first, last);
}

Html write_table(const std::vector<DesignCount>& designs) {
  Html rows;
  for (const DesignCount& design : designs) {
    rows += fill_line(R"(<tr role="row"><th role="rowheader" scope="row">{{design}}</th>
<td role="cell" class="number" data-label="For">{{for}}</td>
<td role="cell" class="number" data-label="Against">{{against}}</td>
<td role="cell" class="number" data-label="Neither way">{{neither}}</td>
<td role="cell" data-label="Years">{{years}}</td></tr>)",
                      {{"design", capitalise(std::string(word_for(design.design)))},
                       {"for", std::to_string(design.supporting)},
                       {"against", std::to_string(design.opposing)},
                       {"neither", std::to_string(design.neither)},
                       {"years", describe_years(design)}});
  }
  return fill_line(R"(<details><summary>The picture as a table</summary>
<table class="designs" role="table">
<thead role="rowgroup"><tr role="row">
<th role="columnheader" scope="col">Design</th>
<th role="columnheader" scope="col" class="number">For</th>
<th role="columnheader" scope="col" class="number">Against</th>
<th role="columnheader" scope="col" class="number">Neither way</th>
<th role="columnheader" scope="col">Years</th>
</tr></thead>
<tbody role="rowgroup">
{{rows}}</tbody>
</table>
</details>)",
                   {{"rows", rows}});
}

std::string describe_picture(const std::vector<DesignCount>& designs) {
  std::string text;
  for (const DesignCount& design : designs) {
    if (design.years.empty()) continue;
    if (!text.empty()) text += "; ";
    text += fmt::format("{}: {}, {}", word_for(design.design), describe_sides(design), describe_years(design));
  }
  return capitalise(text) + '.';
}

Html write_svg(const Scale& scale, const std::vector<DesignCount>& designs) {
  Html bands;
  int top = 0;
  for (const DesignCount& design : designs) {
    if (design.years.empty()) continue;
    const Reach reach = reach_of(scale, design);
    const int line = top + kWords + reach.up;
    bands += write_band(scale, design, top, line);
    top = line + reach.down + kGap;
  }
  return fill_line(
      R"(<svg class="picture" role="img" aria-labelledby="picture-title picture-text" width="100%" height="{{height}}">
<title id="picture-title">Records weighed, by year, design and side</title>
<desc id="picture-text">{{words}}</desc>
{{ticks}}{{bands}}</svg>)",
      {{"height", std::to_string(top + kAxisHeight)},
       {"words", describe_picture(designs)},
       {"ticks", write_ticks(scale, top)},
       {"bands", bands}});
}

}  // namespace

Html write_picture_html(const Run& run) {
  const std::vector<DesignCount> designs = count_evidence(run);
  const Scale scale = scale_of(designs);
  if (scale.years == 0) return {};
  return fill_line(R"(<section aria-labelledby="evidence">
<h2 id="evidence">Evidence by year and design</h2>
<p class="meaning">Records with a finding that was weighed, of all claims together: <span class="key for">above the line, for a claim</span>; <span class="key against">below it, against a claim</span>. The longest bar stands for {{most}}. A record counts once on a side.</p>
{{svg}}{{table}}</section>)",
                   {{"most", count_words(scale.most, "record", "records")},
                    {"svg", write_svg(scale, designs)},
                    {"table", write_table(designs)}});
}

}  // namespace claimcheck
