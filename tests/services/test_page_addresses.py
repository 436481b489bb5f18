"""What is said of an address while it is typed holds for the pages."""

from __future__ import annotations

import pytest

from editor.publish.addresses import linked_page
from editor.services.page_addresses import is_page_address


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("https://news.example/policies?a=b#c", True),
        (" http://habari.example ", True),
        ("", False),
        ("https://", False),
        ("https://exa mple.org", False),
        ("https://a|b", False),
        ("https://a.example/a b", False),
        ("mailto:desk@news.example", False),
        ("ftp://news.example", False),
    ],
)
def test_it_is_what_pages_name(address: str, is_one: bool) -> None:  # noqa: FBT001 - one of the cases
    assert is_page_address(address) is is_one
    assert bool(linked_page(address)) is is_one
