#pragma once

#include <string>
#include <string_view>

#include "core/report.h"

namespace claimcheck {

// Enum values as readers of a report meet them; the JSON report keeps the names of the enumerators.

std::string_view word_for(SubTag sub_tag);  ///< empty for none
std::string_view word_for(Certainty certainty);
std::string_view word_for(Design design);
std::string_view word_for(Setting setting);  ///< empty when unspecified
std::string_view word_for(Directness directness);
std::string_view word_for(Reported reported);
std::string_view word_for(ClaimKind kind);
std::string_view word_for(Strength strength);
std::string_view word_for(QueryAim aim);
std::string_view word_for(CitedStanding standing);

/// How another record bears on the citation ("Retracted", "Erratum", "Comment in", …); empty for what it cites and for
/// kinds that PubMed does not name.
std::string_view word_for(NoticeKind kind);

/// True for notices that a reader of the citation has to know before trusting it: retractions, concerns, corrections.
bool is_warning(NoticeKind kind);

/// A notice in one line of text, its PMID included; empty where it has no word.
std::string describe_notice(const Notice& notice);

/// The gist of a reason in a few words: "no exception allowed" for absolute_negative.
std::string_view word_for(ReasonCode code);

/// How a claim is marked: icon and word, never colour alone. `detail` is the sub-tag; for an unsupported claim without
/// one what it lacks ("nothing found", "evidence too weak", "not shown": there is evidence, and none of it for the
/// claim); for a claim without a tag whether it was not assessed or could not be checked.
struct ClaimMark {
  std::string_view icon;
  std::string_view word;
  std::string_view detail;  ///< may be empty
  std::string_view style;   ///< "supported", "contested", "unsupported" or "unchecked": the CSS class
};

ClaimMark mark_of(const Report& report);

/// The mark as one phrase: "≷ Contested · mixed".
std::string describe_mark(const ClaimMark& mark);

/// The reasons to show, lead first: those of the verdict, or why there is none.
const std::vector<Reason>& reasons_of(const Report& report);

/// "low, from 2 study families"; "none" when nothing on that side was weighed.
std::string describe_certainty(Certainty certainty, int families);

/// "1 study", "3 studies": the right form of the word for the number.
std::string count_words(std::size_t count, std::string_view one, std::string_view many);

/// The text with its first letter large, where that is a Latin one without marks.
std::string capitalise(std::string text);

/// "PMID 12, 2020, Title: why it is silent".
std::string describe_silent(const SilentCitation& citation);

/// "37 found"; "top 100 of 3120 found" where not all were taken.
std::string describe_found(const QueryRecord& query);

/// Name by which a journal is cited: the abbreviation, else the title.
const std::string& journal_name(const Citation& citation);

/// How the text names what it cites: "[3]", with the DOI where that is all that is known.
std::string name_source(const CitedSource& source);

/// "[3]: PMID 12 speaks for the claim …" in one line.
std::string describe_cited(const CitedReading& reading);

/// The address of a record at PubMed.
std::string pubmed_address(Pmid pmid);

/// What a tag means and does not mean; in every report.
inline constexpr std::string_view kTagMeaning =
    "A tag says how the words of a claim stand against the PubMed abstracts that were found and read on the date "
    "given. "
    "It does not say what is true. Supported: the abstracts bear out the wording. Contested: abstracts speak against "
    "it. "
    "Unsupported: too little speaks for it.";

/// Terms of the evidence; in every report that quotes it.
inline constexpr std::string_view kDisclaimer =
    "Bibliographic data: PubMed, U.S. National Library of Medicine (NLM). NLM does not endorse this report. Abstracts "
    "may "
    "be under copyright: this report quotes sentences and links to the records. It is not medical or legal advice.";

/// Stands above the compliance notes of a claim.
inline constexpr std::string_view kComplianceHeading =
    "Advertising rules this wording may fall under (not legal advice)";

}  // namespace claimcheck
