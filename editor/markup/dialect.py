"""Our dialect of Python-Markdown: its own syntax with sane lists, tables and fenced code, and no HTML at all."""

from __future__ import annotations

from markdown import Markdown

from editor.markup.blocks import Accepts, use_blocks
from editor.markup.bounds import use_bounds
from editor.markup.cutting import use_cutting
from editor.markup.inlines import use_inlines


def make_parser(links: Accepts, pictures: Accepts) -> Markdown:
    """Return a parser that makes links and pictures of the addresses that `links` and `pictures` let through.

    It holds state while it works, so each thread needs its own. Its tree is for `parsing` to read: nothing is prepared
    for the library's own way of writing HTML.
    """
    made = Markdown(output_format="html")
    made.preprocessors.deregister("html_block")
    made.treeprocessors.deregister("prettify")
    use_blocks(made, lambda address: links(address) or pictures(address))
    use_inlines(made, links, pictures)
    use_bounds(made)
    use_cutting(made)
    return made
