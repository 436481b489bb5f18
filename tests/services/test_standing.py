"""After an edit a running program writes what shows it and looks at nothing else: with the same bytes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from editor.bootstrap import Desk
from editor.core.errors import Fault, UserError
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.article import Correction, FormerSlug, Status
from editor.domain.edits import CreateArticle, EditSettings, change_article
from editor.domain.link import Link
from editor.domain.signing import change_signer
from editor.publish import writer
from editor.publish.signature import SIGNATURE
from editor.services.publishing import ExportReport, ExportRequest
from editor.services.verifying import verify_bundle
from tests.builders import NOON, FixedClock, an_article
from tests.services.newsdesks import a_news_desk, first_article


@pytest.fixture(autouse=True, params=["running", "new"])
def program(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let each export be one of a running program, or the first one of a new program."""
    name: str = request.param
    monkeypatch.setattr(sys.modules[__name__], "PROGRAM", name)
    return name


def export(desk: Desk, out: Path, **fields: object) -> ExportReport:
    if PROGRAM == "new":
        desk.__dict__.pop("publishing", None)
    return desk.publishing.export(ExportRequest(out=out, **fields), quiet())  # type: ignore[arg-type]


PROGRAM = "running"


@contextmanager
def only_renewed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let nothing go the long way meanwhile."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the whole newsroom was looked at")

    with monkeypatch.context() as patched:
        patched.setattr(writer, "write_folder", refuse)
        yield


def same_as_anew(desk: Desk, out: Path, report: ExportReport) -> bool:
    anew = export(desk, out.with_name("anew"), full=True)
    is_whole = not verify_bundle(out, quiet()).problems
    return is_whole and (report.manifest_sha256, report.warnings) == (anew.manifest_sha256, anew.warnings)


@pytest.mark.parametrize("stays_here", [False, True])
def test_words_reach_every_page_that_shows_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, stays_here: bool
) -> None:
    out = tmp_path / "out"
    with a_news_desk(tmp_path / "desk") as desk:
        export(desk, out, stays_here=stays_here)
        for fields in (
            {"headline": "Another headline"},
            {"standfirst": "Another standfirst."},
            {"body": first_article(desk).body + "\n\nMore of it, see <http:example>."},
            {"headline": "A third", "links": ()},
        ):
            desk.articles.apply(change_article(first_article(desk), say("Edit"), **fields))
            with only_renewed(monkeypatch):
                report = export(desk, out, stays_here=stays_here)
            assert report.written > 0
            assert same_as_anew(desk, out, report), fields
        with only_renewed(monkeypatch):
            report = export(desk, out, stays_here=stays_here)
        assert (report.written, report.removed) == (0, 0)


def test_whoever_led_to_a_translation_that_leaves_its_set_leads_there_no_more(tmp_path: Path) -> None:
    """The article that the link names is none that readers get: its translation stood in for it."""
    out = tmp_path / "out"
    published: dict[str, Any] = {"status": Status.PUBLISHED, "published": NOON}
    hidden = an_article(id="hidden", language="en", slug="hidden", translation_set="set")
    shown = an_article(id="shown", language="sw", slug="shown", translation_set="set", is_source=False, **published)
    leading = an_article(
        id="leading", language="en", slug="leading", links=(Link(id="link", article="hidden"),), **published
    )
    with a_news_desk(tmp_path / "desk") as desk:
        for article in (hidden, shown, leading):
            desk.articles.apply(CreateArticle(article, say("New"), NOON))
        export(desk, out)
        for fields in (
            {"translation_set": "another", "is_source": True},
            {"translation_set": "set", "is_source": False},
            {"translation_set": "another", "is_source": True},
            {"trashed_at": NOON},
        ):
            desk.articles.apply(change_article(desk.articles.get("shown"), say("Edit"), **fields))
            assert same_as_anew(desk, out, export(desk, out)), fields


@pytest.mark.parametrize("form", ["html", "epub"])
def test_words_that_are_those_of_before_again_leave_the_date_of_the_edit(tmp_path: Path, form: str) -> None:
    out, clock = tmp_path / "out", FixedClock()
    with a_news_desk(tmp_path / "desk", clock) as desk:
        export(desk, out, format=form)
        headline = first_article(desk).headline
        clock.forward(3600)
        for text in ("Another", headline):
            desk.articles.apply(change_article(first_article(desk), say("Edit"), headline=text))
        report = export(desk, out, format=form)
        anew = export(desk, tmp_path / "anew", format=form, full=True)
        assert report.manifest_sha256 == anew.manifest_sha256


def test_who_answers_for_other_words_by_the_same_name_is_named_on_the_page(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with a_news_desk(tmp_path / "desk") as desk:
        desk.articles.apply(change_signer(first_article(desk), "Asha"))
        desk.articles.apply(change_article(first_article(desk), say("Edit"), headline="Other words"))
        export(desk, out)
        for name in ("", "Asha"):
            desk.articles.apply(change_signer(first_article(desk), name))
        report = export(desk, out)
        assert "Asha" in (out / report.first_page).read_text()
        assert same_as_anew(desk, out, report)


@pytest.mark.parametrize("stays_here", [False, True])
def test_what_stands_elsewhere_is_made_anew_and_all_else_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, stays_here: bool
) -> None:
    out = tmp_path / "out"
    with a_news_desk(tmp_path / "desk") as desk:
        other = desk.articles.get("2" * 32)
        desk.articles.apply(change_article(other, say("Edit"), section="World", tags=("Music",), byline=("Asha",)))
        desk.articles.apply(change_article(first_article(desk), say("Edit"), section="World", hero=None, body="Words."))
        export(desk, out, stays_here=stays_here)
        for fields in (
            {"tags": ("Music", "River")},
            {"tags": ("river",)},
            {"byline": ("Asha", "Li Na")},
            {"slug": "another"},
            {"former_slugs": (FormerSlug(slug="once", until=NOON),)},
            {"slug": "once"},
            {"published": NOON - timedelta(days=90)},
            {"updated": NOON},
            {"embargo": NOON},
            {"published": None},
            {"corrections": (Correction(at=NOON, note="It was dusk."),)},
            {"status": Status.DRAFT},
            {"status": Status.WITHDRAWN},
            {"status": Status.PUBLISHED},
            {"trashed_at": NOON},
            {"trashed_at": None},
        ):
            desk.articles.apply(change_article(first_article(desk), say("Edit"), **fields))
            with only_renewed(monkeypatch):
                report = export(desk, out, stays_here=stays_here)
            assert same_as_anew(desk, out, report), fields
        for status in (Status.DRAFT, Status.PUBLISHED):
            new = an_article(headline=status.name, section="World", status=status, published=NOON, tags=("New",))
            desk.articles.apply(CreateArticle(new, say("New"), NOON))
            with only_renewed(monkeypatch):
                report = export(desk, out, stays_here=stays_here)
            assert same_as_anew(desk, out, report), status


def test_what_every_page_shows_goes_the_long_way_and_is_right(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with a_news_desk(tmp_path / "desk") as desk:
        export(desk, out)
        for fields in ({"section": "Another"}, {"hero": None}, {"status": Status.WITHDRAWN}):
            desk.articles.apply(change_article(first_article(desk), say("Edit"), **fields))
            assert same_as_anew(desk, out, export(desk, out)), fields
        before = desk.newsroom.settings
        desk.articles.apply(EditSettings(before, replace(before, name="Another"), say("Name")))
        assert same_as_anew(desk, out, export(desk, out))


def test_a_link_that_found_its_article_meanwhile_is_seen(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with a_news_desk(tmp_path / "desk") as desk:
        waits = change_article(first_article(desk), say("Edit"), links=(Link(id="4" * 32, pending="soon"),))
        desk.articles.apply(waits)
        before = export(desk, out)
        assert same_as_anew(desk, out, before)
        draft = desk.articles.get("3" * 32)
        for slug in ("soon", draft.slug):  # the draft is again what it was, and the link stays with it
            desk.articles.apply(change_article(desk.articles.get(draft.id), say("Edit"), slug=slug))
        report = export(desk, out)
        assert report.warnings != before.warnings
        assert same_as_anew(desk, out, report)


def test_time_that_passes_is_not_overlooked(tmp_path: Path) -> None:
    clock = FixedClock()
    out = tmp_path / "out"
    with a_news_desk(tmp_path / "desk", clock) as desk:
        hour = clock.now() + timedelta(hours=1)
        desk.articles.apply(change_article(first_article(desk), say("Embargo"), embargo=hour))
        before = export(desk, out).files
        clock.forward(3600)
        assert export(desk, out).files > before


def test_what_somebody_did_to_the_bundle_is_seen(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with a_news_desk(tmp_path / "desk") as desk:
        report = export(desk, out)
        page = out / report.first_page
        page.write_text("somebody else's")
        assert export(desk, out).manifest_sha256 == report.manifest_sha256
        assert verify_bundle(out, quiet()).ok
        page.unlink()
        export(desk, out)
        assert verify_bundle(out, quiet()).ok
        (out / "notes.txt").write_text("mine")
        desk.articles.apply(change_article(first_article(desk), say("Edit"), headline="Another"))
        with pytest.raises(UserError, match=r"notes\.txt"):
            export(desk, out)
        assert (out / "notes.txt").read_text() == "mine"


def test_an_empty_folder_of_a_name_that_is_ours_is_no_trouble(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with a_news_desk(tmp_path / "desk") as desk:
        export(desk, out)
        (out / SIGNATURE).mkdir()
        desk.articles.apply(change_article(first_article(desk), say("Edit"), headline="Another"))
        assert same_as_anew(desk, out, export(desk, out))


def test_an_original_that_is_gone_stops_it_too(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        export(desk, tmp_path / "out")
        image = desk.images.get(first_article(desk).hero.image_id)  # type: ignore[union-attr]
        original = desk.images.original(image)
        assert original is not None
        original.unlink()
        with pytest.raises(Fault):
            export(desk, tmp_path / "out")


def test_another_request_is_another_bundle(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with a_news_desk(tmp_path / "desk") as desk:
        export(desk, out)
        fewer = export(desk, out, editions=("en",))
        assert fewer.editions == ("en",)
        assert fewer.manifest_sha256 == export(desk, tmp_path / "anew", editions=("en",)).manifest_sha256
        assert export(desk, out, format="text").format == "text"
        assert verify_bundle(out, quiet()).ok


def test_what_is_taken_is_nobody_elses_and_the_oldest_is_let_go(tmp_path: Path, program: str) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        for number in range(3):
            export(desk, tmp_path / str(number))
        kept = desk.publishing._ways._standings
        places = [tmp_path / str(number) for number in range(3)]
        assert list(kept._kept) == (places[1:] if program == "running" else places[2:])
        standing = kept._kept[places[2]]
        editions = desk.newsroom.settings.editions
        assert kept.take(places[2], "other", editions) is None
        kept.put(places[2], standing)
        taken, again = (kept.take(places[2], standing.terms, editions) for _ in range(2))
        assert taken is not None
        assert taken.articles is standing.articles
        assert again is not None, "another program finds it in its file"
        assert not again.articles
