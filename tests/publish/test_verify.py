"""Verifying finds every way in which a bundle is not what was exported, and reads nothing outside it."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import stat
import tempfile
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.core.errors import UserError
from editor.core.files import sha256_hex
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.slug import slug_key
from editor.publish.exchange import beside
from editor.publish.manifest import is_safe_path, manifest_bytes, read_manifest
from editor.publish.signature import make_key, public_of, seal_with
from editor.publish.target import look_at
from editor.publish.verify import Kind, verify
from tests.publish.newsrooms import a_full_desk

_BUNDLES: dict[str, Path] = {}


@pytest.fixture
def bundle(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if "html" not in _BUNDLES:
        _BUNDLES["html"] = tmp_path_factory.mktemp("bundle") / "out"
        a_full_desk().export(_BUNDLES["html"])
    shutil.copytree(_BUNDLES["html"], tmp_path / "out", symlinks=True)
    return tmp_path / "out"


def found(path: Path) -> list[tuple[str, str]]:
    return [(problem.path, problem.kind.value) for problem in verify(path, lambda *_: None, quiet())[1]]


def page(bundle: Path) -> Path:
    return bundle / "en/two-drum-kits/index.html"


def test_a_fresh_bundle_is_whole(bundle: Path) -> None:
    files, problems, _ = verify(bundle, lambda *_: None, quiet())
    assert problems == []
    assert files == sum(1 for path in bundle.rglob("*") if path.is_file()) - 1


def test_a_changed_byte_is_found(bundle: Path) -> None:
    data = page(bundle).read_bytes()
    page(bundle).write_bytes(data[:-5] + b"x" + data[-4:])
    assert found(bundle) == [("en/two-drum-kits/index.html", "changed")]


def test_a_missing_file_is_found_and_who_led_to_it(bundle: Path) -> None:
    page(bundle).unlink()
    problems = found(bundle)
    assert ("en/two-drum-kits/index.html", "missing") in problems
    assert sum(kind == "link" for _path, kind in problems) == 1, "one for the place, not one for each page"
    (said,) = (str(one.message) for one in verify(bundle, lambda *_: None, quiet())[1] if one.kind is Kind.LINK)
    assert re.fullmatch(r"This page and others, \d+ in all, lead to \S+, which is not there\.", said)


def test_an_added_file_is_found_and_droppings_are_not_minded(bundle: Path) -> None:
    (bundle / "en/extra.html").write_text("x")
    (bundle / ".DS_Store").write_text("x")
    assert found(bundle) == [("en/extra.html", "added")]


def test_a_link_is_found_and_not_followed(bundle: Path) -> None:
    target = page(bundle)
    shutil.copy(target, bundle.parent / "copy.html")
    target.unlink()
    target.symlink_to(bundle.parent / "copy.html")
    assert ("en/two-drum-kits/index.html", "symlink") in found(bundle)


def test_a_linked_folder_is_found(bundle: Path) -> None:
    (bundle / "en/two-drum-kits").rename(bundle.parent / "moved")
    (bundle / "en/two-drum-kits").symlink_to(bundle.parent / "moved")
    assert ("en/two-drum-kits", "symlink") in found(bundle)


def test_a_page_that_leads_nowhere_is_found(bundle: Path) -> None:
    text = page(bundle).read_text().replace('href="../index.html"', 'href="../gone.html"')
    page(bundle).write_text(text)
    rewrite_manifest(bundle, "en/two-drum-kits/index.html")
    assert found(bundle) == [("en/two-drum-kits/index.html", "link")]


def test_a_picture_that_is_none_is_found(bundle: Path) -> None:
    problems = verify(bundle, lambda data, _: say("No picture.") if data[:2] == b"\xff\xd8" else None, quiet())[1]
    assert {problem.kind for problem in problems} == {Kind.IMAGE}
    assert all(problem.path.endswith(".jpg") for problem in problems)


def test_a_hostile_manifest_leads_nowhere(bundle: Path) -> None:
    (bundle.parent / "secret.txt").write_text("secret")
    manifest = json.loads((bundle / "manifest.json").read_text())
    for path in ("../secret.txt", "/etc/passwd", "en/CON"):
        manifest["files"].append({"path": path, "bytes": 6, "sha256": "0" * 64, "type": "", "role": "page"})
    manifest["files"].append({**manifest["files"][0], "path": manifest["files"][0]["path"].upper()})
    (bundle / "manifest.json").write_text(json.dumps(manifest))
    names = {path for path, kind in found(bundle) if kind == "name"}
    assert {"../secret.txt", "/etc/passwd", "en/CON"} < names
    assert len(names) == 4


def test_an_export_that_was_stopped_is_said(bundle: Path) -> None:
    (bundle / ".makala").mkdir()
    (bundle / ".makala/journal").write_text("x")
    assert found(bundle) == [(".makala", "interrupted")]
    shutil.rmtree(bundle / ".makala")
    bundle.rename(beside(bundle, "old"))
    assert found(bundle) == [("", "interrupted")]


@pytest.mark.parametrize("name", ["nothing", "file.txt", "folder"])
def test_what_is_no_bundle_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_text("x")
    (tmp_path / "folder").mkdir()
    if name == "nothing":
        with pytest.raises(Exception, match="nothing"):
            found(tmp_path / name)
    else:
        with pytest.raises(UserError):
            found(tmp_path / name)


def test_a_zip_is_verified_as_a_folder_is(tmp_path: Path) -> None:
    a_full_desk().export(tmp_path / "out.zip", as_zip=True)
    assert found(tmp_path / "out.zip") == []


def test_a_hostile_zip_is_found_out_and_nothing_is_unpacked(tmp_path: Path) -> None:
    a_full_desk().export(tmp_path / "out.zip", "text", as_zip=True)
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    text = next(name for name in members if name.endswith(".txt"))
    with zipfile.ZipFile(tmp_path / "bad.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, b"\0" * 50_000_000 if name == text else data)
        archive.writestr("../outside.txt", "x")
        archive.writestr("C:\\x.txt", "x")
        archive.writestr("added.txt", "x")
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert sorted(found(tmp_path / "bad.zip")) == sorted(
        [
            ("../outside.txt", "name"),
            ("C:\\x.txt", "name"),
            ("added.txt", "added"),
            ("link.txt", "symlink"),
            (text, "changed"),
        ]
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.zip", "out.zip"]


def test_a_name_that_comes_twice_is_found(tmp_path: Path) -> None:
    a_full_desk().export(tmp_path / "out.zip", "text", as_zip=True)
    with zipfile.ZipFile(tmp_path / "out.zip", "a") as archive:
        name = archive.namelist()[0]
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr(name, "again")
    assert (name, "name") in found(tmp_path / "out.zip")


def rewrite_manifest(bundle: Path, path: str) -> None:
    """Make the manifest agree with a page that was changed behind its back."""
    from editor.core.files import sha256_of

    manifest = json.loads((bundle / "manifest.json").read_text())
    for entry in manifest["files"]:
        if entry["path"] == path:
            entry["sha256"], entry["bytes"] = sha256_of(bundle / path), (bundle / path).stat().st_size
    said = manifest_bytes(read_manifest(json.dumps(manifest).encode()))
    (bundle / "manifest.json").write_bytes(said)


def test_every_changed_byte_of_a_zip_is_answered_in_words(tmp_path: Path) -> None:
    whole, place = tmp_path / "out.zip", tmp_path / "bad.zip"
    entry = {"path": "a.txt", "bytes": 5, "sha256": sha256_hex(b"words"), "type": "text/plain", "role": "text"}
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "words")
        archive.writestr("manifest.json", json.dumps({"makala": 1, "files": [entry]}))
    sound = whole.read_bytes()
    assert found(whole) == []
    for at, byte in enumerate(sound):
        for other in (byte ^ 0xFF, byte ^ 1):
            place.write_bytes(sound[:at] + bytes([other]) + sound[at + 1 :])
            for looked in (found, lambda path: look_at(path, as_zip=True)):
                with contextlib.suppress(UserError):  # no Fault, which would blame the disk, and no mistake of ours
                    looked(place)


def small_zip(place: Path, *names: str, **changes: object) -> Path:
    """Write a zip of one file, `a.txt`, and more members of these names."""
    entry = {"path": "a.txt", "bytes": 5, "sha256": sha256_hex(b"words"), "type": "text/plain", "role": "text"}
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("a.txt", "words")
        archive.writestr("manifest.json", json.dumps({"makala": 1, "files": [entry | changes]}))
        for name in names:
            member = zipfile.ZipInfo()
            member.filename = name  # as it is, where the constructor would mend it
            archive.writestr(member, b"")
    return place


@given(
    st.sampled_from(
        ["../", "/", "C:", "a/../../", "\\", "en/CON/", "COM¹.", "nul/", "x. /", "a//", "./", "i\u0308/", ""]
    ),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20),
)
@example("", "x" * 300)
@example("", "A.TXT")
def test_a_hostile_name_is_named_and_nothing_is_written(before: str, after: str) -> None:
    name = before + after
    with tempfile.TemporaryDirectory() as folder:
        there = found(small_zip(Path(folder) / "bad.zip", name))
        assert os.listdir(folder) == ["bad.zip"]  # noqa: PTH208 - names as they are
    is_folder = name.endswith("/") and is_safe_path(name[:-1])
    assert is_folder or (name, "added" if is_safe_path(name) and slug_key(name) != "a.txt" else "name") in there


def test_names_that_differ_in_case_or_make_a_file_a_folder_are_found(tmp_path: Path) -> None:
    assert found(small_zip(tmp_path / "1.zip", "A.txt")) == [("A.txt", "name")]
    assert found(small_zip(tmp_path / "2.zip", "a.txt/b.txt")) == [("a.txt/b.txt", "added")]
    entry = {"bytes": 0, "sha256": sha256_hex(b""), "type": "text/plain", "role": "text"}
    (tmp_path / "b").mkdir()
    for paths in (["a", "a/b"], ["a", "A"]):
        plain = {"makala": 1, "files": [{"path": path, **entry} for path in paths]}
        (tmp_path / "b/manifest.json").write_text(json.dumps(plain))
        assert "name" in {kind for _, kind in found(tmp_path / "b")}


def test_folders_that_another_tool_put_into_the_zip_are_no_trouble(tmp_path: Path) -> None:
    assert found(small_zip(tmp_path / "1.zip", "en/", "en/sub/")) == []
    assert found(small_zip(tmp_path / "2.zip", "../", "/")) == [("../", "name"), ("/", "name")]


def test_a_manifest_that_says_two_things_is_refused(tmp_path: Path) -> None:
    one = '{"path": "a", "bytes": 1, "sha256": "%s", "type": "text/plain", "role": "text"}' % ("0" * 64)
    for text in (
        f'{{"makala": 1, "files": [{one}, {one}]}}',
        f'{{"makala": 1, "files": [], "files": [{one}]}}',
        f'{{"makala": 1, "files": [{one.replace("1,", "-1,")}]}}',
    ):
        (tmp_path / "manifest.json").write_text(text)
        with pytest.raises(UserError):
            found(tmp_path)


@pytest.mark.parametrize(
    "changes",
    [
        {"role": "page"},
        {"role": "image"},
        {"type": "text/html; charset=utf-8"},
        {"role": "page", "type": "text/html"},
    ],
)
def test_a_role_that_does_not_fit_is_found(tmp_path: Path, changes: dict[str, object]) -> None:
    assert ("a.txt", "role") in found(small_zip(tmp_path / "bad.zip", **changes))


def test_a_size_is_said_in_numbers(bundle: Path) -> None:
    page(bundle).write_bytes(b"short")
    (said,) = (one for one in verify(bundle, lambda *_: None, quiet())[1] if one.kind is Kind.CHANGED)
    assert "5 bytes" in str(said.message)


def test_a_bomb_is_never_held_whole(tmp_path: Path) -> None:
    size = 100_000_000
    place = tmp_path / "bomb.zip"
    entry = {"path": "a.html", "bytes": size, "sha256": "0" * 64, "type": "text/html", "role": "page"}
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("a.html", "w") as stream:
            for _ in range(size // 1_000_000):
                stream.write(bytes(1_000_000))
        archive.writestr("manifest.json", json.dumps({"makala": 1, "files": [entry]}))
    tracemalloc.start()
    assert found(place) == [("a.html", "changed")]
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_a_manifest_that_is_a_bomb_or_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", bytes(70_000_000))
    (tmp_path / "folder").mkdir()
    (tmp_path / "real.json").write_text('{"makala": 1, "files": []}')
    (tmp_path / "folder/manifest.json").symlink_to(tmp_path / "real.json")
    for name in ("bomb.zip", "folder"):
        with pytest.raises(UserError):
            found(tmp_path / name)


def test_what_a_signature_demands_is_a_problem_like_others(bundle: Path) -> None:
    key, other = make_key(), make_key()
    for name, data in seal_with(key)((bundle / "manifest.json").read_bytes()).items():
        (bundle / name).write_bytes(data)
    assert verify(bundle, lambda *_: None, quiet(), key=public_of(key)).problems == []
    wrong = verify(bundle, lambda *_: None, quiet(), key=public_of(other))
    assert [(one.path, one.kind) for one in wrong.problems] == [("manifest.json.sig", Kind.SIGNATURE)]
    (bundle / "manifest.json").write_bytes((bundle / "manifest.json").read_bytes() + b" ")
    assert found(bundle) == [("manifest.json", "changed"), ("manifest.json.sig", "signature")]
    (bundle / "manifest.json.sig").unlink()
    assert found(bundle) == [("manifest.json", "changed"), ("manifest.json.sig", "signature")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes are a POSIX thing")
def test_what_is_no_file_is_no_bundle_and_is_not_waited_for(bundle: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.zip")
    (tmp_path / "loop").symlink_to("loop")
    (bundle / "manifest.json").unlink()
    os.mkfifo(bundle / "manifest.json")
    for path in (tmp_path / "pipe.zip", tmp_path / "loop", bundle):
        with pytest.raises(UserError):
            found(path)
