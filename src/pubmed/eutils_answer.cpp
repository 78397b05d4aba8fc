#include "pubmed/eutils_answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <set>

#include "core/error.h"
#include "pubmed/answer_error.h"
#include "pubmed/byte_reader.h"
#include "pubmed/citation_xml.h"

namespace claimcheck {
namespace {

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
  Number value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end) return std::nullopt;
  return value;
}

bool ends_with_element(std::string_view xml, std::string_view name) {
  const std::size_t last = xml.find_last_not_of(" \t\r\n");
  if (last == std::string_view::npos) return false;
  xml = xml.substr(0, last + 1);
  if (!xml.ends_with('>')) return false;
  if (xml.ends_with("/>")) return xml.substr(xml.find_last_of('<') + 1).starts_with(name);
  return xml.substr(0, xml.size() - 1).ends_with(name) && xml.substr(0, xml.size() - 1 - name.size()).ends_with("</");
}

/// nullopt when `response` holds a whole XML document called `root`.
std::optional<Assessment> find_flaw(const HttpResponse& response, std::string_view root) {
  if (auto error = find_error(response)) return error;
  const std::string_view name = root_element(response.body);
  if (name != root) {
    return Assessment{AnswerKind::malformed,
                      fmt::format("a document called {} instead of {}", one_line(name.substr(0, 60)), root)};
  }
  if (!ends_with_element(response.body, root)) {
    return Assessment{AnswerKind::incomplete, "the answer stops before its end"};
  }
  return std::nullopt;
}

/// The same, and reads it into `document`.
std::optional<Assessment> load_document(const HttpResponse& response, std::string_view root,
                                        pugi::xml_document& document) {
  if (auto flaw = find_flaw(response, root)) return flaw;
  const pugi::xml_parse_result parsed = document.load_buffer(response.body.data(), response.body.size());
  if (parsed) return std::nullopt;
  return Assessment{AnswerKind::malformed, fmt::format("broken XML: {}", parsed.description())};
}

struct WarningSentence {
  const char* list;
  const char* element;
  std::string_view sentence;
};

/// ErrorList and WarningList of ESearch: each entry means that another query was answered than the one asked.
constexpr auto kWarningSentences = std::to_array<WarningSentence>({
    {"ErrorList", "PhraseNotFound", "PubMed found nothing for the phrase \"{}\" and left it out."},
    {"ErrorList", "FieldNotFound", "PubMed does not know the field \"{}\" and did not restrict the search to it."},
    {"WarningList", "PhraseIgnored", "PubMed ignored the phrase \"{}\"."},
    {"WarningList", "QuotedPhraseNotFound", "PubMed has no such phrase as {} and read it in another way."},
    {"WarningList", "OutputMessage", "PubMed says: {}"},
});

std::vector<std::string> read_warnings(const pugi::xml_node& result) {
  std::vector<std::string> warnings;
  for (const WarningSentence& warning : kWarningSentences) {
    for (const pugi::xml_node entry : result.child(warning.list).children(warning.element)) {
      const std::string text = one_line(entry.text().get());
      // That nothing was found is told by the count.
      if (text.empty() || text == "No items found.") continue;
      warnings.push_back(fmt::format(fmt::runtime(warning.sentence), text));
    }
  }
  return warnings;
}

/// PMIDs of IdList; nullopt when an entry is none.
std::optional<std::vector<Pmid>> read_ids(const pugi::xml_node& result) {
  std::vector<Pmid> pmids;
  for (const pugi::xml_node id : result.child("IdList").children("Id")) {
    const auto pmid = parse_number<Pmid>(id.text().get());
    if (!pmid || *pmid == 0) return std::nullopt;
    pmids.push_back(*pmid);
  }
  return pmids;
}

/// A backend that failed now and then says so where warnings stand, beside a count of 0.
std::optional<Assessment> find_hidden_failure(const pugi::xml_node& result) {
  for (const pugi::xml_node message : result.child("WarningList").children("OutputMessage")) {
    const std::string_view text = message.text().get();
    if (text.find("Backend failed") == std::string_view::npos) continue;
    return assess_error_text(text);
  }
  return std::nullopt;
}

Assessment read_search_result(const pugi::xml_node& result, SearchAnswer& answer) {
  if (auto failure = find_hidden_failure(result)) return std::move(*failure);
  const auto count = parse_number<std::size_t>(result.child("Count").text().get());
  if (!count) return {AnswerKind::malformed, "a search answer without a count"};
  auto pmids = read_ids(result);
  if (!pmids) return {AnswerKind::malformed, "a search answer with an identifier that is no PMID"};
  const auto announced = parse_number<std::size_t>(result.child("RetMax").text().get());
  if (announced && pmids->size() != *announced) {
    return {AnswerKind::incomplete,
            fmt::format("a search answer that lists {} of the {} PMIDs it announces", pmids->size(), *announced)};
  }
  answer.found = *count;
  answer.pmids = std::move(*pmids);
  answer.translation = one_line(result.child("QueryTranslation").text().get());
  answer.warnings = read_warnings(result);
  return {};
}

struct ScoredLink {
  Pmid pmid = 0;
  std::int64_t score = 0;
};

/// The links of one LinkSetDb to PMIDs other than `from`; nullopt when one is no PMID.
std::optional<std::vector<Pmid>> read_linked(const pugi::xml_node& link_set_db, Pmid from) {
  std::vector<ScoredLink> links;
  std::set<Pmid> seen{from};
  for (const pugi::xml_node link : link_set_db.children("Link")) {
    const auto pmid = parse_number<Pmid>(link.child("Id").text().get());
    if (!pmid || *pmid == 0) return std::nullopt;
    const auto score = parse_number<std::int64_t>(link.child("Score").text().get());
    if (seen.insert(*pmid).second) links.push_back({*pmid, score.value_or(0)});
  }
  std::stable_sort(links.begin(), links.end(),
                   [](const ScoredLink& a, const ScoredLink& b) { return a.score > b.score; });
  std::vector<Pmid> pmids;
  pmids.reserve(links.size());
  for (const ScoredLink& link : links) pmids.push_back(link.pmid);
  return pmids;
}

Assessment read_link_set(const pugi::xml_node& set, std::string_view link_name,
                         std::map<Pmid, std::vector<Pmid>>& links) {
  const std::string_view database = set.child("DbFrom").text().get();
  const pugi::xml_node id = set.child("IdList").child("Id");
  if (database != "pubmed" || id.empty())
    return {AnswerKind::malformed, "links of something else than PubMed citations"};
  if (!id.next_sibling("Id").empty()) return {AnswerKind::malformed, "one list of links for several citations"};
  const auto from = parse_number<Pmid>(id.text().get());
  if (!from || *from == 0) return {AnswerKind::malformed, "links of an identifier that is no PMID"};
  std::vector<Pmid>& all = links[*from];
  for (const pugi::xml_node db : set.children("LinkSetDb")) {
    if (db.child("LinkName").text().get() != link_name) continue;
    const auto linked = read_linked(db, *from);
    if (!linked) return {AnswerKind::malformed, "a link to an identifier that is no PMID"};
    all = *linked;
  }
  return {};
}

}  // namespace

bool is_worth_retrying(AnswerKind kind) {
  return kind == AnswerKind::transient || kind == AnswerKind::throttled || kind == AnswerKind::incomplete ||
         kind == AnswerKind::unreachable;
}

SearchAnswer read_search_answer(const HttpResponse& response) {
  SearchAnswer answer;
  pugi::xml_document document;
  if (auto flaw = load_document(response, "eSearchResult", document)) {
    answer.status = std::move(*flaw);
    return answer;
  }
  answer.status = read_search_result(document.child("eSearchResult"), answer);
  return answer;
}

LinkAnswer read_link_answer(const HttpResponse& response, std::string_view link_name) {
  LinkAnswer answer;
  pugi::xml_document document;
  if (auto flaw = load_document(response, "eLinkResult", document)) {
    answer.status = std::move(*flaw);
    return answer;
  }
  for (const pugi::xml_node set : document.child("eLinkResult").children("LinkSet")) {
    answer.status = read_link_set(set, link_name, answer.links);
    if (answer.status.kind == AnswerKind::usable) continue;
    answer.links.clear();
    break;
  }
  return answer;
}

FetchAnswer read_fetch_answer(const HttpResponse& response) {
  FetchAnswer answer;
  if (auto flaw = find_flaw(response, "PubmedArticleSet")) {
    answer.status = std::move(*flaw);
    return answer;
  }
  CitationHandler handler;
  handler.citation = [&answer](Citation&& citation) { answer.citations.push_back(std::move(citation)); };
  handler.bad_record = [&answer](const std::string& problem) { answer.bad_records.push_back(one_line(problem)); };
  // Here, as in the batch loop, one broken answer must not end the run: it becomes a value like every other failure.
  try {
    read_citations(bytes_of(response.body), "the answer of PubMed", handler);
  } catch (const Error& error) {
    answer = {};
    answer.status = {AnswerKind::malformed, assess_error_text(error.what()).reason};
  }
  return answer;
}

}  // namespace claimcheck
