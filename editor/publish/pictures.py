"""Images as pages show them: which copies, which words, which label."""

from __future__ import annotations

from collections.abc import Mapping

from editor.domain.derivative import (
    CARD,
    CLASSIC,
    FALLBACK,
    MEDIA_TYPES,
    SHARE,
    SQUARE,
    Derivative,
    cut_to,
    derivatives_of,
)
from editor.domain.image import Image
from editor.domain.labels import image_label
from editor.domain.site_places import IMAGES
from editor.publish.addresses import relative
from editor.publish.furniture import around, optional_run, run
from editor.publish.pages import Picture, Run, Source

# Pixels: below them a sign would hide what it stands on. The words stay.
BADGE_FROM = 120


def picture_of(
    image: Image,
    *,
    page: str,
    language: str,
    locale: str,
    words: Mapping[str, Run],
    caption: str = "",
    alt: str = "",
    has_badge: bool = False,
    on_card: bool = False,
) -> Picture:
    """Return `image` for the page at bundle path `page`, among text of `language`, in the edition of `locale`.

    `alt` is what was typed for this place; without it the image's own text in the best language stands in. `has_badge`
    asks for the sign on it, which a picture too small to bear one does without. A card cuts it to its shape.
    """
    found = (language, alt) if alt.strip() else image.alt_for(language, locale)
    label = image_label(image)
    copies = cut_to(image, CARD) if on_card else derivatives_of(image)
    files = {ending: [copy for copy in copies if copy.format == ending] for ending in MEDIA_TYPES}
    shown = files[FALLBACK][-1] if copies else None
    return Picture(
        src=_address(shown, page) if shown else "",
        srcset=_srcset(files[FALLBACK], page),
        width=shown.width if shown else 0,
        height=shown.height if shown else 0,
        sources=tuple(
            Source(MEDIA_TYPES[ending], _srcset(files[ending], page))
            for ending in files
            if ending != FALLBACK and copies
        ),
        alt=optional_run(found[1], found[0]) if found else None,
        label=words[label] if label else None,
        origin=image.origin.value if label else "",
        badge=words["ai_badge"] if has_badge and label and shown and shown.width >= BADGE_FROM else None,
        caption=optional_run(caption, language),
        credit=around(words["picture_credit"], "credit", run(image.credit, language)) if image.credit.strip() else None,
    )


def frame_of_words(alt: str, language: str, caption: str = "") -> Picture:
    """Return the frame for a picture that the newsroom does not have."""
    return Picture(alt=run(alt, language) if alt.strip() else None, caption=optional_run(caption, language))


def path_in_bundle(copy: Derivative) -> str:
    """Return where `copy` lies in a bundle."""
    return f"{IMAGES}/{copy.name}"


def whole(image: Image) -> tuple[Derivative, ...]:
    """Return the largest copy of all the picture that everything can show."""
    return derivatives_of(image)[-1:]


def carded(image: Image) -> tuple[Derivative, ...]:
    """Return the largest copy in the shape of a card that everything can show."""
    return cut_to(image, CARD)[-1:]


def offered(image: Image) -> tuple[Derivative, ...]:
    """Return the copies offered to search engines: all of the picture, then the shapes that they want it in."""
    cut = (copy for shape in (CARD, CLASSIC, SQUARE) for copy in cut_to(image, shape)[-1:])
    return tuple(dict.fromkeys((*whole(image), *cut)))


def shared(image: Image | None) -> Derivative | None:
    """Return the copy in the shape that those show who share the page."""
    return next(iter(cut_to(image, SHARE)), None) if image else None


def _srcset(copies: list[Derivative], page: str) -> str:
    return ", ".join(f"{_address(copy, page)} {copy.width}w" for copy in copies)


def _address(copy: Derivative, page: str) -> str:
    return relative(path_in_bundle(copy), page)
