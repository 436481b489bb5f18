"""Which themes a newsroom may choose from, and that its pages and its preview wear the chosen one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.core.errors import UserError
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.edits import EditSettings
from editor.services.publishing import ExportRequest
from editor.services.themes import theme_of, themes_of
from tests.services.newsdesks import a_news_desk, first_article


def test_a_newsroom_chooses_among_ours_and_its_own(tmp_path: Path) -> None:
    (tmp_path / "themes" / "harbour").mkdir(parents=True)
    (tmp_path / "themes" / ".git").mkdir()
    (tmp_path / "themes" / "notes.txt").write_text("x")
    assert [name for name, _ in themes_of(tmp_path)] == ["", "magazine", "harbour"]
    assert [name for name, _ in themes_of(tmp_path / "other")] == ["", "magazine"]
    assert theme_of(tmp_path, "harbour").name == "harbour"
    for name in ("elsewhere", "../themes/harbour", ".git"):
        with pytest.raises(UserError, match="no theme"):
            theme_of(tmp_path, name)


def test_pages_and_preview_wear_the_chosen_theme(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        folder = desk.newsroom.folder / "themes" / "harbour"
        folder.mkdir(parents=True)
        (folder / "style.css").write_text(":root { --accent: #123456; }")
        before = desk.newsroom.settings
        desk.articles.apply(EditSettings(before, replace(before, theme="harbour"), say("Settings")))
        desk.publishing.export(ExportRequest(out=tmp_path / "out"), quiet())
        (sheet,) = (tmp_path / "out" / "assets").glob("theme-*.css")
        assert sheet.read_text().endswith(":root { --accent: #123456; }")
        html = desk.preview.page(first_article(desk), "en")
        assert sheet.name in html
        assert desk.preview.resource(f"assets/{sheet.name}") == (sheet.read_bytes(), "text/css; charset=utf-8")
