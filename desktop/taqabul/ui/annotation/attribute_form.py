"""What is asked about a mark: a field for each attribute, those that depend on others only where they apply."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from taqabul.domain.annotation import Attributes, attributes_from
from taqabul.domain.labels import Attribute, AttributeKind
from taqabul.ui.annotation.choice_field import ChoiceField
from taqabul.ui.annotation.fields import Field, LineField, TextField
from taqabul.ui.annotation.label_book import in_words
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.theme import Colours

_LETTERED = {AttributeKind.CHOICE, AttributeKind.CHOICES, AttributeKind.FLAG}


class AttributeForm(QWidget):
    """Fields one below the other. ``changed`` gives all values, ``ended`` follows Enter in the last field."""

    changed = Signal(object)
    ended = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(3)
        self._asked: tuple[Attribute, ...] = ()
        self._kept: dict[str, tuple[str, ...]] = {}
        self._colours: Colours | None = None
        self.began: Attributes = ()
        """What was known before a person said something else, told by ``changed``."""
        self.fields: dict[str, Field] = {}
        self._titles: dict[str, QLabel] = {}

    def ask(self, asked: Sequence[Attribute], people: Mapping[str, Sequence[str]], colours: Colours) -> None:
        """Ask for these; ``people`` are persons named before, by attribute."""
        if tuple(asked) == self._asked and colours is self._colours:
            return
        self._asked, self._colours = tuple(asked), colours
        for widget in (*self.fields.values(), *self._titles.values()):
            self._lines.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.fields, self._titles = {}, {}
        for one in self._asked:
            title = QLabel(self)
            title.setWordWrap(True)
            field = self._field(one, people.get(one.key, ()), colours)
            field.changed.connect(lambda key=one.key: self._on_field_changed(key))
            field.done.connect(lambda key=one.key: self._go_on(key))
            field.left.connect(self.left)
            title.setBuddy(field)
            self._titles[one.key], self.fields[one.key] = title, field
            self._lines.addWidget(title)
            self._lines.addWidget(field)

    def show_values(self, values: Attributes) -> None:
        """Fill in what is known."""
        self._kept = dict(values)
        for key, field in self.fields.items():
            field.show_values(self._kept.get(key, ()))
        self._settle()

    def begin(self, key: str = "") -> bool:
        """Put the cursor into a field: the one named, or the first that is empty and needed, or the first; False without any."""
        visible = self._visible()
        needed = [one for one in visible if self._lacks(self.fields[one].attribute)]
        goal = key if key in visible else next(iter(needed or visible), "")
        if goal:
            self.fields[goal].setFocus()
        return bool(goal)

    def lacking(self) -> list[str]:
        """The attributes that are needed and empty."""
        return [one for one in self._visible() if self._lacks(self.fields[one].attribute)]

    def _field(self, one: Attribute, people: Sequence[str], colours: Colours) -> Field:
        if one.kind in _LETTERED:
            return ChoiceField(one, self)
        if one.kind is AttributeKind.TEXT:
            return TextField(one, self)
        return LineField(one, colours, people, self)

    def _visible(self) -> list[str]:
        return [one.key for one in self._asked if applies(one, self._kept)]

    def _lacks(self, attribute: Attribute) -> bool:
        return attribute.required and not self._kept.get(attribute.key)

    def _settle(self) -> None:
        """Show what applies, and say what is needed."""
        visible = self._visible()
        for one in self._asked:
            name = in_words(one.name, one.key)
            needed = translate("Attributes", "{name} – needed").format(name=name)
            title = self._titles[one.key]
            title.setText(f"<b>● {needed}</b>" if self._lacks(one) else name)
            title.setVisible(one.key in visible)
            self.fields[one.key].setVisible(one.key in visible)

    def _on_field_changed(self, changed: str) -> None:
        self.began = attributes_from(self._kept | {changed: self.fields[changed].began})
        known = {one.key for one in self._asked}
        others = {key: values for key, values in self._kept.items() if key not in known}
        said = {key: field.values() for key, field in self.fields.items()}
        self._kept = others | {key: values for key, values in said.items() if values}
        gone = [one.key for one in self._asked if not applies(one, self._kept)]
        self._kept = {key: values for key, values in self._kept.items() if key not in gone}
        self._settle()
        self.changed.emit(attributes_from(self._kept))

    def _go_on(self, key: str) -> None:
        visible = self._visible()
        following = visible[visible.index(key) + 1 :] if key in visible else []
        if following:
            self.fields[following[0]].setFocus()
        else:
            self.ended.emit()


def applies(attribute: Attribute, values: Mapping[str, Sequence[str]]) -> bool:
    """Whether an attribute is asked for, given the values of the others."""
    condition = attribute.when
    if condition is None:
        return True
    found = values.get(condition.attribute, ())
    return any(one in condition.values for one in found) if condition.values else bool(found)
