"""What shall stand in the place of two marks: a label of the set, on the words of either, of both, or that they share."""

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QWidget

from taqabul.domain.annotation import Annotation
from taqabul.domain.labels import LabelSet
from taqabul.ui.annotation.label_book import in_words
from taqabul.ui.core.i18n import translate
from taqabul.workflow.annotating.comparing import Case
from taqabul.workflow.annotating.marking import Given
from taqabul.workflow.word_links import Stretch


class OtherwiseDialog(QDialog):
    """Asks for the label and the words; attributes and remark come from the mark whose words are taken first."""

    def __init__(self, case: Case, label_set: LabelSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Adjudication", "Something else"))
        self._case, self._set = case, label_set
        self.label = QComboBox(self)
        for one in label_set.labels:
            if not one.deprecated:
                self.label.addItem(in_words(one.name, one.key), one.key)
        self.label.setCurrentIndex(max(0, self.label.findData(case.first.label)))
        self.words = QComboBox(self)
        for text, stretches in self._choices():
            shown = " … ".join(self._quote(one) for one in stretches)
            self.words.addItem(f"{text}: {shown}" if shown else text, stretches)
        self.values = QComboBox(self)
        for text, mark in (
            (translate("Adjudication", "of the left"), case.left),
            (translate("Adjudication", "of the right"), case.right),
        ):
            if mark is not None:
                self.values.addItem(text, mark)
        form = QFormLayout(self)
        form.addRow(translate("Adjudication", "&Label"), self.label)
        form.addRow(translate("Adjudication", "&Words"), self.words)
        form.addRow(translate("Adjudication", "&Values and remark"), self.values)
        box = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        form.addRow(box)

    @property
    def stretches(self) -> list[Stretch]:
        """Where it shall lie; nowhere for a label on the pair."""
        return list(self.words.currentData())

    @property
    def given(self) -> Given:
        """What shall be said."""
        like: Annotation = self.values.currentData()
        return Given(self._set.key, str(self.label.currentData()), like.attributes, like.comment)

    def _choices(self) -> list[tuple[str, list[Stretch]]]:
        left, right = (_stretches(one) for one in (self._case.left, self._case.right))
        if not (left or right):
            return [(translate("Adjudication", "The whole pair"), [])]
        found = [(translate("Adjudication", "Left"), left), (translate("Adjudication", "Right"), right)]
        if left and right:
            found += [
                (translate("Adjudication", "Both together"), _united(left + right)),
                (translate("Adjudication", "What they share"), _shared(left, right)),
            ]
        return [(text, stretches) for text, stretches in found if stretches]

    def _quote(self, stretch: Stretch) -> str:
        for one in (self._case.left, self._case.right):
            for span in one.spans if one else ():
                if (
                    span.paragraph == stretch.paragraph
                    and span.start <= stretch.start <= stretch.end <= span.end
                ):
                    return span.quote[stretch.start - span.start : stretch.end - span.start]
        return "…"


def _stretches(annotation: Annotation | None) -> list[Stretch]:
    spans = annotation.spans if annotation else ()
    return [Stretch(one.paragraph, one.start, one.end) for one in spans]


def _united(stretches: Iterable[Stretch]) -> list[Stretch]:
    """All of them, joined where they meet."""
    joined: list[Stretch] = []
    for one in sorted(stretches, key=lambda one: (one.paragraph, one.start, one.end)):
        last = joined[-1] if joined else None
        if last is not None and last.paragraph == one.paragraph and one.start <= last.end:
            joined[-1] = Stretch(last.paragraph, last.start, max(last.end, one.end))
        else:
            joined.append(one)
    return joined


def _shared(lefts: Iterable[Stretch], rights: Iterable[Stretch]) -> list[Stretch]:
    there = list(rights)
    return [
        Stretch(one.paragraph, start, end)
        for one in lefts
        for other in there
        if one.paragraph == other.paragraph
        and (start := max(one.start, other.start)) < (end := min(one.end, other.end))
    ]
