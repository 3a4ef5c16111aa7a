"""Changes to a label set before it is saved: each gives another set, in which nothing points nowhere."""

from dataclasses import replace

from taqabul.domain.label_rules import faults
from taqabul.domain.labels import Label, LabelSet, Pattern, Purpose, RelationType, Words
from taqabul.workflow.label_editing import (
    add_label,
    add_relation,
    changes,
    drop_label,
    key_for,
    move_label,
    move_relation,
    put_label,
)

SET = LabelSet(
    "set",
    1,
    Words("Set"),
    Purpose.PLAIN,
    labels=(
        Label("top", Words("Top"), shortcut="t"),
        Label("one", Words("One"), parent="top", shortcut="o"),
        Label("other", Words("Other"), shortcut="x"),
        Label("two", Words("Two"), parent="top"),
    ),
    relations=(
        RelationType("tie", Words("Tie"), sources=("one",), targets=("two",)),
        RelationType("b", Words("B")),
    ),
)


def keys(label_set):
    return [one.key for one in label_set.labels]


def test_keys_are_made_of_english_names_and_differ():
    assert key_for(Words("Over-translation (bad)"), [], "label") == "over-translation-bad"
    assert key_for(Words(arabic="ادعاء"), ["label"], "label") == "label-2"


def test_a_new_label_is_told_from_the_others():
    grown, key = add_label(SET, Words("Third"), "top")
    new = grown.label(key)
    assert new is not None
    assert (new.parent, new.colour, new.shortcut) == ("top", SET.labels[0].colour, "h")
    assert new.pattern is not Pattern.SOLID
    assert faults(grown) == ()


def test_a_hundred_new_labels_and_relations_make_no_fault():
    grown = SET
    for _ in range(100):
        grown, _key = add_label(grown, Words("New label"))
        grown, _key = add_relation(grown, Words("New"))
    assert faults(grown) == ()


def test_labels_move_among_those_beside_them():
    assert keys(move_label(SET, "two", -1)) == ["top", "two", "other", "one"]
    assert keys(move_label(SET, "other", -1)) == ["other", "one", "top", "two"]
    assert move_label(SET, "one", -1) == SET
    assert move_label(move_label(SET, "one", 1), "one", -1) == SET
    assert [one.key for one in move_relation(SET, "tie", 1).relations] == ["b", "tie"]


def test_another_key_is_followed():
    put = put_label(SET, "top", replace(SET.labels[0], key="high"))
    assert {one.parent for one in put.labels} == {"high", None}
    put = put_label(SET, "one", replace(SET.labels[1], key="first"))
    assert put.relations[0].sources == ("first",)
    assert faults(put) == ()


def test_a_dropped_label_leaves_nothing_that_points_to_it():
    assert faults(drop_label(SET, "top")) == ()
    assert drop_label(SET, "one").relations[0].sources == ()


def test_what_a_version_changed_is_told():
    later, _key = add_label(SET, Words("Third"))
    later = put_label(later, "two", replace(SET.labels[3], deprecated=True))
    later = put_label(later, "one", replace(SET.labels[1], colour="#000000"))
    found = changes(SET, later)
    assert found.added == (Words("Third"),)
    assert found.changed == (Words("One"),)
    assert found.deprecated == (Words("Two"),)
    assert not found.rest
    assert changes(SET, move_label(SET, "one", 1)).rest
    assert changes(SET, replace(SET, guidelines=Words("Read."))).rest
    assert changes(later, SET).changed[-1] == Words("Two")
