"""The checks there are, in the order their findings are shown: one line each."""

from __future__ import annotations

from editor.checks import (
    ai_passages,
    base_address,
    changed_after_sign_off,
    editions,
    headline,
    image_file,
    image_moves,
    image_origin,
    image_words,
    links,
    picture_place,
    publication_date,
    sign_off,
    translations,
)
from editor.checks.looking import Check
from editor.core.registry import by_id
from editor.domain.check_choices import Level

CHECKS = by_id(
    (
        Check(
            id=image_file.ID,
            title=image_file.TITLE,
            advice=image_file.ADVICE,
            find=image_file.find,
            level=Level.BLOCK,
            is_fixed=True,
        ),
        Check(id=headline.ID, title=headline.TITLE, advice=headline.ADVICE, find=headline.find),
        Check(
            id=publication_date.ID,
            title=publication_date.TITLE,
            advice=publication_date.ADVICE,
            find=publication_date.find,
        ),
        Check(id=sign_off.ID, title=sign_off.TITLE, advice=sign_off.ADVICE, find=sign_off.find),
        Check(
            id=changed_after_sign_off.ID,
            title=changed_after_sign_off.TITLE,
            advice=changed_after_sign_off.ADVICE,
            find=changed_after_sign_off.find,
        ),
        Check(id=ai_passages.ID, title=ai_passages.TITLE, advice=ai_passages.ADVICE, find=ai_passages.find),
        Check(id=image_words.ID, title=image_words.TITLE, advice=image_words.ADVICE, find=image_words.find),
        Check(id=image_origin.ID, title=image_origin.TITLE, advice=image_origin.ADVICE, find=image_origin.find),
        Check(id=image_moves.ID, title=image_moves.TITLE, advice=image_moves.ADVICE, find=image_moves.find),
        Check(id=picture_place.ID, title=picture_place.TITLE, advice=picture_place.ADVICE, find=picture_place.find),
        Check(id=translations.ID, title=translations.TITLE, advice=translations.ADVICE, find=translations.find),
        Check(id=links.ID, title=links.TITLE, advice=links.ADVICE, find=links.find),
        Check(id=editions.ID, title=editions.TITLE, advice=editions.ADVICE, find=editions.find),
        Check(id=base_address.ID, title=base_address.TITLE, advice=base_address.ADVICE, find=base_address.find),
    ),
    lambda part: part.id,
)
