#include "pubmed/pubmed_files.h"

#include <fstream>

#include <gmock/gmock.h>

#include "core/error.h"
#include "support/fake_http.h"
#include "support/temporary_folder.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

class ListFolder : public testing::Test {
 protected:
  void add(const std::string& name, const std::string& text = "x") const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
  }
  [[nodiscard]] std::vector<std::string> listed(const fs::path& below = "") const {
    std::vector<std::string> found;
    for (const ListedFile& file : list_folder(folder_ / below)) {
      found.push_back(std::string(to_string(file.kind)) + " " + fs::relative(file.place(), folder_).string() +
                      (file.has_md5 ? " md5" : ""));
    }
    return found;
  }
  [[nodiscard]] std::string error() const {
    try {
      list_folder(folder_);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input);
      return error.what();
    }
    return {};
  }

  TemporaryFolder temporary_;
  fs::path folder_ = temporary_.path();
};

TEST_F(ListFolder, PutsTheFilesInOrderAndPassesOverOthers) {
  add("updatefiles/pubmed26n0003.xml.gz");
  add("updatefiles/pubmed26n0003.xml.gz.md5");
  add("baseline/pubmed26n0002.xml.gz");
  add("baseline/pubmed26n0001.xml.gz");
  add("baseline/README.txt");
  add("baseline/pubmed26n0009.xml.gz.part");
  fs::create_directories(folder_ / "baseline/pubmed26n0008.xml.gz");
  EXPECT_THAT(listed(), ElementsAre("baseline baseline/pubmed26n0001.xml.gz", "baseline baseline/pubmed26n0002.xml.gz",
                                    "update updatefiles/pubmed26n0003.xml.gz md5"));
  EXPECT_THAT(listed("updatefiles"), ElementsAre("update updatefiles/pubmed26n0003.xml.gz md5"));
  EXPECT_THAT(listed("updatefiles/."), ElementsAre("update updatefiles/pubmed26n0003.xml.gz md5"));
}

TEST_F(ListFolder, DoesNotKnowTheKindInAnyOtherFolder) {
  add("pubmed26n1334.xml");
  add("pubmed26n1335.xml");
  add("pubmed26n1335.xml.gz");
  EXPECT_THAT(listed(), ElementsAre("unknown pubmed26n1334.xml", "unknown pubmed26n1335.xml.gz"));
}

TEST_F(ListFolder, RefusesAFolderWithoutFilesAndAFileInTwoPlaces) {
  EXPECT_THAT(error(), HasSubstr(folder_.string()));
  add("baseline/pubmed26n0001.xml.gz");
  add("pubmed26n0001.xml.gz");
  EXPECT_THAT(error(), HasSubstr("baseline/pubmed26n0001.xml.gz"));
  EXPECT_THROW(list_folder(folder_ / "missing"), Error);
  EXPECT_THROW(list_folder(folder_ / "pubmed26n0001.xml.gz"), Error);
}

TEST_F(ListFolder, LetsTheMd5BesideAFileBeRead) {
  add("pubmed26n0001.xml.gz");
  add("pubmed26n0001.xml.gz.md5", "MD5(pubmed26n0001.xml.gz)= 0123456789abcdef0123456789abcdef\n");
  add("pubmed26n0002.xml.gz");
  add("pubmed26n0002.xml.gz.md5", "<html>");
  const std::vector<ListedFile> files = list_folder(folder_);
  EXPECT_EQ(read_md5_beside(files.at(0)), "0123456789abcdef0123456789abcdef");
  EXPECT_THROW(read_md5_beside(files.at(1)), Error);
}

class Mirror : public testing::Test {
 protected:
  std::string download(const ListedFile& file) {
    std::string bytes;
    mirror_.download(file, {[&] { bytes.clear(); },
                            [&](std::string_view piece) {
                              bytes += piece;
                              return true;
                            }});
    return bytes;
  }
  /// The kind of Error that listing the mirror throws.
  ErrorKind failure() {
    try {
      mirror_.list();
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr("http://mirror/pubmed/"));
      return error.kind();
    }
    ADD_FAILURE() << "no Error";
    return ErrorKind::internal;
  }

  FakeClock clock_;
  FakeHttp http_{clock_};
  PubmedMirror mirror_{"http://mirror/pubmed", http_.function(), clock_.clock()};
  const ListedFile file_{{2026, 1}, PubmedFileKind::baseline, "pubmed26n0001.xml.gz", "http://mirror/pubmed/", true};
};

TEST_F(Mirror, ListsTheTwoFolders) {
  http_.then(ok("<a href=\"updatefiles/\"></a><a href=\"baseline/\"></a>"))
      .then(ok("<a href=\"pubmed26n0001.xml.gz\"></a><a href=\"pubmed26n0001.xml.gz.md5\"></a>"))
      .then(ok("<a href=\"pubmed26n0002.xml.gz\"></a>"));
  const std::vector<ListedFile> files = mirror_.list();
  ASSERT_THAT(files, SizeIs(2));
  EXPECT_EQ(files[0].place(), "http://mirror/pubmed/baseline/pubmed26n0001.xml.gz");
  EXPECT_EQ(files[0].kind, PubmedFileKind::baseline);
  EXPECT_TRUE(files[0].has_md5);
  EXPECT_EQ(files[1].place(), "http://mirror/pubmed/updatefiles/pubmed26n0002.xml.gz");
  EXPECT_EQ(files[1].kind, PubmedFileKind::update);
  EXPECT_FALSE(files[1].has_md5);
}

TEST_F(Mirror, AsksAgainForWhatMayPass) {
  http_.then(unreachable()).then(http_error(503)).then(ok("<a href=\"pubmed26n0001.xml.gz\"></a>"));
  EXPECT_THAT(mirror_.list(), SizeIs(1));
  EXPECT_THAT(clock_.sleeps(), SizeIs(2));
}

TEST_F(Mirror, GivesUpAfterThreeTries) {
  http_.then(http_error(429));
  EXPECT_EQ(failure(), ErrorKind::network);
  EXPECT_THAT(http_.requests(), SizeIs(3));
}

TEST_F(Mirror, DoesNotAskAgainForWhatIsNotThere) {
  http_.then(http_error(404));
  EXPECT_EQ(failure(), ErrorKind::input);
  EXPECT_THAT(http_.requests(), SizeIs(1));
}

TEST_F(Mirror, RefusesAPageWithoutFiles) {
  http_.then(ok("<h1>Welcome</h1>"));
  EXPECT_EQ(failure(), ErrorKind::input);
}

TEST_F(Mirror, BeginsADownloadAnewWhenItBreaksOff) {
  int calls = 0;
  http_.handler = [&](const HttpRequest& request) {
    EXPECT_EQ(request.url, file_.place());
    const bool first = ++calls == 1;
    EXPECT_TRUE(request.take_body(first ? "hal" : "whole"));
    return first ? dropped("") : ok("");
  };
  EXPECT_EQ(download(file_), "whole");
  EXPECT_EQ(calls, 2);
}

}  // namespace
}  // namespace claimcheck
