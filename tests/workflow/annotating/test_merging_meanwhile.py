"""Merging another library while a second program works in this one: nothing unseen is replaced, nothing comes in by half."""

import os
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace

import pytest

from taqabul.domain.errors import InvalidInput
from taqabul.domain.labels import Attribute, AttributeKind, Condition, Label, Words
from taqabul.storage import sqlite
from taqabul.storage.ciphering import connect_file, password_of
from taqabul.workflow.annotating import marking, merging
from taqabul.workflow.annotating.reading import all_annotations
from taqabul.workflow.label_sets import label_sets, save_set
from taqabul.workflow.library import open_library

PAIRS = (("إنّ السلامَ قريبٌ.", "Peace is near. 👩‍👧 came."), ("طالب بانسحاب كامل.", "He demanded withdrawal."))
MORE = (("نص آخر.", "Another text."),)
COMMENTER = """
import sys
from taqabul.workflow.annotating.marking import set_comment
from taqabul.workflow.annotating.reading import all_annotations
from taqabul.workflow.library import open_library
library = open_library(sys.argv[1], "salma")
for one in all_annotations(library, 1):
    set_comment(library, 1, one.id, sys.argv[2])
library.close()
"""
HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


def start(code, *arguments):
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    )


@contextmanager
def held(library):
    """Another program keeps the library to itself."""
    with start(HOLDER, library.location) as child:
        assert child.stdout.readline() == "held\n"
        yield
        child.stdin.close()


def commented(library, words):
    """Another program writes these words on every mark of the first bitext, and ends."""
    with start(COMMENTER, library.location, words) as child:
        child.communicate()
    assert child.returncode == 0


@pytest.fixture
def two(studio, write):
    ours = write(*PAIRS, library=studio.open("rim", "ours.db"))
    theirs = write(*PAIRS, library=studio.open("sami", "theirs.db"))
    if ours.library.file and password_of(ours.library.file):
        pytest.skip("the other programs would ask for the password")
    return ours, theirs


@pytest.fixture
def differing(two):
    """A mark that has another comment here than there, and the conflict as it was shown."""
    ours, theirs = two
    theirs.mark("Peace")
    merging.merge_library(ours.library, theirs.library.location)
    for one, comment in ((ours, "mine"), (theirs, "theirs")):
        marking.set_comment(one.library, one.id, one.all()[0].id, comment)
    return ours, theirs, shown(ours, theirs)


def shown(ours, theirs):
    ((_, brought),) = merging.preview(ours.library, theirs.library.location).brought
    return brought.conflicts


def test_what_another_program_changed_since_it_was_shown_stays_until_it_is_shown_again(differing):
    ours, theirs, seen = differing
    commented(ours.library, "salma's")
    for _ in range(2):
        done = merging.merge_library(ours.library, theirs.library.location, seen)
        assert done.overtaken == (merging.written_bitexts(theirs.library)[0][0].title,)
        assert [one.comment for one in ours.all()] == ["salma's"]
    done = merging.merge_library(ours.library, theirs.library.location, shown(ours, theirs))
    assert done.overtaken == ()
    assert [one.comment for one in ours.all()] == ["theirs"]


def test_what_was_changed_in_the_other_library_since_it_was_shown_is_not_taken_unseen(differing):
    ours, theirs, seen = differing
    commented(theirs.library, "again")
    assert merging.merge_library(ours.library, theirs.library.location, seen).overtaken
    assert [one.comment for one in ours.all()] == ["mine"]
    merging.merge_library(ours.library, theirs.library.location, shown(ours, theirs))
    assert [one.comment for one in ours.all()] == ["again"]


def test_what_another_program_changed_before_it_was_shown_can_be_replaced(differing):
    ours, theirs, _ = differing
    commented(ours.library, "salma's")
    done = merging.merge_library(ours.library, theirs.library.location, shown(ours, theirs))
    assert (done.overtaken, done.stopped) == ((), None)
    assert [one.comment for one in ours.all()] == ["theirs"]


@pytest.mark.file
def test_a_library_that_is_kept_from_us_is_told_with_the_bitext_and_the_rest_comes_later(
    two, write, monkeypatch
):
    ours, theirs = two
    theirs.mark("Peace")
    second = [write(*MORE, library=one.library) for one in two]
    second[1].mark("Another")
    monkeypatch.setattr(sqlite, "connect_file", lambda path, timeout: connect_file(path, timeout=0))
    library = open_library(ours.library.location, "rim")
    with merging.reading_copy(theirs.library.file) as other:
        holding = held(library)
        try:
            stopped = merging.merge(
                library, other, (), lambda done, _: holding.__enter__() if done == 1 else None
            )
        finally:
            holding.__exit__(None, None, None)
        assert [home for home, _ in stopped.brought] == [ours.id]
        error = stopped.stopped
        assert error is not None
        assert merging.written_bitexts(other)[1][0].title in error.message
        assert "in use by another program" in error.message
        assert "one bitext came in before" in error.hint
        assert [len(all_annotations(library, one.id)) for one in (ours, second[0])] == [1, 0]
        whole = merging.merge(library, other)
    assert [brought.added for _, brought in whole.brought] == [{}, {"annotation": 1}]
    assert whole.stopped is None
    library.close()


def test_a_label_set_that_does_not_fit_is_told_with_the_bitext_and_changes_nothing(two):
    ours, theirs = two
    theirs.mark("Peace")
    for name in ("First", "Second"):  # theirs is two versions on, and knows nothing of the attribute
        save_set(theirs.library, replace(label_sets(theirs.library)["claims"], name=Words(name)))
    claims = label_sets(ours.library)["claims"]
    claim = replace(
        claims.labels[0],
        attributes=(*claims.labels[0].attributes, Attribute("q", AttributeKind.FLAG, Words("Q"))),
    )
    hangs_on_it = Attribute("r", AttributeKind.TEXT, Words("R"), when=Condition("q", ("yes",)))
    below = Label("below", Words("Below"), parent="claim", attributes=(hangs_on_it,))
    save_set(ours.library, replace(claims, labels=(claim, *claims.labels[1:], below)))
    before = ours.drawn.state()
    with pytest.raises(InvalidInput, match=r"did not come in.*claims.*brought together") as told:
        merging.preview(ours.library, theirs.library.location)
    assert merging.written_bitexts(theirs.library)[0][0].title in told.value.message
    done = merging.merge_library(ours.library, theirs.library.location)
    assert done.brought == ()
    assert done.stopped is not None
    assert ours.drawn.state() == before


def test_a_label_set_as_it_was_before_does_not_come_back_with_the_marks(two):
    ours, theirs = two
    theirs.mark("Peace")
    claims = label_sets(ours.library)["claims"]
    grown = save_set(
        ours.library,
        replace(claims, name=Words("My claims"), labels=(*claims.labels, Label("new", Words("New")))),
    )
    merging.merge_library(ours.library, theirs.library.location)
    assert label_sets(ours.library)["claims"] == grown


def test_label_sets_that_went_different_ways_keep_what_only_one_has(two):
    ours, theirs = two
    theirs.mark("Peace")
    for one, key in ((ours, "mine"), (theirs, "theirs")):
        claims = label_sets(one.library)["claims"]
        save_set(one.library, replace(claims, labels=(*claims.labels, Label(key, Words(key)))))
    merging.merge_library(ours.library, theirs.library.location)
    labels = label_sets(ours.library)["claims"].labels
    assert {one.key: one.deprecated for one in labels if one.key in ("mine", "theirs")} == {
        "mine": False,
        "theirs": False,
    }
    merging.merge_library(ours.library, theirs.library.location)
    assert label_sets(ours.library)["claims"].labels == labels
