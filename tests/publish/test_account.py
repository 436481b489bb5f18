"""What an export keeps account of."""

from __future__ import annotations

import pytest

from editor.publish.account import Account
from editor.publish.bundle import BundleFile, FileRole, at_hand
from editor.publish.manifest import read_manifest


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


def test_files_that_are_gone_are_counted() -> None:
    before = an_account(a_page("a.html"), a_page("b.html"))
    after = an_account(a_page("a.html"))
    outcome = after.outcome(b"", before.entries)
    assert (outcome.files, outcome.written, outcome.removed) == (1, 0, 1)
