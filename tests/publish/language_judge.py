"""Says of every text of an exported page whether its language mark is right, knowing nothing of how pages are made.

What it knows comes from elsewhere: the articles say which words are in which language, the catalogs which words are
an edition's furniture (read as files, not through the editor), locale data what languages and zones are called. A text
that is nobody's is wrong as well, so that nothing slips through unjudged.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element
from zoneinfo import available_timezones

from babel import Locale
from babel.messages.pofile import read_po

from editor.domain.article import Article
from editor.domain.image import Image

_RESOURCES = Path(__file__).parents[2] / "resources"
_RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}
_NOT_SHOWN = {"script", "style"}
_LONGEST_MONTH = 30
_SPOKEN = {"img": "alt", "nav": "aria-label", "meta": "content"}
_PLACE = re.compile(r"\{\w+\}")


@dataclass(frozen=True)
class Text:
    """One text as who reads or listens takes it: its words, the mark that holds for it, and the elements around it."""

    words: str
    lang: str
    dir: str
    around: tuple[Element, ...]

    @property
    def element(self) -> Element:
        """Return the element that it stands in."""
        return self.around[-1]


@dataclass(frozen=True)
class Wrong:
    """A text whose mark is wrong. `expected` are the languages it may be in; none for words that are nobody's."""

    words: str
    lang: str
    dir: str
    expected: tuple[str, ...]


class LanguageJudge:
    """Judges pages of one newsroom. `names` belong to no language: people, places, the newsroom itself."""

    def __init__(self, articles: Iterable[Article], images: Iterable[Image], names: Iterable[str] = ()) -> None:
        self._exact: dict[str, set[str]] = {}
        self._long: dict[str, set[str]] = {}
        self._names = {_plain(name) for name in names} | {zone.replace("_", " ") for zone in available_timezones()}
        for article in articles:
            self._learn_article(article)
        for image in images:
            self._names.add(_plain(image.credit))
            for tag, words in image.alt.items():
                self._learn(words, tag)

    def wrong(self, page: Element) -> list[Wrong]:
        """Return every text of the page `page` (its `html` element) that is marked wrongly."""
        locale = page.get("lang", "")
        found = []
        for text in texts_of(page):
            expected = self.languages(text, locale)
            if expected is None:
                continue
            way = "rtl" if text.lang.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
            if text.lang not in expected or text.dir != way:
                found.append(Wrong(text.words, text.lang, text.dir, tuple(sorted(expected))))
        return found

    def languages(self, text: Text, locale: str) -> set[str] | None:
        """Return the languages that `text` may be in on a page of `locale`; None where it belongs to none."""
        words = text.words.strip("()· ")
        if not any(letter.isalpha() for letter in words) or words in self._names:
            return None
        if hreflang := _leads_to_edition(text):
            return {hreflang} if words == _language_name(hreflang, hreflang) else set()
        if _is_month(words, locale):
            return {locale}
        if text.element.tag == "time":
            return {locale} if any(letter.isdigit() for letter in words) else set()
        found = set(self._exact.get(words, ())) | _furniture(locale).get(words, set())
        found |= {lang for pattern, lang in _patterns(locale) if pattern.fullmatch(words)}
        if not found and (text.element.get("class") == "language" or text.element.tag == "meta"):
            found = {lang for lang in (locale, "en") if words.casefold() in _language_names(lang)}
        return found or self._inside(words)

    def _inside(self, words: str) -> set[str]:
        return {lang for source, langs in self._long.items() if words in source for lang in langs}

    def _learn_article(self, article: Article) -> None:
        outside = [link.external for link in article.links if link.external]
        for words in (article.headline, article.standfirst, article.section, *article.tags, *article.texts):
            self._learn(words, article.language)
        if article.hero:
            self._learn(article.hero.caption, article.language)
        for one in outside:
            for words in (one.headline, one.summary):
                self._learn(words, one.language or article.language)
        self._names |= {_plain(name) for name in (*article.byline, article.reviewed_by)}

    def _learn(self, words: str, language: str) -> None:
        if not words.strip():
            return
        self._exact.setdefault(_plain(words), set()).add(language)
        self._long.setdefault(_plain(re.sub(r"\\([^\w\s])", r"\1", words)), set()).add(language)


def texts_of(page: Element) -> Iterator[Text]:
    """Yield every text of the page in reading order, spoken ones and the head's included."""
    yield from _texts(page, "", "", ())


def switches(languages: Sequence[str]) -> int:
    """Return how often the language changes from one text to the next."""
    return sum(one != other for one, other in pairwise(languages))


def lines_of(page_text: str, locale: str) -> list[tuple[str, str]]:
    """Return each line of a page's plain text with its language: furniture and dates in `locale`, the rest not ("")."""
    words = {word for word, langs in _furniture(locale).items() if locale in langs}
    rows = {f"{one} {other}" for one in words for other in words}
    known = words | rows
    found = []
    for line in (one.strip("\u00a0 ") for one in page_text.splitlines()):
        if line:
            is_date = re.search(r"\d{1,2}:\d{2}(:\d{2})?$", line) is not None
            found.append((line, locale if line in known or is_date else ""))
    return found


def said_lines(page: Element, lines: Iterable[tuple[str, str]]) -> list[str]:
    """Return the marks of those texts in the body of `page` that the plain text has too, in the page's order.

    A line of furniture may hold two of the page's texts: two labels, or the two sentences of the notice.
    """
    known = list(lines)
    whole = {_plain(line) for line, _ in known}
    rows = [_plain(line) for line, lang in known if lang]
    inside = (text for text in texts_of(page) if any(element.tag == "body" for element in text.around))
    return [
        text.lang
        for text in inside
        if text.words in whole or any(line.startswith(text.words) or line.endswith(text.words) for line in rows)
    ]


def _texts(element: Element, lang: str, direction: str, around: tuple[Element, ...]) -> Iterator[Text]:
    if not isinstance(element.tag, str) or element.tag in _NOT_SHOWN:
        return
    lang, direction = element.get("lang", lang), element.get("dir", direction)
    around = (*around, element)
    spoken = element.get(_SPOKEN.get(element.tag, ""), "")
    if spoken.strip() and (element.tag != "meta" or element.get("name") == "description"):
        for part in spoken.split(" · "):  # a list is described by what is first in it
            yield Text(_plain(part), lang, direction, around)
    if element.text and element.text.strip():
        yield Text(_plain(element.text), lang, direction, around)
    for child in element:
        yield from _texts(child, lang, direction, around)
        if child.tail and child.tail.strip():
            yield Text(_plain(child.tail), lang, direction, around)


def _is_month(words: str, locale: str) -> bool:
    """Say whether `words` are a month and its year, by what locale data or our house style calls the months."""
    if not any(letter.isdigit() for letter in words) or len(words) > _LONGEST_MONTH:
        return False
    file = _RESOURCES / "house-styles" / f"{locale}.toml"
    own = tomllib.loads(file.read_text(encoding="utf-8")).get("months", []) if file.is_file() else []
    data = Locale.parse(locale, sep="-").months
    numbered = (name for name in data["format"]["abbreviated"].values() if any(map(str.isdigit, name)))  # as in 10月
    names = {*own, *data["format"]["wide"].values(), *data["stand-alone"]["wide"].values(), *numbered}
    return any(name in words for name in names)


def _leads_to_edition(text: Text) -> str:
    """Return the language of the edition that the text leads to, "" where it is no way to an edition."""
    is_way = any(element.get("class") in {"doors", "editions"} for element in text.around)
    return text.element.get("hreflang", "") if is_way and text.element.tag == "a" else ""


@cache
def _catalog(locale: str) -> Mapping[str, tuple[str, str]]:
    """Return the words of `locale` by the label's name: (words, language), English where it has none."""
    found: dict[str, tuple[str, str]] = {}
    for tag in ("en", locale):
        path = _RESOURCES / "locale" / tag / "LC_MESSAGES" / "page.po"
        if path.is_file():
            with path.open("rb") as file:
                for message in read_po(file, locale=None):
                    if message.context and message.string:
                        found[str(message.context)] = (str(message.string), tag)
    return found


@cache
def _furniture(locale: str) -> Mapping[str, set[str]]:
    """Return which languages each piece of the furniture is in; a sentence with a place in it is two pieces."""
    found: dict[str, set[str]] = {}
    for words, lang in _catalog(locale).values():
        for piece in (words, *_PLACE.split(words)):
            if piece.strip():
                found.setdefault(_plain(piece), set()).add(lang)
    for piece in _joins(locale):
        found.setdefault(_plain(piece), set()).add(locale)
    return found


@cache
def _patterns(locale: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what a sentence with numbers in it looks like, and its language."""
    words, lang = _catalog(locale)["page_of"]
    return ((re.compile(r"\d+".join(map(re.escape, _PLACE.split(words)))), lang),)


@cache
def _joins(locale: str) -> tuple[str, ...]:
    path = _RESOURCES / "house-styles" / f"{locale}.toml"
    style = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    patterns = Locale.parse(locale, sep="-").list_patterns["standard"].values()
    return (*style.get("joins", ()), *(piece for pattern in patterns for piece in re.split(r"\{\d\}", str(pattern))))


@cache
def _language_name(tag: str, locale: str) -> str:
    return str(Locale.parse(locale, sep="-").languages.get(tag.replace("-", "_"), ""))


@cache
def _language_names(locale: str) -> frozenset[str]:
    return frozenset(str(name).casefold() for name in Locale.parse(locale, sep="-").languages.values())


def _plain(words: str) -> str:
    return " ".join(words.split())
