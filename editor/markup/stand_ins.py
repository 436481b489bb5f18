"""What stands in our Markdown and HTML for what a page puts there. Apart from the parser, which takes long to load."""

from __future__ import annotations

# Pictures of the newsroom are addressed inside it; such an address is never a link.
PICTURES = "images/"
# The class of a passage that AI wrote, and where one begins and ends.
PASSAGE_CLASS = "ai-passage"
BEGINS, ENDS = ('<span data-passage="begins"></span>', '<span data-passage="ends"></span>')
