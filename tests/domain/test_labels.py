"""Disclosure is computed, never chosen."""

from __future__ import annotations

import pytest

from editor.domain.authorship import Authorship
from editor.domain.image import Image
from editor.domain.labels import IMAGE_BY_AI, IMAGE_CHANGED_BY_AI, REPORTED_BY_AI, image_label, label_row
from tests.builders import an_image

MADE, CHANGED = an_image(), an_image(source_type="compositeWithTrainedAlgorithmicMedia")
TAKEN, NOT_KNOWN = an_image(source_type="digitalCapture"), an_image(source_type="")


@pytest.mark.parametrize(
    ("image", "label"),
    [(MADE, IMAGE_BY_AI), (CHANGED, IMAGE_CHANGED_BY_AI), (TAKEN, ""), (NOT_KNOWN, ""), (None, "")],
)
def test_the_label_at_the_picture(image: Image | None, label: str) -> None:
    assert image_label(image) == label


@pytest.mark.parametrize(
    ("authorship", "image", "row"),
    [
        (Authorship.AI_GENERATED, MADE, (REPORTED_BY_AI, IMAGE_BY_AI)),
        (Authorship.AI_GENERATED, TAKEN, (REPORTED_BY_AI,)),
        (Authorship.AI_ASSISTED, CHANGED, (IMAGE_CHANGED_BY_AI,)),
        (Authorship.HUMAN, None, ()),
        (Authorship.NOT_STATED, NOT_KNOWN, ()),
    ],
)
def test_the_label_row(authorship: Authorship, image: Image | None, row: tuple[str, ...]) -> None:
    assert label_row(authorship, image) == row
