// Whole-process parse of one file, for scripts/bench_peers: parse_only [--bare|--bare-all] FILE.xml.gz
#include <cstdio>
#include <string>
#include <string_view>

#include "bench/bare_loop.h"
#include "core/error.h"
#include "pubmed/citation_xml.h"

int main(int argc, char** argv) try {
  using claimcheck::bench::BareFields;
  if (argc == 3) {
    const BareFields fields = std::string_view(argv[1]) == "--bare-all" ? BareFields::all : BareFields::three;
    std::printf("%zu citations\n", claimcheck::bench::run_bare_loop(argv[2], fields).citations);
    return 0;
  }
  if (argc != 2) {
    std::fputs("usage: parse_only [--bare|--bare-all] FILE\n", stderr);
    return 2;
  }
  std::size_t sections = 0;
  claimcheck::CitationHandler handler;
  handler.citation = [&sections](claimcheck::Citation&& citation) { sections += citation.abstract.size(); };
  handler.bad_record = [](const std::string& problem) { std::fprintf(stderr, "%s\n", problem.c_str()); };
  const auto counts = claimcheck::read_citations(claimcheck::open_bytes(argv[1]), argv[1], handler);
  std::printf("%zu citations, %zu sections, %zu deleted, %zu bad\n", counts.citations, sections, counts.deleted,
              counts.bad);
  return 0;
} catch (const claimcheck::Error& error) {
  std::fprintf(stderr, "parse_only: %s\n", error.what());
  return 2;
}
