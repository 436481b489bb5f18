from __future__ import annotations

from editor.core.messages import say
from editor.ingest.draft import Draft
from editor.ingest.importer import Importer
from tests.builders import an_article
from tests.ingest.readers import options


def test_one_more_format_is_one_value() -> None:
    shout = Importer(
        id="shout",
        title=say("Shout"),
        endings=(".shout",),
        recognises=lambda text: text.isupper(),
        read=lambda text, given: Draft(article=an_article(id=given.new_id(), headline=text)),
    )
    assert shout.recognises("HELLO")
    assert shout.read("HELLO", options()).article.id == "new-1"


def test_options_leave_everything_but_ids_unsaid() -> None:
    read = options()
    assert (read.zone, read.language, read.editions, read.house_styles, read.instants) == ("", "", (), {}, {})
