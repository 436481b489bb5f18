"""A theme: its files are named after what they hold, its colours can be read, its sides mirror."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from editor.core.jobs import quiet
from editor.core.resources import resources_root
from editor.images.reading_back import broken_promise
from editor.publish.theme import load_theme
from editor.publish.verify import verify
from tests.publish.newsrooms import a_full_desk

THEMES = [folder.name for folder in sorted((resources_root() / "themes").iterdir())]
every_theme = pytest.mark.parametrize("name", THEMES)

_SIDES = re.compile(
    r"(?<![-\w])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|float|"
    r"text-align:\s*(?:left|right)|(?:min-|max-)?(?:width|height))\s*:"
)
# Two colours that stand on each other, and the least contrast between them (WCAG 1.4.3, 1.4.11).
_PAIRS = [
    ("ink", "ground", 4.5),
    ("ink", "raised", 4.5),
    ("muted", "ground", 4.5),
    ("muted", "raised", 4.5),
    ("accent", "ground", 4.5),
    ("accent", "raised", 4.5),
    ("ai-ink", "ai-plate", 4.5),
    ("strong-line", "ground", 3.0),
]


def sheet(name: str) -> str:
    return re.sub(r"/\*.*?\*/", "", load_theme(name).stylesheet.data.decode(), flags=re.DOTALL)


def colours(css: str, selector: str) -> dict[str, str]:
    block = css[css.index(selector) :]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block[: block.index("}")]))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@every_theme
def test_files_are_named_after_their_content(name: str) -> None:
    theme = load_theme(name)
    assert re.fullmatch(rf"assets/{name}-[0-9a-f]{{8}}\.css", theme.stylesheet.path)
    assert re.fullmatch(r"assets/consent-[0-9a-f]{8}\.js", theme.consent.path)
    assert re.fullmatch(r"assets/search-[0-9a-f]{8}\.js", theme.search.path)
    assert re.fullmatch(r"assets/icon-[0-9a-f]{8}\.svg", theme.files["icon.svg"].path)
    assert theme.key


@every_theme
def test_every_page_is_drawn_whole(name: str, tmp_path: Path) -> None:
    desk = a_full_desk()
    desk.theme = load_theme(name)
    desk.export(tmp_path / "out")
    found = verify(tmp_path / "out", broken_promise, quiet())
    assert not found.problems
    pages = [path.read_text() for path in (tmp_path / "out").rglob("*.html")]
    assert len(pages) > 50
    for page in pages:
        assert page.count("<h1") == page.count("</h1>") == 1
        assert page.rstrip().endswith("</html>")


@every_theme
@pytest.mark.parametrize("selector", [":root {", ':root:not([data-scheme="light"]) {', ':root[data-scheme="dark"] {'])
def test_colours_can_be_told_apart(name: str, selector: str) -> None:
    found = colours(sheet(name), selector)
    for above, below, least in _PAIRS:
        one, other = sorted((luminance(found[above]), luminance(found[below])))
        assert (other + 0.05) / (one + 0.05) >= least, (selector, above, below)


@every_theme
def test_both_ways_to_darkness_are_the_same(name: str) -> None:
    css = sheet(name)
    assert colours(css, ':root:not([data-scheme="light"]) {') == colours(css, ':root[data-scheme="dark"] {')


@every_theme
def test_no_property_names_a_side(name: str) -> None:
    css = re.sub(r"@media[^{]*|grid-template-columns:[^;]*", "", sheet(name))
    assert _SIDES.findall(css) == []


@every_theme
def test_a_link_of_one_letter_is_wide_enough_to_be_touched(name: str) -> None:
    """A topic may be called “G” or “EU” (WCAG 2.2, 2.5.8: 24 pixels)."""
    links = re.findall(r"^[^{}]* a \{ display: inline-block; [^}]*\}", sheet(name), re.MULTILINE)
    narrow = [
        rule for rule in links if "min-inline-size: 1.5rem" not in rule and "padding: 0.125rem 0.5rem" not in rule
    ]
    assert len(links) >= 5
    assert narrow == []


@every_theme
def test_nothing_is_asked_of_anybody_else(name: str) -> None:
    theme = load_theme(name)
    assert "url(" not in sheet(name)
    assert "@import" not in sheet(name)
    for script in (theme.consent, theme.search):
        forbidden = r"https?:|fetch\(|XMLHttpRequest|innerHTML|eval\(|document\.cookie"
        assert not re.search(forbidden, script.data.decode()), script.path


@every_theme
def test_where_lines_may_end_is_decided_anew_at_each_switch_of_language(name: str) -> None:
    """A Thai name in a Korean page is cut by Thai rules: what Korean asks for ends where its words do."""
    css = sheet(name)
    anew = css[css.index(":root, [lang] {") :]
    anew = anew[: anew.index("}")]
    for rule, language in (("word-break", "ko"), ("line-break", "ja")):
        assert re.search(rf"{rule}: (?:normal|auto);", anew)
        found = re.search(rf":lang\({language}\)[^{{}}]*{{ {rule}: ", css)
        assert found
        assert found.start() > css.index(":root, [lang] {")


def test_an_own_theme_has_an_icon_its_own_where_it_brings_one(tmp_path: Path) -> None:
    (tmp_path / "harbour").mkdir()
    shipped = load_theme("").files["icon.svg"]
    assert load_theme("harbour", tmp_path).files["icon.svg"] == shipped
    (tmp_path / "harbour" / "icon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert load_theme("harbour", tmp_path).files["icon.svg"] != shipped
