#include "review/ask_handler.h"

#include <exception>
#include <string>

#include "review/answer_text.h"

namespace claimcheck {
namespace {

/// An exception's text may quote what was sent; in a terminal, control characters could do harm.
std::string defused(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return text;
}

}  // namespace

HttpAnswer ask_handler(const HttpHandler& handler, const HttpQuestion& question,
                       const std::function<void(std::string_view)>& log) {
  std::string fault;
  try {
    HttpAnswer answer = handler(question);
    fault = answer_fault(answer);
    if (fault.empty()) return answer;
    fault.insert(0, "the answer ");
  } catch (const std::exception& exception) {
    fault = exception.what();
  } catch (...) {
    fault = "an exception of an unknown type";
  }
  if (log) log(defused(question.method + ' ' + question.path + ": " + fault));
  return refusal(500, "Something went wrong in the program; the terminal says what.");
}

}  // namespace claimcheck
