"""Which addresses pages can name, for those who ask while one is typed."""

from __future__ import annotations


def is_page_address(address: str) -> bool:
    """Say whether `address` leads to a page, by the very rule that pages follow: what is none is left out of them."""
    from editor.publish.addresses import linked_page

    return bool(linked_page(address))
