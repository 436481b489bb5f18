"""Deliveries to real servers: only what changed, in a safe order, going on where one was stopped, refused in words."""

from __future__ import annotations

import contextlib
import importlib
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from editor.core.errors import Cancelled, Fault, UserError
from editor.core.jobs import JobContext, quiet
from editor.core.messages import Message
from editor.core.settings_folder import config_folder
from editor.publish.delivery import NOTE
from editor.publish.far_address import read_address
from editor.publish.signature import make_key, seal_with
from editor.services.delivering import (
    DeliveryReport,
    DeliveryRequest,
    UnknownServerError,
    deliver,
    forget_place,
    keep_password,
    keep_place,
    needs_password,
    places,
    plan_delivery,
    trust_server,
)
from editor.services.secret_shelf import secret
from editor.services.verifying import verify_bundle
from tests.publish.far_servers import PASSWORD, a_certificate, dav_server, ftp_server, s3_server, sftp_server
from tests.publish.newsrooms import a_full_desk
from tests.services.keyrings import a_keyring

_MADE: dict[str, Path] = {}


@pytest.fixture
def bundle(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small bundle with folders in it."""
    if "text" not in _MADE:
        _MADE["text"] = tmp_path_factory.mktemp("made") / "out"
        a_full_desk().export(_MADE["text"], "text")
    shutil.copytree(_MADE["text"], tmp_path / "bundle")
    return tmp_path / "bundle"


@pytest.fixture
def far(tmp_path: Path) -> Path:
    (tmp_path / "far").mkdir()
    return tmp_path / "far"


def changed(bundle: Path) -> str:
    """Export again with one article gone and one told otherwise; return the path of the one that is told otherwise."""
    desk = a_full_desk()
    gone = next(one for one in desk.articles.values() if one.slug.startswith("two-drum-kits-"))
    del desk.articles[gone.id]
    main = desk.articles["f" * 32]
    desk.articles[main.id] = replace(main, headline="A new headline")
    before = {path: path.read_bytes() for path in bundle.rglob("*.txt")}
    desk.export(bundle, "text")
    told = next(path for path, data in before.items() if path.exists() and path.read_bytes() != data)
    return told.relative_to(bundle).as_posix()


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def sent(bundle: Path, to: str, **fields: object) -> DeliveryReport:
    return deliver(DeliveryRequest(bundle=bundle, to=to, password=PASSWORD, **fields), quiet())  # type: ignore[arg-type]


@contextlib.contextmanager
def served(kind: str, far: Path) -> Iterator[str]:
    """Serve `far` in one of the ways there are, as a place that is trusted."""
    if kind == "file":
        yield str(far)
    elif kind == "sftp":
        paramiko = pytest.importorskip("paramiko")
        with sftp_server(far, paramiko.ECDSAKey.generate()) as address:
            with pytest.raises(UnknownServerError) as met:
                plan_delivery(DeliveryRequest(bundle=far.parent / "bundle", to=address, password=PASSWORD), quiet())
            assert met.value.fingerprint.startswith("SHA256:")
            trust_server(met.value)
            yield address
    else:
        if kind == "dav":
            pytest.importorskip("webdav4")
        with (ftp_server if kind == "ftp" else dav_server)(far) as address:
            yield address


@pytest.mark.parametrize("kind", ["file", "ftp", "sftp", "dav"])
def test_a_place_is_brought_to_the_state_of_the_bundle(kind: str, bundle: Path, far: Path) -> None:
    for name, data in seal_with(make_key())((bundle / "manifest.json").read_bytes()).items():
        (bundle / name).write_bytes(data)
    with served(kind, far) as address:
        planned = plan_delivery(DeliveryRequest(bundle=bundle, to=address, password=PASSWORD), quiet())
        assert tree(far) == {}, "a plan changes nothing"
        first = sent(bundle, address, look=-1)
        assert tree(far) == tree(bundle)
        assert (first.written, first.removed, first.looked_at) == (len(planned.writes) - 3, 0, first.written)
        assert verify_bundle(far, quiet()).ok
        assert sent(bundle, address).written == 0
        (far / "their own.txt").write_text("stays")
        for path in bundle.glob("manifest.json.*"):
            path.unlink()
        told = changed(bundle)
        again = plan_delivery(DeliveryRequest(bundle=bundle, to=address, password=PASSWORD), quiet())
        assert told in again.writes
        assert again.writes[-1] == "manifest.json"
        assert "manifest.json.sig" in again.removes
        assert any(path.endswith(".txt") for path in again.removes)
        second = sent(bundle, address)
        assert 0 < second.written < first.written
        assert second.removed == len(again.removes)
        assert tree(far) == {**tree(bundle), "their own.txt": b"stays"}


class _Stopping:
    """Stops a job when it has reported so many times."""

    def __init__(self, after: int) -> None:
        self.left = after
        self.context = JobContext(self.seen)

    def seen(self, fraction: float, message: Message) -> None:
        del fraction
        if str(message).startswith("Delivering"):
            self.left -= 1
            if self.left == 0:
                self.context.cancel()


@pytest.mark.parametrize("kind", ["file", "ftp"])
def test_one_that_was_stopped_goes_on_and_never_believes_the_old_manifest(
    kind: str, bundle: Path, far: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.core.jobs._INTERVAL_SECONDS", 0.0)
    with served(kind, far) as address:
        request = DeliveryRequest(bundle=bundle, to=address, password=PASSWORD)
        with pytest.raises(Cancelled):
            deliver(request, _Stopping(4).context)
        assert not (far / "manifest.json").exists()
        planned = plan_delivery(request, quiet())
        assert planned.done == 3
        sent(bundle, address)
        assert tree(far) == tree(bundle)
        before = tree(bundle)
        changed(bundle)
        with pytest.raises(Cancelled):
            deliver(request, _Stopping(2).context)
        old = bundle.parent / "old"
        for name, data in before.items():
            (old / name).parent.mkdir(parents=True, exist_ok=True)
            (old / name).write_bytes(data)
        sent(old, address)
        assert tree(far) == before, "what the stopped one wrote is put right, though the manifest calls it unchanged"


def test_an_account_of_another_computer_is_not_believed(
    bundle: Path, far: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.core.jobs._INTERVAL_SECONDS", 0.0)
    request = DeliveryRequest(bundle=bundle, to=str(far))
    with pytest.raises(Cancelled):
        deliver(request, _Stopping(4).context)
    note = far / "makala-delivery.json"
    note.write_text(note.read_text().replace('"run": "', '"run": "x'))
    assert plan_delivery(request, quiet()).done == 0
    sent(bundle, str(far))
    assert tree(far) == tree(bundle)


def test_two_at_once_are_refused_before_the_manifest(bundle: Path, far: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("editor.core.jobs._INTERVAL_SECONDS", 0.0)

    def interfere(fraction: float, message: Message) -> None:
        del fraction
        if str(message).startswith("Delivering"):
            (far / "makala-delivery.json").write_text("{}")

    context = JobContext(interfere)
    with pytest.raises(Fault, match="Somebody else"):
        deliver(DeliveryRequest(bundle=bundle, to=str(far)), context)
    assert not (far / "manifest.json").exists()


def test_a_place_with_other_files_is_left_alone_unless_it_is_taken_over(bundle: Path, far: Path) -> None:
    (far / "index.php").write_text("theirs")
    with pytest.raises(UserError, match="not a bundle"):
        sent(bundle, str(far))
    assert tree(far) == {"index.php": b"theirs"}
    sent(bundle, str(far), is_taken_over=True)
    assert tree(far) == {**tree(bundle), "index.php": b"theirs"}


def test_a_hostile_far_manifest_and_note_take_nothing_away_outside(bundle: Path, far: Path) -> None:
    (far.parent / "precious").write_text("x")
    sent(bundle, str(far))
    (far / "makala-delivery.json").write_text(
        '{"run": "x", "writes": ["../precious"], "removes": ["../precious", "/etc"]}'
    )
    sent(bundle, str(far))
    assert (far.parent / "precious").exists()
    assert tree(far) == tree(bundle)


def test_a_bundle_that_is_not_whole_is_not_delivered(bundle: Path, far: Path) -> None:
    page = next(bundle.rglob("*.txt"))
    page.write_bytes(page.read_bytes() + b"x")
    with pytest.raises(UserError, match="not what was exported"):
        sent(bundle, str(far))
    assert not (far / "manifest.json").exists()
    for absent in (bundle / "nothing", page):
        with pytest.raises(UserError, match="no bundle"):
            sent(absent, str(far))


def test_a_zip_is_delivered_as_a_folder_is(tmp_path: Path, far: Path) -> None:
    a_full_desk().export(tmp_path / "out.zip", "text", as_zip=True)
    sent(tmp_path / "out.zip", str(far))
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert tree(far) == {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("kind", ["ftp", "sftp", "dav"])
def test_a_wrong_password_is_said_at_once(kind: str, bundle: Path, far: Path) -> None:
    with served(kind, far) as address, pytest.raises(Fault, match="does not accept this name and password"):
        deliver(DeliveryRequest(bundle=bundle, to=address, password="wrong"), quiet())  # noqa: S106
    assert tree(far) == {}


def test_an_encrypted_server_is_delivered_to_once_it_proves_who_it_is(
    bundle: Path, far: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = a_certificate(far.parent)
    with ftp_server(far, certificate) as address:
        with pytest.raises(Fault, match="its certificate is not valid"):
            sent(bundle, address)
        assert tree(far) == {}
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))  # as if the system trusted whoever signed it
        monkeypatch.setattr("editor.core.jobs._INTERVAL_SECONDS", 0.0)
        with pytest.raises(Cancelled):
            deliver(DeliveryRequest(bundle=bundle, to=address, password=PASSWORD), _Stopping(4).context)
        sent(bundle, address)
    assert tree(far) == tree(bundle)


def test_a_web_server_whose_certificate_does_not_hold_is_sent_nothing(
    bundle: Path, far: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("webdav4")
    certificate = a_certificate(far.parent)
    with dav_server(far, certificate) as address:
        with pytest.raises(Fault, match="its certificate is not valid") as fault:
            sent(bundle, address)
        assert not fault.value.can_retry
        assert tree(far) == {}
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))  # as if the system trusted whoever signed it
        with pytest.raises(Fault, match="its certificate is not valid"):
            sent(bundle, address.replace("127.0.0.1", "localhost"))  # it proves to be another
        sent(bundle, address)
    assert tree(far) == tree(bundle)


def test_a_web_server_whose_certificate_is_of_yesterday_is_sent_nothing(
    bundle: Path, far: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("webdav4")
    certificate = a_certificate(far.parent, days=-1)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with dav_server(far, certificate) as address, pytest.raises(Fault, match="its certificate is not valid"):
        sent(bundle, address)
    assert tree(far) == {}


def test_a_web_server_that_speaks_without_encryption_is_called_so(bundle: Path, far: Path) -> None:
    pytest.importorskip("webdav4")
    with dav_server(far) as address, pytest.raises(Fault, match="No encrypted connection"):
        sent(bundle, address.replace("dav://", "davs://"))
    assert tree(far) == {}


def test_a_bucket_is_brought_to_the_state_of_the_bundle(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.core.jobs._INTERVAL_SECONDS", 0.0)
    with s3_server(tmp_path, "news") as address:
        with pytest.raises(Cancelled):
            deliver(DeliveryRequest(bundle=bundle, to=address, password=PASSWORD), _Stopping(4).context)
        assert in_bucket(address).keys() & {"manifest.json"} == set()
        first = sent(bundle, address, look=-1)
        assert (first.unchanged, first.looked_at) == (3, first.written + 3)
        assert in_bucket(address) == tree(bundle)
        assert media_type(address, "manifest.json") == "application/json"
        changed(bundle)
        second = sent(bundle, address)
        assert 0 < second.written < first.written
        assert in_bucket(address) == tree(bundle)
        with pytest.raises(Fault, match="not there, or the bucket"):
            sent(bundle, address.replace("@news/", "@nothing/"))


def test_a_bucket_that_asks_who_comes_lets_no_stranger_in(bundle: Path, tmp_path: Path) -> None:
    with (
        s3_server(tmp_path, "news", asks_who=True) as address,
        pytest.raises(Fault, match="does not accept this key, or does not allow this here"),
    ):
        sent(bundle, address)


def opened_bucket(address: str) -> tuple[Any, str]:
    """Return a connection to the bucket of `address` by the library underneath, and the bucket's folder."""
    s3fs = importlib.import_module("s3fs")
    far = read_address(address)
    login = {"key": far.user, "secret": PASSWORD, "endpoint_url": far.endpoint}
    return s3fs.S3FileSystem(**login, skip_instance_cache=True, use_listings_cache=False), f"{far.host}{far.path}"


def in_bucket(address: str) -> dict[str, bytes]:
    system, folder = opened_bucket(address)
    found = {path.removeprefix(f"{folder}/"): system.cat_file(path) for path in system.find(folder)}
    system.close_session(system.loop, system.s3)
    return {path: data for path, data in found.items() if path != NOTE}


def media_type(address: str, path: str) -> str:
    system, folder = opened_bucket(address)
    said = str(system.info(f"{folder}/{path}")["ContentType"])
    system.close_session(system.loop, system.s3)
    return said


def test_a_server_with_another_key_than_before_is_refused(bundle: Path, far: Path) -> None:
    paramiko = pytest.importorskip("paramiko")
    with served("sftp", far) as address:
        port = address.rpartition(":")[2]
    other = importlib.import_module("paramiko").ECDSAKey.generate()
    known = config_folder() / "known_hosts"
    with sftp_server(far, other) as address:
        words = known.read_text().replace(f":{port[:-1]}", f":{address.rpartition(':')[2][:-1]}")
        known.write_text(words)
        with pytest.raises(UserError, match="another key than before"):
            sent(bundle, address)
    assert paramiko is not None
    assert tree(far) == {}


def test_nobody_there_is_said(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("editor.publish.far_place._PAUSES", (0.0,))
    with pytest.raises(Fault, match="Nobody answers"):
        sent(bundle, "ftp://amina@127.0.0.1:1/")


def test_places_have_names_and_their_passwords_lie_in_the_keyring_alone(bundle: Path, far: Path) -> None:
    assert places() == ()
    keep_place("website", str(far))
    assert sent(bundle, "website").place == str(far)
    with pytest.raises(UserError, match="no place “other”"):
        sent(bundle, "other")
    for name, address, said in (
        ("a/b", str(far), "no slash in its name"),
        (" ", str(far), "no name yet"),
        ("web", " ", "no address yet"),
    ):
        with pytest.raises(UserError, match=said):
            keep_place(name, address)
    with a_keyring() as ring:
        keep_place("far", "ftp://amina@host.example/site", "siri")
        assert list(ring.kept.values()) == ["siri"]
        assert not needs_password("far")
        assert all(b"siri" not in path.read_bytes() for path in config_folder().rglob("*") if path.is_file())
        forget_place("far")
        assert ring.kept == {}
    assert needs_password("ftp://amina@host.example/site")
    assert not keep_password("ftp://amina@host.example/site", "siri")
    with pytest.raises(UserError, match="password"):
        deliver(DeliveryRequest(bundle=bundle, to="ftp://amina@host.example/site"), quiet())
    assert [one.name for one in places()] == ["website"]


def test_a_password_outlives_a_slip_in_the_address() -> None:
    with a_keyring() as ring:
        keep_place("far", "ftp://amina@host.example/site", "siri")
        keep_place("far", "ftp://amina@host.example/sitee")  # the same one asks the same server
        assert not needs_password("far")
        for address in ("ftp://juma@host.example/site", "ftp://amina@hots.example/site", "ftps://amina@host.example/"):
            keep_place("far", address)
            assert needs_password("far"), "nobody else is given the password"
        keep_place("far", "ftp://amina@host.example/site-2")
        assert not needs_password("far")
        keep_place("far", "ftp://amina@host.example/site")
        assert not needs_password("far")
        forget_place("far")
        assert ring.kept == {}, "nor do former addresses keep one"


def test_a_password_that_the_new_address_has_already_is_its_own() -> None:
    with a_keyring():
        keep_place("far", "ftp://amina@host.example/a", "siri")
        keep_place("near", "ftp://amina@host.example/b", "nyingine")
        keep_place("far", "ftp://amina@host.example/b")
        forget_place("near")
        assert secret("place:ftp://amina@host.example/b") == "nyingine"
        assert secret("place:ftp://amina@host.example/a") == "siri"


def test_the_password_of_the_address_before_is_forgotten_after_a_delivery(bundle: Path, far: Path) -> None:
    with a_keyring() as ring:
        keep_place("other", "ftp://amina@host.example/shared", "yetu")
        keep_place("far", "ftp://amina@host.example/shared")
        keep_place("far", "ftp://amina@host.example/site", "siri")
        keep_place("far", str(far))
        plan_delivery(DeliveryRequest(bundle=bundle, to="far"), quiet())
        assert sorted(ring.kept.values()) == ["siri", "yetu"], "looking destroys nothing"
        sent(bundle, "far")
        assert list(ring.kept.values()) == ["yetu"]
        assert [(one.name, one.former) for one in places()] == [("far", ()), ("other", ())]


def test_a_new_place_takes_no_other_ones_name(far: Path) -> None:
    keep_place("website", str(far), is_new=True)
    with pytest.raises(UserError, match="a place “website” already"):
        keep_place("website", f"{far}-2", is_new=True)
    keep_place("website", str(far), is_new=True)  # nothing is taken from anybody
    assert [(one.name, one.address) for one in places()] == [("website", str(far))]


def test_an_address_that_somebody_wrote_into_the_file_is_put_right(far: Path) -> None:
    keep_place("website", str(far))
    kept = config_folder() / "places.json"
    kept.write_text(kept.read_text().replace(str(far), "nowhere"))
    keep_place("website", str(far))
    assert [one.address for one in places()] == [str(far)]


def test_plain_ways_are_warned_of(bundle: Path, far: Path) -> None:
    assert plan_delivery(DeliveryRequest(bundle=bundle, to=str(far)), quiet()).warning is None
    with served("ftp", far) as address:
        assert plan_delivery(DeliveryRequest(bundle=bundle, to=address, password=PASSWORD), quiet()).warning is None
