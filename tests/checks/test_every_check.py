"""Every check: called by its id, silent about what is good, clear and placed in what it says."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from editor.checks.looking import Check
from editor.checks.registry import CHECKS
from editor.core.messages import say
from editor.domain.article import Status
from editor.domain.authorship import Authorship
from editor.domain.check_choices import Level, fingerprint
from editor.domain.edits import ARTICLE_FIELDS
from editor.domain.settings import NewsroomSettings
from tests.builders import a_link
from tests.checks.looks import GOOD, HERO, looking

_PLACES = ARTICLE_FIELDS | {"images", "alt", "base_url", "editions"}
_EVERYTHING_WRONG = (
    looking(article=replace(GOOD, body="![x](gone.png)", reviewed_by="Fatma Said", reviewed_version="of other words")),
    looking(article=replace(GOOD, authorship=Authorship.HUMAN, body="By AI.", ai_ranges=((0, 6),))),
    looking(members=[replace(GOOD, language="ja")], article=replace(GOOD, language="ja")),
    looking(settings=NewsroomSettings(name="Desk"), article=None),
    looking(
        article=replace(
            GOOD,
            headline=" ",
            published=None,
            authorship=Authorship.AI_GENERATED,
            links=(a_link(pending="not-there"), a_link("9" * 32)),
        ),
        images={HERO.id: replace(HERO, alt={}, source_type="")},
        file_trouble=lambda _: say("Gone."),
        moves=lambda _: True,
    ),
)

every_check = pytest.mark.parametrize("check", CHECKS.values(), ids=list(CHECKS))


@every_check
def test_its_id_is_a_word_for_the_command_line(check: Check) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.id)
    assert check.title
    assert str(check.advice).endswith(".")
    assert check.level is (Level.BLOCK if check.id == "image-file" else Level.WARN)


@every_check
def test_it_is_silent_about_a_good_article(check: Check) -> None:
    assert list(check.find(looking())) == []
    assert list(check.find(looking(article=None))) == []
    assert list(check.find(looking(article=replace(GOOD, status=Status.DRAFT, published=None)))) == []


@every_check
def test_it_says_what_is_wrong_and_where(check: Check) -> None:
    problems = [problem for look in _EVERYTHING_WRONG for problem in check.find(look)]
    assert problems
    for problem in problems:
        assert problem.check == check.id
        assert str(problem.message).endswith((".", "…"))
        assert problem.field in _PLACES
        assert fingerprint(problem) == fingerprint(replace(problem, line=7, hint=say("Other words.")))
