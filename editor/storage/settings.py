"""Reads the newsroom's settings: plain SQL over a connection, one value out."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from editor.domain.settings import NewsroomSettings
from editor.storage.label_rows import labels_from
from editor.storage.rows import settings_from


def settings(connection: sqlite3.Connection) -> NewsroomSettings:
    """Return the newsroom's settings."""
    newsroom = connection.execute(
        "SELECT id, name, base_url, publisher, privacy_policy_url, analytics_url, display_zone, extra, version_rule,"
        " picture_badge, picture_prompts FROM newsroom"
    ).fetchone()
    if newsroom is None:
        raise sqlite3.DatabaseError("the newsroom's settings are missing")
    editions = connection.execute(
        "SELECT locale, position, base_path, fallback, consent, extra, display_zone FROM edition ORDER BY position"
    ).fetchall()
    styles = connection.execute("SELECT locale, style FROM house_style ORDER BY locale").fetchall()
    labels = connection.execute(
        "SELECT locale, label, words, english, reviewed_by, reviewed_at FROM page_label ORDER BY locale, label"
    ).fetchall()
    return replace(settings_from(newsroom, editions, styles), page_labels=labels_from(labels))
