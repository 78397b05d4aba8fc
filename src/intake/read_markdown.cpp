#include "intake/read_markdown.h"

#include <algorithm>
#include <exception>
#include <functional>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <md4c.h>

#include "core/error.h"
#include "intake/element_flow.h"
#include "intake/html_entities.h"
#include "intake/inline_text.h"
#include "intake/layout_words.h"
#include "intake/line_shape.h"
#include "intake/markdown_lines.h"

namespace claimcheck {
namespace {

/// Without bare links: md4c takes quadratic time to find them, and an address is found in the words as well.
constexpr unsigned kDialect = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS;
/// A byte gives two events at most, an empty cell; only the cells that a short row lacks give more.
constexpr std::size_t kEventsPerByte = 2;
constexpr std::size_t kEventsBeside = 10'000;

/// Hands what md4c reads to an ElementFlow.
class MarkdownReader {
 public:
  explicit MarkdownReader(Document& document)
      : document_(document), text_(document.text), lines_(scan_markdown(text_)), flow_(document) {}

  void read() {
    if (!lines_.title.empty() && !begins_with_title()) {
      flow_.begin_element("h1", {});
      flow_.add_text(lines_.title);
      flow_.end_element("h1");
    }
    MD_PARSER parser{};
    parser.flags = kDialect;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* reader) {
      return guard(reader, [=](MarkdownReader& self) { self.enter_block(type, detail); });
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* reader) {
      return guard(reader, [=](MarkdownReader& self) { self.leave_block(type, detail); });
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* reader) {
      return guard(reader, [=](MarkdownReader& self) { self.enter_span(type, detail); });
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* reader) {
      return guard(reader, [=](MarkdownReader& self) { self.flow_.end_element(span_element(type)); });
    };
    parser.text = [](MD_TEXTTYPE type, const char* text, MD_SIZE size, void* reader) {
      return guard(reader, [=](MarkdownReader& self) { self.add_text(type, {text, size}); });
    };
    const std::string_view body = std::string_view(lines_.source).substr(lines_.body);
    const int code = md_parse(body.data(), static_cast<MD_SIZE>(body.size()), &parser, this);
    if (failure_) std::rethrow_exception(failure_);
    if (code != 0) throw Error(ErrorKind::input, fmt::format("{}: cannot be read as Markdown", document_.name));
    DocumentBuilder builder(document_);
    flow_.finish(builder);
    builder.finish();
  }

 private:
  /// No exception may pass through md4c.
  template <typename Event>
  static int guard(void* reader, const Event& event) {
    auto& self = *static_cast<MarkdownReader*>(reader);
    if (self.failure_) return 1;  // md4c does not always stop at once
    try {
      self.count_event();
      event(self);
      return 0;
    } catch (...) {
      self.failure_ = std::current_exception();
      return 1;
    }
  }

  void count_event() {
    if (++events_ <= kEventsBeside + kEventsPerByte * text_.size()) return;
    throw Error(ErrorKind::input,
                fmt::format("{}: a table with too many empty cells; make it smaller", document_.name));
  }

  [[nodiscard]] bool begins_with_title() const {
    const std::string_view body = std::string_view(text_).substr(lines_.body);
    const std::size_t begin = body.find_first_not_of(" \t\r\n");
    return begin != std::string_view::npos && body.substr(begin).starts_with("# ");
  }

  static std::string_view block_element(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        return "blockquote";
      case MD_BLOCK_UL:
        return "ul";
      case MD_BLOCK_OL:
        return "ol";
      case MD_BLOCK_LI:
        return "li";
      case MD_BLOCK_HR:
        return "hr";
      case MD_BLOCK_CODE:
        return "pre";
      case MD_BLOCK_P:
        return "p";
      case MD_BLOCK_TABLE:
        return "table";
      case MD_BLOCK_THEAD:
        return "thead";
      case MD_BLOCK_TBODY:
        return "tbody";
      case MD_BLOCK_TR:
        return "tr";
      case MD_BLOCK_TH:
        return "th";
      case MD_BLOCK_TD:
        return "td";
      default:
        return {};
    }
  }

  static std::string_view span_element(MD_SPANTYPE type) {
    switch (type) {
      case MD_SPAN_A:
        return "a";
      case MD_SPAN_STRONG:
        return "strong";
      case MD_SPAN_DEL:
        return "del";
      case MD_SPAN_IMG:
        return "object";  // the words that stand for a picture are left out
      case MD_SPAN_CODE:
        return "code";
      default:
        return "em";
    }
  }

  void enter_block(MD_BLOCKTYPE type, void* detail) {
    std::vector<HtmlAttribute> attributes;
    if (type == MD_BLOCK_DOC) return;
    if (type == MD_BLOCK_H) {
      heading_level_ = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
      heading_.clear();
      return flow_.begin_element(fmt::format("h{}", heading_level_), attributes);
    }
    if (type == MD_BLOCK_HTML) {
      html_block_ = true;
      return flow_.end_block();
    }
    if (type == MD_BLOCK_QUOTE) {
      ++quotes_;
      quote_begins_ = true;
    }
    if (type == MD_BLOCK_LI) ++items_;
    if (type == MD_BLOCK_OL) {
      attributes.push_back({"start", fmt::format("{}", static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start)});
    }
    flow_.begin_element(block_element(type), attributes);
    if (type == MD_BLOCK_CODE) flow_.begin_element("code", {});
  }

  void leave_block(MD_BLOCKTYPE type, void*) {
    callout_title_ = false;
    if (type == MD_BLOCK_DOC || type == MD_BLOCK_HR) return;
    if (type == MD_BLOCK_HTML) {
      html_block_ = false;
      return read_html_range(std::exchange(html_, {}));
    }
    if (type == MD_BLOCK_H) {
      flow_.end_element(fmt::format("h{}", heading_level_));
      if (references_level_ == 0 || heading_level_ <= references_level_) {
        references_level_ = is_reference_heading(heading_) ? heading_level_ : 0;
      }
      heading_level_ = 0;
      return;
    }
    if (type == MD_BLOCK_QUOTE) --quotes_;
    if (type == MD_BLOCK_LI) --items_;
    if (type == MD_BLOCK_CODE) flow_.end_element("code");
    flow_.end_element(block_element(type));
  }

  void enter_span(MD_SPANTYPE type, void* detail) {
    std::vector<HtmlAttribute> attributes;
    if (type == MD_SPAN_A) {
      const MD_ATTRIBUTE& href = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
      attributes.push_back({"href", decode_references({href.text, href.size})});
    }
    flow_.begin_element(span_element(type), attributes);
  }

  void add_text(MD_TEXTTYPE type, std::string_view words) {
    Span source = find_source(words);
    if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) return add_line_end(type == MD_TEXT_BR);
    if (source.empty()) return flow_.add_space();  // md4c's own: a line end within code
    source.begin = std::max(source.begin, skip_until_);
    if (source.empty()) return;
    if (type == MD_TEXT_HTML) return add_html(source);
    if (type == MD_TEXT_ENTITY) {
      const auto decoded = decode_reference(text_, source.begin);
      const bool whole = decoded && decoded->size == source.size();
      return whole ? flow_.add_made(decoded->text) : flow_.add_text(source);
    }
    if (type == MD_TEXT_CODE) return flow_.add_text(source);
    if (heading_level_ > 0) heading_ += slice(text_, source);
    add_words(source);
  }

  /// Where md4c's words stand in the document; empty when they are its own.
  [[nodiscard]] Span find_source(std::string_view words) const {
    const char* begin = lines_.source.data();
    const std::less<> before;
    if (before(words.data(), begin) || !before(words.data(), begin + lines_.source.size())) return {};
    const auto at = static_cast<std::size_t>(words.data() - begin);
    return {at, at + words.size()};
  }

  void add_line_end(bool hard) {
    line_ended_ = true;
    if (std::exchange(callout_title_, false)) return flow_.end_block();
    hard ? flow_.begin_element("br", {}) : flow_.add_space();
  }

  void add_words(Span source) {
    const bool new_line = std::exchange(line_ended_, false);
    const bool bullet = bullet_size(std::string_view(text_).substr(source.begin, 8)) > 0;
    if (new_line && (bullet || (references_level_ > 0 && is_entry(source)))) flow_.end_block();
    if (std::exchange(quote_begins_, false)) source.begin = read_callout_mark(source);
    source.begin = read_definition(source);
    auto mark = std::lower_bound(lines_.references.begin(), lines_.references.end(), source.begin,
                                 [](const FootnoteMark& m, std::size_t at) { return m.source.begin < at; });
    for (; mark != lines_.references.end() && mark->source.begin < source.end; ++mark) {
      if (mark->source.begin < source.begin) continue;
      add_span({source.begin, mark->source.begin});
      const std::string label(slice(text_, mark->label));
      const std::size_t number = flow_.begin_mark("#^" + label);
      flow_.add_text(mark->label);
      flow_.end_mark(number);
      source.begin = skip_until_ = mark->source.end;
    }
    add_span(source);
  }

  void add_span(Span source) {
    if (!source.empty()) flow_.add_text(source);
  }

  /// True of a line of a reference list that begins with a number: each is an entry.
  [[nodiscard]] bool is_entry(Span source) const {
    const std::string_view line = std::string_view(text_).substr(source.begin, 12);
    const std::size_t close = line.find(']');
    const bool bracket = line.starts_with('[') && close != std::string_view::npos && close > 1 &&
                         line.substr(1, close - 1).find_first_not_of("0123456789") == std::string_view::npos;
    return bracket || has_list_mark(line);
  }

  /// After "[!NOTE]" at the start of a quotation, which is a box then.
  std::size_t read_callout_mark(Span source) {
    const std::string_view words = std::string_view(text_).substr(source.begin, 40);
    if (!words.starts_with("[!")) return source.begin;
    const std::size_t close = words.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-", 2);
    if (close == std::string_view::npos || close == 2 || words[close] != ']') return source.begin;
    flow_.make_callout();
    callout_title_ = true;
    std::size_t end = source.begin + close + 1;
    if (end < text_.size() && (text_[end] == '-' || text_[end] == '+')) ++end;  // folded or not
    return skip_until_ = end;
  }

  /// After "[^label]:" at the start of a footnote's text.
  std::size_t read_definition(Span source) {
    const auto found = std::lower_bound(lines_.definitions.begin(), lines_.definitions.end(), source.begin,
                                        [](const FootnoteMark& m, std::size_t at) { return m.source.begin + 1 < at; });
    if (found == lines_.definitions.end() || found->source.begin + 1 != source.begin) return source.begin;
    flow_.end_block();
    flow_.make_reference("^" + std::string(slice(text_, found->label)));
    return skip_until_ = found->source.end;
  }

  /// Raw HTML within a paragraph, one mark at a time; that of a block is gathered, for it may go over lines.
  void add_html(Span source) {
    if (!html_block_) {
      HtmlToken token;
      HtmlTokens tokens(text_, {source.begin, text_.size()});
      if (!tokens.next(token) || token.kind == HtmlTokenKind::text) return flow_.add_text(source);
      skip_until_ = token.source.end;
      return flow_.add_token(token);
    }
    if (quotes_ + items_ > 0) return read_html_range(source);  // the lines have marks of their own in front
    html_ = html_.empty() ? source : Span{html_.begin, source.end};
  }

  void read_html_range(Span source) {
    HtmlToken token;
    for (HtmlTokens tokens(text_, source); tokens.next(token);) flow_.add_token(token);
  }

  Document& document_;
  const std::string& text_;
  MarkdownLines lines_;
  ElementFlow flow_;
  std::exception_ptr failure_;
  std::size_t events_ = 0;
  std::size_t skip_until_ = 0;  ///< what stands before this byte was read
  bool html_block_ = false;
  Span html_;  ///< what was read of it
  int heading_level_ = 0;
  std::string heading_;
  int references_level_ = 0;
  int quotes_ = 0;
  int items_ = 0;
  bool quote_begins_ = false;
  bool callout_title_ = false;
  bool line_ended_ = false;
};

}  // namespace

void read_markdown(Document& document) {
  MarkdownReader(document).read();
}

}  // namespace claimcheck
