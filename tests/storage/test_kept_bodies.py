"""Rendered bodies are kept beside the newsroom; whatever is wrong with them, an export goes on without."""

from __future__ import annotations

import pickle
import threading
from pathlib import Path

import pytest

from editor.storage import kept_bodies
from editor.storage.kept_bodies import KeptBodies


def test_what_was_kept_is_found_and_nothing_else(tmp_path: Path) -> None:
    kept = KeptBodies(tmp_path / "cache" / "bodies.sqlite3")
    kept.keep({"a": ("<p>A</p>", "[]"), "b": ("<p>B</p>", "[]")})
    assert kept.find("a") == ("<p>A</p>", "[]")
    assert kept.find("c") is None
    assert kept.missing(["a", "c"]) == {"c"}
    assert KeptBodies(tmp_path / "cache" / "bodies.sqlite3").find("b") == ("<p>B</p>", "[]")


def test_other_threads_and_processes_open_it_for_themselves(tmp_path: Path) -> None:
    kept = KeptBodies(tmp_path / "bodies.sqlite3")
    kept.keep({"a": ("A", "[]")})
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(kept.find("a")))
    thread.start()
    thread.join()
    assert found == [("A", "[]")]
    assert pickle.loads(pickle.dumps(kept)).find("a") == ("A", "[]")  # noqa: S301 - our own


def test_a_spoilt_file_is_replaced_and_a_place_that_is_none_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "bodies.sqlite3").write_bytes(b"no database " * 100)
    kept = KeptBodies(tmp_path / "bodies.sqlite3")
    assert kept.find("a") is None
    kept.keep({"a": ("A", "[]")})
    assert kept.find("a") == ("A", "[]")
    (tmp_path / "file").write_text("x")
    nowhere = KeptBodies(tmp_path / "file" / "bodies.sqlite3")
    nowhere.keep({"a": ("A", "[]")})
    assert nowhere.find("a") is None
    assert nowhere.missing(["a"]) == {"a"}


def test_bodies_of_no_more_use_are_dropped(tmp_path: Path) -> None:
    kept = KeptBodies(tmp_path / "bodies.sqlite3")
    assert kept.count() == 0
    kept.keep({f"{number}": ("x", "[]") for number in range(900)})
    assert kept.count() == 900
    kept.keep_versions({"p": "1", "q": "2"})
    kept.drop_others(["1", "none"], ["q"])
    assert kept.versions() == {"q": "2"}
    assert kept.missing(["1", "2"]) == {"2"}
    assert kept.count() == 2
    assert KeptBodies(tmp_path / "bodies.sqlite3" / "none").count() == 0


def test_hashes_are_kept_for_this_version_of_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = KeptBodies(tmp_path / "bodies.sqlite3")
    assert kept.versions() == {}
    kept.keep_versions({"p": "1", "q": "2"})
    kept.keep_versions({"p": "3"})
    assert KeptBodies(tmp_path / "bodies.sqlite3").versions() == {"p": "3", "q": "2"}
    monkeypatch.setattr(kept_bodies, "__version__", "another")
    assert kept.versions() == {}
