#include "ooxml/zip_package.h"

#include <gmock/gmock.h>

#include <string>

#include "core/error.h"
#include "support/docx_builder.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string problem_of(const std::string& bytes) {
  try {
    const ZipPackage package(bytes, "a.docx");
    for (const std::string& part : package.parts()) static_cast<void>(package.read(part));
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    return error.what();
  }
  return {};
}

TEST(ZipPackage, ReadsWhatIsThere) {
  const std::string bytes = make_zip({{"b/x.xml", "one"}, {"a.xml", std::string(100000, 'y')}});
  const ZipPackage package(bytes, "a.docx");
  EXPECT_THAT(package.parts(), ElementsAre("b/x.xml", "a.xml"));
  EXPECT_EQ(package.read("b/x.xml"), "one");
  EXPECT_EQ(package.read("A.XML"), std::string(100000, 'y'));
  EXPECT_EQ(package.find("B/X.xml"), "b/x.xml");
  EXPECT_EQ(package.find("c"), "");
}

TEST(ZipPackage, KeepsUntouchedPartsAndOrder) {
  const std::string noise = "The parts that nobody touches keep the bytes that they were packed into.";
  const std::string bytes = make_zip({{"first", noise + noise}, {"second", "old"}, {"third", noise}});
  const ZipPackage before(bytes, "a.docx");
  const std::string changed = before.write({{"new", "added"}, {"second", "new"}});
  EXPECT_EQ(changed, before.write({{"new", "added"}, {"second", "new"}}));
  const ZipPackage after(changed, "a.docx");
  EXPECT_THAT(after.parts(), ElementsAre("first", "second", "third", "new"));
  EXPECT_EQ(after.read("first"), noise + noise);
  EXPECT_EQ(after.read("second"), "new");
  EXPECT_EQ(after.read("new"), "added");
  // The packed bytes of "first" stand behind its local header.
  const std::size_t begin = bytes.find("first") + 5;
  EXPECT_NE(changed.find(bytes.substr(begin, 40)), std::string::npos);
}

TEST(ZipPackage, LeavesTheBytesThatItReadsFromAlone) {
  // All entries stay, and only one is added: libzip then keeps the beginning of the archive as it is.
  const std::string bytes = make_zip({{"first", "one"}, {"second", "two"}});
  const std::string before = bytes;
  for (int i = 0; i < 3; ++i) {
    const ZipPackage package(bytes, "a.docx");
    EXPECT_EQ(ZipPackage(package.write({{"third", "three"}}), "a.docx").parts().size(), 3U);
    EXPECT_EQ(package.read("first"), "one");
  }
  EXPECT_EQ(bytes, before);
}

TEST(ZipPackage, RefusesWhatCannotBeTrusted) {
  EXPECT_THAT(problem_of(""), HasSubstr("it is empty"));
  EXPECT_THAT(problem_of("not an archive"), HasSubstr("a.docx: it is no ZIP archive"));
  EXPECT_THAT(problem_of("not an archive"), HasSubstr("save it again"));
  for (const char* name : {"../x", "/etc/x", "a/../../x", "a\\x", "C:x", "a//x", "./x"}) {
    EXPECT_THAT(problem_of(make_zip({{name, "x"}})), HasSubstr("unsafe name")) << name;
  }
  EXPECT_THAT(problem_of(make_zip({{"a.xml", "1"}, {"A.xml", "2"}})), HasSubstr("twice"));
  EXPECT_THAT(problem_of(make_zip({{"bomb", std::string(std::size_t{20} << 20U, '\0')}})), HasSubstr("ZIP bomb"));
}

}  // namespace
}  // namespace claimcheck
