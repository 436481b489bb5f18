"""One picture in the place of another, in every place of an article: as the fields that this changes."""

from __future__ import annotations

import re
from dataclasses import replace

from editor.domain.article import Article
from editor.domain.image import HASH_IN_NAME, Image
from editor.domain.link import Link


def swapped(article: Article, old: Image, new: Image) -> dict[str, object]:
    """Return the fields of `article` that show `old`, with `new` in its place; captions and alt texts in them stay.

    In a text only the path of a picture changes: hash and name. `new` has a file; `old` may be known by words alone.
    """
    fields: dict[str, object] = {}
    if article.hero is not None and article.hero.image_id == old.id:
        fields["hero"] = replace(article.hero, image_id=new.id)
    if old.has_file:
        for name, text in (("body", article.body), ("reactions", article.reactions)):
            if (changed := _in_text(text, old, new)) != text:
                fields[name] = changed
    links = tuple(_in_link(link, old, new) for link in article.links)
    if links != article.links:
        fields["links"] = links
    return fields


def _in_text(text: str, old: Image, new: Image) -> str:
    path = re.compile(rf"(\](?:\(|:)\s*<?)images/{old.sha256[:HASH_IN_NAME]}-[^\s)>]+")
    return path.sub(lambda found: found[1] + new.path, text)


def _in_link(link: Link, old: Image, new: Image) -> Link:
    placed = link.external.picture if link.external else None
    if link.external is None or placed is None or placed.image_id != old.id:
        return link
    return replace(link, external=replace(link.external, picture=replace(placed, image_id=new.id)))
