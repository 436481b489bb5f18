"""Languages that editions lack, translations whose source moved on, and two articles of one language."""

from __future__ import annotations

from dataclasses import replace

from editor.domain.article import Article, Status
from editor.domain.settings import Edition, NewsroomSettings
from editor.domain.translation import approve
from tests.builders import NOON
from tests.checks.looks import GOOD, found, looking

SETTINGS = NewsroomSettings(name="Desk", editions=(Edition(locale="en"), Edition(locale="sw"), Edition(locale="ar")))
EN = replace(GOOD, language="en")
SW = replace(EN, id="z" * 32, slug="ngoma", language="sw", headline="Ngoma", is_source=False)


def _said(article: Article, *members: Article) -> list[tuple[str, str]]:
    problems = found("translations", looking(settings=SETTINGS, article=article, members=members))
    return [(problem.field, str(problem.message)) for problem in problems]


def test_what_editions_lack_is_said_once_of_the_source_that_goes_out() -> None:
    ((field, message),) = _said(EN, EN, SW)
    assert (field, message.startswith("There is no translation in ar.")) == ("translation_set", True)
    assert _said(SW, EN, SW) == []
    drafts = (replace(EN, status=Status.DRAFT), replace(SW, status=Status.DRAFT))
    assert _said(drafts[0], *drafts) == []


def test_a_source_that_moved_on_is_said_of_the_translation() -> None:
    approved = approve(SW, EN, "Amina", NOON).on(SW)
    assert _said(approved, EN, approved) == []
    ((_field, message),) = _said(approved, replace(EN, body="Other."), approved)
    assert message.startswith("The source changed since this translation was approved")


def test_two_articles_of_one_language_are_said_of_the_later_one() -> None:
    twin = replace(SW, id="zz", language="SW")
    assert [field for field, _message in _said(twin, EN, SW, twin)] == ["translation_set"]
    assert _said(SW, EN, SW, twin) == []
