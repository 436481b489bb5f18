"""The full check in words: every result is a sentence, and what is not good says what to do."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from editor.bootstrap import Desk
from editor.core.jobs import quiet
from editor.services.soundness import look_through
from tests.builders import NOON
from tests.services.newsdesks import a_news_desk


def _said(desk: Desk) -> tuple[list[str], list[str]]:
    """Return (the good, the bad) of what is found two hours after noon."""
    found = look_through(desk.folder, NOON + timedelta(hours=2), quiet())
    assert all(one.hint for one in found if not one.is_good)
    return [str(one.message) for one in found if one.is_good], [str(one.message) for one in found if not one.is_good]


def test_a_sound_newsroom_says_so_and_that_it_has_no_backup(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        good, bad = _said(desk)
        assert bad == ["There is no backup yet."]
        assert good[0].startswith("The newsroom's file is sound: 3 articles")
        desk.safekeeping.backup(quiet())
        good, bad = _said(desk)
        assert bad == []
        assert good[-1] == "The newest backup was read back whole. It is 2 hours old."


def test_what_is_wrong_is_named(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        backup = desk.safekeeping.backup(quiet())
        backup.path.write_bytes(backup.path.read_bytes()[:-50])
        next((desk.folder / "media").glob("*/*")).unlink()
        _good, bad = _said(desk)
    assert "The originals of these pictures are gone: hills.png" in bad
    assert "The newest backup cannot be read back." in bad


def test_a_damaged_file_is_the_only_thing_that_matters(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        folder = desk.folder
    with (folder / "newsroom.sqlite3").open("r+b") as stream:
        stream.seek(5 * 4096)
        stream.write(b"\xff" * 20 * 4096)
    found = look_through(folder, NOON, quiet())
    assert str(found[0].message) == "The newsroom's file is damaged."
    assert found[0].hint
