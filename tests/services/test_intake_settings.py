from __future__ import annotations

from pathlib import Path

import pytest

from editor.core.errors import FileError
from editor.domain.edits import AddImage, EditSettings
from editor.services.intake_pictures import Pictures
from editor.services.intake_settings import plan_settings
from tests.builders import FixedClock
from tests.services.desks import a_desk, a_picture


def test_settings_and_spare_pictures_are_one_plan(tmp_path: Path) -> None:
    path = tmp_path / "newsroom.yaml"
    path.write_text("name: New\nmotto: M\nimages:\n- {file: spare.png, alt: {sw: Akiba}}\n")
    a_picture(tmp_path / "spare.png")
    with a_desk(tmp_path / "desk") as desk:
        before = desk.newsroom.settings
        plan = plan_settings(path, before, Pictures(desk.images, FixedClock(), keeps=True, updates=False))
        assert [type(edit) for edit in plan.edits] == [AddImage, EditSettings]
        assert (plan.settings.name, plan.settings.display_zone) == ("New", before.display_zone)
        assert "motto" in str(plan.warnings[0])


def test_nothing_new_is_no_edit_and_a_missing_picture_a_refusal(tmp_path: Path) -> None:
    path = tmp_path / "newsroom.yaml"
    path.write_text("name: desk\n")
    with a_desk(tmp_path / "desk") as desk:
        pictures = Pictures(desk.images, FixedClock(), keeps=True, updates=False)
        assert plan_settings(path, desk.newsroom.settings, pictures).edits == ()
        path.write_text("images:\n- alt: {en: x}\n  file: gone.png\n")
        with pytest.raises(FileError) as refused:
            plan_settings(path, desk.newsroom.settings, pictures)
        assert refused.value.line == 3
