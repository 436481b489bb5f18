"""Where pasted pictures are to be had, what is code, what is too long, and how copied Markdown goes out."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from editor.services.pasting import (
    AT_ONCE,
    MOST_COPIED,
    MOST_HTML,
    PictureSource,
    has_pictures,
    html_of,
    is_code,
    is_long,
    is_too_long,
    markdown_of,
    picture_source,
    text_of,
)


def test_a_picture_in_the_html_itself() -> None:
    encoded = base64.b64encode(b"\x89PNG").decode()
    assert picture_source(f"data:image/png;base64,{encoded}") == PictureSource("pasted.png", data=b"\x89PNG")
    assert picture_source(f"data:image/svg+xml;charset=utf-8;base64,{encoded}") == PictureSource(
        "pasted.svg", data=b"\x89PNG"
    )
    assert picture_source("data:image/gif,%47IF") == PictureSource("pasted.gif", data=b"GIF")
    assert picture_source("data:image/png;base64,A") is None


def test_a_picture_in_a_file_of_this_computer() -> None:
    assert picture_source("file:///pictures/lu%201.png") == PictureSource("lu 1.png", path=Path("/pictures/lu 1.png"))
    assert picture_source("FILE://localhost/pictures/a.png") == PictureSource("a.png", path=Path("/pictures/a.png"))
    windows = picture_source("file:///C:/Temp/clip_image001.png")
    assert windows is not None
    assert windows.path == Path("C:/Temp/clip_image001.png")


@pytest.mark.parametrize(
    "address",
    [
        "https://x.example/a.png",
        "//x.example/a.png",
        "cid:part1",
        "blob:https://x.example/1",
        "file://server/share/a.png",
        "file:////server/share/a.png",
        "file:///%5C%5Cserver/share/a.png",
        "file:///a%00b.png",
        "",
    ],
)
def test_what_is_elsewhere_is_not_asked_for(address: str) -> None:
    assert picture_source(address) is None


def test_the_coloured_text_of_a_code_editor_is_its_text() -> None:
    editor = (
        "<meta charset='utf-8'><div style=\"color: #000;font-family: Mono;white-space: pre;\"><div>**a**</div></div>"
    )
    assert is_code(editor)
    assert not is_code("<div>white-space: pre</div>")


def test_lengths_count_without_pictures() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * (MOST_HTML + 1)}">'
    assert not is_long(picture)
    assert not is_too_long(picture)
    assert is_long("x" * (AT_ONCE + 1))
    assert not is_too_long("x" * (AT_ONCE + 1))
    assert is_too_long("x" * (MOST_HTML + 1))


def test_there_and_back() -> None:
    assert html_of("a **b**\n\n- c") == "<p>a <strong>b</strong></p>\n<ul>\n<li>c</li>\n</ul>\n"
    assert html_of("![Ferry](images/0123456789ab-ferry.png)") == "<p>Ferry</p>\n"
    assert html_of("x" * (MOST_COPIED + 1)) == ""
    assert markdown_of("<p>a <b>b</b></p>", lambda _source, _alt: None) == "a **b**"
    assert text_of("<p>a <b>b</b></p>") == "a b"
    assert has_pictures("<IMG src=x>")
    assert not has_pictures("<p>img</p>")
