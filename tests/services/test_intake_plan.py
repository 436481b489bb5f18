from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from editor.core.errors import FileError
from editor.core.messages import say
from editor.domain.edits import AddImage, CreateArticle, EditArticle, EditSettings
from editor.domain.settings import Edition
from editor.ingest.draft import Draft
from editor.services.intake_files import NamedFile, ReadFile
from editor.services.intake_plan import Planner
from tests.builders import FixedClock, a_link, an_article
from tests.services.desks import a_desk, a_picture, take, write


def a_file(folder: Path, **fields: Any) -> ReadFile:  # noqa: ANN401 - any field of a draft
    draft = Draft(article=fields.pop("article", an_article(id="one", slug="one", translation_set="")), **fields)
    return ReadFile(NamedFile(folder / "a.md", folder, is_named=True), say("Article file"), draft)


def a_planner(desk: Any, *, updates: bool = False) -> Planner:  # noqa: ANN401 - a desk
    return Planner(desk.articles, desk.images, desk.newsroom, FixedClock(), updates, keeps=False)


def test_a_new_article_is_created_in_a_set_of_its_own(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        plan = a_planner(desk).plan(a_file(tmp_path))
        (edit,) = plan.edits
        assert isinstance(edit, CreateArticle)
        assert (plan.article.translation_set, plan.known, plan.edition) == ("one", None, None)


def test_the_edition_of_a_page_is_made_once(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        file = a_file(tmp_path, edition=Edition(locale="sw"))
        plan = a_planner(desk).plan(file)
        assert plan.edition == Edition(locale="sw")
        assert isinstance(plan.edits[-1], EditSettings)
        desk.articles.apply(plan.edits[-1])
        assert a_planner(desk).plan(file).edition is None


def test_an_update_names_only_what_differs(tmp_path: Path) -> None:
    path = write(
        tmp_path, "a.md", "id: one\nlanguage: en\nslug: one\nheadline: A\nlinks:\n- article: later\n", "Body.\n"
    )
    with a_desk(tmp_path / "desk") as desk:
        take(desk, path)
        known = desk.articles.get("one")
        article = an_article(
            id="one", slug="one", translation_set="", headline="A", body="New.", links=(a_link(pending="later"),)
        )
        (edit,) = a_planner(desk, updates=True).plan(a_file(tmp_path, article=article, gives_id=True)).edits
        assert isinstance(edit, EditArticle)
        assert edit.after == {"body": "New."}
        assert edit.before == {"body": known.body}


def test_files_of_one_batch_know_of_one_another(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        planner = a_planner(desk)
        planner.accept(planner.plan(a_file(tmp_path)))
        member = an_article(id="two", slug="two", translation_set="", is_source=False, language="sw")
        assert planner.plan(a_file(tmp_path, article=member, translation_of="ONE")).article.translation_set == "one"
        again = an_article(id="three", slug="One", translation_set="")
        with pytest.raises(FileError) as refused:
            planner.plan(a_file(tmp_path, article=again, lines={"slug": 5}))
        assert refused.value.line == 5


def test_a_set_that_is_named_is_taken_as_it_is(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        article = an_article(id="one", slug="one", translation_set="gone", is_source=False)
        plan = a_planner(desk).plan(a_file(tmp_path, article=article, translation_of="nobody"))
        assert (plan.article.translation_set, plan.warnings) == ("gone", ())


def test_an_id_and_a_slug_of_two_articles_are_refused(tmp_path: Path) -> None:
    one = write(tmp_path, "1.md", "id: one\nlanguage: en\nslug: one\nheadline: A\n")
    two = write(tmp_path, "2.md", "id: two\nlanguage: en\nslug: two\nheadline: B\n")
    with a_desk(tmp_path / "desk") as desk:
        take(desk, one, two)
        article = an_article(id="one", slug="two", translation_set="")
        with pytest.raises(FileError):
            a_planner(desk, updates=True).plan(a_file(tmp_path, article=article, gives_id=True))


def test_pictures_come_before_the_article_that_shows_them(tmp_path: Path) -> None:
    a_picture(tmp_path / "in" / "a.png")
    path = write(tmp_path / "in", "a.md", "language: en\nheadline: A\nhero: {file: a.png}\n")
    with a_desk(tmp_path / "desk") as desk:
        report = take(desk, path)
        (edit,) = report.edit.edits
        assert [type(one) for one in edit.edits] == [AddImage, CreateArticle]  # type: ignore[union-attr]
