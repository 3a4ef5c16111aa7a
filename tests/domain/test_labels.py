"""Label sets: what is asked about a label."""

from taqabul.domain.labels import Attribute, AttributeKind, Label, LabelSet, Purpose, Words


def _asked(key: str, kind: AttributeKind = AttributeKind.TEXT) -> Attribute:
    return Attribute(key, kind, Words(key))


def test_attributes_of_the_label_above_come_first_and_can_be_put_otherwise() -> None:
    above = Label("accuracy", Words("Accuracy"), attributes=(_asked("severity"), _asked("comment")))
    below = Label(
        "omission",
        Words("Omission"),
        parent="accuracy",
        attributes=(_asked("comment", AttributeKind.CHOICE), _asked("missing")),
    )
    labels = LabelSet("quality", 1, Words("Quality"), Purpose.ERRORS, labels=(above, below))
    asked = labels.attributes_of("omission")
    assert [one.key for one in asked] == ["severity", "comment", "missing"]
    assert asked[1].kind is AttributeKind.CHOICE


def test_labels_above_each_other_in_a_ring_end() -> None:
    one = Label("one", Words("One"), parent="two")
    two = Label("two", Words("Two"), parent="one")
    labels = LabelSet("ring", 1, Words("Ring"), Purpose.PLAIN, labels=(one, two))
    assert [label.key for label in labels.lineage("one")] == ["one", "two"]


def test_words_are_empty_where_neither_language_has_any() -> None:
    assert not Words()
    assert Words(arabic="ادعاء")
