"""Checks run over one article, or over the newsroom, and say what to look at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.bootstrap import Desk
from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.check_choices import Level
from editor.domain.edits import AddImage, EditSettings, change_article
from tests.builders import NOON, a_link
from tests.services.newsdesks import a_news_desk, first_article


def test_one_article_is_checked_alone(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        found = desk.checking.problems("1" * 32)
        assert {problem.check for problem in found} == {"image-words", "image-origin", "image-credit", "translations"}
        assert {problem.article for problem in found} == {"1" * 32}
        assert {problem.check for problem in desk.checking.problems("2" * 32)} == {"body", "translations"}


def test_the_whole_newsroom_is_checked_with_its_settings(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        found = desk.checking.problems()
        about_pictures = {"image-words", "image-origin", "image-credit"}
        assert {problem.check for problem in found} == {"base-address", "body", "translations", *about_pictures}
        alone = [problem for head in desk.articles.heads() for problem in desk.checking.problems(head.id)]
        assert sorted(map(repr, alone)) == sorted(repr(problem) for problem in found if problem.article)


def test_a_missing_original_blocks(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        (image,) = desk.images.all()
        original = desk.images.original(image)
        assert original
        original.unlink()
        blocking = [problem for problem in desk.checking.problems("1" * 32) if problem.blocks]
        assert [problem.field for problem in blocking] == ["hero"]


def test_links_that_wait_are_said(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        links = (a_link(pending="later"), a_link("3" * 32))
        desk.articles.apply(change_article(first_article(desk), say("x"), links=links))
        assert sum(problem.check == "links" for problem in desk.checking.problems("1" * 32)) == 2


def test_an_article_that_is_not_there_is_said(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk, pytest.raises(UserError):
        desk.checking.problems("nothing")


def test_pictures_that_move_and_pictures_that_are_not_there_are_found(tmp_path: Path) -> None:
    from io import BytesIO

    from PIL import Image as Pictures

    frames = [Pictures.new("RGB", (9, 9), shade) for shade in ("red", "green")]
    stream = BytesIO()
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:])
    with a_news_desk(tmp_path / "desk") as desk:
        image = desk.images.read(stream.getvalue(), "waves.gif")
        desk.articles.apply(AddImage(image, say("x"), NOON))
        article = first_article(desk)
        body = f"![a]({image.path})\n\n![b](gate.jpg)"
        desk.articles.apply(change_article(article, say("x"), reactions=body))
        for found in (desk.checking.problems(article.id), desk.checking.problems()):
            words = {problem.check: str(problem.message) for problem in found}
            assert "“waves.gif” moves" in words["image-moves"]
            assert "gate.jpg" in words["picture-place"]


def test_a_picture_in_the_reactions_needs_its_original_too(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        article = first_article(desk)
        desk.articles.apply(change_article(article, say("x"), hero=None, body="", reactions=article.body))
        (image,) = desk.images.all()
        original = desk.images.original(image)
        assert original is not None
        original.unlink()
        for found in (desk.checking.problems(article.id), desk.checking.problems()):
            assert [problem.check for problem in found if problem.blocks] == ["image-file"]


def test_what_is_accepted_stands_apart_until_it_changes_or_is_taken_back(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        (problem,) = [one for one in desk.checking.problems("1" * 32) if one.check == "image-words"]
        edit = desk.checking.accepting(problem, " It is a map of the text. ", "Asha")
        desk.articles.apply(edit)
        *_, seen = desk.checking.look("1" * 32)
        assert seen.accepted
        assert (seen.check, seen.accepted.reason, seen.accepted.by) == (
            "image-words",
            "It is a map of the text.",
            "Asha",
        )
        assert not any(one.check == "image-words" for one in desk.checking.problems("1" * 32))
        desk.articles.apply(edit.inverse())
        assert any(one.check == "image-words" for one in desk.checking.problems("1" * 32))
        desk.articles.apply(desk.checking.accepting(problem, "Map.", "Asha"))
        (accepted,) = desk.newsroom.settings.checks.accepted
        desk.articles.apply(desk.checking.taking_back(accepted))
        assert desk.newsroom.settings.checks.accepted == ()


def test_without_a_reason_nothing_is_accepted(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        problem = desk.checking.problems("1" * 32)[0]
        with pytest.raises(UserError, match="Say why"):
            desk.articles.apply(desk.checking.accepting(problem, "  ", "Asha"))


def test_a_newsroom_s_rules_are_off_or_stop_an_export(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        _set_level(desk, "image-words", Level.OFF)
        _set_level(desk, "image-origin", Level.BLOCK)
        found = desk.checking.problems("1" * 32)
        assert [(one.check, one.blocks) for one in found] == [
            ("image-origin", True),
            ("image-credit", False),
            ("translations", False),
        ]
        assert all(one.hint for one in found)
        desk.articles.apply(desk.checking.accepting(found[0], "Known to all.", "Asha"))
        assert not any(one.blocks for one in desk.checking.look("1" * 32))


def test_what_no_export_can_do_without_cannot_be_accepted_or_switched_off(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        (image,) = desk.images.all()
        original = desk.images.original(image)
        assert original
        original.unlink()
        _set_level(desk, "image-file", Level.OFF)
        problem = desk.checking.problems("1" * 32)[0]
        assert (problem.check, problem.blocks) == ("image-file", True)
        desk.articles.apply(desk.checking.accepting(problem, "Never mind.", "Asha"))
        assert desk.checking.problems("1" * 32)[0].blocks


def _set_level(desk: Desk, check: str, level: Level) -> None:
    before = desk.newsroom.settings
    after = replace(before, checks=before.checks.with_level(check, level, Level.WARN))
    desk.articles.apply(EditSettings(before, after, say("Rules")))
