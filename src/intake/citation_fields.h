#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "ooxml/docx_sources.h"

namespace claimcheck {

/// The sources that a reference manager's field or control names, in its order: CSL-JSON of Zotero and Mendeley
/// ("ADDIN ZOTERO_ITEM CSL_CITATION {…}", "ADDIN CSL_CITATION {…}"), of Mendeley Cite ("MENDELEY_CITATION_v3_" and
/// base64), XML of EndNote ("ADDIN EN.CITE <EndNote>…", or base64 in `data`). Labels stay empty. None when it is no
/// such field, or cannot be understood.
std::vector<CitedSource> read_citation_field(std::string_view instruction, std::string_view data);

/// The sources that Word's own field names ("CITATION Doe20 \l 1033 \m Roe19"), as the document's list describes them:
/// the PMID and DOI from whichever of its fields they stand in. None when it is no such field; a tag that the list
/// lacks is left out.
std::vector<CitedSource> read_word_citation(std::string_view instruction,
                                            const std::map<std::string, DocxSource>& list);

/// The bytes that `text` stands for; white space is skipped; ends at the first character that is no base64.
std::string decode_base64(std::string_view text);

}  // namespace claimcheck
