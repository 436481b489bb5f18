from __future__ import annotations

import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.core.errors import Cancelled, UserError
from editor.core.jobs import JobContext, quiet
from editor.core.messages import say
from editor.domain.article import Status, ZoneSource
from editor.domain.authorship import Authorship
from editor.domain.edits import EditSettings, change_article
from editor.domain.settings import Consent, Edition
from editor.domain.source_type import OriginClass
from editor.domain.version import VersionKind
from editor.i18n.dates import format_instant, zones
from editor.services.taking_in import Question, TakingInOptions
from tests.builders import NOON
from tests.services.desks import a_desk, a_picture, everything, take, write

PAGES = Path(__file__).parents[1] / "data" / "pages"
MODEL_PAGE = Path(__file__).parents[3] / "shared" / "model-page" / "page.txt"
PAGE_FILES = [
    pytest.param(PAGES / "lake-ferry.txt", id="lake-ferry"),
    pytest.param(
        MODEL_PAGE,
        id="model-page",
        marks=pytest.mark.skipif(not MODEL_PAGE.is_file(), reason="the model page does not stand beside the project"),
    ),
]
ZONES = [
    "America/New_York",
    "Africa/Nairobi",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Europe/London",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "UTC",
]
SWAHILI = (
    "Picha",
    "Imeripotiwa",
    "Watu wanasema",
    "Makala yanayo",
    "Mwezi wa",
    "Jumatatu",
    "Ijumaa",
    "Tovuti",
    "Kataa",
)


@pytest.mark.parametrize("page", PAGE_FILES)
@pytest.mark.parametrize("zone", ZONES)
def test_a_page_comes_back_byte_for_byte_in_some_zones(tmp_path: Path, page: Path, zone: str) -> None:
    comes_back(tmp_path, page, zone)


@pytest.mark.soak
@pytest.mark.parametrize("page", PAGE_FILES)
@pytest.mark.parametrize("zone", zones())
def test_a_page_comes_back_byte_for_byte_in_every_zone_there_is(tmp_path: Path, page: Path, zone: str) -> None:
    comes_back(tmp_path, page, zone)


def comes_back(tmp_path: Path, page: Path, zone: str) -> None:
    with a_desk(tmp_path / "desk") as desk:
        report = take(desk, page, zone=zone)
        article = desk.articles.get(report.taken[0].id)
        assert desk.preview.text(article, "sw").encode() == page.read_bytes()
        assert (article.display_zone, article.zone_source) == (zone, ZoneSource.ASSUMED)
        assert (article.status, article.published, article.language) == (Status.PUBLISHED, None, "en")


@pytest.mark.parametrize("page", PAGE_FILES)
def test_the_newsroom_holds_no_word_of_the_furniture(tmp_path: Path, page: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        take(desk, page, zone="America/New_York")
    with sqlite3.connect(tmp_path / "desk" / "newsroom.sqlite3") as connection:
        held = "\n".join(connection.iterdump())
    connection.close()
    others = [path for path in (tmp_path / "desk").rglob("*") if path.is_file()]
    held += "\n".join(path.read_bytes().decode("utf-8", "replace") for path in others)
    assert "ferry" in held or "drum" in held
    assert [word for word in SWAHILI if word in held] == []


def test_a_page_becomes_fields_and_provenance(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        report = take(desk, PAGES / "lake-ferry.txt", zone="America/New_York")
        article = desk.articles.get(report.taken[0].id)
        hero = desk.images.get(article.hero.image_id) if article.hero else None
        assert hero is not None
        assert (hero.origin, hero.has_file) == (OriginClass.AI_GENERATED, False)
        assert [finding.value for finding in hero.findings] == ["label on the page"]
        assert article.slug == report.taken[0].slug == "night-ferry-on-lake-nyota-sails-again-after-eleven-years"
        assert article.authorship is Authorship.NOT_STATED
        assert article.body.count("\n\n") == 5
        assert article.reactions.startswith("Short films")
        cards = [link.external for link in article.links if link.on_card and link.external]
        assert [card.authorship is Authorship.AI_GENERATED for card in cards] == [
            True,
            False,
            True,
            False,
            True,
            False,
            True,
        ]
        assert [bool(card.headline) for card in cards] == [True] + [False] * 6
        entries = [link for link in article.links if link.on_timeline]
        assert len(entries) == 10
        assert desk.newsroom.settings.editions == (Edition(locale="sw", consent=Consent.NOTICE),)
        assert [str(one.message) for one in report.warnings] == ["The language was found from the words: en."]


def test_the_same_article_has_french_furniture_in_a_french_edition(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        before = desk.newsroom.settings
        french = Edition(locale="fr", consent=Consent.NOTICE)
        desk.articles.apply(EditSettings(before, before.with_edition(french), say("x")))
        report = take(desk, PAGES / "lake-ferry.txt", zone="America/New_York")
        text = desk.preview.text(desk.articles.get(report.taken[0].id), "fr")
        assert [word for word in SWAHILI if word in text] == []
        assert "Ce que disent les gens" in text
        assert "dimanche 8 mars 2026" in text
        assert desk.newsroom.settings.edition("fr") == french  # an edition that is there is never changed


def test_without_a_zone_the_page_waits_for_an_answer(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        understood = desk.taking_in.read([PAGES / "lake-ferry.txt"], TakingInOptions(), quiet())
        assert understood.questions == {Question.ZONE}
        assert understood.files == ()
        assert understood.refused[0].line > 50
        assert desk.taking_in.take(understood, quiet()).taken == ()
        assert desk.articles.heads() == []


def test_a_wall_time_that_came_twice_is_asked_about_and_answered(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        page = tmp_path / "page.txt"
        zone = "America/New_York"
        date = format_instant(datetime(2025, 11, 2, 5, 30, tzinfo=UTC), zone, "en")
        page.write_text(f"Head\n\nReported by AI\n\nLead.\n\n{date}\n\nOld news\n")
        understood = desk.taking_in.read([page], TakingInOptions(zone=zone, language="en"), quiet())
        (refused,) = understood.refused
        assert refused.question is Question.INSTANT
        assert [f"{one:%H:%M}" for one in refused.choices] == ["05:30", "06:30"]
        answered = {refused.date: refused.choices[1]}
        report = take(desk, page, zone=zone, language="en", instants=answered)
        entry = desk.articles.get(report.taken[0].id).links[0].external
        assert entry is not None
        assert entry.published == refused.choices[1]


def test_reading_writes_nothing(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.md", "language: en\nheadline: A\nhero: {file: a.png, alt: x}\n")
    a_picture(tmp_path / "in" / "a.png")
    with a_desk(tmp_path / "desk") as desk:
        before = {path: path.stat().st_size for path in (tmp_path / "desk" / "media").rglob("*")}
        understood = desk.taking_in.read([tmp_path / "in"], TakingInOptions(), quiet())
        (file,) = understood.files
        (image,) = file.images.values()
        assert file.article.hero is not None
        assert file.article.hero.image_id == image.id
        assert (image.width, image.height, image.alt) == (32, 18, {"en": "x"})
        assert desk.articles.heads() == []
        assert desk.images.all() == []
        assert {path: path.stat().st_size for path in (tmp_path / "desk" / "media").rglob("*")} == before


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.md", "language: en\nheadline: A\n")
    write(tmp_path / "in", "b.md", "language: en\n")
    write(tmp_path / "in", "c.md", "language: en\nheadline: C\nhero: {file: gone.png}\n")
    (tmp_path / "in" / "notes.md").write_text("only notes\n")
    write(tmp_path / "in", "z.md", "language: en\nheadline: Z\n")
    with a_desk(tmp_path / "desk") as desk:
        report = take(desk, tmp_path / "in")
        assert [one.slug for one in report.taken] == ["a", "z"]
        assert [(Path(one.file).name, one.line) for one in report.refused] == [("b.md", 2), ("c.md", 5)]
        assert [Path(one.file).name for one in report.warnings] == ["notes.md"]


def test_all_of_it_is_one_undo(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(tmp_path / "in", f"{name}.md", f"language: en\nheadline: {name}\nhero: {{file: a.png}}\n")
    a_picture(tmp_path / "in" / "a.png")
    with a_desk(tmp_path / "desk") as desk:
        report = take(desk, tmp_path / "in", PAGES / "lake-ferry.txt", zone="UTC")
        assert len(desk.articles.heads()) == 3
        desk.articles.apply(report.edit.inverse())
        assert desk.articles.heads() == []
        assert desk.images.all() == []
        assert desk.newsroom.settings.editions == ()


def test_undo_takes_back_what_followed_in_the_translation_set(tmp_path: Path) -> None:
    write(tmp_path / "in", "en.md", "id: one\nlanguage: en\nslug: drums\nheadline: Drums\n")
    translation = "language: sw\nslug: ngoma\nheadline: Ngoma\ntranslation-of: drums\n"
    write(tmp_path / "more", "sw.md", f"{translation}published: 2026-01-14T12:00:00Z\n")
    with a_desk(tmp_path / "desk") as desk:
        take(desk, tmp_path / "in")
        report = take(desk, tmp_path / "more")
        assert desk.articles.get("one").published is not None  # the instants of a set are one
        desk.articles.apply(report.edit.inverse())
        assert desk.articles.get("one").published is None
        assert [head.id for head in desk.articles.heads()] == ["one"]


def test_an_update_marks_what_its_file_says_that_ai_wrote(tmp_path: Path) -> None:
    front = "id: one\nlanguage: en\nslug: a\nheadline: A\nai-ranges: [{start: 0, length: 14}]\n"
    path = write(tmp_path, "a.md", front, "Words of an AI. Mine.\n")
    with a_desk(tmp_path / "desk") as desk:
        take(desk, path)
        assert desk.articles.get("one").ai_ranges == ((0, 14),)
        write(tmp_path, "a.md", front, "Other new ones. Words of an AI. Mine.\n")
        take(desk, path, update=True)
        assert desk.articles.get("one").ai_ranges == ((0, 14),)


def test_what_is_there_is_refused_and_with_update_a_new_version(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", "id: one\nlanguage: en\nslug: a\nheadline: First\nstandfirst: S\ntags: [x]\n")
    with a_desk(tmp_path / "desk") as desk:
        take(desk, path)
        again = take(desk, path)
        assert [one.line for one in again.refused] == [3]
        write(tmp_path, "a.md", "id: one\nlanguage: en\nslug: a\nheadline: Second\n", "New.\n")
        report = take(desk, path, update=True)
        article = desk.articles.get("one")
        assert (article.headline, article.standfirst, article.tags, article.body) == ("Second", "", (), "New.")
        assert [one.id for one in report.taken] == ["one"]
        (version,) = [head for head in desk.articles.versions("one") if head.kind is VersionKind.UPDATE]
        assert desk.articles.version(version.id).headline == "First"


def test_an_update_finds_its_article_by_slug_and_keeps_its_id(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", "id: one\nlanguage: en\nslug: a\nheadline: First\n")
    with a_desk(tmp_path / "desk") as desk:
        take(desk, path)
        write(tmp_path, "a.md", "id: other\nlanguage: en\nslug: A\nheadline: Second\n")
        report = take(desk, path, update=True)
        assert [one.id for one in report.taken] == ["one"]
        assert len(desk.articles.heads()) == 1


def test_a_page_taken_in_again_is_refused_or_updates(tmp_path: Path) -> None:
    page = PAGES / "lake-ferry.txt"
    with a_desk(tmp_path / "desk") as desk:
        first = take(desk, page, zone="UTC")
        assert len(take(desk, page, zone="UTC").refused) == 1
        second = take(desk, page, zone="America/New_York", update=True)
        assert second.taken == first.taken
        article = desk.articles.get(second.taken[0].id)
        assert article.display_zone == "America/New_York"
        assert desk.preview.text(article, "sw").encode() == page.read_bytes()


def test_ids_and_slugs_that_come_twice_are_refused_at_the_second(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.md", "id: one\nlanguage: en\nslug: a\nheadline: A\n")
    write(tmp_path / "in", "b.md", "id: one\nlanguage: en\nslug: b\nheadline: B\n")
    write(tmp_path / "in", "c.md", "language: en\nslug: Ａ\nheadline: C\n".replace("Ａ", "A"))
    with a_desk(tmp_path / "desk") as desk:
        report = take(desk, tmp_path / "in")
        assert [one.slug for one in report.taken] == ["a"]
        assert [(Path(one.file).name, one.line) for one in report.refused] == [("b.md", 3), ("c.md", 4)]


def test_an_article_in_the_trash_is_said_to_be_there(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", "id: one\nlanguage: en\nslug: a\nheadline: A\n")
    with a_desk(tmp_path / "desk") as desk:
        take(desk, path)
        desk.articles.apply(change_article(desk.articles.get("one"), say("x"), trashed_at=NOON))
        (refused,) = take(desk, path).refused
        assert "in the trash" in str(refused.message)
        take(desk, path, update=True)
        assert desk.articles.get("one").trashed_at is None


def test_links_join_when_their_targets_arrive(tmp_path: Path) -> None:
    first = write(tmp_path, "a.md", "language: en\nslug: a\nheadline: A\nlinks:\n- article: b\n- article: c\n")
    write(tmp_path / "in", "b.md", "language: en\nslug: b\nheadline: B\nlinks:\n- {article: a, show: [timeline]}\n")
    with a_desk(tmp_path / "desk") as desk:
        report = take(desk, first)
        assert len([one for one in report.warnings if "waits" in str(one.message)]) == 2
        later = take(desk, tmp_path / "in")
        assert later.warnings == ()
        a, b = desk.articles.find("a"), desk.articles.find("b")
        assert a is not None
        assert b is not None
        assert [(link.article, link.pending) for link in a.links] == [(b.id, ""), ("", "c")]
        assert [(link.article, link.on_card, link.on_timeline) for link in b.links] == [(a.id, False, True)]


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", "language: en\nslug: a\nheadline: A\nlinks:\n- article: A\n")
    with a_desk(tmp_path / "desk") as desk:
        assert [one.line for one in take(desk, path).refused] == [6]


def test_translations_find_their_set_in_any_order(tmp_path: Path) -> None:
    write(tmp_path / "in", "a-sw.md", "language: sw\nslug: a-sw\nheadline: A\ntranslation-of: b-en\n")
    write(tmp_path / "in", "b-en.md", "id: source\nlanguage: en\nslug: b-en\nheadline: B\n")
    write(tmp_path / "in", "c-fr.md", "language: fr\nslug: c-fr\nheadline: C\ntranslation-of: source\n")
    write(tmp_path / "in", "d-de.md", "language: de\nslug: d-de\nheadline: D\ntranslation-of: c-fr\n")
    with a_desk(tmp_path / "desk") as desk:
        report = take(desk, tmp_path / "in")
        assert (report.refused, report.warnings) == ((), ())
        members = desk.articles.members("source")
        assert (members[0].language, members[0].is_source) == ("en", True)
        assert sorted(one.language for one in members) == ["de", "en", "fr", "sw"]


def test_a_translation_without_its_source_says_so_and_can_be_joined_later(tmp_path: Path) -> None:
    lone = write(tmp_path, "a.md", "language: sw\nslug: a\nheadline: A\ntranslation-of: b\n")
    source = write(tmp_path, "b.md", "id: source\nlanguage: en\nslug: b\nheadline: B\n")
    with a_desk(tmp_path / "desk") as desk:
        (warning,) = take(desk, lone).warnings
        assert "translation" in str(warning.message)
        take(desk, source)
        take(desk, lone, update=True)
        assert len(desk.articles.members("source")) == 2


def test_newsroom_yaml_sets_up_an_empty_newsroom_only(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write(folder, "a.md", "language: en\nheadline: A\n")
    (folder / "newsroom.yaml").write_text(
        "name: The Desk\ndisplay-zone: Asia/Tokyo\nanalytics-url: https://stats.example/x.js\n"
        "editions:\n- {locale: sw}\nimages:\n- {file: spare.png, alt: {en: Spare}}\n"
    )
    a_picture(folder / "spare.png")
    with a_desk(tmp_path / "desk") as desk:
        take(desk, folder / "a.md")
        left = take(desk, folder, update=False)
        assert any("settings were left" in str(one.message) for one in left.warnings)
        assert desk.newsroom.settings.name == "desk"
        take(desk, folder, update=True)
        assert desk.newsroom.settings.name == "The Desk"
    with a_desk(tmp_path / "other") as desk:
        report = take(desk, folder)
        settings = desk.newsroom.settings
        assert (settings.name, settings.display_zone, settings.analytics_url) == (
            "The Desk",
            "Asia/Tokyo",
            "https://stats.example/x.js",
        )
        assert [image.alt for image in desk.images.all()] == [{"en": "Spare"}]
        desk.articles.apply(report.edit.inverse())
        assert desk.newsroom.settings.name == "other"


def test_a_section_in_which_no_article_will_stand_is_said_with_its_line(tmp_path: Path) -> None:
    """What comes in together counts: the section may be that of an article in the same folder."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "newsroom.yaml").write_text("name: x\neditions:\n- locale: en\n  sections: [World, Wrold]\n")
    (folder / "a.md").write_text("---\nmakala: 1\nlanguage: en\nheadline: A\nsection: World\n---\nWords.\n")
    with a_desk(tmp_path / "desk") as desk:
        (warning,) = take(desk, folder).warnings
        assert Path(warning.file).name == "newsroom.yaml"
        assert str(warning.message) == (
            "Line 4: the edition en carries the section “Wrold”, in which no article stands. There are: World."
        )
        edition = desk.newsroom.settings.edition("en")
        assert edition
        assert edition.sections == ("World", "Wrold")


def test_a_broken_newsroom_yaml_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "newsroom.yaml").write_text("name: x\ndisplay-zone: Mars/Base\n")
    with a_desk(tmp_path / "desk") as desk:
        (refused,) = take(desk, tmp_path / "in").refused
        assert (Path(refused.file).name, refused.line) == ("newsroom.yaml", 2)


@pytest.mark.parametrize("options", [{"zone": "Mars/Base"}, {"language": "no language"}])
def test_options_that_are_none_are_refused(tmp_path: Path, options: dict[str, str]) -> None:
    with a_desk(tmp_path / "desk") as desk, pytest.raises(UserError):
        desk.taking_in.read([], TakingInOptions(**options), quiet())  # type: ignore[arg-type]


def test_stopping_leaves_whole_files_only(tmp_path: Path) -> None:
    for number in range(4):
        write(tmp_path / "in", f"{number}.md", f"language: en\nheadline: H{number}\n")
    with a_desk(tmp_path / "desk") as desk:
        understood = desk.taking_in.read([tmp_path / "in"], TakingInOptions(), quiet())
        context = JobContext(lambda *_: context.cancel())
        with pytest.raises(Cancelled):
            desk.taking_in.take(understood, context)
        assert len(desk.articles.heads()) <= 1


def test_hostile_text_is_kept_as_typed(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script> </script> <svg onload=x> javascript:x \u202e"
    front = f"language: en\nslug: h\nheadline: '{hostile}'\nstandfirst: '{hostile}'\ntags: ['{hostile}']\n"
    front += f"links:\n- external: {{headline: '{hostile}', url: 'javascript:alert(1)'}}\n"
    path = write(tmp_path, "h.md", front, f"{hostile}\n\n![x](javascript:alert(1)) ![y](data:image/png;base64,AA)\n")
    with a_desk(tmp_path / "desk") as desk:
        report = take(desk, path)
        article = desk.articles.find("h")
        assert article is not None
        assert (article.headline, article.standfirst, article.tags) == (hostile, hostile, (hostile,))
        assert article.body.startswith(hostile)
        assert "(javascript:alert(1))" in article.body
        assert len(report.warnings) == 3
        page = desk.preview.page(article, "en")
        assert "<script>alert" not in page
        assert "<svg onload" not in page
        assert 'href="javascript' not in page


def test_five_hundred_files_are_read_without_comparing_all_with_all(tmp_path: Path) -> None:
    for number in range(60):
        of = f"translation-of: s{number - 1}\n" if number else ""
        write(tmp_path / "in", f"{number:03}.md", f"language: en-x-n{number}\nslug: s{number}\nheadline: H\n{of}")
    with a_desk(tmp_path / "desk") as desk:
        understood = desk.taking_in.read([tmp_path / "in"], TakingInOptions(), quiet())
        assert len({file.article.translation_set for file in understood.files}) == 1


def test_the_sample_newsroom_is_taken_in_whole_and_an_update_changes_nothing(tmp_path: Path) -> None:
    sample = Path(__file__).parents[2] / "resources" / "sample"
    with a_desk(tmp_path / "desk") as desk:
        report = take(desk, sample)
        assert (report.refused, report.warnings) == ((), ())
        before = everything(desk)
        again = take(desk, sample, update=True)
        assert (again.refused, again.warnings, again.edit.edits) == ((), (), ())
        assert everything(desk) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes are a POSIX thing")
def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    with a_desk(tmp_path / "desk") as desk:
        assert len(take(desk, tmp_path / "pipe.md", tmp_path / "gone.md").refused) == 2


def test_a_picture_that_is_not_there_refuses_its_article_unless_the_file_says_so(tmp_path: Path) -> None:
    front = "language: en\nheadline: A\n"
    silent = write(tmp_path, "a.md", front, "![x](a.png)\n")
    saying = write(tmp_path, "b.md", front + "slug: b\nabsent-pictures: a.png\n", "![x](a.png)\n")
    with a_desk(tmp_path / "desk") as desk:
        report = take(desk, silent, saying)
        assert [str(one.message) for one in report.refused] == ["This picture is not there: a.png"]
        article = desk.articles.find("b")
        assert article is not None
        assert (article.body, article.extra) == ("![x](a.png)", {})


def test_two_files_of_one_language_in_a_translation_set_are_told_apart_at_the_line(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.md", "language: en\nslug: a\nheadline: Drums\n")
    write(tmp_path / "in", "b.md", "language: sw\nslug: b\nheadline: Ngoma\ntranslation-of: a\n")
    write(tmp_path / "in", "c.md", "slug: c\nlanguage: SW\nheadline: Tena\ntranslation-of: b\n")
    with a_desk(tmp_path / "desk") as desk:
        report = take(desk, tmp_path / "in")
        (refused,) = report.refused
        assert (Path(refused.file).name, refused.line, len(report.taken)) == ("c.md", 4, 2)
        assert str(refused.message).startswith("“Ngoma” is the translation in “sw” already.")
        again = write(tmp_path, "d.md", "language: en\nslug: d\nheadline: Drum\ntranslation-of: b\n")
        assert take(desk, again).refused[0].line == 3
        changed = write(tmp_path, "b.md", "language: en\nslug: b\nheadline: Ngoma\ntranslation-of: a\n")
        assert take(desk, changed, update=True).refused[0].line == 3
        assert {head.slug for head in desk.articles.heads()} == {"a", "b"}


def test_a_translations_file_says_what_is_its_own_and_may_change_what_is_shared(tmp_path: Path) -> None:
    links = "links:\n  - {article: later}\n"
    write(tmp_path / "in", "a.md", f"language: en\nslug: a\nheadline: A\npublished: 2026-01-14T12:00:00Z\n{links}")
    front = "language: sw\nslug: b\nheadline: B\ntranslation-of: a\n"
    write(tmp_path / "in", "b.md", front + "published: 2026-02-14T12:00:00Z\n")
    with a_desk(tmp_path / "desk") as desk:
        report = take(desk, tmp_path / "in")
        assert "stay as they were: published" in str([str(one.message) for one in report.warnings])
        source = desk.articles.find("a")
        assert source is not None
        silent = write(tmp_path, "silent.md", front)
        assert take(desk, silent, update=True).edit.edits == ()
        moved = take(desk, write(tmp_path, "b.md", front + "published: 2026-03-14T12:00:00Z\n"), update=True)
        months = [one.published.month for one in desk.articles.members(source.translation_set) if one.published]
        assert months == [3, 3]
        desk.articles.apply(moved.edit.inverse())
        found = desk.articles.find("a")
        assert found is not None
        assert (found.published, found.links) == (source.published, source.links)
