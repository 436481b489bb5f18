"""Addresses of places: understood as people type them, shown without secrets, refused in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.errors import UserError
from editor.publish.far_address import read_address


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("sftp://amina@host.example/site/", "sftp://amina@host.example/site"),
        ("ssh://host.example:2222", "sftp://host.example:2222"),
        ("https://amina@host.example/dav/x", "davs://amina@host.example/dav/x"),
        ("FTPS://a%40b@Host.example/x%20y", "ftps://a%40b@host.example/x%20y"),
        ("s3://key@bucket/folder?endpoint=https://s3.example&region=eu", None),
        ("sftp://a@[::1]:22/x", "sftp://a@[::1]/x"),
        ("/srv/site", "/srv/site"),
        ("file:///srv/my%20site", "/srv/my site"),
    ],
)
def test_an_address_is_understood_and_shown(typed: str, shown: str | None) -> None:
    read = read_address(typed)
    assert str(read) == (shown or typed)
    assert read_address(str(read)) == read


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "site",
        "gopher://x/y",
        "sftp://",
        "sftp://a:word@host/x",
        "ftp://host/../x",
        "ftp://h:99999/",
        "ftp://h/?a=b",
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(UserError):
        read_address(typed)


def test_plain_ways_are_told_from_those_that_nobody_listens_to() -> None:
    assert read_address("ftp://a@host.example/").is_open_to_listeners
    assert read_address("http://a@host.example/").is_open_to_listeners
    assert not read_address("ftp://a@127.0.0.1/").is_open_to_listeners
    assert not read_address("ftps://a@host.example/").is_open_to_listeners
    assert read_address("ftp://a@host.example/").needs_password
    assert not read_address("sftp://a@host.example/").needs_password


@given(st.text(max_size=40))
def test_whatever_is_typed_is_an_address_or_refused(text: str) -> None:
    for typed in (text, f"sftp://{text}", f"s3://b/{text}"):
        try:
            read = read_address(typed)
        except UserError:
            continue
        assert ".." not in read.path.split("/") or read.scheme == "file"


def test_a_password_belongs_to_who_asks_whom_and_not_to_a_folder() -> None:
    login = read_address("sftp://amina@host.example/site").login
    assert read_address("ssh://amina@HOST.example:22/else").login == login
    for other in ("sftp://juma@host.example/site", "sftp://amina@host.example:2222/site", "ftp://amina@host.example/"):
        assert read_address(other).login != login
    bucket = read_address("s3://key@bucket/a?endpoint=https://one.example").login
    assert read_address("s3://key@bucket/a?endpoint=https://two.example").login != bucket
