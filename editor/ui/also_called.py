"""Further words by which a person looks for an action in the palette: what other programs call it, what it is for."""

from __future__ import annotations

from collections.abc import Mapping

from editor.core.messages import Message, say

ALSO_CALLED: Mapping[str, Message] = {
    "newsroom.take_in": say("import, open a file"),
    "newsroom.archive": say("Markdown, save everything"),
    "newsroom.report": say("transparency"),
    "newsroom.settings": say("options, editions, sections, labels, house style"),
    "app.preferences": say("options, dictionary, typeface, certificate"),
    "article.keep": say("save"),
    "article.length": say("count the words"),
    "article.sign_off": say("review, answer for it"),
    "article.publish": say("release"),
    "article.withdraw": say("take back, unpublish"),
    "article.trash": say("delete, remove"),
    "draft.details": say("byline, tags, dates, embargo, address, corrections"),
    "text.picture": say("photo, image"),
    "find.everywhere": say("replace everywhere"),
    "go.pictures": say("library, photos, images"),
    "help.keys": say("hotkeys"),
    "panel.images": say("pictures, photos, alt text, caption, credit"),
    "panel.related": say("links, cards"),
    "panel.history": say("versions, restore"),
    "panel.checks": say("problems, warnings"),
    "panel.export": say("web pages, send, deliver, verify, ZIP"),
}
