"""What a claim says in both languages, how far it has come, and what is known of it, to be filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from taqabul.domain.claims import Claim
from taqabul.domain.labels import Attribute, AttributeKind, Words
from taqabul.ui.annotation.attribute_form import AttributeForm
from taqabul.ui.annotation.fields import TextField
from taqabul.ui.annotation.status_buttons import StatusButtons
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.scrolled import Scrolled
from taqabul.ui.core.theme import Colours


class ClaimForm(Scrolled):
    """``changed`` gives a claim as somebody wishes it, and as it was when they began; ``left`` asks to go back to the claims."""

    changed = Signal(object, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Claim | None = None
        body = QWidget(self)
        self.english = self._field(translate("Claims", "Claim in English"), body)
        self.arabic = self._field(translate("Claims", "Claim in Arabic"), body)
        self.statuses = StatusButtons(body)
        self.form = AttributeForm(body)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(4)
        for field in (self.english, self.arabic):
            title = QLabel(field.accessibleName(), body)
            title.setBuddy(field)
            layout.addWidget(title)
            layout.addWidget(field)
        layout.addWidget(self.statuses)
        layout.addWidget(self.form)
        layout.addStretch(1)
        self.setWidget(body)
        self.setEnabled(False)
        self._connect()

    def show_claim(self, claim: Claim | None, asked: Sequence[Attribute], colours: Colours) -> None:
        """Show a claim, or none; what is being typed into the same claim stays."""
        self._shown = claim
        self.setEnabled(claim is not None)
        self.english.show_values((claim.english,) if claim and claim.english else ())
        self.arabic.show_values((claim.arabic,) if claim and claim.arabic else ())
        self.statuses.show_status(None if claim is None else claim.status)
        self.form.ask(asked, {}, colours)
        self.form.show_values(claim.attributes if claim else ())

    def begin(self) -> None:
        """Write, beginning with the English text."""
        if self._shown is not None:
            self.english.setFocus()

    def _field(self, name: str, parent: QWidget) -> TextField:
        return TextField(Attribute(name, AttributeKind.TEXT, Words(name)), parent)

    def _connect(self) -> None:
        self.statuses.chosen.connect(lambda status: self._wish({}, status=status))
        self.english.changed.connect(
            lambda: self._wish({"english": "".join(self.english.began)}, english=_line(self.english))
        )
        self.arabic.changed.connect(
            lambda: self._wish({"arabic": "".join(self.arabic.began)}, arabic=_line(self.arabic))
        )
        self.english.done.connect(self.arabic.setFocus)
        self.arabic.done.connect(self._on_arabic_done)
        self.form.changed.connect(
            lambda values: self._wish({"attributes": self.form.began}, attributes=values)
        )
        for part in (self.english, self.arabic, self.form):
            part.left.connect(self.left)
        self.form.ended.connect(self.left)

    def _on_arabic_done(self) -> None:
        if not self.form.begin():
            self.left.emit()

    def _wish(self, began: Mapping[str, Any], **fields: Any) -> None:  # noqa: ANN401
        if self._shown is not None:
            before = replace(self._shown, **began)
            self._shown = replace(self._shown, **fields)
            self.changed.emit(self._shown, before)


def _line(field: TextField) -> str:
    return " ".join(" ".join(field.values()).split())
