"""What is to go out, in which form and where to: the choices of an export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from editor.core.messages import Message, say
from editor.domain.article import Article, Status
from editor.i18n.direction import isolate
from editor.i18n.interface import tr, words
from editor.ui import theme
from editor.ui.file_dialogs import ask_folder, ask_new_file
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.flow_row import FlowRow
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.text_field import TextField


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The choices as they stand. `editions` are locales; `article` is the id of one to go along whatever its status.

    `only` is the id of one that goes out alone with its translations.
    """

    editions: tuple[str, ...]
    left_out: tuple[str, ...]
    format: str
    as_zip: bool
    target: Path | None
    article: str = ""
    only: str = ""


class ExportChoices(QWidget):
    """Made by the export panel. `changed` says that something is chosen differently."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("export.choices")
        self._article: Article | None = None
        self._start = Path.home()
        self._boxes: dict[str, QCheckBox] = {}
        self._formats: tuple[tuple[str, Message], ...] = ()
        self._everything = QRadioButton()
        self._with_article = QRadioButton()
        self._only_article = QRadioButton()
        self._folder = QRadioButton()
        self._zip = QRadioButton()
        self.format = ChoiceField("export.format")
        self.target = TextField("export.target")
        self._choose = QPushButton()
        self._build()
        self._connect()
        self.retranslate()

    def chosen(self) -> Chosen:
        """Return the choices as they stand."""
        in_turn = [locale for locale, box in self._boxes.items() if box.isChecked()]
        target = self.target.text().strip()
        path = Path(target).expanduser() if target else None
        if path is not None and self._zip.isChecked() and path.name.strip(".") and path.suffix.lower() != ".zip":
            path = path.with_name(f"{path.name}.zip")
        return Chosen(
            editions=tuple(in_turn),
            left_out=tuple(locale for locale in self._boxes if locale not in in_turn),
            format=self.format.value(),
            as_zip=self._zip.isChecked(),
            target=path,
            article=self._article.id if self._article and self._with_article.isChecked() else "",
            only=self._article.id if self._article and self._only_article.isChecked() else "",
        )

    def place(self) -> Path | None:
        """Return where the bundle goes, None where nothing is named."""
        return self.chosen().target

    def show_editions(self, locales: Sequence[str], left_out: Sequence[str]) -> None:
        """Offer the newsroom's editions; what a person unchecked stays so."""
        if tuple(self._boxes) == tuple(locales):
            return
        unchecked = {locale for locale, box in self._boxes.items() if not box.isChecked()} or set(left_out)
        self._flow.clear()
        self._boxes = {}
        for locale in locales:
            box = QCheckBox(language_words(locale))
            box.setObjectName(f"export.edition.{locale}")
            box.setChecked(locale not in unchecked)
            box.toggled.connect(self.changed)
            self._boxes[locale] = box
            self._flow.addWidget(box)
        self._editions.setVisible(bool(locales))
        self._editions_title.setVisible(bool(locales))

    def show_formats(self, formats: Sequence[tuple[str, Message]], chosen: str) -> None:
        """Offer these (id, title)."""
        self._formats = tuple(formats)
        self.format.set_choices((name, words(title)) for name, title in self._formats)
        known = [name for name, _ in self._formats]
        self.format.show_value(chosen if chosen in known else next(iter(known), ""))

    def show_target(self, target: str, *, as_zip: bool, start: Path) -> None:
        """Show where the bundle goes; a search for another place begins at `start`."""
        self._start = start
        self.target.show_text(target)
        (self._zip if as_zip else self._folder).setChecked(True)

    def show_article(self, article: Article | None) -> None:
        """Offer to send the open article along; a published one goes anyway."""
        self._article = article
        can_go_along = article is not None and article.status is not Status.PUBLISHED
        if article is None or (self._with_article.isChecked() and not can_go_along):
            self._everything.setChecked(True)
        self._with_article.setVisible(can_go_along)
        for widget in (self._what_title, self._everything, self._only_article):
            widget.setVisible(article is not None)
        self.retranslate()

    def set_busy(self, *, is_busy: bool) -> None:
        """Let nothing be chosen while an export runs."""
        self.setEnabled(not is_busy)

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        self._editions_title.setText(tr("Editions"))
        self._what_title.setText(tr("Articles"))
        self._everything.setText(tr("All that are published"))
        headline = self._article.headline if self._article else ""
        short = headline if len(headline) <= 32 else f"{headline[:31]}…"
        self._with_article.setText(tr("These and “{headline}”", headline=isolate(short)).replace("&", "&&"))
        self._only_article.setText(tr("Only “{headline}”", headline=isolate(short)).replace("&", "&&"))
        self._only_article.setToolTip(tr("Its pages in every edition, with what they show, whole by themselves"))
        self._with_article.setToolTip(tr("“{headline}” goes along although it is not published", headline=headline))
        self._labelled_format.set_name(tr("Form"))
        self._packed_title.setText(tr("Packed as"))
        self._folder.setText(tr("Folder"))
        self._zip.setText(tr("ZIP file"))
        self._labelled_target.set_name(tr("Where to"))
        self._choose.setText(tr("Choose…"))
        self._choose.setAccessibleName(tr("Choose where the bundle goes"))
        self.format.set_choices((name, words(title)) for name, title in self._formats)

    @Slot()
    def _on_choose(self) -> None:
        start = Path(self.target.text()).expanduser().parent if self.target.text() else self._start
        if self._zip.isChecked():
            found = ask_new_file(self, say("Export to a ZIP file"), start, tr("ZIP files (*.zip)"))
        else:
            found = ask_folder(self, say("Export to a folder"), start)
        if found is not None:
            self.target.show_text(str(found))
            self.changed.emit()

    @Slot()
    def _on_target_typed(self) -> None:
        self.target.show_text(self.target.text())
        self.changed.emit()

    @Slot()
    def _on_packed(self) -> None:
        """Let the name say what it is: a ZIP file ends so, a folder does not."""
        name = self.target.text()
        if self._zip.isChecked() and name and not name.lower().endswith(".zip"):
            self.target.show_text(f"{name}.zip")
        elif self._folder.isChecked() and name.lower().endswith(".zip"):
            self.target.show_text(name[:-4])
        self.changed.emit()

    def _connect(self) -> None:
        self._choose.clicked.connect(self._on_choose)
        self.target.committed.connect(self._on_target_typed)
        self._zip.toggled.connect(self._on_packed)
        self._everything.toggled.connect(self.changed)
        self._only_article.toggled.connect(self.changed)
        self.format.committed.connect(self._on_format)

    @Slot(str)
    def _on_format(self, name: str) -> None:
        self.format.show_value(name)
        self.changed.emit()

    def _build(self) -> None:
        names = {"everything": self._everything, "with_article": self._with_article, "folder": self._folder}
        for name, button in {**names, "only_article": self._only_article, "zip": self._zip}.items():
            button.setObjectName(f"export.{name}")
        self._groups = []
        what = (self._everything, self._with_article, self._only_article)
        for choices_of_one in (what, (self._folder, self._zip)):
            group = QButtonGroup(self)
            for button in choices_of_one:
                group.addButton(button)
            choices_of_one[0].setChecked(True)
            self._groups.append(group)
        self._choose.setObjectName("export.choose")
        self._editions_title, self._what_title, self._packed_title = (_title() for _ in range(3))
        self._editions = QWidget()
        self._flow = FlowRow(self._editions, spacing=theme.GRID)
        self._labelled_format = Labelled(self.format)
        self._labelled_target = Labelled(self.target)
        self.format.setMinimumContentsLength(14)
        self._packed = QWidget()
        self._packed.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)  # as high as the form
        packed = QVBoxLayout(self._packed)
        packed.setContentsMargins(0, 0, 0, 0)
        packed.setSpacing(4)
        packed.addWidget(self._packed_title)
        choices = QHBoxLayout()
        choices.setSpacing(2 * theme.GRID)
        choices.addWidget(self._folder, 0, Qt.AlignmentFlag.AlignVCenter)
        choices.addWidget(self._zip, 0, Qt.AlignmentFlag.AlignVCenter)
        choices.addStretch(1)
        packed.addLayout(choices, 1)
        form = FlowRow(spacing=2 * theme.GRID)
        form.addWidget(self._labelled_format)
        form.addWidget(self._packed)
        where = QHBoxLayout()
        where.setSpacing(theme.GRID)
        where.addWidget(self._labelled_target, 1)
        where.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        for widget in (self._editions_title, self._editions, self._what_title, *what):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addLayout(form)
        column.addLayout(where)


def _title() -> QLabel:
    label = QLabel()
    label.setProperty("role", "section")
    return label
