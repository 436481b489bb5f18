"""Reads articles: plain SQL over a connection, whole values out."""

from __future__ import annotations

import contextlib
import marshal
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from editor.core.clock import instant_text
from editor.core.collecting import collector_resting
from editor.core.files import sha256_hex
from editor.domain.article import Article, ArticleHead, Status, TranslationState
from editor.domain.link import Link
from editor.domain.query import ArticleQuery, SortBy
from editor.domain.signing import SignOff
from editor.domain.slug import slug_key
from editor.domain.translation import source_first
from editor.storage import translating
from editor.storage.rows import (
    ARTICLE_COLUMNS,
    EXTERNAL_COLUMNS,
    HEAD_COLUMNS,
    LINK_COLUMNS,
    article_from,
    external_from,
    head_from,
    hours_from,
    link_from,
)
from editor.storage.spoilt_rows import in_order

_ARTICLES = (
    f"SELECT {ARTICLE_COLUMNS} FROM article a JOIN article_text t ON t.article_id = a.id "  # noqa: S608 - our columns
    "LEFT JOIN placement p ON p.article_id = a.id AND p.role = 'hero'"
)
_LISTED = (
    f"SELECT {ARTICLE_COLUMNS} FROM article a JOIN (SELECT '' AS body, '' AS reactions, '[]' AS ai_ranges) t "  # noqa: S608 - our columns
    "LEFT JOIN placement p ON p.article_id = a.id AND p.role = 'hero'"
)
_HEADS = (
    f"SELECT {HEAD_COLUMNS} FROM article a "  # noqa: S608 - our columns
    "LEFT JOIN placement p ON p.article_id = a.id AND p.role = 'hero' LEFT JOIN image i ON i.id = p.image_id"
)
_LINKS = f"SELECT {LINK_COLUMNS} FROM link"  # noqa: S608 - our columns
_EXTERNALS = f"SELECT {EXTERNAL_COLUMNS} FROM external"  # noqa: S608 - our columns
_AT_ONCE = 500  # far below SQLite's limit of 32,766 variables

_TO_DO = (
    TranslationState.SOURCE_CHANGED,
    TranslationState.MISSING,
    TranslationState.DRAFT,
    TranslationState.TRANSLATING,
)
_SIGN_OFFS = {
    SignOff.NONE: "trim(a.reviewed_by) = ''",
    SignOff.SIGNED: "trim(a.reviewed_by) <> '' AND NOT a.is_unsigned",
    SignOff.CHANGED: "a.is_unsigned",
}
_STEPS = {status: step for step, status in enumerate(Status)}


def article(connection: sqlite3.Connection, article_id: str) -> Article | None:
    """Return the article of this id, or None."""
    return next(iter(_where(connection, "a.id = ?", (article_id,))), None)


def by_slug_or_id(connection: sqlite3.Connection, slug_or_id: str) -> Article | None:
    """Return the article of this id, else of this slug (compared by its key), or None; trashed ones too."""
    found = article(connection, slug_or_id)
    return found or next(iter(_where(connection, "a.slug_key = ?", (slug_key(slug_or_id),))), None)


def articles(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Article]:
    """Return those of the articles `ids` that are there, by id."""
    return [one for some, marks in _few(ids) for one in _where(connection, f"a.id IN ({marks})", some)]


def listed(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Article]:
    """Return those of the articles `ids` that are there, by id, as lists show them: without their words and links."""
    found: list[Article] = []
    for some, marks in _few(ids):
        rows = connection.execute(f"{_LISTED} WHERE a.id IN ({marks}) ORDER BY a.id", some)
        found += [article_from(row, ()) for row in rows]
    return found


def everything(connection: sqlite3.Connection) -> list[Article]:
    """Return all articles that are not in the trash, by id."""
    return _where(connection, "a.trashed_at IS NULL", ())


def printed(connection: sqlite3.Connection, ids: Iterable[str] | None = None) -> list[tuple[Article, str]]:
    """Return articles that are not in the trash, all or those of `ids`, each with a hash of all that is kept of it.

    The same hash says the same article, whatever its revision; another may say the same too.
    """
    if ids is None:
        ids = [row[0] for row in connection.execute("SELECT id FROM article WHERE trashed_at IS NULL")]
    found: list[tuple[Article, str]] = []
    with collector_resting():
        for some, marks in _few(ids):  # the rows of all at once would take as much memory as they do
            where = f"a.id IN ({marks}) AND a.trashed_at IS NULL"
            rows = connection.execute(f"{_ARTICLES} WHERE {where} ORDER BY a.id", some).fetchall()
            said: defaultdict[str, list[object]] = defaultdict(list)
            links = _links(connection, some, said)
            found += [(article_from(row, links.get(row[0], ())), _print(row, said[row[0]])) for row in rows]
    return found


def stamps(connection: sqlite3.Connection, *, in_trash: bool = False) -> dict[str, str]:
    """Return (revision and when it was changed, as one text) of the articles outside the trash, or in it, by id.

    Behind it stands how many links still wait, if any do: one that finds its article is no revision.
    """
    where = "trashed_at > ''" if in_trash else "trashed_at IS NULL"  # an index finds what is greater, not what is there
    # Row by row: 10,000 of them alive at once have the garbage collector look at everything.
    found = dict(connection.execute(f"SELECT id, revision || ' ' || changed_at FROM article WHERE {where}"))  # noqa: S608
    waiting = Counter(row[0] for row in connection.execute("SELECT article_id FROM link WHERE pending_key <> ''"))
    return found | {one: f"{found[one]} {count}" for one, count in waiting.items() if one in found}


def leading_to(connection: sqlite3.Connection, ids: Iterable[str]) -> set[str]:
    """Return the ids of the articles, trashed ones too, that link to one of the articles `ids`."""
    found: set[str] = set()
    for some, marks in _few(ids):
        led = connection.execute(f"SELECT article_id FROM link WHERE target_id IN ({marks})", some)  # noqa: S608
        found.update(row[0] for row in led)
    return found


def leading_to_sets_of(connection: sqlite3.Connection, ids: Iterable[str]) -> set[str]:
    """Return the ids of the articles, trashed ones too, that link to a member of the sets of the articles `ids`."""
    found: set[str] = set()
    for some, marks in _few(ids):
        sets = f"SELECT translation_set FROM article WHERE id IN ({marks})"  # noqa: S608
        members = connection.execute(f"SELECT id FROM article WHERE translation_set IN ({sets})", some)  # noqa: S608
        found |= leading_to(connection, [row[0] for row in members.fetchall()])
    return found


def whole_set(connection: sqlite3.Connection, translation_set: str) -> list[Article]:
    """Return the articles of one set, those in the trash too, the source first, then by age."""
    found = _where(connection, "a.translation_set = ?", (translation_set,))
    return sorted(found, key=source_first)


def members(connection: sqlite3.Connection, translation_set: str) -> list[Article]:
    """Return the articles of one set that are not in the trash, the source first, then by age."""
    found = _where(connection, "a.translation_set = ? AND a.trashed_at IS NULL", (translation_set,))
    return sorted(found, key=source_first)


def with_translations(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Article]:
    """Return the articles `ids` that are there (trashed ones too), and their translations that are not in the trash."""
    wanted = in_order(set(ids))
    found: dict[str, Article] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        places = ", ".join("?" * len(some))
        sets = f"SELECT translation_set FROM article WHERE id IN ({places})"  # noqa: S608 - places for values
        where = f"a.id IN ({places}) OR (a.trashed_at IS NULL AND a.translation_set IN ({sets}))"
        found.update((one.id, one) for one in _where(connection, where, [*some, *some]))
    return list(found.values())


def tagged(connection: sqlite3.Connection, tags: Iterable[str], limit: int) -> list[str]:
    """Return the ids of at most `limit` dated articles with one of `tags` (in any letters), the newest first."""
    wanted = {tag.casefold() for tag in tags}
    known = [tag for tag in choices(connection, "tags") if tag.casefold() in wanted]
    rows = connection.execute(
        "SELECT DISTINCT article.id, published FROM article, json_each(article.tags)"  # noqa: S608 - places for values
        f" WHERE trashed_at IS NULL AND published IS NOT NULL AND value IN ({', '.join('?' * len(known))})"
        " ORDER BY published DESC, article.id LIMIT ?",
        [*known, limit],
    )
    return [row[0] for row in rows]


def hours_after(connection: sqlite3.Connection, at: datetime) -> list[datetime]:
    """Return the publishing dates and embargoes after the instant of articles that are published, in no order."""
    after = instant_text(at)
    rows = connection.execute(
        "SELECT published, embargo FROM article WHERE status = ? AND trashed_at IS NULL"
        " AND (published > ? OR embargo > ?)",
        (Status.PUBLISHED.value, after, after),
    )
    return [hour for row in rows for hour in hours_from(row) if hour > at]


def heads(connection: sqlite3.Connection, query: ArticleQuery, among: Iterable[str] | None = None) -> list[ArticleHead]:
    """Return heads, filtered and ordered by `query` (its words aside: `among` holds the ids that they found)."""
    where, values = condition(query)
    rows = connection.execute(f"{_HEADS} WHERE {where}", values).fetchall()
    if among is not None:
        kept = frozenset(among)
        rows = [row for row in rows if row[0] in kept]
    with collector_resting() if len(rows) > _AT_ONCE else contextlib.nullcontext():
        states = translating.reader(connection)
        found = [head_from(row, states(row[7], row[1], row[5])) for row in rows]
        return _ordered([head for head in found if _lets_through(query, head)], query)


def condition(query: ArticleQuery) -> tuple[str, list[str]]:
    """Return what the filters of `query` ask of the article `a`, as SQL and its values."""
    where = ["a.trashed_at IS NOT NULL" if query.in_trash else "a.trashed_at IS NULL"]
    values: list[str] = []
    for column, wanted in (
        ("a.status", query.statuses),
        ("a.section", query.sections),
        ("a.language", query.languages),
    ):
        if column == "a.language" and query.translation is TranslationState.MISSING:
            continue  # asked for is what is missing in these languages
        if wanted:
            where.append(f"{column} IN ({', '.join('?' * len(wanted))})")
            values += [str(one) for one in wanted]
    if query.sign_offs:
        where.append(f"({' OR '.join(_SIGN_OFFS[one] for one in query.sign_offs)})")
    if query.translation is TranslationState.MISSING:
        where.append("a.is_source")
    elif query.translation is not None:
        where.append("a.translation_state = ?")
        values.append(query.translation.value)
    return " AND ".join(where), values


def heads_of(connection: sqlite3.Connection, ids: Iterable[str]) -> list[ArticleHead]:
    """Return the heads of these articles without their translations, trashed ones too, last changed first."""
    rows = (row for some, marks in _few(ids) for row in connection.execute(f"{_HEADS} WHERE a.id IN ({marks})", some))
    return _ordered([head_from(row, ()) for row in rows], ArticleQuery())


def linking_to(connection: sqlite3.Connection, article_id: str) -> list[ArticleHead]:
    """Return the heads of the articles that link to this one and are not in the trash."""
    rows = connection.execute("SELECT DISTINCT article_id FROM link WHERE target_id = ?", (article_id,))
    return [head for head in heads_of(connection, [row[0] for row in rows]) if head.trashed_at is None]


def choices(connection: sqlite3.Connection, column: str) -> tuple[str, ...]:
    """Return what stands in a column (`section`, `language`, `tags`, `byline`) outside the trash, sorted, each once."""
    source = {
        "section": "SELECT DISTINCT section FROM article WHERE trashed_at IS NULL",
        "language": "SELECT DISTINCT language FROM article WHERE trashed_at IS NULL",
        "tags": "SELECT DISTINCT value FROM article, json_each(article.tags) WHERE trashed_at IS NULL",
        "byline": "SELECT DISTINCT value FROM article, json_each(article.byline) WHERE trashed_at IS NULL",
    }[column]
    found = in_order({row[0] for row in connection.execute(source) if row[0]})
    return tuple(sorted(found, key=str.casefold))


def counts(connection: sqlite3.Connection) -> dict[Status, int]:
    """Return how many articles outside the trash stand at each status; every status is a key."""
    found = dict.fromkeys(Status, 0)
    for value, count in connection.execute("SELECT status, count(*) FROM article WHERE trashed_at IS NULL GROUP BY 1"):
        if value in found:  # the list, which reads the whole row, tells of the damage
            found[Status(value)] = count
    return found


def stamp_of_all(connection: sqlite3.Connection) -> tuple[int, int]:
    """Return (how many articles, the sum of their revisions): which differ after every change of any."""
    # With the trash, so that both numbers only ever grow.
    row = connection.execute("SELECT count(*), coalesce(sum(revision), 0) FROM article").fetchone()
    return row[0], row[1]


def last_changed(connection: sqlite3.Connection) -> str:
    """Return the id of the article outside the trash that was changed last, "" when there is none."""
    row = connection.execute(
        "SELECT id FROM article WHERE trashed_at IS NULL ORDER BY changed_at DESC, id DESC LIMIT 1"
    ).fetchone()
    return row[0] if row else ""


def all_ids(connection: sqlite3.Connection) -> list[str]:
    """Return the ids of all articles, the trash too."""
    return [row[0] for row in connection.execute("SELECT id FROM article ORDER BY id")]


def changed_last(connection: sqlite3.Connection, article_id: str) -> tuple[str, str]:
    """Return (when, by whom) the article was changed last."""
    row = connection.execute("SELECT changed_at, changed_by FROM article WHERE id = ?", (article_id,)).fetchone()
    return row[0], row[1]


def is_there(connection: sqlite3.Connection, article_id: str) -> bool:
    """Say whether there is an article of this id, in the trash or not."""
    return connection.execute("SELECT 1 FROM article WHERE id = ?", (article_id,)).fetchone() is not None


def target_of(connection: sqlite3.Connection, pending: str) -> str:
    """Return the id of the article that a pending link (an id or a slug) means, "" while it is not there."""
    row = connection.execute(
        "SELECT id FROM article WHERE id = ? UNION ALL SELECT id FROM article WHERE slug_key = ? LIMIT 1",
        (pending, slug_key(pending)),
    ).fetchone()
    return row[0] if row else ""


def slug_owner(connection: sqlite3.Connection, slug: str) -> tuple[str, str, bool] | None:
    """Return (id, headline, whether in the trash) of the article that has `slug`, or None."""
    row = connection.execute(
        "SELECT id, headline, trashed_at IS NOT NULL FROM article WHERE slug_key = ?", (slug_key(slug),)
    ).fetchone()
    return (row[0], row[1], bool(row[2])) if row else None


class TakenSlugs:
    """Says of a slug key whether an article other than `but` has it: what `free_slug` asks."""

    def __init__(self, connection: sqlite3.Connection, but: str = "") -> None:
        self._connection = connection
        self._but = but

    def __contains__(self, key: object) -> bool:
        """Say whether another article has this slug key."""
        row = self._connection.execute("SELECT id FROM article WHERE slug_key = ?", (key,)).fetchone()
        return row is not None and row[0] != self._but


def _few(ids: Iterable[str]) -> Iterator[tuple[list[str], str]]:
    """Yield some of `ids` at a time, each once and in order, with as many places for values."""
    wanted = in_order(set(ids))
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        yield some, ", ".join("?" * len(some))


def _where(connection: sqlite3.Connection, condition: str, values: Sequence[Any]) -> list[Article]:
    rows = connection.execute(f"{_ARTICLES} WHERE {condition} ORDER BY a.id", values).fetchall()
    if not rows:
        return []
    with collector_resting() if len(rows) > _AT_ONCE else contextlib.nullcontext():
        links = _links(connection, [row[0] for row in rows])
        return [article_from(row, links.get(row[0], ())) for row in rows]


def _print(row: Sequence[Any], links: list[object]) -> str:
    # The oldest form that tells text from numbers: later ones depend on which values are one object.
    return sha256_hex(marshal.dumps((tuple(row), links), 2))


def _links(
    connection: sqlite3.Connection, ids: Sequence[str], said: defaultdict[str, list[object]] | None = None
) -> dict[str, list[Link]]:
    """Return the links of these articles, and of others where that is faster, by article and in their order.

    What the rows of each article say is added to `said`, if it is given.
    """
    some, values = "", ids
    if len(ids) > _AT_ONCE:
        values = ()
    else:
        some = f" WHERE article_id IN ({', '.join('?' * len(ids))})"
    # Apart, for most links lead to no outside, and joined each would be looked for there.
    outside = {}
    for row in connection.execute(f"{_EXTERNALS}{some}", values):
        outside[row[:2]] = external_from(row)
        if said is not None:
            said[row[0]].append(row)
    found: defaultdict[str, list[Link]] = defaultdict(list)
    for row in connection.execute(f"{_LINKS}{some} ORDER BY article_id, position", values):
        found[row[0]].append(link_from(row, outside.get(row[:2]) if outside else None))
        if said is not None:
            said[row[0]].append(row)
    return found


def _lets_through(query: ArticleQuery, head: ArticleHead) -> bool:
    if query.translation is not TranslationState.MISSING:
        return True
    lacking = {tag for tag, state in head.translations if state is TranslationState.MISSING}
    return bool(lacking.intersection(query.languages) if query.languages else lacking)


def _ordered(found: list[ArticleHead], query: ArticleQuery) -> list[ArticleHead]:
    found.sort(key=lambda head: head.id, reverse=query.descending)
    match query.sort:
        case SortBy.CHANGED:
            found.sort(key=lambda head: head.changed_at, reverse=query.descending)
        case SortBy.HEADLINE:
            found.sort(key=lambda head: head.headline.casefold(), reverse=query.descending)
        case SortBy.STATUS:
            found.sort(key=lambda head: _STEPS[head.status], reverse=query.descending)
        case SortBy.TRANSLATION:
            found.sort(key=lambda head: min(map(_to_do, head.translations), default=len(_TO_DO)))
        case SortBy.PUBLISHED:  # undated ones last, whichever way
            dated = [head for head in found if head.published]
            dated.sort(key=lambda head: str(head.published), reverse=query.descending)
            return dated + [head for head in found if not head.published]
    return found


def _to_do(one: tuple[str, TranslationState]) -> int:
    """Return how soon a translation in this state is asked for."""
    return _TO_DO.index(one[1]) if one[1] in _TO_DO else len(_TO_DO)
