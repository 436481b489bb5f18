"""The sign-off: a person has read the words and answers for them, these words and no others."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from editor.core.files import sha256_hex
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.content import article_to_plain, canonical
from editor.domain.edits import EditArticle, change_article

# What a reader reads. Dates, status, address and what stands around the article may change under a signature; ids may
# not matter, since a file that was taken in elsewhere is signed still.
_WORDS = ("language", "headline", "standfirst", "byline", "authorship", "body", "reactions")


class SignOff(StrEnum):
    """Whether somebody answers for the words as they stand."""

    NONE = "none"
    SIGNED = "signed"
    CHANGED = "changed"  # signed, and then the words were changed


def words_hash(article: Article) -> str:
    """Return the SHA-256 of what a signature is for: the words, what AI wrote of them, corrections, the caption."""
    plain = article_to_plain(article)
    signed = {name: plain[name] for name in _WORDS}
    signed["corrections"] = [one.note for one in article.corrections]
    signed["caption"] = article.hero.caption if article.hero else ""
    if article.ai_ranges:
        signed["ai_ranges"] = plain["ai_ranges"]
    return sha256_hex(canonical(signed))


def sign_off_of(article: Article) -> SignOff:
    """Say whether somebody answers for the words of `article`; a record that names no words is taken at its word."""
    if not article.reviewed_by.strip():
        return SignOff.NONE
    if article.reviewed_version in {"", words_hash(article)}:
        return SignOff.SIGNED
    return SignOff.CHANGED


def sign_off(article: Article, by: str, at: datetime) -> EditArticle:
    """Return the edit by which `by` answers for the words of `article` as they stand now."""
    return change_article(
        article, say("Sign off"), reviewed_by=by, reviewed_at=at, reviewed_version=words_hash(article)
    )


def change_signer(article: Article, by: str) -> EditArticle:
    """Return the edit of a name typed by hand: for the same words where there was one, "" takes the record back."""
    if not by.strip():
        return change_article(
            article, say("Take the sign-off back"), reviewed_by="", reviewed_at=None, reviewed_version=""
        )
    signed = article.reviewed_version if article.reviewed_by.strip() else words_hash(article)
    return change_article(article, say("Change the review"), reviewed_by=by, reviewed_version=signed)
