"""The kept index of related articles: a cache that is whole, of this make and up to date, or as good as absent."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from editor.bootstrap import Desk
from editor.core.files import sha256_hex
from editor.core.messages import say
from editor.domain.edits import change_article
from editor.related import About, about
from editor.services import related_file, related_index
from editor.services.related_file import NAME, read_index
from editor.services.related_index import Following
from editor.storage.database import Database
from tests.builders import NOON, a_desk, an_article, created

ALL = " ".join(f"subject{number}" for number in range(7))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(related_index, "_WORTH_KEEPING", 1)
    made = a_desk(tmp_path / "n")
    made.articles.apply(created(*(an_article(headline=f"A subject{one}", tags=("Tag",)) for one in range(7))))
    return made


def _place(desk: Desk) -> Path:
    return desk.folder / "cache" / NAME


def _kept(desk: Desk) -> Following:
    following = Following(Database(desk.folder), _place(desk))
    assert following.follow()
    following.keep()
    return following


def _names(following: Following, headline: str = ALL) -> set[str]:
    found = following.like(about(an_article(headline=headline, tags=("tag",))), frozenset(), 10)
    return {one.head.headline for one in found}


def test_the_next_session_reads_no_article_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = _names(_kept(desk))
    assert len(wanted) == 7
    read: list[str] = []

    def noted(_connection: sqlite3.Connection, some: Sequence[str]) -> list[About]:
        read.extend(some)
        return []

    monkeypatch.setattr(related_index, "abouts", noted)
    again = Following(Database(desk.folder), _place(desk))
    assert again.follow()
    assert read == []
    assert _names(again) == wanted


def test_what_changed_since_is_read_and_the_rest_is_not(desk: Desk) -> None:
    _kept(desk)
    first, second, third = desk.articles.all()[:3]
    desk.articles.apply(change_article(first, say("Change"), headline="Grain"))
    desk.articles.apply(change_article(second, say("Trash"), trashed_at=NOON))
    again = Following(Database(desk.folder), _place(desk))
    assert again.follow()
    assert _names(again, f"{ALL} grain") == {"Grain", *(f"A subject{one}" for one in range(2, 7))}
    again.keep()
    desk.articles.apply(change_article(desk.articles.get(third.id), say("Change"), headline="Rice"))
    last = Following(Database(desk.folder), _place(desk))
    assert last.follow()
    assert _names(last, "rice grain") == {"Rice", "Grain", *(f"A subject{one}" for one in range(3, 7))}


def test_a_database_that_was_put_back_is_believed_and_not_the_index(desk: Desk, tmp_path: Path) -> None:
    other = a_desk(tmp_path / "other")
    other.articles.apply(created(an_article(headline="Elsewhere", tags=("Tag",))))
    _kept(desk)
    _place(other).parent.mkdir(exist_ok=True)
    _place(other).write_bytes(_place(desk).read_bytes())
    following = Following(Database(other.folder), _place(other))
    assert following.follow()
    assert _names(following) == {"Elsewhere"}


def test_whatever_is_damaged_is_as_good_as_absent(desk: Desk) -> None:
    wanted = _names(_kept(desk))
    whole = _place(desk).read_bytes()
    chance = random.Random(4)  # noqa: S311 - the same damages every time
    for _ in range(60):
        at = chance.randrange(len(whole))
        damaged = chance.choice((whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :], whole + b"x", b""))
        _place(desk).write_bytes(damaged)
        assert read_index(_place(desk)) is None
    following = Following(Database(desk.folder), _place(desk))
    assert following.follow()
    assert _names(following) == wanted


@pytest.mark.parametrize("body", [b"", b"\0" * 8, b"\0" * 7 + b"\2{}", b"\0" * 7 + b"\4null", b"\xff" * 20])
def test_a_body_that_says_something_else_is_as_good_as_absent(tmp_path: Path, body: bytes) -> None:
    head = b"makala-related\n" + sha256_hex(body).encode()
    (tmp_path / NAME).write_bytes(head + body)
    assert read_index(tmp_path / NAME) is None


def test_one_of_another_make_is_made_anew(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    _kept(desk)
    assert read_index(_place(desk)) is not None
    monkeypatch.setattr(related_file, "_MAKE", 2)
    assert read_index(_place(desk)) is None


def test_a_disk_that_does_not_take_it_stops_nothing(desk: Desk) -> None:
    _place(desk).mkdir(parents=True)
    assert len(_names(_kept(desk))) == 7
