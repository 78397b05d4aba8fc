#include "report/quote_context.h"

#include <algorithm>

#include "text/utf8.h"

namespace claimcheck {
namespace {

std::string last_points(const std::string& text, std::size_t count) {
  const std::size_t all = count_code_points(text);
  return text.substr(to_bytes(text, {all - std::min(all, count), all}).begin);
}

std::string first_points(const std::string& text, std::size_t count) {
  return text.substr(0, to_bytes(text, {0, count}).end);
}

}  // namespace

Span shown_span(std::string_view text, Span bytes) {
  const std::size_t begin = count_code_points(repair_utf8(text.substr(0, std::min(bytes.begin, text.size()))));
  return {begin, begin + count_code_points(repair_utf8(slice(text, bytes)))};
}

QuoteContext text_context(std::string_view text, Span bytes) {
  QuoteContext context;
  context.span = shown_span(text, bytes);
  context.prefix = last_points(repair_utf8(text.substr(0, std::min(bytes.begin, text.size()))), kContextPoints);
  context.suffix = first_points(repair_utf8(text.substr(std::min(bytes.end, text.size()))), kContextPoints);
  return context;
}

QuoteContext quote_context(const Citation* citation, const Quote& quote) {
  if (citation == nullptr || quote.section >= citation->abstract.size()) return {};
  const AbstractSection& section = citation->abstract[quote.section];
  QuoteContext context = text_context(section.text, quote.span);
  context.label = repair_utf8(section.label);
  return context;
}

std::string words_before(const QuoteContext& context) {
  const bool is_cut = context.span.begin > kContextPoints;
  if (!is_cut) return context.prefix;
  const std::size_t space = context.prefix.find(' ');
  return space == std::string::npos ? "… " : "…" + context.prefix.substr(space);
}

std::string words_after(const QuoteContext& context) {
  const bool is_cut = count_code_points(context.suffix) == kContextPoints;
  if (!is_cut) return context.suffix;
  const std::size_t space = context.suffix.rfind(' ');
  return space == std::string::npos ? " …" : context.suffix.substr(0, space + 1) + "…";
}

}  // namespace claimcheck
