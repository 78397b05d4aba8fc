#pragma once

#include "core/claim.h"
#include "core/document.h"
#include "core/mesh_descriptor.h"
#include "library/capsule.h"
#include "library/citation_fields.h"

namespace claimcheck {

// The fields of what a capsule holds beside citations, told to a visitor as in citation_fields.h.

template <typename Visitor, SameRecord<Span> T>
void visit_fields(Visitor& visit, T& span) {
  visit("begin", span.begin);
  visit("end", span.end);
}

template <typename Visitor, SameRecord<ClaimOrigin> T>
void visit_fields(Visitor& visit, T& origin) {
  visit("document", origin.document);
  visit("sha256", origin.sha256);
  visit("section", origin.section);
  visit("span", origin.span);
}

template <typename Visitor, SameRecord<CitedSource> T>
void visit_fields(Visitor& visit, T& source) {
  visit("label", source.label);
  visit("pmid", source.pmid);
  visit("doi", source.doi);
  visit("title", source.title);
}

template <typename Visitor, SameRecord<Passage> T>
void visit_fields(Visitor& visit, T& passage) {
  visit("text", passage.text);
  visit("span", passage.span);
  visit("block", passage.block);
  visit("words", passage.words);
  visit("check_worthiness", passage.check_worthiness);
  visit("why", passage.why);
  visit("needs_context", passage.needs_context);
  visit("compound", passage.compound);
  visit("suppressed", passage.suppressed);
  visit("cited", passage.cited);
}

template <typename Visitor, SameRecord<TextPiece> T>
void visit_fields(Visitor& visit, T& piece) {
  visit("begin", piece.begin);
  visit("source", piece.source);
}

template <typename Visitor, SameRecord<ReferenceMark> T>
void visit_fields(Visitor& visit, T& mark) {
  visit("span", mark.span);
  visit("url", mark.url);
  visit("superscript", mark.superscript);
  visit("sources", mark.sources);
}

template <typename Visitor, SameRecord<Block> T>
void visit_fields(Visitor& visit, T& block) {
  visit("kind", block.kind, BlockKind::paragraph);
  visit("level", block.level);
  visit("number", block.number);
  visit("text", block.text);
  visit("pieces", block.pieces);
  visit("section", block.section);
  visit("headers", block.headers);
  visit("anchor", block.anchor);
  visit("marks", block.marks);
  visit("suppressed", block.suppressed);
}

template <typename Visitor, SameRecord<Document> T>
void visit_fields(Visitor& visit, T& article) {
  visit("name", article.name);
  visit("sha256", article.sha256);
  visit("format", article.format);
  visit("text", article.text);
  visit("blocks", article.blocks);
  visit("problems", article.problems);
}

template <typename Visitor, SameRecord<Claim> T>
void visit_fields(Visitor& visit, T& claim) {
  visit("id", claim.id);
  visit("text", claim.text);
  visit("origin", claim.origin);
  visit("frame", claim.frame);
  visit("passage", claim.passage);
}

template <typename Visitor, SameRecord<MeshDescriptor> T>
void visit_fields(Visitor& visit, T& descriptor) {
  visit("ui", descriptor.ui);
  visit("name", descriptor.name);
  visit("entry_terms", descriptor.entry_terms);
  visit("trees", descriptor.trees);
}

template <typename Visitor, SameRecord<SearchHit> T>
void visit_fields(Visitor& visit, T& hit) {
  visit("pmid", hit.pmid);
  visit("score", hit.score);
}

template <typename Visitor, SameRecord<SearchResult> T>
void visit_fields(Visitor& visit, T& answer) {
  visit("complete", answer.complete);
  visit("found", answer.found);
  visit("hits", answer.hits);
  visit("as_run", answer.as_run);
  visit("translation", answer.translation);
  visit("warnings", answer.warnings);
  visit("source", answer.source);
  visit("date", answer.date);
  visit("problem", answer.problem);
}

template <typename Visitor, SameRecord<RecordedSearch> T>
void visit_fields(Visitor& visit, T& search) {
  visit("query", search.query);
  visit("answer", search.answer);
}

template <typename Visitor, SameRecord<RecordedFetch> T>
void visit_fields(Visitor& visit, T& fetch) {
  visit("asked", fetch.asked);
  visit("citations", fetch.citations);
  visit("missing", fetch.answer.missing);
  visit("withdrawn", fetch.answer.withdrawn);
  visit("failed", fetch.answer.failed);
  visit("unchecked", fetch.answer.unchecked);
  visit("problems", fetch.answer.problems);
}

template <typename Visitor, SameRecord<LinkedCitations> T>
void visit_fields(Visitor& visit, T& linked) {
  visit("pmid", linked.pmid);
  visit("linked", linked.linked);
}

template <typename Visitor, SameRecord<RecordedLinks> T>
void visit_fields(Visitor& visit, T& links) {
  visit("kind", links.kind);
  visit("asked", links.asked);
  visit("complete", links.complete);
  visit("links", links.links);
  visit("source", links.source);
  visit("date", links.date);
  visit("problem", links.problem);
}

template <typename Visitor, SameRecord<ClaimAnswers> T>
void visit_fields(Visitor& visit, T& claim) {
  visit("searches", claim.searches);
  visit("fetches", claim.fetches);
  visit("links", claim.links);
  visit("error", claim.error);
}

template <typename Visitor, SameRecord<CapsuleInput> T>
void visit_fields(Visitor& visit, T& input) {
  visit("name", input.document.name);
  visit("sha256", input.document.sha256);
  visit("claims", input.document.claims);
  visit("text", input.text);
}

template <typename Visitor, SameRecord<MeshFile> T>
void visit_fields(Visitor& visit, T& file) {
  visit("sha256", file.sha256);
  visit("name", file.name);
  visit("year", file.year);
  visit("date", file.date);
  visit("descriptors", file.descriptors);
  visit("terms", file.terms);
}

template <typename Visitor, SameRecord<CapsuleFacts> T>
void visit_fields(Visitor& visit, T& facts) {
  visit("tool_version", facts.tool_version);
  visit("rules_version", facts.rules_version);
  visit("report_schema_version", facts.report_schema_version);
  visit("limit", facts.limit);
  visit("expand", facts.expand);
  visit("offline", facts.offline);
  visit("evidence_source", facts.evidence_source);
  visit("library_citations", facts.library_citations);
  visit("mesh", facts.mesh);
}

}  // namespace claimcheck
