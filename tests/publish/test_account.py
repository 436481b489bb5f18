"""What cannot be part of a bundle is our bug: it is never put in place."""

from __future__ import annotations

import pytest

from editor.core.errors import Fault
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.publish.account import Account, look_at_new_pictures
from editor.publish.bundle import BundleFile, FileRole, at_hand


def a_file(path: str, data: bytes = b"words", role: FileRole = FileRole.TEXT) -> BundleFile:
    return BundleFile(path=path, make=at_hand(data), type="text/plain", role=role)


@pytest.mark.parametrize("path", ["../a", "/a", "a//b", "manifest.json", "con", "a\\b"])
def test_an_unsafe_path_is_our_bug(path: str) -> None:
    with pytest.raises(ValueError, match="not a path"):
        Account().expect(a_file(path))


def test_two_files_of_one_path_are_our_bug() -> None:
    account = Account()
    account.expect(a_file("a.txt"))
    with pytest.raises(ValueError, match="not a path"):
        account.expect(a_file("a.txt"))


def test_a_page_that_leads_nowhere_is_our_bug() -> None:
    account, page = Account(), a_file("index.html", b'<a href="gone.html">x</a>', FileRole.PAGE)
    account.take(page, 25, "0" * 64)
    account.follow(page, page.make())
    with pytest.raises(ValueError, match=r"gone\.html"):
        account.manifest("html", ("en",))


def test_only_new_pictures_are_looked_at() -> None:
    account, seen = Account(), []
    for path in ("old.jpg", "new.jpg"):
        account.take(a_file(path, role=FileRole.IMAGE), 5, "0" * 64)
    account.new = ["new.jpg"]

    def look(data: bytes, promised: object) -> None:
        seen.append((data, promised))

    look_at_new_pictures(account, str.encode, look, quiet())
    assert [data for data, _ in seen] == [b"new.jpg"]
    with pytest.raises(Fault, match=r"new\.jpg"):
        look_at_new_pictures(account, str.encode, lambda *_: say("Its credit is gone."), quiet())
