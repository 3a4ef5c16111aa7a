"""What aligners write beside two texts comes in with them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.told import damaged, pairs

from taqabul.domain.errors import AppError
from taqabul.domain.options import ImportOptions
from taqabul.formats.standoff_in import is_alignment, parse, read

ARABIC = "السطر الأول\nالسطر الثاني\nالسطر الثالث\n"
ENGLISH = "line one\nline two\nline three\nline four\n"
LADDER = "0\t0\t1.2\n1\t2\t0.3\n1\t3\t-0.3\n3\t4\t0\n"
BEADS = "[0]:[0, 1]:0.31\n[]:[2]:0\n[1,2]:[3]:0.5\n"
TRUE = [
    ("السطر الأول", "line one+line two"),
    ("", "line three"),
    ("السطر الثاني+السطر الثالث", "line four"),
]


@pytest.fixture
def write(tmp_path):
    def writing(alignment: str, one: str = ARABIC, other: str = ENGLISH):
        for name, content in (("ar.txt", one), ("en.txt", other), ("links.txt", alignment)):
            (tmp_path / name).write_text(content, encoding="utf-8")
        return (tmp_path / "ar.txt", tmp_path / "en.txt"), tmp_path / "links.txt"

    return writing


@pytest.mark.parametrize(
    "alignment",
    [
        LADDER,
        BEADS,
        "([0], [0, 1])\n([], [2])\n([1, 2], [3])\n",
        "[([0], [0, 1]), ([], [2]), ([1, 2], [3])]\n",
        "[([0], [0, 1]),\n ([], [2]),\n ([1, 2], [3])]",
        BEADS.replace(":0.31", ""),
    ],
)
def test_links_of_lines_are_kept(write, alignment):
    assert is_alignment(write(alignment)[1])
    assert pairs(read(*write(alignment), ImportOptions())) == TRUE


def test_empty_lines_are_counted_where_the_aligner_counted_them(write):
    beads = "[0]:[0]:0.1\n[1]:[1]:0\n[2]:[2]:0.2\n"
    file = read(*write(beads, "أول نص\n\nآخر نص\n", "first\n<p>\nlast\n"), ImportOptions())
    assert pairs(file) == [("أول نص", "first"), ("آخر نص", "last")]
    beads = "[0]:[0]\n[1]:[1]\n"
    file = read(*write(beads, "أول نص\n\nآخر نص\n", "first\n\nlast\n"), ImportOptions())
    assert pairs(file) == [("أول نص", "first"), ("آخر نص", "last")]


def test_the_first_text_is_that_of_the_first_numbers(write):
    (ar, en), links = write("[0,1]:[0]\n[2]:[]\n[3]:[1,2]\n")
    assert pairs(read((en, ar), links, ImportOptions())) == [
        ("السطر الأول", "line one+line two"),
        ("", "line three"),
        ("السطر الثاني+السطر الثالث", "line four"),
    ]
    with pytest.raises(AppError, match=r"names segment 3 of ar\.txt, which has 3"):
        read((ar, en), links, ImportOptions())
    assert len(read((ar, en), links, ImportOptions(), either_order=True).links) == 3


@pytest.mark.parametrize(
    ("alignment", "words"),
    [
        ("[0]:[0]\n[0]:[1]\n", "Line 2 names segment 0 of ar.txt, which Line 1 names already"),
        ("[0]:[9]\n", "Line 1 names segment 9 of en.txt"),
        ("[0]:[0]\nwhat?\n", "Line 2 of “links.txt” is no link"),
        ("0\t0\t1\n5\t1\t1\n2\t2\t1\n", "Line 3 .* counts back"),
        ("0\t0\t1\n999999999\t1\t1\n", "too far"),
        ("what?\n", "no alignment that is known"),
    ],
)
def test_a_wrong_alignment_is_refused_with_its_place(write, alignment, words):
    with pytest.raises(AppError, match=words) as caught:
        read(*write(alignment), ImportOptions())
    assert caught.value.hint


def test_two_texts_in_one_language_are_refused(write):
    with pytest.raises(AppError, match="Both texts are in English"):
        read(*write("[0]:[0]\n", "one\n", "two\n"), ImportOptions())


def test_a_text_is_no_alignment(write, tmp_path):
    texts, links = write("1. A list\n2. of things\n")
    assert not any(map(is_alignment, (*texts, links, tmp_path / "none.txt")))


def test_links_are_not_found_in_nothing():
    with pytest.raises(AppError, match="is empty"):
        parse("\n \n", "links.txt")


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_a_damaged_alignment_is_read_or_refused(data):
    content = data.draw(damaged(data.draw(st.sampled_from([LADDER, BEADS])).encode()))
    try:
        told = [link.place for link in parse(content.decode(errors="replace"), "links.txt")] or ["empty"]
    except AppError as error:
        told = [error.hint]
    assert all(told)
