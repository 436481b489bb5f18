"""What a newsroom writes for a label stands on its pages at once, escaped, and is known when a page comes in again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import escape

from editor.bootstrap import Desk
from editor.core.errors import UserError
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.edits import EditSettings
from editor.domain.page_label import PageLabel
from editor.i18n.page_words import own_words
from editor.publish.furniture import furniture
from editor.services.publishing import ExportRequest
from editor.services.taking_in import TakingInOptions
from tests.services.newsdesks import a_news_desk, first_article


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_news_desk(tmp_path / "desk") as opened:
        yield opened


def _say(desk: Desk, locale: str, **words: str) -> None:
    before = desk.newsroom.settings
    labels = {key: PageLabel(text=text, english="x") for key, text in words.items()}
    desk.articles.apply(EditSettings(before, replace(before, page_labels={locale: labels}), say("x")))


def test_own_words_are_on_the_page_and_in_the_preview_at_once(desk: Desk, tmp_path: Path) -> None:
    desk.publishing.export(ExportRequest(out=tmp_path / "out"), quiet())
    before = (tmp_path / "out" / "sw/drums-at-dusk/index.html").read_text()
    _say(desk, "sw", skip_to_content="Ruka hadi habari")
    desk.publishing.export(ExportRequest(out=tmp_path / "out"), quiet())
    after = (tmp_path / "out" / "sw/drums-at-dusk/index.html").read_text()
    assert "Ruka hadi habari" not in before
    assert "Ruka hadi habari" in after
    assert desk.preview.page(first_article(desk), "sw") == after
    assert "Ruka hadi habari" not in desk.preview.page(first_article(desk), "en")


def test_a_page_with_own_words_comes_in_again(desk: Desk, tmp_path: Path) -> None:
    _say(desk, "sw", people_saying="Maoni ya watu", related="Habari za karibu", decline="Hapana")
    article = replace(first_article(desk), headline="Another one", reactions="Many are glad.")
    text = desk.preview.text(article, "sw")
    assert "Maoni ya watu" in text
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    options = TakingInOptions(zone="Asia/Tokyo", language="en")
    understood = desk.taking_in.read([tmp_path / "page.txt"], options, quiet())
    assert understood.refused == ()
    assert [one.article.reactions for one in understood.files] == ["Many are glad."]


def test_markup_and_broken_places_are_refused(desk: Desk) -> None:
    for wrong in ("<script>alert(1)</script>", "Na", "Na {names} {x}"):
        with pytest.raises(UserError) as caught:
            _say(desk, "sw", by_line=wrong)
        assert "by_line" in str(caught.value.hint)


def test_markup_that_is_there_all_the_same_is_escaped() -> None:
    labels = {"sw": {"related": PageLabel(text="<script>alert(1)</script>", english="x")}}
    shown = furniture("sw", labels)["related"]
    assert escape(shown) == "&lt;script&gt;alert(1)&lt;/script&gt;"


def test_a_region_takes_the_words_of_its_language() -> None:
    labels = {
        "sw": {"related": PageLabel(text="A", english="x"), "decline": PageLabel(text="B", english="x")},
        "sw-KE": {"related": PageLabel(text="C", english="x")},
    }
    assert dict(own_words(labels, "sw-KE")) == {"related": "C", "decline": "B"}
    assert dict(own_words(labels, "sw")) == {"related": "A", "decline": "B"}
    assert own_words(labels, "fr") == ()
