"""What the checks' tests look at: an article that no check has anything to say about."""

from __future__ import annotations

import re
from typing import Any

from editor.checks.looking import Looking
from editor.checks.registry import CHECKS
from editor.core.messages import Message
from editor.domain.article import Status
from editor.domain.image import Image, Placement
from editor.domain.problem import Problem
from tests.builders import NOON, a_link, an_article, an_image, some_settings

HERO = an_image(sha256="ab" * 32, alt={"en": "A drum"})
TARGET = an_article(id="1" * 32, headline="Earlier", status=Status.PUBLISHED, published=NOON)
GOOD = an_article(
    id="2" * 32,
    status=Status.PUBLISHED,
    published=NOON,
    hero=Placement(image_id=HERO.id),
    body=f"Words.\n\n![A drum]({HERO.path})",
    links=(a_link(TARGET), a_link()),
)


def looking(**fields: Any) -> Looking:  # noqa: ANN401 - any field of a look
    """Return a look at the good article, with these fields changed."""

    def no_trouble(_: Image) -> Message | None:
        return None

    fields.setdefault("settings", some_settings(base_url="https://news.example"))
    fields.setdefault("at", NOON)
    fields.setdefault("article", GOOD)
    fields.setdefault("targets", {TARGET.id: TARGET})
    fields.setdefault("images", {HERO.id: HERO})
    fields.setdefault("file_trouble", no_trouble)
    fields.setdefault("moves", lambda _: False)
    fields.setdefault("picture_paths", lambda markdown: re.findall(r"!\[[^]]*\]\(([^) ]*)", markdown))
    return Looking(**fields)


def found(check: str, look: Looking) -> list[Problem]:
    """Return what the check of this id finds."""
    return list(CHECKS[check].find(look))
