#include "intake/read_html.h"

#include <string>

#include <gtest/gtest.h>

#include "intake/read_support.h"

namespace claimcheck {
namespace {

TEST(ReadHtml, ReadsBlocksAsBrowsersShowThem) {
  expect_blocks(
      "tea.html",
      {
          {"<h1>All <i>about</i>\n  tea</h1><p>Tea <b>calms</b> the mind.</p>Loose text.<div>In a "
           "<span>box</span></div>",
           "heading1: All about tea\nparagraph: Tea calms the mind.\nparagraph: Loose text.\nparagraph: In a box\n"},
          {"CO<sub>2</sub>, wa&shy;ter, un<wbr>der, zero\xE2\x80\x8Bwidth, 5&nbsp;mg, a&ensp; b, &lt;p&gt; &amp;amp; "
           "&#945;&#x3b2; &copy 2020",
           "paragraph: CO2, water, under, zerowidth, 5 mg, a b, <p> &amp; αβ © 2020\n"},
          {"a < b and c <3 d</ p>e <!-- no --> f <!doctype x>g<?x y?>h", "paragraph: a < b and c <3 de f gh\n"},
          {"<p>He said <q>tea</q>.", "paragraph: He said “tea”.\n"},
          {"<pre>One line\nof verse.\nAnd more.</pre><pre><code>x = 1</code></pre>",
           "paragraph: One line of verse.\nparagraph: And more.\n"},
          {"<p>Tea<br>is hot.<br>It is<br/>good.<p>A<br><br>B<h2>Two<br>lines</h2>",
           "paragraph: Tea is hot.\nparagraph: It is good.\nparagraph: A\nparagraph: B\nheading2: Two lines\n"},
          {"<p>Tea is<br>&bull; hot<br>•&nbsp; <b>very</b> sweet<br>&nbsp;and good<p>&middot;<span>&nbsp; </span>so",
           "paragraph: Tea is\nlist_item1: hot\nlist_item1: very sweet and good\nlist_item1: so\n"},
          {"<p><strong>Green tea</strong><br>It calms.</p><p><b>Black tea</b></p><p><b>It wakes.</b></p>",
           "heading6: Green tea\nparagraph: It calms.\nheading6: Black tea\nparagraph: It wakes.\n"},
      });
}

TEST(ReadHtml, MendsMissingAndStrayTags) {
  expect_blocks(
      "tea.html",
      {
          {"<p>One<p>Two<ul><li>a<li>b<ul><li>c</ul>d</ul></p></div>Three</b>",
           "paragraph: One\nparagraph: Two\nlist_item1: a\nlist_item1: b\nlist_item2: c\nlist_item1: d\nparagraph: "
           "Three\n"},
          {"<b>bold <i>both</b> slanted</i> plain<h2>Head</h3>text<dl><dt>T<dd>D</dl>",
           "paragraph: bold both slanted plain\nheading2: Head\nparagraph: text\nparagraph: T\nparagraph: D\n"},
          {"<html><head><title>no</title><meta charset=utf-8><p>Body begins.", "paragraph: Body begins.\n"},
          {"<P CLASS='x' class=y DISABLED title='a>b' data-x=1>Tags</P><div/>after",
           "paragraph: Tags\nparagraph: after\n"},
          {"<td>no table</td><li>no list<p>x", "paragraph: no table\nlist_item1: no list\nlist_item1: x\n"},
          {"<span hidden>gone <b>too</span> here</b> and <svg><g><path>t</svg>there", "paragraph: here and there\n"},
      });
}

TEST(ReadHtml, LeavesOutWhatIsNotShown) {
  expect_blocks(
      "tea.html",
      {
          {"<script>if (a<b) f('<p>x</p>')</script><style>p{}</style><title>T</title><textarea>t</textarea><noscript>n"
           "</noscript><template><p>t</p></template><svg><text>s</text></svg><select><option>o</select><button>b</"
           "button>"
           "<iframe>i</iframe><p hidden>h</p><p style='color:red; Display : NONE'>s</p><p aria-hidden=true>a</p><span "
           "class='x sr-only'>r</span><del>d</del><s>s</s><p>Seen.</p>",
           "paragraph: Seen.\n"},
          {"<style>p{}</styles></style ><p>Seen.</p>", "paragraph: Seen.\n"},
      });
}

TEST(ReadHtml, SaysWhereMuchIsHidden) {
  const std::string hidden(60, 'x');
  const Document document = read_checked("<h3><button>Is it safe?</button></h3><div style='display:none'><p>" + hidden +
                                             "<p><b>" + hidden + "</b><script>" + hidden + "</script></div><p>Tea.</p>",
                                         "tea.html");
  EXPECT_EQ(outline(document), "heading3: Is it safe?\nparagraph: Tea.\n");
  EXPECT_EQ(
      document.problems,
      std::vector<std::string>{"120 bytes of hidden text are left out; show them in the file to have them checked"});
}

TEST(ReadHtml, TellsTheArticleFromThePage) {
  expect_blocks(
      "tea.html",
      {
          {"<body class='has-sidebar'><nav>Home</nav><header>Site<h1>Tea</h1></header><div "
           "class=sidebar>Ads</div><main><p>Tea "
           "calms the mind.</p><aside>Box</aside></main><p>After.</p><footer>Us</footer>",
           "boilerplate: Home\nboilerplate: Site\nheading1: Tea\nboilerplate: Ads\nparagraph: Tea calms the "
           "mind.\ncallout: "
           "Box\nboilerplate: After.\nboilerplate: Us\n"},
          {"<article><p>A long article about tea, which calms the mind of "
           "all.</p></article><article>Coffee</article><p>x",
           "paragraph: A long article about tea, which calms the mind of all.\nboilerplate: Coffee\nboilerplate: x\n"},
          {"<p>A long text about tea, which calms.</p><article>Teaser</article>",
           "paragraph: A long text about tea, which calms.\nparagraph: Teaser\n"},
          {"<form><h1>Tea</h1><p>All in one form.</p><ul><li>so</ul></form>",
           "heading1: Tea\nparagraph: All in one form.\nlist_item1: so\n"},
          {"<p>Tea calms the mind of all people.</p><div class='cookieConsent'>We use cookies.</div><div "
           "class='newsletter-signup'><p>Join</p></div><p id='related'>More</p><p id='related-disorders'>Less.</p>",
           "paragraph: Tea calms the mind of all people.\nboilerplate: We use cookies.\nboilerplate: "
           "Join\nboilerplate: "
           "More "
           "#related\nparagraph: Less. #related-disorders\n"},
      });
}

TEST(ReadHtml, ReadsBoxesQuotationsAndCaptions) {
  expect_blocks("tea.html", {
                                {"<div role=note><h3>Note</h3>Hot.</div><blockquote><p>So it "
                                 "is.</p><footer>Doe</footer></blockquote><figure><img "
                                 "alt=x><figcaption>Figure 1<br>Tea.</figcaption></figure><h2>End</h2>",
                                 "callout: Note\ncallout: Hot.\nquotation: So it is.\nquotation: Doe\ncaption: Figure "
                                 "1 Tea.\nheading2: End\n"},
                            });
}

TEST(ReadHtml, GivesCellsTheirHeaders) {
  expect_blocks(
      "tea.html",
      {
          {"<table><thead><tr><th rowspan=2>Tea<th colspan=2>Effect<tr><th>calm<th>wake<tbody><tr><th scope=row "
           "rowspan=2>Green<td>yes<td>no<tr><td>much<td>little</table>",
           "table_cell: Tea\ntable_cell: Effect\ntable_cell: calm\ntable_cell: wake\ntable_cell: Green "
           "{Tea}\ntable_cell: "
           "yes "
           "{Effect} {calm} {Green}\ntable_cell: no {Effect} {wake} {Green}\ntable_cell: much {Effect} {calm} "
           "{Green}\ntable_cell: little {Effect} {wake} {Green}\n"},
          {"<table><tr><td><b>Tea</b><td><b>Dose</b><tr><td>Green<td><p>5 g</p><p>a day</p></table>",
           "table_cell: Tea\ntable_cell: Dose\ntable_cell: Green {Tea}\ntable_cell: 5 g {Dose} {Green}\ntable_cell: a "
           "day "
           "{Dose} {Green}\n"},
          {"<table><tr><td>No<td>headers<tr><td>at<td>all</table>",
           "table_cell: No\ntable_cell: headers\ntable_cell: at\ntable_cell: all\n"},
          {"<table><tr><th>A<th>B<tr><th colspan=2>Group<tr><td>x<td>y</table>",
           "table_cell: A\ntable_cell: B\ntable_cell: Group {A} {B}\ntable_cell: x {A}\ntable_cell: y {B} {x}\n"},
          {"<table><tr><td>out<table><tr><td>in</table></table>", "table_cell: out\ntable_cell: in\n"},
      });
}

TEST(ReadHtml, ReadsMarksAnchorsAndReferences) {
  expect_blocks(
      "tea.html",
      {
          {"<p id=p1>Tea calms<sup><a href=#r1>1</a>,<a href='#r2'>2</a></sup>, wakes<a "
           "href=#r3><sup>3</sup></a><sup>4</sup> and "
           "<a name=x></a><a href='/y?a&amp;b'>is hot</a>.",
           "paragraph: Tea calms1,2, wakes34 and is hot. #p1 <^1|#r1> <^2|#r2> <^3|#r3> <^4|> <is hot|/y?a&b>\n"},
          {"<h2>References</h2><ol start=3><li id=r3>Doe J.</li><li value=7><p id=r7>Roe "
           "R.</p><p>More.</p></li></ol><h2>End</h2><ol><li>x</ol>",
           "heading2: References\nreference: 3. Doe J. #r3\nreference: 7. Roe R. #r7\nreference: More.\nheading2: "
           "End\nlist_item1: x\n"},
          {"<p>Tea calms the mind.</p><section role=doc-endnotes><h2>Notes</h2><ol><li id=fn1>Doe J. <a "
           "href=#p>back</a></li></ol></section>",
           "paragraph: Tea calms the mind.\nheading2: Notes\nreference: 1. Doe J. back #fn1 <back|#p>\n"},
          {"<section id=s><div id=d><p>One.</p><p>Two.</p></div></section>", "paragraph: One. #d\nparagraph: Two.\n"},
      });
}

TEST(ReadHtml, LeavesUncheckedWhatItsAuthorAsksFor) {
  expect_blocks("tea.html",
                {{"<p>One.</p><!-- claimcheck off reason=\"label\" --><p>Two.</p><!-- claimcheck on --><p>Three.<!-- "
                  "claimcheck off reason='x' --> Four.</p><p>Five.</p>",
                  "paragraph: One.\nparagraph: Two. (label)\nparagraph: Three.\nparagraph: Four. (x)\nparagraph: Five. "
                  "(x)\n"}});
}

TEST(ReadHtml, SaysWhereATagDoesNotEnd) {
  const Document document = read_checked("<p>Tea is hot.</p>\n<p>So\n<a href=\"x>it is.</p>", "tea.html");
  EXPECT_EQ(outline(document), "paragraph: Tea is hot.\nparagraph: So\n");
  EXPECT_EQ(document.problems,
            std::vector<std::string>{"line 3: a tag or comment does not end; what follows it is not read"});
}

TEST(ReadHtml, RefusesElementsNestedWithoutEnd) {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "<div>";
  EXPECT_EQ(refusal_of(text + "Tea.", "tea.html"), "tea.html: elements nested more than 500 deep; flatten it");
  std::string flat;
  for (int i = 0; i < 10'000; ++i) flat += "<p><li><td>x";
  EXPECT_EQ(refusal_of(flat, "tea.html"), "");
}

}  // namespace
}  // namespace claimcheck
