"""Heads as Qt's views ask for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from editor.domain.article import ArticleHead, Status, TranslationState
from editor.domain.authorship import Authorship
from editor.domain.signing import sign_off
from editor.ui.widgets.article_mime import ids_in
from editor.ui.widgets.article_model import HEAD_ROLE, OPEN_ROLE, ArticleModel
from tests.builders import NOON, an_article


def a_head(number: int, **fields: object) -> ArticleHead:
    given: dict[str, object] = {
        "id": f"{number:032x}",
        "language": "en",
        "slug": f"s{number}",
        "headline": f"Number {number}",
        "status": Status.DRAFT,
        "section": "",
        "authorship": Authorship.NOT_STATED,
        "translation_set": "",
        "published": None,
        "changed_at": NOON,
    }
    return ArticleHead(**{**given, **fields})  # type: ignore[arg-type]


@pytest.fixture
def model(qapp: QApplication) -> ArticleModel:
    made = ArticleModel(qapp)
    made.set_clock("Africa/Nairobi", NOON)
    return made


def _said(model: ArticleModel, role: int) -> list[object]:
    return [model.data(model.index(row), role) for row in range(model.rowCount())]


def test_rows_say_headline_status_time_and_language(model: ArticleModel) -> None:
    old = a_head(2, status=Status.PUBLISHED, published=NOON - timedelta(days=9), headline="", language="sw")
    model.show_heads([a_head(1), old])
    assert _said(model, Qt.ItemDataRole.DisplayRole) == ["Number 1", "No headline yet"]
    assert model.second_line(model.heads[0]).startswith("Draft · 15:00")
    assert model.second_line(old) == "Published · 5 Jan · Kiswahili"


def test_an_article_changed_since_its_sign_off_says_so_and_follows_the_typing(model: ArticleModel) -> None:
    signed = sign_off(an_article(id=a_head(1).id, body="One."), "Asha", NOON)
    article = signed.on(an_article(id=a_head(1).id, body="One."))
    model.show_heads([a_head(1), a_head(2, is_unsigned=True)])
    assert "changed since sign-off" not in model.second_line(model.heads[0])
    assert model.second_line(model.heads[1]).startswith("Draft · changed since sign-off · ")
    assert "changed since sign-off" in str(_said(model, Qt.ItemDataRole.AccessibleTextRole)[1])
    model.follow(replace(article, body="Two."))
    assert model.heads[0].is_unsigned
    model.follow(article)
    assert not model.heads[0].is_unsigned


def test_a_labelled_row_is_higher_and_says_so(model: ArticleModel) -> None:
    model.set_sizes(QSize(0, 10), QSize(0, 20), QSize(0, 15), QSize(0, 25))
    model.show_heads([a_head(1), a_head(2, hero_is_ai=True)])
    assert _said(model, Qt.ItemDataRole.SizeHintRole) == [QSize(0, 10), QSize(0, 20)]
    assert "AI" in str(_said(model, Qt.ItemDataRole.AccessibleTextRole)[1])


def test_the_open_article_is_known(model: ArticleModel) -> None:
    model.show_heads([a_head(1), a_head(2)])
    model.set_open(model.heads[1].id)
    assert _said(model, OPEN_ROLE) == [False, True]


def test_saved_words_show_in_place(model: ArticleModel) -> None:
    article = an_article(headline="Changed")
    model.show_heads([a_head(1), a_head(2, id=article.id)])
    model.follow(article)
    assert _said(model, Qt.ItemDataRole.DisplayRole) == ["Number 1", "Changed"]
    assert model.row_of(article.id) == 1
    assert model.row_of("nobody") == -1


def test_a_drag_carries_ids_and_no_row_outside_exists(model: ArticleModel) -> None:
    model.show_heads([a_head(1), a_head(2)])
    assert ids_in(model.mimeData([model.index(1)])) == (model.heads[1].id,)
    assert model.data(model.index(7), HEAD_ROLE) is None


def test_the_languages_of_a_set_take_a_line_and_are_said_in_words() -> None:
    states = (
        ("en", TranslationState.SOURCE),
        ("sw", TranslationState.SOURCE_CHANGED),
        ("ar", TranslationState.MISSING),
    )
    model = ArticleModel()
    model.set_sizes(QSize(0, 10), QSize(0, 20), QSize(0, 15), QSize(0, 25))
    model.show_heads([a_head(1, translations=states), a_head(2, translations=states, hero_is_ai=True)])
    heights = [model.index(row).data(Qt.ItemDataRole.SizeHintRole).height() for row in (0, 1)]
    assert heights == [15, 25]
    for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
        said = model.index(0).data(role)
        assert "English: the original. Kiswahili: source changed. العربية: missing" in said


@pytest.mark.parametrize(
    ("tags", "said"), [(("ar",), "no \u2068العربية\u2069"), (("ar", "ja", "fr"), "3 languages missing")]
)
def test_an_article_alone_says_in_its_second_line_what_is_missing(tags: tuple[str, ...], said: str) -> None:
    states = (("en", TranslationState.SOURCE), *((tag, TranslationState.MISSING) for tag in tags))
    model = ArticleModel()
    model.set_sizes(QSize(0, 10), QSize(0, 20), QSize(0, 15), QSize(0, 25))
    model.show_heads([a_head(1, translations=states)])
    assert model.index(0).data(Qt.ItemDataRole.SizeHintRole).height() == 10
    assert f" · {said} · " in model.second_line(model.heads[0])
    shorter = model.second_lines(model.heads[0])
    assert [len(one) for one in shorter] == sorted((len(one) for one in shorter), reverse=True)
    assert said not in shorter[1]
    assert shorter[-1] == "Draft"


def test_a_published_article_that_readers_cannot_see_yet_says_until_when_it_waits(model: ArticleModel) -> None:
    scheduled = a_head(1, status=Status.PUBLISHED, published=NOON + timedelta(days=2))
    held = a_head(2, status=Status.PUBLISHED, published=NOON, embargo=NOON + timedelta(hours=3))
    draft = a_head(3, embargo=NOON + timedelta(days=2))
    model.show_heads([scheduled, held, draft])
    said = [model.second_line(head) for head in model.heads]
    assert said[0] == "Waits until 16 Jan · English"
    assert said[1] == "Waits until 18:00 · English"
    assert said[2].startswith("Draft")
    tips = _said(model, Qt.ItemDataRole.ToolTipRole)
    assert "2026-01-16 15:00" in str(tips[0])
    assert "Africa/Nairobi" in str(tips[0])
