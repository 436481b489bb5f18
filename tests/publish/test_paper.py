"""What paper needs besides a page: one file a picture, address and numbers in the margin, what AI made on record."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from editor.publish.furniture import furniture
from editor.publish.paper import asked_for, paper_css, paper_html, provenance_html
from tests.builders import an_image
from tests.publish.newsrooms import a_full_desk

PAGE = "en/two-drum-kits/index.html"


def test_a_page_on_paper_is_the_page_with_one_file_a_picture() -> None:
    page = a_full_desk().pages("en")[PAGE]
    html = paper_html(page, Markup("<p>said</p>"))
    assert "<source" not in html
    assert not re.search(r'srcset=|loading=|sizes="', html)
    assert html.count("<img") == page.count("<img")
    assert "<p>said</p></main>" in html
    assert re.search(r'<link rel="stylesheet" href="paper.css">\n</head>', html)
    assert [*re.findall(r'class="ai-label[^>]*>', html)] == [*re.findall(r'class="ai-label[^>]*>', page)]
    paths = asked_for(html, PAGE)
    assert [one for one in paths if one.endswith(".css")] == [paths[0], "en/two-drum-kits/paper.css"]
    files = a_full_desk().files("html")
    assert {one for one in paths if not one.endswith("paper.css")} <= files.keys()
    assert len([one for one in paths if one.startswith("images/")]) >= 2


@pytest.mark.parametrize(
    ("way", "zero", "begins", "counter"),
    [("ltr", "0", "left", "decimal"), ("rtl", "٠", "right", "arabic-indic"), ("rtl", "۰", "right", "persian")],
)
def test_address_and_page_number_stand_in_the_margin(way: str, zero: str, begins: str, counter: str) -> None:
    css = paper_css("https://news.example/sw/x/", way, zero)
    assert f'@bottom-{begins} {{ content: "https://news.example/sw/x/"' in css
    assert f'counter(page, {counter}) " / " counter(pages, {counter})' in css


def test_no_address_gets_out_of_its_string() -> None:
    css = paper_css('x"} body { display: none } \\ </style>\n', "ltr", "0")
    assert 'content: "x\\22 } body { display: none } \\5c  \\3c /style>\\a "' in css


def test_what_is_on_record_of_ai_pictures_is_said_and_of_no_others() -> None:
    words = furniture("sw", {})
    made = an_image(
        source_type="trainedAlgorithmicMedia",
        ai_system="Painter <b>",
        ai_system_version="3",
        alt={"en": "A drum"},
        credit="The Desk",
    )
    plain = an_image(id="p", source_type="digitalCapture")
    html = str(provenance_html([made, plain, made], words, "sw", "sw"))
    assert html.count("<li>") == 1
    for said in (
        "Picha iliyoundwa na AI",
        '<span lang="en" dir="ltr">A drum</span>',
        "Painter &lt;b&gt; 3",
        "The Desk",
    ):
        assert said in html
    assert "digitalsourcetype/trainedAlgorithmicMedia" in html
    assert provenance_html([plain], words, "sw", "sw") == ""
