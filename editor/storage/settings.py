"""Reads the newsroom's settings: plain SQL over a connection, one value out."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from editor.domain.settings import NewsroomSettings
from editor.storage.edition_rows import EDITION_COLUMNS, edition_from
from editor.storage.label_rows import labels_from
from editor.storage.rows import settings_from
from editor.storage.style_rows import style_from


def settings(connection: sqlite3.Connection) -> NewsroomSettings:
    """Return the newsroom's settings."""
    newsroom = connection.execute(
        "SELECT id, name, base_url, publisher, privacy_policy_url, analytics_url, display_zone, extra, version_rule,"
        " picture_badge, picture_prompts, checks, theme FROM newsroom"
    ).fetchone()
    if newsroom is None:
        raise sqlite3.DatabaseError("the newsroom's settings are missing")
    editions = connection.execute(f"SELECT {EDITION_COLUMNS} FROM edition ORDER BY position")  # noqa: S608 - our own
    styles = connection.execute("SELECT locale, style FROM house_style ORDER BY locale")
    labels = connection.execute(
        "SELECT locale, label, words, english, reviewed_by, reviewed_at FROM page_label ORDER BY locale, label"
    ).fetchall()
    found = settings_from(newsroom, map(edition_from, editions), map(style_from, styles))
    return replace(found, page_labels=labels_from(labels))
