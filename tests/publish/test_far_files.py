"""Files at a far place are put there whole, over the old one, and S3 is told of their media type."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.publish.far_address import read_address
from editor.publish.far_files import FarFiles, S3Files
from editor.publish.far_opening import Login, open_place


def test_a_file_that_was_cut_short_never_takes_the_old_ones_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = open_place(read_address(str(tmp_path)), Login())
    files.write("a.txt", b"old", "text/plain")
    monkeypatch.setattr(FarFiles, "size", lambda *_: 1)
    with pytest.raises(ConnectionError):
        files.write("a.txt", b"new words", "text/plain")
    assert (tmp_path / "a.txt").read_bytes() == b"old"


class _Bucket:
    """What `s3fs` is asked, noted down."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, bytes, str]] = []

    def pipe_file(self, path: str, data: bytes, **said: str) -> None:
        self.asked.append((path, data, said["ContentType"]))

    def info(self, path: str) -> dict[str, int]:
        return {"size": next(len(data) for name, data, _ in self.asked if name == path)}


def test_s3_is_told_what_kind_of_file_it_is() -> None:
    bucket = _Bucket()
    files = S3Files(bucket, read_address("s3://key@bucket/site"))
    files.make_folder("en")
    files.write("en/a.html", b"x", "text/html; charset=utf-8")
    assert bucket.asked == [("bucket/site/en/a.html", b"x", "text/html; charset=utf-8")]
