"""A far place is tried again after a pause, with a new connection; what will not pass is said at once."""

from __future__ import annotations

from ftplib import error_perm

import pytest

from editor.core.errors import Cancelled, Fault, UserError
from editor.core.jobs import JobContext, quiet
from editor.publish.far_address import read_address
from editor.publish.far_files import FarFiles
from editor.publish.far_opening import Login, errors_of, open_place
from editor.publish.far_place import FarPlace


class _Failing:
    """Opens a place in memory whose first reads fail."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.opened = 0

    def open(self) -> FarFiles:
        self.opened += 1
        if self.errors:
            raise self.errors.pop(0)
        return open_place(read_address("memory:///far-place"), Login())


def a_place(opening: _Failing, context: JobContext | None = None) -> FarPlace:
    return FarPlace(opening.open, errors_of(read_address("ftp://host/")), context or quiet())


@pytest.fixture(autouse=True)
def _without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("editor.publish.far_place._PAUSES", (0.0, 0.0))


def test_it_connects_again_and_goes_on() -> None:
    opening = _Failing(ConnectionResetError(), EOFError())
    place = a_place(opening)
    place.write("a/b.txt", b"words", "text/plain")
    assert place.read("a/b.txt") == b"words"
    assert place.size("a/b.txt") == 5
    assert place.size("nothing") is None
    place.remove("a/b.txt")
    assert opening.opened == 3
    place.close()


def test_it_gives_up_in_words() -> None:
    with pytest.raises(Fault, match="broke off"):
        a_place(_Failing(*(EOFError() for _ in range(9)))).read("a")
    once = _Failing(error_perm("530 no"), EOFError())  # noqa: S321 - an answer
    with pytest.raises(Fault, match="password"):
        a_place(once).read("a")
    assert once.opened == 1
    with pytest.raises(TypeError):
        a_place(_Failing(TypeError("our bug"))).read("a")


def test_a_stop_ends_the_waiting() -> None:
    context = JobContext()
    context.cancel()
    with pytest.raises(Cancelled):
        a_place(_Failing(EOFError()), context).read("a")


def test_a_manifest_that_is_none_is_a_foreign_place() -> None:
    place = a_place(_Failing())
    place.write("manifest.json", b"{}", "application/json")
    with pytest.raises(UserError, match="not a bundle"):
        place.look()
    assert place.look(is_taken_over=True).manifest is None
    place.remove("manifest.json")
