"""Rendered bodies are kept beside the newsroom; whatever is wrong with them, an export goes on without."""

from __future__ import annotations

import contextlib
import pickle
import sqlite3
import threading
from pathlib import Path

import pytest

from editor.core.settings_folder import CONFIG_VARIABLE
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


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE sealed_body SET html = html || '<script>alert(1)</script>'",
        'UPDATE sealed_body SET pictures = \'[["image:1", "", ""]]\'',
        "UPDATE sealed_body SET html = CAST(html AS BLOB)",
        "UPDATE sealed_body SET seal = ''",
        "UPDATE sealed_body SET key = 'another'",
        "UPDATE sealed_body SET seal = (SELECT seal FROM sealed_body WHERE key = 'b')",
    ],
)
def test_what_somebody_else_put_there_is_not_used(tmp_path: Path, change: str) -> None:
    file = tmp_path / "bodies.sqlite3"
    kept = KeptBodies(file)
    kept.keep({"a": ("A", "[]"), "b": ("B", "[]")})
    kept.keep_versions({"p": "1"})
    with contextlib.closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(f"{change} WHERE key = 'a'")
        connection.execute("UPDATE sealed_version SET hash = '2'")
    assert kept.find("a") is None
    assert kept.find("another") is None
    assert kept.find("b") == ("B", "[]")
    assert kept.versions() == {}
    kept.keep({"a": ("A", "[]")})
    kept.keep_versions({"p": "1"})
    assert (kept.find("a"), kept.versions()) == (("A", "[]"), {"p": "1"})


def test_what_another_computer_kept_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = KeptBodies(tmp_path / "bodies.sqlite3")
    kept.keep({"a": ("A", "[]")})
    assert kept.missing(["a"]) == set()
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "of somebody else"))
    assert kept.find("a") is None
    assert kept.missing(["a"]) == {"a"}, "it is rendered here while the writer pauses"


def test_what_was_kept_without_seals_is_let_go_of(tmp_path: Path) -> None:
    file = tmp_path / "bodies.sqlite3"
    with contextlib.closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE body (key TEXT PRIMARY KEY, html TEXT NOT NULL, pictures TEXT NOT NULL)")
        connection.execute("INSERT INTO body VALUES ('a', '<script>', '[]')")
    assert KeptBodies(file).find("a") is None
    with contextlib.closing(sqlite3.connect(file)) as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert tables == {"sealed_body", "sealed_version"}
