"""What programs put on the clipboard becomes Markdown that says it, and nothing else."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.markup.parsing import parse
from editor.markup.pasted import markdown_of, text_of
from editor.markup.plain import collapse, plain_blocks
from editor.markup.rendering import render
from tests.markup.test_plain import HOSTILE

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p {mso-x:1} --></style>
<xml><w:View>Normal</w:View></xml></head><body lang=EN-US><!--StartFragment-->
<p class=MsoTitle>The ferry</p>
<p class=MsoNormal>It left <b style='mso-bidi-font-weight:normal'>on</b><b> time</b>, at&nbsp; noon.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7pt'>&nbsp;&nbsp; </span></span></span>
<![endif]>One<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span
style='mso-list:Ignore'>3.<span>&nbsp;</span></span><!--[endif]-->Inner</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Two</p>
<p class=MsoQuote>Said so.</p><div style='mso-element:comment-list'><p>a comment</p></div>
<!--EndFragment--></body></html>"""
DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h3>Title</h3><p><span
style="font-weight:400;font-style:normal">Plain </span><span style="font-weight:700;font-style:italic">both</span></p>
<br><ul><li aria-level="1"><p role="presentation"><span>a</span></p></li><ul><li><p><span>b</span></p></li></ul>
<li><p>c</p></li></ul></b>"""
WORD_ONLINE = """<div><p>Intro</p></div><div class="ListContainerWrapper"><ul role="list"><li data-aria-level="1"><p>one
</p></li></ul></div><div><ul><li data-aria-level="2"><p>two</p></li></ul></div><div><ol start=1><li
data-aria-level="1"><p>n1</p></li></ol></div><div><ol start=2><li data-aria-level="1"><p>n2</p></li></ol></div>"""
MAIL = """<div dir="ltr"><div>Hi,</div><div><br></div><div>line<br>two<br><br>three</div><blockquote class="quote">
<div>q1<blockquote>q2</blockquote></div></blockquote><img width=1 height=1 src="https://t.example/p.gif"></div>"""
OFFICE = """<body><h1 class="western">One</h1><ol><li><p>first</p></li><li><p>second</p><p>more</p></li></ol>
<table><tr><td><p>A|B</p></td><td><p>C</p><p>D</p></td></tr><tr><td>1</td><td rowspan="2">2</td></tr><tr><td>3</td></tr>
</table><pre>x `y`
  z</pre></body>"""


def _none(_source: str, _alt: str) -> str | None:
    return None


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        (
            WORD,
            "## The ferry\n\nIt left **on time**, at noon.\n\n- One\n    3. Inner\n- Two\n\n> Said so.",
        ),
        (DOCS, "## Title\n\nPlain **_both_**\n\n- a\n    - b\n- c"),
        (WORD_ONLINE, "Intro\n\n- one\n    - two\n\n1. n1\n2. n2"),
        (MAIL, "Hi,\n\nline\\\ntwo\n\nthree\n\n> q1\n>\n> > q2"),
        (
            OFFICE,
            """## One

1. first
2. second

    more

| A\\|B | C D |
| --- | --- |
| 1 | 2 |
| 3 |  |

```
x `y`
  z
```""",
        ),
    ],
    ids=["word", "docs", "word online", "mail", "office"],
)
def test_each_program_s_html_becomes_clean_markdown(pasted: str, expected: str) -> None:
    assert markdown_of(pasted, _none) == expected


def test_headings_are_fitted_to_an_article() -> None:
    headings = "<h1>a</h1><h4>b</h4><h4>c</h4><h2>d</h2><h1>e</h1>"
    assert markdown_of(headings, _none).split("\n\n") == ["## a", "### b", "### c", "### d", "## e"]


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ('<a href="https://x.example/a_(b)?q=1&amp;lt;2">w*w</a>', r"[w\*w](https://x.example/a_%28b%29?q=1%26lt;2)"),
        ('<a href="https://x.example/a_b">https://x.example/a_b</a>', "<https://x.example/a_b>"),
        ('<a href="mailto:desk@x.example">desk@x.example</a>', "<desk@x.example>"),
        ('<a href="https://t.example/c?u=https%3A%2F%2Fx.example">x</a>', "[x](https://t.example/c?u=https%3A%2F%2Fx.example)"),
        ('<a href="javascript:alert(1)">j</a>', "j"),
        ('<a href=" java&#10;script:alert(1)">j</a>', "j"),
        ('<a href="file:///C:/Temp/msohtmlclip1/01/clip_filelist.xml">f</a>', "f"),
        ('<a href="#_ftn1">[1]</a>', r"\[1\]"),
        ('<a href="/about">about</a>', "about"),
    ],
)  # fmt: skip
def test_links_lead_to_the_web_and_to_mail_only(pasted: str, expected: str) -> None:
    assert markdown_of(f"<p>{pasted}</p>", _none) == expected


def test_no_path_outside_the_newsroom_is_left_by_word() -> None:
    """Pitfall 18: Word's paste leaves links and pictures that lead into folders of the moment."""
    temp = "file:///C:/Temp/msohtmlclip1/01/"
    pasted = f"""<link rel=File-List href="{temp}clip_filelist.xml"><p><a href="{temp}a.htm">words</a>
    <!--[if gte vml 1]><v:imagedata src="{temp}clip_image001.png"/><![endif]-->
    <![if !vml]><img src="{temp}clip_image002.png" alt=Ferry><![endif]></p>"""
    assert markdown_of(pasted, _none) == "words"
    kept = markdown_of(pasted, lambda _source, _alt: "images/0123456789ab-ferry.png")
    assert kept == "words\n\n![Ferry](images/0123456789ab-ferry.png)"


def test_pictures_stand_where_they_stood_with_their_captions() -> None:
    asked: list[tuple[str, str]] = []

    def path(source: str, alt: str) -> str:
        asked.append((source, alt))
        return f"images/{len(asked)}"

    pasted = """<p>before <img src="data:image/png;base64,AA" alt='A "b" ]'> after</p>
    <figure><img src="cid:1"><figcaption>The <b>"ferry"</b> \\</figcaption></figure>
    <ul><li>item <img src="file:///x.png"> more</li><li>two</li></ul>"""
    assert markdown_of(pasted, path).split("\n\n") == [
        "before",
        '![A "b" \\]](images/1)',
        "after",
        r'![](images/2 "The \"ferry\" \\")',
        "- item more",
        "    ![](images/3)\n- two",
    ]
    assert [source for source, _ in asked] == ["data:image/png;base64,AA", "cid:1", "file:///x.png"]


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ("<p>un<i>fair</i>ly <b>a</b><b>b </b>c</p>", "un*fair*ly **ab** c"),
        ("<p><b>one </b><b>two</b> <i> three </i>four</p>", "**one two** _three_ four"),
        ("<p><span style='FONT-WEIGHT: Bold'>b</span> <em style='font-style:normal'>n</em></p>", "**b** n"),
        ("<p>x<br>1. y<br>- z<br>===</p>", "x\\\n1\\. y\\\n\\- z\\\n\\==="),
        ("<p>H<sub>2</sub>O 5 m<sup>2</sup> 1<sup>st</sup></p>", "H₂O 5 m² 1st"),
        ("<p>a<code>x*y`z</code> <q>said</q></p>", "a``x*y`z`` “said”"),
        ("<p>a<span style='display: none'>no</span><script>no</script><span hidden>no</span>b</p>", "ab"),
        ("<p>kept <del>struck out</del></p>", "kept"),
        ("<p>mot&nbsp;: 5&nbsp;km, a&nbsp;b&nbsp; c&nbsp;</p>", "mot\u00a0: 5\u00a0km, a b c"),
        ("<p>hi <img class=emoji alt='😀' src='https://e.example/1.png'></p>", "hi 😀"),
        ("<table role=presentation><tr><td>a</td><td>b</td></tr><tr><td>c</td><td></td></tr></table>", "a\n\nb\n\nc"),
        ("<pre>a ``` b</pre>", "````\na ``` b\n````"),
        ("<pre><div>a</div><div>b</div></pre>", "```\na\nb\n```"),
        ("<pre class=moz-quote-pre wrap>a mail</pre>", "a mail"),
        ("a<hr>b", "a\n\n---\n\nb"),
        ("<li>a<li>b", "- a\n- b"),
        ("just words", "just words"),
        ("", ""),
    ],
)
def test_small_things_come_out_right(pasted: str, expected: str) -> None:
    assert markdown_of(pasted, _none) == expected


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("around", ["<p>{}</p>", "<ul><li>{}</li></ul>", "<p><b>x</b> {}</p>", "<p>x<br>{}</p>"])
def test_literal_marks_stay_literal(text: str, around: str) -> None:
    said = markdown_of(around.format(html.escape(text)), _none)
    (block,) = plain_blocks(said) or [""]
    # Invisible fillings go, and no-break spaces in a row are one space: as a reader saw it.
    seen = " ".join(collapse(text).split())
    assert " ".join(block.split()).endswith(seen)


@pytest.mark.parametrize(
    "broken",
    [
        "<p>a<p>b<div><b>c</p></div></b></li></td>",
        "<table><tr><td>x<td>y<tr><td>z<td></table></table>",
        "<ul><ul><ul>x</ul></ul></ul>",
        "<![if x", "<!--", "<!", "<?", "</", "<a href='x", "&#0;&#xD800;&#x110000;", "<td>x<tr>y<li>z",
        "\ud800\0<p>\x02a\x03", "<p>a\r\nb\rc</p>", "<b>" * 5000 + "x", "<blockquote><ul><li>" * 2000 + "x",
        "<table><tr><td>" * 1000 + "x", "<div>" * 5000,
    ],
    ids=range(17),
)  # fmt: skip
def test_broken_html_never_raises(broken: str) -> None:
    render(markdown_of(broken, _none))
    text_of(broken)


TAGS = """<p> </p> <b> </b> <i> </i> <br> <ul> </ul> <ol> </ol> <li> </li> <table> </table> <tr> <td> </td> <h2> </h2>
<blockquote> </blockquote> <pre> </pre> <code> </code> <a~href=https://x.example> </a> <img~src=x> <hr> &amp; &#42;
<p~style='mso-list:l0~level3'>"""
SOUP = st.lists(
    st.one_of(st.sampled_from([tag.replace("~", " ") for tag in TAGS.split()]), st.text(max_size=8)), max_size=40
).map("".join)


@given(SOUP)
def test_any_soup_of_tags_becomes_markdown_that_holds_its_words(soup: str) -> None:
    said = markdown_of(soup, _none)
    assert "\0" not in said
    parse(said)


@given(st.lists(st.tuples(st.sampled_from(["b", "i", "span", "u"]), st.sampled_from(list("ab *_.,[`\u00a0")))))
def test_faces_never_change_the_words(runs: list[tuple[str, str]]) -> None:
    pasted = "".join(f"<{tag}>{html.escape(text)}</{tag}>" for tag, text in runs)
    blocks = plain_blocks(markdown_of(f"<p>{pasted}</p>", _none))
    words = "".join("".join(text for _, text in runs).replace("\u00a0", " ").split())
    assert "".join("".join(blocks).replace("\u00a0", " ").split()) == words


def test_ten_megabytes_on_one_line_and_mixed_line_ends_pass() -> None:
    assert len(markdown_of("<p>" + "x" * 1_000_000, _none)) == 1_000_000


def test_words_alone_for_other_fields() -> None:
    assert text_of(WORD).split("\n") == ["The ferry", "It left on time, at noon.", "One", "Inner", "Two", "Said so."]
    assert text_of(OFFICE).split("\n")[1:] == ["first", "second", "more", "A|B\tC D", "1\t2", "3\t", "x `y`", "z"]
    assert text_of("<p>a <b>b</b>\r\nc</p>") == "a b c"
