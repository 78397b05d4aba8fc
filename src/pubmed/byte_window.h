#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pubmed/byte_reader.h"

namespace claimcheck {

/// A sliding view of a byte stream: what was read and not yet dropped lies in one piece of memory, which the holder may
/// write to.
class ByteWindow {
 public:
  /// Throws Error(input) from any call that would hold more than `limit` bytes at once.
  ByteWindow(ByteReader bytes, std::string name, std::size_t limit);

  [[nodiscard]] std::string_view text() const { return {buffer_.data() + begin_, end_ - begin_}; }
  [[nodiscard]] char* data() { return buffer_.data() + begin_; }

  /// Reads on; text() is longer afterwards and may have moved. False at the end of the stream.
  bool grow();

  /// Reads on until `size` bytes are held or the stream ends; true if they are held.
  bool hold(std::size_t size);

  /// First offset of `needle` at or after `from`, reading on as needed; npos if the stream ends without it.
  std::size_t find(std::string_view needle, std::size_t from);

  /// Forgets the first `count` bytes of text().
  void drop(std::size_t count) { begin_ += count; }

 private:
  ByteReader bytes_;
  std::string name_;
  std::size_t limit_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

/// Offset of `needle` in `text` at or after `from`, or npos. For long texts faster than string_view::find.
std::size_t find_bytes(std::string_view text, std::string_view needle, std::size_t from);

/// Offset of the first `<!` or `<?` that begins in text[from, to), or npos. text[to] must exist.
std::size_t find_special(std::string_view text, std::size_t from, std::size_t to);

}  // namespace claimcheck
