#include "pubmed/server_address.h"

#include <gtest/gtest.h>

#include "pubmed/api_key.h"
#include "pubmed/eutils_caller.h"

namespace claimcheck {
namespace {

TEST(ParseServerAddress, ReadsWhatCurlWillConnectTo) {
  const auto parse = [](const char* url) { return parse_server_address(url).value_or(ServerAddress{}); };
  EXPECT_EQ(parse("https://EUTILS.ncbi.nlm.nih.gov/entrez/"),
            (ServerAddress{"https", "eutils.ncbi.nlm.nih.gov", "443"}));
  EXPECT_EQ(parse("http://user:pw@mirror.example:8080/x?y"), (ServerAddress{"http", "mirror.example", "8080"}));
  EXPECT_EQ(parse("http://[::1]/"), (ServerAddress{"http", "[::1]", "80"}));
  for (const char* url :
       {"", "ftp://example.org/", "file:///etc/passwd", "https://", "example.org", "http://a b/", "http://x:99999/"}) {
    EXPECT_FALSE(parse_server_address(url)) << url;
  }
}

TEST(IsLoopback, KnowsThisMachineAlone) {
  for (const char* url : {"http://127.0.0.1:8000/", "http://127.200.3.4/", "https://localhost/", "http://LocalHost:1/",
                          "http://[::1]:9/", "http://127.1/", "http://2130706433/"}) {
    const auto server = parse_server_address(url);
    EXPECT_TRUE(server && is_loopback(*server)) << url;
  }
  for (const char* url : {"http://127.0.0.1.example.org/", "http://localhost.example.org/", "http://10.0.0.1/",
                          "http://127.example.org/", "http://[::2]/", "http://128.0.0.1/", "http://localhost@x.org/"}) {
    const auto server = parse_server_address(url);
    EXPECT_FALSE(server && is_loopback(*server)) << url;
  }
}

TEST(WithoutPassword, HidesWhoIsLoggedIn) {
  EXPECT_EQ(without_password("https://me:secret@mirror.example/a?b@c"), "https://***@mirror.example/a?b@c");
  EXPECT_EQ(without_password("https://me:se@cret@mirror.example/"), "https://***@mirror.example/");
  EXPECT_EQ(without_password("https://mirror.example/a@b"), "https://mirror.example/a@b");
  EXPECT_EQ(without_password("no url"), "no url");
}

EutilsOptions options_for(const std::string& url) {
  EutilsOptions options;
  options.base_url = url;
  options.api_key = "0123456789abcdef";
  return options;
}

TEST(IsKeySent, OnlyToNcbiAndThisMachine) {
  for (const char* url : {"https://eutils.ncbi.nlm.nih.gov/entrez/eutils/", "https://ncbi.nlm.nih.gov/",
                          "https://EUTILS.NCBI.NLM.NIH.GOV:443/", "http://127.0.0.1:8000/", "http://localhost/"}) {
    EXPECT_TRUE(is_key_sent(options_for(url))) << url;
    EXPECT_EQ(start_spacing(options_for(url)), std::chrono::milliseconds(110)) << url;
  }
  for (const char* url :
       {"http://eutils.ncbi.nlm.nih.gov/entrez/eutils/", "https://mirror.example/", "https://nlm.nih.gov/",
        "https://evilncbi.nlm.nih.gov/", "https://eutils.ncbi.nlm.nih.gov.example.org/",
        "https://eutils.ncbi.nlm.nih.gov@example.org/", "https://eutils.ncbi.nlm.nih.gov:x@example.org/",
        "https://example.org/?eutils.ncbi.nlm.nih.gov", "https://example.org#eutils.ncbi.nlm.nih.gov",
        "https://eutils.ncbi.nlm.nih.gov%2eexample.org/", "http://127.0.0.1@example.org/", "not a url"}) {
    EXPECT_FALSE(is_key_sent(options_for(url))) << url;
    EXPECT_EQ(start_spacing(options_for(url)), std::chrono::milliseconds(370)) << url;
    const HttpRequest request = make_eutils_request(options_for(url), "esearch.fcgi", {{"db", "pubmed"}});
    EXPECT_EQ((request.url + request.body).find("0123456789abcdef"), std::string::npos) << url;
  }
  EXPECT_FALSE(is_key_sent(EutilsOptions{})) << "there is none";
}

}  // namespace
}  // namespace claimcheck
