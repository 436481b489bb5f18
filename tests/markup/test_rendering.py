from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.markup.rendering import render


def a_figure(path: str, alt: str, title: str) -> str:
    return f"<figure>{path};{alt};{title}</figure>"


def test_typed_html_is_shown_as_it_was_typed() -> None:
    assert render('<script>alert("x")</script>') == '<p>&lt;script&gt;alert("x")&lt;/script&gt;</p>\n'
    assert "<b" not in render("<b onclick=go()>bold</b>\n\n<div>\n\n</div>\n\n<!-- c --> <?p?> <![CDATA[x]]>")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/x",
        "/local",
        "page.html",
        "http:",
    ],
)
def test_a_dangerous_or_local_address_is_kept_as_text_and_never_linked(address: str) -> None:
    html = render(f"[words]({address})")
    assert "<a" not in html
    assert "words" in html


@pytest.mark.parametrize("address", ["https://example.org/a", "http://example.org", "mailto:desk@example.org"])
def test_the_three_kinds_of_address_are_links(address: str) -> None:
    assert render(f"[words]({address})") == f'<p><a href="{address}">words</a></p>\n'


def test_an_address_in_another_script_is_encoded_for_the_page() -> None:
    assert 'href="https://xn--exmple-cua.org/%C3%A4"' in render("[w](https://exämple.org/ä)")


def test_headings_begin_at_the_second_level_and_leave_none_out() -> None:
    assert render("### A\n\n# B\n\n#### C\n\n##### D") == "<h2>A</h2>\n<h2>B</h2>\n<h3>C</h3>\n<h4>D</h4>\n"
    assert render("# A\n\n## B", heading=3) == "<h3>A</h3>\n<h4>B</h4>\n"


def test_a_picture_stands_beside_its_paragraph_never_inside() -> None:
    path = "images/0123456789ab-фото.png"
    assert render(f'![alone]({path} "cap")', picture=a_figure) == f"<figure>{path};alone;cap</figure>"
    html = render(f"before ![in]({path}) after", picture=a_figure)
    assert html == f"<p>before</p>\n<figure>{path};in;</figure><p>after</p>\n"


def test_a_picture_inside_a_link_or_a_heading_comes_after_it() -> None:
    html = render("[![a](images/0123456789ab-a.png)](https://x.example)", picture=a_figure)
    assert html.startswith('<p><a href="https://x.example">https://x.example</a></p>')
    assert html.endswith("<figure>images/0123456789ab-a.png;a;</figure>")
    assert render("# T ![a](images/x)", picture=a_figure) == "<h2>T </h2>\n<figure>images/x;a;</figure>"


def test_a_picture_that_is_not_there_leaves_its_words() -> None:
    assert render("![the words](images/gone.png)", picture=lambda *_: None) == "<p>the words</p>\n"
    assert render("![far](https://x.example/a.png)") == '<p><a href="https://x.example/a.png">far</a></p>\n'
    nested = render("[![far](https://x.example/a.png)](https://y.example)")
    assert nested == '<p><a href="https://y.example">far</a></p>\n'


def test_a_typed_picture_place_is_only_text() -> None:
    html = render('<img data-picture="0"> ![a](images/x)', picture=a_figure)
    assert html.count("<figure>") == 1
    assert "&lt;img data-picture" in html


def test_a_table_is_aligned_by_class_because_pages_forbid_inline_style() -> None:
    html = render("| a | b |\n|---|--:|\n| c | d |")
    assert "style" not in html
    assert '<td class="align-right">d</td>' in html


@given(st.text(alphabet="a b\n\t<>/!?\"'=&;:()[]*_`#-+1.|~\\ئ", max_size=200))
def test_any_text_gives_html_that_a_foreign_parser_reads_without_script_or_handler(text: str) -> None:
    tree = html5lib.parse(render(text, picture=a_figure), namespaceHTMLElements=False)
    for element in tree.iter():
        assert element.tag not in {"script", "style", "iframe", "img", "object", "form", "input"}
        assert not any(name.startswith("on") or name == "style" for name in element.attrib)


@given(st.text(alphabet="a b\n\\`*_[]()<>&;#!\x02\x0342klzwxh:0", max_size=120))
def test_nothing_of_the_parsers_own_marks_is_left(text: str) -> None:
    html = render(text)
    assert "\x02" not in html
    assert "\x03" not in html
    assert "klzzwxh" not in html or "klzzwxh" in text.replace("\x02", "").replace("\x03", "")


def test_threads_may_render_at_once() -> None:
    texts = [f"# {n}\n\n*{n}* [a](https://x.example/{n})\n\n- {n}" for n in range(40)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(render, texts)) == [render(text) for text in texts]


def test_lists_quotations_and_breaks_are_written_plainly() -> None:
    assert render("- a\n- b\n    3. c\n\n> d  \n> e") == (
        '<ul>\n<li>a</li>\n<li>b\n<ol start="3">\n<li>c</li>\n</ol>\n</li>\n</ul>\n'
        "<blockquote>\n<p>d<br>\ne</p>\n</blockquote>\n"
    )


def test_the_deepest_text_is_rendered_far_down_the_stack() -> None:
    deep = "- a\n\n" + "\n\n".join("    " * level + "- a" for level in range(60)) + "- " * 500

    def further_down(levels: int) -> str:
        return further_down(levels - 1) if levels else render(deep + "\n\n" + "> " * 500)

    assert further_down(200)
