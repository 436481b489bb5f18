"""Templates of a newsroom's own are counted: what people write is far from the limits, and nothing gets past them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2.exceptions import SecurityError

from editor.publish import theme_limits
from editor.publish.theme import load_theme
from editor.publish.theme_limits import Limited, begin_page
from tests.publish.newsrooms import a_full_desk

_HASHED = re.compile(r"[-=][0-9a-f]{8}\b")


def test_our_own_templates_are_far_from_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "harbour").mkdir()
    desk, other = a_full_desk(), a_full_desk()
    other.theme = load_theme("harbour", tmp_path)
    monkeypatch.setattr(theme_limits, "MOST_STEPS", theme_limits.MOST_STEPS // 100)
    shipped, counted = desk.pages("en"), other.pages("en")
    assert shipped.keys() == counted.keys()
    for path, html in shipped.items():
        assert _HASHED.sub("-", counted[path]) == _HASHED.sub("-", html).replace("newspaper-.css", "theme-.css")


def test_each_page_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme_limits, "MOST_STEPS", 10)
    template = Limited().from_string("{% for one in range(10) %}{{ one }}{% endfor %}")
    monkeypatch.setattr(theme_limits, "_CALL", 0)
    for _ in range(3):
        begin_page()
        assert template.render() == "0123456789"
    with pytest.raises(SecurityError, match="for ever"):
        template.render()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("{% for one in [1, 2] %}{{ loop.index }}/{{ loop.length }}{{ ',' if not loop.last }}{% endfor %}", "1/2,2/2"),
        ("{% for key, value in {'a': 1}.items() %}{{ key ~ '=' ~ value }}{% else %}none{% endfor %}", "a=1"),
        ("{% for one in [] %}{% else %}none{% endfor %}", "none"),
        ("{% for one in [[1, [2]]] recursive %}{{ loop(one) if one is iterable else one }}{% endfor %}", "12"),
        ("{% set both %}a{{ 1 }}{% endset %}{% set up | upper %}b{% endset %}{{ both ~ up }}", "a1B"),
        ("{% macro two(x) %}{{ x }}{{ x }}{% endmacro %}{{ two('ab') }}{{ '%s' | format('c') }}", "ababc"),
        ("{{ '{:>3}'.format(1) }}{{ 'x' | center(3) }}{{ [1, 2, 3] | batch(2) | list }}", "  1 x [[1, 2], [3]]"),
        ("{% for one in [1, 2, 3] if one != 2 %}{{ one }}{% endfor %}", "13"),
    ],
)
def test_what_is_counted_shows_what_it_would_have_shown(words: str, shown: str) -> None:
    begin_page()
    assert Limited().from_string(words).render() == shown


_LONG = "{% set s = 'x' * 900000 %}"
_NESTED = "{% set a = ['xxxxxxxxxx'] * 100 %}" + "".join(
    f"{{% set {after} = [{before}] * 100 %}}" for before, after in ("ab", "bc", "cd", "de", "ef")
)


@pytest.mark.parametrize(
    "words",
    [
        _LONG + "{{ ([s] * 1000) | join }}",
        _LONG + "{{ ([s] * 1000) | join(',') }}",
        _LONG + "{{ range(1000) | join(s) }}",
        _LONG + "{{ s | replace('x', s) }}",
        _LONG + "{{ s | replace('', s) }}",
        _LONG + "{{ s | replace(old='x', new=s, count=1000) }}" * 20,
        _LONG + "{{ s | wordwrap(1, True, s) }}",
        _LONG + "{{ s | wordwrap(width=1, wrapstring=s) }}",
        _LONG + "{{ ([s] * 1000) | tojson }}",
        _LONG + "{{ range(100000) | list | tojson(indent=100000) }}",
        "{% set s = '\n' * 900000 %}{{ s | indent(900000) }}",
        _NESTED + "{{ f }}",
        _NESTED + "{{ f | string }}",
        _NESTED + "{{ f | tojson }}",
        _NESTED + "{{ f | pprint }}",
        _NESTED + "{{ f ~ '' }}",
        _NESTED + "{{ f | join }}",
    ],
)
def test_what_filters_would_make_too_large_is_refused_before_it_is_made(words: str) -> None:
    begin_page()
    with pytest.raises(SecurityError, match="too long"):
        Limited().from_string(words).render()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("{{ ['a', 'b'] | join(', ') }}{{ 'ab' | map('upper') | join }}{{ 'ab' | join('-') }}", "a, bABa-b"),
        (
            "{{ 'aba' | replace('a', 'c') }}{{ 'aba' | replace('a', 'c', 1) }}{{ 'a' | replace(old='a', new='b') }}",
            "cbccbab",
        ),
        ("{{ 'one two' | wordwrap(4) }}{{ 'one two' | wordwrap(4, wrapstring='/') }}", "one\ntwoone/two"),
        ("{{ {'a': [1, 'b']} | tojson }}{{ [1] | tojson(indent=1) }}", '{"a": [1, "b"]}[\n 1\n]'),
        (
            "{{ 'a\nb' | indent(2) }}{{ 3 | string }}{{ [1] | pprint }}{{ [1, ('a',), none] }}",
            "a\n  b3[1][1, ('a',), None]",
        ),
    ],
)
def test_what_is_measured_shows_what_it_would_have_shown(words: str, shown: str) -> None:
    begin_page()
    assert Limited().from_string(words).render() == shown
