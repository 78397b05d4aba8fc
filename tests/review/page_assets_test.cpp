#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "review/page_assets.h"
#include "support/temporary_folder.h"

namespace claimcheck {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::filesystem::path kFolder = CLAIMCHECK_SOURCE_DIR "/src/review/assets";

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The files of one kind, name and text.
std::map<std::string, std::string> files_of(const std::string& suffix) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    if (entry.path().extension() == suffix) files[entry.path().filename().string()] = read(entry.path());
  }
  return files;
}

TEST(PageAssets, AreCompiledInByteForByteAndAllOfThem) {
  for (const std::string suffix : {".js", ".css"}) {
    for (const auto& [name, text] : files_of(suffix)) {
      const auto answer = find_asset(name, {});
      ASSERT_TRUE(answer) << name;
      EXPECT_EQ(answer->body, text + "\n") << name;
      EXPECT_THAT(answer->content_type, HasSubstr(suffix == ".js" ? "text/javascript" : "text/css"));
    }
  }
  for (const std::string_view name : list_styles()) EXPECT_TRUE(find_asset(name, {})) << name;
}

TEST(PageAssets, AreNothingElse) {
  for (const char* name : {"", "frame.html", "../page_assets.h", "main.js/", "MAIN.JS"}) {
    EXPECT_FALSE(find_asset(name, kFolder)) << name;
  }
}

TEST(PageAssets, ComeFromAFolderWhileTheyAreWorkedOn) {
  const TemporaryFolder folder;
  folder.file("main.js", "// new\n");
  folder.file("secret.txt", "no asset");
  EXPECT_EQ(find_asset("main.js", folder.path())->body, "// new\n");
  EXPECT_EQ(find_asset("keys.js", folder.path())->body, find_asset("keys.js", {})->body);
  EXPECT_FALSE(find_asset("secret.txt", folder.path()));
}

// The names of the attributes in the tags of `html`, and of the elements with a "<" before them.
std::set<std::string> names_in_tags(const std::string& html) {
  std::set<std::string> names;
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const std::string tag = html.substr(at, html.find('>', at) - at);
    std::istringstream words(tag);
    for (std::string word; words >> word;) names.insert(word.substr(0, word.find('=')));
  }
  return names;
}

// The content security policy forbids them; here it is seen before a browser sees it.
TEST(PageAssets, HaveNoInlineScriptsAndStyles) {
  for (const auto& [name, text] : files_of(".html")) {
    for (const std::string& word : names_in_tags(text)) EXPECT_FALSE(word.starts_with("on")) << name << ": " << word;
    EXPECT_FALSE(names_in_tags(text).contains("style")) << name;
    EXPECT_THAT(text, Not(HasSubstr("<style"))) << name;
    EXPECT_THAT(text, Not(HasSubstr("javascript:"))) << name;
  }
}

TEST(PageAssets, PutTextInAsText) {
  for (const auto& [name, text] : files_of(".js")) {
    for (const char* way : {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function",
                            "setTimeout(\"", ".style", "createContextualFragment"}) {
      EXPECT_THAT(text, Not(HasSubstr(way))) << name;
    }
    EXPECT_EQ(text.find("DOMParser") != std::string::npos, name == "pages.js") << name;
    EXPECT_THAT(text, Not(HasSubstr("http://"))) << name;
    EXPECT_THAT(text, Not(HasSubstr("https://"))) << name;
  }
}

TEST(PageAssets, ImportOnlyWhatThereIs) {
  const std::map<std::string, std::string> scripts = files_of(".js");
  const std::string from = "from \"./";
  std::set<std::string> reached{"main.js"};
  for (const auto& [name, text] : scripts) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + 1)) {
      const std::size_t begin = at + from.size();
      const std::string imported = text.substr(begin, text.find('"', begin) - begin);
      EXPECT_TRUE(scripts.contains(imported)) << name << " imports " << imported;
      reached.insert(imported);
    }
  }
  EXPECT_EQ(reached.size(), scripts.size());
}

}  // namespace
}  // namespace claimcheck
