#include "intake/extract_claims.h"

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <string>

#include <fmt/core.h>

#include "intake/article_parts.h"
#include "intake/check_worthiness.h"
#include "intake/claim_text.h"
#include "intake/claims_file.h"
#include "intake/clause.h"
#include "intake/code_point_index.h"
#include "intake/context.h"
#include "intake/draft.h"
#include "intake/grammar.h"
#include "intake/list_claims.h"
#include "intake/pair_references.h"
#include "intake/resolve.h"
#include "intake/split_statement.h"
#include "intake/word_groups.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace claimcheck {

namespace {

/// In bytes: what goes on for longer is no prose, and rules that look back and forth in it would take long.
constexpr std::size_t kLongestSentence = 1500;

/// Reads the blocks of a document from first to last.
class Extractor {
 public:
  Extractor(const Document& document, const Vocabulary& vocabulary)
      : document_(document),
        vocabulary_(vocabulary),
        references_(document),
        points_(document.text),
        places_(find_places(document)) {
    context_.article_topic = find_topic(document, vocabulary);
    context_.topic = context_.article_topic;
  }

  std::vector<Claim> extract() {
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) read_block(i);
    for (std::size_t i = 0; i < claims_.size(); ++i) claims_[i].id = fmt::format("C-{:02}", i + 1);
    return std::move(claims_);
  }

 private:
  /// A sentence of a block on its way to claims.
  struct Sentence {
    Draft text;
    Span span;  ///< bytes of the block's text
  };

  void read_block(std::size_t index) {
    const Block& block = document_.blocks[index];
    block_ = index;
    if (block.kind == BlockKind::reference || block.kind == BlockKind::boilerplate) {
      lead_in_.clear();
      return;
    }
    if (block.kind != BlockKind::heading && block.section != section_) {
      section_ = block.section;
      enter_section(context_, section_, vocabulary_);
    }
    marks_ = find_citation_marks(block, references_.size());
    const Draft text = cut_citation_marks(block, marks_).trimmed();
    if (text.empty()) return;
    switch (block.kind) {
      case BlockKind::heading:
        lead_in_.clear();
        return read_heading(text);
      case BlockKind::list_item:
        return read_item(text);
      case BlockKind::table_cell:
        lead_in_.clear();
        return read_cell(text, block.headers);
      default:
        lead_in_.clear();
        return read_text(text);
    }
  }

  /// A heading holds no claims, but for a myth that the text below denies.
  void read_heading(const Draft& text) {
    const LabelledText labelled = split_label(text);
    if (labelled.kind == LabelledText::Kind::denied) return read_myth(labelled.rest);
    // a bold line of a DOCX: "Common risks:"
    if (text.text().ends_with(':')) {
      lead_in_ = drop_title_case(drop_openers(text.slice({0, text.text().size() - 1})), vocabulary_).text();
    }
  }

  void read_text(const Draft& text) {
    for (const Span span : split_sentences(text.text())) {
      const Draft sentence = text.slice(span);
      if (read_typed_list(sentence)) continue;
      const bool leads = sentence.text().ends_with(':');
      if (leads) {
        const Draft words = drop_openers(sentence.slice({0, sentence.text().size() - 1}));
        lead_in_ = drop_title_case(words, vocabulary_).text();
      }
      if (leads && is_open_lead_in(lead_in_)) continue;
      read_sentence(sentence);
    }
  }

  /// A list that was typed into one paragraph: "It may cause: - nausea - headache". False for anything else.
  bool read_typed_list(const Draft& sentence) {
    const std::string& text = sentence.text();
    for (const std::string_view mark : {" - ", " • "}) {
      const std::size_t colon = text.find(':' + std::string(mark));
      if (colon == std::string::npos || text.find(mark, colon + 1 + mark.size()) == std::string::npos) continue;
      lead_in_ = drop_title_case(drop_openers(sentence.slice({0, colon})), vocabulary_).text();
      for (std::size_t begin = colon + 1; begin < text.size();) {
        const std::size_t end = std::min(text.find(mark, begin + mark.size()), text.size());
        read_item(sentence.slice({begin + mark.size(), end}).trimmed());
        begin = end;
      }
      lead_in_.clear();
      return true;
    }
    return false;
  }

  void read_sentence(const Draft& text) {
    remember_names(context_, text.text(), vocabulary_);
    const LabelledText labelled = split_label(text);
    if (labelled.kind == LabelledText::Kind::denied) return read_myth(labelled.rest);
    if (labelled.kind == LabelledText::Kind::none) return read_statement(text);
    const std::vector<Word> words = read_words(labelled.rest.text());
    if (words.empty()) return;
    if (find_clause(words, 0, words.size())) {
      if (labelled.kind == LabelledText::Kind::plain) remember_label(labelled.label);
      return read_statement(labelled.rest);
    }
    const bool does = words.front().kind == WordKind::verb && words.front().form == VerbForm::third;
    if (!does || labelled.kind != LabelledText::Kind::plain) return read_statement(text);
    Draft whole;
    whole.add(labelled.label);
    whole.append_word(labelled.rest);
    read_statement(whole);
  }

  /// A label that names a treatment is what the text behind it speaks of.
  void remember_label(const std::string& label) { remember_statement(context_, label + " is", vocabulary_); }

  void read_myth(const Draft& text) {
    context_.said_of_treatment = true;  // a myth is one on the topic
    const std::optional<Draft> denied = deny(text, vocabulary_);
    if (denied)
      add_claim(*denied, strip_stop(text), sentence_span(text), false, "the article calls the opposite a myth");
  }

  void read_item(const Draft& text) {
    const std::vector<Span> sentences = split_sentences(text.text());
    const std::vector<Word> words = read_words(text.text());
    if (is_checklist_note(words) || is_spoken(text.text()) || names_conditions(lead_in_)) return;
    if (sentences.size() > 1 || find_clause(words, 0, words.size())) return read_item_sentences(text, sentences);
    const LabelledText labelled = split_label(text);
    const bool has_label = labelled.kind == LabelledText::Kind::plain;
    const std::vector<Word> rest = has_label ? read_words(labelled.rest.text()) : std::vector<Word>{};
    const bool rest_speaks =
        !rest.empty() && (find_clause(rest, 0, rest.size()) || rest.front().form == VerbForm::third);
    if (rest_speaks) return read_sentence(text);
    const std::size_t end = has_label ? labelled.label.size() : text.text().size();
    const Draft item = text.slice({0, end});
    const std::optional<Draft> whole = compose_list_claim(strip_stop(item), lead_in_, context_, vocabulary_);
    if (whole)
      add_claim(*whole, strip_stop(item), sentence_span(item), false, "an item with what stands before its list");
  }

  /// "It may not be right for you if:", "Signs you might have …:": the items are what may hold of the reader.
  static bool names_conditions(const std::string& lead_in) {
    const std::vector<Word> words = read_words(lead_in);
    if (words.empty()) return false;
    const bool signs = words.front().norm == "signs" &&
                       std::any_of(words.begin(), words.end(), [](const Word& word) { return word.norm == "you"; });
    return signs || in_word_group("condition", words.back().norm);
  }

  /// An item between quotation marks is something to be said.
  static bool is_spoken(std::string_view item) {
    const bool straight = item.size() > 2 && item.front() == '"' && item.ends_with('"');
    return straight || (item.starts_with("“") && item.ends_with("”"));
  }

  void read_item_sentences(const Draft& text, std::span<const Span> sentences) {
    const std::string lead_in = lead_in_;
    for (const Span span : sentences) read_sentence(text.slice(span));
    lead_in_ = lead_in;
  }

  static Draft strip_stop(const Draft& item) {
    std::size_t end = item.text().size();
    while (end > 0 && std::string_view(".;, ").find(item.text()[end - 1]) != std::string_view::npos) --end;
    return item.slice({0, end});
  }

  void read_cell(const Draft& text, const std::vector<std::string>& headers) {
    const std::vector<Word> words = read_words(text.text());
    if (words.size() > 4 && find_clause(words, 0, words.size())) return read_text(text);
    if (headers.size() < 2) return;
    const std::optional<Draft> whole =
        compose_cell_claim(strip_stop(text), headers.front(), headers.back(), context_, vocabulary_);
    if (whole)
      add_claim(*whole, strip_stop(text), sentence_span(text), false, "a cell with the headers of its column and row");
  }

  static Span sentence_span(const Draft& text) { return text.source().value_or(Span{}); }

  void read_statement(const Draft& sentence) {
    if (sentence.text().size() > kLongestSentence) return;
    const Draft text = drop_openers(sentence);
    const bool question = text.text().ends_with('?');
    begin_sentence(context_);
    const std::vector<Draft> parts = split_whole(text, question);
    for (const Draft& part : parts) {
      const ResolvedStatement resolved = resolve_statement(part, context_, vocabulary_);
      add_resolved(resolved, part, sentence_span(sentence), parts.size() > 1);
      if (!question) remember_statement(context_, finish_claim_text(resolved.text.text()), vocabulary_);
    }
  }

  /// "Therapy helps to sustain and extend benefits" is one statement: the first verb has its object from the last.
  [[nodiscard]] std::vector<Draft> split_whole(const Draft& text, bool question) const {
    if (question) return {text};
    std::vector<Draft> parts = split_statement(text, vocabulary_);
    const bool cut = parts.size() > 1 && std::any_of(parts.begin(), parts.end(), [](const Draft& part) {
                       return lacks_object(read_words(part.text()));
                     });
    if (cut) parts.assign(1, text);
    return parts;
  }

  void add_claim(const Draft& text, const Draft& part, Span sentence, bool compound, std::string note) {
    ResolvedStatement resolved = resolve_statement(text, context_, vocabulary_);
    resolved.notes.insert(resolved.notes.begin(), std::move(note));
    add_resolved(resolved, part, sentence, compound);
  }

  /// `part` is the statement as it stands in the block.
  void add_resolved(const ResolvedStatement& resolved, const Draft& part, Span sentence, bool compound) {
    const Block& block = document_.blocks[block_];
    const std::optional<Span> words = part.source();
    const std::optional<Span> span = words ? find_in_document(block, *words) : std::nullopt;
    std::string text = finish_claim_text(resolved.text.text());
    if (!span || text.empty() || count_code_points(text) > kMaxClaimLength) return;
    CheckWorthiness worth = score_check_worthiness(text, resolved.needs_context, places_[block_], vocabulary_);
    if (worth.score < kLeastCheckWorthy) return;
    if (!known_.insert(fold_case(text) + (block.suppressed ? "-" : "+")).second) return;
    Claim claim;
    claim.text = std::move(text);
    claim.origin = ClaimOrigin{document_.name, document_.sha256, block.section, points_.to_code_points(*span)};
    Passage passage;
    passage.text = std::string(slice(document_.text, *span));
    passage.span = *span;
    passage.block = block_;
    passage.words = *words;
    passage.check_worthiness = worth.score;
    passage.why = std::move(worth.why);
    passage.why.insert(passage.why.end(), resolved.notes.begin(), resolved.notes.end());
    passage.needs_context = resolved.needs_context;
    passage.compound = compound;
    passage.suppressed = block.suppressed;
    passage.cited = pair_references(*words, sentence, marks_, references_);
    claim.passage = std::move(passage);
    claims_.push_back(std::move(claim));
  }

  const Document& document_;
  const Vocabulary& vocabulary_;
  ReferenceList references_;
  CodePointIndex points_;
  std::vector<PlaceInArticle> places_;  ///< of the blocks
  Context context_;
  std::string section_;
  std::string lead_in_;  ///< of the list that may follow, without its colon
  std::size_t block_ = 0;
  std::vector<CitationMark> marks_;  ///< of the block
  std::set<std::string> known_;
  std::vector<Claim> claims_;
};

}  // namespace

std::vector<Claim> extract_claims(const Document& document, const Vocabulary& vocabulary) {
  return Extractor(document, vocabulary).extract();
}

}  // namespace claimcheck
