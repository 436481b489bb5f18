"""The fields of what else an article says of itself: people, tags, address, authorship, dates, review, corrections."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from editor.core.errors import UserError
from editor.core.messages import Message, say
from editor.domain.article import Article, ZoneSource
from editor.domain.authorship import Authorship
from editor.domain.edition import zone_for
from editor.domain.former_slugs import named_anew
from editor.domain.settings import NewsroomSettings
from editor.domain.signing import SignOff, sign_off_of
from editor.domain.slug import composed
from editor.i18n.interface import tr, words
from editor.i18n.zones import is_zone, zones
from editor.services.reading import Choices
from editor.ui import theme
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.corrections_form import CorrectionsForm
from editor.ui.widgets.field_change import FieldChange
from editor.ui.widgets.instant_field import InstantField
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.names_field import NamesField
from editor.ui.widgets.text_area import TextArea
from editor.ui.widgets.text_field import TextField
from editor.ui.widgets.withdrawal_form import WithdrawalForm

AUTHORSHIP_WORDS: dict[Authorship, Message] = {
    Authorship.NOT_STATED: say("Not stated"),
    Authorship.HUMAN: say("Written by people"),
    Authorship.AI_ASSISTED: say("Written with help of AI"),
    Authorship.AI_GENERATED: say("Reported by AI"),
}
_DATE_LABELS: dict[str, Message] = {
    "published": say("Change the publishing date"),
    "updated": say("Change the updating date"),
    "embargo": say("Change the embargo"),
    "reviewed_at": say("Change the review"),
}


class DetailsForm(QWidget):
    """Made by the draft.

    `changed` carries a `FieldChange`; `zone_chosen` the name of a zone, or "" for the newsroom's; `sign_off_asked` and
    `correction_asked` need the clock, which the draft has; `refused` carries a `UserError`.
    """

    changed = Signal(object)
    zone_chosen = Signal(str)
    sign_off_asked = Signal()
    correction_asked = Signal()
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")  # the surface that words stand on
        self.byline = NamesField("draft.byline", comma_ends=False)
        self.tags = NamesField("draft.tags")
        self.authorship = ChoiceField("draft.authorship")
        self.slug = TextField("draft.slug")
        self.former_slugs = NamesField("draft.former_slugs")
        self.withdrawal = WithdrawalForm()
        self._article: Article | None = None
        self.dates = {name: InstantField(f"draft.{name}") for name in _DATE_LABELS}
        self.zone = ChoiceField("draft.zone", is_editable=True)
        self.reviewed_by = TextField("draft.reviewed_by")
        self.sign_off = QPushButton()
        self.sign_off.setObjectName("draft.sign_off")
        self._unsigned = QLabel()
        self._unsigned.setObjectName("draft.changed_after_sign_off")
        self._unsigned.setProperty("role", "warn")
        self._unsigned.setWordWrap(True)
        self.corrections = CorrectionsForm()
        self._zone_of_newsroom = ""
        self._zone_note = QLabel()
        self._zone_note.setProperty("role", "warn")
        self._labels = self._make_labels()
        self._connect()
        self._lay_out()
        self.retranslate()

    def show_article(self, article: Article, settings: NewsroomSettings, choices: Choices) -> None:
        """Show what `article` says; its dates as the clock of its zone shows them."""
        zone = zone_for(article, settings)
        self._article = article
        self.byline.set_choices(choices.bylines)
        self.byline.show_names(article.byline)
        self.tags.set_choices(choices.tags)
        self.tags.show_names(article.tags)
        self.authorship.show_value(article.authorship.value)
        self.slug.show_text(article.slug)
        self.former_slugs.show_names(one.slug for one in article.former_slugs if one.slug != article.slug)
        self.withdrawal.show_withdrawal(article.withdrawal, zone)
        self._labels["withdrawal"].setVisible(article.withdrawal is not None)
        for name, field in self.dates.items():
            field.show_instant(getattr(article, name), zone)
        self._offer_zones(settings.display_zone)
        self.zone.show_value(article.display_zone)
        self._zone_note.setVisible(article.zone_source is ZoneSource.ASSUMED)
        self.reviewed_by.show_text(article.reviewed_by)
        self.corrections.show_corrections(article.corrections, zone)
        self.show_sign_off(article)

    def show_sign_off(self, article: Article) -> None:
        """Say whether the words were changed after somebody signed them off."""
        self._unsigned.setVisible(sign_off_of(article) is SignOff.CHANGED)

    def forget(self) -> None:
        """Drop what is typed and could not be handed out: another article is shown next."""
        for field in self.findChildren(TextField):
            field.reset_text("")
        for area in self.findChildren(TextArea):
            area.reset_stored("")

    def set_writable(self, *, is_writable: bool) -> None:
        """Let the person change things, or only read them."""
        for names in (self.byline, self.tags, self.former_slugs):
            names.set_writable(is_writable=is_writable)
        for line in (self.slug, self.reviewed_by):
            line.setReadOnly(not is_writable)
        for date in self.dates.values():
            date.set_writable(is_writable=is_writable)
        for widget in (self.authorship, self.zone, self.sign_off, self.corrections, self.withdrawal):
            widget.setEnabled(is_writable)

    def settle(self) -> None:
        """Hand out what is typed."""
        for field in (self.byline, self.tags, self.slug, self.zone, self.reviewed_by, self.corrections):
            field.settle()
        self.former_slugs.settle()
        self.withdrawal.settle()
        for date in self.dates.values():
            date.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        names = {
            "byline": tr("Byline"),
            "tags": tr("Tags"),
            "authorship": tr("Authorship"),
            "slug": tr("Address"),
            "former_slugs": tr("Earlier addresses"),
            "withdrawal": tr("Withdrawn"),
            "published": tr("Published"),
            "updated": tr("Updated"),
            "embargo": tr("Embargo until"),
            "zone": tr("Time zone of the dates"),
            "reviewed_by": tr("Signed off by"),
            "reviewed_at": tr("Signed off"),
            "corrections": tr("Corrections"),
        }
        for name, label in self._labels.items():
            label.set_name(names[name])
        self.byline.set_hint(tr("Add a name"), tr("Byline"))
        self.tags.set_hint(tr("Add a tag"), tr("Tags"))
        self.former_slugs.set_hint(tr("Add an address that leads here"), tr("Earlier addresses"))
        self.former_slugs.setToolTip(tr("Readers who come to one of these are led on to the present address."))
        self.authorship.set_choices((kind.value, words(said)) for kind, said in AUTHORSHIP_WORDS.items())
        self.sign_off.setText(tr("Sign off now"))
        self.sign_off.setToolTip(tr("You have read this text and answer for it"))
        self._unsigned.setText(tr("The text was changed after it was signed off: it counts as unsigned."))
        self._zone_note.setText(tr("assumed"))
        self._zone_note.setToolTip(tr("The source named no zone. In another one the dates keep their clock times."))
        for date in self.dates.values():
            date.retranslate()
        self.corrections.retranslate()
        self.withdrawal.retranslate()

    def _make_labels(self) -> dict[str, Labelled]:
        labels = {
            "byline": Labelled(self.byline),
            "tags": Labelled(self.tags),
            "authorship": Labelled(self.authorship),
            "slug": Labelled(self.slug),
            "former_slugs": Labelled(self.former_slugs),
            "withdrawal": Labelled(self.withdrawal),
            "zone": Labelled(self.zone, self._zone_note),
            "reviewed_by": Labelled(self.reviewed_by, self.sign_off),
            "corrections": Labelled(self.corrections),
        }
        return labels | {name: Labelled(field) for name, field in self.dates.items()}

    def _connect(self) -> None:
        self.byline.committed.connect(self._on_byline)
        self.tags.committed.connect(self._on_tags)
        self.authorship.committed.connect(self._on_authorship)
        self.slug.committed.connect(self._on_slug)
        self.former_slugs.committed.connect(self._on_former_slugs)
        self.withdrawal.committed.connect(self._on_withdrawal)
        self.withdrawal.refused.connect(self.refused)
        self.zone.committed.connect(self._on_zone)
        self.reviewed_by.committed.connect(self._on_reviewed_by)
        self.sign_off.clicked.connect(self.sign_off_asked)
        self.corrections.committed.connect(self._on_corrections)
        self.corrections.add_asked.connect(self.correction_asked)
        self.corrections.refused.connect(self.refused)
        for date in self.dates.values():
            date.chosen.connect(self._on_date)
            date.refused.connect(self.refused)

    def _lay_out(self) -> None:
        self.sign_off.setProperty("kind", "quiet")
        grid = QGridLayout(self)
        grid.setContentsMargins(3 * theme.GRID, theme.GRID, 3 * theme.GRID, 2 * theme.GRID)
        grid.setHorizontalSpacing(2 * theme.GRID)
        grid.setVerticalSpacing(theme.GRID + 4)
        pairs = (
            ("byline", "tags"),
            ("authorship", "slug"),
            ("published", "updated"),
            ("embargo", "zone"),
            ("reviewed_by", "reviewed_at"),
        )
        for row, pair in enumerate(pairs):
            # A button beside a label makes it taller: there the fields are level at their feet.
            level = Qt.AlignmentFlag.AlignBottom if "reviewed_by" in pair else Qt.AlignmentFlag.AlignTop
            for column, name in enumerate(pair):
                grid.addWidget(self._labels[name], row, column, level)
        grid.addWidget(self._unsigned, len(pairs), 0, 1, 2)
        for row, name in enumerate(("withdrawal", "corrections", "former_slugs"), len(pairs) + 1):
            grid.addWidget(self._labels[name], row, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def _offer_zones(self, of_newsroom: str) -> None:
        # Six hundred names, read from the disk: not before somebody looks.
        self._zone_of_newsroom = of_newsroom
        first = tr("The newsroom's: {zone}", zone=of_newsroom)
        if self.isVisible() and of_newsroom and self.zone.itemText(0) != first:
            self.zone.set_choices([("", first), *((z, z) for z in zones())])

    def _on_byline(self, names: tuple[str, ...]) -> None:
        self.changed.emit(FieldChange(say("Change byline"), {"byline": names}))

    def _on_tags(self, names: tuple[str, ...]) -> None:
        self.changed.emit(FieldChange(say("Change tags"), {"tags": names}))

    def _on_authorship(self, value: str) -> None:
        self.changed.emit(FieldChange(say("Change authorship"), {"authorship": Authorship(value)}))

    def _on_slug(self, slug: str) -> None:
        self.changed.emit(FieldChange(say("Change address"), {"slug": composed(slug)}))

    def _on_former_slugs(self, slugs: tuple[str, ...]) -> None:
        if self._article is not None:
            named = {"former_slugs": named_anew(self._article, slugs)}
            self.changed.emit(FieldChange(say("Change earlier addresses"), named))

    def _on_withdrawal(self, withdrawal: object) -> None:
        self.changed.emit(FieldChange(say("Change the withdrawal"), {"withdrawal": withdrawal}))

    def _on_zone(self, zone: str) -> None:
        if zone and not is_zone(zone):
            self.refused.emit(
                UserError(
                    say("There is no time zone called “{zone}”.", zone=zone),
                    say("Type a city, such as Tokyo, and choose from the list."),
                )
            )
            return
        self.zone_chosen.emit(zone)

    def _on_reviewed_by(self, name: str) -> None:
        self.changed.emit(FieldChange(say("Change the review"), {"reviewed_by": name}))

    def _on_date(self, instant: object) -> None:
        field = self.sender()
        for name, date in self.dates.items():
            if date is field:
                self.changed.emit(FieldChange(_DATE_LABELS[name], {name: instant}))

    def _on_corrections(self, corrections: object) -> None:
        self.changed.emit(FieldChange(say("Change corrections"), {"corrections": corrections}))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._offer_zones(self._zone_of_newsroom)
