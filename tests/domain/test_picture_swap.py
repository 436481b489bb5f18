"""One picture in the place of another."""

from __future__ import annotations

import pytest

from editor.domain.image import Placement
from editor.domain.picture_swap import swapped
from tests.builders import a_link, an_article, an_external, an_image

OLD = an_image(sha256="ab" * 32, name="old.png")
NEW = an_image(sha256="cd" * 32, name="new.jpg")
OTHER = an_image(sha256="ef" * 32, name="other.png")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"![a]({OLD.path})", f"![a]({NEW.path})"),
        (f'![a]({OLD.path} "In the hall")', f'![a]({NEW.path} "In the hall")'),
        (f"![a](<{OLD.path}>)", f"![a](<{NEW.path}>)"),
        (f"![a][b]\n\n[b]: {OLD.path}", f"![a][b]\n\n[b]: {NEW.path}"),
        (
            f"![a]({OLD.path}) ![b]({OTHER.path}) ![c]({OLD.path})",
            f"![a]({NEW.path}) ![b]({OTHER.path}) ![c]({NEW.path})",
        ),
        (f"![a](images/{OLD.sha256[:12]}-renamed.png)", f"![a]({NEW.path})"),
    ],
)
def test_paths_in_texts(text: str, expected: str) -> None:
    assert swapped(an_article(body=text), OLD, NEW) == {"body": expected}
    assert swapped(an_article(reactions=text), OLD, NEW) == {"reactions": expected}


def test_hero_and_cards_keep_their_captions() -> None:
    placed = Placement(image_id=OLD.id, caption="c")
    article = an_article(hero=placed, links=(a_link(external=an_external(picture=placed)), a_link()))
    fields = swapped(article, OLD, NEW)
    assert fields["hero"] == Placement(image_id=NEW.id, caption="c")
    links = fields["links"]
    assert isinstance(links, tuple)
    assert links[0].external.picture == Placement(image_id=NEW.id, caption="c")
    assert links[1] == article.links[1]


def test_what_does_not_show_it_stays_and_words_alone_are_in_no_text() -> None:
    words = f"The path {OLD.path} is spoken of."
    assert swapped(an_article(body=words), OLD, NEW) == {}
    assert swapped(an_article(body="![a](images/x)"), an_image(), NEW) == {}
