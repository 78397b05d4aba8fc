#include "report/flow_picture.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <vector>

#include "report/appraisal_words.h"
#include "report/flow.h"
#include "report/text_layout.h"

namespace claimcheck {
namespace {

// Pixels; letters are 13 high, and no common sans serif is wider than kLetter on average.
constexpr int kLeftWidth = 290;
constexpr int kRightX = 340;
constexpr int kRightWidth = 300;
constexpr int kWidth = kRightX + kRightWidth + 10;
constexpr int kMargin = 10;
constexpr int kPadding = 12;
constexpr int kLine = 18;
constexpr int kGap = 26;
constexpr int kLetter = 7;

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    lines.push_back(text.substr(begin, end - begin));
    begin = end == std::string::npos ? text.size() : end + 1;
  }
  return lines;
}

std::vector<std::string> wrap(const std::string& text, int width) {
  const auto columns = static_cast<std::size_t>((width - 2 * kPadding) / kLetter);
  return split_lines(lay_out({{to_line(text)}}, {}, {false, columns}));
}

std::string count_text(std::size_t count) {
  return group_digits(static_cast<int>(std::min<std::size_t>(count, 2'000'000'000)));
}

struct Row {
  std::vector<std::string> note;
  std::vector<std::string> lost;
  [[nodiscard]] int left_height() const { return box_height(note.size() + 1); }
  [[nodiscard]] int right_height() const { return lost.empty() ? 0 : box_height(lost.size()); }
  [[nodiscard]] int height() const { return std::max(left_height(), right_height()); }
  static int box_height(std::size_t lines) { return static_cast<int>(lines) * kLine + 2 * kPadding - 6; }
};

Row lay_out_row(const FlowStep& step) {
  Row row;
  row.note = wrap(step.note, kLeftWidth);
  for (const FlowLoss& loss : step.lost) {
    for (std::string& line : wrap(count_text(loss.count) + " " + loss.why, kRightWidth)) {
      row.lost.push_back(std::move(line));
    }
  }
  return row;
}

Html write_text(int x, int y, std::string_view style, std::string_view words) {
  return fill_line(R"(<text class="{{style}}" x="{{x}}" y="{{y}}">{{words}}</text>)",
                   {{"style", style}, {"x", std::to_string(x)}, {"y", std::to_string(y)}, {"words", words}});
}

Html write_box(std::string_view style, int x, int y, int width, int height) {
  return fill_line(R"(<rect class="{{style}}" x="{{x}}" y="{{y}}" width="{{width}}" height="{{height}}" rx="5"/>)",
                   {{"style", style},
                    {"x", std::to_string(x)},
                    {"y", std::to_string(y)},
                    {"width", std::to_string(width)},
                    {"height", std::to_string(height)}});
}

// A line with its head drawn as lines too, so that no marker needs an id.
Html write_arrow(int x, int y, int end_x, int end_y) {
  const bool down = x == end_x;
  const std::string head = down ? fmt::format("M{} {}l5 -7M{} {}l-5 -7", end_x, end_y, end_x, end_y)
                                : fmt::format("M{} {}l-7 -5M{} {}l-7 5", end_x, end_y, end_x, end_y);
  return fill_line(R"(<path class="way" d="M{{x}} {{y}}L{{end_x}} {{end_y}}{{head}}"/>)",
                   {{"x", std::to_string(x)},
                    {"y", std::to_string(y)},
                    {"end_x", std::to_string(end_x)},
                    {"end_y", std::to_string(end_y)},
                    {"head", head}});
}

Html write_row(const FlowStep& step, const Row& row, int top) {
  Html markup = write_box("step", kMargin, top, kLeftWidth, row.left_height());
  int y = top + kPadding + 10;
  markup += write_text(kMargin + kPadding, y, "name", fmt::format("{}: {}", step.name, count_text(step.count)));
  for (const std::string& line : row.note) markup += write_text(kMargin + kPadding, y += kLine, "plain", line);
  if (row.lost.empty()) return markup;
  const int middle = top + std::min(row.left_height(), row.right_height()) / 2;
  markup += write_arrow(kMargin + kLeftWidth, middle, kRightX - 2, middle);
  markup += write_box("lost", kRightX, top, kRightWidth, row.right_height());
  y = top + kPadding + 10 - kLine;
  for (const std::string& line : row.lost) markup += write_text(kRightX + kPadding, y += kLine, "plain", line);
  return markup;
}

std::string describe(const std::vector<FlowStep>& steps) {
  std::string text;
  for (const FlowStep& step : steps) {
    text += fmt::format("{}{}: {} ({})", text.empty() ? "" : " ", step.name, step.count, step.note);
    for (const FlowLoss& loss : step.lost) text += fmt::format("; less {} {}", loss.count, loss.why);
    text += '.';
  }
  return text;
}

}  // namespace

Html write_flow_svg(const Run& run, const Html& style) {
  const std::vector<FlowStep> steps = count_flow(run);
  Html rows;
  int top = kMargin;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Row row = lay_out_row(steps[i]);
    rows += write_row(steps[i], row, top);
    const int next = top + row.height() + kGap;
    const bool is_last = i + 1 == steps.size();
    const int middle = kMargin + kLeftWidth / 2;
    if (!is_last) rows += write_arrow(middle, top + row.left_height(), middle, next - 2);
    top = next;
  }
  return fill_line(
      R"(<svg class="flow" xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="flow-title flow-text" width="{{width}}" height="{{height}}" viewBox="0 0 {{width}} {{height}}">
<title id="flow-title">Flow of records: found, screened, read, eligible, counted</title>
<desc id="flow-text">{{words}}</desc>
{{style}}{{rows}}</svg>)",
      {{"width", std::to_string(kWidth)},
       {"height", std::to_string(top - kGap + kMargin)},
       {"words", describe(steps)},
       {"style", style},
       {"rows", rows}});
}

}  // namespace claimcheck
