"""A theme of the newsroom's own is told what is wrong with it by file and line, and reaches nothing but the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.core.errors import UserError
from editor.publish.frames import Frames
from editor.publish.pages import Frame, Head, Run, WithdrawnPage
from editor.publish.rendering import page_html
from editor.publish.site import Site
from editor.publish.theme import Theme, load_theme
from tests.publish.newsrooms import a_full_desk

GOES_ON = "a loop or a macro goes on for ever, or nearly so"
TOO_LONG = "a template may not do that"


def shown(folder: Path, **files: str | bytes) -> str:
    """Return the English tombstone in a theme of these files."""
    own = folder / "harbour"
    own.mkdir()
    for name, content in files.items():
        path = own / name.replace("__", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    desk = a_full_desk()
    site = desk.site()
    frame = _frame(site, load_theme("harbour", folder))
    said = Run("Taken back", "en", "ltr")
    return page_html(WithdrawnPage(frame=frame, title=said, body=said), load_theme("harbour", folder))


def _frame(site: Site, theme: Theme) -> Frame:
    head = Head(title=Run("T", "en", "ltr"))
    return Frames(site, theme).frame(site.editions[0], "en/x/index.html", head, lambda _: "")


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("fine\n{% if page %}", "withdrawn.html, line 2: Unexpected end of template"),
        ("fine\n\n{{ page.headlin }}", "withdrawn.html, line 3: a page has no such name"),
        ("{{ page.__class__.__mro__ }}", "withdrawn.html, line 1:"),
        ("{{ ''.__class__ }}", "withdrawn.html, line 1: a template may not do that"),
        ("{{ 'a' * 99999999 }}", "withdrawn.html, line 1: a template may not do that"),
        ("{{ 9 ** 9 ** 9 }}", "withdrawn.html, line 1: a template may not do that"),
        ("{{ range(999999999)|list }}", "withdrawn.html, line 1:"),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "a macro calls itself without end"),
        ("{{ 'a' + 1 }}", "withdrawn.html, line 1:"),
        ("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}\n{% endfor %}", "line 1:"),
        (
            "{% for a in 'ab' * 999 %}{% for b in 'ab' * 999 %}{% endfor %}{% endfor %}",
            GOES_ON,
        ),
        ("{% macro a(n) %}{% if n %}{{ a(n - 1) }}{{ a(n - 1) }}{% endif %}{% endmacro %}\n{{ a(60) }}", GOES_ON),
        ("{% set ns = namespace(x='a') %}{% for i in range(99) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}", TOO_LONG),
        ("{% set ns = namespace(x='a') %}{% for i in range(99) %}{% set ns.x = ns.x + ns.x %}{% endfor %}", TOO_LONG),
        (
            (
                "{% set ns = namespace(x='a') %}{% for i in range(99) %}"
                "{% set y %}{{ ns.x }}{{ ns.x }}{% endset %}{% set ns.x = y %}{% endfor %}"
            ),
            TOO_LONG,
        ),
        ("{{ 'a'|center(999999999) }}", TOO_LONG),
        ("{{ 'a'.ljust(999999999) }}", TOO_LONG),
        ("{{ '%999999999d' % 1 }}", "a template may not do that"),
        ("{{ '%*d'|format(99999999, 1) }}", TOO_LONG),
        ("{{ '{:>99999999}'.format(1) }}", TOO_LONG),
        ("{{ 'ab'|slice(99999999)|list }}", TOO_LONG),
        ("{{ lipsum(99999999) }}", "withdrawn.html, line 1:"),
        ('{% include "../../../../etc/passwd" %}', "which is not there"),
        ('{% include "nowhere.html" %}', "asks for the template “nowhere.html”"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(tmp_path: Path, template: str, words: str) -> None:
    with pytest.raises(UserError) as caught:
        shown(tmp_path, withdrawn__html=template)
    assert words in str(caught.value)


def test_a_theme_builds_on_ours_and_takes_what_it_lacks(tmp_path: Path) -> None:
    template = '{% extends "newspaper/withdrawn.html" %}{% block kind %}mine{% endblock %}'
    html = shown(tmp_path, withdrawn__html=template, logo__png=b"PNG", style__css="a { background: url(logo.png) }")
    assert '<body class="mine">' in html
    assert "Taken back" in html
    sheet = load_theme("harbour", tmp_path).stylesheet
    logo = load_theme("harbour", tmp_path).files["logo.png"]
    assert f'url("{logo.path.rpartition("/")[2]}")' in sheet.data.decode()


def test_every_file_is_in_the_key(tmp_path: Path) -> None:
    shown(tmp_path, withdrawn__html="a", style__css="b", logo__png=b"c", theme__toml='from = "magazine"')
    seen = {load_theme("harbour", tmp_path).key}
    for name in ("withdrawn.html", "style.css", "logo.png", "theme.toml"):
        (tmp_path / "harbour" / name).write_text('from = "newspaper"' if name == "theme.toml" else "other")
        seen.add(load_theme("harbour", tmp_path).key)
    (tmp_path / "harbour" / "article.html").write_text("new")
    seen.add(load_theme("harbour", tmp_path).key)
    assert len(seen) == 6


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("evil.js", b"alert(1)", "“evil.js”, which pages cannot use"),
        ("theme.toml", b'from = "elsewhere"', "no shipped theme"),
        ("theme.toml", b"from = ", "cannot be read"),
        ("style.css", b"\xff\xfe", "no text that can be read"),
        ("big.png", b"0" * 8_000_001, "larger than 8 MB"),
    ],
)
def test_what_a_theme_may_not_hold_is_refused(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / "harbour").mkdir()
    (tmp_path / "harbour" / name).write_bytes(content)
    with pytest.raises(UserError, match=words):
        load_theme("harbour", tmp_path)


@pytest.mark.parametrize("name", ["logo.png", "article.html", "style.css"])
def test_no_folder_outside_is_reached_by_a_link(tmp_path: Path, name: str) -> None:
    (tmp_path / "harbour").mkdir()
    (tmp_path / "harbour" / name).symlink_to(tmp_path / "secret.png")
    with pytest.raises(UserError, match="no file of its own"):
        load_theme("harbour", tmp_path)
