from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.core.errors import FileError
from editor.domain.article import Status, ZoneSource
from editor.domain.authorship import Authorship
from editor.domain.image import Placement
from editor.ingest.article_file import IMPORTER, read_article
from editor.ingest.draft import Draft
from editor.ingest.front_matter import decoded
from tests.ingest.readers import options

FULL = Path(__file__).parents[1] / "data" / "articles" / "full.md"


def read(front: str, body: str = "Body.\n") -> Draft:
    return read_article(f"---\nmakala: 1\n{front}---\n{body}", options())


def test_every_key_of_the_contract_is_read() -> None:
    draft = read_article(decoded(FULL.read_bytes()), options())
    article = draft.article
    assert (article.id, article.language, article.slug) == ("01890c3e", "no", "2026-01-14")
    assert (article.headline, article.standfirst, article.byline) == ("12:30", "Yes", ("Asha", "no"))
    assert (article.authorship, article.status) == (Authorship.AI_ASSISTED, Status.READY)
    assert (article.reviewed_by, article.reviewed_at) == ("Asha", datetime(2026, 1, 14, 3, tzinfo=UTC))
    assert (article.section, article.tags) == ("World", ("Japan", "South Korea"))
    assert (article.published, article.updated) == (
        datetime(2026, 1, 14, 12, tzinfo=UTC),
        datetime(2026, 1, 15, 12, tzinfo=UTC),
    )
    assert article.embargo == datetime(2026, 1, 13, 12, tzinfo=UTC)
    assert (article.display_zone, article.zone_source) == ("Asia/Tokyo", ZoneSource.ASSUMED)
    assert (draft.translation_of, article.is_source) == ("other-slug", False)
    assert article.hero == Placement(image_id="hero", caption="Caption")
    hero = draft.pictures["hero"]
    assert (hero.file, hero.image.alt) == ("images/drums.jpg", {"en": "Drums", "sw": "Ngoma"})
    assert (hero.image.source_type, hero.image.ai_system) == ("trainedAlgorithmicMedia", "Painter 3")
    assert article.reactions == "People *said*.\n"
    assert [one.note for one in article.corrections] == ["A name was wrong."]
    own, outside = article.links
    assert (own.pending, own.on_card, own.on_timeline) == ("other-slug", True, True)
    assert outside.external is not None
    assert (outside.external.headline, outside.external.language) == ("Elsewhere", "en")
    assert draft.pictures["links.1.image"].image.alt == {"en": "Far"}
    assert [picture.path for picture in draft.body_pictures] == ["images/x.png"]
    assert draft.notes["images/x.png"].image.credit == "Somebody"
    assert article.body == 'Body. ![alt](images/x.png "caption")'
    assert article.extra == {"mood": "calm", "elsewhere": {"corrections.0.by": "Juma", "links.0.why": "context"}}
    (warning,) = draft.warnings
    assert "corrections.0.by, images.images/x.png.kind, links.0.why, mood" in str(warning)


def test_little_is_needed() -> None:
    draft = read("language: en\nheadline: Drums in Nara\n")
    assert (draft.article.id, draft.article.slug, draft.gives_id) == ("new-1", "drums-in-nara", False)
    assert (draft.article.status, draft.article.authorship) == (Status.DRAFT, Authorship.NOT_STATED)
    assert draft.article.body == "Body."
    assert draft.warnings == ()


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("headline: A\n", 2),
        ("language: en\n", 2),
        ("language: no language\nheadline: A\n", 3),
        ("language: en\nheadline: A\nid: ../x\n", 5),
        ("language: en\nheadline: A\nslug: ../../etc/passwd\n", 5),
        ("language: en\nheadline: A\nslug: a/b\n", 5),
        ("language: en\nheadline: A\nslug: CON\n", 5),
        ("language: en\nheadline: A\nslug: 'a b'\n", 5),
        ("language: en\nheadline: A\nslug: " + "x" * 200 + "\n", 5),
        ("language: en\nheadline: A\nstatus: done\n", 5),
        ("language: en\nheadline: A\nauthorship: robot\n", 5),
        ("language: en\nheadline: A\npublished: 2026-01-14\n", 5),
        ("language: en\nheadline: A\ndisplay-zone: Mars/Base\n", 5),
        ("language: en\nheadline: A\nheadline: B\n", 5),
        ("language: en\nheadline: A\nlinks:\n- show: [card]\n", 6),
        ("language: en\nheadline: A\nlinks:\n- {article: a, external: {headline: b}}\n", 6),
        ("language: en\nheadline: A\nlinks:\n- external: {url: 'https://x.example'}\n", 6),
        ("language: en\nheadline: A\nlinks:\n- {article: a, show: [banner]}\n", 6),
        ("language: en\nheadline: A\nlinks: words\n", 5),
        ("language: en\nheadline: A\ncorrections:\n- {note: x}\n", 6),
        ("language: en\nheadline: A\nhero: images/x.png\n", 5),
        ("language: en\nheadline: A\nx: !!python/object/apply:os.system ['true']\n", 5),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(front: str, line: int) -> None:
    with pytest.raises(FileError) as refused:
        read(front)
    assert refused.value.line == line


def test_a_refused_slug_comes_with_one_that_would_do() -> None:
    with pytest.raises(FileError, match="etc-passwd"):
        read("language: en\nheadline: A\nslug: ../../etc/passwd\n")


def test_a_slug_is_kept_in_one_spelling_of_unicode() -> None:
    assert read('language: fr\nheadline: A\nslug: "e\u0301te\u0301"\n').article.slug == "\u00e9t\u00e9"


def test_a_newer_version_is_refused_and_a_missing_one_is_noted() -> None:
    with pytest.raises(FileError, match="version 2"):
        read_article("---\nmakala: 2\nlanguage: en\nheadline: A\n---\n", options())
    assert len(read_article("---\nlanguage: en\nheadline: A\n---\n", options()).warnings) == 1


def test_show_says_where_a_link_stands() -> None:
    links = read(
        "language: en\nheadline: A\nlinks:\n- article: a\n- {article: b, show: [timeline]}\n- {article: c, show: []}\n"
        "- {article: d, show: timeline}\n"
    ).article.links
    assert [(link.on_card, link.on_timeline) for link in links] == [
        (True, False),
        (False, True),
        (False, False),
        (False, True),
    ]


def test_an_address_of_another_scheme_is_kept_and_named() -> None:
    draft = read("language: en\nheadline: A\nlinks:\n- external: {headline: x, url: 'javascript:alert(1)'}\n")
    external = draft.article.links[0].external
    assert external is not None
    assert external.url == "javascript:alert(1)"
    no_page = read("language: en\nheadline: A\nlinks:\n- external: {headline: x, url: 'https://a b/c'}\n")
    assert [warning.text for warning in no_page.warnings] == [warning.text for warning in draft.warnings]
    assert "javascript:alert(1)" in str(draft.warnings[0])


def test_a_language_that_is_none_is_taken_and_said() -> None:
    draft = read("language: en-UK\nheadline: A\nlinks:\n- external: {headline: x, language: jp}\n")
    assert draft.article.language == "en-UK"
    assert [warning.values["line"] for warning in draft.warnings] == [3, 6]


def test_line_ends_and_marks_do_not_matter() -> None:
    text = "---\nmakala: 1\nlanguage: en\nheadline: A\n---\n\nOne\n\nTwo\n"
    bodies = {
        read_article(decoded(data), options()).article.body
        for data in (
            text.encode(),
            text.replace("\n", "\r\n").encode(),
            text.replace("\n", "\r").encode(),
            b"\xef\xbb\xbf" + text.removesuffix("\n").encode(),
        )
    }
    assert bodies == {"One\n\nTwo"}


def test_the_importer_knows_its_files() -> None:
    assert IMPORTER.recognises("---\nlanguage: en\n---\n")
    assert not IMPORTER.recognises("# Notes\n")


def test_an_approval_of_a_translation_says_who_and_when_or_is_refused_at_its_line() -> None:
    front = "language: sw\nheadline: A\ntranslation-of: b\ntranslated-from: abab\n"
    article = read(front + 'translation-approved: {by: Asha, at: "2026-01-14T12:00:00Z"}\n').article
    assert (article.translated_from, article.approved_by) == ("abab", "Asha")
    assert article.approved_at == datetime(2026, 1, 14, 12, tzinfo=UTC)
    nameless = read(front + 'translation-approved: {at: "2026-01-14T12:00:00Z"}\n').article  # as archives may have it
    assert (nameless.approved_by, nameless.approved_at) == ("", article.approved_at)
    with pytest.raises(FileError, match="who gave it and when") as refused:
        read(front + "translation-approved: {by: Asha}\n")
    assert refused.value.line == 7
