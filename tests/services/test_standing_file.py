"""What stands at a place is kept for the next program: all of it, or nothing where anything is wrong with it."""

from __future__ import annotations

import os
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

import pytest

from editor.bootstrap import Desk
from editor.core.jobs import quiet
from editor.core.messages import Message, named_language, nsay, say
from editor.core.settings_folder import CONFIG_VARIABLE
from editor.domain.article import FormerSlug, Status
from editor.domain.edits import EditSettings, change_article
from editor.publish.manifest import MANIFEST
from editor.services import standing_file
from editor.services.publishing import ExportRequest
from editor.services.standing import Standing
from editor.services.standing_file import add_to_standing, keep_standing, read_standing
from tests.builders import NOON
from tests.services.newsdesks import a_news_desk, first_article


def exported(desk: Desk, out: Path) -> Standing:
    desk.publishing.export(ExportRequest(out=out), quiet())
    return desk.publishing._ways._standings._kept[out]


def found(desk: Desk, out: Path, standing: Standing) -> Standing | None:
    file = desk.publishing._snapshots.standing_file(out)
    return read_standing(file, out, standing.terms, desk.newsroom.settings.editions)


def shape(standing: Standing) -> dict[str, object]:
    """Return all of a standing that another program must find, as values that can be compared."""
    at_hand = {"articles", "versions", "known", "left", "layout"}
    plain = {one.name: getattr(standing, one.name) for one in fields(standing) if one.name not in at_hand}
    layout, old = standing.layout, standing.left.old
    groups = {
        locale: {kind: list(some) for kind, some in one._ordered.items()} for locale, one in layout.groups.items()
    }
    return {
        **plain,
        "layout": [
            {locale: list(ids) for locale, ids in layout.shown.items()},
            {locale: list(ids) for locale, ids in layout.withdrawn.items()},
            {locale: dict(members) for locale, members in layout.members.items()},
            {locale: dict(pages) for locale, pages in layout.pages.items()},
            {locale: dict(former) for locale, former in layout.former.items()},
            groups,
        ],
        "left": (dict(old.entries), dict(old.remembered), dict(standing.left.closing), dict(standing.left.hashes)),
    }


def test_what_another_program_finds_is_what_was_left(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with a_news_desk(tmp_path / "desk") as desk:
        before = desk.newsroom.settings
        settings = replace(before, editions=tuple(replace(one, sections=("Nowhere", "")) for one in before.editions))
        desk.articles.apply(EditSettings(before, settings, say("Set")))
        standing = exported(desk, out)
        assert standing.about_newsroom
        again = found(desk, out, standing)
        assert again is not None
        assert shape(again) == shape(standing)
        for number in range(3):
            desk.articles.apply(change_article(first_article(desk), say("Edit"), body=f"{number} <http:example>"))
            first_article(desk)
            standing = exported(desk, out)
            again = found(desk, out, standing)
            assert again is not None
            assert shape(again) == shape(standing)


def test_what_stands_elsewhere_is_added_and_found(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with a_news_desk(tmp_path / "desk") as desk:
        plain = {"hero": None, "body": "Words.", "section": "World", "tags": ("Music",)}
        for number in (1, 2):
            article = desk.articles.get(str(number) * 32)
            desk.articles.apply(change_article(article, say("Edit"), **plain))
        exported(desk, out)
        for fields in (
            {"tags": ("music", "River")},
            {"slug": "another", "former_slugs": (FormerSlug(slug="b"), FormerSlug(slug="a"), FormerSlug(slug="c"))},
            {"slug": "b"},
            {"published": NOON - timedelta(days=90)},
            {"body": "Other <http:example>"},
            {"trashed_at": NOON},
            {"trashed_at": None},
            {"status": Status.DRAFT},
            {"status": Status.PUBLISHED, "embargo": NOON},
        ):
            desk.articles.apply(change_article(first_article(desk), say("Edit"), **fields))
            standing = exported(desk, out)
            again = found(desk, out, standing)
            assert again is not None
            assert shape(again) == shape(standing), fields
        assert desk.publishing._snapshots.standing_file(out).read_bytes().count(b"\n") > 5, "not written anew each time"


def test_a_file_that_is_spoilt_says_nothing(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with a_news_desk(tmp_path / "desk") as desk:
        standing = exported(desk, out)
        desk.articles.apply(change_article(first_article(desk), say("Edit"), headline="Another"))
        standing = exported(desk, out)
        file = desk.publishing._snapshots.standing_file(out)
        whole = file.read_bytes()
        assert whole.count(b"\n") == 2
        for spoilt in (
            b"",
            b"{}\n",
            whole[:-1],
            whole[: len(whole) // 2],
            whole.replace(b"Another", b"Onother") if b"Another" in whole else whole.replace(b"stamps", b"stomps"),
            whole.partition(b"\n")[2],
            whole.partition(b"\n")[0] + b"\n",  # that of the bundle before
            whole + b"more\n",
        ):
            file.write_bytes(spoilt)
            assert found(desk, out, standing) is None, spoilt[:80]
        file.unlink()
        assert found(desk, out, standing) is None
        file.write_bytes(whole)
        assert found(desk, out, standing) is not None


def test_a_file_of_another_computer_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    with a_news_desk(tmp_path / "desk") as desk:
        standing = exported(desk, out)
        assert found(desk, out, standing) is not None
        monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "of somebody else"))
        assert found(desk, out, standing) is None


def test_another_bundle_version_or_request_is_not_what_stands_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    with a_news_desk(tmp_path / "desk") as desk:
        standing = exported(desk, out)
        assert found(desk, out, replace(standing, terms="other")) is None
        with monkeypatch.context() as patched:
            patched.setattr(standing_file, "CURRENT", 0)
            assert found(desk, out, standing) is None
        with monkeypatch.context() as patched:
            patched.setattr(standing_file, "system_zones", lambda: "# version 2099z")
            assert found(desk, out, standing) is None
        manifest = (out / MANIFEST).read_bytes()
        (out / MANIFEST).write_bytes(manifest + b" ")
        assert found(desk, out, standing) is None
        (out / MANIFEST).unlink()
        assert found(desk, out, standing) is None


def test_only_the_standing_that_the_file_ends_with_is_added_to(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with a_news_desk(tmp_path / "desk") as desk:
        first = exported(desk, out)
        desk.articles.apply(change_article(first_article(desk), say("Edit"), headline="Another"))
        second = exported(desk, out)
        file = desk.publishing._snapshots.standing_file(out)
        before = file.read_bytes()
        assert add_to_standing(file, second, first, set()) is None
        assert add_to_standing(file, second, replace(second, written=None), set()) is None
        assert file.read_bytes() == before
        added = add_to_standing(file, second, second, set())
        assert added is not None
        assert add_to_standing(file, second, second, set()) is None, "somebody else wrote meanwhile"
        assert add_to_standing(file, added, added, set()) is not None
        assert found(desk, out, second) is not None


def test_a_file_that_grew_long_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing_file, "_MOST_ADDED", 1)
    out = tmp_path / "out"
    with a_news_desk(tmp_path / "desk") as desk:
        for number in range(3):
            desk.articles.apply(change_article(first_article(desk), say("Edit"), headline=f"Another {number}"))
            standing = exported(desk, out)
            assert found(desk, out, standing) is not None
        assert desk.publishing._snapshots.standing_file(out).read_bytes().count(b"\n") < 3


def test_places_exported_to_long_ago_are_let_go_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing_file, "_MOST_PLACES", 2)
    places = [tmp_path / name for name in ("a", "b", "c")]
    with a_news_desk(tmp_path / "desk") as desk:
        snapshots = desk.publishing._snapshots
        for age, out in zip((300, 200, 0), places, strict=True):
            exported(desk, out)
            for file in (snapshots.standing_file(out), snapshots.pages_memory(out)):
                at = file.stat().st_mtime - age
                os.utime(file, (at, at))
        kept = [(snapshots.standing_file(out).exists(), snapshots.pages_memory(out).exists()) for out in places]
        assert kept == [(False, False), (True, True), (True, True)]


def test_warnings_come_back_as_they_were(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with a_news_desk(tmp_path / "desk") as desk:
        standing = exported(desk, out)
        file = desk.publishing._snapshots.standing_file(out)
        said = (
            say("“{a}” is {b}.", a="x \ud800", b=say("gone {n}", n=3)),
            nsay("{n} file in {locale}", "{n} files in {locale}", 2, locale=named_language("sw")),
            Message(),
        )
        keep_standing(file, replace(standing, warnings={"1" * 32: said}))
        again = found(desk, out, standing)
        assert again is not None
        assert again.warnings == {"1" * 32: said}
        file.unlink()
        keep_standing(file, replace(standing, warnings={"1" * 32: (say("{path}", path=out),)}))
        assert not file.exists(), "a value that would come back as another is not kept"
