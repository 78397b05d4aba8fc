#include "review/ask_handler.h"

#include <gmock/gmock.h>

#include <stdexcept>
#include <string>

#include "core/error.h"

namespace claimcheck {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Asked {
  HttpAnswer answer;
  std::string log;
};

Asked ask(const HttpHandler& handler) {
  Asked asked;
  HttpQuestion question;
  question.method = "POST";
  question.path = "/decide";
  question.query = {{"q", "private"}};
  question.body = "private";
  asked.answer = ask_handler(handler, question, [&](std::string_view line) { asked.log += line; });
  return asked;
}

TEST(AskHandler, GivesWhatTheHandlerSays) {
  const Asked asked = ask([](const HttpQuestion& question) {
    HttpAnswer answer = {};
    answer.status = 404;
    answer.body = question.path;
    return answer;
  });
  EXPECT_EQ(asked.answer.status, 404);
  EXPECT_EQ(asked.answer.body, "/decide");
  EXPECT_EQ(asked.log, "");
}

TEST(AskHandler, KeepsExceptionsInTheTerminal) {
  const Asked standard = ask([](const HttpQuestion&) -> HttpAnswer { throw std::runtime_error("disk\n\x1B[2J full"); });
  EXPECT_EQ(standard.answer.status, 500);
  EXPECT_THAT(standard.answer.body, Not(HasSubstr("disk")));
  EXPECT_EQ(standard.log, "POST /decide: disk  [2J full");

  const Asked ours = ask([](const HttpQuestion&) -> HttpAnswer { throw Error(ErrorKind::storage, "no library"); });
  EXPECT_EQ(ours.answer.status, 500);
  EXPECT_EQ(ours.log, "POST /decide: no library");

  const Asked other = ask([](const HttpQuestion&) -> HttpAnswer { throw 42; });
  EXPECT_EQ(other.answer.body, standard.answer.body);
  EXPECT_EQ(other.log, "POST /decide: an exception of an unknown type");
}

TEST(AskHandler, SendsNoAnswerThatCouldBreakTheRules) {
  const Asked asked = ask([](const HttpQuestion&) {
    HttpAnswer answer;
    answer.headers = {{"Location", "/\r\nSet-Cookie: a=b"}};
    return answer;
  });
  EXPECT_EQ(asked.answer.status, 500);
  EXPECT_TRUE(asked.answer.headers.empty());
  EXPECT_EQ(asked.log, "POST /decide: the answer sets Location to more than printable ASCII");
}

TEST(AskHandler, NeedsNoLog) {
  const HttpHandler failing = [](const HttpQuestion&) -> HttpAnswer { throw std::runtime_error("x"); };
  EXPECT_EQ(ask_handler(failing, {}, {}).status, 500);
}

}  // namespace
}  // namespace claimcheck
