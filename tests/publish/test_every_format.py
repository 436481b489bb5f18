"""What holds for every export format: the same bytes twice, nothing outside, harmless, stopped at once when asked."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from editor.core.errors import Cancelled
from editor.core.jobs import JobContext
from editor.core.messages import Message
from editor.publish.manifest import is_safe_path
from editor.publish.registry import FORMATS
from tests.publish.hostile import a_hostile_desk
from tests.publish.newsrooms import Desk, a_full_desk, a_public_setting

every_format = pytest.mark.parametrize("kind", list(FORMATS))


@every_format
def test_the_same_content_gives_the_same_bytes(kind: str) -> None:
    first, second = a_full_desk().files(kind), a_full_desk().files(kind)
    assert {path: file.make() for path, file in first.items()} == {path: file.make() for path, file in second.items()}


@every_format
def test_order_of_reading_does_not_matter(kind: str) -> None:
    desk = a_full_desk()
    first = {path: file.make() for path, file in desk.files(kind).items()}
    desk.articles = dict(reversed(desk.articles.items()))
    desk.images = dict(reversed(desk.images.items()))
    assert {path: file.make() for path, file in desk.files(kind).items()} == first


@every_format
def test_the_instant_decides_what_is_out_and_is_written_nowhere(kind: str) -> None:
    desk = a_full_desk()
    first = {path: file.make() for path, file in desk.files(kind).items()}
    desk.at = desk.at.replace(year=desk.at.year + 3)
    assert {path: file.make() for path, file in desk.files(kind).items()} == first


@every_format
def test_every_path_is_safe_and_every_file_described(kind: str) -> None:
    for desk in (a_full_desk(), a_hostile_desk()):
        for path, file in desk.files(kind).items():
            assert is_safe_path(path), path
            assert file.type
            assert bool(file.article) == bool(file.article_version)


@every_format
def test_every_address_of_the_site_is_a_uri(kind: str) -> None:
    desk = a_full_desk()
    desk.settings = replace(desk.settings, base_url="https://habari.m\u00fcnchen.example/tovuti/\u00f1")
    made = {path: file.make() for path, file in desk.files(kind).items()}
    named = [place for data in made.values() for place in re.findall(rb"habari\.[^ <>\"']*", data)]
    assert [one for one in named if not one.startswith(b"habari.xn--mnchen-3ya.example/tovuti/%C3%B1")] == []


@every_format
def test_a_bundle_holds_no_path_host_or_zone_of_the_machine(kind: str, tmp_path: Path) -> None:
    a_full_desk().export(tmp_path / "out", kind)
    secrets = [str(tmp_path).encode(), os.uname().nodename.encode(), b"Pacific/Chatham"]
    for file in (tmp_path / "out").rglob("*"):
        if file.is_file() and file.suffix in {".html", ".txt", ".json", ".css", ".js"}:
            data = file.read_bytes()
            assert not any(secret in data for secret in secrets), file


@every_format
def test_nothing_is_written_outside_the_bundle(kind: str, tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    a_hostile_desk().export(place / "out", kind)
    assert [path.name for path in place.iterdir()] == ["out"]
    assert [path.name for path in tmp_path.iterdir()] == ["place"]


@every_format
def test_stopping_at_any_checkpoint_leaves_nothing(kind: str, tmp_path: Path) -> None:
    desk = a_full_desk()
    desk.settings = a_public_setting(editions=desk.settings.editions[:1])
    checkpoints = _Stopping(None)
    desk.export(tmp_path / "counted", kind, context=checkpoints)
    count = checkpoints.passed
    assert count > 3
    for number in range(0, count, max(1, count // 12)):
        with pytest.raises(Cancelled):
            desk.export(tmp_path / "out", kind, context=_Stopping(number))
        assert [path.name for path in tmp_path.iterdir()] == ["counted"]


@every_format
def test_an_empty_newsroom_is_exported(kind: str, tmp_path: Path) -> None:
    desk = Desk(a_public_setting(), [])
    assert desk.export(tmp_path / "out", kind).files >= 0


@every_format
def test_progress_reaches_its_end_and_names_what_it_is_at(kind: str) -> None:
    heard: list[tuple[float, str]] = []

    def listen(fraction: float, message: Message) -> None:
        heard.append((fraction, str(message)))

    a_full_desk().files(kind, context=JobContext(listen))
    assert heard
    assert all(0 <= fraction <= 1 and words for fraction, words in heard)
    assert not any(words.startswith("Writing") for _, words in heard), "nothing is written by a format"


class _Stopping(JobContext):
    """Stops at the checkpoint of this number."""

    def __init__(self, at: int | None) -> None:
        super().__init__()
        self._at = at
        self.passed = 0

    def check(self) -> None:
        if self.passed == self._at:
            raise Cancelled
        self.passed += 1
