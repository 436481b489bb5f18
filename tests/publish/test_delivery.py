"""The plan of a delivery: nothing twice, nothing lost, nothing of others, whatever lies at the far place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.core.files import sha256_hex
from editor.publish.bundle import FileRole
from editor.publish.delivery import Far, Note, folders_of, plan_for, read_note, sample
from editor.publish.manifest import MANIFEST, Entry, Manifest, manifest_bytes
from editor.publish.signature import PUBLIC_KEY, SIGNATURE

FILES = st.dictionaries(st.sampled_from(["a.html", "b/a.html", "b/b.jpg", "c.css", "d.xml"]), st.sampled_from("xyz"))


def a_manifest(files: dict[str, str]) -> Manifest:
    roles = {"html": FileRole.PAGE, "jpg": FileRole.IMAGE, "css": FileRole.THEME, "xml": FileRole.FEED}
    entries = {
        path: Entry(path=path, bytes=1, sha256=sha256_hex(data.encode()), type="", role=roles[path.rpartition(".")[2]])
        for path, data in files.items()
    }
    return Manifest(format="html", editions=(), entries=entries)


def a_far(manifest: Manifest, note: Note | None = None) -> Far:
    return Far(manifest=manifest, manifest_sha256=sha256_hex(manifest_bytes(manifest)), note=note)


@given(FILES, FILES, st.lists(st.tuples(st.booleans(), FILES), max_size=3))
def test_whatever_was_stopped_before_a_delivery_ends_in_the_state_of_the_bundle(
    here: dict[str, str], there: dict[str, str], stopped: list[tuple[bool, dict[str, str]]]
) -> None:
    disk, far = dict(there), a_far(a_manifest(there))
    for is_half, wanted in stopped:
        bundle = a_manifest(wanted)
        plan = plan_for(bundle, {MANIFEST: manifest_bytes(bundle)}, far, {})
        far = Far(manifest=far.manifest, manifest_sha256=far.manifest_sha256, note=plan.note("run", far))
        for entry in plan.writes[: len(plan.writes) // 2 if is_half else None]:
            disk[entry.path] = wanted[entry.path]
    bundle = a_manifest(here)
    plan = plan_for(bundle, {MANIFEST: manifest_bytes(bundle)}, far, {})
    for entry in plan.writes:
        disk[entry.path] = here[entry.path]
    for path in plan.removes:
        disk.pop(path, None)
    assert disk == here
    assert len({entry.path for entry in plan.writes}) == len(plan.writes)


def test_what_leads_comes_after_what_it_leads_to_and_the_manifest_last() -> None:
    bundle = a_manifest({"a.html": "x", "b/b.jpg": "x", "d.xml": "x", "c.css": "x"})
    closing = {MANIFEST: b"m", SIGNATURE: b"s", PUBLIC_KEY: b"p"}
    plan = plan_for(bundle, closing, Far(), {})
    assert [entry.path for entry in plan.writes] == ["b/b.jpg", "c.css", "a.html", "d.xml"]
    assert plan.closing == (SIGNATURE, PUBLIC_KEY, MANIFEST)
    assert plan.bytes == 4


def test_nothing_is_done_where_all_is_there_and_a_signature_that_went_is_taken_away() -> None:
    bundle = a_manifest({"a.html": "x"})
    closing = {MANIFEST: manifest_bytes(bundle)}
    assert plan_for(bundle, closing, a_far(bundle), {}).is_empty
    signed = Far(manifest=bundle, manifest_sha256=sha256_hex(closing[MANIFEST]), seals=frozenset({SIGNATURE}))
    assert plan_for(bundle, closing, signed, {}).removes == (SIGNATURE,)


def test_a_note_is_read_with_suspicion() -> None:
    note = Note(run="r", writes=frozenset({"a"}), removes=frozenset({"b"}))
    assert read_note(note.data) == note
    assert read_note(None) is None
    for data in (b"", b"[]", b'{"run": 1}', b"[" * 100_000):
        assert read_note(data) is None
    assert read_note(b'{"run": "r", "writes": ["../x", "/y", 1], "removes": []}') == Note(run="r")


def test_a_sample_is_the_same_for_the_same_bundle() -> None:
    entries = list(a_manifest({"a.html": "x", "b/a.html": "y", "c.css": "z"}).entries.values())
    assert sample(entries, 2) == sample(entries[::-1], 2)
    assert len(sample(entries, 9)) == 3
    assert folders_of(["a/b/c", "d"]) == {"a", "a/b"}
