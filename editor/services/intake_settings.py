"""What taking in a `newsroom.yaml` would change: the settings, and pictures that no article uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from editor.core.messages import Message, say
from editor.domain.edition import empty_sections
from editor.domain.edits import Edit, EditSettings
from editor.domain.settings import NewsroomSettings
from editor.services.intake_files import NamedFile, read_newsroom_file
from editor.services.intake_pictures import Pictures


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsPlan:
    """The settings as they will be, and the edits that make them and the pictures beside them so.

    `section_lines` tells by locale on which line of its file an edition names its sections.
    """

    settings: NewsroomSettings
    section_lines: Mapping[str, int]
    edits: tuple[Edit, ...]
    warnings: tuple[Message, ...]


def plan_settings(path: Path, before: NewsroomSettings, pictures: Pictures) -> SettingsPlan:
    """Return what the `newsroom.yaml` at `path` would change; raises `FileError` with the line."""
    read = read_newsroom_file(path, name=before.name, zone=before.display_zone)
    file = NamedFile(path, path.parent, is_named=True)
    for note in read.pictures:
        pictures.add(note, file)
    edits = pictures.edits()
    if read.settings != before:
        edits.append(EditSettings(before, read.settings, say("Set the newsroom up from its file")))
    return SettingsPlan(
        settings=read.settings,
        section_lines=read.section_lines,
        edits=tuple(edits),
        warnings=(*read.warnings, *pictures.warnings),
    )


def about_sections(plan: SettingsPlan, used: Iterable[str]) -> Iterator[Message]:
    """Yield a warning for each section of an edition that is not among `used`, those in which an article will stand."""
    there = sorted({name for name in used if name})
    for edition in plan.settings.editions:
        for name in empty_sections(edition, there):
            yield say(
                "Line {line}: the edition {locale} carries the section “{name}”, in which no article stands. "
                "There are: {names}.",
                line=plan.section_lines[edition.locale],
                locale=edition.locale,
                name=name,
                names=", ".join(there),
            )
