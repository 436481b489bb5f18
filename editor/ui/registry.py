"""The panels of the window, in the order in which the View menu and the tabs show them. One line a panel."""

from __future__ import annotations

from editor.ui.panel import PanelSpec
from editor.ui.panels import draft, preview, related

PANELS: tuple[PanelSpec, ...] = (draft.SPEC, preview.SPEC, related.SPEC)
