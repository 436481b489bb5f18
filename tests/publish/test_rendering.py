"""Templates see the page model and nothing else, and every page is whole HTML."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from jinja2.exceptions import SecurityError, UndefinedError

from editor.core.resources import resources_root
from editor.domain.settings import PictureBadge
from editor.publish.pages import Picture, Run
from editor.publish.rendering import _environment, picture_html
from editor.publish.theme import Theme, load_theme
from editor.publish.theme_limits import Limited
from tests.publish.newsrooms import a_full_desk
from tests.publish.reading_pages import parse


@pytest.mark.parametrize("locale", ["en", "sw", "ar", "ja"])
def test_every_page_is_read_without_a_parse_error(locale: str) -> None:
    for path, html in a_full_desk().pages(locale).items():
        page = parse(html)
        assert page.get("lang"), path
        assert len(page.findall(".//h1")) == 1, path
        assert page.find(".//title") is not None, path


def test_ids_are_given_once_and_labels_name_what_is_there() -> None:
    for path, html in a_full_desk().pages().items():
        page = parse(html)
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), path
        for element in page.iter():
            if (label := element.get("aria-labelledby")) is not None:
                assert label in ids, (path, label)


def test_no_page_asks_anybody_else_for_anything() -> None:
    for path, html in a_full_desk().pages().items():
        for element in parse(html).iter():
            for name in ("src", "srcset", "poster", "data", "background"):
                assert "//" not in element.get(name, ""), path
            if element.tag == "link" and element.get("rel") == "stylesheet":
                assert "//" not in element.get("href", ""), path
            assert element.get("style") is None, path


def test_the_label_of_an_ai_image_is_text_beside_it() -> None:
    figure = picture_html(
        Picture(alt=Run("A drum", "en", "ltr"), label=Run("Picha iliyoundwa na AI", "sw", "ltr")), "en", load_theme("")
    )
    assert '<span class="ai-label" lang="sw" dir="ltr">Picha iliyoundwa na AI</span>' in figure
    assert "<img" not in figure


def test_the_label_is_heard_once_and_first_below_its_picture() -> None:
    desk = a_full_desk()
    desk.settings = replace(desk.settings, picture_badge=PictureBadge.CORNER)
    seen = Counter[str]()
    for path, html in desk.pages().items():
        page = parse(html)
        for figure in page.iter("figure"):
            labels = _with_class(figure, "ai-label")
            badges = _with_class(figure, "ai-badge")
            seen.update(label=len(labels), badge=len(badges))
            assert [one.get("aria-hidden") for one in labels] == [None] * len(labels), path
            assert [one.get("aria-hidden") for one in badges] == ["true"] * len(badges), path
            assert len(badges) <= len(labels) <= 1, path
            if labels:
                caption = figure.find("figcaption")
                assert caption is not None
                assert caption[0] is labels[0]
                alts = [image.get("alt", "") for image in figure.iter("img")]
                assert not any(str(labels[0].text) in alt for alt in alts), path
        for place in (*page.findall(".//header/.."), *_with_class(page, "card")):
            at_pictures = [one.text for figure in place.iter("figure") for one in _with_class(figure, "ai-label")]
            for row in place.findall("p[@class='labels sans']"):
                seen.update(row=len(row))
                hidden = [label.text for label in row if label.get("aria-hidden") == "true"]
                assert hidden == [label.text for label in row if label.text in at_pictures], path
    assert min(seen.values()) > 3


def _with_class(place: Element, name: str) -> list[Element]:
    return [one for one in place.iter() if name in (one.get("class") or "").split()]


def test_a_sign_says_by_its_form_what_ai_did() -> None:
    label = Run("L", "de", "ltr")
    made = Picture(src="a.jpg", width=900, badge=Run("KI", "de", "ltr"), origin="ai-modified", label=label)
    figure = picture_html(made, "de", load_theme(""))
    assert '<span class="ai-badge ai-modified sans" aria-hidden="true">KI</span>' in figure
    assert "badged" not in picture_html(replace(made, badge=None), "de", load_theme(""))


def test_a_picture_with_a_file_keeps_its_room_and_its_words() -> None:
    figure = picture_html(
        Picture(src="a.jpg", srcset="a.jpg 1w", width=3, height=2, alt=Run('"<b>', "ar", "rtl")), "en", load_theme("")
    )
    assert 'width="3" height="2" alt="&#34;&lt;b&gt;" lang="ar" dir="rtl"' in figure
    assert 'loading="lazy"' in figure


def test_a_picture_too_small_for_its_column_says_so() -> None:
    def kind(width: int) -> str:
        figure = picture_html(Picture(src="a.jpg", width=width, height=9), "en", load_theme(""))
        return figure.partition('"')[2].partition('"')[0]

    assert (kind(479), kind(480)) == ("picture inside small", "picture inside")


def test_a_decorative_picture_has_an_empty_alternative() -> None:
    assert ' alt="" loading' in picture_html(Picture(src="a.jpg", width=1, height=1), "en", load_theme(""))


@pytest.mark.parametrize("source", ["{{ page.__class__ }}", "{{ ''.__class__.__mro__ }}", "{{ page._private }}"])
def test_a_template_of_ones_own_cannot_reach_behind_the_model(source: str, tmp_path: Path) -> None:
    template = _environment(_own_theme(tmp_path)).from_string(source)
    with pytest.raises((SecurityError, UndefinedError)):
        template.render(page=Run("x", "en", "ltr"))


def test_a_template_that_names_what_is_not_there_is_found_out(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError):
        _environment(_own_theme(tmp_path)).from_string("{{ page.nothing }}").render(page=Run("x", "en", "ltr"))
    with pytest.raises(AttributeError):
        _environment(load_theme("")).from_string("{{ page.nothing }}").render(page=Run("x", "en", "ltr"))


def test_what_an_own_template_builds_on_runs_in_the_sandbox_too(tmp_path: Path) -> None:
    environment = _environment(_own_theme(tmp_path))
    assert isinstance(environment, Limited)
    assert environment.get_template("base.html").environment is environment


def test_a_folder_beside_the_shipped_templates_is_foreign() -> None:
    theme = load_theme("")
    beside = replace(theme, folders=(resources_root() / "sample", *theme.folders))
    assert isinstance(_environment(beside), Limited)
    assert not isinstance(_environment(theme), Limited)


def _own_theme(folder: Path) -> Theme:
    (folder / "harbour").mkdir()
    return load_theme("harbour", folder)


def test_a_fixed_scheme_is_said_at_the_root() -> None:
    assert 'data-scheme="dark"' not in a_full_desk().pages("en")["en/index.html"]


@pytest.mark.parametrize("locale", ["en", "sw", "ar", "ja"])
def test_the_timeline_is_an_ordered_list_of_instants_in_utc_under_a_heading(locale: str) -> None:
    found = 0
    for path, html in a_full_desk().pages(locale).items():
        for section in parse(html).findall(".//section[@class='timeline']"):
            found += 1
            heading = section.find("h2")
            assert heading is not None, path
            assert heading.get("class") == "unseen", path
            assert (heading.text or "").strip(), path
            assert section.get("aria-labelledby") == heading.get("id"), path
            items = section.findall("./ol/li")
            instants = [item.find(".//time").get("datetime", "") for item in items]  # type: ignore[union-attr]
            assert len(items) > 1, path
            assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", one) for one in instants), path
            assert instants == sorted(instants, reverse=True), path
    assert found
