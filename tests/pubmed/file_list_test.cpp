#include "pubmed/file_list.h"

#include <gmock/gmock.h>

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kName = "pubmed26n0001.xml.gz";
const std::string kSum = "0123456789abcdef0123456789abcdef";
const std::string kOther = "fedcba9876543210fedcba9876543210";

TEST(ReadMd5, TakesTheFormsInUse) {
  for (const std::string& text : {
           "MD5(pubmed26n0001.xml.gz)= " + kSum + "\n",
           "MD5 (pubmed26n0001.xml.gz) = " + kSum,
           "MD5(/ftp/pub/pubmed26n0001.xml.gz)=" + kSum + "\r\n",
           kSum + "  pubmed26n0001.xml.gz\n",
           kSum + " *./pubmed26n0001.xml.gz\n",
           kSum + "\n",
           "\n\n" + kOther + "  pubmed26n0002.xml.gz\n" + kSum + "  pubmed26n0001.xml.gz\n",
           std::string("MD5(pubmed26n0001.xml.gz)= 0123456789ABCDEF0123456789ABCDEF"),
       }) {
    EXPECT_EQ(read_md5(text, kName), kSum) << text;
  }
}

TEST(ReadMd5, FindsNoneWhereThereIsNone) {
  for (const std::string& text : {
           std::string(),
           std::string("<html>404</html>"),
           "MD5(pubmed26n0002.xml.gz)= " + kSum,
           "MD5(pubmed26n0001.xml.gz) " + kSum,
           "MD5(pubmed26n0001.xml.gz)= " + kSum.substr(1),
           "MD5(pubmed26n0001.xml.gz)= " + kSum + "0",
           "MD5)pubmed26n0001.xml.gz(= " + kSum,
           "SHA1(pubmed26n0001.xml.gz)= " + kSum,
           kSum.substr(1) + "x  pubmed26n0001.xml.gz",
           kSum + "  pubmed26n0001.xml.gz\n" + kOther + "  pubmed26n0001.xml.gz\n",
       }) {
    EXPECT_EQ(read_md5(text, kName), std::nullopt) << text;
  }
}

TEST(ReadListing, FindsFilesTheirSumsAndTheTwoFolders) {
  const FolderListing listing = read_listing(
      "<pre><A HREF=\"../\">up</A> <a href='baseline/'>b</a><a class=x href = updatefiles/>u</a>\n"
      "<a href=\"pubmed26n0002.xml.gz\">2</a><a href=\"./pubmed26n0001.xml.gz\">1</a>"
      "<a href=\"pubmed26n0002.xml.gz.md5\">m</a><a href=\"pubmed26n0002.xml.gz\">again</a></pre>");
  EXPECT_THAT(listing.files, ElementsAre("pubmed26n0001.xml.gz", "pubmed26n0002.xml.gz", "pubmed26n0002.xml.gz.md5"));
  EXPECT_THAT(listing.folders, ElementsAre("baseline", "updatefiles"));
}

TEST(ReadListing, FollowsNothingOutOfTheFolder) {
  const FolderListing listing = read_listing(
      "<a href=\"../pubmed26n0001.xml.gz\"><a href=\"/etc/pubmed26n0001.xml.gz\"><a "
      "href=\"//host/pubmed26n0001.xml.gz\">"
      "<a href=\"http://elsewhere/pubmed26n0001.xml.gz\"><a href=\"pubmed26n0001.xml.gz/../../passwd\">"
      "<a href=\"..%2fpubmed26n0001.xml.gz\"><a href=\"../baseline/\"><a href=\"pubmed26n0001.xml.gz?x\">"
      "<a href=\"pubmed26n0001.xml.gz\n/../x\"><a href=\"passwd.md5\"> pubmed26n0001.xml.gz <a href=");
  EXPECT_THAT(listing.files, IsEmpty());
  EXPECT_THAT(listing.folders, IsEmpty());
}

}  // namespace
}  // namespace claimcheck
