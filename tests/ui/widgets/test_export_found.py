"""What is to check before an export, told for what is chosen of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.bootstrap import Desk
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.domain.article import Status
from editor.domain.problem import Problem
from editor.ui.widgets.export_choices import Chosen
from editor.ui.widgets.export_found import ExportFound, look_over
from tests.builders import NOON, an_article, created

CHOSEN = Chosen(editions=("en",), left_out=(), format="html", as_zip=False, target=None)
FOUND = ExportFound(
    problems=tuple(Problem(check="x", message=say("Look"), article=name) for name in ("", "a", "b", "c", "d")),
    headlines={"a": "A", "b": "B", "c": "C", "d": "D"},
    sets={"a": "one", "b": "one", "c": "two", "d": "one"},
    published=frozenset("abc"),
)


@pytest.mark.parametrize(
    ("chosen", "about"),
    [
        (CHOSEN, ["", "a", "b", "c"]),
        (replace(CHOSEN, article="d"), ["", "a", "b", "c", "d"]),
        (replace(CHOSEN, only="c"), ["", "c"]),
        (replace(CHOSEN, only="a"), ["", "a", "b"]),
        (replace(CHOSEN, only="d"), ["", "a", "b", "d"]),
    ],
)
def test_what_does_not_go_out_is_not_to_check(chosen: Chosen, about: list[str]) -> None:
    assert [problem.article for problem in FOUND.of(chosen)] == about


def test_it_looks_at_what_is_published_and_at_the_open_article(desk: Desk) -> None:
    out = an_article(headline="", status=Status.PUBLISHED, published=NOON)
    draft, other = an_article(headline="", slug="draft"), an_article(headline="", slug="other")
    desk.articles.apply(created(out, draft, other))
    opened = desk.articles.get(draft.id)
    found = look_over(desk.checking, desk.articles, desk.publishing, opened, JobContext())
    assert {problem.article for problem in found.problems if problem.article} == {out.id, draft.id}
    assert {problem.article for problem in found.of(CHOSEN) if problem.article} == {out.id}
    alone = look_over(desk.checking, desk.articles, desk.publishing, None, JobContext())
    assert {problem.article for problem in alone.problems if problem.article} == {out.id}
