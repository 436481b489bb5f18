"""What is asked of the newsroom when an article outside is told of: its link, and a picture known by its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from editor.core.messages import say
from editor.domain.edits import AddImage, Edit, change_image, label_image
from editor.domain.image import Image, Placement
from editor.domain.link import External
from editor.domain.source_type import origin_of, term_of
from editor.domain.told import Told, filled
from editor.ui.widgets.external_form import ExternalSaid, PictureSaid

TELL = say("Change external article")


def said_of(told: Told, link_id: str, known: External, language: str) -> ExternalSaid:
    """Return what is said of an article when `told` fills what is not `known` of it yet.

    A picture is taken along where it is declared to come from AI: that is what readers are owed of it. `language` is
    the article's that links.
    """
    external = filled(known, told)
    picture = None
    if known.picture is None and origin_of(told.picture_source).is_ai:
        picture = PictureSaid(told.picture, external.language or language, told.picture_source)
    return ExternalSaid(link_id, external, picture)


def with_picture(
    said: ExternalSaid, pictures: Mapping[str, Image], image_id: str, by: str, at: datetime
) -> tuple[list[Edit], External]:
    """Return the edits that the picture needs, and the external article with it; a new picture gets `image_id`."""
    old = said.external.picture
    if said.picture is None:
        return [], replace(said.external, picture=None)
    if old is None:
        image = _image_of(said.picture, image_id)
        if image.source_type:
            image = replace(image, decided_by=by, decided_at=at)
        added = AddImage(image, say("Add picture"), at)
        return [added], replace(said.external, picture=Placement(image_id=image.id))
    known = pictures.get(old.image_id)
    if known is None or known.has_file:
        return [], said.external
    alt = {**known.alt, said.picture.language: said.picture.alt}
    term = said.picture.source_type
    if term_of(known.source_type) != term:
        return [label_image(known, term, by=by, at=at, alt=alt)], said.external
    return [change_image(known, TELL, alt=alt)] if alt != known.alt else [], said.external


def _image_of(said: PictureSaid, image_id: str) -> Image:
    return Image(id=image_id, alt={said.language: said.alt}, source_type=said.source_type)
