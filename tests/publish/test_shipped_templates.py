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
    "again.html": "{% extends 'base.html' %}{% block main %}{{ self.aside() }}{% block aside %}<i>{{ run }}</i>"
    "{% endblock %}{{ self.aside()|upper }}{% endblock %}",
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


@pytest.mark.parametrize("name", ["one.html", "spread.html", "again.html"])
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


def test_a_piece_that_many_pages_show_is_drawn_once() -> None:
    drawn: list[Run] = []

    def noted(value: Run) -> Run:
        drawn.append(value)
        return value

    templates = {
        "parts.html": "{% macro card(one, level) %}<h{{ level }}>{{ one|noted }}</h{{ level }}>{% endmacro %}",
        "page.html": '{% from "parts.html" import card %}{% for one in page %}{{ card(one, 3) }}{% endfor %}',
    }
    shipped = ShippedTemplates(loader=DictLoader(templates), autoescape=True, undefined=StrictUndefined)
    shipped.filters["noted"] = noted
    shipped.draw_once("parts.html", ["card"])
    drums, same, floods = Run("<Ngoma>", "sw", "ltr"), Run("<Ngoma>", "sw", "ltr"), Run("<Ngoma>", "en", "ltr")
    template = shipped.get_template("page.html")
    assert template.render(page=[drums, same]) == "<h3>&lt;Ngoma&gt;</h3>" * 2
    assert template.render(page=[drums, floods]) == "<h3>&lt;Ngoma&gt;</h3>" * 2
    assert drawn == [drums, floods]
