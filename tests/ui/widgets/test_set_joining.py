"""What stands in the form before an article comes to a translation set."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.services.translations import Translations
from editor.ui.jobs import Jobs
from editor.ui.offers import Offers
from editor.ui.widgets.set_joining import SetJoining
from tests.builders import NOON, a_link, an_article, an_external, created


@pytest.fixture
def form(qtbot: QtBot, desk: Desk) -> Iterator[SetJoining]:
    jobs = Jobs()
    offers = Offers(desk.articles, desk.search, desk.related)
    made = SetJoining(Translations(desk.articles, desk.newsroom, desk.clock), offers, jobs)
    qtbot.addWidget(made)
    made.show()
    yield made
    qtbot.waitUntil(jobs.is_idle)
    jobs.stop_all()


def _said(form: SetJoining) -> str:
    label = form.findChild(QLabel, "translations.joining.said")
    assert label is not None
    return label.text()


def test_what_is_given_up_is_named_and_a_later_change_is_looked_at_again(form: SetJoining, desk: Desk) -> None:
    link, other = (a_link(external=an_external(headline=name)) for name in ("One", "Two"))
    english = an_article(id="en", headline="Drums", published=NOON, links=(link,))
    swahili = an_article(id="sw", language="sw", headline="Ngoma", links=(other,))
    desk.articles.apply(created(english, swahili))
    form.begin(desk.articles.get("en"), "UTC")
    do = form.findChild(QPushButton, "translations.joining.do")
    assert do is not None
    assert not do.isEnabled()
    form.finder.picked.emit("sw")
    assert do.isEnabled()
    assert "in place of its own: links." in _said(form)
    assert "kept as a version" in _said(form)
    desk.articles.apply(created(an_article(id="sw2", language="sw", headline="Tena", translation_set="en")))
    form.follow(desk.articles.get("en"))
    assert "“Tena” is the translation in “sw” already" in _said(form)
    assert not do.isEnabled()
