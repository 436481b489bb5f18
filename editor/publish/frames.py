"""What stands around the content of every page of an edition: names, ways to other editions, consent, policy."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from urllib.parse import urlsplit

from editor.core.web_address import linked, linked_page
from editor.domain.settings import Consent as Asking
from editor.domain.settings import Edition, NewsroomSettings
from editor.domain.site_places import PAGE, WEB_MANIFEST
from editor.i18n.direction import direction, language_name
from editor.publish.addresses import absolute, public_base, relative
from editor.publish.feed_forms import FORMS
from editor.publish.furniture import furniture, notice_words, run
from editor.publish.groups import Group, Kind
from editor.publish.pages import Alternate, Choice, Consent, FeedLink, Frame, Head, Run, Way
from editor.publish.places import Elsewhere, about_place, directory_place, search_place
from editor.publish.site import Site
from editor.publish.theme import Theme

# The furniture's word for all lists of a kind.
KIND_WORDS: Mapping[Kind, str] = MappingProxyType(
    {Kind.SECTION: "sections", Kind.TOPIC: "tags", Kind.AUTHOR: "authors", Kind.MONTH: "archive"}
)


class Frames:
    """Makes the frame of each page of a site."""

    def __init__(self, site: Site, theme: Theme, *, scheme: str = "") -> None:
        self._site = site
        self._settings = site.settings
        self._theme = theme
        self._scheme = scheme
        self._frames: dict[tuple[str, str, bool], Frame] = {}

    def frame(self, edition: Edition, page: str, head: Head, elsewhere: Elsewhere, *, scripts: bool = False) -> Frame:
        """Return the frame of the page at bundle path `page`; with `scripts` it may load the bundle's own."""
        alike = any_page_like(page, self._site.folder(edition))
        key = (edition.locale, alike, scripts)
        found = self._frames.get(key)
        if found is None:
            found = self._frames[key] = self._made_frame(edition, alike, head, scripts=scripts)
        return replace(found, head=head, choices=tuple(self._choices(edition, page, elsewhere)))

    def _made_frame(self, edition: Edition, page: str, head: Head, *, scripts: bool) -> Frame:
        """Return the frame of every page that lies as `page` does, but for its head and the other editions."""
        settings, site, locale = self._settings, self._site, edition.locale
        words = furniture(locale, settings.page_labels)
        consent = self._consent(edition, page)
        found = [(directory_place(site, edition, kind), words[word]) for kind, word in KIND_WORDS.items()]
        found.append((about_place(site, edition), words["about"]))
        search = search_place(site, edition)
        return Frame(
            lang=locale,
            dir=direction(locale),
            words=words,
            site_name=site_name(settings, edition),
            home=relative(posixpath.join(site.folder(edition), PAGE), page),
            stylesheet=relative(self._theme.stylesheet.path, page),
            policy=content_security_policy(consent, scripts=scripts),
            head=head,
            consent=consent,
            publisher=settings.publisher.name or settings.name,
            publisher_href=linked_page(settings.publisher.url),
            policies_href=linked_page(settings.publisher.policies),
            privacy_href=linked_page(settings.privacy_policy_url),
            web_manifest=relative(posixpath.join(site.folder(edition), WEB_MANIFEST), page),
            feeds=tuple(self._feeds(edition, page)),
            scheme=self._scheme,
            sections=tuple(
                Way(name=name_of(one), href=relative(one.page(1), page)) for one in site.groups(edition).in_line
            ),
            pages=tuple(Way(name=name, href=relative(path, page)) for path, name in found if path),
            search=relative(search, page) if search else "",
            files={name: relative(file.path, page) for name, file in self._theme.files.items()},
        )

    def home(self, edition: Edition, page: str) -> Way:
        """Return the way from `page` to the edition's front page."""
        words = furniture(edition.locale, self._settings.page_labels)
        return Way(name=words["front_page"], href=relative(posixpath.join(self._site.folder(edition), PAGE), page))

    def addresses(
        self, page: str, elsewhere: Elsewhere, *, is_front: bool = False
    ) -> tuple[str, tuple[Alternate, ...]]:
        """Return (canonical address, the page in every edition and for everyone else): absolute, or nothing at all.

        Each page of a set names all of them and itself, so that the sets are reciprocal. Everyone else is led to the
        first edition that has the page, and from a front page to the page where readers choose, if there is one.
        """
        base = public_base(self._settings)
        if not base:
            return "", ()
        found = [
            Alternate(edition.locale, absolute(base, other))
            for edition in self._site.editions
            if (other := elsewhere(edition))
        ]
        if len(found) > 1:
            has_choice = is_front and self._site.has_choice
            found.append(Alternate("x-default", absolute(base, PAGE) if has_choice else found[0].href))
        return absolute(base, page), tuple(found if len(found) > 1 else ())

    def _feeds(self, edition: Edition, page: str) -> Iterator[FeedLink]:
        if public_base(self._settings):
            for form in FORMS:
                place = posixpath.join(self._site.folder(edition), form.file)
                yield FeedLink(form.type, f"{site_name(self._settings, edition)} ({form.title})", relative(place, page))

    def _choices(self, edition: Edition, page: str, elsewhere: Elsewhere) -> list[Choice]:
        if len(self._site.editions) < 2:
            return []
        return [
            Choice(
                name=run(language_name(other.locale, other.locale), other.locale),
                href=relative(elsewhere(other) or posixpath.join(self._site.folder(other), PAGE), page),
                is_current=other.locale == edition.locale,
            )
            for other in self._site.editions
        ]

    def _consent(self, edition: Edition, page: str) -> Consent | None:
        if edition.consent is not Asking.NOTICE:
            return None
        words = furniture(edition.locale, self._settings.page_labels)
        title, body, policy = notice_words(edition, words)
        analytics = analytics_address(self._settings)
        return Consent(
            title=title,
            body=body,
            policy=policy,
            policy_href=linked_page(self._settings.privacy_policy_url),
            decline=words["decline"],
            accept=words["accept"] if analytics else None,
            analytics=analytics,
            script=relative(self._theme.consent.path, page),
        )


def name_of(group: Group) -> Run:
    """Return what a list is called, in the language that its name is in."""
    return run(group.name, group.language)


def any_page_like(page: str, folder: str) -> str:
    """Return a page as deep inside the edition's `folder` as `page`, from which every address is that from `page`.

    A page outside the folder is returned as it is.
    """
    inside = f"{folder}/" if folder else ""
    if not page.startswith(inside):
        return page
    return f"{inside}{'*/' * page.count('/', len(inside))}{PAGE}"  # no folder is called so


def site_name(settings: NewsroomSettings, edition: Edition) -> str:
    """Return what stands above the pages of `edition`: its own name, else the newsroom's."""
    return edition.name.strip() or settings.name


def analytics_address(settings: NewsroomSettings) -> str:
    """Return the newsroom's own analytics script, or "" when none is set that a page could load."""
    address = linked(settings.analytics_url)
    return address if _origin(address) else ""


def content_security_policy(consent: Consent | None, *, scripts: bool = False) -> str:
    """Return the policy of a page: its own styles, fonts and pictures; scripts only where it needs one.

    It may connect to its own site: a checker in the browser reads robots.txt from inside the page.
    """
    origin = _origin(consent.analytics) if consent else ""
    parts = [
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "manifest-src 'self'",
        f"connect-src 'self' {origin}".rstrip(),
        "base-uri 'none'",
        "form-action 'none'",
    ]
    if consent is None and scripts:
        parts.append("script-src 'self'")
    if consent is not None:
        parts.append(f"script-src 'self' {origin}".rstrip())
    return "; ".join(parts)


def _origin(address: str) -> str:
    """Return scheme, host and port of an address; "" when it holds anything a policy could be misled by."""
    if not address:
        return ""
    parts = urlsplit(address)
    try:
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"} or not host:
        return ""
    if not all(character.isascii() and (character.isalnum() or character in ".-") for character in host):
        return ""
    return f"{parts.scheme.lower()}://{host}{f':{port}' if port else ''}"
