"""Slugs in every script."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.domain.slug import MAX_BYTES, free_slug, is_slug, slug_from, slug_key


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Drums in Nara", "drums-in-nara"),
        ("  It’s 5 o'clock — at last!  ", "its-5-oclock-at-last"),
        ("Élysée", "élysée"),
        ("Straße", "strasse"),
        ("İstanbul'da", "istanbulda"),
        ("奈良で 太鼓", "奈良で-太鼓"),
        ("طبول في نارا", "طبول-في-نارا"),
        ("नारा में ढोल", "नारा-में-ढोल"),
        ("می\u200cخواهم", "میخواهم"),
        ("ශ්\u200dරී ලංකාව", "ශ්රී-ලංකාව"),
        ("Donau\u00addampf", "donaudampf"),
        ("ＦＵＬＬ　ｗｉｄｔｈ", "full-width"),
        ("½ price", "1-2-price"),
        ("../../etc/passwd", "etc-passwd"),
        ("con", "_con"),
        ("!!!", "article"),
        ("", "article"),
        ("\u0301", "article"),
    ],
)
def test_slugs_of_headlines(headline: str, slug: str) -> None:
    assert slug_from(headline) == slug


# A sentence of the pages' own furniture in each of the 29 languages: native letters and their marks stay.
IN_EVERY_LANGUAGE = {
    "am": ("ይህ ድረ-ገጽ ኩኪዎችን ይጠቀማል", "ይህ-ድረ-ገጽ-ኩኪዎችን-ይጠቀማል"),
    "ar": ("يستخدم هذا الموقع ملفات تعريف الارتباط", "يستخدم-هذا-الموقع-ملفات-تعريف-الارتباط"),
    "bn": ("এই ওয়েবসাইট কুকি ব্যবহার করে", "এই-ওয়েবসাইট-কুকি-ব্যবহার-করে"),
    "de": ("Diese Website verwendet Cookies", "diese-website-verwendet-cookies"),
    "en": ("This website uses cookies", "this-website-uses-cookies"),
    "es": ("Este sitio web utiliza cookies", "este-sitio-web-utiliza-cookies"),
    "fa": ("این وب\u200cسایت از کوکی استفاده می\u200cکند", "این-وبسایت-از-کوکی-استفاده-میکند"),
    "fr": ("Ce site utilise des cookies", "ce-site-utilise-des-cookies"),
    "ha": ("Wannan shafin yanar gizo yana amfani da kukis", "wannan-shafin-yanar-gizo-yana-amfani-da-kukis"),
    "he": ("אתר זה משתמש בעוגיות", "אתר-זה-משתמש-בעוגיות"),
    "hi": ("यह वेबसाइट कुकीज़ का उपयोग करती है", "यह-वेबसाइट-कुकीज़-का-उपयोग-करती-है"),
    "id": ("Situs web ini menggunakan cookie", "situs-web-ini-menggunakan-cookie"),
    "it": ("Questo sito web utilizza i cookie", "questo-sito-web-utilizza-i-cookie"),
    "ja": ("このウェブサイトはCookieを使用しています", "このウェブサイトはcookieを使用しています"),
    "ko": ("이 웹사이트는 쿠키를 사용합니다", "이-웹사이트는-쿠키를-사용합니다"),
    "nl": ("Deze website gebruikt cookies", "deze-website-gebruikt-cookies"),
    "pl": ("Ta strona używa plików cookie", "ta-strona-używa-plików-cookie"),
    "pt": ("Este site usa cookies", "este-site-usa-cookies"),
    "ru": ("Этот сайт использует файлы cookie", "этот-сайт-использует-файлы-cookie"),
    "so": ("Boggan internetka wuxuu isticmaalaa kukiyo", "boggan-internetka-wuxuu-isticmaalaa-kukiyo"),
    "sw": ("Tovuti hii inatumia vidakuzi", "tovuti-hii-inatumia-vidakuzi"),
    "th": ("เว็บไซต์นี้ใช้คุกกี้", "เว็บไซต์นี้ใช้คุกกี้"),
    "tr": ("Bu web sitesi çerez kullanıyor", "bu-web-sitesi-çerez-kullanıyor"),
    "uk": ("Цей вебсайт використовує файли cookie", "цей-вебсайт-використовує-файли-cookie"),
    "ur": ("یہ ویب سائٹ کوکیز استعمال کرتی ہے", "یہ-ویب-سائٹ-کوکیز-استعمال-کرتی-ہے"),
    "vi": ("Trang web này sử dụng cookie", "trang-web-này-sử-dụng-cookie"),
    "yo": ("Ojúlé wẹ́ẹ̀bù yìí ń lo kúkì", "ojúlé-wẹ́ẹ̀bù-yìí-ń-lo-kúkì"),
    "zh-Hans": ("本网站使用 Cookie", "本网站使用-cookie"),
    "zh-Hant": ("本網站使用 Cookie", "本網站使用-cookie"),
}


@pytest.mark.parametrize("language", IN_EVERY_LANGUAGE)
def test_the_slugs_of_29_languages(language: str) -> None:
    headline, slug = IN_EVERY_LANGUAGE[language]
    assert slug_from(headline, language) == slug
    assert slug_from(slug, language) == slug
    assert slug_from(unicodedata.normalize("NFD", headline), language) == slug
    assert slug_key(unicodedata.normalize("NFD", slug)) == slug_key(slug)
    assert is_slug(slug)


@pytest.mark.parametrize(
    ("language", "headline", "slug"),
    [
        ("tr", "IŞIK ve İZMİR", "ışık-ve-izmir"),
        ("tr-CY", "Kıbrıs’ta KIŞ", "kıbrısta-kış"),
        ("en", "IŞIK", "işik"),
        ("fr", "L’été à l'hôtel", "l-été-à-l-hôtel"),
        ("it", "Dell’isola", "dell-isola"),
        ("en", "It’s o'clock", "its-oclock"),
        ("sw", "Ng’ombe", "ngombe"),
        ("uk", "Пов’язані", "повязані"),
        ("sv", "Över ån till Ärtan", "över-ån-till-ärtan"),
        ("de", "Größe in Köln", "grösse-in-köln"),
    ],
)
def test_what_a_language_asks_of_its_slugs(language: str, headline: str, slug: str) -> None:
    assert slug_from(headline, language) == slug


@given(st.text())
def test_a_slug_is_never_empty_and_always_safe(headline: str) -> None:
    slug = slug_from(headline)
    assert slug
    assert len(slug.encode()) <= MAX_BYTES
    assert all(unicodedata.category(character)[0] in "LMN" or character in "-_" for character in slug)
    assert not slug.startswith("-")
    assert not slug.endswith("-")


@given(st.text())
def test_the_slug_of_a_slug_is_itself(headline: str) -> None:
    slug = slug_from(headline)
    assert slug_from(slug) == slug


@given(st.text())
def test_a_slug_is_its_own_key(headline: str) -> None:
    slug = slug_from(headline)
    assert slug_key(slug) == slug


def test_two_ways_to_write_one_slug_share_a_key() -> None:
    assert slug_key("Cafe\u0301") == slug_key("CAFÉ") == "café"


def test_a_free_slug_is_kept() -> None:
    assert free_slug("drums", {"other"}) == "drums"


def test_a_taken_slug_gets_the_next_number() -> None:
    assert free_slug("Drums", {"drums", "drums-2"}) == "Drums-3"


@given(st.text().map(slug_from), st.integers(1, 12))
def test_many_articles_of_one_headline_find_room(slug: str, count: int) -> None:
    taken: set[str] = set()
    for _ in range(count):
        found = free_slug(slug, taken)
        assert slug_key(found) not in taken
        assert len(found.encode()) <= MAX_BYTES
        taken.add(slug_key(found))


@pytest.mark.parametrize("slug", ["drums", "Drums-2", "2026-01-14", "a.b_c", "奈良", "e\u0301"])
def test_a_slug_is_whatever_every_system_takes_for_a_name(slug: str) -> None:
    assert is_slug(slug)


@pytest.mark.parametrize("slug", ["", "a b", "a/b", "..", "../x", "-x", "con", "NUL.txt", "a:b", "x" * 121, "a\0"])
def test_what_some_system_does_not_take_is_no_slug(slug: str) -> None:
    assert not is_slug(slug)


@given(st.text(max_size=80))
def test_a_slug_that_is_made_is_a_slug(headline: str) -> None:
    assert is_slug(slug_from(headline))
