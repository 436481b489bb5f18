"""Rows and marks in the interface's words, and what mends each."""

from __future__ import annotations

from datetime import timedelta

import pytest

from editor.core.messages import say
from editor.domain.article import Status
from editor.domain.concern import Concern, Mark
from editor.timeline import timeline
from editor.ui.widgets.timeline_rows import icon_of, marks_of, mending, rows_of
from tests.builders import NOON, a_link, an_article, an_external, some_settings


def test_entries_come_first_and_what_cannot_stand_there_last() -> None:
    target = an_article(headline="", status=Status.PUBLISHED, published=NOON - timedelta(hours=3))
    links = (
        a_link(pending="on-its-way", on_timeline=True),
        a_link(external=an_external(headline="Old", published=NOON - timedelta(days=90)), on_timeline=True),
        a_link(target, on_timeline=True),
    )
    found = timeline(
        an_article(links=links), {target.id: target}, settings=some_settings(), edition_locale="sw", at=NOON
    )
    rows = rows_of(found, "sw")
    assert [(row.headline, bool(row.date)) for row in rows] == [
        ("No headline yet", True),
        ("Old", True),
        ("on-its-way", False),
    ]
    assert rows[0].when.endswith("· saa 3 zilizopita")
    assert [(mark.icon, mark.is_quiet) for mark in rows[0].marks] == [("recent", True), ("language", True)]
    assert [(mark.icon, mark.is_quiet) for mark in rows[2].marks] == [("warn", False)]
    assert [mark.concern for mark in marks_of(found, links[0].id)] == [Concern.NOT_THERE]
    assert [mark.concern for mark in marks_of(found, links[2].id)] == [Concern.SILENCE, Concern.UNTRANSLATED]
    assert marks_of(found, "gone") == ()


@pytest.mark.parametrize("concern", list(Concern))
def test_everything_that_is_marked_has_a_sign_and_words_that_mend_it(concern: Concern) -> None:
    mark = Mark(concern, say("x"), "article")
    assert str(mending(mark)) == "Open the article"
    assert icon_of(mark) in {"warn", "recent", "language"}
    if concern not in {Concern.UNSEEN, Concern.UNTRANSLATED}:  # these always name an article
        assert str(mending(Mark(concern, say("x"))))
