"""The headless core never needs Qt: no command but those that open a window, no room but `ui`, no test but its own."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

from PIL import Image

from tests.architecture.source_tree import ROOT, TESTS, shown, tree
from tests.qt_out_of_reach import QT_NAMES

ARTICLE = """---
makala: 1
language: en
headline: Drums in the old capital
slug: drums
status: published
published: 2026-01-14T12:00:00Z
hero: {file: drums.png, alt: Two drums, source-type: trainedAlgorithmicMedia}
---
Two leaders beat a drum.
"""
SETTINGS = "name: Desk\ndisplay-zone: Asia/Tokyo\neditions:\n- {locale: en}\n- {locale: sw, consent: notice}\n"

# Runs commands one after the other in one process behind the wall; prints what each returned.
DRIVER = """
import contextlib, io, json, sys
from tests.qt_out_of_reach import raise_wall
raise_wall()
from editor.__main__ import main
codes = []
for arguments in json.loads(sys.argv[1]):
    sys.argv = ["makala", *arguments]
    told = io.StringIO()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        try:
            code = main()
        except SystemExit as left:
            code = left.code or 0
    codes.append([arguments[0], code, told.getvalue()])
print(json.dumps(codes))
"""


def test_every_command_runs_without_qt(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "newsroom.yaml").write_text(SETTINGS, encoding="utf-8")
    (articles / "drums.md").write_text(ARTICLE, encoding="utf-8")
    Image.new("RGB", (64, 36), "teal").save(articles / "drums.png")
    desk, picture = str(tmp_path / "desk"), str(articles / "drums.png")
    places = {name: str(tmp_path / name) for name in ("site", "text", "archive", "again")}
    commands = [
        ["--version"],
        ["new", desk],
        ["ingest", desk, str(articles)],
        ["export", desk, places["site"]],
        ["export", desk, places["text"], "--format", "text"],
        ["verify", places["site"]],
        ["check", desk],
        ["inspect", picture],
        ["search", desk, "drums"],
        ["report", desk],
        ["book", desk, str(tmp_path / "book.epub"), "--article", "drums"],
        ["archive", desk, places["archive"]],
        ["backup", desk, "--json"],
    ]
    answers = _run(commands)
    assert {name: told for name, code, told in answers if code not in {0, 1}} == {}
    backup = json.loads(answers[-1][2])["backup"]
    assert [(name, code) for name, code, _ in _run([["restore", backup, places["again"]]])] == [("restore", 0)]
    assert Path(places["text"], "sw", "drums.txt").is_file()


def test_the_rooms_are_tested_without_qt() -> None:
    """`dev.py test` runs all that is not below `tests/ui` with Qt out of reach; so none of it may import Qt itself."""
    reaching = [
        shown(path)
        for path in TESTS.rglob("*.py")
        if not {"ui", "benchmarks"} & set(path.relative_to(TESTS).parts) and _imported(path) & QT_NAMES
    ]
    assert reaching == []


def test_the_wall_stands() -> None:
    script = "from tests.qt_out_of_reach import raise_wall; raise_wall(); import PySide6.QtCore"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "where Qt must not be needed" in done.stderr


def _run(commands: list[list[str]]) -> list[tuple[str, int, str]]:
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, json.dumps(commands)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [(name, code, told) for name, code, told in json.loads(done.stdout)]


def _imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names
