"""The paragraphs of a source that changed since it was translated, as a page. Strings only, no widgets."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from editor.domain.version_fields import GROUPS
from editor.i18n.interface import tr, words
from editor.services.translations import ChangedParagraph
from editor.ui.tokens import Tokens
from editor.ui.widgets.difference_page import inline

GO = "go"


def changed_source_page(changed: Iterable[ChangedParagraph], tokens: Tokens, language: str) -> str:
    """Return the page as HTML that Qt's rich text understands; `language` is that of the source.

    Links with the scheme `GO` carry the line of the translation's body in which the answer begins.
    """
    parts: list[str] = []
    title, leads = "", tr("Go to its translation")
    for one in changed:
        said = words(GROUPS[one.field].title)
        if said != title:
            parts.append(f'<h3 style="color: {tokens.muted}">{escape(said)}</h3>')
            title = said
        parts.append(inline(one.stretches, tokens, language))
        if one.field == "body":
            style = f"color: {tokens.accent}; text-decoration: none"
            parts.append(f'<p><a href="{GO}:{one.line}" style="{style}">{escape(leads)}</a></p>')
    return "".join(parts)
