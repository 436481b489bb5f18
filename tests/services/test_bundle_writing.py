"""What a bundle may not be written over, and which formats can be renewed."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.core.errors import UserError
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.edits import change_article
from editor.publish.registry import FORMATS
from editor.services.publishing import ExportRequest
from tests.services.newsdesks import a_news_desk, first_article


def test_what_the_newsroom_keeps_is_no_place_for_a_bundle(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk, pytest.raises(UserError, match="keeps its own"):
        desk.publishing.export(ExportRequest(out=tmp_path / "desk" / "cache" / "out"), quiet())


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_that_cannot_be_renewed_is_made_anew(tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    with a_news_desk(tmp_path / "desk") as desk:
        desk.publishing.export(ExportRequest(out=out, format=form), quiet())
        assert (out in desk.publishing._ways._standings._kept) is (FORMATS[form].touched is not None)
        desk.articles.apply(change_article(first_article(desk), say("Edit"), headline="Another"))
        report = desk.publishing.export(ExportRequest(out=out, format=form), quiet())
        anew = desk.publishing.export(ExportRequest(out=tmp_path / "anew", format=form, full=True), quiet())
        assert (report.manifest_sha256, report.warnings) == (anew.manifest_sha256, anew.warnings)
