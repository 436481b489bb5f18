from __future__ import annotations

from editor.ingest.draft import Draft
from tests.builders import an_article


def test_a_draft_knows_the_lines_of_its_fields() -> None:
    draft = Draft(article=an_article(), lines={"slug": 4})
    assert (draft.line_of("slug"), draft.line_of("id")) == (4, 0)
