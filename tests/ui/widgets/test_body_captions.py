"""Captions that stand in the Markdown of a body."""

from __future__ import annotations

import pytest

from editor.ui.widgets.body_captions import body_caption, with_body_caption
from tests.builders import an_image

IMAGE = an_image(sha256="0123456789ab" + "0" * 52)
OTHER = an_image(sha256="f" * 64)


@pytest.mark.parametrize(
    ("body", "caption"),
    [
        ("![a](images/0123456789ab-x.png)", ""),
        ('![a \\] b](images/0123456789ab-x.png "In the hall")', "In the hall"),
        ('![](<images/0123456789ab-x.png> "Say \\"hi\\" \\\\")', 'Say "hi" \\'),
        ("no picture", None),
        ("![a](images/ffffffffffff-x.png)", None),
    ],
)
def test_a_caption_is_read(body: str, caption: str | None) -> None:
    assert body_caption(body, IMAGE) == caption


def test_a_caption_is_written_at_its_own_picture() -> None:
    body = f'One.\n\n![a]({OTHER.path})\n\n![b]({IMAGE.path} "old")\n\nEnd.'
    changed = with_body_caption(body, IMAGE, 'New "words"\nhere')
    assert body_caption(changed, IMAGE) == 'New "words" here'
    assert body_caption(changed, OTHER) == ""
    assert changed.startswith("One.")
    assert changed.endswith("End.")
    assert with_body_caption(changed, IMAGE, "") == f"One.\n\n![a]({OTHER.path})\n\n![b]({IMAGE.path})\n\nEnd."
    assert with_body_caption("nothing", IMAGE, "x") == "nothing"
