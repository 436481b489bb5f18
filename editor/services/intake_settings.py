"""What taking in a `newsroom.yaml` would change: the settings, and pictures that no article uses."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from editor.core.messages import Message, say
from editor.domain.edits import Edit, EditSettings
from editor.domain.settings import NewsroomSettings
from editor.services.intake_files import NamedFile, read_newsroom_file
from editor.services.intake_pictures import Pictures


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsPlan:
    """The settings as they will be, and the edits that make them and the pictures beside them so."""

    settings: NewsroomSettings
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
        edits=tuple(edits),
        warnings=(*read.warnings, *pictures.warnings),
    )
