"""The page of changed paragraphs: each with its words, its field once, and where its translation is."""

from __future__ import annotations

import pytest

from editor.domain.difference import Fate, Stretch
from editor.services.translations import ChangedParagraph
from editor.ui import theme
from editor.ui.widgets.changed_source import changed_source_page


@pytest.mark.usefixtures("qtbot")
def test_what_changed_is_marked_and_leads_to_its_translation() -> None:
    stretches = (Stretch(Fate.SAME, "On "), Stretch(Fate.GONE, "13"), Stretch(Fate.NEW, "14 <b>"))
    paragraphs = [
        ChangedParagraph(field="headline", stretches=stretches, line=0),
        ChangedParagraph(field="body", stretches=stretches, line=4),
        ChangedParagraph(field="body", stretches=stretches, line=6),
    ]
    page = changed_source_page(paragraphs, theme.tokens(), "ar")
    assert (page.count("<h3"), page.count("line-through"), page.count("underline")) == (2, 3, 3)
    assert "14 &lt;b&gt;" in page
    assert 'dir="rtl"' in page
    assert [link in page for link in ("go:0", "go:4", "go:6")] == [False, True, True]
