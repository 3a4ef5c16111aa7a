"""What stands above the scorecard: the score, what it was made with, and the choices."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.language import Language
from taqabul.text.direction import isolated
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say, translate
from taqabul.workflow.score_report import figure, remarks, span
from taqabul.workflow.scoring import Basis, Scorecard, ScoreOptions, profiles

BASES = {
    Basis.SOURCE: QT_TRANSLATE_NOOP("Quality", "Words of the original"),
    Basis.TARGET: QT_TRANSLATE_NOOP("Quality", "Words of the translation"),
    Basis.BOTH: QT_TRANSLATE_NOOP("Quality", "Words, mean of both sides"),
}


class ScoreHead(QWidget):
    """Shows a score. ``chosen`` says that other options are wanted."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.score = QLabel(self)
        self.score.setObjectName("title")
        self.unit, self.facts, self.formula, self.warnings = (QLabel(self) for _ in range(4))
        self.profile, self.basis, self.annotator = (QComboBox(self) for _ in range(3))
        self.passing = QDoubleSpinBox(self, minimum=0, maximum=100, decimals=1, value=90)
        self.acceptable = QDoubleSpinBox(self, minimum=0.1, maximum=1000, decimals=1, value=10)
        self.corrected = QCheckBox(translate("Quality", "Count &corrected errors"), self)
        self.corrected.setChecked(True)
        self.corrected.setToolTip(
            translate(
                "Quality",
                "A score judges the translation as it was delivered, so what was corrected since counts.",
            )
        )
        self.report = QPushButton(translate("Quality", "Report…"), self)
        self.report_in = QComboBox(self)
        self.back = QPushButton(translate("Quality", "Back to the pairs (Esc)"), self)
        for key, profile in profiles().items():
            self.profile.addItem(profile.name, key)
        for basis, name in BASES.items():
            self.basis.addItem(say(name), basis)
        self.annotator.addItem(translate("Quality", "All annotators"), "")
        self.report_in.addItem(translate("Quality", "in English"), Language.ENGLISH)
        self.report_in.addItem(translate("Quality", "in Arabic"), Language.ARABIC)
        self.report_in.setAccessibleName(translate("Quality", "Language of the report"))
        self._lay_out()
        for choice in (self.profile, self.basis, self.annotator):
            choice.activated.connect(self.chosen)
        for line in (self.passing, self.acceptable):
            line.editingFinished.connect(self.chosen)
        self.corrected.clicked.connect(self.chosen)

    @property
    def options(self) -> ScoreOptions:
        """What is chosen."""
        name = self.annotator.currentData()
        return ScoreOptions(
            self.profile.currentData(),
            Basis(self.basis.currentData()),
            (name,) if name else (),
            self.passing.value(),
            self.acceptable.value(),
            self.corrected.isChecked(),
        )

    @property
    def report_language(self) -> Language:
        """The language that the report is to be in."""
        return Language(self.report_in.currentData())

    def offer(self, annotators: tuple[str, ...]) -> None:
        """Offer the marks of each of these people; who was chosen stays chosen."""
        name = self.annotator.currentData()
        while self.annotator.count() > 1:
            self.annotator.removeItem(1)
        for one in annotators:
            self.annotator.addItem(one, one)
        self.annotator.setCurrentIndex(max(0, self.annotator.findData(name)))

    def show_card(self, card: Scorecard, corrected: int) -> None:
        """Show a score; so many of the errors are ``corrected`` by now."""
        self.score.setText(figure(card.score))
        parts = [card.profile.unit]
        if card.passed is not None:
            told = translate("Quality", "passes") if card.passed else translate("Quality", "fails")
            parts.append(
                translate("Quality", "calibrated {n}: {told}").format(n=figure(card.calibrated), told=told)
            )
        self.unit.setText("  ·  ".join(parts))
        facts = translate(
            "Quality", "{errors} errors, {points} points in {words} words; 95 % interval {interval}"
        ).format(errors=card.errors, points=f"{card.points:g}", words=f"{card.words:g}", interval=span(card))
        if corrected:
            told = (
                translate("Quality", "{n} corrected since, counted")
                if self.corrected.isChecked()
                else translate("Quality", "{n} corrected since, not counted")
            )
            facts += f"; {told.format(n=corrected)}"
        self.facts.setText(facts)
        self.formula.setText(card.profile.formula)
        self.warnings.setText("\n".join(f"⚠ {one}" for one in remarks(card, apart=isolated)))
        self.warnings.setVisible(bool(self.warnings.text()))
        for line in (self.passing, self.acceptable):
            line.setEnabled(card.profile.calibration is not None)

    def _lay_out(self) -> None:
        for label in (self.unit, self.facts, self.formula, self.warnings):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.formula.setObjectName("quiet")
        left, line = QVBoxLayout(), QHBoxLayout()
        line.addWidget(self.score)
        line.addWidget(self.unit, 1)
        left.addLayout(line)
        for label in (self.facts, self.formula, self.warnings):
            left.addWidget(label)
        grid = QGridLayout()
        named = (
            (translate("Quality", "Profile"), self.profile),
            (translate("Quality", "Words"), self.basis),
            (translate("Quality", "Marks of"), self.annotator),
            (translate("Quality", "Passes from"), self.passing),
            (translate("Quality", "Points allowed in 1,000 words"), self.acceptable),
        )
        for at, (name, field) in enumerate(named):
            label = QLabel(name, self)
            label.setBuddy(field)
            field.setAccessibleName(name)
            grid.addWidget(label, at // 2, at % 2 * 2, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(field, at // 2, at % 2 * 2 + 1)
        grid.addWidget(self.corrected, 3, 0, 1, 2)
        print_line = QHBoxLayout()
        print_line.addWidget(self.report)
        print_line.addWidget(self.report_in)
        grid.addLayout(print_line, 3, 2)
        grid.addWidget(self.back, 3, 3)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 0)
        layout.addLayout(left, 1)
        layout.addLayout(grid)
