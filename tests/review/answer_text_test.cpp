#include "review/answer_text.h"

#include <gmock/gmock.h>

#include <string>

namespace claimcheck {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(AnswerHead, CarriesTheSecurityFieldsAndNoBanner) {
  HttpAnswer answer;
  answer.body = "12345";
  answer.content_type = "application/json";
  answer.headers = {{"Content-Disposition", "attachment"}};
  EXPECT_EQ(answer_head(answer, false),
            "HTTP/1.1 200 OK\r\n"
            "Content-Disposition: attachment\r\n"
            "Content-Type: application/json\r\n"
            "Content-Length: 5\r\n"
            "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'\r\n"
            "X-Content-Type-Options: nosniff\r\n"
            "Referrer-Policy: no-referrer\r\n"
            "Cache-Control: no-store\r\n"
            "Cross-Origin-Resource-Policy: same-origin\r\n"
            "Cross-Origin-Opener-Policy: same-origin\r\n"
            "\r\n");
  EXPECT_THAT(answer_head(answer, true), HasSubstr("\r\nConnection: close\r\n\r\n"));
}

TEST(AnswerHead, SaysNoLengthWhereThereIsNoBody) {
  for (const int status : {204, 304}) {
    HttpAnswer answer;
    answer.status = status;
    EXPECT_THAT(answer_head(answer, false), Not(HasSubstr("Content-Length")));
    EXPECT_THAT(answer_head(answer, false), HasSubstr("X-Content-Type-Options"));
  }
}

TEST(AnswerFault, IsEmptyForWhatCanBeSent) {
  EXPECT_EQ(answer_fault({}), "");
  HttpAnswer answer;
  answer.status = 299;
  answer.headers = {{"X-A_b", ""}, {"Content-Disposition", "attachment; filename=\"a.csv\""}};
  EXPECT_EQ(answer_fault(answer), "");
}

TEST(AnswerFault, NamesWhatCannotBeSent) {
  for (const int status : {-1, 0, 100, 199, 600}) {
    HttpAnswer answer;
    answer.status = status;
    EXPECT_EQ(answer_fault(answer), "has the status " + std::to_string(status));
  }
  for (const char* type : {"", "text/html\r\nX: y", "text/\xC3\xA9"}) {
    HttpAnswer answer;
    answer.content_type = type;
    EXPECT_EQ(answer_fault(answer), "has no usable content type");
  }
  for (const char* name : {"", "A b", "A:", "A\r\nB", "\xC3\xA9"}) {
    HttpAnswer answer;
    answer.headers = {{name, "x"}};
    EXPECT_EQ(answer_fault(answer), "has a header field whose name is none");
  }
  for (const char* value : {"a\r\nSet-Cookie: b", "a\nb", "\x7F", "\xC3\xA9"}) {
    HttpAnswer answer;
    answer.headers = {{"Location", value}};
    EXPECT_EQ(answer_fault(answer), "sets Location to more than printable ASCII");
  }
  for (const std::string name : {"content-security-policy", "CONTENT-LENGTH", "Connection", "transfer-encoding",
                                 "Content-Type", "Cache-Control"}) {
    HttpAnswer answer;
    answer.headers = {{name, "x"}};
    EXPECT_EQ(answer_fault(answer), "sets " + name + ", which the server sets itself");
  }
}

TEST(Refusal, IsASmallPage) {
  const HttpAnswer answer = refusal(404, "There is no such claim.");
  EXPECT_EQ(answer.status, 404);
  EXPECT_THAT(answer.body, HasSubstr("<h1>Not Found</h1>\n<p>There is no such claim.</p>"));
  EXPECT_EQ(answer_fault(answer), "");
}

}  // namespace
}  // namespace claimcheck
