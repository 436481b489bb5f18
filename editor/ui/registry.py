"""The panels of the window, in the order in which the View menu and the tabs show them.

One more panel is one entry here and one function that makes it. The functions import late: a panel that is not seen
costs the start nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.messages import say
from editor.domain.edits import ARTICLE_FIELDS
from editor.ui.panel import Area, Panel, PanelSpec

if TYPE_CHECKING:
    from editor.bootstrap import Desk
    from editor.ui.jobs import Jobs


def _articles(desk: Desk, jobs: Jobs) -> Panel:
    from editor.ui.panels.articles import ArticlesPanel, ArticlesTools

    tools = ArticlesTools(
        articles=desk.articles,
        images=desk.images,
        newsroom=desk.newsroom,
        clock=desk.clock,
        can_write=not desk.read_only,
    )
    return ArticlesPanel(tools, jobs)


def _draft(desk: Desk, jobs: Jobs) -> Panel:
    from editor.ui.panels.draft import DraftPanel, DraftTools

    tools = DraftTools(
        articles=desk.articles,
        images=desk.images,
        newsroom=desk.newsroom,
        clock=desk.clock,
        person=desk.person,
        can_write=not desk.read_only,
    )
    return DraftPanel(tools, jobs)


def _preview(desk: Desk, jobs: Jobs) -> Panel:
    from editor.ui.page_worker import NewsroomPages
    from editor.ui.panels.preview import PreviewPanel

    return PreviewPanel(NewsroomPages(desk.folder), desk.articles, desk.newsroom, jobs)


def _images(desk: Desk, jobs: Jobs) -> Panel:
    from editor.ui.panels.images import ImagesPanel, ImagesTools

    tools = ImagesTools(
        images=desk.images,
        newsroom=desk.newsroom,
        clock=desk.clock,
        person=desk.person,
        can_write=not desk.read_only,
    )
    return ImagesPanel(tools, jobs)


def _related(desk: Desk, jobs: Jobs) -> Panel:
    from editor.ui.offers import Offers
    from editor.ui.panels.related import RelatedPanel, RelatedTools

    tools = RelatedTools(
        articles=desk.articles,
        images=desk.images,
        newsroom=desk.newsroom,
        offers=Offers(desk.articles, desk.search, desk.related),
        telling=desk.related.telling,
        clock=desk.clock,
        person=desk.person,
        can_write=not desk.read_only,
    )
    return RelatedPanel(tools, jobs)


def _timeline(desk: Desk, jobs: Jobs) -> Panel:
    from editor.ui.offers import Offers
    from editor.ui.panels.timeline import TimelinePanel, TimelineTools

    tools = TimelineTools(
        timelines=desk.timelines,
        newsroom=desk.newsroom,
        offers=Offers(desk.articles, desk.search, desk.related),
        clock=desk.clock,
        can_write=not desk.read_only,
    )
    return TimelinePanel(tools, jobs)


def _history(desk: Desk, jobs: Jobs) -> Panel:
    from editor.ui.panels.history import HistoryPanel, HistoryTools

    tools = HistoryTools(
        articles=desk.articles,
        images=desk.images,
        history=desk.history,
        newsroom=desk.newsroom,
        clock=desk.clock,
        can_write=not desk.read_only,
    )
    return HistoryPanel(tools, jobs)


def _export(desk: Desk, jobs: Jobs) -> Panel:
    from editor.ui.panels.export import ExportPanel

    return ExportPanel(desk.articles, desk.publishing, desk.checking, desk.newsroom, jobs)


def _outline(_desk: Desk, jobs: Jobs) -> Panel:
    from editor.ui.panels.outline import OutlinePanel

    return OutlinePanel(jobs)


def _translations(desk: Desk, jobs: Jobs) -> Panel:
    from editor.services.translations import Translations
    from editor.ui.offers import Offers
    from editor.ui.panels.translations import TranslationsPanel

    service = Translations(desk.articles, desk.newsroom, desk.clock)
    offers = Offers(desk.articles, desk.search, desk.related)
    return TranslationsPanel(service, desk.newsroom, offers, jobs, can_write=not desk.read_only)


def _checks(desk: Desk, jobs: Jobs) -> Panel:
    from editor.services.judging import rules
    from editor.ui.panels.checks import ChecksPanel, ChecksTools

    tools = ChecksTools(
        checking=desk.checking,
        rules=rules(),
        newsroom=desk.newsroom,
        person=desk.person,
        can_write=not desk.read_only,
    )
    return ChecksPanel(tools, jobs)


ARTICLES = PanelSpec(
    id="articles",
    title=say("Articles"),
    icon="articles",
    area=Area.LEFT,
    shortcut="Alt+1",
    watches=frozenset({"list", "images", "settings"}),
    build=_articles,
)
DRAFT = PanelSpec(
    id="draft",
    title=say("Draft"),
    icon="draft",
    area=Area.CENTRE,
    shortcut="Alt+2",
    watches=ARTICLE_FIELDS | {"settings"},
    build=_draft,
)
PREVIEW = PanelSpec(
    id="preview",
    title=say("Preview"),
    icon="preview",
    area=Area.RIGHT,
    shortcut="Alt+3",
    watches=frozenset({"list", "images", "settings"}),
    build=_preview,
)
IMAGES = PanelSpec(
    id="images",
    title=say("Images"),
    icon="images",
    area=Area.RIGHT,
    shortcut="Alt+4",
    watches=frozenset({"hero", "body", "reactions", "links", "language", "images", "settings"}),
    build=_images,
)
RELATED = PanelSpec(
    id="related",
    title=say("Related"),
    icon="related",
    area=Area.RIGHT,
    shortcut="Alt+5",
    watches=frozenset({"list", "images", "settings"}),
    build=_related,
    is_of_article=True,
)
TIMELINE = PanelSpec(
    id="timeline",
    title=say("Timeline"),
    icon="timeline",
    area=Area.RIGHT,
    shortcut="Alt+6",
    watches=frozenset({"list", "settings"}),
    build=_timeline,
    is_of_article=True,
)
HISTORY = PanelSpec(
    id="history",
    title=say("History"),
    icon="history",
    area=Area.RIGHT,
    shortcut="Alt+9",
    watches=frozenset({"list", "settings", "versions"}),
    build=_history,
    is_of_article=True,
)
EXPORT = PanelSpec(
    id="export",
    title=say("Export"),
    icon="export",
    area=Area.RIGHT,
    shortcut="Alt+7",
    watches=frozenset({"list", "settings", "images"}),
    build=_export,
)
OUTLINE = PanelSpec(
    id="outline",
    title=say("Outline"),
    icon="list",
    area=Area.RIGHT,
    shortcut="Alt+8",
    watches=frozenset({"body", "language"}),
    build=_outline,
    is_of_article=True,
)
TRANSLATIONS = PanelSpec(
    id="translations",
    title=say("Translations"),
    icon="language",
    area=Area.RIGHT,
    shortcut="Alt+0",
    watches=frozenset({"list", "settings"}),
    build=_translations,
    is_of_article=True,
)

CHECKS = PanelSpec(
    id="checks",
    title=say("Checks"),
    icon="checks",
    area=Area.RIGHT,
    shortcut="Alt+K",
    watches=frozenset({"list", "images", "settings"}),
    build=_checks,
)

PANELS: tuple[PanelSpec, ...] = (
    ARTICLES,
    DRAFT,
    PREVIEW,
    IMAGES,
    RELATED,
    TIMELINE,
    HISTORY,
    CHECKS,
    EXPORT,
    OUTLINE,
    TRANSLATIONS,
)
