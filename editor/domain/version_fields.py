"""What of an article a version can give back, in the groups in which a person thinks of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from editor.core.messages import Message, say
from editor.core.registry import by_id
from editor.domain.ai_ranges import followed
from editor.domain.article import Article
from editor.domain.edits import EditArticle, change_article


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldGroup:
    """Fields of an article that are shown and restored together.

    A group of its course (status, dates, address, sign-off) is not touched when a whole version is restored: an old
    draft must not take a published article away from its readers.
    """

    id: str
    title: Message
    fields: tuple[str, ...]
    is_course: bool = False


GROUPS = by_id(
    (
        FieldGroup(id="headline", title=say("Headline"), fields=("headline",)),
        FieldGroup(id="standfirst", title=say("Standfirst"), fields=("standfirst",)),
        FieldGroup(id="body", title=say("Body"), fields=("body",)),
        FieldGroup(id="ai_ranges", title=say("Passages written by AI"), fields=("ai_ranges",)),
        FieldGroup(id="reactions", title=say("What people are saying"), fields=("reactions",)),
        FieldGroup(id="picture", title=say("Picture at the top"), fields=("hero",)),
        FieldGroup(id="byline", title=say("Byline"), fields=("byline",)),
        FieldGroup(id="section", title=say("Section"), fields=("section",)),
        FieldGroup(id="tags", title=say("Tags"), fields=("tags",)),
        FieldGroup(id="links", title=say("Links"), fields=("links",)),
        FieldGroup(id="language", title=say("Language of the article"), fields=("language",)),
        FieldGroup(id="authorship", title=say("Authorship"), fields=("authorship",)),
        FieldGroup(id="corrections", title=say("Corrections"), fields=("corrections",)),
        FieldGroup(id="extra", title=say("Further entries of the file"), fields=("extra",)),
        FieldGroup(id="status", title=say("Status"), fields=("status", "withdrawal"), is_course=True),
        FieldGroup(id="dates", title=say("Dates"), fields=("published", "updated", "embargo"), is_course=True),
        FieldGroup(
            id="zone", title=say("Time zone of the dates"), fields=("display_zone", "zone_source"), is_course=True
        ),
        FieldGroup(id="address", title=say("Address"), fields=("slug", "former_slugs"), is_course=True),
        FieldGroup(
            id="sign_off",
            title=say("Sign-off"),
            fields=("reviewed_by", "reviewed_at", "reviewed_version"),
            is_course=True,
        ),
        FieldGroup(
            id="translation",
            title=say("Translation"),
            fields=("translation_set", "is_source", "translated_from", "approved_by", "approved_at"),
            is_course=True,
        ),
        FieldGroup(id="trash", title=say("Trash"), fields=("trashed_at",), is_course=True),
    ),
    lambda group: group.id,
)


def differing(before: Article, after: Article) -> tuple[FieldGroup, ...]:
    """Return the groups in which two states of an article differ."""
    return tuple(
        group
        for group in GROUPS.values()
        if any(getattr(before, name) != getattr(after, name) for name in group.fields)
    )


def groups_of(fields: Iterable[str]) -> tuple[FieldGroup, ...]:
    """Return the groups that these fields belong to, in their order."""
    named = set(fields)
    return tuple(group for group in GROUPS.values() if named & set(group.fields))


def restore(article: Article, then: Article, group_id: str = "") -> EditArticle | None:
    """Return the edit that gives `article` back what it was, in one group or ("") in all but its course.

    The edit keeps the present as a version first. None when nothing would be different.
    """
    groups = [GROUPS[group_id]] if group_id else [group for group in GROUPS.values() if not group.is_course]
    fields = {
        name: getattr(then, name)
        for group in groups
        for name in group.fields
        if getattr(then, name) != getattr(article, name)
    }
    if fields.keys() & {"body", "ai_ranges"} and (
        then.ai_ranges or article.ai_ranges
    ):  # a body comes back with its marks, marks come to their words
        is_with_body = any("body" in group.fields for group in groups)
        fields["ai_ranges"] = then.ai_ranges if is_with_body else followed(then.ai_ranges, then.body, article.body)
    if not any(getattr(article, name) != value for name, value in fields.items()):
        return None
    label = say("Restore {what}", what=GROUPS[group_id].title) if group_id else say("Restore an earlier version")
    return replace(change_article(article, label, **fields), keeps_present=True)
