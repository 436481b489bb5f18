"""Links to what is not there or not out are said; those outside are not ours to judge."""

from __future__ import annotations

from dataclasses import replace

from editor.domain.article import Status
from tests.builders import a_link
from tests.checks.looks import GOOD, TARGET, found, looking


def test_a_pending_target_is_named() -> None:
    (problem,) = found("links", looking(article=replace(GOOD, links=(a_link(pending="later"),))))
    assert "later" in str(problem.message)


def test_an_unpublished_target_is_named() -> None:
    (problem,) = found("links", looking(targets={TARGET.id: replace(TARGET, status=Status.DRAFT)}))
    assert TARGET.headline in str(problem.message)


def test_a_target_that_is_gone_is_said() -> None:
    assert len(found("links", looking(targets={}))) == 1
