#include "cli/help_topics.h"

#include <array>

namespace claimcheck {
namespace {

constexpr std::string_view kVerdicts = R"(VERDICTS

A tag says how the wording of a claim stands against the evidence that was found, on a date, in PubMed abstracts.
It never says what is true, and it is no medical advice. Read the quotes before you rely on a tag.

  supported     enough direct evidence for the claim as worded, and no credible evidence against it
  contested     credible evidence against the claim; for an absolute claim one counter-example is enough
  unsupported   neither: nothing found, not shown (there are results, and none for the claim), or evidence too weak

No tag is given to a claim that is
  not assessed       outside what PubMed can tell (a regulation, an opinion), or not clear enough to search for
  could not check    a search or a download failed: never the same as unsupported; run the command again

"No significant difference" does not show that there is none, and finding nothing is never support.
claimcheck explain FILE ID tells which rules led to a tag.
)";

constexpr std::string_view kArticles = R"(ARTICLES

  claimcheck check article.docx --html report.html
  claimcheck extract article.docx                      # its claims alone, a JSON line each

reads DOCX, HTML, Markdown, plain text, and PDF where the program pdftotext (poppler-utils) is installed. Claims get ids in
the order of the text: C-01, C-02, ... A statement that leans on words elsewhere ("it", "this treatment") is completed from
there; where they do not settle it, it is not assessed.

What the text cites for a claim is looked up and read, apart from the tag. To leave a passage of Markdown or HTML unchecked:

  <!-- claimcheck off reason="quoted from a patient" -->
  ...
  <!-- claimcheck on -->

claimcheck extract article.docx --claims claims.json writes a claims file, to be edited and checked in its place.
)";

constexpr std::string_view kClaimsFiles = R"(CLAIMS FILES

claimcheck reads claims from JSON files. The smallest one:

  {"schema_version": 1, "claims": [{"id": "C-01", "text": "Ketamine causes no long-term organ damage."}]}

Each text must make sense by itself: name the drug and the outcome instead of "it" and "this". claims/README.md has the
whole schema (where a claim was found, and slots of its frame set by hand); claims/ketamine.json is a long example.
)";

constexpr std::string_view kOffline = R"(OFFLINE

With --offline no socket is opened: claims are checked against the library alone, a SQLite file that you fill with

  claimcheck library import --library pubmed.db FILE...

from PubMed XML files, such as the E-utilities or the PubMed web site give, or make a copy of all of PubMed, from the files
of the yearly baseline and the daily updates, and bring it up to date later on:

  claimcheck library sync --library pubmed.db --from https://ftp.ncbi.nlm.nih.gov/pubmed/

--from may also be a folder that has these files (docs/scale.md tells how large and how slow that is). A library tells only about the records in it, so reports name
the library and its size.

Without --offline the library keeps what PubMed answered: searches and links for 7 days. A citation that is to be read is
asked for again once a day, so that a retraction or a correction changes the report; where PubMed does not answer, the
record in the library is read, and the report says how old it is. An interrupted run goes on from there; --refresh asks
again.
)";

constexpr std::string_view kPrivacy = R"(PRIVACY

Your text stays on your machine. What is sent, to NCBI alone (eutils.ncbi.nlm.nih.gov): search terms made from the claims
(drugs, outcomes, study types), the PMIDs of the citations to read and to follow links from, the name of this program, and
your API key if you have one. --show-queries lists every query of a run. --offline sends nothing.

What is kept: the library file holds citations and answers of PubMed, and no claims and no key; a capsule (check --capsule)
holds your claims too, a project (check --project) your article and all decisions; a small file in the cache folder holds
the time of the next request, and nothing else.
)";

constexpr std::string_view kNcbiKey = R"(NCBI-KEY

NCBI lets a program ask three times a second, or ten times with an API key, which is free: sign in at
https://www.ncbi.nlm.nih.gov/account/settings/ and create one. Then either

  export NCBI_API_KEY=...                                     in the environment, or
  ~/.config/claimcheck/ncbi-key                               in a file that only you can read (chmod 600)

($XDG_CONFIG_HOME is honoured.) claimcheck doctor tells whether a key is found. It is never printed, logged or stored,
and sent to NCBI (ncbi.nlm.nih.gov over https) and to this machine alone: --eutils-url with another server goes without it.
)";

constexpr std::string_view kNetwork = R"(NETWORK

NCBI allows three requests a second for each address, ten for each key, from all programs together. Programs of yours that
run at the same time therefore share one queue, a small file in $XDG_CACHE_HOME/claimcheck (~/.cache/claimcheck), and wait
for their turn; when NCBI asks one of them for a pause, all of them pause. claimcheck doctor names the file. Where it cannot
be written each program waits by itself.

What fails by chance (a busy server, a broken connection, too many requests) is asked again up to four times, after longer
and longer pauses. A server that cannot be reached is left alone for half a minute. --deadline SECONDS limits all of that
for one run (30 minutes unless you say otherwise); claims that were not finished then are "could not check". What was
fetched is kept, after Ctrl-C too: run the same command again to go on.

--debug-http shows every request and answer on standard error, never the key:

  > GET https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esearch.fcgi db=pubmed term=... (waited 370 ms)
  < 200, 5210 bytes, 412 ms, usable

The last word says what was made of the answer: usable, no_such_record, key_refused, permanent (the same request will always
fail), transient, throttled, malformed (not what was asked for), incomplete (it stopped early), unreachable.

Proxies and certificates are those of curl: https_proxy, no_proxy, CURL_CA_BUNDLE, SSL_CERT_FILE.
)";

constexpr std::string_view kExitCodes = R"(EXIT CODES

    0   done, nothing to report
    1   a claim is at or above --fail-on (never, unsupported, contested or worse, unchecked or worse); library verify
        found something wrong; replay made another report; recheck found a change that matters
    2   wrong usage or configuration, or input that cannot be read (a capsule whose seal is broken, a log with a line
        that does not hold, too)
    3   finished, but some claims could not be checked, or there was none to check (0 with
        --allow-partial); a server did not answer (doctor, library sync); or import-decisions or carry could not take all
    4   a mistake of the program: please report it
  130   interrupted with Ctrl-C; run the same command again to go on

3 goes before 1: as long as claims could not be checked, the run says nothing final. An import or a JSON Lines search goes
on after a bad file, record or line, tells of each, and ends with 2.
)";

constexpr std::string_view kCapsules = R"(CAPSULES

claimcheck check CLAIMS --capsule FILE writes the whole run into one file: the claims, every answer of PubMed or the library
with the records as they were, the versions, and the JSON report. Then

  claimcheck replay FILE         makes the report again from the file alone, with no socket and no library
  claimcheck explain FILE ID     explains a claim from it
  claimcheck recheck FILE        searches again, and tells what changed since and why

replay ends with 0 if the report is the same, byte for byte, and with 1 if this program makes another one of the same
answers; it then says which versions differ, and claim by claim what. recheck always asks PubMed anew (or the library
alone, with --offline), with the --limit and --expand and the MeSH of the capsule. It ends with

  0   nothing changed that matters: no tag flipped, no quoted record was retracted, corrected or withdrawn
  1   a tag flipped, or a quoted record has a new retraction, concern or correction, or was withdrawn
  3   some of it could not be checked; what it does not tell may have changed

A capsule is JSON, sealed: it holds the SHA-256 of each of its parts, and one over those. Every command that reads it checks
them first and names the part that was changed (exit code 2). A seal is no signature, as whoever changes a file can seal it
anew: to prove later which file was meant, keep the seal that check prints elsewhere.

A capsule holds the text of your claims files and whole PubMed records, which may be under copyright: share it with that in
mind. It holds no API key and no path of your folders. With MeSH in the library it holds all of MeSH (12 MB). gzip makes it
small, and the commands read it so.
)";

constexpr std::string_view kProjects = R"(PROJECTS

claimcheck check FILE... --project PROJECT makes a project: one file with the reports as they were made, the capsule of the
run (claimcheck help capsules), the article's text, your Word file, and a log of what people decide. A project never
replaces a file: for a new draft choose another name, and take the decisions over with claimcheck carry.

  claimcheck export PROJECT          its reports again, in every format, with the decisions
  claimcheck export PROJECT --docx F the author's Word file, with tags and decisions as comments
  claimcheck explain PROJECT ID      one claim's report as it was made, whatever rules this program has
  claimcheck replay PROJECT          and recheck: as with a capsule
  claimcheck log verify PROJECT      proves that the log and the reports are as they were written
  claimcheck log export PROJECT      the log, one entry a line (JSON Lines)
  claimcheck copy PROJECT COPY       a copy to hand over, whole even while somebody reviews

A decision that is shown as saved is on the disk. Several programs may have a project open; they write one after the other.

In the log each line holds the hash of the line before, and the first that of all reports: to change, move or take out a
line, or a report, breaks those behind it, and verify says which. Whoever may write the file can write all of it anew: note
the last hash elsewhere (a letter, a ticket), and verify --noted HASH proves later that the log goes on from there. It does
not prove who sat at the keyboard.

Keep projects where only reviewers can write. Two reviewers are kept apart by the page: the file itself hides nothing.
)";

constexpr std::string_view kReviewing = R"(REVIEWING

  claimcheck check article.docx --project may.project                # what was checked becomes a project
  claimcheck review may.project --as "Anna Ito"                      # a page in your browser; Ctrl-C ends it
  claimcheck review may.project --as "Ben Okoro"                     # a second reviewer
  claimcheck review may.project --as "Eve Lund" --adjudicate         # decides where the two differ
  claimcheck review may.project --read-only                          # looks, and writes nothing
  claimcheck export may.project --html report.html --xlsx matrix.xlsx

On the page a person goes through the claims, agrees or judges otherwise with a reason, comments, and finishes. It is served
to this computer alone. "Saved" means that it is on the disk. Its Help explains the rest without the terminal. Once somebody
has finished, the page has the reports to download, the same as export writes; of two reviewers when both have finished.

The first two who judge or comment are the reviewers. Neither sees what the other judged before both have finished; then both
see all of it and how far they agree, and neither can change anything more. Who only looks in, puts a claim aside or finishes
without a judgement is no reviewer. "anna ito" is "Anna Ito"; for "Ana Ito" it is asked who is meant before anything is written.
The adjudicator begins on the claims where the two differ. A page that is left open goes on when the same command is run again
and its link is opened in the same browser.

Decisions entered elsewhere come back, and move on to a new draft:

  claimcheck import-decisions may.project matrix.xlsx --as "Anna Ito" --dry-run    # the filled matrix, or replies in Word
  claimcheck carry may.project june.project --dry-run                # only where a claim is word for word the same

Neither overwrites anything silently: what is not taken is listed, and the exit code is then 3. A second reviewer fills in a
matrix that was exported before anybody judged, or else hands in the first one's decisions as their own.

The file itself hides nothing: keep it where only reviewers can read and write it (claimcheck help projects).
)";

constexpr std::array<HelpTopic, 11> kTopics{{{"verdicts", kVerdicts},
                                             {"articles", kArticles},
                                             {"claims-files", kClaimsFiles},
                                             {"offline", kOffline},
                                             {"capsules", kCapsules},
                                             {"projects", kProjects},
                                             {"reviewing", kReviewing},
                                             {"privacy", kPrivacy},
                                             {"ncbi-key", kNcbiKey},
                                             {"network", kNetwork},
                                             {"exit-codes", kExitCodes}}};

}  // namespace

std::span<const HelpTopic> help_topics() {
  return kTopics;
}

}  // namespace claimcheck
