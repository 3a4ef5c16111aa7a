"""Where the parts of the label sets dialog stand."""

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.labels import Label, RelationType
from taqabul.ui.core.i18n import translate
from taqabul.ui.labels.attribute_list import AttributeList
from taqabul.ui.labels.label_form import LabelForm, RelationForm
from taqabul.ui.labels.label_tree import LabelTree
from taqabul.ui.labels.set_form import GuidelinesForm, SetForm


class Parts:
    """The controls of the dialog; what they do is the dialog's."""

    def __init__(self, dialog: QDialog) -> None:
        self.chooser = QComboBox(dialog)
        self.chooser.setAccessibleName(translate("Labels", "Label set"))
        self.new_set = _button(translate("Labels", "Ne&w set…"), dialog)
        self.versions = _button(translate("Labels", "&Versions…"), dialog)
        self.take_in = _button(translate("Labels", "&Import…"), dialog)
        self.give_out = _button(translate("Labels", "E&xport…"), dialog)
        self.tree = LabelTree(dialog)
        self.add = _button(translate("Labels", "&Label"), dialog, translate("Labels", "Add a label (Ins)"))
        self.add_below = _button(
            translate("Labels", "Label &below"),
            dialog,
            translate("Labels", "Add a label below this one (Shift+Ins)"),
        )
        self.add_relation = _button(
            translate("Labels", "&Relation"), dialog, translate("Labels", "Add a type of relation (Ctrl+Ins)")
        )
        self.remove = _button(
            translate("Labels", "Re&move"),
            dialog,
            translate("Labels", "Remove what was never saved, deprecate what was (Del)"),
        )
        self.up = _button(translate("Labels", "&Up"), dialog, translate("Labels", "Move up (Alt+Up)"))
        self.down = _button(translate("Labels", "D&own"), dialog, translate("Labels", "Move down (Alt+Down)"))
        self.label, self.relation = LabelForm(dialog), RelationForm(dialog)
        self.attributes = AttributeList(dialog)
        self.set_form, self.guidelines = SetForm(dialog), GuidelinesForm(dialog)
        self.word = QStackedWidget(dialog)
        self.tabs = QTabWidget(dialog)
        self.told = QLabel(dialog)
        self.told.setWordWrap(True)
        self.save = _button(
            translate("Labels", "&Save"), dialog, translate("Labels", "Save as a new version (Ctrl+S)")
        )
        self.close = _button(translate("Labels", "Close"), dialog)
        _lay_out(self, dialog)

    def tell(self, text: str, *, warning: bool = False) -> None:
        """Say something under the forms."""
        self.told.setText(f"⚠ {text}" if warning else text)

    def show_word(self, word: Label | RelationType | None) -> None:
        """Bring the form of a label or relation to the front."""
        self.word.setCurrentWidget(self.relation if isinstance(word, RelationType) else self.label)
        self.word.setEnabled(word is not None)
        self.tabs.setTabEnabled(1, word is not None)


def _button(text: str, parent: QWidget, tip: str = "") -> QPushButton:
    button = QPushButton(text, parent)
    button.setAutoDefault(False)
    if tip:
        button.setToolTip(tip)
    return button


def _lay_out(parts: Parts, dialog: QDialog) -> None:
    head = QHBoxLayout()
    head.addWidget(parts.chooser, 1)
    for button in (parts.new_set, parts.versions, parts.take_in, parts.give_out):
        head.addWidget(button)
    left = QWidget(dialog)
    column = QVBoxLayout(left)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(parts.tree, 1)
    grid = QGridLayout()
    for at, button in enumerate(
        (parts.add, parts.add_below, parts.add_relation, parts.remove, parts.up, parts.down)
    ):
        grid.addWidget(button, at // 3, at % 3)
    column.addLayout(grid)
    parts.word.addWidget(parts.label)
    parts.word.addWidget(parts.relation)
    for form, title in (
        (parts.word, translate("Labels", "Label or relation")),
        (parts.attributes, translate("Labels", "Questions")),
        (parts.set_form, translate("Labels", "Whole set")),
        (parts.guidelines, translate("Labels", "Guidelines")),
    ):
        parts.tabs.addTab(form, title)
    splitter = QSplitter(dialog)
    splitter.addWidget(left)
    splitter.addWidget(parts.tabs)
    splitter.setSizes([360, 640])
    splitter.setChildrenCollapsible(False)
    foot = QHBoxLayout()
    foot.addWidget(parts.told, 1)
    foot.addWidget(parts.save)
    foot.addWidget(parts.close)
    layout = QVBoxLayout(dialog)
    layout.addLayout(head)
    layout.addWidget(splitter, 1)
    layout.addLayout(foot)
    dialog.setTabOrder(parts.down, parts.tabs.tabBar())
    dialog.resize(1080, 660)
