"""What differs between two versions, and what a rule would let go."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from editor.bootstrap import Desk
from editor.core.errors import Cancelled
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.article import Article, Status, Withdrawal
from editor.domain.difference import Fate, text_after, text_before
from editor.domain.edits import EditSettings, change_article
from editor.domain.version import VersionKind, VersionRule
from editor.domain.version_fields import FieldGroup
from editor.storage.migrations import m0011_addresses
from tests.builders import NOON, FixedClock, a_desk, an_article, created


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock) -> Iterator[Desk]:
    made = a_desk(tmp_path / "desk", clock=clock)
    yield made
    made.close()


def _said(group: FieldGroup, article: Article) -> str:
    return str(getattr(article, group.fields[0]))


@pytest.mark.parametrize(
    ("language", "before", "after", "gone", "new"),
    [
        ("en", "The drums played.", "The drums sang.", "played", "sang"),
        ("ja", "二人は太鼓を叩いた。", "二人は笛を叩いた。", "太鼓", "笛"),
        ("th", "ผู้นำตีกลอง", "ผู้นำตีระฆัง", "กลอง", "ระฆัง"),
        ("ar", "زعيما اليابان وكوريا", "زعيما الصين وكوريا", "اليابان", "الصين"),
        ("zh", "日本首相与韩国总统。", "中国首相与韩国总统。", "日本", "中国"),
        ("en", "So 👩‍👩‍👧 came", "So 👩‍👩‍👦 came", "👩‍👩‍👧", "👩‍👩‍👦"),
    ],
)
def test_words_of_every_script_are_whole(
    desk: Desk, language: str, before: str, after: str, gone: str, new: str
) -> None:
    one = an_article(language=language, body=before)
    (found,) = desk.history.differences(one, replace(one, body=after), _said, quiet())
    assert [each.text for each in found.stretches if each.fate is Fate.GONE] == [gone]
    assert [each.text for each in found.stretches if each.fate is Fate.NEW] == [new]
    assert (text_before(found.stretches), text_after(found.stretches)) == (before, after)


def test_comparing_stops_when_it_is_asked_to(desk: Desk) -> None:
    one = an_article(body="One")
    context = quiet()
    context.cancel()
    with pytest.raises(Cancelled):
        desk.history.differences(one, replace(one, body="Two"), _said, context)


def test_nothing_goes_but_by_the_rule_and_only_what_was_named(desk: Desk, clock: FixedClock) -> None:
    made = an_article(body="0")
    desk.articles.apply(created(made))
    for number in range(1, 9):
        clock.forward(90)
        desk.articles.apply(change_article(desk.articles.get(made.id), say("A change"), body=str(number)))
    desk.articles.keep_version(made.id, "Kept")
    bodies = {head.id: desk.articles.version(head.id).body for head in desk.history.heads(made.id)}
    clock.forward(40 * 24 * 3600)
    assert desk.history.thinning(quiet()).count == 0  # the rule is to keep them all
    settings = desk.newsroom.settings
    desk.articles.apply(EditSettings(settings, replace(settings, version_rule=VersionRule.DAILY), say("Settings")))
    thinning = desk.history.thinning(quiet())
    assert (thinning.count, thinning.kept) == (7, 2)
    assert len(desk.history.heads(made.id)) == 9
    desk.history.thin_out(thinning)
    left = desk.history.heads(made.id)
    assert [head.kind for head in left] == [VersionKind.NAMED, VersionKind.PAUSE]
    assert [desk.articles.version(head.id).body for head in left] == [bodies[head.id] for head in left] == ["8", "7"]


def test_a_stretch_that_never_pauses_is_parted_all_the_same(desk: Desk, clock: FixedClock) -> None:
    made = an_article(body="0", created_at=clock.now())
    desk.articles.apply(created(made))
    for number in range(1, 60):
        clock.forward(30)
        desk.articles.apply(change_article(desk.articles.get(made.id), say("Typing"), body=str(number)))
    assert len(desk.history.heads(made.id)) == 2  # in half an hour


def test_a_newsroom_remembers_its_rule(tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "other", version_rule=VersionRule.DAILY)
    assert desk.newsroom.settings.version_rule is VersionRule.DAILY
    desk.close()


def test_what_was_withdrawn_before_there_were_records_of_it_was_changed_by_nobody(desk: Desk) -> None:
    """Schema 11 gave such an article a record that its last version, kept before that, does not have."""
    old = an_article(id="old", body="Words.", status=Status.WITHDRAWN, published=NOON, updated=NOON)
    desk.articles.apply(created(old))
    desk.articles.keep_version("old", "")
    with desk.newsroom.reading() as connection:
        path = connection.execute("PRAGMA database_list").fetchone()[2]
    with closing(sqlite3.connect(path)) as writing, writing:
        writing.execute(m0011_addresses.SQL.strip().split(";")[-2])
    desk.articles.leave("old")
    (head,) = desk.articles.versions("old")
    now, kept = desk.articles.get("old"), desk.articles.version(head.id)
    assert now.withdrawal == Withdrawal(at=NOON)
    assert desk.history.differences(kept, now, _said, quiet()) == ()
    desk.articles.apply(change_article(now, say("x"), withdrawal=Withdrawal(at=NOON, note="It was wrong.")))
    desk.articles.leave("old")
    assert len(desk.articles.versions("old")) == 2
    newest = desk.articles.version(desk.articles.versions("old")[0].id)
    assert [one.group.id for one in desk.history.differences(kept, newest, _said, quiet())] == ["status"]
