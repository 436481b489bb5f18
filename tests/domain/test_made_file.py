"""What a page says to machines is read from it."""

from __future__ import annotations

from editor.domain.made_file import MadeFile


def test_structured_data_is_read_from_the_page() -> None:
    page = '<script src="x"></script><script type="application/ld+json">{"a": 1}</script>'
    assert MadeFile(path="p", kind="page", type="text/html", text=page).structured == ('{"a": 1}',)
    assert MadeFile(path="p", kind="feed", type="text/xml", text="<feed/>").structured == ()
