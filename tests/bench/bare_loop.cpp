#include "bench/bare_loop.h"

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <vector>

#include <isa-l/igzip_lib.h>
#include <pugixml.hpp>

#include "bench/bare_fields.h"
#include "bench/bare_text.h"

namespace claimcheck::bench {
namespace {

constexpr std::size_t kInput = 64 * 1024;
constexpr std::size_t kOutput = 1024 * 1024;

struct Record {
  std::string pmid;
  std::string title;
  std::string abstract;
};

Record read_three_fields(const pugi::xml_node& node) {
  const pugi::xml_node citation = node.child("MedlineCitation");
  const pugi::xml_node article = citation.child("Article");
  Record record;
  record.pmid = citation.child("PMID").text().get();
  add_bare_text(article.child("ArticleTitle"), record.title);
  for (const pugi::xml_node& part : article.child("Abstract").children("AbstractText"))
    add_bare_text(part, record.abstract);
  return record;
}

std::size_t read_record(const pugi::xml_node& node, BareFields fields) {
  if (fields == BareFields::three) {
    const Record record = read_three_fields(node);
    return record.pmid.size() + record.title.size() + record.abstract.size();
  }
  const Citation citation = read_bare_fields(node);
  return citation.title.size() + citation.authors.size() + citation.mesh.size();
}

}  // namespace

void add_bare_text(const pugi::xml_node& node, std::string& text) {
  for (const pugi::xml_node& child : node) {
    if (child.type() == pugi::node_element) {
      add_bare_text(child, text);
    } else {
      text += child.value();
    }
  }
}

BareCounts run_bare_loop(const std::string& gzip_path, BareFields fields) {
  constexpr std::string_view kEnd = "</PubmedArticle>";
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(gzip_path.c_str(), "rb"), &std::fclose);
  if (!file) throw std::runtime_error("cannot open " + gzip_path);
  std::vector<std::uint8_t> input(kInput);
  std::vector<char> output(2 * kOutput);
  auto state = std::make_unique<inflate_state>();
  isal_inflate_init(state.get());
  state->crc_flag = ISAL_GZIP;
  BareCounts counts;
  pugi::xml_document document;
  std::size_t held = 0;
  while (state->block_state != ISAL_BLOCK_FINISH) {
    if (state->avail_in == 0) {
      state->next_in = input.data();
      state->avail_in = static_cast<std::uint32_t>(std::fread(input.data(), 1, input.size(), file.get()));
    }
    state->next_out = reinterpret_cast<std::uint8_t*>(output.data()) + held;
    state->avail_out = static_cast<std::uint32_t>(output.size() - held);
    if (isal_inflate(state.get()) != ISAL_DECOMP_OK) throw std::runtime_error("damaged gzip");
    const std::size_t end = output.size() - state->avail_out;
    counts.xml_bytes += end - held;
    std::size_t begin = 0;
    while (const void* found = ::memmem(output.data() + begin, end - begin, kEnd.data(), kEnd.size())) {
      const std::size_t stop = static_cast<std::size_t>(static_cast<const char*>(found) - output.data()) + kEnd.size();
      const void* start = ::memmem(output.data() + begin, stop - begin, "<PubmedArticle>", 15);
      const auto from = static_cast<std::size_t>(static_cast<const char*>(start) - output.data());
      document.load_buffer_inplace(output.data() + from, stop - from, pugi::parse_default | pugi::parse_ws_pcdata,
                                   pugi::encoding_utf8);
      ++counts.citations;
      counts.text_bytes += read_record(document.document_element(), fields);
      begin = stop;
    }
    held = end - begin;
    std::memmove(output.data(), output.data() + begin, held);
  }
  return counts;
}

}  // namespace claimcheck::bench
