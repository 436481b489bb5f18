"""Packets are read without trust: no entities, no document types, no matter how they are broken."""

from __future__ import annotations

from editor.images.packets import MAX_PROPERTIES, Packet, properties
from tests.images.marked import NAMESPACE, TERM, as_attribute, as_element, packet_of, stating


def stated(packet: bytes) -> list[tuple[str, str]]:
    return [(one.name, one.value) for one in properties([Packet("XMP", packet)]) if one.namespace == NAMESPACE]


def test_an_entity_bomb_is_refused_at_once() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY l0 "ha">{levels}]>'.encode() + as_element("&l11;").partition(b"?>")[2]
    assert stated(bomb) == []


def test_an_outside_entity_is_never_asked_for() -> None:
    packet = b'<!DOCTYPE x SYSTEM "file:///etc/passwd">' + as_element().partition(b"?>")[2]
    assert stated(packet) == []


def test_a_broken_packet_gives_what_stands_before_the_damage() -> None:
    assert stated(as_attribute()[:-30]) == [("DigitalSourceType", TERM)]
    assert stated(b"\xff\xfe\x00") == []


def test_deep_nesting_and_padding_are_survived() -> None:
    deep = b"<a>" * 100_000 + b"</a>" * 100_000
    assert stated(deep) == []
    assert stated(as_element() + b"\0" * 2000) == [("DigitalSourceType", TERM)]


def test_items_of_a_list_and_fields_of_a_structure_are_values_of_their_own() -> None:
    inside = (
        "<e:Two><rdf:Seq><rdf:li>one</rdf:li><rdf:li rdf:resource='two'/></rdf:Seq></e:Two>"
        "<e:Held rdf:parseType='Resource'><e:Field>three</e:Field></e:Held>"
    )
    packet = packet_of(f'<rdf:Description rdf:about="" xmlns:e="{NAMESPACE}">{inside}</rdf:Description>')
    assert stated(packet) == [("Two", "one"), ("Two", "two"), ("Field", "three")]


def test_letters_outside_ascii_and_escapes_are_read() -> None:
    assert stated(stating(NAMESPACE, Prompt="Zürich & 鷺 <b>")) == [("Prompt", "Zürich & 鷺 <b>")]


def test_more_properties_than_anybody_writes_end_the_reading() -> None:
    many = "".join(f"<e:A>{number}</e:A>" for number in range(MAX_PROPERTIES + 50))
    packet = packet_of(f'<rdf:Description xmlns:e="{NAMESPACE}">{many}</rdf:Description>')
    assert len(stated(packet)) == MAX_PROPERTIES
