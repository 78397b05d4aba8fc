#include "pubmed/gzip.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <isa-l/igzip_lib.h>

#include "core/error.h"

namespace claimcheck {
namespace {

constexpr std::size_t kInputSize = std::size_t{64} * 1024;

class GzipInflater {
 public:
  GzipInflater(ByteReader bytes, std::string name)
      : bytes_(std::move(bytes)), name_(std::move(name)), input_(kInputSize) {
    isal_inflate_init(&state_);
  }

  std::size_t read(char* buffer, std::size_t size) {
    if (format_ == Format::unknown) format_ = at_gzip_header() ? Format::gzip : Format::plain;
    return format_ == Format::gzip ? inflate(buffer, size) : pass_through(buffer, size);
  }

 private:
  enum class Format { unknown, plain, gzip };

  std::size_t pass_through(char* buffer, std::size_t size) {
    if (state_.avail_in == 0) return bytes_(buffer, size);
    const std::size_t count = std::min<std::size_t>(size, state_.avail_in);
    std::memcpy(buffer, state_.next_in, count);
    skip(count);
    return count;
  }

  std::size_t inflate(char* buffer, std::size_t size) {
    const auto room = static_cast<std::uint32_t>(std::min<std::size_t>(size, std::numeric_limits<int>::max()));
    while (in_member_ || start_member()) {
      state_.next_out = reinterpret_cast<std::uint8_t*>(buffer);
      state_.avail_out = room;
      const int status = isal_inflate(&state_);
      if (status < 0) fail_damaged();
      in_member_ = state_.block_state != ISAL_BLOCK_FINISH;
      if (state_.avail_out < room) return room - state_.avail_out;
      if (in_member_ && state_.avail_in == 0 && !refill()) fail_cut_short();
    }
    return 0;
  }

  // True at the header of the first or a further member, false at the end of the stream.
  bool start_member() {
    while (true) {
      while (state_.avail_in > 0 && *state_.next_in == 0) skip(1);
      if (state_.avail_in > 0) break;
      if (!refill()) return false;
    }
    if (!at_gzip_header()) fail("holds something that is no gzip after a gzip member");
    skip_header();
    isal_inflate_reset(&state_);
    state_.crc_flag = ISAL_GZIP_NO_HDR_VER;
    return in_member_ = true;
  }

  // RFC 1952, section 2.3. Read here because ISA-L 2.30 forgets the flags of a header that comes in pieces.
  void skip_header() {
    constexpr unsigned kHeaderCrc = 2;
    constexpr unsigned kExtra = 4;
    constexpr unsigned kName = 8;
    constexpr unsigned kComment = 16;
    constexpr unsigned kReserved = 0xe0;
    skip(2);
    const unsigned method = header_byte();
    const unsigned flags = header_byte();
    if (method != 8 || (flags & kReserved) != 0) fail_damaged();
    skip_header_bytes(6);
    if ((flags & kExtra) != 0) {
      const unsigned low = header_byte();
      skip_header_bytes(low | (header_byte() << 8U));
    }
    for (const unsigned part : {kName, kComment}) {
      while ((flags & part) != 0 && header_byte() != 0) {
      }
    }
    if ((flags & kHeaderCrc) != 0) skip_header_bytes(2);
  }

  unsigned header_byte() {
    if (state_.avail_in == 0 && !refill()) fail_cut_short();
    const unsigned byte = *state_.next_in;
    skip(1);
    return byte;
  }

  void skip_header_bytes(unsigned count) {
    while (count-- > 0) header_byte();
  }

  bool at_gzip_header() {
    while (state_.avail_in < 2 && refill()) {
    }
    return state_.avail_in >= 2 && state_.next_in[0] == 0x1f && state_.next_in[1] == 0x8b;
  }

  void skip(std::size_t count) {
    state_.next_in += count;
    state_.avail_in -= static_cast<std::uint32_t>(count);
  }

  // Adds input behind what is left of it; false at the end.
  bool refill() {
    const std::size_t left = state_.avail_in;
    if (left > 0) std::memmove(input_.data(), state_.next_in, left);
    const std::size_t added = bytes_(input_.data() + left, input_.size() - left);
    state_.next_in = reinterpret_cast<std::uint8_t*>(input_.data());
    state_.avail_in = static_cast<std::uint32_t>(left + added);
    return added > 0;
  }

  [[noreturn]] void fail_damaged() const { fail("is a damaged gzip file; fetch it again"); }
  [[noreturn]] void fail_cut_short() const { fail("is a gzip file that was cut short; fetch it again"); }
  [[noreturn]] void fail(std::string_view problem) const {
    throw Error(ErrorKind::input, fmt::format("{}: {}", name_, problem));
  }

  ByteReader bytes_;
  std::string name_;
  std::vector<char> input_;
  inflate_state state_{};
  Format format_ = Format::unknown;
  bool in_member_ = false;
};

}  // namespace

ByteReader inflate_gzip(ByteReader bytes, std::string name) {
  auto inflater = std::make_shared<GzipInflater>(std::move(bytes), std::move(name));
  return [inflater](char* buffer, std::size_t size) { return inflater->read(buffer, size); };
}

}  // namespace claimcheck
