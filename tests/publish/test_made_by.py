"""What was made with another version of a library is made anew."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest

from editor import __version__
from editor.publish import bodies
from editor.publish.bodies import body_key
from editor.publish.made_by import LIBRARIES, made_by, versions_in


def test_it_says_what_the_installer_says() -> None:
    assert made_by().split() == [__version__, *(f"{name}-{version(name)}" for name in LIBRARIES)]


def test_the_first_on_the_way_counts_and_names_are_spelled_in_many_ways(tmp_path: Path) -> None:
    for name in ("a/Jinja2-3.2.dist-info", "a/nh3_more-9.dist-info", "b/jinja2-3.1.dist-info"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "b/Markdown-3.6-py3.12.egg-info").mkdir()
    folders = [str(tmp_path / name) for name in ("none", "a", "b")]
    assert versions_in(folders) == {"jinja2": "3.2", "markdown": "3.6"}


def test_a_kept_body_is_named_after_who_made_it(monkeypatch: pytest.MonkeyPatch) -> None:
    before = body_key("words")
    monkeypatch.setattr(bodies, "made_by", lambda: "another nh3")
    assert body_key("words") != before
