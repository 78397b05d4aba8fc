#pragma once

#include <string>
#include <string_view>
#include <vector>

struct fts5_api;

namespace claimcheck {

class Database;

/// Marks in the text that goes to the search index, each one ASCII control character; text from elsewhere passes
/// through append_plain, which takes them out.
///
/// `kWhole` before and after a controlled term makes the term one token, so that the heading "Pain" is not found in
/// "Pain, Referred"; without the closing mark a query means every term that starts so.
/// `kStems` at the start of a text asks for stems: in a document they are added at the place of each word, in a query
/// they stand for the words. So one index answers both exact words, as PubMed searches them, and stems.
/// `kGap` takes up a place that no phrase reaches across: it stands between sections and between keywords.
inline constexpr char kWhole = '\x1f';
inline constexpr char kStems = '\x1e';
inline constexpr char kGap = '\x1d';

/// Appends `from` as index and queries see it: well-formed UTF-8, white space for NUL and the marks above, and without
/// the brackets of `_{…}` and `^{…}`, so that "V_{max}" is the word "Vmax".
void append_plain(std::string& to, std::string_view from);

/// Appends `term` between kWhole marks with case and punctuation folded: "Pain, Referred" and "pain referred" are the
/// same term. Returns false, and appends nothing, when no letter or digit is left.
bool append_whole_term(std::string& to, std::string_view term);

/// Makes the FTS5 tokenizer `claimcheck` known to a connection. Its words are runs of letters and digits as FTS5's
/// unicode61 cuts them, after NFKC case folding ("CO₂" is co2), without diacritics, Greek letters spelled out ("TNF-α"
/// is tnf alpha). Its stems are those of FTS5's porter. Both are frozen, so that an index never outlives its tokenizer.
void register_index_tokenizer(Database& database);

/// The words of `text` in order, as the tokenizer sees them, without stems.
std::vector<std::string> index_words(Database& database, std::string_view text);

/// The FTS5 interface of a connection.
fts5_api& fts5_of(Database& database);

}  // namespace claimcheck
