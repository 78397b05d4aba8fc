#include "report/error_card.h"

#include <fmt/core.h>

#include <nlohmann/json.hpp>

namespace claimcheck {
namespace {

using nlohmann::json;

AnswerRate read_rate(const json& rate) {
  return {rate.at("said"), rate.at("right")};
}

StanceRates read_stance(const json& row) {
  return {row.at("reads"),
          row.at("set"),
          row.at("items"),
          read_rate(row.at("supports")),
          read_rate(row.at("opposes")),
          row.at("reversed"),
          row.at("trained_on")};
}

TaskRate read_task(const json& row) {
  TaskRate rate{row.at("reads"), row.at("set"), row.at("items"), row.at("right"), {}, row.at("trained_on")};
  if (!row.at("reversed").is_null()) rate.reversed = row.at("reversed").get<double>();
  return rate;
}

ErrorCard read_card(std::string_view text) {
  const json data = json::parse(text);
  ErrorCard card;
  card.note = data.at("note");
  for (const json& row : data.at("stances")) card.stances.push_back(read_stance(row));
  for (const json& row : data.at("others")) card.others.push_back(read_task(row));
  card.readings = data.at("calibration").at("readings");
  card.calibration_error = data.at("calibration").at("error");
  return card;
}

}  // namespace

const ErrorCard& error_card() {
  static const ErrorCard card = read_card(error_card_data());
  return card;
}

std::string describe_share(double share) {
  const double percent = share * 100;
  return percent > 0 && percent < 1 ? fmt::format("{:.1f} %", percent) : fmt::format("{:.0f} %", percent);
}

std::string describe_rate(const AnswerRate& rate) {
  return rate.said == 0 ? "never said" : fmt::format("{} of {}", describe_share(rate.right), rate.said);
}

std::string describe_others(const ErrorCard& card) {
  std::string line;
  for (const TaskRate& task : card.others) {
    if (!line.empty()) line += "; ";
    line += fmt::format("{} {} of {} ({})", task.reads, describe_share(task.right), task.items, task.set);
    if (task.reversed) line += fmt::format(", reversed {}", describe_share(*task.reversed));
  }
  return line;
}

std::string describe_calibration(const ErrorCard& card) {
  return fmt::format(
      "The reliability given for a reading is off by {:.0f} points of 100 on average ({} readings; more on "
      "kinds of claims that the models have not seen).",
      card.calibration_error * 100, card.readings);
}

}  // namespace claimcheck
