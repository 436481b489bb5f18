"""Which pictures an article, or a change of one, names: by id, or in texts by the first digits of the hash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editor.domain.article import Article
from editor.domain.edits import CreateArticle, Edit, EditArticle, Several, touched
from editor.domain.image import Placement, body_image_hashes
from editor.domain.link import Link


def names_in(edit: Edit) -> Iterator[str]:
    """Yield the ids, or first digits of the hashes, of all pictures that `edit` or its inverse names."""
    yield from touched(edit)[2]
    match edit:
        case Several(edits=edits):
            for one in edits:
                yield from names_in(one)
        case CreateArticle(article=article):
            yield from names_of(article)
        case EditArticle(before=before, after=after):
            for values in (before, after):
                yield from _names_in_values(values.values())


def names_of(article: Article) -> Iterator[str]:
    """Yield the ids, or first digits of the hashes, of all pictures that `article` uses."""
    yield from _names_in_values((article.hero, article.body, article.reactions, article.links))


def _names_in_values(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        match value:
            case Placement(image_id=image_id):
                yield image_id
            case str() if "images/" in value:
                yield from body_image_hashes(value)
            case tuple():
                for link in value:
                    if isinstance(link, Link) and link.external and link.external.picture:
                        yield link.external.picture.image_id
