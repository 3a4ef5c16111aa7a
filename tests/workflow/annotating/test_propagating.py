"""A label wherever the same words stand."""

import pytest

from taqabul.domain.errors import EditConflict, InvalidInput
from taqabul.domain.language import Side
from taqabul.workflow import history, shelving
from taqabul.workflow.annotating.marking import Given
from taqabul.workflow.annotating.propagating import Scope, equal_words, facing, propagate
from taqabul.workflow.annotating.reading import annotated_bitext
from taqabul.workflow.reviewing import edit_text
from taqabul.workflow.verifying import verify

PAIRS = (
    ("قال الوزير. ثم قال الوَزير إن السلام قريب.", "The minister spoke. Then the Minister said so."),
    ("وبالوزير يثقون.", "They trust the ministers."),
)
GIVEN = Given("entities", "person")


@pytest.fixture
def bitext(write):
    return write(*PAIRS)


def found(bitext, words, *scope, **options):
    return equal_words(bitext.library, bitext.id, bitext.find(words), "entities", "person", *scope, **options)


def test_equal_words_are_told_with_what_stands_around_them(bitext):
    bitext.mark("الوزير", given=GIVEN)
    first, second = found(bitext, "الوزير")
    assert [(one.quote, one.marked, one.side) for one in (first, second)] == [
        ("الوزير", True, Side.SOURCE),
        ("الوَزير", False, Side.SOURCE),
    ]
    assert (second.before.endswith("ثم قال "), second.after.startswith(" إن"), second.number) == (
        True,
        True,
        1,
    )
    assert [one.quote for one in found(bitext, "minister")] == ["minister", "Minister"]
    assert [one.quote for one in found(bitext, "الوزير", clitics=True)] == ["الوزير", "الوَزير", "وبالوزير"]


def test_the_scope_is_the_text_its_project_or_the_library(bitext, write):
    other = write(("نص", "A minister came."), library=bitext.library)
    write(("نص", "No Minister came."), library=bitext.library)
    project = shelving.make_project(bitext.library, "one")
    shelving.move_to_project(bitext.library, [bitext.id, other.id], project)
    counts = [len(found(bitext, "minister", scope)) for scope in Scope]
    assert counts == [2, 3, 4]
    shelving.move_to_project(bitext.library, [bitext.id], None)
    assert len(found(bitext, "minister", Scope.PROJECT)) == 3


def test_all_are_marked_in_one_step(bitext, do):
    bitext.mark("minister", given=GIVEN)
    chosen = found(bitext, "minister")
    do(bitext.drawn, lambda library, id_: propagate(library, id_, chosen, GIVEN))
    assert bitext.quotes() == ["minister", "Minister"]
    assert propagate(bitext.library, bitext.id, chosen, GIVEN).journal is None


def test_several_bitexts_are_marked_in_one_step_that_is_taken_back_where_it_began(bitext, write):
    library = bitext.library
    other = write(("نص", "A minister came."), library=library)
    places = found(bitext, "minister", Scope.LIBRARY)
    counterparts = {one.stretch: [other.find("نص")] for one in places if one.bitext == other.id}
    changes = propagate(library, bitext.id, places, GIVEN, counterparts, "same")
    assert (changes.bitext, len(changes.annotations)) == (bitext.id, 4)
    assert (bitext.quotes(), other.quotes()) == (["minister", "Minister"], ["minister", "نص"])
    assert [one.bitext for one in annotated_bitext(library, other.id).relations] == [other.id]
    assert history.undo(library, other.id) is None
    history.undo(library, bitext.id)
    assert (bitext.quotes(), other.quotes()) == ([], [])
    history.redo(library, bitext.id)
    assert other.quotes() == ["minister", "نص"]
    assert verify(library).faults == ()


def test_a_text_that_changed_in_one_bitext_leaves_all_unmarked(bitext, write):
    other = write(("نص", "A minister came."), library=bitext.library)
    places = found(bitext, "minister", Scope.LIBRARY)
    edit_text(bitext.library, other.id, other.text("came").id, "The minister left.")
    with pytest.raises(EditConflict):
        propagate(bitext.library, bitext.id, places, GIVEN)
    assert (bitext.quotes(), other.quotes()) == ([], [])


def test_counterparts_are_marked_and_tied_too(bitext, do):
    chosen = found(bitext, "الوزير")[:1]
    counterparts = {chosen[0].stretch: [bitext.find("minister")]}
    do(bitext.drawn, lambda library, id_: propagate(library, id_, chosen, GIVEN, counterparts, "same"))
    made = annotated_bitext(bitext.library, bitext.id)
    assert bitext.quotes() == ["الوزير", "minister"]
    assert [(one.source, one.target) for one in made.relations] == [tuple(one.id for one in made.annotations)]


def test_what_faces_places_is_found_by_the_engine(bitext):
    chosen = found(bitext, "الوزير")
    assert {stretch.paragraph for stretch in facing(bitext.library, chosen)} <= {bitext.text("ثم").id}


def test_a_text_that_changed_since_is_not_marked(bitext):
    chosen = found(bitext, "minister")
    edit_text(bitext.library, bitext.id, bitext.text("spoke").id, "The minister left.")
    with pytest.raises(EditConflict):
        propagate(bitext.library, bitext.id, chosen, GIVEN)
    assert bitext.quotes() == []


def test_there_has_to_be_a_word(bitext):
    with pytest.raises(InvalidInput):
        found(bitext, " ")
