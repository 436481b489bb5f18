"""Schema 1: the first."""

from __future__ import annotations

SQL = """
CREATE TABLE newsroom (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    base_url TEXT NOT NULL,
    publisher TEXT NOT NULL,
    privacy_policy_url TEXT NOT NULL,
    analytics_url TEXT NOT NULL,
    display_zone TEXT NOT NULL,
    extra TEXT NOT NULL
);
CREATE TABLE edition (
    locale TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    base_path TEXT NOT NULL,
    fallback TEXT,
    consent TEXT NOT NULL,
    extra TEXT NOT NULL
);
CREATE TABLE house_style (
    locale TEXT NOT NULL PRIMARY KEY,
    style TEXT NOT NULL
);
CREATE TABLE article (
    id TEXT NOT NULL PRIMARY KEY,
    language TEXT NOT NULL,
    slug TEXT NOT NULL,
    slug_key TEXT NOT NULL UNIQUE,
    headline TEXT NOT NULL,
    translation_set TEXT NOT NULL,
    is_source INTEGER NOT NULL,
    authorship TEXT NOT NULL,
    status TEXT NOT NULL,
    section TEXT NOT NULL,
    published TEXT,
    updated TEXT,
    embargo TEXT,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    revision INTEGER NOT NULL,
    trashed_at TEXT,
    display_zone TEXT NOT NULL,
    zone_source TEXT NOT NULL,
    reviewed_by TEXT NOT NULL,
    reviewed_at TEXT,
    byline TEXT NOT NULL,
    tags TEXT NOT NULL,
    standfirst TEXT NOT NULL,
    corrections TEXT NOT NULL,
    extra TEXT NOT NULL
);
CREATE INDEX article_by_change ON article (trashed_at, changed_at);
CREATE INDEX article_by_set ON article (translation_set);
CREATE TABLE article_text (
    article_id TEXT NOT NULL PRIMARY KEY REFERENCES article (id),
    body TEXT NOT NULL,
    reactions TEXT NOT NULL
);
CREATE TABLE image (
    id TEXT NOT NULL PRIMARY KEY,
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    size INTEGER NOT NULL,
    alt TEXT NOT NULL,
    credit TEXT NOT NULL,
    source_type TEXT NOT NULL,
    ai_system TEXT NOT NULL,
    ai_prompt TEXT NOT NULL,
    findings TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at TEXT,
    added_at TEXT,
    trashed_at TEXT,
    extra TEXT NOT NULL
);
CREATE UNIQUE INDEX image_by_hash ON image (sha256) WHERE sha256 <> '';
CREATE TABLE link (
    article_id TEXT NOT NULL REFERENCES article (id),
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    target_id TEXT REFERENCES article (id),
    pending TEXT NOT NULL,
    pending_key TEXT NOT NULL,
    on_card INTEGER NOT NULL,
    on_timeline INTEGER NOT NULL,
    PRIMARY KEY (article_id, id)
) WITHOUT ROWID;
CREATE INDEX link_by_target ON link (target_id);
CREATE INDEX link_by_pending ON link (pending_key) WHERE pending_key <> '';
CREATE TABLE external (
    article_id TEXT NOT NULL,
    link_id TEXT NOT NULL,
    headline TEXT NOT NULL,
    summary TEXT NOT NULL,
    url TEXT NOT NULL,
    published TEXT,
    language TEXT NOT NULL,
    authorship TEXT NOT NULL,
    picture_id TEXT REFERENCES image (id),
    picture_caption TEXT NOT NULL,
    extra TEXT NOT NULL,
    PRIMARY KEY (article_id, link_id),
    FOREIGN KEY (article_id, link_id) REFERENCES link (article_id, id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX external_by_picture ON external (picture_id) WHERE picture_id IS NOT NULL;
CREATE TABLE placement (
    article_id TEXT NOT NULL REFERENCES article (id),
    role TEXT NOT NULL,
    position INTEGER NOT NULL,
    image_id TEXT REFERENCES image (id),
    file_hash TEXT NOT NULL,
    caption TEXT NOT NULL,
    PRIMARY KEY (article_id, role, position)
) WITHOUT ROWID;
CREATE INDEX placement_by_image ON placement (image_id);
CREATE INDEX placement_by_hash ON placement (file_hash) WHERE image_id IS NULL;
CREATE TABLE version (
    id TEXT NOT NULL PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES article (id),
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    label TEXT NOT NULL,
    hash TEXT NOT NULL,
    content BLOB NOT NULL
);
CREATE INDEX version_by_article ON version (article_id, made_at);
CREATE TRIGGER version_is_never_edited BEFORE UPDATE ON version
BEGIN SELECT RAISE(ABORT, 'a version is never edited'); END;
CREATE TABLE search_entry (
    number INTEGER NOT NULL PRIMARY KEY,
    article_id TEXT NOT NULL UNIQUE REFERENCES article (id),
    headline TEXT NOT NULL,
    words TEXT NOT NULL
);
CREATE TABLE search_due (
    article_id TEXT NOT NULL PRIMARY KEY REFERENCES article (id)
);
CREATE VIRTUAL TABLE search USING fts5(
    headline, words, content='search_entry', content_rowid='number', tokenize='trigram'
);
CREATE TRIGGER search_entry_came AFTER INSERT ON search_entry BEGIN
    INSERT INTO search (rowid, headline, words) VALUES (new.number, new.headline, new.words);
END;
CREATE TRIGGER search_entry_went AFTER DELETE ON search_entry BEGIN
    INSERT INTO search (search, rowid, headline, words) VALUES ('delete', old.number, old.headline, old.words);
END;
CREATE TRIGGER search_entry_changed AFTER UPDATE ON search_entry BEGIN
    INSERT INTO search (search, rowid, headline, words) VALUES ('delete', old.number, old.headline, old.words);
    INSERT INTO search (rowid, headline, words) VALUES (new.number, new.headline, new.words);
END;
"""
