#pragma once

#include <string_view>

namespace claimcheck {

/// Ids of the vocabulary's roots that rules refer to (src/concepts/data); a test checks that each exists.
inline constexpr std::string_view kAdverseEffects = "adverse_effects";
inline constexpr std::string_view kSeriousHarm = "serious_harm";
inline constexpr std::string_view kMedicalUse = "medical_use";
inline constexpr std::string_view kRecreationalUse = "recreational_use";
inline constexpr std::string_view kInjected = "injected";
inline constexpr std::string_view kControl = "control_condition";
inline constexpr std::string_view kVisualAcuity = "visual_acuity";
inline constexpr std::string_view kBodyWeight = "body_weight";
inline constexpr std::string_view kSupplement = "supplement";
inline constexpr std::string_view kSafety = "safety";
inline constexpr std::string_view kTreatmentResponse = "treatment_response";
inline constexpr std::string_view kShortTerm = "short_term";
inline constexpr std::string_view kLongTerm = "long_term";
inline constexpr std::string_view kSingleDose = "single_dose";
inline constexpr std::string_view kRepeatedDoses = "repeated_doses";
inline constexpr std::string_view kMaintenance = "maintenance";
inline constexpr std::string_view kLowDose = "low_dose";
inline constexpr std::string_view kHighDose = "high_dose";
inline constexpr std::string_view kAdults = "adults";
inline constexpr std::string_view kGeneralPopulation = "general_population";
inline constexpr std::string_view kRelapse = "relapse";
inline constexpr std::string_view kRemission = "remission";
inline constexpr std::string_view kAddiction = "addiction";
inline constexpr std::string_view kDrugUsers = "people_who_use_drugs";
inline constexpr std::string_view kOverdose = "overdose";
inline constexpr std::string_view kMortality = "mortality";
inline constexpr std::string_view kPregnancyHarms = "pregnancy_harms";
inline constexpr std::string_view kPregnantWomen = "pregnant_women";
inline constexpr std::string_view kOral = "oral";
inline constexpr std::string_view kHumans = "humans";

}  // namespace claimcheck
