"""The shipped templates run as plain code, and say the same as in Jinja's own way."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from editor.publish.pages import Run
from editor.publish.shipped_templates import ShippedTemplates

VALUES = [
    "",
    "a & b",
    "<b>'x'</b> \"y\"",
    Markup("<i>é</i>"),
    Run("<Ngoma>", "sw", "ltr"),
    12,
    1.5,
    None,
    "\u200fعربي&",
]
TEMPLATES = {
    "one.html": '{% from "parts.html" import twice %}{% extends "base.html" %}'
    "{% block main %}{% for one in values %}{{ twice(one, mark='!') }}{{ loop.index }}{% endfor %}{% endblock %}",
    "base.html": "<p title='{{ run.text }}'>{{ words.title|upper }} {% block main %}{% endblock %}</p>",
    "parts.html": "{% macro twice(one, mark) %}{{ one }}{{ mark }}{{ one or '-' }}{{ ', '.join(['<', '>']) }}"
    "{% endmacro %}{% macro framed(one) %}[{{ one }}{{ caller() }}]{% endmacro %}",
    "spread.html": "{% from 'parts.html' import framed, twice %}{{ twice(*[1], **{'mark': '<'}) }}"
    "{% call framed('&') %}<b>{{ run }}</b>{% endcall %}{% autoescape false %}{{ run.text }}{% endautoescape %}",
}


class Titled(dict[str, str]):
    """Words that are read as attributes."""

    title = "a < b"


@pytest.mark.parametrize("value", VALUES)
def test_a_value_stands_in_html_as_everywhere(value: object) -> None:
    assert ShippedTemplates.escaped(value) == str(escape(value))


@pytest.mark.parametrize("name", ["one.html", "spread.html"])
def test_a_template_says_the_same_as_in_the_usual_way(name: str) -> None:
    usual, plain = (
        kind(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
        for kind in (Environment, ShippedTemplates)
    )
    shown = {"values": VALUES, "run": VALUES[4], "words": Titled()}
    assert plain.get_template(name).render(shown) == usual.get_template(name).render(shown)


def test_a_name_that_is_not_there_is_refused() -> None:
    template = ShippedTemplates(undefined=StrictUndefined, autoescape=True).from_string("{{ page.title }}")
    with pytest.raises(UndefinedError):
        template.render()
