"""A snapshot finds a picture by the digits that Markdown names."""

from __future__ import annotations

from datetime import UTC, datetime

from editor.domain.image import Image
from editor.domain.settings import NewsroomSettings
from editor.publish.snapshot import Snapshot


def test_images_are_found_by_the_start_of_their_hash() -> None:
    drums = Image(id="1", sha256="ab" * 32, name="drums.jpg")
    words = Image(id="2", alt={"en": "A frame"})
    snapshot = Snapshot(
        settings=NewsroomSettings(name="Desk"),
        articles={},
        images={"1": drums, "2": words},
        original=lambda _: None,
        at=datetime(2026, 1, 14, tzinfo=UTC),
    )
    assert snapshot.images_by_hash == {"ab" * 6: drums}
