"""What a form asks for."""

from __future__ import annotations

from editor.core.messages import say
from editor.domain.edits import change_article
from editor.ui.widgets.field_change import FieldChange
from tests.builders import an_article


def test_it_names_fields_as_an_edit_wants_them() -> None:
    change = FieldChange(say("Change tags"), {"tags": ("Japan",)})
    edit = change_article(an_article(), change.label, **change.fields)
    assert edit.after == {"tags": ("Japan",)}
