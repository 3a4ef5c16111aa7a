"""The library's order: what it is, what of it is another one now, and the way back."""

import pytest

from taqabul.domain.errors import InvalidInput
from taqabul.workflow import projects, shelving, tidying

PICTURE = "A1 | B1\nA2 | B2"


@pytest.fixture
def tidied(draw, studio):
    """A library with two bitexts in which everything that can be done on the shelves was done; before and after."""
    first = draw(PICTURE)
    library, other = first.library, studio.draw(PICTURE, first.library)
    old = shelving.make_project(library, "old")
    shelving.move_to_project(library, [first.id], old)
    shelving.tag(library, first.id, ["kept"])
    loose = projects.list_documents(library)[0].id
    before = tidying.order_of(library)
    projects.rename_bitext(library, first.id, "new title")
    projects.rename_document(library, loose, "new name")
    shelving.tag(library, first.id, ["other", "kept"])
    shelving.move_to_project(library, [other.id], shelving.make_project(library, "new"))
    shelving.archive(library, [other.id])
    shelving.bin_bitexts(library, [first.id])
    shelving.bin_document(library, loose)
    shelving.rename_project(library, old, "older")
    shelving.delete_project(library, old)
    return library, first.id, other.id, before, tidying.order_of(library)


def test_everything_on_the_shelves_is_put_back_and_done_again(tidied):
    library, *_, before, after = tidied
    way_back = before.where_other(after)
    way_on = tidying.put_back(library, way_back)
    assert tidying.order_of(library) == before
    assert tidying.put_back(library, way_on) == way_back
    assert tidying.order_of(library) == after


def test_only_what_is_other_now_is_put_back(tidied):
    library, first, other, before, after = tidied
    assert before.where_other(before).is_empty
    way_back = before.where_other(after)
    projects.rename_bitext(library, other, "meanwhile")
    shelving.make_project(library, "of somebody else")
    tidying.put_back(library, way_back)
    titles = {one.id: one.title for one in projects.all_bitexts(library)}
    assert titles == {first: "drawn", other: "meanwhile"}
    assert {one.name for one in shelving.list_projects(library)} == {"old", "of somebody else"}


def test_what_was_taken_out_for_good_does_not_come_back(tidied):
    library, *_, before, after = tidied
    shelving.empty_bin(library)
    there = tidying.order_of(library)
    with pytest.raises(InvalidInput, match="not in the library any more"):
        tidying.put_back(library, before.where_other(after))
    assert tidying.order_of(library) == there


def test_a_document_needs_a_title(draw):
    library = draw(PICTURE).library
    paper = projects.list_documents(library)[0].id
    with pytest.raises(InvalidInput, match="at least one letter"):
        projects.rename_document(library, paper, " ")
