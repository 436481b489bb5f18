"""What stands around the content of every page of an edition: names, ways to other editions, consent, policy."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from editor.domain.settings import Consent as Asking
from editor.domain.settings import Edition, NewsroomSettings
from editor.domain.site_places import PAGE, WEB_MANIFEST
from editor.i18n.direction import direction, language_name
from editor.publish.addresses import absolute, linked, public_base, relative
from editor.publish.feed_forms import FORMS
from editor.publish.furniture import furniture, notice_words, run
from editor.publish.pages import Alternate, Choice, Consent, FeedLink, Frame, Head
from editor.publish.site import Site

# Where in another edition the same page lies (a bundle path), or "" when it has none.
Elsewhere = Callable[[Edition], str]


class Frames:
    """Makes the frame of each page of a site. `stylesheet` and `script` are the theme's files inside the bundle."""

    def __init__(self, site: Site, *, stylesheet: str, script: str, scheme: str = "") -> None:
        self._site = site
        self._settings = site.settings
        self._stylesheet = stylesheet
        self._script = script
        self._scheme = scheme

    def frame(self, edition: Edition, page: str, head: Head, elsewhere: Elsewhere) -> Frame:
        """Return the frame of the page at bundle path `page`."""
        settings, locale = self._settings, edition.locale
        consent = self._consent(edition, page)
        publisher = settings.publisher
        return Frame(
            lang=locale,
            dir=direction(locale),
            words=furniture(locale, settings.page_labels),
            site_name=site_name(settings, edition),
            home=relative(posixpath.join(self._site.folder(edition), PAGE), page),
            stylesheet=relative(self._stylesheet, page),
            policy=content_security_policy(consent),
            head=head,
            choices=tuple(self._choices(edition, page, elsewhere)),
            consent=consent,
            publisher=publisher.name or settings.name,
            publisher_href=linked(publisher.url),
            policies_href=linked(publisher.policies),
            privacy_href=linked(settings.privacy_policy_url),
            web_manifest=relative(posixpath.join(self._site.folder(edition), WEB_MANIFEST), page),
            feeds=tuple(self._feeds(edition, page)),
            scheme=self._scheme,
        )

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
            policy_href=linked(self._settings.privacy_policy_url),
            decline=words["decline"],
            accept=words["accept"] if analytics else None,
            analytics=analytics,
            script=relative(self._script, page),
        )


def site_name(settings: NewsroomSettings, edition: Edition) -> str:
    """Return what stands above the pages of `edition`: its own name, else the newsroom's."""
    return edition.name.strip() or settings.name


def analytics_address(settings: NewsroomSettings) -> str:
    """Return the newsroom's own analytics script, or "" when none is set that a page could load."""
    address = linked(settings.analytics_url)
    return address if _origin(address) else ""


def content_security_policy(consent: Consent | None) -> str:
    """Return the policy of a page: its own styles and pictures; scripts only where a notice needs one."""
    parts = [
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    if consent is not None:
        origin = _origin(consent.analytics)
        parts.append(f"script-src 'self' {origin}".rstrip())
        if origin:
            parts.append(f"connect-src {origin}")
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
