"""What is kept to be used again is used where it was made, as it was made, and nowhere else."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from editor.core import sealing
from editor.core.sealing import seal, sealer, unsealed, write_sealed
from editor.core.settings_folder import CONFIG_VARIABLE

SECRET = b"s" * 32


def test_another_part_order_kind_or_secret_is_another_seal() -> None:
    said = [("a", "b"), ("b", "a"), ("ab",), ("a", "b", ""), (b"a", "b"), ("a", b"b"), ("a\udc00", "b"), ()]
    made = [seal(*parts) for parts in said] + [seal("a", "b", secret=SECRET)]
    assert len(set(made)) == len(made)
    assert seal("a", "b") == made[0]


def test_the_secret_is_of_this_machine(config_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, name = seal("a"), sealer()
    secret = config_folder / "cache.key"
    if sys.platform != "win32":
        assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "another"))
    assert seal("a") != first
    assert sealer() != name
    (tmp_path / "the same").mkdir()
    (tmp_path / "the same" / "cache.key").write_bytes(secret.read_bytes())
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "the same"))
    assert (seal("a"), sealer()) == (first, name)


def test_a_secret_that_is_cut_short_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, cut in enumerate((b"", b"short", b"x" * 33)):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "cache.key").write_bytes(cut)
        monkeypatch.setenv(CONFIG_VARIABLE, str(folder))
        made = seal("a")
        assert len((folder / "cache.key").read_bytes()) == 32
        assert seal("a") == made


def test_where_none_can_be_kept_one_holds_for_this_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "file" / "below"))
    assert seal("a") == seal("a") != seal("b")


def test_of_two_that_make_one_at_once_one_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def later(place: Path, data: bytes, *, is_private: bool) -> None:
        assert is_private
        assert data != SECRET
        place.write_bytes(SECRET)

    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "new"))
    monkeypatch.setattr(sealing, "write_whole", later)
    assert seal("a") == seal("a", secret=SECRET)


def test_a_file_is_opened_under_its_name_as_it_was_made(tmp_path: Path) -> None:
    place = tmp_path / "copy.jpg"
    write_sealed(place, b"a picture")
    assert unsealed(place) == b"a picture"
    with pytest.raises(OSError, match="copy"):
        unsealed(place, secret=SECRET)
    place.rename(tmp_path / "other.jpg")
    with pytest.raises(OSError, match="other"):
        unsealed(tmp_path / "other.jpg")
    with pytest.raises(FileNotFoundError):
        unsealed(place)
    write_sealed(place, b"", secret=SECRET)
    assert unsealed(place, secret=SECRET) == b""
    whole = place.read_bytes()
    for at in range(len(whole)):
        place.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(OSError, match="copy"):
            unsealed(place, secret=SECRET)
        place.write_bytes(whole[:at])
        with pytest.raises(OSError, match="copy"):
            unsealed(place, secret=SECRET)
