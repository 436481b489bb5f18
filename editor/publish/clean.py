"""A page as clean HTML: what an article says in elements that every reader understands, and nothing of a theme.

For programs that take an article over (word processors, systems of other newsrooms) and for e-books. No style reaches
it, so what must be said is said in words where it belongs: the labels of AI first of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from editor.publish.furniture import marks
from editor.publish.pages import ArticlePage, Card, Html, Moment, Picture, Run, Sentence, TimelineEntry


def article_html(page: ArticlePage) -> str:
    """Return `page` as one `article` element: its headline, its text, and all that must be said of it.

    Addresses stay as they are on the page. The related articles and the timeline are lists of links.
    """
    lang = page.frame.lang
    parts = [*_opening(page), _block("div", page.body, lang), *_corrections(page)]
    if page.reactions:
        parts += _heading(page.frame.words["people_saying"], lang), _block("div", page.reactions, lang)
    parts += _related(page.cards, page.frame.words["related"], lang)
    parts += _timeline(page.timeline, page.frame.words["timeline"], page.zone, lang)
    inside = Markup("\n").join(parts)
    return str(Markup('<article lang="{}" dir="{}">\n{}\n</article>').format(lang, page.frame.dir, inside))


def figure_html(picture: Picture, around: str) -> str:
    """Return `picture` among text of the language `around`: one file, its alternative text, label, caption, credit."""
    if not (picture.src or picture.alt or picture.label):
        return ""
    said = [
        Markup("<strong{}>[{}]</strong>").format(marks(picture.label, around), picture.label) if picture.label else "",
        _span(picture.caption, around) if picture.caption else "",
        _sentence(picture.credit, around) if picture.credit else "",
    ]
    caption = Markup(" ").join(part for part in said if part)
    return str(
        Markup("<figure>\n{}{}\n</figure>").format(
            _shown(picture, around), Markup("\n<figcaption>{}</figcaption>").format(caption) if caption else ""
        )
    )


def labels_html(labels: Iterable[Run], around: str) -> Markup:
    """Return the labels of AI as a line of their own, in brackets; nothing where there are none."""
    words = [Markup("<strong{}>[{}]</strong>").format(marks(label, around), label) for label in labels]
    return Markup("<p>{}</p>").format(Markup(" ").join(words)) if words else Markup("")


def _opening(page: ArticlePage) -> Iterator[Markup]:
    lang, words = page.frame.lang, page.frame.words
    section = page.section.name if page.section else None
    kicker = [_span(one, lang) for one in (page.language, section) if one]
    if kicker:
        yield Markup("<p>{}</p>").format(Markup(" · ").join(kicker))
    yield Markup("<h1{}>{}</h1>").format(marks(page.headline, lang), page.headline)
    if page.labels:
        yield labels_html(page.labels, lang)
    if page.standfirst:
        yield Markup("<p{}><strong>{}</strong></p>").format(marks(page.standfirst, lang), page.standfirst)
    for said in (page.byline, page.reviewed):
        if said:
            yield Markup("<p>{}</p>").format(_sentence(said, lang))
    for key, moment in (("published", page.published), ("updated", page.updated)):
        if moment:
            yield Markup("<p>{} {}</p>").format(_span(words[key], lang), _time(moment, lang))
    if page.hero and (hero := figure_html(page.hero, lang)):
        yield Markup(hero)  # noqa: S704 - made of escaped parts above


def _corrections(page: ArticlePage) -> Iterator[Markup]:
    lang, word = page.frame.lang, page.frame.words["correction"]
    for one in page.corrections:
        yield Markup("<h2>{} {}</h2>").format(_span(word, lang), _time(one.date, lang))
        yield _block("div", one.note, lang)


def _related(cards: Iterable[Card], title: Run, lang: str) -> Iterator[Markup]:
    items = [Markup("<li>{}</li>").format(Markup(" ").join(_card(card, lang))) for card in cards]
    if items:
        yield _heading(title, lang)
        yield Markup("<ul>\n{}\n</ul>").format(Markup("\n").join(items))


def _card(card: Card, lang: str) -> Iterator[Markup]:
    name = card.headline or card.summary
    if name:
        yield _linked(name, card.href, lang)
    for label in card.labels:
        yield Markup("<strong{}>[{}]</strong>").format(marks(label, lang), label)
    if card.published:
        yield _time(card.published, lang)


def _timeline(entries: Iterable[TimelineEntry], title: Run, zone: Sentence | None, lang: str) -> Iterator[Markup]:
    items = [
        Markup("<li>{} {}</li>").format(_time(one.date, lang), _linked(one.headline, one.href, lang)) for one in entries
    ]
    if items:
        yield _heading(title, lang)
        yield Markup("<ol>\n{}\n</ol>").format(Markup("\n").join(items))
        if zone:
            yield Markup("<p>{}</p>").format(_sentence(zone, lang))


def _shown(picture: Picture, around: str) -> Markup:
    if not picture.src:
        return Markup("<p{}>{}</p>").format(marks(picture.alt, around), picture.alt) if picture.alt else Markup("")
    alt = Markup(' alt="{}"{}').format(picture.alt, marks(picture.alt, around)) if picture.alt else Markup(' alt=""')
    return Markup('<img src="{}" width="{}" height="{}"{}>').format(picture.src, picture.width, picture.height, alt)


def _heading(words: Run, lang: str) -> Markup:
    return Markup("<h2{}>{}</h2>").format(marks(words, lang), words)


def _block(tag: str, html: Html, lang: str) -> Markup:
    return Markup("<{}{}>\n{}\n</{}>").format(tag, marks(html, lang), html.html, tag)


def _linked(words: Run, href: str, lang: str) -> Markup:
    if not href:
        return _span(words, lang)
    return Markup('<a href="{}"{}>{}</a>').format(href, marks(words, lang), words)


def _span(words: Run, lang: str) -> Markup:
    marked = marks(words, lang)
    return Markup("<span{}>{}</span>").format(marked, words) if marked else escape(words)


def _time(moment: Moment, lang: str) -> Markup:
    return Markup('<time datetime="{}"{}>{}</time>').format(moment.machine, marks(moment.shown, lang), moment.shown)


def _sentence(said: Sentence, lang: str) -> Markup:
    parts = [_span(said.before, lang)] if said.before else []
    for number, value in enumerate(said.values):
        if number:
            parts.append(_span(said.joins[number - 1], lang))
        parts.append(Markup("<bdi{}>{}</bdi>").format(marks(value, lang), value))
    if said.after:
        parts.append(_span(said.after, lang))
    return Markup("").join(parts)
