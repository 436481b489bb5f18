"""Before its hour no byte of a bundle knows of an article, nor of one that is not published; a withdrawn one is silent.

Every field of the hidden articles holds a word of its own, and every file of every format is searched for it. What is
out links to all of them, shares sets, sections, people and topics with them.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.domain.article import Article, Correction, FormerSlug, Status, Withdrawal
from editor.domain.edition import hour_of
from editor.domain.image import Image, Placement
from editor.publish.bundle import key_of
from editor.publish.registry import FORMATS
from tests.builders import NOON, a_link, an_article, an_external
from tests.publish.newsrooms import Desk, a_full_desk, a_picture

HOUR = NOON + timedelta(days=40)  # after the desk's present, which is thirty days on
HIDDEN: dict[str, dict[str, Any]] = {
    "embargoedzq": {"status": Status.PUBLISHED, "published": NOON, "embargo": HOUR},
    "scheduledzq": {"status": Status.PUBLISHED, "published": HOUR},
    "draftzq": {"status": Status.DRAFT, "published": NOON},
    "readyzq": {"status": Status.READY, "published": NOON},
    "earlyzq": {"status": Status.WITHDRAWN, "embargo": HOUR, "withdrawal": Withdrawal(at=NOON)},
}
GONE = {"status": Status.WITHDRAWN, "published": NOON}


def secret(word: str, number: int, hero: Image, **fields: Any) -> Article:  # noqa: ANN401 - any field of an article
    """Return an article each of whose fields holds `word`."""
    made = an_article(
        id=f"{number:032x}",
        headline=f"Headline{word}",
        slug=f"slug{word}",
        standfirst=f"Standfirst{word}",
        byline=(f"By{word}", "Amina Odhiambo"),
        section=f"Section{word}",
        tags=(f"Tag{word}", "Diplomacy"),
        body=f"Body{word}. [{word}](https://example.org/{word})",
        reactions=f"Reaction{word}",
        corrections=(Correction(at=NOON, note=f"Note{word}"),),
        former_slugs=(FormerSlug(slug=f"former{word}"),),
        hero=Placement(image_id=hero.id, caption=f"Caption{word}"),
        links=(a_link(external=an_external(headline=f"Card{word}", url=f"https://example.org/{word}/card")),),
        reviewed_by=f"Reviewer{word}",
        extra={"key": f"Extra{word}"},
    )
    return replace(made, **fields)


def hiding_desk(**hidden: dict[str, Any]) -> Desk:
    """Return the full newsroom, whose main article leads to a secret one for each of `hidden`, by its word."""
    desk = a_full_desk()
    main = desk.articles["f" * 32]
    links = list(main.links)
    for number, (word, fields) in enumerate(hidden.items(), 50):
        image = desk.originals.add(
            a_picture(400, 300, number), id=f"1{number:031x}", alt={"en": f"Alt{word}"}, credit=f"Credit{word}"
        )
        desk.images = {**desk.images, image.id: image}
        article = secret(word, number, image, **fields)
        desk.articles = {**desk.articles, article.id: article}
        links.append(a_link(article, on_timeline=True))
    desk.articles = {**desk.articles, main.id: replace(main, links=tuple(links))}
    return desk


def everything(desk: Desk, kind: str) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of every file of an export, those inside of e-books too."""
    for path, file in desk.files(kind).items():
        data = file.make()
        yield path, f"{path} {file.article} {key_of(file)} {dict(file.promised)}".encode() + data
        if path.endswith(".epub"):
            with zipfile.ZipFile(BytesIO(data)) as book:
                for name in book.namelist():
                    yield f"{path}/{name}", name.encode() + book.read(name)


def leaks(desk: Desk, kind: str, *words: str) -> dict[str, list[str]]:
    """Return by word which files hold it, or the id or the picture of the hidden article whose word it is."""
    found: dict[str, list[str]] = {word: [] for word in words}
    needles = {
        word: (word.encode(), f"{number:032x}".encode(), desk.images[f"1{number:031x}"].sha256[:12].encode())
        for number, word in enumerate(words, 50)
    }
    for path, data in everything(desk, kind):
        folded = data.lower()
        for word, needed in needles.items():
            if any(needle in folded for needle in needed):
                found[word].append(path)
    return found


@pytest.mark.parametrize("kind", list(FORMATS))
def test_no_byte_knows_of_what_may_not_be_out(kind: str) -> None:
    found = leaks(hiding_desk(**HIDDEN), kind, *HIDDEN)
    assert found == {word: [] for word in HIDDEN}


@pytest.mark.parametrize("kind", list(FORMATS))
def test_at_their_hour_they_are_there(kind: str) -> None:
    due = {word: HIDDEN[word] for word in ("embargoedzq", "scheduledzq")}
    desk = hiding_desk(**due)
    desk.at = HOUR
    assert all(leaks(desk, kind, *due).values())  # the search finds what is there to be found


@pytest.mark.parametrize("kind", list(FORMATS))
def test_of_a_withdrawn_article_only_its_address_is_left(kind: str) -> None:
    record = Withdrawal(at=NOON, note="whisperedreason")
    desk = hiding_desk(takenback={**GONE, "withdrawal": record})
    for path, data in everything(desk, kind):
        assert b"whisperedreason" not in data, path
        rest = data.lower().replace(b"slugtakenback", b"").replace(b"formertakenback", b"")
        assert b"takenback" not in rest, path


@settings(max_examples=15, deadline=None)
@given(
    st.sampled_from(list(Status)),
    *(st.one_of(st.none(), st.integers(-40, 40).map(lambda days: NOON + timedelta(days=30 + days))) for _ in range(2)),
)
def test_whatever_status_and_hours_a_text_shows_what_is_published_and_due_and_nothing_else(
    status: Status, published: datetime | None, embargo: datetime | None
) -> None:
    desk = hiding_desk(quiet={"status": status, "published": published, "embargo": embargo})
    hour = hour_of(desk.articles[f"{50:032x}"])
    is_due = hour is None or hour <= desk.at
    found = leaks(desk, "text", "quiet")["quiet"]
    if status is Status.PUBLISHED and is_due:
        assert any(path.endswith("slugquiet.txt") for path in found)
    elif status is Status.WITHDRAWN and is_due:
        assert {path.rpartition("/")[2] for path in found} == {"slugquiet.txt"}
    else:
        assert found == []
