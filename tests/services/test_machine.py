"""What one machine remembers: kept whole, set aside when broken, never a traceback."""

from __future__ import annotations

import getpass
import json
from dataclasses import fields, replace
from pathlib import Path

import pytest

from editor.core.errors import Fault
from editor.services.machine import (
    Machine,
    backup_place,
    beside,
    load_machine,
    person_or_user,
    save_machine,
    with_backup_place,
    with_beside,
    with_open_articles,
    with_recent,
)


def test_what_is_kept_comes_back(config_folder: Path) -> None:
    kept = Machine(person="Amina Otieno", recent=("/a", "/b"), language="sw", theme="dark", text_size=18, layout="AA==")
    save_machine(kept)
    assert load_machine() == kept
    assert [path.name for path in config_folder.iterdir()] == ["machine.json"]


def test_open_articles_are_kept_by_newsroom_and_long_unseen_newsrooms_forgotten() -> None:
    kept = with_open_articles(Machine(recent=("/a", "/b")), "/a", ["1", "2"])
    kept = with_open_articles(replace(kept, keys={"tab.close": ("Ctrl+F4",), "app.quit": ()}), "/b", ["3"])
    save_machine(kept)
    assert load_machine() == kept
    assert kept.tabs == {"/a": ("1", "2"), "/b": ("3",)}
    assert with_open_articles(replace(kept, recent=("/b",)), "/b", []).tabs == {"/b": ()}


def test_a_new_machine_knows_nothing() -> None:
    assert load_machine() == Machine()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'"x"', b"null"])
def test_a_broken_file_is_set_aside(config_folder: Path, content: bytes) -> None:
    (config_folder / "machine.json").write_bytes(content)
    assert load_machine() == Machine()
    assert (config_folder / "machine.json.broken").read_bytes() == content
    save_machine(Machine(person="Amina"))
    assert load_machine().person == "Amina"


def test_wrong_kinds_and_unknown_keys_are_left_out(config_folder: Path) -> None:
    wrong = {field.name: 7.5 for field in fields(Machine)}
    (config_folder / "machine.json").write_text(json.dumps(wrong | {"mood": 1, "theme": "dark"}), encoding="utf-8")
    assert load_machine() == Machine(theme="dark")
    (config_folder / "machine.json").write_text('{"recent": ["/a", 5, null], "text_size": true}', encoding="utf-8")
    assert load_machine() == Machine(recent=("/a",))


def test_a_folder_that_cannot_be_made_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("MAKALA_CONFIG_DIR", str(tmp_path / "file" / "below"))
    with pytest.raises(Fault, match="could not be kept"):
        save_machine(Machine())
    assert load_machine() == Machine()


def test_recent_newsrooms_the_last_first_each_once(tmp_path: Path) -> None:
    kept = Machine()
    for number in (1, 2, 1, *range(3, 13)):
        kept = with_recent(kept, tmp_path / str(number))
    assert kept.recent == tuple(str(tmp_path / str(number)) for number in range(12, 2, -1))


def test_each_newsroom_has_its_own_place_for_backups(tmp_path: Path) -> None:
    desk, other = tmp_path / "desk", tmp_path / "other"
    kept = with_backup_place(Machine(), desk, tmp_path / "stick")
    save_machine(kept)
    assert backup_place(load_machine(), desk) == tmp_path / "stick"
    assert backup_place(load_machine(), other) is None
    assert with_backup_place(kept, desk, None) == Machine()


def test_who_sits_here(monkeypatch: pytest.MonkeyPatch) -> None:
    assert person_or_user(Machine(person="  Amina ")) == "Amina"
    monkeypatch.setattr(getpass, "getuser", lambda: "amina")
    assert person_or_user(Machine(person=" ")) == "amina"

    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert person_or_user(replace(Machine())) == ""


def test_what_stands_beside_the_open_article_is_kept_by_newsroom() -> None:
    kept = with_beside(Machine(recent=("/a", "/b")), "/a", ("1", False))
    kept = with_beside(kept, "/b", ("2", True))
    save_machine(kept)
    kept = load_machine()
    assert (beside(kept, "/a"), beside(kept, "/b"), beside(kept, "/c")) == (("1", False), ("2", True), None)
    assert with_beside(replace(kept, recent=("/b",)), "/b", None).beside == {}
