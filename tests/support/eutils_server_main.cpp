// A loopback E-utilities server for driving claimcheck by hand or from a script:
//   eutils_server [--fault NAME[:N]] [--per-second N] [--ignore PHRASE] FILE.xml…
// prints its URL for --eutils-url on standard output and serves until standard input closes or SIGTERM comes.

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <iostream>
#include <string>

#include "pubmed/citation_xml.h"
#include "support/eutils_server.h"

namespace claimcheck {
namespace {

std::string read_file(const std::string& path) {
  const ByteReader bytes = open_bytes(path);
  std::string text;
  std::array<char, 65536> buffer{};
  while (const std::size_t count = bytes(buffer.data(), buffer.size())) text.append(buffer.data(), count);
  return text;
}

void inject(EutilsServer& server, const std::string& text) {
  const std::size_t colon = text.find(':');
  const auto fault = parse_enum<Fault>(text.substr(0, colon));
  if (!fault) throw std::invalid_argument("unknown fault " + text);
  server.inject(*fault, colon == std::string::npos ? 0 : std::stoul(text.substr(colon + 1)));
}

void serve_until_told(const EutilsServer& server) {
  std::cout << server.url() << std::endl;
  std::array<char, 256> ignored{};
  while (read(STDIN_FILENO, ignored.data(), ignored.size()) > 0) {
  }
  std::cerr << server.requests().size() << " requests, at most " << server.most_at_once() << " at once, "
            << server.throttled() << " over the limit\n";
}

int run(const std::vector<std::string>& arguments) {
  EutilsServer server;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool has_value = i + 1 < arguments.size();
    if (arguments[i] == "--fault" && has_value) {
      inject(server, arguments[++i]);
    } else if (arguments[i] == "--per-second" && has_value) {
      server.limit_per_second(std::stoul(arguments[++i]));
    } else if (arguments[i] == "--ignore" && has_value) {
      server.ignore(arguments[++i]);
    } else {
      server.add(read_file(arguments[i]));
    }
  }
  serve_until_told(server);
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace claimcheck

int main(int argc, char** argv) {
  try {
    return claimcheck::run(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const std::exception& error) {
    std::cerr << "eutils_server: " << error.what() << '\n';
    return 2;
  }
}
