"""What was salvaged is told in words: what came through, what did not, and where to look for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.core.jobs import quiet
from editor.services.salvage import salvage
from editor.storage.salvage import Salvaged
from tests.builders import NOON, a_database, an_article


def test_a_newsroom_that_can_be_read_comes_through_and_that_is_all_that_is_said(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    with database.writing() as transaction:
        transaction.insert_article(an_article(), NOON, "Amina")
    database.close()
    found = salvage(tmp_path / "desk", tmp_path / "new", quiet())
    assert [str(one.message) for one in found] == ["1 article came through whole.", "0 versions of articles are there."]
    assert all(one.is_good for one in found)


def test_every_loss_is_named_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lost = Salvaged(
        articles=20,
        without_text=["Ferry"],
        from_version=[f"Head {number}" for number in range(9)],
        lost=2,
        missing=["hills.png"],
        unread=["harbour.png"],
        loose=3,
        is_renamed=True,
        unset={"edition": ["sw"], "house_style": ["fr"], "page_label": ["sw: related"]},
    )
    monkeypatch.setattr("editor.storage.salvage.salvage", lambda *_asked: lost)
    found = salvage(tmp_path, tmp_path / "new", quiet())
    said = [str(one.message) for one in found]
    assert said[0] == "10 articles came through whole."
    assert "“Head 7” …" in said[2]
    assert said[3].endswith("“Ferry”")
    assert said[4] == "Of 2 articles nothing could be read."
    assert said[6].endswith("“harbour.png”")
    assert said[7].startswith("3 pictures are there")
    assert "pictures-without-record" in str(found[7].hint)
    assert [said[n].rpartition(": ")[2] for n in (8, 9)] == ["“sw”", "“fr”"]
    assert said[10].endswith("“sw: related”")
    assert [bool(one.hint) for one in found if not one.is_good] == [False] + [True] * 9
