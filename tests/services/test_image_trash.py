"""Pitfall 15: the files on disk are those that something refers to, and a trash that gives everything back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from editor.bootstrap import Desk, open_desk
from editor.core.errors import Fault
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import AddImage, CreateArticle, Several, change_article, change_image
from editor.domain.image import Image, Placement
from editor.services.safekeeping import keep, restore
from tests.builders import NOON, FixedClock, a_desk, an_article, png


def _again(desk: Desk) -> Desk:
    """Close the newsroom and open it again: nothing can be taken back any more."""
    desk.close()
    clock = FixedClock(NOON + timedelta(days=1))
    return open_desk(desk.folder, person="Amina", clock=clock)


def _add(desk: Desk, grey: int) -> Image:
    image = desk.images.read(png(grey=grey), f"{grey}.png")
    desk.articles.apply(AddImage(image, say("Add"), NOON))
    return image


def _trash(desk: Desk, image: Image) -> None:
    desk.articles.apply(change_image(desk.images.get(image.id), say("Trash"), trashed_at=NOON))


def _files(desk: Desk) -> set[str]:
    return {path.name[:12] for path in (desk.folder / "media").glob("*/*")}


def _empty(desk: Desk) -> list[Image]:
    return desk.images.trash.remove(desk.images.trash.removable(quiet()))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_desk(tmp_path / "desk")


def test_pitfall_15_dropped_edited_cancelled_renamed_undone_the_files_are_what_is_referred_to(desk: Desk) -> None:
    images = [_add(desk, grey) for grey in range(5)]
    body = " ".join(f"![x]({image.path})" for image in images[:3])
    article = an_article(hero=Placement(image_id=images[3].id), body=body)
    desk.articles.apply(CreateArticle(article, say("New"), NOON))
    stored = desk.articles.get(article.id)
    without = change_article(stored, say("Cut"), body="", hero=None, slug="renamed")
    desk.articles.apply(without)
    assert _empty(desk) == []
    desk.articles.apply(without.inverse())
    assert _files(desk) == {image.sha256[:12] for image in images}
    _trash(desk, images[4])
    assert _empty(desk) == []  # Undo could still bring it back
    desk = _again(desk)
    assert [image.id for image in _empty(desk)] == [images[4].id]
    assert _files(desk) == {image.sha256[:12] for image in images[:4]}
    desk.close()


def test_a_picture_that_a_kept_version_shows_stays(desk: Desk) -> None:
    image = _add(desk, 1)
    article = an_article(body=f"![x]({image.path})")
    desk.articles.apply(CreateArticle(article, say("New"), NOON))
    desk.articles.keep_version(article.id, "With its picture")
    stored = desk.articles.get(article.id)
    desk.articles.apply(change_article(stored, say("Cut"), body="Words"))
    _trash(desk, image)
    desk = _again(desk)
    assert desk.images.trash.removable(quiet()) == []
    desk.close()


def test_a_picture_that_a_light_backup_leans_on_stays_until_that_is_given_up(desk: Desk, tmp_path: Path) -> None:
    image = _add(desk, 1)
    backup = keep(desk.folder, NOON, "hour", None, quiet()).backup
    _trash(desk, image)
    desk = _again(desk)
    assert _empty(desk) == []
    later = keep(desk.folder, NOON + timedelta(days=1), "hour", None, quiet()).backup
    backup.path.unlink()
    for whole in desk.safekeeping.backups():
        if str(whole.reason).startswith("Weekly"):
            whole.path.unlink()
    assert [one.id for one in _empty(desk)] == [image.id]
    assert restore(later.path, tmp_path / "again") == ()  # there it lay in the trash: nothing is missed
    desk.close()


def test_an_article_in_the_trash_still_needs_its_picture(desk: Desk) -> None:
    image = _add(desk, 1)
    article: Article = an_article(hero=Placement(image_id=image.id))
    desk.articles.apply(CreateArticle(article, say("New"), NOON))
    desk.articles.apply(change_article(desk.articles.get(article.id), say("Trash"), trashed_at=NOON))
    desk = _again(desk)
    assert _empty(desk) == []
    desk.close()


def test_what_was_used_again_meanwhile_is_not_removed(desk: Desk) -> None:
    first, second = _add(desk, 1), _add(desk, 2)
    for image in (first, second):
        _trash(desk, image)
    desk = _again(desk)
    free = desk.images.trash.removable(quiet())
    assert len(free) == 2
    article = an_article(hero=Placement(image_id=first.id))
    desk.articles.apply(Several((CreateArticle(article, say("New"), NOON),), say("New")))
    assert [image.id for image in desk.images.trash.remove(free)] == [second.id]
    assert _files(desk) == {first.sha256[:12]}
    assert desk.images.trash.remove(free) == []
    desk.close()


def test_a_desk_that_only_reads_removes_nothing(desk: Desk) -> None:
    from editor.bootstrap import OpenMode

    image = _add(desk, 1)
    _trash(desk, image)
    second = open_desk(desk.folder, mode=OpenMode.READ)
    with pytest.raises(Fault, match="No picture was removed"):
        second.images.trash.remove([image])
    second.close()
    desk.close()
