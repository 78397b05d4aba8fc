#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// How often a reading that says this is right, on one set.
struct AnswerRate {
  std::size_t said = 0;
  double right = 0;  ///< 0..1 of those said; 0 when none was
};

/// What was measured of one kind of claim.
struct StanceRates {
  std::string reads;  ///< the kind of claim, in words
  std::string set;
  std::size_t items = 0;
  AnswerRate supports;
  AnswerRate opposes;
  double reversed = 0;      ///< 0..1 of the items: read as the opposite of what they say
  bool trained_on = false;  ///< rows of the set trained the model
};

/// What was measured of a task other than the stance.
struct TaskRate {
  std::string reads;
  std::string set;
  std::size_t items = 0;
  double right = 0;                ///< 0..1 of the items
  std::optional<double> reversed;  ///< 0..1 of the items, where an answer has an opposite
  bool trained_on = false;
};

/// The measured errors of the reader, as every report prints them.
struct ErrorCard {
  std::string note;  ///< on what it was measured
  std::vector<StanceRates> stances;
  std::vector<TaskRate> others;
  std::size_t readings = 0;      ///< of all sets, that take a stance or tell a direction
  double calibration_error = 0;  ///< expected calibration error of their reliability
};

/// The card of this program: data/error_card.json, compiled in, which scripts/measure_reading --write makes.
const ErrorCard& error_card();

/// The file itself.
std::string_view error_card_data();

/// "77 % of 30", "never said".
std::string describe_rate(const AnswerRate& rate);

/// A share in whole per cent: "77 %"; below one per cent with a decimal.
std::string describe_share(double share);

/// "direction of a comparison 91 % of 1698, reversed 4 %; …": the other tasks in one line.
std::string describe_others(const ErrorCard& card);

/// What the reliability of a reading is worth, in a sentence.
std::string describe_calibration(const ErrorCard& card);

}  // namespace claimcheck
