"""An export copies what is kept ready where that is the way, and else makes it: the same bytes, whichever way."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from editor.bootstrap import Desk
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.core.processes import Crew
from editor.domain.article import Status
from editor.domain.check_choices import Level
from editor.domain.edits import CreateArticle, EditSettings, change_article
from editor.publish import making
from editor.publish.signature import SIGNATURE
from editor.services import bundle_writing
from editor.services.export_ways import Ways
from editor.services.judging import HeldBackError
from editor.services.newsroom_key import make_key_here
from editor.services.publishing import ExportReport, ExportRequest
from editor.services.snapshots import KEPT, READY
from editor.services.verifying import verify_bundle
from tests.builders import NOON, an_article
from tests.services.newsdesks import a_news_desk, first_article


def export(desk: Desk, out: Path, **fields: Any) -> ExportReport:  # noqa: ANN401 - any field of the request
    desk.__dict__.pop("publishing", None)  # as a new program does it
    return desk.publishing.export(ExportRequest(out=out, **fields), quiet())


@contextmanager
def not_all_made(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let nobody make every file of the site."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the whole site was made")

    with monkeypatch.context() as patched:
        patched.setattr(Ways, "anew", refuse)
        yield


def ready(desk: Desk) -> Path:
    desk.publishing.keep_ready(quiet())
    return desk.folder / KEPT / READY


def same_as_anew(desk: Desk, out: Path, report: ExportReport) -> bool:
    anew = export(desk, out.with_name("anew"), full=True)
    is_whole = not verify_bundle(out, quiet()).problems
    return is_whole and (report.manifest_sha256, report.warnings, report.first_page) == (
        anew.manifest_sha256,
        anew.warnings,
        anew.first_page,
    )


def test_what_is_kept_ready_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    with a_news_desk(tmp_path / "desk") as desk:
        ready(desk)
        with not_all_made(monkeypatch):
            report = export(desk, out)
        assert report.written == report.files > 10
        assert same_as_anew(desk, out, report)


def test_a_zip_is_made_and_the_same_bytes(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        export(desk, tmp_path / "before.zip", zip=True)
        ready(desk)
        export(desk, tmp_path / "after.zip", zip=True)
        assert (tmp_path / "before.zip").read_bytes() == (tmp_path / "after.zip").read_bytes()


def test_many_pages_are_copied_beside_a_window_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There processes are begun anew, and are told what to copy."""
    monkeypatch.setattr(Crew, "can_fork", False)
    monkeypatch.setattr(making, "_SPAWNED_FROM", 1)
    with a_news_desk(tmp_path / "desk") as desk:
        ready(desk)
        with not_all_made(monkeypatch):
            report = export(desk, tmp_path / "out", jobs=2)
        assert same_as_anew(desk, tmp_path / "out", report)


def test_what_was_edited_since_is_in_the_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        ready(desk)
        desk.articles.apply(change_article(first_article(desk), say("x"), body="Words of *today*."))
        with not_all_made(monkeypatch):
            report = export(desk, tmp_path / "out")
        assert "Words of <em>today</em>." in (tmp_path / "out/en" / first_article(desk).slug / "index.html").read_text()
        assert same_as_anew(desk, tmp_path / "out", report)
        new = an_article(headline="New", status=Status.PUBLISHED, published=NOON)
        desk.articles.apply(CreateArticle(new, say("x"), NOON))
        report = export(desk, tmp_path / "second")
        assert same_as_anew(desk, tmp_path / "second", report)


def test_a_copy_is_brought_up_to_date_as_any_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        place = ready(desk)
        export(desk, tmp_path / "out")
        shutil.rmtree(place)
        desk.articles.apply(change_article(first_article(desk), say("x"), body="Other words."))
        with not_all_made(monkeypatch):
            report = export(desk, tmp_path / "out")
        assert report.written == 2
        assert same_as_anew(desk, tmp_path / "out", report)


def test_another_site_than_the_one_kept_ready_is_made(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        ready(desk)
        others: list[dict[str, object]] = [
            {"editions": ("sw",)},
            {"articles": ("3" * 32,)},
            {"only": ("1" * 32,)},
            {"format": "text"},
        ]
        for number, asked in enumerate(others):
            out = tmp_path / f"out{number}"
            report = export(desk, out, **asked)
            anew = export(desk, tmp_path / f"anew{number}", full=True, **asked)
            assert report.manifest_sha256 == anew.manifest_sha256, asked
        before = desk.newsroom.settings
        desk.articles.apply(EditSettings(before, replace(before, name="Another"), say("x")))
        report = export(desk, tmp_path / "out")
        assert same_as_anew(desk, tmp_path / "out", report)


def test_what_is_kept_ready_is_of_today(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        manifest = ready(desk) / "manifest.json"
        was = manifest.stat()
        hour = desk.clock.now() + timedelta(days=1)
        desk.articles.apply(change_article(first_article(desk), say("x"), body="Words of *tomorrow*."))
        report = export(desk, tmp_path / "out", at=hour)
        assert report.manifest_sha256 == export(desk, tmp_path / "anew", at=hour, full=True).manifest_sha256
        assert manifest.stat().st_mtime_ns == was.st_mtime_ns


def test_what_is_kept_ready_carries_no_signature_and_a_copy_its_own(tmp_path: Path) -> None:
    make_key_here()
    with a_news_desk(tmp_path / "desk") as desk:
        place = ready(desk)
        report = export(desk, tmp_path / "out", seal=True)
        assert not (place / SIGNATURE).exists()
        assert (tmp_path / "out" / SIGNATURE).exists()
        assert verify_bundle(tmp_path / "out", quiet()).ok
        again = export(desk, tmp_path / "out", seal=True)
        assert (report.signed_by, again.written) == (again.signed_by, 0)


@pytest.mark.parametrize("harm", ["page", "manifest", "gone", "standing", "half"])
def test_what_is_spoilt_there_reaches_no_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        place, slug = ready(desk), first_article(desk).slug
        page = place / "en" / slug / "index.html"
        if harm == "page":
            was = page.stat()
            page.write_bytes(page.read_bytes().replace(b"Drums", b"Bombs"))
            os.utime(page, ns=(was.st_atime_ns, was.st_mtime_ns))
        elif harm == "manifest":
            page.write_bytes(page.read_bytes() + b"<script>alert(1)</script>")
            manifest = json.loads((place / "manifest.json").read_bytes())
            (place / "manifest.json").write_text(json.dumps(manifest))
        elif harm == "gone":
            page.unlink()
        elif harm == "standing":
            for one in (desk.folder / KEPT / "pages").glob("*.standing"):
                one.write_bytes(one.read_bytes().replace(b"Drums", b"Bombs")[:-7])
        else:
            shutil.rmtree(place)
        report = export(desk, tmp_path / "out")
        assert same_as_anew(desk, tmp_path / "out", report)
        ready(desk)
        with not_all_made(monkeypatch):
            assert export(desk, tmp_path / "again").manifest_sha256 == report.manifest_sha256


def test_a_file_that_is_gone_unseen_is_missed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle_writing, "_LOOKED_THROUGH", 0)
    with a_news_desk(tmp_path / "desk") as desk:
        (ready(desk) / "en" / first_article(desk).slug / "index.html").unlink()
        ready(desk)  # which looks at its end alone
        report = export(desk, tmp_path / "out")
        assert same_as_anew(desk, tmp_path / "out", report)
        ready(desk)
        with not_all_made(monkeypatch):
            assert export(desk, tmp_path / "again").manifest_sha256 == report.manifest_sha256


def test_a_rule_holds_back_a_copy_too(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        ready(desk)
        before = desk.newsroom.settings
        stopping = before.checks.with_level("image-words", Level.BLOCK, Level.WARN)
        desk.articles.apply(EditSettings(before, replace(before, checks=stopping), say("x")))
        ready(desk)
        with pytest.raises(HeldBackError):
            export(desk, tmp_path / "out")
        assert not (tmp_path / "out").exists()
