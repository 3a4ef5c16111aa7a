"""A label set as it stands in the dialog, beside what the library keeps of it: what is changed, and what a change makes of it."""

from dataclasses import replace

from taqabul.domain.labels import Attribute, Label, LabelSet, Purpose, RelationType, Words
from taqabul.ui.core.i18n import translate
from taqabul.ui.labels.label_tree import Spot
from taqabul.workflow import label_editing, label_sets
from taqabul.workflow.library import Library

Word = Label | RelationType


class SetDraft:
    """One set at a time: ``now`` is how it stands, ``sets`` are all as the library keeps them."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.sets = label_sets.label_sets(library)
        self.now = next(iter(self.sets.values()))
        self._use = label_sets.use_of(library, self.now.key)

    @property
    def kept(self) -> LabelSet | None:
        """The set as last saved."""
        return self.sets.get(self.now.key)

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost by leaving."""
        return self.now != self.kept

    def turn_to(self, key: str) -> None:
        """Go on with a set as the library keeps it."""
        self._use = label_sets.use_of(self._library, key)
        self.now = self.sets[key]

    def save(self) -> LabelSet:
        """Keep it as its next version. Raises InvalidInput, EditConflict."""
        return label_sets.save_set(self._library, self.now)

    def new_set(self, name: str) -> LabelSet:
        """Keep an empty set of this name. Raises InvalidInput."""
        words = Words(name.strip())
        key = label_editing.key_for(words, list(self.sets), "set")
        return label_sets.save_set(self._library, LabelSet(key, 1, words, Purpose.PLAIN))

    def reread(self) -> None:
        """Read anew what the library keeps."""
        self.sets = label_sets.label_sets(self._library)

    def word(self, spot: Spot | None) -> Word | None:
        """The label or relation that the cursor is on."""
        if spot is None:
            return None
        return self.now.relation(spot.key) if spot.relation else self.now.label(spot.key)

    def was_saved(self, spot: Spot) -> bool:
        """Whether the library has it already, so that its key stays."""
        return self._kept_word(spot) is not None

    def used(self, word: Word) -> int:
        """How many annotations have this label, or ties this relation."""
        counts = self._use.labels if isinstance(word, Label) else self._use.relations
        return counts.get(word.key, 0)

    def asked(self, word: Word) -> tuple[Attribute, ...]:
        """All that is asked about it, by the labels above it too."""
        return self.now.attributes_of(word.key) if isinstance(word, Label) else word.attributes

    def keys_that_stay(self, spot: Spot) -> list[str]:
        """The keys of its questions that were saved."""
        kept = self._kept_word(spot)
        return [one.key for one in kept.attributes] if kept else []

    def put(self, spot: Spot, word: Word) -> Spot:
        """Have ``word`` stand there; one that was never saved takes its key from its name."""
        before = self.word(spot)
        if before is not None and word.name != before.name and not self.was_saved(spot):
            words = self.now.relations if spot.relation else self.now.labels
            taken = [one.key for one in words if one.key != spot.key]
            word = replace(word, key=label_editing.key_for(word.name, taken, "label"))
        if isinstance(word, Label):
            self.now = label_editing.put_label(self.now, spot.key, word)
        else:
            self.now = label_editing.put_relation(self.now, spot.key, word)
        return Spot(spot.relation, word.key)

    def add_label(self, spot: Spot | None, *, below: bool) -> Spot:
        """A new label beside the one there, or below it."""
        here = self.now.label(spot.key) if spot is not None else None
        parent = here.key if here and below else here.parent if here else None
        name = Words(translate("Labels", "New label"))
        self.now, key = label_editing.add_label(self.now, name, parent)
        return Spot(relation=False, key=key)

    def add_relation(self) -> Spot:
        """A new relation."""
        name = Words(translate("Labels", "New relation"))
        self.now, key = label_editing.add_relation(self.now, name)
        return Spot(relation=True, key=key)

    def move(self, spot: Spot, step: int) -> None:
        """Have it stand earlier or later among its like."""
        move = label_editing.move_relation if spot.relation else label_editing.move_label
        self.now = move(self.now, spot.key, step)

    def remove(self, spot: Spot) -> Spot | None:
        """Take out what was never saved; deprecate what was, or bring it back. Where the cursor stays, if it does."""
        word = self.word(spot)
        if not self.was_saved(spot):
            drop = label_editing.drop_relation if spot.relation else label_editing.drop_label
            self.now = drop(self.now, spot.key)
            return None
        return None if word is None else self.put(spot, replace(word, deprecated=not word.deprecated))

    def take_up(self, version: LabelSet) -> None:
        """Go on from an earlier version; what was added since is kept, deprecated."""
        self.now = label_sets.brought_together(version, self.sets[self.now.key])

    def _kept_word(self, spot: Spot) -> Word | None:
        kept = self.kept
        if kept is None:
            return None
        return kept.relation(spot.key) if spot.relation else kept.label(spot.key)
