"""What makes one layout of another comes back from JSON as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from editor.domain.article import FormerSlug, Status
from editor.publish.layout_steps import step_from_plain, step_to_plain
from tests.builders import NOON
from tests.publish.newsrooms import a_full_desk
from tests.publish.test_relaying import plain

MAIN = "f" * 32


@pytest.mark.parametrize(
    "changes",
    [
        {"headline": "Another"},
        {"tags": ("Other", "music")},
        {"slug": "another", "former_slugs": (FormerSlug(slug="once"),)},
        {"published": NOON - timedelta(days=900)},
        {"status": Status.DRAFT},
        {"status": Status.WITHDRAWN},
        {"section": "Another"},
    ],
)
def test_a_step_leads_from_one_layout_to_the_other_and_back(changes: dict[str, Any]) -> None:
    desk = a_full_desk()
    before = desk.site().layout
    desk.articles = {**desk.articles, MAIN: replace(desk.articles[MAIN], **changes)}
    after = desk.site().layout
    moved = {one.id for one in desk.articles.values() if one.translation_set == desk.articles[MAIN].translation_set}
    for was, now in ((before, after), (after, before), (before, before)):
        step = json.loads(json.dumps(step_to_plain(was, now, moved)))
        assert plain(step_from_plain(was, step, desk.settings.editions)) == plain(now)


def test_where_others_stand_elsewhere_too_there_is_no_step() -> None:
    desk = a_full_desk()
    before = desk.site().layout
    desk.articles = {**desk.articles, MAIN: replace(desk.articles[MAIN], published=NOON - timedelta(days=900))}
    assert step_to_plain(before, desk.site().layout, set()) is None
