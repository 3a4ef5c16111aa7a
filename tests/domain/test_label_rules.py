"""What is wrong with a label set is told, and nothing is found wrong where all is well."""

from dataclasses import replace

import pytest

from taqabul.domain.label_rules import faults, is_value
from taqabul.domain.labels import (
    Attribute,
    AttributeKind,
    Choice,
    Condition,
    Label,
    LabelSet,
    Purpose,
    RelationType,
    Words,
)

SEVERITY = Attribute(
    "severity", AttributeKind.CHOICE, Words("Severity"), choices=(Choice("minor", Words("Minor")),)
)
TOP = Label("accuracy", Words("Accuracy"), shortcut="a", attributes=(SEVERITY,))
BELOW = Label("omission", Words("Omission"), shortcut="o", parent="accuracy")
SET = LabelSet(
    "quality",
    1,
    Words("Quality"),
    Purpose.ERRORS,
    labels=(TOP, BELOW),
    relations=(RelationType("same", Words("Same"), sources=("omission",)),),
)


def with_label(**changes: object) -> LabelSet:
    return replace(SET, labels=(TOP, replace(BELOW, **changes)))


def asked(**changes: object) -> LabelSet:
    attribute = replace(Attribute("why", AttributeKind.TEXT, Words("Why")), **changes)
    return with_label(attributes=(attribute,))


def test_a_good_set_has_no_faults():
    assert faults(SET) == ()
    assert faults(asked(when=Condition("severity", ("minor",)))) == ()
    assert faults(asked(kind=AttributeKind.DATE, default=("AH 1445-12",))) == ()


@pytest.mark.parametrize(
    ("label_set", "words"),
    [
        (replace(SET, key="two words"), "“two words” is not one"),
        (replace(SET, version=0), "count from 1"),
        (replace(SET, name=Words()), "no name"),
        (replace(SET, labels=(TOP, TOP)), "the key “accuracy”"),
        (with_label(shortcut="a"), "“accuracy” and “omission” have the same shortcut, “a”"),
        (with_label(shortcut="ا"), "no shortcut"),
        (with_label(shortcut="ab"), "no shortcut"),
        (with_label(parent="gone"), "“gone”, is not in the set"),
        (with_label(parent="omission"), "above itself"),
        (with_label(colour="red"), "“red” is no colour"),
        (with_label(places=()), "stand nowhere"),
        (with_label(name=Words()), "no name"),
        (replace(SET, relations=(replace(SET.relations[0], targets=("gone",)),)), "“gone” is not in the set"),
        (asked(kind=AttributeKind.CHOICE), "nothing to choose from"),
        (asked(choices=(Choice("a", Words("A")),)), "which has no choices"),
        (asked(kind=AttributeKind.NUMBER, default=("many",)), "cannot begin with “many”"),
        (asked(default=("one", "two")), "one value only"),
        (asked(when=Condition("gone")), "“gone”, which is not another attribute"),
        (asked(when=Condition("why")), "not another attribute"),
        (asked(when=Condition("severity", ("huge",))), "the value “huge”"),
    ],
)
def test_each_fault_is_told(label_set, words):
    assert any(words in fault for fault in faults(label_set)), faults(label_set)


def test_labels_in_a_ring_are_told_each():
    ring = replace(SET, labels=(replace(TOP, parent="omission"), BELOW))
    assert sum("above itself" in fault for fault in faults(ring)) == 2


def test_a_deprecated_label_leaves_its_shortcut_to_another():
    assert faults(with_label(shortcut="a", deprecated=True)) == ()


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (AttributeKind.NUMBER, ["12", "-3.5", "150000"], ["", "٣", "1,5", "1e3", "many"]),
        (
            AttributeKind.DATE,
            ["2003", "2003-04", "2004-02-29", "AH 1424", "AH 1424-02-30"],
            ["2003-13", "2003-02-29", "AH 1424-13", "AH 1424-01-31", "9 April", "0000", "20030409", "2003-4"],
        ),
        (AttributeKind.FLAG, ["yes", "no"], ["true", ""]),
        (AttributeKind.TEXT, ["ا", "one\ntwo"], ["", " "]),
        (AttributeKind.PERSON, ["هيفاء زنكنة"], [""]),
    ],
)
def test_values_are_of_their_kind(kind, good, bad):
    attribute = Attribute("k", kind, Words("K"))
    assert [one for one in good if not is_value(attribute, one)] == []
    assert [one for one in bad if is_value(attribute, one)] == []


def test_a_choice_has_the_values_it_names():
    assert is_value(SEVERITY, "minor")
    assert not is_value(SEVERITY, "Minor")
