"""The page of the preferences on signing pictures: makes a certificate, takes an organisation's, says how it stands."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.core.clock import SystemClock
from editor.core.messages import say
from editor.i18n.dates import format_instant
from editor.i18n.interface import interface_language, tr, words
from editor.services.signing import (
    Signing,
    bring_certificate,
    forget_certificate,
    make_certificate_here,
    signing_now,
    switch_signing,
)
from editor.ui.file_dialogs import ask_files
from editor.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.core.jobs import JobContext
    from editor.ui.jobs import Jobs

_KINDS = "*.pem *.crt *.cer *.key"


class SigningPage(QWidget):
    """Made by the preferences. `refused` carries what stood in the way of a certificate."""

    refused = Signal(object)

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._clock = SystemClock()
        self._signing = Signing()
        self._intro = _sentence("signing.intro")
        self._state = _sentence("signing.state")
        self.is_on = QCheckBox()
        self.is_on.setObjectName("signing.on")
        self.name = TextField("signing.name")
        self.make = _button("signing.make")
        self.bring = _button("signing.bring")
        self.forget = _button("signing.forget")
        making, having = QHBoxLayout(), QHBoxLayout()
        making.addWidget(self.name, 1)
        making.addWidget(self.make)
        having.addWidget(self.bring)
        having.addWidget(self.forget)
        having.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._intro)
        column.addWidget(self.is_on)
        column.addWidget(self._state)
        column.addLayout(making)
        column.addLayout(having)
        self.is_on.clicked.connect(self._on_switched)
        self.make.clicked.connect(self._on_make)
        self.bring.clicked.connect(self._on_bring)
        self.forget.clicked.connect(self._on_forget)
        self.retranslate()
        self._do(self._looked)

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self._intro.setText(
            tr(
                "Signed pictures carry Content Credentials: whoever opens one can see who published it, how it came "
                "to be, and whether it was changed since. The certificate and its key stay on this computer. One made "
                "here is known to nobody else yet; an organisation's own says more."
            )
        )
        self.is_on.setText(tr("Sign pictures when exporting"))
        self.name.setPlaceholderText(tr("Name of your newsroom or organisation"))
        self.name.setAccessibleName(tr("Name of your newsroom or organisation"))
        self.make.setText(tr("Make a certificate"))
        self.bring.setText(tr("Take an organisation's…"))
        self.forget.setText(tr("Delete the certificate"))
        self._show(self._signing)

    def take_files(self, paths: list[Path]) -> None:
        """Take a certificate and its key, in whichever order they were chosen; one file may hold both."""
        if paths:
            keys = [path for path in paths if path.suffix.lower() == ".key" or "key" in path.stem.lower()]
            key = (keys or paths)[-1]
            chain = next((path for path in paths if path != key), key)
            self._do(partial(self._brought, chain, key))

    def _do(self, work: Callable[[JobContext], Signing]) -> None:
        self._jobs.submit(
            work, title=say("Looking after the certificate"), done=self._show, failed=self._on_failed, is_quiet=True
        )

    def _show(self, signing: Signing) -> None:
        self._signing = signing
        self.is_on.setEnabled(signing.has_certificate)
        self.is_on.setChecked(signing.is_on and signing.has_certificate)
        self.forget.setEnabled(signing.has_certificate)
        self._state.setText(_state_words(signing))

    def _on_failed(self, error: Exception) -> None:
        self._show(self._signing)
        self.refused.emit(error)

    def _on_switched(self) -> None:
        self._do(partial(self._switched, is_on=self.is_on.isChecked()))

    def _on_make(self) -> None:
        self._do(partial(self._made, self.name.text()))

    def _on_bring(self) -> None:
        kinds = tr("Certificates ({endings})", endings=_KINDS)
        self.take_files(ask_files(self, say("Choose the certificate and its key"), Path.home(), kinds))

    def _on_forget(self) -> None:
        self._do(self._forgotten)

    def _looked(self, _context: JobContext) -> Signing:
        return signing_now(self._clock.now())

    def _made(self, name: str, _context: JobContext) -> Signing:
        return make_certificate_here(name, self._clock.now())

    def _brought(self, chain: Path, key: Path, _context: JobContext) -> Signing:
        return bring_certificate(chain, key, self._clock.now())

    def _switched(self, _context: JobContext, *, is_on: bool) -> Signing:
        return switch_signing(self._clock.now(), is_on=is_on)

    def _forgotten(self, _context: JobContext) -> Signing:
        forget_certificate()
        return Signing()


def _state_words(signing: Signing) -> str:
    if signing.problem is not None:
        return f"{words(signing.problem.message)} {words(signing.problem.hint)}".rstrip()
    if signing.facts is None:
        return tr("There is no certificate yet, and pictures are exported unsigned.")
    facts = signing.facts
    said = tr(
        "Signs as {name}, issued by {issuer}, until {day}.",
        name=facts.name,
        issuer=facts.issuer,
        day=format_instant(facts.until, "UTC", interface_language(), form="date"),
    )
    return f"{said} {words(signing.warning)}" if signing.warning else said


def _sentence(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setProperty("role", "muted")
    return label


def _button(name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    return button
