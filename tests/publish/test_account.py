"""What an export keeps account of; what cannot be part of a bundle is our bug."""

from __future__ import annotations

import pytest

from editor.core.errors import Fault
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.publish.account import Account, look_at_new_pictures
from editor.publish.bundle import BundleFile, FileRole, at_hand
from editor.publish.manifest import read_manifest


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


def a_page(path: str, html: str = "") -> BundleFile:
    return BundleFile(path=path, make=at_hand(html.encode()), type="text/html", role=FileRole.PAGE)


def an_account(*pages: BundleFile) -> Account:
    account = Account()
    for page in pages:
        account.expect(page)
        account.follow(page, page.make())
        account.take(page, len(page.make()), "0" * 64)
    return account


@pytest.mark.parametrize("path", ["a.html", "../b.html", "manifest.json"])
def test_a_path_that_is_taken_or_unsafe_or_our_own_is_a_bug(path: str) -> None:
    with pytest.raises(ValueError, match="not a path"):
        an_account(a_page("a.html")).expect(a_page(path))


def test_a_page_that_leads_to_what_was_let_go_is_a_bug() -> None:
    account = an_account(a_page("a.html", '<a href="b.html">'), a_page("b.html"))
    assert read_manifest(account.manifest("html", ())).entries.keys() == {"a.html", "b.html"}
    account.let_go(["b.html"])
    with pytest.raises(ValueError, match=r"leads to 'b\.html'"):
        account.manifest("html", ())


def test_a_page_made_anew_that_leads_nowhere_is_a_bug() -> None:
    account = an_account(a_page("a.html"))
    manifest = account.manifest("html", ())
    page = a_page("a.html", '<a href="gone.html">')
    account.follow(page, page.make())
    account.take(page, len(page.make()), "1" * 64)
    with pytest.raises(ValueError, match=r"gone\.html"):
        account.amended(manifest, {"a.html"}, [page.path], ())


def test_files_that_are_gone_are_counted() -> None:
    before = an_account(a_page("a.html"), a_page("b.html"))
    after = an_account(a_page("a.html"))
    outcome = after.outcome(b"", before.entries)
    assert (outcome.files, outcome.written, outcome.removed) == (1, 0, 1)
