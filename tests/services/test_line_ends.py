"""Pitfall 1: files with every kind of line end come in, are edited, saved and read again as they were shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.bootstrap import open_desk
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.edits import change_article
from editor.services.taking_in import TakingInOptions
from tests.builders import FixedClock
from tests.services.desks import a_desk, take

_LINES = ["First line", "", "Second “line” 四", "* one", "* two", "", "Last line"]
_MIXED = ["\r\n", "\n", "\r", "\n", "\r\n", "\r\n", "\n"]
KINDS = {
    "LF": ("\n".join(_LINES) + "\n").encode(),
    "CRLF": ("\r\n".join(_LINES) + "\r\n").encode(),
    "CR": ("\r".join(_LINES) + "\r").encode(),
    "mixed": "".join(map(str.__add__, _LINES, _MIXED)).encode(),
    "no final newline": "\n".join(_LINES).encode(),
    "CRLF, no final newline": "\r\n".join(_LINES).encode(),
}
SHOWN = "\n".join(_LINES)
ALL = pytest.mark.parametrize("kind", KINDS)


def _file(folder: Path, kind: str, *, has_mark: bool) -> Path:
    end = b"\r\n" if "CRLF" in kind else b"\r" if kind == "CR" else b"\n"
    front = end.join([b"---", b"makala: 1", b"headline: Ends", b"language: en", b"slug: ends", b"---", b""])
    path = folder / "in" / "ends.md"
    path.parent.mkdir()
    path.write_bytes((b"\xef\xbb\xbf" if has_mark else b"") + front + KINDS[kind])
    return path


@ALL
@pytest.mark.parametrize("has_mark", [False, True], ids=["", "BOM"])
def test_pitfall_1_imported_edited_saved_and_reloaded_it_is_what_was_shown(
    tmp_path: Path,
    kind: str,
    has_mark: bool,  # noqa: FBT001 - pytest hands it over
) -> None:
    path = _file(tmp_path, kind, has_mark=has_mark)
    original = path.read_bytes()
    with a_desk(tmp_path / "desk") as desk:
        report = take(desk, path)
        assert report.refused == ()
        article = desk.articles.get(report.taken[0].id)
        assert article.body.rstrip("\n") == SHOWN
        edited = article.body.replace("Second", "Another\r\nsecond")
        desk.articles.apply(change_article(article, say("Type"), body=edited))
        shown = desk.articles.get(article.id).body
        assert "\r" not in shown
    again = open_desk(tmp_path / "desk", clock=FixedClock())
    assert again.articles.get(article.id).body == shown == edited.replace("\r\n", "\n")
    again.archive.write(tmp_path / "out", quiet())
    again.close()
    assert path.read_bytes() == original
    with a_desk(tmp_path / "second") as second:
        understood = second.taking_in.read([tmp_path / "out"], TakingInOptions(), quiet())
        second.taking_in.take(understood, quiet())
        assert second.articles.get(article.id).body == shown
