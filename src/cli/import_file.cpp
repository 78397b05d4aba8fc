#include "cli/import_file.h"

#include <filesystem>
#include <future>
#include <utility>
#include <variant>

#include "cli/bounded_queue.h"
#include "cli/file_digests.h"
#include "core/error.h"
#include "intake/sha256.h"
#include "pubmed/byte_reader.h"
#include "pubmed/citation_xml.h"
#include "pubmed/http.h"

namespace claimcheck {
namespace {

struct BadRecord {
  std::string problem;
};
using Parsed = std::variant<PreparedCitation, Pmid, BadRecord>;
using ParsedQueue = BoundedQueue<std::vector<Parsed>>;

constexpr std::size_t kBatch = 64;  // records handed over at once, so that the threads rarely wait for each other
constexpr std::size_t kQueuedBatches = 24;  // bounds memory

/// Closes the queue when its side of the work ends, however it ends.
class CloseAtEnd {
 public:
  explicit CloseAtEnd(ParsedQueue& queue) : queue_(queue) {}
  CloseAtEnd(const CloseAtEnd&) = delete;
  CloseAtEnd& operator=(const CloseAtEnd&) = delete;
  ~CloseAtEnd() { queue_.close(); }

 private:
  ParsedQueue& queue_;
};

/// Reads every record of the stream into the queue, ready to be written: half of the work is done on this thread.
void parse_into(ParsedQueue& queue, const ByteReader& bytes, const std::string& name) {
  const CloseAtEnd close(queue);
  std::vector<Parsed> batch;
  const auto hand_over = [&](Parsed record) {
    batch.push_back(std::move(record));
    if (batch.size() < kBatch) return;
    const bool wanted = queue.push(std::exchange(batch, {}));
    if (!wanted) throw Error(ErrorKind::internal, "the import was given up");  // the other side tells why
  };
  CitationHandler handler;
  handler.citation = [&](Citation&& citation) { hand_over(prepare_citation(citation)); };
  handler.deleted = [&](Pmid pmid) { hand_over(pmid); };
  handler.bad_record = [&](std::string problem) { hand_over(BadRecord{std::move(problem)}); };
  read_citations(bytes, name, handler);
  queue.push(std::move(batch));
}

struct Storing {
  Library::Import& import;
  ImportedFile& file;

  void operator()(PreparedCitation& citation) const { import.add(std::move(citation)); }
  void operator()(Pmid deleted) const { import.remove(deleted); }
  void operator()(BadRecord& record) const {
    ++file.bad;
    if (file.problems.size() < kToldProblems) file.problems.push_back(std::move(record.problem));
  }
};

ImportedFile imported_before() {
  ImportedFile file;
  file.result.already_imported = true;
  return file;
}

ByteReader hashed(ByteReader bytes, Sha256& hash) {
  return [read = std::move(bytes), &hash](char* buffer, std::size_t size) {
    const std::size_t got = read(buffer, size);
    hash.update({buffer, got});
    return got;
  };
}

struct Stream {
  ByteReader bytes;
  std::string name;
  std::function<std::string()> sha256;  ///< asked when the bytes have been read
};

ImportedFile import_stream(Library::Import import, const Stream& stream, const ProgressFunction& on_progress) {
  ImportedFile file;
  ParsedQueue queue(kQueuedBatches);
  std::future<void> parsing = std::async(std::launch::async, [&] { parse_into(queue, stream.bytes, stream.name); });
  const CloseAtEnd close(queue);
  std::size_t records = 0;
  while (std::optional<std::vector<Parsed>> batch = queue.pop()) {
    for (Parsed& record : *batch) std::visit(Storing{import, file}, record);
    records += batch->size();
    on_progress(records);
  }
  parsing.get();
  file.result = import.commit(stream.sha256(), stream.name, system_clock().today(), file.bad);
  return file;
}

}  // namespace

ImportedFile import_file(Library& library, const std::string& path, const ProgressFunction& on_progress) {
  ByteReader bytes = open_bytes(path);
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    Sha256 hash;
    const std::string name = path == "-" ? "standard input" : path;
    return import_stream(library.begin_import(), {hashed(std::move(bytes), hash), name, [&hash] { return hash.hex(); }},
                         on_progress);
  }
  std::string sha256 = digests_of_file(path).sha256;
  if (library.has_file(sha256)) return imported_before();
  return import_stream(library.begin_import(), {std::move(bytes), path, [&sha256] { return sha256; }}, on_progress);
}

ImportedFile import_copied_file(Library& library, const NamedFile& file, const CopiedFile& copied,
                                const ProgressFunction& on_progress) {
  const Stream stream{open_bytes(file.path), file.name, [&copied] { return copied.sha256; }};
  return import_stream(PubmedCopy(library).begin(copied), stream, on_progress);
}

}  // namespace claimcheck
