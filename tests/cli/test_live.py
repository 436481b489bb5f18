"""The command that follows a newsroom until it is stopped."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from editor.bootstrap import open_desk
from editor.core.messages import say
from editor.domain.article import Status
from editor.domain.edits import change_article
from tests.builders import NOON, a_desk, an_article, created
from tests.cli.runs import makala


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    desk = a_desk(tmp_path / "desk")
    desk.articles.apply(created(an_article(slug="drums", headline="Drums", status=Status.PUBLISHED, published=NOON)))
    desk.close()
    return desk.folder


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_it_follows_an_edit_and_ends_cleanly(folder: Path) -> None:
    command = [sys.executable, "-m", "editor", "live", str(folder), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        try:
            assert running.stdout is not None
            out = folder.with_name("desk-live")
            told = json.loads(running.stdout.readline())
            assert told["bundle"] == str(out)
            page = min(out.glob("**/drums/index.html"))
            address = f"{told['address']}{page.parent.relative_to(out).as_posix()}/"
            desk = open_desk(folder, person="Amina")
            article = desk.articles.find("drums")
            assert article is not None
            desk.articles.apply(change_article(article, say("x"), headline="Changed from elsewhere"))
            desk.close()
            shown, until = "", time.monotonic() + 20
            while "Changed from elsewhere" not in shown and time.monotonic() < until:
                with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own address
                    shown = answer.read().decode()
            running.send_signal(signal.SIGINT)
            rest, errors = running.communicate(timeout=20)
        finally:
            running.kill()
    assert (running.returncode, rest, "Traceback" in errors) == (0, "", False)
    assert "Changed from elsewhere" in shown
    assert makala("verify", out).code == 0


def test_what_stands_in_the_way_at_the_start_is_its_end(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a.txt").write_text("x")
    ran = makala("live", folder, tmp_path / "mine")
    assert (ran.code, ran.out) == (2, "")
    assert "not a bundle" in ran.err
    assert makala("live", folder, "--port", "70000").code == 2
