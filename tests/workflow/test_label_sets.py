"""The label sets of a library: the shipped ones at first, versions that stay, files in and out."""

from dataclasses import replace

import pytest

from taqabul.domain.errors import EditConflict, InvalidInput, LibraryError, UnreadableFile
from taqabul.domain.labels import Label, LabelSet, Purpose, Words
from taqabul.workflow.annotating.marking import Given, mark
from taqabul.workflow.annotating.relating import relate
from taqabul.workflow.label_sets import (
    Use,
    export_set,
    import_set,
    label_sets,
    save_set,
    shipped_sets,
    use_of,
    versions,
)
from taqabul.workflow.library import open_library
from taqabul.workflow.word_links import Stretch

OWN = LabelSet("own", 1, Words("Own"), Purpose.PLAIN, labels=(Label("a", Words("A"), shortcut="a"),))


@pytest.fixture
def library(places):
    opened = open_library(places(), "Rana")
    yield opened
    opened.close()


def grown(label_set, key="b"):
    return replace(label_set, labels=(*label_set.labels, Label(key, Words(key.upper()))))


def test_a_new_library_is_given_the_shipped_sets_once(library):
    assert list(label_sets(library).values()) == shipped_sets()
    saved = save_set(library, grown(label_sets(library)["entities"]))
    assert label_sets(library)["entities"] == saved
    assert [one.label_set.version for one in versions(library, "entities")] == [2, 1]


def test_saving_makes_a_version_and_tells_who(library, places):
    first = save_set(library, OWN)
    second = save_set(library, grown(first))
    assert second.version == 2
    assert save_set(library, second) == second
    other = open_library(places(), "Sami")
    third = save_set(other, grown(second, "c"))
    other.close()
    kept = versions(library, "own")
    assert [(one.label_set, one.author) for one in kept] == [
        (third, "Sami"),
        (second, "Rana"),
        (first, "Rana"),
    ]
    assert label_sets(library)["own"] == third


def test_what_another_program_saved_meanwhile_is_not_overwritten(library):
    first = save_set(library, OWN)
    save_set(library, grown(first))
    with pytest.raises(EditConflict):
        save_set(library, grown(first, "c"))
    assert [one.key for one in label_sets(library)["own"].labels] == ["a", "b"]


def test_a_saved_label_stays(library):
    second = save_set(library, grown(save_set(library, OWN)))
    with pytest.raises(InvalidInput, match="lacks what was saved before: b"):
        save_set(library, replace(second, labels=second.labels[:1]))


def test_nonsense_is_not_saved(library):
    with pytest.raises(InvalidInput, match="no colour"):
        save_set(library, replace(OWN, labels=(replace(OWN.labels[0], colour="red"),)))
    assert versions(library, "own") == []


def test_a_set_goes_to_a_file_and_comes_to_another_library(library, tmp_path):
    for one in shipped_sets():
        path = tmp_path / f"{one.key}.json"
        export_set(one, path)
        assert import_set(library, path) == one
    assert list(label_sets(library).values()) == shipped_sets()


def test_taking_in_another_version_keeps_what_it_lacks_and_does_so_once(library, tmp_path):
    save_set(library, grown(save_set(library, OWN)))
    path = tmp_path / "own.json"
    export_set(replace(grown(OWN, "c"), version=1), path)
    taken = import_set(library, path)
    assert [(one.key, one.deprecated) for one in taken.labels] == [("a", False), ("c", False), ("b", True)]
    assert taken.version == 3
    assert import_set(library, path) == taken
    assert len(versions(library, "own")) == 3


def test_a_set_that_does_not_fit_the_one_there_is_refused(library, tmp_path):
    parent = replace(OWN, labels=(*OWN.labels, Label("b", Words("B"), parent="a")))
    save_set(library, parent)
    path = tmp_path / "own.json"
    export_set(
        replace(OWN, labels=(Label("a", Words("A"), parent="c"), Label("c", Words("C"), parent="a"))), path
    )
    with pytest.raises(InvalidInput):
        import_set(library, path)
    assert len(versions(library, "own")) == 1


def test_a_file_that_is_not_there_is_told(library, tmp_path):
    with pytest.raises(UnreadableFile, match=r"gone\.json cannot be read"):
        import_set(library, tmp_path / "gone.json")


def test_what_is_in_use_is_counted(studio):
    drawn = studio.write(("سلام قريب.", "Peace is near."))
    paragraph = drawn.all_rows()[0].target[0].id
    marks = [
        mark(drawn.library, drawn.id, [Stretch(paragraph, *place)], Given("entities", label)).annotations[0]
        for place, label in (((0, 5), "person"), ((6, 8), "place"), ((9, 13), "place"))
    ]
    relate(drawn.library, drawn.id, marks[1], marks[2], "entities", "in")
    assert use_of(drawn.library, "entities") == Use({"person": 1, "place": 2}, {"in": 1})
    assert use_of(drawn.library, "claims") == Use({}, {})


def test_a_damaged_set_in_the_library_is_told_as_the_librarys(library):
    save_set(library, OWN)
    with library.database.write() as transaction:
        transaction.connection.exec_driver_sql("UPDATE label_set SET content = '{}'")
    with pytest.raises(LibraryError, match="own, version 1"):
        label_sets(library)
