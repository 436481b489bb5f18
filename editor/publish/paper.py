"""A page as it is put on paper: as exported, with its address and page numbers in the margin, and what AI made named.

The theme's own style sheet says how it looks in print; here is what paper needs besides. Pure: no files, no engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape

from markupsafe import Markup

from editor.domain.image import Image
from editor.domain.labels import image_label
from editor.domain.statement import statement_of
from editor.publish.furniture import marks, run
from editor.publish.links import place_of
from editor.publish.pages import Run

STYLE = "paper.css"
# Millimetres: top, right, bottom, left. The engine wants them too, or it leaves no room for what stands in the margin.
MARGINS = (18, 16, 20, 16)

_SOURCE = re.compile(r"<source\b[^>]*>\s*")
_RESPONSIVE = re.compile(r'(<img\b[^>]*?) srcset="[^"]*"')
_WAITING = re.compile(r' (?:loading|decoding|fetchpriority|sizes)="[^"]*"')
_ASKED = re.compile(r'<(?:img\b[^>]*? src|link\b[^>]*? rel="stylesheet"[^>]*? href)="([^"]*)"')
# The first digit of a script, and what style sheets call its numbers (CSS Counter Styles 3, 6.1).
_COUNTERS = {
    "٠": "arabic-indic", "۰": "persian", "०": "devanagari", "০": "bengali", "੦": "gurmukhi", "૦": "gujarati",
    "୦": "oriya", "௦": "tamil", "౦": "telugu", "೦": "kannada", "൦": "malayalam", "๐": "thai", "໐": "lao",
    "၀": "myanmar", "០": "khmer", "༠": "tibetan",
}  # fmt: skip


def paper_html(html: str, said: Markup) -> str:
    """Return the page `html` with each picture as one file, there at once, and `said` behind its article."""
    html = _WAITING.sub("", _RESPONSIVE.sub(r"\1", _SOURCE.sub("", html)))
    html = html.replace("</head>", f'<link rel="stylesheet" href="{STYLE}">\n</head>', 1)
    before, main, after = html.rpartition("</main>")
    return f"{before}{said}{main}{after}" if main else html


def asked_for(html: str, page: str) -> tuple[str, ...]:
    """Return the bundle paths of the style sheets and pictures that the page `html` at `page` needs to be drawn."""
    return tuple(dict.fromkeys(place_of(page, unescape(address)) for address in _ASKED.findall(html)))


def paper_css(address: str, direction: str, zero: str) -> str:
    """Return what stands in the margins of each sheet: `address` where lines begin, the page's number where they end.

    `zero` is the digit nought as the edition writes it.
    """
    begins, ends = ("right", "left") if direction == "rtl" else ("left", "right")
    counter = _COUNTERS.get(zero, "decimal")
    margins = " ".join(f"{margin}mm" for margin in MARGINS)
    small = "font: 8pt sans-serif; color: #333;"
    return f"""@page {{
  margin: {margins};
  @bottom-{begins} {{ content: "{_string(address)}"; {small} }}
  @bottom-{ends} {{ content: counter(page, {counter}) " / " counter(pages, {counter}); {small} }}
}}
.made-by {{ margin-block: 1.5rem; padding-block-start: 0.5rem; border-block-start: 1pt solid #999; font-size: 0.85em; }}
.made-by ul {{ margin: 0; padding-inline-start: 1.2em; }}
"""


def provenance_html(images: Iterable[Image], words: Mapping[str, Run], language: str, locale: str) -> Markup:
    """Return what is on record of each of `images` that AI made or changed, for readers who hold no file of it."""
    items = [_item(image, words, language, locale) for image in images if image_label(image)]
    if not items:
        return Markup("")
    return Markup('<div class="made-by sans"><ul>\n{}\n</ul></div>\n').format(Markup("\n").join(dict.fromkeys(items)))


def _item(image: Image, words: Mapping[str, Run], language: str, locale: str) -> Markup:
    label, statement = words[image_label(image) or ""], statement_of(image)
    parts = [Markup("<strong{}>{}</strong>").format(marks(label, locale), label)]
    if found := image.alt_for(language, locale):
        alt = run(found[1], found[0])
        if alt:
            parts.append(Markup("<span{}>{}</span>").format(marks(alt, locale), alt))
    system = " ".join(filter(None, (statement.ai_system, statement.ai_system_version)))
    said = (system, statement.credit, statement.source_type)
    parts += [Markup("<bdi>{}</bdi>").format(text) for text in said if text]
    return Markup("<li>{}</li>").format(Markup(" · ").join(parts))


def _string(text: str) -> str:
    """Return `text` as the inside of a string of CSS (CSS Syntax 3, 4.3.5)."""
    return "".join(f"\\{ord(one):x} " if one in '"\\<' or one < " " else one for one in text)
