from __future__ import annotations

import errno
import os
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from editor.core.errors import Cancelled, Fault, UserError
from editor.core.jobs import JobContext, quiet
from editor.core.messages import say
from editor.domain.article import Correction, FormerSlug, Status, Withdrawal, ZoneSource
from editor.domain.authorship import Authorship
from editor.domain.edits import AddImage, CreateArticle, EditSettings, change_article, change_image
from editor.domain.house_style import HouseStyle
from editor.domain.image import Finding, Placement
from editor.domain.settings import Consent, Edition, Publisher
from editor.domain.signing import SignOff, sign_off, sign_off_of
from tests.builders import NOON, FixedClock, a_link, an_article, an_external, an_image
from tests.services.desks import a_desk, a_picture, everything, take

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"


def test_an_article_without_a_headline_yet_comes_back(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        begun = replace(desk.articles.blank("en"), body="The first words, before any headline.")
        desk.articles.apply(CreateArticle(begun, say("x"), NOON))
        desk.archive.write(tmp_path / "out", quiet())
    with a_desk(tmp_path / "other") as other:
        report = take(other, tmp_path / "out")
        assert not report.refused
        assert other.articles.get(begun.id).body == begun.body
        assert other.articles.get(begun.id).headline == ""


def test_a_signature_holds_in_another_newsroom(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        picture = desk.images.read(a_picture(tmp_path / "drums.png").read_bytes(), "drums.png")
        desk.articles.apply(AddImage(picture, say("x"), NOON))
        hero = Placement(image_id=picture.id, caption="At the drums")
        article = an_article(id="one", body=f"They played.\n\n![Drums]({picture.path})\n", hero=hero)
        desk.articles.apply(CreateArticle(sign_off(article, "Asha", NOON).on(article), say("x"), NOON))
        desk.archive.write(tmp_path / "out", quiet())
    with a_desk(tmp_path / "other") as other:
        assert not take(other, tmp_path / "out").refused
        assert sign_off_of(other.articles.get("one")) is SignOff.SIGNED


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def fill(folder: Path) -> None:
    """Make a newsroom that has something in every field there is."""
    with a_desk(folder) as desk:
        drums = desk.images.read(a_picture(folder.parent / "in" / "drums.png").read_bytes(), "dru ms.v2.png")
        spare = desk.images.read(a_picture(folder.parent / "in" / "spare.png", (9, 9, 9)).read_bytes(), "spare.png")
        finding = Finding(detector="xmp", place="XMP", key="DigitalSourceType", value='a "b" <c>', confidence="proven")
        drums = replace(
            drums,
            alt={"en": 'quotes " and <b>\nsecond line', "ar": "طبول", "sw": ""},
            credit="C: D",
            source_type="http://example.org/own",
            ai_system="no",
            ai_prompt="- a\n- b\n",
            findings=(finding,),
            decided_by="Asha",
            decided_at=NOON,
            ai_system_version="0x1F",
            ai_prompt_writer="null",
            creator="yes\n",
            rights="© “no”: <b>",
            license="~",
            license_page="javascript:alert(1)",
            data_mining="DMI-PROHIBITED-GENAIMLTRAINING",
            generated_at="2026-01-14T11:00:00Z",
            focus=(0.0, 0.1235),
            proposed="http://example.org/foreign",
            extra={"kind": "illustration", "deep": {"a": ["1", {"b": "no"}]}},
        )
        words = an_image(id="words-1", alt={"sw": "Ngoma"}, credit="~")
        trashed = an_image(id="words-2", trashed_at=NOON)
        for image in (drums, spare, words, trashed):
            desk.articles.apply(AddImage(image, say("x"), NOON))
        source = an_article(
            id="source",
            language="pt-BR",
            slug="2026-01-14",
            headline="12:30",
            standfirst=" leading, trailing \n",
            byline=("Asha O’Neil", "no"),
            authorship=Authorship.AI_ASSISTED,
            reviewed_by="yes",
            reviewed_at=NOON,
            reviewed_version="of other words",
            status=Status.WITHDRAWN,
            section="null",
            tags=("a, b", "[c]", "ضيف"),
            published=NOON,
            updated=NOON + timedelta(hours=1),
            embargo=NOON - timedelta(days=1),
            former_slugs=(FormerSlug(slug="tamtams", until=NOON), FormerSlug(slug="no")),
            withdrawal=Withdrawal(at=NOON, note="two\nlines: “no”", is_told=True),
            display_zone="Asia/Tokyo",
            zone_source=ZoneSource.ASSUMED,
            hero=Placement(image_id=drums.id, caption="caption: 1"),
            body=f'\n\n---\n\n![a]({drums.path} "cap")\n\n<script>\n\n    code\n---\nend\n\n',
            reactions=f"said *so*\n\n![b][r]\n\n[r]: {drums.path}",
            corrections=(Correction(at=NOON, note="one\n\ntwo\n"), Correction(at=NOON, note="")),
            links=(
                a_link(pending="not-there-yet", on_timeline=True),
                a_link(
                    external=an_external(
                        url="javascript:alert(1)",
                        authorship=Authorship.AI_GENERATED,
                        picture=Placement(image_id=words.id, caption="k"),
                        extra={"source": "x"},
                    ),
                    on_card=False,
                ),
            ),
            ai_ranges=((2, 7), (40, 60)),
            extra={"unknown": {"no": "yes"}},
        )
        desk.articles.apply(CreateArticle(source, say("x"), NOON))
        member = an_article(
            id="member", language="sw", slug="mwanachama", translation_set="source", is_source=False,
            links=(a_link("source"),), hero=Placement(image_id=words.id),
            translated_from="ab" * 32, approved_by="Amina", approved_at=NOON,
        )  # fmt: skip
        desk.articles.apply(CreateArticle(member, say("x"), NOON))
        orphan = an_article(id="orphan", language="fr", slug="seul", translation_set="gone", is_source=False)
        desk.articles.apply(CreateArticle(orphan, say("x"), NOON))
        thrown = an_article(id="thrown", slug="thrown", body="")
        desk.articles.apply(CreateArticle(thrown, say("x"), NOON))
        desk.articles.apply(change_article(desk.articles.get("thrown"), say("x"), trashed_at=NOON))
        before = desk.newsroom.settings
        after = replace(
            before,
            name="no",
            base_url="https://news.example/",
            publisher=Publisher(name="P", url="https://p.example", logo="https://p.example/l.png", policies=""),
            privacy_policy_url="https://p.example/privacy",
            analytics_url="https://p.example/count.js",
            display_zone="Africa/Nairobi",
            editions=(
                Edition(locale="sw", consent=Consent.NOTICE, fallback=("en", "fr"), name="D", sections=("Dunia", "")),
                Edition(locale="zh-Hant", base_path="a/b", fallback=(), extra={"colour": "N"}),
                Edition(locale="en", display_zone="Europe/London"),
            ),
            house_styles={"fr-CA": HouseStyle(long="EEEE d MMMM y, HH:mm:ss", months=tuple("abcdefghijkl"))},
            extra={"rules": {"block": ["x"]}},
        )
        desk.articles.apply(EditSettings(before, after, say("x")))


def test_everything_comes_back_from_an_archive(tmp_path: Path) -> None:
    fill(tmp_path / "desk")
    with a_desk(tmp_path / "desk") as desk, a_desk(tmp_path / "other") as other:
        report = desk.archive.write(tmp_path / "archive", quiet())
        assert (report.articles, report.images, report.warnings) == (4, 2, ())
        taken = take(other, tmp_path / "archive")
        assert taken.refused == ()
        assert everything(other) == everything(desk)
        assert other.newsroom.settings == desk.newsroom.settings
        for image in desk.images.all():
            original = other.images.original(image)
            assert (original.read_bytes() if original else b"") == (
                desk.images.original(image).read_bytes() if image.has_file else b""  # type: ignore[union-attr]
            )
        other.archive.write(tmp_path / "again", quiet())
    assert files_of(tmp_path / "again") == files_of(tmp_path / "archive")


def test_two_archives_are_byte_equal_and_hold_no_dates_of_their_own(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        take(desk, SAMPLE)
        for name in ("one", "two", "two"):
            desk.archive.write(tmp_path / name, quiet())
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("foreign", ["letter.txt", "mine.md", "images/me.png", "newsroom.yaml", "sub/x.md"])
def test_a_folder_with_anything_else_in_it_is_left_alone(tmp_path: Path, foreign: str) -> None:
    with a_desk(tmp_path / "desk") as desk:
        take(desk, SAMPLE / "after-nara.md")
        desk.archive.write(tmp_path / "out", quiet())
        path = tmp_path / "out" / foreign
        path.parent.mkdir(exist_ok=True)
        path.write_text("mine")
        before = files_of(tmp_path / "out")
        with pytest.raises(UserError):
            desk.archive.write(tmp_path / "out", quiet())
    assert files_of(tmp_path / "out") == before


def test_an_archive_is_neither_inside_the_newsroom_nor_around_it(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        for out in (tmp_path / "desk", tmp_path / "desk" / "out", tmp_path):
            with pytest.raises(UserError):
                desk.archive.write(out, quiet())


def test_a_file_or_a_symlink_is_no_place_for_an_archive(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "empty")
    with a_desk(tmp_path / "desk") as desk:
        for name in ("file", "link"):
            with pytest.raises(UserError):
                desk.archive.write(tmp_path / name, quiet())
        desk.archive.write(tmp_path / "empty", quiet())
    assert (tmp_path / "empty" / "newsroom.yaml").is_file()


def test_stopping_leaves_the_old_archive(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        take(desk, SAMPLE)
        desk.archive.write(tmp_path / "out", quiet())
        before = files_of(tmp_path / "out")
        article = desk.articles.all()[0]
        desk.articles.apply(change_article(article, say("x"), headline="New"))
        context = JobContext(lambda *_: context.cancel())
        with pytest.raises(Cancelled):
            desk.archive.write(tmp_path / "out", context)
    assert files_of(tmp_path / "out") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["desk", "out"]


def test_a_full_disk_leaves_the_old_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with a_desk(tmp_path / "desk") as desk:
        take(desk, SAMPLE)
        desk.archive.write(tmp_path / "out", quiet())
        before = files_of(tmp_path / "out")
        monkeypatch.setattr(Path, "write_bytes", full)
        with pytest.raises(Fault, match="disk is full"):
            desk.archive.write(tmp_path / "out", quiet())
    assert files_of(tmp_path / "out") == before


def test_a_picture_whose_file_is_gone_is_named_and_keeps_its_words(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk, a_desk(tmp_path / "other") as other:
        image = desk.images.read(a_picture(tmp_path / "in" / "a.png").read_bytes(), "a.png")
        desk.articles.apply(AddImage(replace(image, alt={"en": "Words"}), say("x"), NOON))
        article = an_article(hero=Placement(image_id=image.id))
        desk.articles.apply(CreateArticle(article, say("x"), NOON))
        original = desk.images.original(image)
        assert original is not None
        original.unlink()
        report = desk.archive.write(tmp_path / "out", quiet())
        assert len(report.warnings) == 1
        assert take(other, tmp_path / "out").refused == ()
        assert [(one.has_file, one.alt) for one in other.images.all()] == [(False, {"en": "Words"})]


def test_images_in_the_trash_come_back_in_the_trash(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk, a_desk(tmp_path / "other") as other:
        image = desk.images.read(a_picture(tmp_path / "in" / "a.png").read_bytes(), "a.png")
        desk.articles.apply(AddImage(image, say("x"), NOON))
        desk.articles.apply(change_image(desk.images.get(image.id), say("x"), trashed_at=NOON))
        desk.archive.write(tmp_path / "out", quiet())
        take(other, tmp_path / "out")
        assert [one.id for one in other.images.in_trash()] == [image.id]
        assert other.images.all() == []


def test_pictures_that_are_not_there_cost_no_article(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk, a_desk(tmp_path / "other") as other:
        gone, there = (
            desk.images.read(a_picture(tmp_path / "in" / name, colour).read_bytes(), name)
            for name, colour in (("gone.png", (1, 2, 3)), ("there.png", (4, 5, 6)))
        )
        for image in (gone, there):
            desk.articles.apply(AddImage(replace(image, alt={"en": f"Words of {image.name}"}), say("x"), NOON))
        renamed = there.path.replace("there", "another-name")
        body = (
            f"![x](a.png)\n\n![g]({gone.path})\n\n![t]({there.path})\n\n![w](https://x.example/a.png)\n\n`![c](c.png)`"
        )
        first = an_article(slug="first", body=body, reactions="![y][r]\n\n[r]: b.png")
        second = an_article(slug="second", body=f"![r]({renamed})")
        for article in (first, second):
            desk.articles.apply(CreateArticle(article, say("x"), NOON))
        original = desk.images.original(gone)
        assert original is not None
        original.unlink()
        desk.archive.write(tmp_path / "out", quiet())
        report = take(other, tmp_path / "out")
        assert report.refused == ()
        assert len([one for one in report.warnings if "stays as typed" in str(one)]) == 5
        for article in (first, second):
            came = other.articles.get(article.id)
            assert (came.body, came.reactions) == (article.body, article.reactions)
        assert sorted((one.has_file, one.alt["en"]) for one in other.images.all()) == [
            (False, "Words of gone.png"),
            (True, "Words of there.png"),
        ]


def test_text_that_no_file_can_carry_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    odd = "a\r\nb\rc \0 \x02\x03 \ud800 \x0b\x0c\x1c\x85 \ufeff \u2028\u2029 \ufffe \x7f end"
    with a_desk(tmp_path / "desk") as desk, a_desk(tmp_path / "other") as other:
        article = an_article(headline=odd, body=odd, reactions=odd, tags=(odd,), extra={"k": odd})
        desk.articles.apply(CreateArticle(article, say("x"), NOON))
        desk.archive.write(tmp_path / "out", quiet())
        assert take(other, tmp_path / "out").refused == ()
        assert everything(other) == everything(desk)


def test_the_oldest_of_a_set_is_the_oldest_in_another_newsroom_too(tmp_path: Path) -> None:
    clock = FixedClock()
    with a_desk(tmp_path / "desk", clock=clock) as desk:
        for slug, language in (("z", "fr"), ("a", "sw")):
            article = an_article(id=slug, slug=slug, language=language, translation_set="gone", is_source=False)
            desk.articles.apply(CreateArticle(article, say("x"), NOON))
            clock.forward(60)
        before = [article.slug for article in desk.articles.members("gone")]
        desk.archive.write(tmp_path / "archive", quiet())
    with a_desk(tmp_path / "other") as other:
        take(other, tmp_path / "archive")
        assert [article.slug for article in other.articles.members("gone")] == before == ["z", "a"]


def test_dots_in_a_path_lead_no_archive_into_the_newsroom(tmp_path: Path) -> None:
    (tmp_path / "beside").mkdir()
    with a_desk(tmp_path / "desk") as desk:
        for place in (tmp_path / "beside" / ".." / "desk" / "archive", tmp_path / "desk" / "media" / ".."):
            with pytest.raises(UserError, match="inside the newsroom"):
                desk.archive.write(place, quiet())


def test_a_picture_that_changed_on_disk_is_named_and_left_out(tmp_path: Path) -> None:
    fill(tmp_path / "desk")
    with a_desk(tmp_path / "desk") as desk:
        image = next(image for image in desk.images.all() if image.name == "spare.png")
        original = desk.images.original(image)
        assert original is not None
        original.chmod(0o600)
        original.write_bytes(original.read_bytes() + b"x")
        report = desk.archive.write(tmp_path / "archive", quiet())
        assert ["spare.png changed on disk" in str(warning) for warning in report.warnings] == [True]
        assert (report.images, (tmp_path / "archive" / image.path).exists()) == (1, False)
    with a_desk(tmp_path / "other") as other:
        assert not take(other, tmp_path / "archive").refused


def test_links_within_a_translation_set_and_their_hand_made_order_come_back(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk, a_desk(tmp_path / "other") as other:
        for name, language in (("b", "en"), ("a", "sw"), ("c", "fr")):
            member = an_article(
                id=name, slug=f"slug-{name}", language=language, translation_set="b", is_source=name == "b"
            )
            desk.articles.apply(CreateArticle(member, say("x"), NOON))
        for name in ("bz", "y"):
            desk.articles.apply(CreateArticle(an_article(id=name, slug=f"slug-{name}"), say("x"), NOON))
        outside = a_link(external=an_external(headline="Outside"))
        links = (a_link("bz"), a_link("c"), outside, a_link("a", on_timeline=True), a_link("y"))
        desk.articles.apply(change_article(desk.articles.get("b"), say("x"), links=links))
        desk.articles.apply(change_article(desk.articles.get("a"), say("x"), links=desk.articles.get("a").links[::-1]))
        desk.archive.write(tmp_path / "out", quiet())
        taken = take(other, tmp_path / "out")
        assert (taken.refused, taken.warnings) == ((), ())
        found = {
            place: {
                name: [link.article or "outside" for link in one.articles.get(name).links] for name in ("a", "b", "c")
            }
            for place, one in (("here", desk), ("there", other))
        }
        assert found["here"]["a"] == ["y", "outside", "c", "bz"]
        assert found["there"] == found["here"]
        article = other.articles.get("c")
        other.articles.apply(change_article(article, say("x"), links=article.links[1:]))
        assert [link.article for link in other.articles.get("b").links][-1:] == ["bz"]
        other.archive.write(tmp_path / "again", quiet())


def test_the_newsrooms_own_themes_travel_and_replace_none(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        theme = desk.newsroom.folder / "themes" / "harbour"
        theme.mkdir(parents=True)
        (theme / "style.css").write_text("body {}")
        (theme / "LICENCE.txt").write_text("A note, which is no article.")
        (theme / "README.md").write_text("# A note, which is no article either")
        desk.articles.apply(CreateArticle(an_article(slug="one"), say("x"), NOON))
        desk.archive.write(tmp_path / "out", quiet())
        desk.archive.write(tmp_path / "out", quiet())
    (tmp_path / "out" / "themes" / "harbour" / "passwd").symlink_to("/etc/passwd")
    with a_desk(tmp_path / "other") as other:
        report = take(other, tmp_path / "out")
        assert (len(report.taken), report.refused) == (1, ())
        assert files_of(other.newsroom.folder / "themes") == files_of(theme.parent)
        (other.newsroom.folder / "themes" / "harbour" / "style.css").write_text("mine")
        report = take(other, tmp_path / "out", update=True)
        assert "stays as it is" in str([one.message for one in report.warnings])
        assert files_of(other.newsroom.folder / "themes")["harbour/style.css"] == b"mine"


@pytest.mark.parametrize("name", ["harbour/extra.html", "harbour/style.css", "river/style.css", "harbour/large.mp4"])
def test_a_theme_file_that_a_person_put_into_an_archive_is_not_lost(tmp_path: Path, name: str) -> None:
    with a_desk(tmp_path / "desk") as desk:
        theme = desk.newsroom.folder / "themes" / "harbour"
        theme.mkdir(parents=True)
        (theme / "style.css").write_text("body {}")
        desk.archive.write(tmp_path / "out", quiet())
        by_hand = tmp_path / "out" / "themes" / name
        by_hand.parent.mkdir(exist_ok=True)
        by_hand.write_bytes(b"by hand" * (2_000_000 if name.endswith(".mp4") else 1))
        before = files_of(tmp_path / "out")
        with pytest.raises(UserError, match=by_hand.name):
            desk.archive.write(tmp_path / "out", quiet())
        assert files_of(tmp_path / "out") == before
        by_hand.rename(tmp_path / "kept")
        desk.archive.write(tmp_path / "out", quiet())
        assert files_of(tmp_path / "out" / "themes" / "harbour") == files_of(theme)


def test_themes_that_the_newsroom_changed_or_gave_up_are_written_anew_in_the_archive(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        themes = desk.newsroom.folder / "themes"
        for name in ("harbour", "river"):
            (themes / name).mkdir(parents=True)
            (themes / name / "style.css").write_text("body {}")
        desk.archive.write(tmp_path / "out", quiet())
        (themes / "harbour" / "style.css").write_text("body { color: red }")
        shutil.rmtree(themes / "river")
        desk.archive.write(tmp_path / "out", quiet())
        there = files_of(tmp_path / "out" / "themes")
        assert there.keys() == {"harbour/style.css", "SHA256SUMS"}
        assert there["harbour/style.css"] == b"body { color: red }"
        shutil.rmtree(themes)
        desk.archive.write(tmp_path / "out", quiet())
        assert not (tmp_path / "out" / "themes").exists()
