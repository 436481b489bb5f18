"""Schema 8: the newsroom's own words for the labels of its pages, each for one locale."""

from __future__ import annotations

SQL = """
CREATE TABLE page_label (
    locale TEXT NOT NULL,
    label TEXT NOT NULL,
    words TEXT NOT NULL,
    english TEXT NOT NULL,
    reviewed_by TEXT NOT NULL,
    reviewed_at TEXT,
    PRIMARY KEY (locale, label)
);
"""
