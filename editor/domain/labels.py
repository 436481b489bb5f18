"""Which words of disclosure something wears, computed from what it is and never stored.

The results are keys of the page words (`resources/locale`), put into a language only where they are shown.
"""

from __future__ import annotations

from editor.domain.authorship import Authorship
from editor.domain.image import Image
from editor.domain.source_type import OriginClass

REPORTED_BY_AI = "reported_by_ai"
IMAGE_BY_AI = "image_by_ai"
IMAGE_CHANGED_BY_AI = "image_changed_by_ai"

_IMAGE_KEYS = {OriginClass.AI_GENERATED: IMAGE_BY_AI, OriginClass.AI_MODIFIED: IMAGE_CHANGED_BY_AI}


def image_label(image: Image | None) -> str:
    """Return the key of the label at the picture, or "" when it wears none; *unknown* never wears one."""
    return _IMAGE_KEYS.get(image.origin, "") if image else ""


def label_row(authorship: Authorship, image: Image | None) -> tuple[str, ...]:
    """Return the keys of an article's label row in their order: the report's first, then the picture's."""
    reported = (REPORTED_BY_AI,) if authorship is Authorship.AI_GENERATED else ()
    label = image_label(image)
    return (*reported, label) if label else reported
