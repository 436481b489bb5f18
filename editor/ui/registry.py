"""The panels of the window, in the order in which the View menu and the tabs show them. One line a panel."""

from __future__ import annotations

from editor.ui.panel import PanelSpec
from editor.ui.panels import articles, draft, export, images, preview, related, timeline

PANELS: tuple[PanelSpec, ...] = (
    articles.SPEC,
    draft.SPEC,
    preview.SPEC,
    images.SPEC,
    related.SPEC,
    timeline.SPEC,
    export.SPEC,
)
