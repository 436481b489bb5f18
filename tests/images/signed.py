"""Pictures with Content Credentials, signed by a chain that is made here and thrown away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO

from editor.images.certificates import Certificate, algorithm, make_certificate
from editor.images.credentials import settings_context
from editor.images.credentials_library import credentials_library
from tests.images.marked import TERM

SIGNER = "Heron News"
CREATED: Mapping[str, object] = {
    "action": "c2pa.created",
    "digitalSourceType": TERM,
    "softwareAgent": {"name": "Heron AI", "version": "3"},
    "when": "2026-03-01T08:00:00Z",
}


@lru_cache(maxsize=1)
def certificate() -> Certificate:
    """Return the chain of this run."""
    return make_certificate(SIGNER, datetime.now(UTC))


def signed(
    data: bytes,
    media_type: str,
    *actions: Mapping[str, object],
    assertions: tuple[Mapping[str, object], ...] = (),
    parent: bytes = b"",
    remote: str = "",
) -> bytes:
    """Return `data` signed with actions, further assertions, and its parent; `remote` keeps them at that address."""
    own, c2pa = certificate(), credentials_library()
    manifest = {
        "claim_generator_info": [{"name": "Heron Camera", "version": "1"}],
        "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": list(actions)}}, *assertions],
    }
    info = c2pa.C2paSignerInfo(algorithm(own), own.chain.encode(), own.key.encode(), None)
    result = BytesIO()
    with (
        settings_context() as context,
        c2pa.Signer.from_info(info) as signer,
        c2pa.Builder(manifest, context) as builder,
    ):
        if parent:
            builder.add_ingredient(
                {"title": "parent", "relationship": "parentOf", "label": "parent"}, media_type, BytesIO(parent)
            )
        if remote:
            builder.set_no_embed()
            builder.set_remote_url(remote)
        builder.sign(signer, media_type, BytesIO(data), result)
    return result.getvalue()
