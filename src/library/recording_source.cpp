#include <type_traits>
#include <utility>

#include "core/error.h"
#include "library/citation_json.h"
#include "library/kept_search.h"
#include "library/recording.h"
#include "text/utf8.h"

namespace claimcheck {

const Citation* Recording::find(std::size_t claim, Pmid pmid) const {
  const Citation* found = nullptr;
  for (const RecordedFetch& fetch : answers[claim].fetches) {
    for (const std::size_t place : fetch.citations) {
      if (citations[place].pmid == pmid) found = &citations[place];
    }
  }
  return found;
}

std::string Recorder::without_hidden(std::string text) const {
  for (const auto& [words, stand_in] : hidden_) {
    for (std::size_t at = 0; (at = text.find(words, at)) != std::string::npos; at += stand_in.size()) {
      text.replace(at, words.size(), stand_in);
    }
  }
  return text;
}

/// Where the citation stands in the recording, which it is added to when it is new. Leaves in `citation` what a reader
/// of the recording will find.
std::size_t Recorder::place_of(Citation& citation) {
  std::string json = citation_to_json(citation);
  citation = citation_from_json(json);
  const auto [known, is_new] = places_.try_emplace(std::move(json), recording_.citations.size());
  if (is_new) recording_.citations.push_back(citation);
  return known->second;
}

void RecordingSource::clean(std::string& text) const {
  text = recorder_.without_hidden(repair_utf8(text));
}

void RecordingSource::clean(std::vector<std::string>& texts) const {
  for (std::string& text : texts) clean(text);
}

/// Notes an Error on its way.
template <typename Ask>
auto RecordingSource::ask(Ask ask) -> decltype(ask()) {
  try {
    return ask();
  } catch (const Error& error) {
    std::string message = error.what();
    clean(message);
    recorder_.recording_.answers.back().error = message;
    throw Error(error.kind(), message);
  }
}

SearchResult RecordingSource::search(const Query& query) {
  SearchResult answer = ask([&] { return inner_.search(query); });
  for (std::string* text : {&answer.as_run, &answer.translation, &answer.source, &answer.date, &answer.problem}) {
    clean(*text);
  }
  clean(answer.warnings);
  recorder_.recording_.answers.back().searches.push_back({query_to_json(query), answer});
  return answer;
}

FetchResult RecordingSource::fetch(std::span<const Pmid> pmids) {
  FetchResult answer = ask([&] { return inner_.fetch(pmids); });
  clean(answer.problems);
  RecordedFetch fetch;
  fetch.asked.assign(pmids.begin(), pmids.end());
  for (Citation& citation : answer.citations) fetch.citations.push_back(recorder_.place_of(citation));
  std::vector<Citation> citations = std::exchange(answer.citations, {});
  fetch.answer = answer;
  recorder_.recording_.answers.back().fetches.push_back(std::move(fetch));
  answer.citations = std::move(citations);
  return answer;
}

LinkResult RecordingSource::links(LinkKind kind, std::span<const Pmid> pmids) {
  LinkResult answer = ask([&] { return inner_.links(kind, pmids); });
  for (std::string* text : {&answer.source, &answer.date, &answer.problem}) clean(*text);
  RecordedLinks links{kind,          {pmids.begin(), pmids.end()}, answer.complete, {}, answer.source, answer.date,
                      answer.problem};
  for (const auto& [pmid, linked] : answer.links) links.links.push_back({pmid, linked});
  recorder_.recording_.answers.back().links.push_back(std::move(links));
  return answer;
}

}  // namespace claimcheck
