#include "pubmed/byte_window.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include "core/error.h"

namespace claimcheck {
namespace {

// Inflating and parsing one chunk stay within a level-2 cache.
constexpr std::size_t kChunkSize = std::size_t{256} * 1024;

}  // namespace

ByteWindow::ByteWindow(ByteReader bytes, std::string name, std::size_t limit)
    : bytes_(std::move(bytes)), name_(std::move(name)), limit_(limit), buffer_(2 * kChunkSize) {}

bool ByteWindow::grow() {
  const std::size_t held = end_ - begin_;
  if (held > limit_) {
    throw Error(ErrorKind::input,
                fmt::format("{}: one record is larger than {} MiB; this is no PubMed XML", name_, limit_ >> 20U));
  }
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, held);
    begin_ = 0;
    end_ = held;
  }
  if (buffer_.size() - held < kChunkSize) buffer_.resize(2 * buffer_.size());
  const std::size_t added = bytes_(buffer_.data() + end_, std::min(kChunkSize, buffer_.size() - end_));
  end_ += added;
  return added > 0;
}

bool ByteWindow::hold(std::size_t size) {
  while (end_ - begin_ < size) {
    if (!grow()) return false;
  }
  return true;
}

std::size_t ByteWindow::find(std::string_view needle, std::size_t from) {
  while (true) {
    const std::size_t found = find_bytes(text(), needle, from);
    if (found != std::string_view::npos) return found;
    const std::size_t held = text().size();
    from = std::max(from, held - std::min(held, needle.size() - 1));
    if (!grow()) return std::string_view::npos;
  }
}

std::size_t find_bytes(std::string_view text, std::string_view needle, std::size_t from) {
  if (from >= text.size()) return std::string_view::npos;
  const void* found = ::memmem(text.data() + from, text.size() - from, needle.data(), needle.size());
  return found == nullptr ? std::string_view::npos
                          : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

std::size_t find_special(std::string_view text, std::size_t from, std::size_t to) {
  std::size_t first = std::string_view::npos;
  for (const char mark : {'!', '?'}) {
    const std::string_view searched = text.substr(0, std::min(to, first) + 1);
    for (std::size_t i = searched.find(mark, from + 1); i != std::string_view::npos; i = searched.find(mark, i + 1)) {
      if (searched[i - 1] != '<') continue;
      first = i - 1;
      break;
    }
  }
  return first;
}

}  // namespace claimcheck
