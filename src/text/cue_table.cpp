#include "text/cue_table.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <utility>

namespace claimcheck {

std::string_view cue_data();  // data/cues.txt, compiled in

namespace {

constexpr std::size_t kLongestGap = 3;

bool is_direction(CueKind kind) {
  switch (kind) {
    case CueKind::increase:
    case CueKind::decrease:
    case CueKind::improve:
    case CueKind::worsen:
    case CueKind::low_magnitude:
    case CueKind::high_magnitude:
      return true;
    default:
      return false;
  }
}

bool is_swallowing(CueKind kind) {
  return kind == CueKind::null_result || kind == CueKind::pseudo_negation || kind == CueKind::gap;
}

/// How far the phrases seen so far reach, when they come ordered by start and the longer first.
class Cover {
 public:
  /// True if a longer phrase seen before spans all of [first, last).
  [[nodiscard]] bool hides(std::size_t first, std::size_t last) const {
    return last_ > last || (last_ == last && first_ < first);
  }
  /// True if a phrase seen before spans all of [.., last), be it of the same length.
  [[nodiscard]] bool reaches(std::size_t last) const { return last_ >= last; }
  void add(std::size_t first, std::size_t last) {
    if (last > last_) {
      first_ = first;
      last_ = last;
    }
  }

 private:
  std::size_t first_ = 0;
  std::size_t last_ = 0;
};

/// A phrase found, before the rules on phrases inside phrases have been applied.
struct Hit {
  std::size_t kind;
  std::size_t first;
  std::size_t last;
};

}  // namespace

/// Follows the trie from one token on and notes every phrase that ends on the way.
class CueTable::Walk {
 public:
  Walk(const CueTable& table, std::span<const Reading> readings) : table_(table), readings_(readings) {}

  std::vector<Hit> run() {
    for (start_ = 0; start_ < readings_.size(); ++start_) {
      for_each_id(readings_[start_], [this](WordId id) {
        if (const NodeId child = table_.first_nodes_[id]; child != 0) visit(start_ + 1, child);
      });
    }
    return std::move(hits_);
  }

 private:
  void visit(std::size_t at, NodeId id) {
    const Node& node = table_.nodes_[id];
    for (std::size_t kind = 0; node.kinds >> kind != 0; ++kind) {
      if ((node.kinds >> kind & 1U) != 0) hits_.push_back({kind, start_, at});
    }
    std::size_t next = at;
    while (next < readings_.size() && readings_[next].joint) ++next;
    follow_word(next, id);
    if (node.gap != 0) follow_gap(at, node.gap, kLongestGap);
  }

  /// Calls `follow` with every id that may label an edge for the token: its own and those of its sets.
  template <typename Follow>
  void for_each_id(const Reading& reading, Follow follow) {
    for (const WordId id : {reading.word, reading.stem, reading.number}) {
      if (id == kNoWord) continue;
      follow(id);
      for (const WordId set : table_.sets_[id]) follow(set);
    }
  }

  void follow_word(std::size_t at, NodeId from) {
    if (at >= readings_.size()) return;
    for_each_id(readings_[at], [&](WordId id) {
      if (const NodeId child = table_.find_child(from, id); child != 0) visit(at + 1, child);
    });
  }

  /// Two gaps that follow one another are one of twice the length.
  void follow_gap(std::size_t at, NodeId gap, std::size_t longest) {
    if (const NodeId next = table_.nodes_[gap].gap; next != 0) follow_gap(at, next, longest + kLongestGap);
    for (std::size_t words = 0; at < readings_.size(); ++at) {
      follow_word(at, gap);
      if (!readings_[at].passable) return;
      if (readings_[at].counted && ++words > longest) return;
    }
  }

  const CueTable& table_;
  std::span<const Reading> readings_;
  std::size_t start_ = 0;
  std::vector<Hit> hits_;
};

const CueTable& CueTable::builtin() {
  static const CueTable table = parse(cue_data(), "src/text/data/cues.txt");
  return table;
}

CueTable::NodeId CueTable::find_child(NodeId from, WordId word) const {
  const auto& next = nodes_[from].next;
  const auto found = std::lower_bound(next.begin(), next.end(), word,
                                      [](const auto& entry, WordId wanted) { return entry.first < wanted; });
  return found != next.end() && found->first == word ? found->second : 0;
}

std::vector<CueTable::Reading> CueTable::read(std::span<const Token> tokens) const {
  const auto entry_of = [this](const std::string& text) {
    const Entry* known = entries_.find(text);
    return known == nullptr ? Entry{} : *known;
  };
  std::vector<Reading> readings;
  readings.reserve(tokens.size());
  for (const Token& token : tokens) {
    Reading reading;
    const Entry entry = entry_of(token.norm);
    reading.word = entry.word;
    if (token.kind == TokenKind::punctuation) {
      reading.joint = token.norm == "-" || token.norm == "–";
      reading.passable = reading.joint || token.norm == "/" || token.norm == "%";
    } else {
      if (token.kind == TokenKind::word) {
        reading.stem = token.stem == token.norm ? entry.stem : entry_of(token.stem).stem;
      }
      if (token.kind == TokenKind::number) reading.number = kAnyNumber;
      reading.passable = token.norm != "but";
      reading.counted = true;
    }
    readings.push_back(reading);
  }
  return readings;
}

std::vector<Cue> CueTable::find(std::span<const Token> tokens) const {
  const std::vector<Reading> readings = read(tokens);
  std::vector<Hit> hits = Walk(*this, readings).run();
  // The longer first at one place, and masks before what they hide.
  const auto order = [](const Hit& hit) {
    return std::tuple(hit.first, std::numeric_limits<std::size_t>::max() - hit.last, kMask - hit.kind);
  };
  std::sort(hits.begin(), hits.end(), [&](const Hit& a, const Hit& b) { return order(a) < order(b); });
  hits.erase(std::unique(hits.begin(), hits.end(), [&](const Hit& a, const Hit& b) { return order(a) == order(b); }),
             hits.end());

  std::vector<Cue> cues;
  cues.reserve(hits.size());
  Cover masked;
  Cover swallowed;
  Cover directed;
  std::array<Cover, kKinds> same;
  for (const Hit& hit : hits) {
    if (masked.reaches(hit.last)) continue;
    if (hit.kind == kMask) {
      masked.add(hit.first, hit.last);
      continue;
    }
    const auto kind = static_cast<CueKind>(hit.kind);
    if (swallowed.hides(hit.first, hit.last) || same[hit.kind].hides(hit.first, hit.last)) continue;
    const bool yields = is_direction(kind) || kind == CueKind::hedge;  // the "likely" of "more likely" is no hedge
    if (yields && directed.hides(hit.first, hit.last)) continue;
    same[hit.kind].add(hit.first, hit.last);
    if (is_swallowing(kind)) swallowed.add(hit.first, hit.last);
    if (is_direction(kind)) directed.add(hit.first, hit.last);
    cues.push_back({kind, hit.first, hit.last, {tokens[hit.first].span.begin, tokens[hit.last - 1].span.end}});
  }
  return cues;
}

}  // namespace claimcheck
