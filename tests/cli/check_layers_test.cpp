#include <gmock/gmock.h>

#include <filesystem>
#include <string>

#include "cli/child_process.h"

namespace claimcheck {
namespace {

using ::testing::HasSubstr;

/// A small project that breaks no rule.
class CheckLayers : public testing::Test {
 protected:
  CheckLayers() {
    for (const char* folder : {"src/core", "src/text", "src/library", "src/pubmed", "tests/text", "scripts"}) {
      std::filesystem::create_directories(folder_.path() / folder);
    }
    folder_.file("src/core/span.h", "#pragma once\n#include <string>\n");
    folder_.file("src/text/words.cpp", "#include \"core/span.h\"\n#include <utf8proc.h>\n#include <vector>\n");
    folder_.file("src/library/store.h", "#pragma once\n#include <filesystem>\n");
    folder_.file("src/library/store.cpp", "#include <sqlite3.h>\n#include \"text/words.h\"\n#include <sys/stat.h>\n");
    folder_.file("src/text/words.h", "#pragma once\n");
  }

  [[nodiscard]] Outcome check() const {
    return ChildProcess(
               {"/usr/bin/env", "python3", CLAIMCHECK_SOURCE_DIR "/scripts/check_layers.py", folder_.path().string()})
        .wait();
  }

  TemporaryFolder folder_;
};

TEST_F(CheckLayers, AcceptsAProjectThatKeepsTheRules) {
  const Outcome outcome = check();
  EXPECT_EQ(outcome.exit_code, 0) << outcome.out << outcome.err;
  EXPECT_EQ(outcome.out, "");
}

struct Violation {
  std::string file;
  std::string text;
  std::string message;
};

void PrintTo(const Violation& violation, std::ostream* out) {
  *out << violation.file;
}

class Violations : public CheckLayers, public testing::WithParamInterface<Violation> {};

TEST_P(Violations, AreNamedWithFileAndLine) {
  folder_.file(GetParam().file, "#include <string>\n" + GetParam().text + "\n");
  const Outcome outcome = check();
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.out, GetParam().file + ":2: " + GetParam().message + "\n") << outcome.err;
}

INSTANTIATE_TEST_SUITE_P(
    Includes, Violations,
    testing::Values(Violation{"src/core/up.h", "#include \"text/words.h\"",
                              "core may not include text; it may include nothing else"},
                    Violation{"src/library/side.cpp", "#include \"pubmed/x.h\"", "\"pubmed/x.h\" does not exist"},
                    Violation{"src/pubmed/side.cpp", "  #  include \"library/store.h\"",
                              "pubmed may not include library; it may include core, text, concepts"},
                    Violation{"src/text/near.cpp", "#include \"words.h\"",
                              "\"words.h\" is not rooted at src/: write \"folder/file.h\""},
                    Violation{"src/text/db.cpp", "#include <sqlite3.h>", "<sqlite3.h> belongs to library"},
                    Violation{"src/library/json.h", "#include <nlohmann/json.hpp>",
                              "<nlohmann/json.hpp> may stand in .cpp files only"},
                    Violation{"src/pubmed/new.cpp", "#include <zstd.h>",
                              "<zstd.h> has no owner: add it to OWNERS in scripts/check_layers.py"},
                    Violation{"src/text/io.cpp", "#include <fstream>",
                              "<fstream>: text does no I/O and reads no clock"}));

TEST_F(CheckLayers, RefusesTwoTypesOfOneName) {
  folder_.file("src/library/evidence.h", "struct Evidence;\nstruct Evidence {\n};\n");
  folder_.file("src/pubmed/evidence.h", "class Evidence : Base {\n};\n");
  const Outcome outcome = check();
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.out, HasSubstr("src/pubmed/evidence.h:1: Evidence is defined in src/library/evidence.h:2 too"));
}

TEST_F(CheckLayers, RefusesAnUnknownFolder) {
  std::filesystem::create_directories(folder_.path() / "src/utils");
  const Outcome outcome = check();
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.out, HasSubstr("src/utils: an unknown folder"));
}

TEST_F(CheckLayers, RefusesAFileOfMoreThanFourHundredLines) {
  folder_.file("tests/text/long_test.cpp", std::string(400, '\n'));
  EXPECT_EQ(check().exit_code, 0);
  folder_.file("tests/text/long_test.cpp", std::string(401, '\n'));
  folder_.file("scripts/long", std::string(401, '\n'));
  const Outcome outcome = check();
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.out, testing::AllOf(HasSubstr("tests/text/long_test.cpp:401: 401 lines; 400 at most"),
                                          HasSubstr("scripts/long:401: ")));
}

}  // namespace
}  // namespace claimcheck
