"""The tables as SQLModel classes. Rows only: nothing above this room sees one, `rows` turns them into values.

Decisions: what is always read and written whole with its article and joined by nothing (byline, tags, corrections) is a
JSON list in its row; what is asked for from the other side (links, placements) is a table. Body and reactions stand
apart, so that a list of ten thousand heads reads four megabytes and not forty. Instants are RFC 3339 text in UTC.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, text
from sqlmodel import Field, SQLModel


class NewsroomRow(SQLModel, table=True):
    """The newsroom's settings: one row."""

    __tablename__ = "newsroom"
    __table_args__ = (CheckConstraint("id = 1"),)

    id: int = Field(primary_key=True)
    name: str
    base_url: str
    publisher: str
    privacy_policy_url: str
    analytics_url: str
    display_zone: str
    extra: str
    version_rule: str = Field(sa_column_kwargs={"server_default": "all"})
    picture_badge: str = Field(sa_column_kwargs={"server_default": "none"})
    picture_prompts: str = Field(sa_column_kwargs={"server_default": "kept"})
    checks: str = Field(sa_column_kwargs={"server_default": "{}"})
    theme: str = Field(sa_column_kwargs={"server_default": ""})


class EditionRow(SQLModel, table=True):
    """One edition; `fallback` is a JSON list or NULL, `sections` a JSON list, `consent_text` a JSON object."""

    __tablename__ = "edition"

    locale: str = Field(primary_key=True)
    position: int
    base_path: str
    fallback: str | None
    consent: str
    extra: str
    display_zone: str = Field(sa_column_kwargs={"server_default": ""})
    name: str = Field(sa_column_kwargs={"server_default": ""})
    house_style: str = Field(sa_column_kwargs={"server_default": ""})
    sections: str = Field(sa_column_kwargs={"server_default": "[]"})
    consent_text: str = Field(sa_column_kwargs={"server_default": "{}"})
    about: str = Field(sa_column_kwargs={"server_default": ""})


class HouseStyleRow(SQLModel, table=True):
    """One locale's overrides, as JSON."""

    __tablename__ = "house_style"

    locale: str = Field(primary_key=True)
    style: str


class PageLabelRow(SQLModel, table=True):
    """One label's words in one locale, as the newsroom has them."""

    __tablename__ = "page_label"

    locale: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    words: str
    english: str
    reviewed_by: str
    reviewed_at: str | None


class ArticleRow(SQLModel, table=True):
    """One article without its long texts and its links."""

    __tablename__ = "article"
    __table_args__ = (
        Index("article_by_change", "trashed_at", "changed_at"),
        Index("article_by_set", "translation_set"),
    )

    id: str = Field(primary_key=True)
    language: str
    slug: str
    slug_key: str = Field(unique=True)
    headline: str
    translation_set: str
    is_source: int
    authorship: str
    status: str
    section: str
    published: str | None
    updated: str | None
    embargo: str | None
    created_at: str
    changed_at: str
    changed_by: str
    revision: int
    trashed_at: str | None
    display_zone: str
    zone_source: str
    reviewed_by: str
    reviewed_at: str | None
    byline: str
    tags: str
    standfirst: str
    corrections: str
    extra: str
    reviewed_version: str = Field(sa_column_kwargs={"server_default": ""})
    is_unsigned: int = Field(sa_column_kwargs={"server_default": text("0")})
    translated_from: str = Field(sa_column_kwargs={"server_default": ""})
    approved_by: str = Field(sa_column_kwargs={"server_default": ""})
    approved_at: str | None
    translation_state: str = Field(sa_column_kwargs={"server_default": ""})
    former_slugs: str = Field(sa_column_kwargs={"server_default": "[]"})
    withdrawal: str = Field(sa_column_kwargs={"server_default": ""})


class ArticleTextRow(SQLModel, table=True):
    """The long texts of one article, in Markdown."""

    __tablename__ = "article_text"

    article_id: str = Field(primary_key=True, foreign_key="article.id")
    body: str
    reactions: str
    ai_ranges: str = Field(sa_column_kwargs={"server_default": "[]"})


class LinkRow(SQLModel, table=True):
    """One link of an article, in its order: to an article there, to one that is not there yet, or external."""

    __tablename__ = "link"
    __table_args__ = (
        Index("link_by_target", "target_id"),
        Index("link_by_pending", "pending_key", sqlite_where=text("pending_key <> ''")),
        {"sqlite_with_rowid": False},
    )

    article_id: str = Field(primary_key=True, foreign_key="article.id")
    id: str = Field(primary_key=True)
    position: int
    target_id: str | None = Field(foreign_key="article.id")
    pending: str
    pending_key: str
    on_card: int
    on_timeline: int


class ExternalRow(SQLModel, table=True):
    """What is known of the article outside that a link leads to."""

    __tablename__ = "external"
    __table_args__ = (
        ForeignKeyConstraint(["article_id", "link_id"], ["link.article_id", "link.id"], ondelete="CASCADE"),
        Index("external_by_picture", "picture_id", sqlite_where=text("picture_id IS NOT NULL")),
        {"sqlite_with_rowid": False},
    )

    article_id: str = Field(primary_key=True)
    link_id: str = Field(primary_key=True)
    headline: str
    summary: str
    url: str
    published: str | None
    language: str
    authorship: str
    picture_id: str | None = Field(foreign_key="image.id")
    picture_caption: str
    extra: str


class ImageRow(SQLModel, table=True):
    """One image with its words and provenance. Its original lies in `media/`, named by its hash."""

    __tablename__ = "image"
    __table_args__ = (Index("image_by_hash", "sha256", unique=True, sqlite_where=text("sha256 <> ''")),)

    id: str = Field(primary_key=True)
    sha256: str
    name: str
    media_type: str
    width: int
    height: int
    size: int
    alt: str
    credit: str
    source_type: str
    ai_system: str
    ai_prompt: str
    findings: str
    decided_by: str
    decided_at: str | None
    added_at: str | None
    trashed_at: str | None
    extra: str
    creator: str = Field(sa_column_kwargs={"server_default": ""})
    rights: str = Field(sa_column_kwargs={"server_default": ""})
    license: str = Field(sa_column_kwargs={"server_default": ""})
    license_page: str = Field(sa_column_kwargs={"server_default": ""})
    data_mining: str = Field(sa_column_kwargs={"server_default": ""})
    ai_system_version: str = Field(sa_column_kwargs={"server_default": ""})
    ai_prompt_writer: str = Field(sa_column_kwargs={"server_default": ""})
    generated_at: str = Field(sa_column_kwargs={"server_default": ""})
    focus: str = Field(sa_column_kwargs={"server_default": ""})
    proposed: str = Field(sa_column_kwargs={"server_default": ""})


class PlacementRow(SQLModel, table=True):
    """Where an article uses an image: its hero, and an index of the pictures that its Markdown names by hash."""

    __tablename__ = "placement"
    __table_args__ = (
        Index("placement_by_image", "image_id"),
        Index("placement_by_hash", "file_hash", sqlite_where=text("image_id IS NULL")),
        {"sqlite_with_rowid": False},
    )

    article_id: str = Field(primary_key=True, foreign_key="article.id")
    role: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    image_id: str | None = Field(foreign_key="image.id")
    file_hash: str
    caption: str


class VersionRow(SQLModel, table=True):
    """An article as it once was: written once, never changed.

    `content` is packed by itself, or as what differs from the version `base`; `fields` is a JSON list of what changed.
    """

    __tablename__ = "version"
    __table_args__ = (
        Index("version_by_article", "article_id", "made_at"),
        Index("version_by_base", "base", sqlite_where=text("base IS NOT NULL")),
    )

    id: str = Field(primary_key=True)
    article_id: str = Field(foreign_key="article.id")
    made_at: str
    made_by: str
    label: str
    hash: str
    content: bytes
    kind: str = Field(sa_column_kwargs={"server_default": "named"})
    base: str | None = Field(foreign_key="version.id")
    fields: str = Field(sa_column_kwargs={"server_default": "[]"})
    added: int = Field(sa_column_kwargs={"server_default": text("0")})
    removed: int = Field(sa_column_kwargs={"server_default": text("0")})


class SearchEntryRow(SQLModel, table=True):
    """The folded words of one article; triggers carry them into the FTS5 table `search`."""

    __tablename__ = "search_entry"

    number: int | None = Field(default=None, primary_key=True)
    article_id: str = Field(unique=True, foreign_key="article.id")
    headline: str
    words: str


class SearchDueRow(SQLModel, table=True):
    """An article whose `search_entry` is older than its words: until it is folded anew, searches read it itself."""

    __tablename__ = "search_due"

    article_id: str = Field(primary_key=True, foreign_key="article.id")
