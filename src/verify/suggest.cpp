#include "verify/suggest.h"

#include <cctype>
#include <string_view>

#include "verify/body_of_evidence.h"
#include "verify/certainty.h"

namespace claimcheck {
namespace {

constexpr std::string_view kLimited = "Limited evidence suggests that ";

bool is_lower(char c) {
  return std::islower(static_cast<unsigned char>(c)) != 0;
}

// A name that is written in capitals keeps them.
std::string uncapitalised(std::string text) {
  if (text.size() > 1 && is_lower(text[1])) {
    text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  }
  return text;
}

std::string capitalised(std::string text) {
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

// The claim without the words at `span` and the white space that they leave.
std::string without(const std::string& text, Span span) {
  std::string rest = text.substr(0, span.begin);
  std::size_t from = span.end;
  while (from < text.size() && text[from] == ' ') ++from;
  while (!rest.empty() && rest.back() == ' ') rest.pop_back();
  const bool closes = from >= text.size() || std::string_view(".,;:").find(text[from]) != std::string_view::npos;
  if (!rest.empty() && !closes) rest += ' ';
  return capitalised(rest + text.substr(from));
}

bool is_affirmed_effect(const ClaimFrame& frame) {
  const bool effect = frame.kind == ClaimKind::benefit || frame.kind == ClaimKind::harm_exists ||
                      frame.kind == ClaimKind::mechanism || frame.kind == ClaimKind::comparative;
  return effect && frame.polarity == Polarity::affirmed;
}

// A harm that is called mild is not denied: that it occurs is no other wording of the claim.
bool denies_or_bounds_harm(const ClaimFrame& frame) {
  return plays_harm_down(frame) && (frame.kind == ClaimKind::harm_absent || frame.threshold);
}

// What a claim of this direction says, as a bare verb; empty when the frame does not tell which way is meant.
std::string_view verb_of(const ClaimFrame& frame) {
  if (frame.direction == Direction::decrease) return "reduce";
  if (frame.direction != Direction::increase) return {};
  if (frame.kind == ClaimKind::harm_exists) return "cause";
  return frame.valence == Valence::good ? "improve" : "increase";
}

// "Side effects have", "a headache has": by the last word, where "-ss", "-us" and "-is" are no plural.
std::string_view have_or_has(std::string_view noun) {
  const bool plural = noun.ends_with('s') && !noun.ends_with("ss") && !noun.ends_with("us") && !noun.ends_with("is");
  return plural ? "have" : "has";
}

// "Ketamine may reduce chronic pain": made of the slots, so only where they hold all that the claim says.
std::string rebuilt(const ClaimFrame& frame) {
  const bool plain = frame.comparator.empty() &&
                     (frame.population.empty() || frame.population.span == frame.outcome.span) && frame.route.empty() &&
                     frame.dose.empty() && frame.duration.empty() && frame.setting.empty() && frame.unread.empty();
  if (!plain || frame.subject.text.empty() || frame.outcome.text.empty()) return {};
  const std::string_view verb = verb_of(frame);
  if (verb.empty()) return {};
  return capitalised(frame.subject.text) + " may " + std::string(verb) + ' ' + uncapitalised(frame.outcome.text) + '.';
}

bool is_same(const Slot& a, const Slot& b) {
  return a.concepts.empty() ? a.text == b.text : a.concepts == b.concepts;
}

}  // namespace

std::vector<std::string> list_rungs(const ClaimFrame& frame) {
  std::vector<std::string> rungs;
  if (is_affirmed_effect(frame)) {
    std::string text = frame.text;
    if (goes_beyond_effect(frame) && !frame.quantifier.span.empty()) {
      text = without(text, frame.quantifier.span);
      rungs.push_back(text);
    }
    rungs.push_back(std::string(kLimited) + uncapitalised(text));
    if (const std::string plain = rebuilt(frame); !plain.empty()) rungs.push_back(plain);
  } else if (denies_or_bounds_harm(frame) && !frame.subject.text.empty() && !frame.outcome.text.empty()) {
    rungs.push_back(capitalised(frame.outcome.text) + ' ' + std::string(have_or_has(frame.outcome.text)) +
                    " been reported with " + uncapitalised(frame.subject.text) + '.');
  }
  return rungs;
}

std::string suggest_wording(const ClaimFrame& frame, bool may_stand, const WordingTrial& trial) {
  if (!may_stand && is_affirmed_effect(frame) && !goes_beyond_effect(frame)) return {};
  for (std::string& rung : list_rungs(frame)) {
    Claim claim;
    claim.id = frame.claim_id;
    claim.text = rung;
    const ClaimFrame reworded = trial.read(claim);
    const bool same = reworded.unresolved.empty() && is_same(reworded.subject, frame.subject) &&
                      is_same(reworded.outcome, frame.outcome);
    if (same && trial.is_supported(reworded)) return rung;
  }
  return {};
}

}  // namespace claimcheck
