"""Whatever an article, an image or the settings hold comes back from its row as the same value."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.domain.article import Status
from editor.domain.house_style import HouseStyle
from editor.domain.image import Finding
from editor.domain.link import Link
from editor.domain.settings import Edition, NewsroomSettings, Publisher
from editor.storage import rows
from tests.builders import NOON, a_link, an_article, an_external, an_id, an_image

INSTANTS = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC)).map(  # noqa: DTZ001 - bounds
    lambda instant: instant.replace(microsecond=0)
)
# What a keyboard and a file can give: everything but halves of surrogate pairs.
TEXTS = st.text(st.characters(codec="utf-8"))
VALUES = TEXTS | st.lists(TEXTS, max_size=3) | st.dictionaries(TEXTS, TEXTS, max_size=3)
PLAIN = st.dictionaries(TEXTS, VALUES, max_size=3)


@given(TEXTS, TEXTS, INSTANTS, PLAIN)
def test_every_article_row_is_text_a_person_can_read(
    headline: str, tag: str, instant: datetime, extra: dict[str, object]
) -> None:
    article = an_article(
        headline=headline, slug="x", tags=(tag, "b"), published=instant, extra=extra, status=Status.READY
    )
    values = rows.article_values(article)
    assert values["headline"] == headline
    assert json.loads(values["tags"]) == [tag, "b"]
    assert json.loads(values["extra"]) == extra
    assert values["status"] == "ready"
    assert datetime.fromisoformat(values["published"]) == instant
    assert not {"created_at", "changed_at", "changed_by", "body"} & values.keys()


@given(TEXTS, st.dictionaries(TEXTS, TEXTS), INSTANTS, PLAIN)
def test_an_image_comes_back(text: str, alt: dict[str, str], instant: datetime, extra: dict[str, object]) -> None:
    image = an_image(
        sha256="ab" * 32,
        alt=alt,
        credit=text,
        ai_prompt=text,
        source_type=text,
        findings=(Finding(detector="xmp", place="XMP", key="k", value=text, confidence="claimed"),),
        decided_by="Amina",
        creator="Asha",
        rights="© The Desk",
        license="CC BY 4.0",
        license_page="https://news.example/licence",
        data_mining="DMI-PROHIBITED",
        ai_system_version="2",
        ai_prompt_writer="Juma",
        generated_at="2026-01-14",
        focus=(0.3333, 1.0),
        proposed="compositeSynthetic",
        decided_at=instant,
        added_at=instant,
        trashed_at=instant,
        extra=extra,
    )
    values = rows.image_values(image)
    assert rows.image_from([values[name.strip()] for name in rows.IMAGE_COLUMNS.split(",")]) == image


@given(TEXTS, PLAIN)
def test_settings_come_back(text: str, extra: dict[str, object]) -> None:
    settings = NewsroomSettings(
        name=text,
        base_url=text,
        publisher=Publisher(name=text, url=text, logo=text, policies=text),
        privacy_policy_url=text,
        analytics_url=text,
        display_zone="Asia/Tokyo",
        editions=(Edition(locale="sw"), Edition(locale="en")),
        house_styles={"sw": HouseStyle(long=text, months=("a",) * 12)},
        extra=extra,
    )
    assert (
        rows.settings_from(
            tuple(rows.newsroom_values(settings).values()), settings.editions, settings.house_styles.items()
        )
        == settings
    )


@pytest.mark.parametrize(
    "link",
    [
        a_link(an_id(5), on_card=False, on_timeline=True),
        a_link(pending="Drums-In-NARA"),
        a_link(external=an_external(published=NOON + timedelta(days=1), extra={"k": ["v"]})),
    ],
)
def test_a_link_says_one_of_three(link: Link) -> None:
    values = rows.link_values(link, 3)
    assert values["position"] == 3
    assert values["target_id"] == (link.article or None)
    assert values["pending_key"] == link.pending.casefold()


@pytest.mark.parametrize("name", ["/etc/x.png", "../../x.png", "..\\..\\x.png", "a\0.png"])
def test_a_picture_that_somebody_wrote_by_hand_has_its_file_in_the_newsroom(name: str) -> None:
    values = {**rows.image_values(an_image(sha256="a" * 64)), "added_at": "", "trashed_at": ""}
    columns = rows.IMAGE_COLUMNS.split(", ")
    read = rows.image_from([{**values, "name": name}[column] for column in columns])
    assert not set("/\\\0") & set(read.name)
    assert read.has_file
    for digest in ("../../x", "/etc/passwd", "A" * 64, "0" * 65):
        assert not rows.image_from([{**values, "sha256": digest}[column] for column in columns]).has_file
