"""What was read from one file: an article before the ids and pictures of the newsroom are joined to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from editor.core.messages import Message
from editor.domain.article import Article
from editor.domain.image import Image
from editor.domain.settings import Edition

NewId = Callable[[], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureNote:
    """What a file says of one picture, as an image whose id is "" where the file gives none.

    `file` is its path there, "" for one known by its words; `caption` is that of this one place.
    """

    image: Image
    file: str = ""
    caption: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPicture:
    """A picture that the Markdown of a text shows, from `begin` to `end` in it.

    `label` is its alt text as typed, `alt` as it reads. `line` is 0-based in the text as it is found, and the line of
    the file (1-based) in a `Draft`.
    """

    begin: int
    end: int
    label: str
    alt: str
    path: str
    title: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One article as its file has it.

    Image ids in `article` (hero, pictures of external links) are keys of `pictures`; paths in the Markdown of body and
    reactions are those of the file, found again in `body_pictures` and `reaction_pictures` and, where the front matter
    says more of them, in `notes` by path; those in `absent_pictures` stay as they are typed.
    `translation_of` names a slug or id, `translation_set` the set itself.
    `gives_id` says whether the file names its id. `lines` says on which line of the file a field stands.
    """

    article: Article
    gives_id: bool = False
    pictures: Mapping[str, PictureNote] = field(default_factory=dict)
    notes: Mapping[str, PictureNote] = field(default_factory=dict)
    body_pictures: tuple[BodyPicture, ...] = ()
    reaction_pictures: tuple[BodyPicture, ...] = ()
    absent_pictures: frozenset[str] = frozenset()
    translation_of: str = ""
    edition: Edition | None = None
    warnings: tuple[Message, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)

    def line_of(self, name: str) -> int:
        """Return the line of the file on which the field `name` stands, 0 where it does not."""
        return self.lines.get(name, 0)
