"""Every check: called by its id, silent about what is good, clear and placed in what it says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from editor.checks.looking import Check
from editor.checks.registry import CHECKS
from editor.core.messages import say
from editor.domain.article import Status
from editor.domain.authorship import Authorship
from editor.domain.check_choices import Level, fingerprint
from editor.domain.edits import ARTICLE_FIELDS
from editor.domain.made_file import MadeFile
from editor.domain.settings import NewsroomSettings
from tests.builders import NOON, a_link
from tests.checks.looks import GOOD, HERO, looking

_PLACES = ARTICLE_FIELDS | {"images", "alt", "base_url", "editions", "theme"}
_EMPTY_PAGE = MadeFile(path="en/drums/index.html", kind="page", type="text/html", text="")
_PALE = MadeFile(path="t.css", kind="style", type="text/css", text=":root { --ink: #999; --ground: #fff }")
_EVERYTHING_WRONG = (
    looking(article=None, stylesheets=lambda: (_PALE,)),
    looking(article=replace(GOOD, language="ja", body="Not a word of Japanese is in this text of many letters.")),
    looking(
        article=replace(
            GOOD, headline="Drums " * 30, updated=NOON - timedelta(days=1), body="##\n\n“So [x](www.x.example)"
        ),
        images={HERO.id: replace(HERO, source_type="digitalCapture")},
        twins=["other"],
        phone_bytes=lambda _: 1_000_000,
    ),
    looking(article=replace(GOOD, body=""), made=lambda: (_EMPTY_PAGE,)),
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
