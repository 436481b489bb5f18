"""Packets are read without trust: no entities, no document types, no matter how they are broken."""

from __future__ import annotations

from editor.images.metadata import gather, properties
from tests.images.marked import NAMESPACE, TERM, as_attribute, as_element, picture

NAMES = frozenset({"DigitalSourceType"})


def test_an_entity_bomb_is_refused_at_once() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY l0 "ha">{levels}]>'.encode() + as_element("&l11;").partition(b"?>")[2]
    assert properties(bomb, NAMESPACE, NAMES) == []


def test_an_outside_entity_is_never_asked_for() -> None:
    packet = b'<!DOCTYPE x SYSTEM "file:///etc/passwd">' + as_element().partition(b"?>")[2]
    assert properties(packet, NAMESPACE, NAMES) == []


def test_a_broken_packet_gives_what_stands_before_the_damage() -> None:
    assert properties(as_attribute()[:-30], NAMESPACE, NAMES) == [("DigitalSourceType", TERM)]
    assert properties(b"\xff\xfe\x00", NAMESPACE, NAMES) == []


def test_deep_nesting_and_padding_are_survived() -> None:
    deep = b"<a>" * 100_000 + b"</a>" * 100_000
    assert properties(deep, NAMESPACE, NAMES) == []
    assert properties(as_element() + b"\0" * 2000, NAMESPACE, NAMES) == [("DigitalSourceType", TERM)]


def test_the_same_packet_in_two_places_counts_once() -> None:
    assert len(gather(picture("PNG", as_attribute())).packets) == 1
