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
    """Fields one below the other. ``changed`` gives all values, ``ended`` follows Enter in the last field.

    What is asked may change while somebody writes, because others are at work: their field stays till they are done.
    ``lost`` gives what was written and cannot be kept: it is not asked any more, or no value.
    """

    changed = Signal(object)
    lost = Signal(str)
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
        staying = self._staying(asked) if colours is self._colours else {}
        titles, fields = self._titles, self.fields
        self._asked, self._colours, self.fields, self._titles = tuple(asked), colours, {}, {}
        for key in [one for one in fields if one not in staying]:
            self._remove(fields[key], titles[key])
        for one in self._asked:
            if one.key in staying:
                self._put(one.key, staying.pop(one.key), titles[one.key])
            else:
                title = QLabel(self)
                title.setWordWrap(True)
                self._put(one.key, self._new_field(one, people.get(one.key, ()), colours, title), title)
        for key, field in staying.items():
            self._put(key, field, titles[key])

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

    def give_up(self) -> None:
        """What this was asked about is left, or gone: what is written and not kept goes to nobody."""
        if any(field.typed() for field in self.fields.values()):
            for key in list(self.fields):
                self._remove(self.fields.pop(key), self._titles.pop(key))
            self._asked = ()

    def _staying(self, asked: Sequence[Attribute]) -> dict[str, Field]:
        """The fields that ask the same as before, and one that somebody is writing in."""
        wanted = {one.key: one for one in asked}
        return {
            key: field
            for key, field in self.fields.items()
            if field.attribute == wanted.get(key) or field.is_typed_in()
        }

    def _put(self, key: str, field: Field, title: QLabel) -> None:
        self._titles[key], self.fields[key] = title, field
        for widget in (title, field):
            self._lines.removeWidget(widget)
            self._lines.addWidget(widget)

    def _remove(self, field: Field, title: QLabel) -> None:
        typed = field.typed()
        field.blockSignals(True)  # what it holds is of no mark any more
        for widget in (field, title):
            self._lines.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        if typed:
            self.lost.emit(typed)

    def _new_field(self, one: Attribute, people: Sequence[str], colours: Colours, title: QLabel) -> Field:
        field = self._field(one, people, colours)
        field.changed.connect(lambda: self._on_field_changed(one.key))
        field.done.connect(lambda: self._go_on(one.key))
        field.left.connect(self.left)
        title.setBuddy(field)
        return field

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
        """Show what applies and what is being written, and say what is needed."""
        visible = self._visible()
        for key, field in self.fields.items():
            one, title = field.attribute, self._titles[key]
            name = in_words(one.name, one.key)
            applies_here = key in visible
            if not applies_here:
                name = translate("Attributes", "{name} – not asked any more").format(name=name)
            elif self._lacks(one):
                needed = translate("Attributes", "{name} – needed").format(name=name)
                name = f"<b>● {needed}</b>"
            title.setText(name)
            for widget in (title, field):
                widget.setVisible(applies_here or field.is_typed_in())

    def _on_field_changed(self, changed: str) -> None:
        if changed not in self._visible():
            self.lost.emit("\n".join(self.fields[changed].values()))
            self.fields[changed].show_values(())
            self._settle()
            return
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
