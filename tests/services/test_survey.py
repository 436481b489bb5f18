"""The whole newsroom is looked over once; after that, what changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from editor.bootstrap import Desk
from editor.core.errors import Cancelled
from editor.core.jobs import JobContext, quiet
from editor.core.messages import say
from editor.domain.article import Status
from editor.domain.edits import EditSettings, change_article, change_image
from editor.domain.overview import Wanted
from editor.services import survey as surveys
from editor.services.checking import Checking
from editor.services.survey import FILE
from tests.builders import NOON, FixedClock, a_link, an_article, created
from tests.services.newsdesks import a_news_desk, first_article


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the articles that are looked at."""
    seen: list[str] = []
    each = Checking.each

    def noting(self: Checking, article_ids: list[str], *, every_page: bool = False) -> Iterator[object]:
        seen.extend(article_ids)
        return each(self, article_ids, every_page=every_page)

    monkeypatch.setattr(Checking, "each", noting)
    return seen


def _look(desk: Desk) -> list[tuple[str, str]]:
    found = desk.checking.all(quiet())
    assert sorted(map(repr, found)) == sorted(map(repr, desk.checking.look()))
    return [(one.check, one.article) for one in found]


def test_only_what_changed_is_looked_at_again(tmp_path: Path, looked: list[str]) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        _look(desk)
        assert sorted(looked) == ["1" * 32, "2" * 32, "3" * 32]
        looked.clear()
        _look(desk)
        assert looked == []
        desk.articles.apply(change_article(desk.articles.get("3" * 32), say("x"), headline=" "))
        assert ("headline", "3" * 32) in _look(desk)
        assert looked == ["3" * 32]
        looked.clear()
        desk.articles.apply(change_article(desk.articles.get("2" * 32), say("x"), status=Status.DRAFT))
        assert ("links", "1" * 32) in _look(desk)  # which leads to it
        assert sorted(looked) == ["1" * 32, "2" * 32]


def test_a_picture_a_setting_and_a_file_count_too(tmp_path: Path, looked: list[str]) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        assert ("image-words", "1" * 32) in _look(desk)
        looked.clear()
        (image,) = desk.images.all()
        desk.articles.apply(change_image(image, say("x"), alt={"en": "Hills"}))
        assert ("image-words", "1" * 32) not in _look(desk)
        assert looked == ["1" * 32]
        looked.clear()
        original = desk.images.original(image)
        assert original
        original.unlink()
        assert ("image-file", "1" * 32) in _look(desk)
        assert looked == ["1" * 32]
        looked.clear()
        before = desk.newsroom.settings
        desk.articles.apply(EditSettings(before, replace(before, base_url="https://a.example"), say("x")))
        assert ("base-address", "") not in _look(desk)
        assert len(looked) == 3


def test_accepting_looks_at_nothing_again(tmp_path: Path, looked: list[str]) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        _look(desk)
        looked.clear()
        desk.articles.apply(desk.checking.accepting(desk.checking.problems("1" * 32)[0], "It is well.", "Asha"))
        found = desk.checking.of_newsroom(Wanted(is_accepted=True), quiet())
        assert [one.article for one in found.problems] == ["1" * 32]
        assert found.headlines == {"1" * 32: "Drums at dusk"}
        assert looked == []


def test_time_alone_makes_a_finding_old(tmp_path: Path, looked: list[str]) -> None:
    clock = FixedClock()
    with a_news_desk(tmp_path / "desk", clock) as desk:
        later = NOON + timedelta(days=1)
        desk.articles.apply(change_article(desk.articles.get("2" * 32), say("x"), published=later))
        assert ("publication-date", "2" * 32) in _look(desk)
        looked.clear()
        clock.forward(2 * 86400)
        assert ("publication-date", "2" * 32) not in _look(desk)
        assert sorted(looked) == ["1" * 32, "2" * 32]  # that one, and who leads to it


def test_the_trash_and_a_spoilt_memory_are_forgotten(tmp_path: Path, looked: list[str]) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        _look(desk)
        desk.articles.apply(change_article(desk.articles.get("3" * 32), say("x"), trashed_at=NOON))
        assert ("translations", "3" * 32) not in _look(desk)
        memory = desk.folder / "cache" / FILE
        assert "3" * 32 not in json.loads(memory.read_text(encoding="utf-8"))
        looked.clear()
        memory.write_text("[", encoding="utf-8")
        _look(desk)
        assert sorted(looked) == ["1" * 32, "2" * 32]


def test_a_large_newsroom_is_looked_over_by_the_process_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surveys, "SMALL", 0)
    with a_news_desk(tmp_path / "desk") as desk:
        seen = desk.checking.of_newsroom(Wanted(), quiet())
        assert seen == surveys.seen(desk.articles._database, desk.checking.all(quiet()), Wanted())
        assert desk.checking.of_article("1" * 32, Wanted()).open == len(desk.checking.problems("1" * 32))


def test_many_are_read_at_once_and_come_to_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        desk.articles.apply(
            created(an_article(headline="Drums at dusk", slug="d2", links=(a_link(first_article(desk)),)))
        )
        few = desk.checking.all(quiet())
        (desk.folder / "cache" / FILE).unlink()
        monkeypatch.setattr("editor.services.checking.FEW", 1)
        assert sorted(map(repr, desk.checking.all(quiet()))) == sorted(map(repr, few))


def _only_the_newest_page_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let pages of the theme lack what machines read, and those of one article be looked at; return the others."""
    theme = desk.folder / "themes" / "bare"
    theme.mkdir(parents=True)
    (theme / "article.html").write_text("<!doctype html><title>x</title>")
    before = desk.newsroom.settings
    desk.articles.apply(EditSettings(before, replace(before, theme="bare"), say("x")))
    monkeypatch.setattr("editor.services.checking.FEW", 1)
    monkeypatch.setattr("editor.services.checking._NEWEST", 1)
    return ["1" * 32, "3" * 32]


def test_pages_that_were_not_looked_at_are_looked_at_one_by_one(
    tmp_path: Path, looked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        unseen = _only_the_newest_page_at_once(desk, monkeypatch)
        database = desk.articles._database
        memory = surveys.Memory(desk.folder / "cache" / FILE)

        def pages() -> list[str]:
            found = surveys.survey(database, FixedClock(), lambda _: True, memory)
            return [one.article for one in found or [] if one.check == "machine-words"]

        assert set(pages()) == {"2" * 32}
        assert sorted(memory.unseen()) == unseen
        looked.clear()
        assert surveys.look_deeper(database, FixedClock(), memory)
        assert not surveys.look_deeper(database, FixedClock(), memory)
        assert not surveys.look_deeper(database, FixedClock(), memory)
        assert looked == sorted(unseen, reverse=True)
        looked.clear()
        assert set(pages()) == {"1" * 32, "2" * 32}
        assert looked == []
        assert set(surveys.Memory(desk.folder / "cache" / FILE).unseen()) == set(), "it is kept"


def test_an_article_that_went_meanwhile_is_left_to_the_next_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        _only_the_newest_page_at_once(desk, monkeypatch)
        database = desk.articles._database
        memory = surveys.Memory(desk.folder / "cache" / FILE)
        surveys.survey(database, FixedClock(), lambda _: True, memory)
        memory.put("4" * 32, memory.kept["3" * 32])
        assert not surveys.look_deeper(database, FixedClock(), memory)
        surveys.survey(database, FixedClock(), lambda _: True, memory)
        assert surveys.look_deeper(database, FixedClock(), memory)


def test_a_command_looks_at_every_page_and_keeps_what_it_found_when_stopped(
    tmp_path: Path, looked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        _only_the_newest_page_at_once(desk, monkeypatch)
        monkeypatch.setattr(surveys, "_SAID_EVERY", 1)
        stopped = JobContext(on_progress=lambda *_: stopped.cancel())
        with pytest.raises(Cancelled):
            desk.checking.all(stopped)
        assert len(json.loads((desk.folder / "cache" / FILE).read_text(encoding="utf-8"))) >= 1
        found = desk.checking.all(quiet())
        assert {one.article for one in found if one.check == "machine-words"} == {"1" * 32, "2" * 32}
        looked.clear()
        desk.checking.all(quiet())
        assert looked == []
