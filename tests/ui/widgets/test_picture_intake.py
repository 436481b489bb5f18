"""Pictures on their way into the newsroom."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from editor.bootstrap import Desk
from editor.core.errors import Cancelled, Fault, UserError
from editor.core.jobs import JobContext, quiet
from editor.i18n.interface import words
from editor.ui.widgets.offered_picture import OfferedPicture
from editor.ui.widgets.picture_intake import MOST_NAMED, Intake, read_pictures
from tests.builders import png


def test_good_ones_are_kept_and_bad_ones_named(desk: Desk, tmp_path: Path) -> None:
    offered = [
        OfferedPicture("a.png", data=png()),
        OfferedPicture("gone.png", tmp_path / "gone.png"),
        OfferedPicture("words.png", data=b"words"),
        OfferedPicture("empty.png", data=b""),
        OfferedPicture("same.png", data=png()),
    ]
    intake = read_pictures(desk.images, offered, quiet())
    assert len(intake.images) == 1
    assert [name for name, _ in intake.refused] == ["gone.png", "words.png", "empty.png"]
    trouble = intake.trouble()
    assert isinstance(trouble, UserError)
    lines = words(trouble.message).splitlines()
    assert lines[0] == "3 files could not be taken in."
    for line, (name, error) in zip(lines[1:], intake.refused, strict=True):
        assert line.count(name) >= 1
        assert (words(error.message) if isinstance(error, UserError) else words(error.cause)) in line
    assert words(trouble.hint) == "The others are in the newsroom."


def test_very_many_are_counted(desk: Desk) -> None:
    offered = [OfferedPicture(f"{number}.png", data=b"words") for number in range(MOST_NAMED + 2)]
    trouble = read_pictures(desk.images, offered, quiet()).trouble()
    assert isinstance(trouble, UserError)
    assert words(trouble.message).splitlines()[-1] == "And 2 more."
    assert words(trouble.hint) == "Nothing was changed."


def test_one_trouble_is_said_as_it_is(desk: Desk, tmp_path: Path) -> None:
    intake = read_pictures(desk.images, [OfferedPicture("gone.png", tmp_path / "gone.png")], quiet())
    assert isinstance(intake.trouble(), Fault)
    assert Intake((), ()).trouble() is None


def test_one_trouble_among_others_has_its_name(desk: Desk) -> None:
    offered = [OfferedPicture("a.png", data=png()), OfferedPicture("notes.txt", data=b"words")]
    trouble = read_pictures(desk.images, offered, quiet()).trouble()
    assert isinstance(trouble, UserError)
    assert words(trouble.message).splitlines()[0] == "1 file could not be taken in."
    assert words(trouble.message).splitlines()[1].startswith("notes.txt: ")
    assert words(trouble.hint) == "The others are in the newsroom."


def test_of_a_folder_every_picture_in_it_is_taken(desk: Desk, tmp_path: Path) -> None:
    """A photographer drops the folder of the day."""
    shot, empty = tmp_path / "shot", tmp_path / "empty"
    for folder in (shot / "late", shot / ".trash", empty):
        folder.mkdir(parents=True)
    for grey, name in enumerate(("b.PNG", "a.png", "late/c.png", ".trash/d.png")):
        (shot / name).write_bytes(png(grey=grey))
    (shot / "notes.txt").write_text("words", "utf-8")
    offered = [OfferedPicture("shot", shot), OfferedPicture("empty", empty)]
    intake = read_pictures(desk.images, offered, quiet())
    assert [image.name for image in intake.images] == ["a.png", "b.png", "c.png"]
    trouble = intake.trouble()
    assert isinstance(trouble, UserError)
    assert "There is no picture in the folder “empty”." in words(trouble.message)


def test_one_that_cannot_even_be_looked_at_does_not_stop_the_others(desk: Desk, tmp_path: Path) -> None:
    long = f"{'a' * 300}.png"  # no file system has room for it
    offered = [OfferedPicture(long, tmp_path / long), OfferedPicture("b.png", data=png())]
    intake = read_pictures(desk.images, offered, quiet())
    assert [image.name for image in intake.images] == ["b.png"]
    assert [name for name, _ in intake.refused] == [long]
    assert isinstance(intake.refused[0][1], Fault)


@pytest.mark.parametrize("closed", ["shot", "shot/late"])
def test_a_folder_that_cannot_be_read_is_named_as_such(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, closed: str
) -> None:
    (tmp_path / "shot/late").mkdir(parents=True)
    (tmp_path / "shot/a.png").write_bytes(png())
    scandir = os.scandir

    def refusing(path: Any) -> Any:  # noqa: ANN401 - as the system's own
        if Path(path) == tmp_path / closed:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    intake = read_pictures(desk.images, [OfferedPicture("shot", tmp_path / "shot")], quiet())
    monkeypatch.undo()
    ((name, fault),) = intake.refused
    assert name == Path(closed).name
    assert isinstance(fault, Fault)
    assert "cannot be written to or read" in words(fault.cause)
    assert [image.name for image in intake.images] == ([] if closed == "shot" else ["a.png"])


def test_it_stops_when_asked(desk: Desk) -> None:
    context = JobContext()
    context.cancel()
    with pytest.raises(Cancelled):
        read_pictures(desk.images, [OfferedPicture("a.png", data=png())], context)
