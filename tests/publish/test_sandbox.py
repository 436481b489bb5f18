"""What templates may not reach and not fill."""

from __future__ import annotations

import pytest
from jinja2.exceptions import SecurityError

from editor.publish.sandbox import Sandbox, is_wide


@pytest.mark.parametrize("text", ["%999999d", "%-0999999s", "%*d", "{:>999999}", "{0:<0999999}"])
def test_patterns_of_a_width_beyond_all_use_are_known(text: str) -> None:
    assert is_wide(text)


@pytest.mark.parametrize("text", ["100 %", "100% of 999999", "%s and %05.2f", "{:>20}", "{} {x}", "* {a:b}", 999999])
def test_words_that_people_write_are_no_such_patterns(text: object) -> None:
    assert not is_wide(text)


@pytest.mark.parametrize(
    "words", ["{{ [0] * 9999999 }}", "{{ '%9999999d' % 1 }}", "{{ 2 ** 9 }}", "{{ x.__class__.y }}"]
)
def test_it_refuses(words: str) -> None:
    with pytest.raises(SecurityError):
        Sandbox().from_string(words).render(x=1)


def test_it_counts_and_joins_as_ever() -> None:
    assert (
        Sandbox().from_string("{{ 2 * 3 + 4 }}{{ 'a' + 'b' * 3 }}{{ '%s-%03d' % ('x', 7) }}").render() == "10abbbx-007"
    )
